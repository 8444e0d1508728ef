// SPDX-License-Identifier: GPL-3.0-or-later

/// The levels of the sites.
extension InstanceReading {
    mutating func checkSites() {
        guard let sites = tables["sites"], let levels = tables["site_levels"] else { return }
        for row in sites.rows.indices {
            guard let facts = codes.sites[sites.text(row, "code")] else { continue }
            let column = sites.column("level_today")
            if facts.place != .outside, !facts.levels.contains(facts.levelToday) {
                report(
                    sites.fault(
                        row, column, "Today's level \(facts.levelToday.rawValue) is not one the site may have.",
                        "Add “\(sites.text(row, "code")),\(facts.levelToday.rawValue)” to tables/site_levels.csv."))
            }
            if facts.place != .outside, let fault = impossible(facts.levelToday, facts) {
                report(sites.fault(row, column, fault.0, fault.1))
            }
        }
        for row in levels.rows.indices {
            guard let facts = codes.sites[levels.text(row, "site")], facts.place != .outside,
                let level = Level(rawValue: levels.text(row, "level")), level != facts.levelToday,
                let fault = impossible(level, facts)
            else { continue }
            report(levels.fault(row, levels.column("level"), fault.0, fault.1))
        }
    }

    private func impossible(_ level: Level, _ facts: KnownCodes.SiteFacts) -> (String, String)? {
        guard !facts.role.possibleLevels.contains(level) else { return nil }
        return (
            "\(facts.place.noun.capitalisedFirst) cannot have the level \(level.rawValue).",
            "Use \(Wording.either(facts.role.possibleLevels.map(\.rawValue)))."
        )
    }
}

extension String {
    /// With a capital at the start, for the start of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
