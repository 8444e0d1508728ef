// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of the family elective as a terminal shows it: the answer first, then the tables, then what it rests on. At most
/// 100 columns.
public struct ElectiveText {
    let appraisal: ElectiveAppraisal
    let top: Int
    let showsDetails: Bool

    /// - Parameters:
    ///   - top: rows of the table of configurations; today's and the named options are always in it.
    ///   - showsDetails: sites, waiting and travel of every row that is shown, and the root gaps.
    public init(_ appraisal: ElectiveAppraisal, top: Int = 20, showsDetails: Bool = false) {
        self.appraisal = appraisal
        self.top = top
        self.showsDetails = showsDetails
    }

    public var text: String {
        var lines = heading + [""] + answer + [""] + table + failures
        lines += options
        if let best = appraisal.winner, let result = best.result {
            lines += [""] + savings(best) + [""] + travel(result) + Self.travelLegend + [""] + waiting(result)
            lines += [""] + released(best, result) + Self.releasedLegend
        }
        if showsDetails { for row in detailed { lines += details(row) } }
        lines += [""] + levers + claims + rootGaps + [""] + bounds + basis
        return lines.joined(separator: "\n") + "\n"
    }

    var target: String { Words.year(appraisal.instance.targetYear) }

    /// Rows that hold, best first.
    var holding: [ElectiveConfiguration] { appraisal.configurations.filter { $0.status != .infeasible } }

    /// Rows of the table: the best, and those with a name.
    var shown: [ElectiveConfiguration] { holding.enumerated().filter { $0.offset < top || $0.element.isNamed }.map(\.element) }

    private var detailed: [ElectiveConfiguration] { shown.filter { $0.name != appraisal.winner?.name } }

    private var heading: [String] {
        let instance = appraisal.instance
        var lines = wrapped(
            "\(instance.title): where planned surgery goes by \(target), £ at \(instance.priceBase) prices"
                + (appraisal.isIllustrative ? " (illustrative)" : ""))
        if appraisal.isIllustrative {
            let kinds = appraisal.wouldMakeItReal.map(\.what)
            lines += wrapped(
                (kinds.isEmpty ? "Illustrative: the instance says so" : "Illustrative: \(Self.list(kinds)) are assumed")
                    + ". What follows shows what the program does, not what should be done; the end says which data would make it real.")
        }
        if !appraisal.options.changed.isEmpty {
            lines += wrapped("Changed by the caller: \(appraisal.options.changed.joined(separator: "; "))")
        }
        if !appraisal.options.outsideSites.isEmpty {
            lines += wrapped(
                "Left out, with the patients they have today: \(Self.list(appraisal.options.outsideSites)) (elective.outsideSites of footprint.yaml).")
        }
        return lines
    }

    // MARK: The answer

    private var answer: [String] {
        var lines = StoppedText.lines(
            appraisal.stopped, answered: appraisal.answeredCount, of: appraisal.configurationCount, bound: appraisal.netPresentValueBound)
        guard let best = appraisal.winner, let saving = best.annualSaving, let value = best.netPresentValue, let split = best.savingSplit
        else { return lines + [appraisal.stopped == nil ? "Nothing that was asked for holds." : "No row was found that holds."] }
        let horizon = Words.year(appraisal.instance.horizonYear)
        lines += wrapped(
            "\(describe(best)) That saves \(Words.pounds(saving)) a year against doing nothing, \(Words.pounds(split.levers)) of it by the levers at "
                + "today's sites and \(Words.pounds(split.configuration)) by moving; \(Words.pounds(value)) in net present value to \(horizon), for "
                + "\(capital(best.capital ?? 0)). \(proof(best))")
        if let result = best.result, bought(result) >= 0.5 {
            let all = result.sites.reduce(0) { $0 + $1.spells.values.reduce(0, +) } + bought(result)
            lines += wrapped(
                "It buys \(Words.amount(bought(result).rounded(), "spells")) elsewhere in \(target), \(Words.percent(bought(result) / all)) of all, for "
                    + "\(Words.pounds(result.costLines["outsourcing"] ?? 0)): \(Words.pounds(appraisal.doNothing.costLines["outsourcing"] ?? 0)) if nothing is done.")
        }
        if let today = appraisal.configurations.first(where: { $0.kind == .todayWithLevers }), let kept = today.netPresentValue, today.name != best.name {
            lines += wrapped(
                "Keeping today's sites with the levers is worth \(Words.pounds(kept)): \(Words.pounds(value - kept)) less.")
        }
        return lines
    }

