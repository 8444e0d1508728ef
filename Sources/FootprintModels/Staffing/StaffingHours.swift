// SPDX-License-Identifier: GPL-3.0-or-later

/// Hours needed, and the share of those in post who are at work: section *Hours* of the page.
public struct StaffingHours: Sendable {
    /// `needed_gsp`, hours.
    public let needed: StaffingGrid
    /// `present_gp`, by group and period: above 0.
    public let present: [[Double]]

    /// - Parameter scenario: its factors are over the usual year's.
    public init(
        _ system: StaffingSystem, _ calendar: StaffingCalendar, _ scenario: StaffingScenario
    ) throws(StaffingFaults) {
        let periods = calendar.periods
        func present(_ group: StaffingSystem.Group, _ period: StaffingCalendar.Period, sickness: Double) -> Double {
            1 - group.leaveShare * period.leaveFactor - group.sicknessShare * period.sicknessFactor * sickness
        }
        var faults: [String] = []
        let there = system.groups.map { group in
            let shares = periods.map { present(group, $0, sickness: scenario.sicknessFactor) }
            if let worst = shares.indices.min(by: { shares[$0] < shares[$1] }), shares[worst] <= 0 {
                faults.append(
                    "workforce_group_figures.csv, \(group.code): with leaveShare \(group.leaveShare) and sicknessShare \(group.sicknessShare) "
                        + "nobody is left at work in period \(worst + 1) of the scenario \(scenario.name). Lower them, or the factors of that week.")
            }
            return shares
        }
        guard faults.isEmpty else { throw StaffingFaults(faults) }

        let first = calendar.periods(of: 1)
        let share = calendar.weeks(of: 1) / 52
        let pattern = first.reduce(0) { $0 + periods[$1].weeks * periods[$1].demandFactor }
        var needed = StaffingGrid(
            groups: system.groups.count, organisations: system.organisations.count, periods: periods.count)
        for (g, group) in system.groups.enumerated() {
            let post = first.reduce(0) { $0 + periods[$1].weeks * present(group, periods[$1], sickness: 1) }
            for (s, workforce) in system.workforce[g].enumerated() {
                let filled =
                    workforce.wteInPost * group.contractHours * post + (workforce.bankHours + workforce.agencyHours) * share
                let year = filled / (1 - workforce.unfilledShare)
                for (p, period) in periods.enumerated() {
                    let usual =
                        workforce.rosterHours.map { hours in period.parts.reduce(0) { $0 + $1.share * hours[$1.week] } }
                        ?? year * period.weeks * period.demandFactor / pattern
                    needed[g, s, p] = scenario.demandFactors[p] * usual
                }
            }
        }
        self.needed = needed
        self.present = there
    }
}
