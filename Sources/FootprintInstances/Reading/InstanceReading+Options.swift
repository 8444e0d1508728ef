// SPDX-License-Identifier: GPL-3.0-or-later

/// The decisions of named options.
extension InstanceReading {
    mutating func checkOptions() {
        guard let options = tables["options"] else { return }
        for row in options.rows.indices {
            var decided: Set<String> = []
            let items = Self.items(options.text(row, "decisions"))
            if items.isEmpty {
                report(
                    options.fault(
                        row, options.column("decisions"), "The cell is empty.", "Write site=level with ; between them."))
            }
            for item in items {
                if let (fault, fix) = wrongDecision(item, &decided) {
                    report(options.fault(row, options.column("decisions"), fault, fix))
                }
            }
        }
    }

    private func wrongDecision(_ item: String, _ decided: inout Set<String>) -> (String, String)? {
        guard let (site, word) = Self.decision(item) else {
            return ("\(Wording.quoted(item)) is not site=level.", "Write a site code, = and a level.")
        }
        if let wrong = wrongReference(site, .insideSites) { return wrong }
        guard let level = Level(rawValue: word) else {
            return unknown(word, "a level", "Use \(Wording.either(Vocabulary.level.words)).")
        }
        guard decided.insert(site).inserted else { return ("\(site) is decided twice.", "Keep one of the two.") }
        guard let facts = codes.sites[site], tables["site_levels"] != nil, !facts.levels.contains(level) else { return nil }
        let admissible = Level.allCases.filter { facts.levels.contains($0) }.map(\.rawValue)
        return (
            "\(site) may not have the level \(word).",
            admissible.isEmpty
                ? "Add its levels to tables/site_levels.csv."
                : "Use \(Wording.either(admissible)), or add the level to tables/site_levels.csv."
        )
    }

    /// The three parts of `specialty:from:to`.
    static func move(_ item: String) -> SpecialtyMove? {
        let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(\.trimmed)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return SpecialtyMove(specialty: parts[0], from: parts[1], to: parts[2])
    }

    /// The two sides of `site=level`.
    static func decision(_ item: String) -> (site: String, level: String)? {
        let sides = item.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2 else { return nil }
        let (site, level) = (sides[0].trimmed, sides[1].trimmed)
        return site.isEmpty || level.isEmpty ? nil : (site, level)
    }
}