    private func proof(_ row: ElectiveConfiguration) -> String {
        let most = appraisal.netPresentValueBound.map(Words.pounds)
        if row.proof == .optimal {
            guard appraisal.stopped == nil, let most else {
                // A gap of all there is: a row of which nothing is known.
                return StoppedText.proven(others: appraisal.stopped != nil || holding.contains { $0.gap >= 1 })
            }
            return "That is solved to proven optimality, and no other row is worth more than \(most) (--exact settles it)."
        }
        guard appraisal.stopped == nil, let most else {
            return "Not proven: the present value of its cost may still fall by \(gap(row.gap))."
        }
        return "Not proven best, but nothing is worth more than \(most) (--exact settles it)."
    }

    /// Doing nothing may have to build beds that a configuration does without.
    private func capital(_ pounds: Double) -> String {
        pounds < 0 ? "\(Words.pounds(-pounds)) less capital than doing nothing" : "\(Words.pounds(pounds)) of capital beyond doing nothing"
    }

    /// Never “0.0%” of what is not proven.
    private func gap(_ share: Double) -> String { share < 0.0005 ? "less than 0.1%" : Words.percent(share) }

    /// “Best: a hub at County Hospital; inpatients at …”
    private func describe(_ row: ElectiveConfiguration) -> String {
        guard let sites = row.result?.sites else { return row.title }
        let hubs = sites.filter(\.isHub).map(\.name)
        let centres = sites.filter { !$0.inpatientSpecialties.isEmpty }.map(\.name)
        let name = row.option.map { _ in "“\(row.title)”, with " } ?? (row.isToday ? "today's sites, with " : "")
        return "Best: \(name)\(hubs.isEmpty ? "no hub" : "\(hubs.count == 1 ? "a hub" : "hubs") at \(Self.list(hubs))"), and planned inpatients at "
            + "\(Self.list(centres))."
    }

