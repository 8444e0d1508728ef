// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of the family beds as a terminal shows it: the answer first, then the tables, then what it rests on. At most
/// 100 columns.
public struct BedsText {
    let appraisal: BedsAppraisal
    private let names: [String]

    public init(_ appraisal: BedsAppraisal) {
        self.appraisal = appraisal
        let short = appraisal.pools.map { ComparisonText.short($0.siteName) }
        names = zip(appraisal.pools, short).map { pool, name in
            short.filter { $0 == name }.count == 1 ? name : Self.shortened(pool.code, 22)
        }
    }

    public var text: String {
        var lines = heading + [""] + answer
        let holding = appraisal.configurations.filter { $0.rank != nil }
        if !holding.isEmpty { lines += [""] + table(holding) }
        lines += laterPhases
        lines += failures
        lines += [""] + doNothing
        lines += growth
        if let best = shown {
            lines += [""] + closures(best) + beforeAndAfter(best) + patients(best) + [""] + money(best) + binding(best)
        }
        lines += claims + sensitivity + [""] + basis
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
        let isAnswered = appraisal.answeredCount == appraisal.configurationCount && shown?.proof == .optimal
        var lines: [String]
        if let stopped = appraisal.stopped, isAnswered {
            lines = wrapped(
                "\(StoppedText.why(stopped)): every program is answered; what limits are worth and what the best hangs on is not all worked out.")
        } else {
            lines = StoppedText.lines(
                appraisal.stopped, answered: appraisal.answeredCount, of: appraisal.configurationCount,
                bound: appraisal.netPresentValueBound)
        }
        guard let best = shown, let saving = best.annualSaving, let value = best.netPresentValue else {
            return lines + ["There is no answer to show."]
        }
        let closed = best.decisions.values.reduce(0) { $0 + $1.bedsClosed }
        let opened = best.decisions.values.reduce(0) { $0 + $1.bedsOpened }
        let today = appraisal.pools.reduce(0) { $0 + $1.beds }
        let emptied = best.sites.filter { $0.emptyFrom != nil }.map(\.name)
        lines += wrapped(
            "\(closed > 0 ? "\(Words.amount(closed, "beds")) can close" : "No bed should close")\(opened > 0 ? " and \(Words.number(opened)) must open" : "") by \(target)"
                + (closed + opened > 0 ? ", which leaves \(Words.number(today - closed + opened)) of \(Words.number(today)). " : ". ")
                + "That saves \(Words.pounds(saving)) a year against doing nothing, \(Words.pounds(best.grossSaving ?? 0)) of beds less "
                + "\(Words.pounds(best.replacementCost ?? 0)) of care in their place, and \(Words.pounds(value)) in net present value to "
                + "\(Words.year(appraisal.instance.horizonYear)). \(proof(best))"
        )
        if !emptied.isEmpty { lines += wrapped("Left without beds: \(emptied.joined(separator: "; ")).") }
        return lines
    }

    private func proof(_ row: BedsConfiguration) -> String {
        row.proof == .optimal
            ? StoppedText.proven(others: appraisal.answeredCount < appraisal.configurationCount)
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
        let later = adding.result?.years.last.map { last in
            appraisal.schemes.filter(\.isLaterPhase).reduce(0) { $0 + (last.avoided[$1.name] ?? 0) }
        }
        let beds = later ?? 0
        return [""]
            + wrapped(
                "The document can be read two ways. If each later phase adds to the first, the best saves \(Words.pounds(most)) a year; if its "
                    + "figure is the first one told again, \(Words.pounds(least)). So the saving is between \(Words.pounds(low)) and \(Words.pounds(high)): "
                    + "the overlap is between nothing and \(Words.amount(beds, "occupied beds")) (\(Words.number(365 * beds)) bed-days a year), "
                    + "and worth up to \(Words.pounds(high - low)) a year.")
    }

