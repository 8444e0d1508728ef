// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of beds as CSV: one row per configuration, for a spreadsheet. £ at the price base, not rounded; what a row does
/// not have is empty.
///
/// | columns | what |
/// | --- | --- |
/// | `rank` … `gap` | as in the JSON; `rank` is empty where the option fails |
/// | `closed.POOL`, `opened.POOL` | beds closed and opened by the target year |
/// | `closed.POOL.YEAR`, `opened.POOL.YEAR` | new in that year, by the year it begins in |
/// | `emptyFrom.SITE` | the year from which a site has no beds |
/// | `annualCost` … `configuration` | £ in the target year, and the saving split by nature and by cause |
/// | `grossSaving`, `replacementCost` | £ in the target year: what beds cost less, and what replaces them costs |
/// | `netPresentValue`, `capital`, `oneOffCost` | £: over all years; beyond do-nothing's; schemes begun and wards run twice |
/// | `cost.LINE` | £ in the target year; they add up to `annualCost` |
/// | `runs.SCHEME` | whether it runs: yes or no |
/// | `avoided.SCHEME` | occupied beds it does without in the target year |
/// | `bought.ALTERNATIVE`, `cost.ALTERNATIVE.bought` | units bought by the target year, and what they cost in it, £ |
/// | `beds.POOL`, `occupied.POOL`, `bedsNeeded.POOL`, `occupancy.POOL`, `overflowRisk.POOL` | in the target year |
/// | `reasons` | why an option fails, with `; ` between them |
public enum BedsCSV {
    public static func text(_ appraisal: BedsAppraisal) -> String {
        let pools = appraisal.pools.map(\.code)
        let years = appraisal.doNothing.years.map(\.year)
        let lines = appraisal.doNothing.costLines.keys.sorted()
        let schemes = appraisal.schemes.map(\.name)
        let alternatives = appraisal.doNothing.years.first?.bought.keys.sorted() ?? []
        var sites: [String] = []
        for pool in appraisal.pools where !sites.contains(pool.site) { sites.append(pool.site) }

        var header = ["rank", "name", "title", "kind", "isToday", "status", "proof", "gap"]
        header += pools.flatMap { pool in
            ["closed.\(pool)", "opened.\(pool)"] + years.flatMap { ["closed.\(pool).\($0)", "opened.\(pool).\($0)"] }
        }
        header += sites.map { "emptyFrom.\($0)" }
        header += ["annualCost", "annualSaving", "cashReleasing", "growthAvoided", "levers", "configuration"]
        header += ["grossSaving", "replacementCost", "netPresentValue", "capital", "oneOffCost"]
        header += lines.map { "cost.\($0)" }
        header += schemes.flatMap { ["runs.\($0)", "avoided.\($0)"] }
        header += alternatives.flatMap { ["bought.\($0)", "cost.\($0).bought"] }
        header += pools.flatMap { pool in
            ["beds", "occupied", "bedsNeeded", "occupancy", "overflowRisk"].map { "\($0).\(pool)" }
        }
        header += ["reasons"]
        var rows = [header]
        for configuration in appraisal.configurations {
            let last = configuration.result?.years.last
            var row = [
                configuration.rank.map(String.init) ?? "", configuration.name, configuration.title, configuration.kind.rawValue,
                configuration.isToday ? "yes" : "no", configuration.status.rawValue, configuration.proof.rawValue,
                "\(configuration.gap)",
            ]
            for pool in pools {
                let decision = configuration.decisions[pool]
                /// Nothing closes where nothing is decided; of a row without a result nothing is known.
                func beds(_ value: Double?) -> String { CSVText.number(last == nil ? nil : value ?? 0) }
                row += [beds(decision?.bedsClosed), beds(decision?.bedsOpened)]
                for year in years {
                    let step = decision?.steps.first { $0.year == year }
                    row += [beds(step?.bedsClosed), beds(step?.bedsOpened)]
                }
            }
            row += sites.map { code in
                configuration.sites.first { $0.code == code }?.emptyFrom.map(String.init) ?? ""
            }
            let split = configuration.savingSplit
            let money: [Double?] = [
                configuration.annualCost, configuration.annualSaving, split?.cashReleasing, split?.growthAvoided, split?.levers,
                split?.configuration, configuration.grossSaving, configuration.replacementCost, configuration.netPresentValue,
                configuration.capital, configuration.oneOffCost,
            ]
            row += money.map(CSVText.number)
            row += lines.map { CSVText.number(configuration.costLines?[$0]) }
            for scheme in schemes {
                row += [last == nil ? "" : configuration.schemesRunning.contains(scheme) ? "yes" : "no", CSVText.number(last?.avoided[scheme])]
            }
            for code in alternatives {
                let alternative = configuration.alternatives.first { $0.code == code }
                row += [CSVText.number(alternative?.bought), CSVText.number(alternative?.cost)]
            }
            for code in pools {
                let pool = last?.pools.first { $0.code == code }
                row += [pool?.beds, pool?.occupied, pool?.bedsNeeded, pool?.occupancy, pool?.overflowRisk].map(CSVText.number)
            }
            row.append(configuration.reasons.map(\.sentence).joined(separator: "; "))
            rows.append(row)
        }
        return CSVText.lines(rows)
    }
}
