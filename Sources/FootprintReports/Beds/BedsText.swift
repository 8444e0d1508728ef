// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of the family beds as a terminal shows it: the answer first, then the tables, then what it rests on. At most
/// 100 columns.
public struct BedsText {
    let appraisal: BedsAppraisal

    public init(_ appraisal: BedsAppraisal) { self.appraisal = appraisal }

    public var text: String {
        var lines = heading + [""] + answer
        let holding = appraisal.configurations.filter { $0.rank != nil }
        if !holding.isEmpty { lines += [""] + table(holding) }
        lines += laterPhases
        lines += failures
        lines += [""] + doNothing
        lines += growth
        if let best = shown {
            lines += [""] + closures(best) + beforeAndAfter(best) + [""] + money(best) + binding(best)
        }
        lines += claims + [""] + basis
        return lines.joined(separator: "\n") + "\n"
    }

    /// The row that the details are of.
    private var shown: BedsConfiguration? {
        appraisal.configurations.first { $0.kind == .best && $0.result != nil } ?? appraisal.winner
    }

    private var target: String { Words.year(appraisal.instance.targetYear) }

    private var heading: [String] {
        let instance = appraisal.instance
        var lines = wrapped(
            "\(instance.title): which beds can close by \(target), £ at \(instance.priceBase) prices"
                + (appraisal.isIllustrative ? " (illustrative: most figures are assumed)" : ""))
        if !appraisal.options.changed.isEmpty {
            lines += wrapped("Changed by the caller: \(appraisal.options.changed.joined(separator: "; "))")
        }
        return lines
    }

    // MARK: The answer

    private var answer: [String] {
        var lines = StoppedText.lines(
            appraisal.stopped, answered: appraisal.answeredCount, of: appraisal.configurationCount, bound: appraisal.netPresentValueBound)
        guard let best = shown, let saving = best.annualSaving, let value = best.netPresentValue else {
            return lines + ["There is no answer to show."]
        }
        let closed = best.decisions.values.reduce(0) { $0 + $1.bedsClosed }
        let opened = best.decisions.values.reduce(0) { $0 + $1.bedsOpened }
        let emptied = best.sites.filter { $0.emptyFrom != nil }.map(\.name)
        lines += wrapped(
            "\(closed > 0 ? "\(Words.amount(closed, "beds")) can close" : "No bed should close")\(opened > 0 ? " and \(Words.number(opened)) must open" : "") by \(target). "
                + "That saves \(Words.pounds(saving)) a year against doing nothing, \(Words.pounds(best.grossSaving ?? 0)) of beds less "
                + "\(Words.pounds(best.replacementCost ?? 0)) of care in their place, and \(Words.pounds(value)) in net present value to "
                + "\(Words.year(appraisal.instance.horizonYear)). \(proof(best))"
        )
        if !emptied.isEmpty { lines += wrapped("Left without beds: \(emptied.joined(separator: "; ")).") }
        return lines
    }

    private func proof(_ row: BedsConfiguration) -> String {
        row.proof == .optimal
            ? "Solved to proven optimality."
            : "Not proven best: its net present value may be short by up to \(Words.percent(row.gap)) of itself."
    }

    // MARK: Rows

    private func table(_ rows: [BedsConfiguration]) -> [String] {
        var table = TextTable([
            ("#", .right), ("", .left), ("closed", .right), ("opened", .right), ("gross", .right), ("care", .right),
            ("saving", .right), ("cash", .right), ("growth", .right), ("once", .right), ("NPV", .right), ("proof", .left),
        ])
        for row in rows {
            table.add([
                row.rank.map(String.init) ?? "", shortened(row.name),
                Words.number(row.decisions.values.reduce(0) { $0 + $1.bedsClosed }),
                Words.number(row.decisions.values.reduce(0) { $0 + $1.bedsOpened }), millions(row.grossSaving),
                millions(row.replacementCost), millions(row.annualSaving), millions(row.savingSplit?.cashReleasing),
                millions(row.savingSplit?.growthAvoided), millions((row.oneOffCost ?? 0) + (row.capital ?? 0)),
                millions(row.netPresentValue),
                row.status == .noWorseThanToday ? "no worse" : row.proof == .optimal ? "optimal" : "gap \(Words.percent(row.gap))",
            ])
        }
        var lines = wrapped("Doing nothing costs \(Words.pounds(appraisal.doNothing.annualCost)) a year in \(target).")
        lines += [""] + table.lines
        lines += wrapped(
            "£m a year in \(target); once and NPV £m. gross: beds, wards, sites and new beds that need not be paid. care: what "
                + "replaces them. saving = gross − care = cash (below the base year's cost) + growth avoided. once: schemes begun, wards "
                + "run twice, and beds opened beyond do-nothing's.")
        return lines
    }