    /// Occupied beds that schemes avoid in the target year.
    private func avoided(_ row: BedsConfiguration) -> Double { row.result?.years.last?.avoided.values.sorted().reduce(0, +) ?? 0 }

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
            [("", .left), ("pool", .left), ("open", .right)] + years.map { (Words.year($0.year), .right) } + [("opened", .right)])
        for (place, pool) in last.pools.enumerated() {
            let today = appraisal.pools[place]
            table.add(
                [name(place), shortened(pool.code, 23), Words.number(today.beds)]
                    + years.map { Words.number($0.pools[place].bedsNeeded.rounded(.up)) }
                    + [pool.bedsOpened > 0 ? Words.number(pool.bedsOpened) : "–"])
        }
        return wrapped("Beds open in \(base), beds that patients need if nothing is done, by year, and beds that then have to be opened by \(target):")
            + table.lines
    }

    private var base: String { Words.year(appraisal.instance.baseYear) }

    /// What a column calls a pool: its hospital where that has no other, in whole words; its code where that is not enough.
    private func name(_ place: Int) -> String { names[place] }

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
        guard !row.decisions.isEmpty, let years = row.result?.years else { return ["No ward closes or opens (\(row.name))."] }
        let changes = appraisal.pools.enumerated().compactMap { place, pool in
            row.decisions[pool.code].map { decision in
                (
                    place,
                    Dictionary(uniqueKeysWithValues: decision.steps.map { ($0.year, $0.bedsOpened - $0.bedsClosed) }),
                    pool.beds - decision.bedsClosed + decision.bedsOpened
                )
            }
        }
        let title = "Beds closed (−) and opened (+), and when (\(row.name)):"
        guard years.count <= 6 else {
            return wrapped(title)
                + changes.flatMap { place, steps, left in
                    wrapped(
                        "\(name(place)): " + steps.sorted { $0.key < $1.key }.map { "\(change($0.value)) in \(Words.year($0.key))" }.joined(separator: ", ")
                            + "; \(Words.number(left)) left", first: "  ", rest: "    ")
                }
        }
        var table = TextTable(
            [("", .left), (base, .right)] + years.map { (Words.year($0.year), .right) } + [("left", .right)])
        for (place, steps, left) in changes {
            table.add(
                [name(place), Words.number(appraisal.pools[place].beds)] + years.map { change(steps[$0.year] ?? 0) }
                    + [left > 0 ? Words.number(left) : "none"])
        }
        return wrapped(title) + table.lines
    }

    private func change(_ beds: Double) -> String {
        beds == 0 ? "–" : (beds > 0 ? "+" : "") + Words.number(beds)
    }

    private func beforeAndAfter(_ row: BedsConfiguration) -> [String] {
        guard let after = row.result?.years.last else { return [] }
        var table = TextTable([
            ("", .left), ("beds", .right), ("occupied", .right), ("", .right), ("full", .right), ("│", .left),
            ("beds", .right), ("occupied", .right), ("", .right), ("full", .right), ("avoided", .right), ("moved", .right),
        ])
        for (place, (old, new)) in zip(appraisal.pools, after.pools).enumerated() {
            let moved = new.movedIn - new.movedOut
            table.add(
                [name(place)] + cells(old.beds, old.occupied, old.occupancy, old.overflowRisk) + ["│"]
                    + cells(new.beds, new.occupied, new.occupancy, new.overflowRisk) + [
                        new.avoided < 0.05 ? "–" : Words.number(new.avoided), moved.magnitude < 0.05 ? "–" : (moved > 0 ? "+" : "") + Words.number(moved),
                    ])
        }
        return ["", "Today, in \(base) │ as found, in \(target):"] + table.lines
            + wrapped(
                "occupied: mean of the year, and its share of the beds. full: the chance, at the winter peak, of finding every bed taken "
                    + "(Erlang's loss). avoided: occupied beds that schemes do without. moved: patients taken in from other pools less those "
                    + "sent to them.")
    }

    private func cells(_ beds: Double, _ occupied: Double, _ occupancy: Double?, _ risk: Double?) -> [String] {
        guard beds > 0 else { return ["none", "–", "–", "–"] }
        return [
            Words.number(beds), Words.number(occupied), occupancy.map { Words.fixed(100 * $0, 0) + "%" } ?? "–",
            risk.map { Words.percent($0) } ?? "–",
        ]
    }

    private func patients(_ row: BedsConfiguration) -> [String] {
        guard let last = row.result?.years.last else { return [] }
        let moved = last.pools.reduce(0) { $0 + max(0, $1.movedIn - $1.movedOut) }
        let schemes = appraisal.schemes.compactMap { scheme in
            last.avoided[scheme.name].flatMap { $0 < 0.5 ? nil : "\(scheme.title) \(Words.number($0))" }
        }
        let total = last.pools.reduce(0) { $0 + $1.demand }
        guard !schemes.isEmpty || moved >= 0.5 else { return [] }
        return [""]
            + wrapped(
                "On an average day in \(target) \(Words.number(avoided(row))) of the \(Words.number(total)) patients who would be in a bed if nothing is done are not"
                    + (schemes.isEmpty ? "" : ": \(schemes.joined(separator: "; "))") + "."
                    + (moved >= 0.5 ? " \(Words.number(moved)) are in another hospital's bed than if nothing is done." : ""))
    }

    /// A name as wide as a column can be.
    private static func shortened(_ name: String, _ width: Int = 24) -> String {
        name.count <= width ? name : name.prefix(width - 1) + "…"
    }

    private func shortened(_ name: String, _ width: Int = 24) -> String { Self.shortened(name, width) }

    private func money(_ row: BedsConfiguration) -> [String] {
        var lines = ["Care bought in place of beds, and what it costs a year in \(target):"]
        for alternative in row.alternatives {
            lines += wrapped(
                "\(alternative.title): \(Words.number(alternative.bought)) of the \(Words.number(alternative.maximum)) that can be bought (\(alternative.unit)), "
                    + Words.pounds(alternative.cost), first: "  ", rest: "    ")
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
        return ["", "What binds, and what more of it is worth, the most first:"]
            + row.prices.flatMap { wrapped("\($0.sentence): \(worth($0))", first: "  · ", rest: "    ") }
    }

    private func worth(_ price: BedsConfiguration.Price) -> String {
        if let worth = price.worth, worth > 0 { return "\(price.more) is worth \(Words.pounds(worth)) a year" }
        guard let further = price.further else { return "what \(price.more) is worth was not settled" }
        let more = further.units == 1 || price.requirement == "floor" ? price.more : "\(Words.number(further.units)) more"
        let value = further.netPresentValue
        if let most = further.netPresentValueAtMost {
            return "\(more) is worth between \(Words.pounds(value)) and \(Words.pounds(most)) of net present value (the search ended before it was settled)"
        }
        guard value > 0 else { return "\(more) is worth nothing" }
        return "\(more) is worth \(Words.pounds(value)) of net present value"
            + (further.annualSaving.magnitude < 500
                ? " (the same saving in \(target), sooner)"
                : " (\(Words.pounds(further.annualSaving.magnitude)) a year \(further.annualSaving < 0 ? "less" : "more") saved in \(target))")
    }

    // MARK: Claims and basis

    private var claims: [String] {
        guard !appraisal.claims.isEmpty else { return [] }
        var lines = ["", "What the plan claims, beside what is computed here:"]
        for claim in appraisal.claims {
            let computed = claim.computed.map { "here \(figure($0, claim.unit))" } ?? "no figure here"
            let note = claim.note.isEmpty ? "" : " The plan: \(claim.note)."
            lines += wrapped(
                "\(claim.subject), \(claim.measure), \(Words.year(claim.year)): \(figure(claim.claimed, claim.unit)) claimed, \(computed)\(claim.remark.map { " (\($0))" } ?? "").\(note)",
                first: "  ", rest: "    ")
        }
        return lines
    }

    private func figure(_ value: Double, _ unit: String) -> String {
        unit == "pounds" ? Words.pounds(value) : Words.number(value)
    }

    private var sensitivity: [String] {
        guard let sensitivity = appraisal.sensitivity, !sensitivity.figures.isEmpty else { return [] }
        return [""]
            + SensitivityText(sensitivity: sensitivity, winner: "plan").lines(
                "The assumed figures that move the best's saving most (saving in \(target), £m a year, solved again at each end):")
    }

    private var basis: [String] { BasisText.lines(appraisal.provenance, saving: "best's net present value") }
}
