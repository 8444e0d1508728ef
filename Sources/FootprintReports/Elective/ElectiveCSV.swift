// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of planned care as CSV: one row per configuration, for a spreadsheet.
public enum ElectiveCSV {
    public static func text(_ appraisal: ElectiveAppraisal) -> String {
        let sites = appraisal.doNothing.sites.map(\.code)
        let modes = appraisal.doNothing.travel.map(\.mode)
        let years = appraisal.doNothing.years.map(\.year)
        var header = ["rank", "name", "title", "kind", "option", "isToday", "status", "proof", "gap"]
        header += sites.map { "decision.\($0)" }
        header += ["annualCost", "annualSaving", "cashReleasing", "growthAvoided", "levers", "configuration", "netPresentValue", "capital"]
        header += ElectiveWords.lines.map { "cost.\($0)" } + ElectiveWords.lines.map { "saving.\($0)" }
        for mode in modes {
            for group in ["all", "mostDeprivedFifth"] {
                header += ["spells", "meanMinutes", "shareBeyondStandard"].map { "\(mode).\(group).\($0)" }
            }
        }
        header += years.flatMap { ["waiting.\($0)", "outsourced.\($0)"] }
        header += sites.flatMap { code in ["sessions", "sessionsReleased", "beds", "bedsReleased", "bedsBuilt"].map { "\(code).\($0)" } }
        header += ["reasons"]
        var rows = [header]
        for configuration in appraisal.configurations {
            let result = configuration.result
            let split = configuration.savingSplit
            var row = [
                configuration.rank.map(String.init) ?? "", configuration.name, configuration.title, configuration.kind.rawValue,
                configuration.option ?? "", configuration.isToday ? "yes" : "no", configuration.status.rawValue,
                configuration.proof.rawValue, "\(configuration.gap)",
            ]
            row += sites.map { configuration.decisions[$0]?.rawValue ?? "" }
            row += [
                configuration.annualCost, configuration.annualSaving, split?.cashReleasing, split?.growthAvoided, split?.levers,
                split?.configuration, configuration.netPresentValue, configuration.capital,
            ].map(number)
            row += ElectiveWords.lines.map { number(configuration.costLines?[$0]) }
            row += ElectiveWords.lines.map { number(configuration.savingLines?[$0]) }
            for mode in modes {
                let travel = result?.travel.first { $0.mode == mode }
                for group in [travel?.all, travel?.mostDeprivedFifth] {
                    row += [group?.spells, group?.meanMinutes, group?.shareBeyondStandard].map(number)
                }
            }
            for year in years {
                let found = result?.years.first { $0.year == year }
                row += [found?.waiting, found?.specialties.reduce(0) { $0 + $1.outsourced }].map(number)
            }
            for code in sites {
                let site = result?.sites.first { $0.code == code }
                row += [site?.sessions, site?.sessionsReleased, site?.beds, site?.bedsReleased, site?.bedsBuilt].map(number)
            }
            row.append(configuration.reasons.map(\.sentence).joined(separator: "; "))
            rows.append(row)
        }
        return CSVText.lines(rows)
    }

    private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