    private func millions(_ pounds: Double?) -> String { pounds.map { Words.fixed($0 / 1e6, 1) } ?? "–" }

    private var laterPhases: [String] {
        guard
            let adding = appraisal.configurations.first(where: { $0.kind == .best }),
            let overlapping = appraisal.configurations.first(where: { $0.kind == .bestWithoutLaterPhases }),
            let most = adding.annualSaving, let least = overlapping.annualSaving
        else { return [] }
        let (low, high) = (min(most, least), max(most, least))
        return [""]
            + wrapped(
                "The document can be read two ways. If each later phase adds to the first, the best saves \(Words.pounds(most)) a year; if its "
                    + "figure is the first one told again, \(Words.pounds(least)). The saving is between \(Words.pounds(low)) and \(Words.pounds(high)), "
                    + "and the overlap is worth \(Words.pounds(high - low)) a year.")
    }

    private var failures: [String] {
        let failing = appraisal.configurations.filter { $0.status == .infeasible }
        guard !failing.isEmpty else { return [] }
        var lines = ["", "Options that fail, and the least that would have to give (each alone, the rest kept):"]
        for row in failing {
            lines += wrapped("\(row.name): \(row.title)", first: "  ", rest: "    ")
            for reason in row.reasons { lines += wrapped(reason.sentence, first: "    · ", rest: "      ") }
        }
        return lines
    }

    // MARK: Do-nothing

    private var doNothing: [String] {
        guard let last = appraisal.doNothing.years.last else { return [] }
        // As many as fit; the last tell most.
        let years = appraisal.doNothing.years.suffix(5)
        var table = TextTable(
            [("do nothing", .left)] + years.map { (Words.year($0.year), .right) } + [("open", .right), ("opened", .right)])
        for (place, pool) in last.pools.enumerated() {
            table.add(
                [shortened(pool.code)] + years.map { Words.number($0.pools[place].bedsNeeded.rounded(.up)) } + [
                    Words.number(pool.beds), pool.bedsOpened > 0 ? Words.number(pool.bedsOpened) : "–",
                ])
        }
        return ["Beds that patients need if nothing is done, by year; open and opened in \(target):"] + table.lines
    }

    private var growth: [String] {
        guard let growth = appraisal.growth else { return [] }
        let year = Words.year(growth.year)
        return [""]
            + wrapped(
                "The plan expects \(Words.number(growth.claimed)) more acute beds by \(year) if nothing is done (\(growth.source)). Here do-nothing opens "
                    + "\(Words.number(growth.opened)) acute beds, in whole wards: patients grow from \(Words.number(growth.occupiedToday)) to "
                    + "\(Words.number(growth.occupied)) occupied beds, which need \(Words.number(growth.neededToday)) beds today and \(Words.number(growth.needed)) then, "
                    + "\(Words.number(growth.needed - growth.neededToday)) more, while \(Words.number(growth.acuteBedsToday)) are open. The two differ because the plan "
                    + "grows every bed alike, day cases among them, and here planned care grows more slowly; because the beds stand where "
                    + "they stand, so that spare ones at one hospital are no help at another until patients are moved; and because wards "
                    + "open whole. The schemes take away the need for \(Words.number(growth.removedBySchemes)) of these beds, and "
                    + "\(growth.openedWithSchemes > 0 ? "\(Words.number(growth.openedWithSchemes)) still open" : "none opens then").")
            + (growth.claimed == 267
                ? wrapped(
                    "The plan's 27,906 more cases take 267 beds at 2.97 days a case if 85% of them are occupied, and at 3.21 days if 92% are.")
                : [])
    }

    // MARK: The best in detail

    private func closures(_ row: BedsConfiguration) -> [String] {
        guard !row.decisions.isEmpty else { return ["No ward closes or opens."] }
        var lines = ["What closes and opens, and when (\(row.name)):"]
        for code in row.decisions.keys.sorted() {
            let decision = row.decisions[code]!
            let steps = decision.steps.map { step in
                [
                    step.bedsClosed > 0 ? "\(Words.amount(step.bedsClosed, "beds")) closed in \(Words.year(step.year))" : nil,
                    step.bedsOpened > 0 ? "\(Words.amount(step.bedsOpened, "beds")) opened in \(Words.year(step.year))" : nil,
                ].compactMap(\.self).joined(separator: ", ")
            }
            lines += wrapped("\(code): \(steps.joined(separator: ", "))", first: "  ", rest: "    ")
        }
        return lines
    }

