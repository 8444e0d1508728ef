// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison as CSV: one row per configuration, for a spreadsheet.
public enum ComparisonCSV {
    public static func text(_ appraisal: Appraisal) -> String {
        let codes = appraisal.configurations.first.map { $0.decisions.keys.sorted() } ?? []
        let lines = appraisal.doNothing.costLines.keys.sorted()
        // A site outside may receive people in some configurations only.
        let sites = Set(appraisal.configurations.flatMap { $0.sites.map(\.code) } + appraisal.doNothing.sites.map(\.code))
            .sorted()
        var header = ["rank", "name", "option", "isToday", "status", "proof", "gap"]
        header += codes.map { "decision.\($0)" }
        header += ["annualCost", "annualSaving", "cashReleasing", "growthAvoided", "levers", "configuration"]
        header += ["netPresentValue", "capital", "paybackYears"]
        header += lines.map { "cost.\($0)" }
        for group in ["all", "mostDeprivedFifth"] {
            header += ["meanMinutes", "p90Minutes", "p95Minutes", "maxMinutes", "shareOver30", "shareOver45"].map { "\(group).\($0)" }
        }
        for code in sites {
            header += ["attendances", "admissions", "bedsNeeded", "bedsBuilt", "bedsReleased", "spacesBuilt"].map { "\(code).\($0)" }
        }
        header += ["reasons"]
        var rows = [header]
        for configuration in appraisal.configurations {
            var row: [String] = [
                configuration.rank.map(String.init) ?? "", configuration.name, configuration.option ?? "",
                configuration.isToday ? "yes" : "no", configuration.status.rawValue, configuration.proof.rawValue,
                "\(configuration.gap)",
            ]
            row += codes.map { configuration.decisions[$0] ?? "" }
            let split = configuration.savingSplit
            let money: [Double?] = [
                configuration.annualCost, configuration.annualSaving, split?.cashReleasing, split?.growthAvoided,
                split?.levers, split?.configuration, configuration.netPresentValue, configuration.capital,
                configuration.paybackYears,
            ]
            row += money.map(CSVText.number)
            row += lines.map { CSVText.number(configuration.costLines?[$0]) }
            for measures in [configuration.travel.all, configuration.travel.mostDeprivedFifth] {
                let values = [
                    measures.meanMinutes, measures.p90Minutes, measures.p95Minutes, measures.maxMinutes,
                    measures.shareOver30, measures.shareOver45,
                ]
                row += values.map { CSVText.number($0) }
            }
            for code in sites {
                let site = configuration.sites.first { $0.code == code }
                let values = [
                    site?.attendances, site?.admissions, site?.bedsNeeded, site?.bedsBuilt, site?.bedsReleased,
                    site?.spacesBuilt,
                ]
                row += values.map(CSVText.number)
            }
            row.append(configuration.reasons.map(\.sentence).joined(separator: "; "))
            rows.append(row)
        }
        return CSVText.lines(rows)
    }
}
