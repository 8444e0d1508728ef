// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintModels

/// A comparison as a terminal shows it: the answer first, then the table, then what it rests on. At most 100 columns.
public struct ComparisonText {
    let appraisal: Appraisal
    let top: Int
    let showsDetails: Bool

    public init(_ appraisal: Appraisal, top: Int = 20, showsDetails: Bool = false) {
        self.appraisal = appraisal
        self.top = top
        self.showsDetails = showsDetails
    }

    public var text: String {
        var lines = heading + [""] + answer
        if !shown.isEmpty { lines += [""] + savingsTable + [""] + travelTable }
        if !failures.isEmpty { lines += [""] + failures }
        if let winner = appraisal.winner, !winner.isToday { lines += [""] + details(of: winner) }
        if showsDetails {
            for configuration in appraisal.configurations where configuration.status != .infeasible {
                if configuration.rank != appraisal.winner?.rank { lines += [""] + details(of: configuration) }
            }
        }
        lines += sensitivity + resilience + [""] + basis
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
        let instance = appraisal.instance
        var lines = wrapped(
            "\(instance.title): where A&E is provided in \(Words.year(instance.targetYear)), £ a year at \(instance.priceBase) prices")
        let on = appraisal.levers.filter(\.isOn)
        lines += wrapped(
            "Boundary \(appraisal.options.boundary); people go to \(appraisal.options.flow == "nearest" ? "the quickest open door" : "where the program sends them within the limits"). "
                + (on.isEmpty
                    ? "The plan's demand levers are off below (--levers all turns them on)."
                    : "Demand levers on in every row but do-nothing: \(on.map(\.title).joined(separator: "; "))."))
        if !appraisal.options.changed.isEmpty {
            lines += wrapped("Changed by the caller: \(appraisal.options.changed.joined(separator: "; "))")
        }
        return lines
    }

    private var decided: [String] {
        let inside = appraisal.doNothing.sites.filter(\.isInside).map(\.code)
        let all = appraisal.configurations
        return inside.filter { code in Set(all.compactMap { $0.decisions[code] }).count > 1 }
    }

    private func siteName(_ code: String) -> String {
        appraisal.doNothing.sites.first { $0.code == code }?.name ?? code
    }

    static func level(_ level: String) -> String {
        switch level {
        case "type1": "A&E"
        case "type1-part-time": "A&E day"
        case "ucc": "UCC"
        default: "–"
        }
    }

    private func words(_ configuration: ConfigurationResult) -> String {
        let today = appraisal.configurations.first { $0.isToday }
        let changed = decided.filter { configuration.decisions[$0] != today?.decisions[$0] }
        if changed.isEmpty { return "every site as it is today" }
        return changed.map { code in
            let name = siteName(code)
            switch configuration.decisions[code] {
            case "type1": return "a 24-hour A&E at \(name)"
            case "type1-part-time": return "A&E at \(name) by day only"
            case "ucc": return "an urgent care centre in place of A&E at \(name)"
            default: return "no A&E or urgent care at \(name)"
            }
        }.joined(separator: ", and ")
    }

    private var answer: [String] {
        let counts = appraisal.configurations
        let feasible = counts.filter { $0.status == .feasible }.count
        let noWorse = counts.filter { $0.status == .noWorseThanToday }.count
        var lines: [String] = []
        if let stopped = appraisal.stopped {
            lines += wrapped(
                "\(StoppedText.why(stopped)): \(appraisal.answeredCount) of \(appraisal.configurationCount) configurations answered. The best found is not proven best; no configuration can save more than \(Words.pounds(appraisal.savingBound ?? 0)) a year."
            )
        }
        guard let winner = appraisal.winner, let saving = winner.annualSaving else {
            if appraisal.stopped == nil { return lines + ["No configuration is feasible. The reasons are below."] }
            return lines
                + [appraisal.answeredCount == 0 ? "There is no answer to show." : "None of those answered is feasible."]
        }
        let best =
            winner.isToday
            ? "Today's sites are the best of \(counts.count) configurations: no change of sites saves more."
            : "The largest saving is \(Words.pounds(saving)) a year: \(words(winner))."
        lines += wrapped(
            best
                + " Of \(Words.amount(Double(counts.count), "configurations"))\(appraisal.stopped == nil ? "" : " answered"), \(Self.many(feasible, "is feasible", "are feasible")), \(Self.many(noWorse, "misses", "miss")) only standards that today misses by as much, and \(Self.many(counts.count - feasible - noWorse, "fails", "fail")); each of them was solved to proven optimality."
        )
        return lines
    }

    /// “none fails”, “1 fails”, “2 fail”.
    private static func many(_ count: Int, _ one: String, _ more: String) -> String {
        count < 2 ? "\(count == 0 ? "none" : "1") \(one)" : "\(count) \(more)"
    }

    private func status(_ configuration: ConfigurationResult) -> String {
        switch configuration.status {
        case .feasible: configuration.isToday ? "today" : "feasible"
        case .noWorseThanToday: configuration.isToday ? "today" : "no worse"
        case .infeasible: "fails"
        }
    }

