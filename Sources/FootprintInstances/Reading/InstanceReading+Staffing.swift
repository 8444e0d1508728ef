// SPDX-License-Identifier: GPL-3.0-or-later

/// Scenarios and agencies of the family `staffing`.
extension InstanceReading {
    mutating func checkStaffing() {
        checkScenarios()
        checkTiers()
    }

    private mutating func checkScenarios() {
        guard let table = tables["scenario_figures"] else { return }
        let sum = table.rows.indices.filter { table.text($0, "figure") == "probability" }
            .reduce(0) { $0 + (PlainNumber.parse(table.text($1, "value")) ?? .nan) }
        if abs(sum - 1) > 0.001 {
            report(
                Fault(
                    file: table.schema.path, column: "value", fault: "The probabilities add up to \(sum.plain).",
                    fix: "Make them add up to 1."))
        }
    }

    private mutating func checkTiers() {
        guard let tiers = tables["agency_tiers"], let groups = tables["workforce_group_figures"] else { return }
        for row in tiers.rows.indices where tiers.text(row, "figure") == "rate" {
            let group = tiers.text(row, "group")
            guard let rate = PlainNumber.parse(tiers.text(row, "value")), let unfilled = number(groups, [group, "unfilledPrice"]),
                rate > unfilled
            else { continue }
            report(
                tiers.fault(
                    row, tiers.column("value"),
                    "An agency hour at \(rate.plain) is dearer than one of \(group) that nobody fills, at \(unfilled.plain).",
                    "Make unfilledPrice at least the dearest rate."))
        }
    }
}
