// SPDX-License-Identifier: GPL-3.0-or-later

/// A system in a calendar and a scenario, with everything worked out that no option changes.
public struct StaffingSituation: Sendable {
    public let calibration: StaffingCalibration
    public let scenario: StaffingScenario
    /// Of the scenario.
    public let hours: StaffingHours
    /// Who may work where by bank: every organisation at home, in its order, and then the pairs of the shared bank.
    public let routes: [Route]
    /// What today's people and today's offers do; `safe`, conversion and the same fill are measured by it.
    public let doNothing: StaffingPlan

    /// People on the bank of one organisation at work at another, or at their own.
    public struct Route: Sendable, Hashable {
        public let from: Int
        public let to: Int
        /// `take_gss'`, by group: hours worked there for each that would be worked at home; 0 where nobody would go.
        public let take: [Double]

        public var isHome: Bool { from == to }
    }

    /// - Throws: where nobody is at work in the scenario.
    public init(_ calibration: StaffingCalibration, _ scenario: StaffingScenario) throws(StaffingFaults) {
        let system = calibration.system
        self.calibration = calibration
        self.scenario = scenario
        hours = try StaffingHours(system, calibration.calendar, scenario)
        routes =
            system.organisations.indices.map { Route(from: $0, to: $0, take: system.groups.map { _ in 1 }) }
            + system.sharedBank.filter { $0.from != $0.to && $0.hoursFactor > 0 }
            .map { share in Route(from: share.from, to: share.to, take: system.groups.map { $0.takes(share) }) }
        doNothing = StaffingDoNothing.plan(calibration, hours, routes: routes.count)
    }

    /// The usual year.
    public init(_ calibration: StaffingCalibration) throws(StaffingFaults) {
        try self.init(calibration, .usual(calibration.calendar))
    }

    public var system: StaffingSystem { calibration.system }
    public var calendar: StaffingCalendar { calibration.calendar }

    /// Hours those in post can work within contract, for each WTE.
    public func contractHours(_ group: Int, _ period: Int) -> Double {
        system.groups[group].contractHours * calendar.periods[period].weeks * hours.present[group][period]
    }

    /// `δ_y`.
    public func discount(_ year: Int) -> Double {
        calendar.discount(year, rate: system.parameters.discountRate)
    }

    /// `workingTimeToday_gs`: extra hours a head and week of do-nothing in its worst window.
    public func workingTimeToday(_ group: Int, _ organisation: Int) -> Double {
        calendar.windows(of: system.parameters.workingTimeWeeks).reduce(0) { worst, window in
            let heads = headWeeks(group, organisation, window)
            let extra = window.reduce(0) { $0 + doNothing.bank[organisation][group, organisation, $1] }
            return heads > 0 ? max(worst, extra / heads) : worst
        }
    }

    /// `margin_gs`: extra hours a head and week that row 7 allows.
    public func margin(_ group: Int, _ organisation: Int) -> Double {
        max(
            system.parameters.workingTimeHours - system.groups[group].contractHours,
            workingTimeToday(group, organisation))
    }

    /// Weeks at work of those in post today, over a window.
    func headWeeks(_ group: Int, _ organisation: Int, _ window: Range<Int>) -> Double {
        system.workforce[group][organisation].wteInPost
            * window.reduce(0) { $0 + calendar.periods[$1].weeks * hours.present[group][$1] }
    }

    /// Hours that nobody fills in do-nothing: the right of row 13.
    public func unfilledToday(_ group: Int, _ year: Int) -> Double {
        sum(doNothing.unfilled, group, calendar.periods(of: year))
    }

    /// Agency hours of do-nothing in some periods: rows 15 and 16.
    public func agencyToday(_ group: Int, _ periods: [Int]) -> Double {
        doNothing.agency.reduce(0) { $0 + sum($1, group, periods) }
    }

    /// Bank hours of do-nothing in some periods: row 16.
    public func bankToday(_ group: Int, _ periods: [Int]) -> Double {
        doNothing.bank.reduce(0) { $0 + sum($1, group, periods) }
    }

    private func sum(_ grid: StaffingGrid, _ group: Int, _ periods: [Int]) -> Double {
        system.organisations.indices.reduce(0) { sum, s in periods.reduce(sum) { $0 + grid[group, s, $1] } }
    }
}
