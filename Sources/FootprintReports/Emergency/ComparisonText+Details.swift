// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

extension ComparisonText {
    /// One configuration's beds, spaces, flows, money and people.
    func details(of configuration: ConfigurationResult) -> [String] {
        var lines = ["Configuration \(configuration.rank.map(String.init) ?? "–"): \(configuration.name)"]
        if let option = configuration.option { lines.append("  This is the named option “\(option)”.") }
        var table = TextTable([
            ("site", .left), ("", .left), ("attend.", .right), ("admitted", .right), ("beds", .right), ("+", .right),
            ("−", .right), ("spaces", .right), ("+", .right), ("agency", .right), ("leaving", .right),
        ])
        for site in configuration.sites where site.attendances > 0 || (site.bedsToday ?? 0) > 0 {
            table.add([
                Self.short(site.name), site.isInside ? Self.level(site.level) : "outside",
                Words.number(site.attendances), Words.number(site.admissions), site.bedsNeeded.map(Words.number) ?? "",
                Self.change(site.bedsBuilt), Self.change(site.bedsReleased), site.spacesNeeded.map(Words.number) ?? "",
                Self.change(site.spacesBuilt), Self.wte(site.agencyWTE), Self.wte(site.leavingWTE),
            ])
        }
        lines += table.lines.map { "  " + $0 }
        lines.append("  beds and spaces needed, + built, − released; agency and leaving in WTE")
        if let split = configuration.savingSplit, let saving = configuration.annualSaving {
            lines += wrapped(
                "Saving \(Words.pounds(saving)): by cause, levers \(Words.pounds(split.levers)) and configuration \(Words.pounds(split.configuration)); by nature, cash-releasing \(Words.pounds(split.cashReleasing)) and growth avoided \(Words.pounds(split.growthAvoided)).",
                first: "  ", rest: "  ")
        }
        lines += costLines(configuration)
        let moves = configuration.flows.sorted { $0.attendances > $1.attendances }.prefix(6).filter { $0.attendances >= 0.5 }
        if !moves.isEmpty {
            lines += wrapped(
                "People who go elsewhere than today (attendances a year): "
                    + moves.map { "\($0.from) to \($0.to) \(Words.number($0.attendances))" }.joined(separator: "; ") + ".",
                first: "  ", rest: "  ")
        }
        let changes = configuration.organisations.filter { $0.change.magnitude >= 500 }
        if !changes.isEmpty {
            lines += wrapped(
                "Who gains and who loses a year: "
                    + changes.map { "\($0.name) \($0.change > 0 ? "+" : "")\(Words.pounds($0.change))" }.joined(separator: "; ")
                    + ".", first: "  ", rest: "  ")
        }
        for reason in configuration.reasons {
            lines += wrapped("Misses a standard: \(reason.sentence).", first: "  ", rest: "  ")
        }
        return lines
    }

    /// At most 22 characters, whole words: what follows a comma goes first.
    static func short(_ name: String) -> String {
        var words = name.prefix { $0 != "," }.split(separator: " ")
        while words.count > 1, words.joined(separator: " ").count > 22 { words.removeLast() }
        return String(words.joined(separator: " ").prefix(22))
    }

    private static func change(_ value: Double?) -> String {
        guard let value, value > 0.05 else { return "" }
        return Words.number(value)
    }

    private static func wte(_ value: Double?) -> String {
        guard let value, value > 0.05 else { return "" }
        return Words.fixed(value, 1)
    }

    private func costLines(_ configuration: ConfigurationResult) -> [String] {
        guard let lines = configuration.costLines else { return [] }
        typealias Change = (name: String, change: Double)
        let changes: [Change] = lines.map { name, value in (name, value - (appraisal.doNothing.costLines[name] ?? 0)) }
        let moved = changes.filter { $0.change.magnitude >= 50_000 }.sorted { first, second in
            first.change != second.change ? first.change < second.change : first.name < second.name
        }
        let kept = ["pfiUnitaryCharge", "capitalCharge"].compactMap { name in lines[name].map { "\(Self.line(name)) \(Words.pounds($0))" } }
        var text = wrapped(
            "Cost lines against do-nothing: "
                + moved.map { "\(Self.line($0.name)) \($0.change > 0 ? "+" : "")\(Words.pounds($0.change))" }.joined(separator: "; ")
                + ".", first: "  ", rest: "  ")
        text += wrapped("What stays whatever leaves: \(kept.joined(separator: "; ")).", first: "  ", rest: "  ")
        return text
    }

    /// `strandedBedOverheads` as “stranded bed overheads”.
    static func line(_ name: String) -> String {
        if name == "pfiUnitaryCharge" { return "PFI unitary charge" }
        return name.reduce(into: "") { text, letter in
            if letter.isUppercase { text += " " + letter.lowercased() } else { text.append(letter) }
        }
    }
}