    private func beforeAndAfter(_ row: BedsConfiguration) -> [String] {
        guard let after = row.result?.years.last, let before = appraisal.doNothing.years.last else { return [] }
        var table = TextTable([
            ("pool", .left), ("beds", .right), ("occupied", .right), ("", .right), ("full", .right), ("│", .left),
            ("beds", .right), ("occupied", .right), ("", .right), ("full", .right), ("avoided", .right), ("moved", .right),
        ])
        for (old, new) in zip(before.pools, after.pools) {
            let moved = new.movedIn - new.movedOut
            table.add(
                [shortened(old.code)] + cells(old) + ["│"] + cells(new) + [
                    Words.number(new.avoided), moved.magnitude < 0.05 ? "–" : (moved > 0 ? "+" : "") + Words.number(moved),
                ])
        }
        return ["", "In \(target), if nothing is done │ as found:"] + table.lines
            + wrapped(
                "occupied: mean of the year, and its share of the beds. full: the chance, at the winter peak, of finding every bed taken "
                    + "(Erlang's loss). moved: patients taken in from other pools less those sent to them.")
    }

    private func cells(_ pool: BedsResult.Pool) -> [String] {
        [
            Words.number(pool.beds), Words.number(pool.occupied), pool.occupancy.map { Words.fixed(100 * $0, 0) + "%" } ?? "–",
            pool.overflowRisk.map { Words.percent($0) } ?? "–",
        ]
    }

    /// A name as wide as a column can be.
    private func shortened(_ name: String) -> String { name.count <= 24 ? name : name.prefix(23) + "…" }

    private func money(_ row: BedsConfiguration) -> [String] {
        var lines = ["Care bought in place of beds, and what it costs a year in \(target):"]
        for alternative in row.alternatives {
            lines += wrapped(
                "\(alternative.title): \(Words.number(alternative.bought)) bought of \(Words.number(alternative.maximum)) to be had, "
                    + "\(Words.pounds(alternative.cost)) (one: \(alternative.unit))", first: "  ", rest: "    ")
        }
        if row.alternatives.isEmpty { lines.append("  none") }
        let running = row.schemesRunning.compactMap { name in appraisal.schemes.first { $0.name == name }?.title }
        lines += wrapped("Schemes that run: \(running.isEmpty ? "none" : running.joined(separator: "; "))", first: "  ", rest: "    ")
        lines += wrapped(
            "Gross \(Words.pounds(row.grossSaving ?? 0)) a year, replacement care \(Words.pounds(row.replacementCost ?? 0)), net "
                + "\(Words.pounds(row.annualSaving ?? 0)); once \(Words.pounds(row.oneOffCost ?? 0)), and "
                + "\(Words.pounds((row.capital ?? 0).magnitude)) \((row.capital ?? 0) > 0 ? "more" : "less") of building than if nothing is done; net present value \(Words.pounds(row.netPresentValue ?? 0)).", first: "  ", rest: "  ")
        return lines
    }

    private func binding(_ row: BedsConfiguration) -> [String] {
        guard !row.prices.isEmpty else { return ["", "Nothing that can be bought more of binds."] }
        var lines = ["", "What binds, and what more of it is worth:"]
        for price in row.prices {
            var text = price.sentence
            if let worth = price.worth { text += ": with the wards as they are, one more is worth \(Words.pounds(worth)) a year" }
            if let further = price.further {
                text +=
                    "; solved again with \(Words.number(further.units)) more, the net present value is \(Words.pounds(further.netPresentValue)) larger"
                    + " and the saving in \(target) \(Words.pounds(further.annualSaving.magnitude)) a year \(further.annualSaving < 0 ? "smaller" : "larger")"
            }
            lines += wrapped(text, first: "  · ", rest: "    ")
        }
        return lines
    }

    // MARK: Claims and basis

    private var claims: [String] {
        guard !appraisal.claims.isEmpty else { return [] }
        var lines = ["", "What the plan claims, beside what is computed here:"]
        for claim in appraisal.claims {
            let computed = claim.computed.map { "here \(figure($0, claim.unit))" } ?? "no such figure here"
            lines += wrapped(
                "\(claim.subject), \(claim.measure), \(Words.year(claim.year)): \(figure(claim.claimed, claim.unit)) claimed, \(computed). \(claim.note)",
                first: "  ", rest: "    ")
        }
        return lines
    }

    private func figure(_ value: Double, _ unit: String) -> String {
        unit == "pounds" ? Words.pounds(value) : Words.number(value)
    }

    private var basis: [String] {
        let figures = appraisal.provenance.figures
        return wrapped(
            "Rests on \(figures.total) figures: \(figures.stated) stated, \(figures.derived) derived, \(figures.estimated) estimated, "
                + "\(figures.assumed) assumed\(figures.caller > 0 ? ", \(figures.caller) the caller's" : "").")
    }
}