    static func list(_ items: [String]) -> String {
        items.count > 1 ? items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1] : items.first ?? "none"
    }

    // MARK: Rows

    private var table: [String] {
        let codes = appraisal.doNothing.sites.map(\.code)
        var table = TextTable(
            [("#", .right)] + codes.map { ($0, .left) } + [
                ("saving", .right), ("NPV", .right), ("capital", .right), ("sessions", .right), ("beds", .right), ("far", .right), ("", .left),
            ])
        let remarks = allAreNoWorse ? [] : shown.filter { $0.status == .noWorseThanToday }.map(\.name)
        for row in shown {
            guard let result = row.result else { continue }
            table.add(
                [row.rank.map(String.init) ?? "–"] + codes.map { symbol(row.decisions[$0]) } + [
                    millions(row.annualSaving) + (bought(result) >= 0.5 ? "‡" : ""), millions(row.netPresentValue) + (row.proof == .optimal ? "" : "*"), millions(row.capital),
                    Words.number(result.sites.reduce(0) { $0 + $1.sessionsReleased }.rounded()),
                    Words.number(result.sites.reduce(0) { $0 + $1.bedsReleased }.rounded()),
                    Words.percent(share(result)) + (remarks.contains(row.name) ? "†" : ""), row.isNamed ? shortened(row.shortName) : "",
                ])
        }
        let doNothing = wrapped("Doing nothing costs \(Words.pounds(appraisal.doNothing.annualCost)) a year in \(target).")
        return shown.isEmpty ? doNothing : doNothing + [""] + table.lines + legend
    }

    private var allAreNoWorse: Bool { shown.allSatisfy { $0.status == .noWorseThanToday } }

    private var legend: [String] {
        var text = "H: hub with inpatients, h: hub without, I: inpatients on plain lists, ·: day cases and clinics only. £m; saving a year in "
            + "\(target), NPV and capital against doing nothing. sessions and beds: of today's a year that are not needed; − means more. far: of "
            + "all patients, those beyond the standard journey"
        if allAreNoWorse {
            text += ": more than the standard allows in every row, and no more than today."
        } else {
            text += shown.contains { $0.status == .noWorseThanToday } ? "; † more than the standard allows, and no more than today." : "."
        }
        let most = shown.compactMap { $0.result.map(bought) }.max() ?? 0
        if most >= 0.5 { text += " ‡ buys care elsewhere, up to \(Words.amount(most.rounded(), "spells")) a year." }
        let gaps = shown.filter { $0.proof == .gap }.map(\.gap)
        if let most = gaps.max() { text += " * not proven: the present value of its cost may still fall by \(most < 0.0005 ? "" : "up to ")\(gap(most))." }
        if appraisal.configurations.contains(where: { $0.kind == .todayWithLeversInFull && $0.status != .infeasible }) {
            text += " – has every lever in full, so it is not ranked with the others."
        }
        let hidden = holding.count - shown.count
        if hidden > 0 { text += " \(Words.amount(Double(hidden), "more rows")) hold (--top)." }
        return wrapped(text)
    }

    private func symbol(_ role: ElectiveConfiguration.Role?) -> String {
        switch role {
        case .hubWithInpatients: "H"
        case .hub: "h"
        case .inpatients: "I"
        case .dayCases: "·"
        case nil: "?"
        }
    }

    private func share(_ result: ElectiveResult) -> Double {
        let spells = result.travel.reduce(0) { $0 + $1.all.spells }
        return spells > 0 ? result.travel.reduce(0) { $0 + $1.all.spells * $1.all.shareBeyondStandard } / spells : 0
    }

    /// Spells bought elsewhere in the target year.
    private func bought(_ result: ElectiveResult) -> Double {
        result.years.last?.specialties.reduce(0) { $0 + $1.outsourced } ?? 0
    }

    func millions(_ pounds: Double?) -> String { pounds.map { Words.fixed($0 / 1e6, 1) } ?? "–" }

    /// A name as wide as a column can be.
    func shortened(_ name: String) -> String { name.count <= 22 ? name : name.prefix(21) + "…" }

    private var failures: [String] {
        let failing = appraisal.configurations.filter { $0.status == .infeasible }
        guard !failing.isEmpty else { return [] }
        let named = failing.filter(\.isNamed)
        let others = failing.filter { !$0.isNamed }
        let listed = named + others.prefix(showsDetails ? others.count : max(0, top - named.count))
        var lines = ["", "What fails, and the least that would have to give (each alone, the rest kept):"]
        for row in listed {
            lines += wrapped(row.isNamed ? "\(row.shortName): \(row.title)" : row.title, first: "  ", rest: "    ")
            for reason in row.reasons { lines += wrapped(reason.sentence, first: "    · ", rest: "      ") }
        }
        if failing.count > listed.count {
            lines += wrapped("\(Words.amount(Double(failing.count - listed.count), "more sets of hubs and centres")) fail (--details).", first: "  ")
        }
        return lines
    }
}

extension ElectiveConfiguration {
    /// One that a reader knows by a name: today's sites and the options.
    var isNamed: Bool { option != nil || kind != .configuration }

    var shortName: String {
        switch kind {
        case .todayWithLevers: "today, with levers"
        case .todayWithLeversInFull: "today, levers in full"
        case .option, .configuration: option ?? name
        }
    }
}
