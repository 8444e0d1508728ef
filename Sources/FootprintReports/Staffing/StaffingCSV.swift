// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of staffing as CSV: one row per option, for a spreadsheet. Columns that begin with `fair` are at today's fill.
public enum StaffingCSV {
    public static func text(_ appraisal: StaffingAppraisal) -> String {
        let lines = appraisal.doNothing.costLines.keys.sorted()
        let organisations = appraisal.organisations.map(\.code)
        let years = appraisal.doNothing.years.map(\.year)
        let places = appraisal.doNothing.people.map { ($0.group, $0.organisation) }
        func columns(_ view: String) -> [String] {
            let name = { (end: String) in view.isEmpty ? end : "\(view).\(end)" }
            return (["annualCost", "cashSavingNet", "cashSavingGross", "netPresentValue", "fill", "worstFill"]
                + ["agencySpend", "agencyHours", "bankHours", "hoursMoved"]
                + lines.map { "cost.\($0)" }
                + organisations.flatMap { code in years.flatMap { ["agency.\(code).\($0)", "agencyShareOfPay.\(code).\($0)"] } }
                + places.flatMap { ["peopleToSignUp.\($0).\($1)", "recruits.\($0).\($1)", "worthOfOneMore.\($0).\($1)"] }).map(name)
        }
        var rows = [
            ["rank", "name", "title", "isToday", "status", "proof", "gap", "annualSaving", "cashReleasing", "hoursFilled"]
                + columns("") + columns("fair") + ["reasons"]
        ]
        for row in appraisal.configurations {
            func view(
                _ result: StaffingResult?, _ decisions: [StaffingConfiguration.Decision], _ worth: [StaffingBankWorth],
                _ money: [Double?]
            ) -> [String] {
                var cells = ([result?.annualCost] + money + [result?.fill, result?.worst.fill]).map(number)
                cells += [result?.agencySpend, result?.agencyHours, result?.bankHours, result?.hoursMoved].map(number)
                cells += lines.map { number(result?.costLines[$0]) }
                for code in organisations {
                    for year in years {
                        let spent = result?.years.first { $0.year == year }?.agency.first { $0.organisation == code }
                        cells += [number(spent?.pounds), number(spent?.shareOfPay)]
                    }
                }
                for (group, organisation) in places {
                    let decided = decisions.first { $0.group == group && $0.organisation == organisation }
                    let last = worth.last { $0.group == group && $0.organisation == organisation }
                    cells += [
                        result == nil ? "" : "\(decided?.peopleToSignUp ?? 0)", result == nil ? "" : "\(decided?.recruits ?? 0)",
                        number(last?.seasons.reduce(0, +)),
                    ]
                }
                return cells
            }
            let fair = row.atTodaysFill
            var cells = [
                row.rank.map(String.init) ?? "", row.name, row.title, row.isToday ? "yes" : "no", row.status.rawValue,
                row.proof.rawValue, "\(row.gap)",
            ]
            cells += [row.annualSaving, row.savingSplit?.cashReleasing, row.savingSplit?.hoursFilled].map(number)
            cells += view(
                row.result, row.decisions, row.bankWorth, [row.cashSavingNet, row.cashSavingGross, row.netPresentValue])
            cells += view(
                fair?.result, fair?.decisions ?? [], fair?.bankWorth ?? [],
                [fair?.cashSavingNet, fair?.cashSavingGross, fair?.netPresentValue])
            cells.append(row.reasons.map(\.sentence).joined(separator: "; "))
            rows.append(cells)
        }
        return CSVText.lines(rows)
    }

    private static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