    private var savingsTable: [String] {
        var table = TextTable(
            [("#", .right)] + decided.map { ($0, .left) }
                + [
                    ("saving", .right), ("cash", .right), ("growth", .right), ("NPV", .right), ("capital", .right),
                    ("years", .right), ("beds", .right), ("leaves", .right), ("status", .left),
                ])
        for configuration in shown {
            let outside = configuration.costLines?["outsideTariff"] ?? 0
            let beds = configuration.sites.reduce(0.0) { $0 + ($1.bedsBuilt ?? 0) + ($1.bedsReleased ?? 0) }
            table.add(
                [configuration.rank.map(String.init) ?? ""]
                    + decided.map { Self.level(configuration.decisions[$0] ?? "none") }
                    + [
                        Self.millions(configuration.annualSaving), Self.millions(configuration.savingSplit?.cashReleasing),
                        Self.millions(configuration.savingSplit?.growthAvoided),
                        Self.millions(configuration.netPresentValue), Self.millions(configuration.capital),
                        configuration.paybackYears.map { $0 == 0 ? "–" : Words.fixed($0, 1) } ?? "never",
                        Words.number(beds), Self.millions(outside - (appraisal.doNothing.costLines["outsideTariff"] ?? 0)),
                        status(configuration),
                    ])
        }
        var lines = wrapped(
            "Do nothing costs \(Words.pounds(appraisal.doNothing.annualCost)) a year. Today's sites with \(appraisal.todayWithLevers.leversOn.isEmpty ? "no levers" : "the levers on (\(appraisal.todayWithLevers.leversOn.joined(separator: ", ")))") would save \(Words.pounds(appraisal.todayWithLevers.annualSaving))."
        )
        lines += [""] + table.lines
        let more = appraisal.configurations.filter { $0.status != .infeasible }.count - shown.count
        if more > 0 { lines.append("… and \(more) more (--top \(shown.count + more))") }
        lines += wrapped(
            "£m a year; NPV and capital £m once. saving, against do-nothing, = cash (below the base year's cost) + growth avoided. years: payback. beds: opened and released. leaves: more tariff paid to hospitals outside.",
            rest: "")
        return lines
    }

    private var shown: [ConfigurationResult] {
        Array(appraisal.configurations.filter { $0.status != .infeasible }.prefix(top))
    }

    static func millions(_ pounds: Double?) -> String { pounds.map { Words.fixed($0 / 1e6, 1) } ?? "–" }

    private var travelTable: [String] {
        var table = TextTable(
            [("#", .right)]
                + ["mean", "90th", "95th", "most", ">30", ">45"].map { ($0, .right) }
                + ["│ mean", "90th", "95th", "most", ">30", ">45"].map { ($0, .right) })
        func row(_ name: String, _ travel: Travel) {
            let all = travel.all
            let deprived = travel.mostDeprivedFifth
            let right = TravelCells(deprived).cells
            table.add([name] + TravelCells(all).cells + ["│ " + right[0]] + right.dropFirst())
        }
        row("today", appraisal.doNothing.travel)
        for configuration in shown { row(configuration.rank.map(String.init) ?? "", configuration.travel) }
        return ["Minutes by road to A&E: all residents │ the most deprived fifth"] + table.lines
    }

    private var failures: [String] {
        let failing = appraisal.configurations.filter { $0.status == .infeasible }
        guard !failing.isEmpty else { return appraisal.stopped == nil ? ["No configuration fails."] : [] }
        var lines = ["Why the others fail, and the least that would have to move:"]
        for configuration in failing.prefix(top) {
            let levels = decided.map { "\($0) \(Self.level(configuration.decisions[$0] ?? "none"))" }.joined(separator: ", ")
            lines.append("  \(levels)")
            for reason in configuration.reasons { lines += Self.reasonLines(reason) }
        }
        if failing.count > top { lines.append("  … and \(failing.count - top) more (--top \(failing.count), or --format json)") }
        return lines
    }

    private static func reasonLines(_ reason: ConfigurationResult.Reason) -> [String] {
        wrapped(reason.sentence + least(reason), first: "    · ", rest: "      ")
    }

    private static func least(_ reason: ConfigurationResult.Reason) -> String {
        guard let change = reason.leastChange else { return "" }
        switch reason.unit {
        case "£": return " (least change \(Words.pounds(change)))"
        case "share of residents": return " (least change \(Words.fixed(change * 100, 1)) points)"
        default: return " (least change \(Words.amount(change.magnitude < 10 ? change : change.rounded(.up), reason.unit)))"
        }
    }
}

/// The six figures of a travel row.
struct TravelCells {
    let cells: [String]

    init(_ measures: TravelMeasures) {
        cells = [
            Words.fixed(measures.meanMinutes, 1), Words.fixed(measures.p90Minutes, 1),
            Words.fixed(measures.p95Minutes, 1), Words.fixed(measures.maxMinutes, 1),
            Words.percent(measures.shareOver30), Words.percent(measures.shareOver45),
        ]
    }
}
