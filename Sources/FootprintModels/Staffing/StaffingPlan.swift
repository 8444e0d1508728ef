// SPDX-License-Identifier: GPL-3.0-or-later

/// Who works which hours, and who is signed up and recruited: the page's variables with their values.
public struct StaffingPlan: Sendable {
    public let option: StaffingOption
    /// Hours those in post work within contract.
    public var substantive: StaffingGrid
    public var overtime: StaffingGrid
    /// By route of the situation. The organisation is that of the route's `to`, where the hours are worked.
    public var bank: [StaffingGrid]
    /// By place of the tier among its group's.
    public var agency: [StaffingGrid]
    public var unfilled: StaffingGrid
    /// Hours of the first group at shifts of the second: by place among the system's `fills`, then organisation and period.
    public var down: [[[Double]]]
    /// People signed up beyond today's, by group, organisation and year (the plan's first year first).
    public var signed: [[[Double]]]
    /// Of them, still on the bank.
    public var listed: [[[Double]]]
    /// WTE decided on.
    public var recruits: StaffingGrid
    /// WTE in post.
    public var post: StaffingGrid

    /// All zero.
    init(option: StaffingOption, routes: Int, system: StaffingSystem, calendar: StaffingCalendar) {
        let (groups, organisations) = (system.groups.count, system.organisations.count)
        let none = StaffingGrid(groups: groups, organisations: organisations, periods: calendar.periods.count)
        self.option = option
        (substantive, overtime, unfilled, recruits, post) = (none, none, none, none, none)
        bank = Array(repeating: none, count: routes)
        agency = Array(repeating: none, count: system.groups.map(\.tiers.count).max() ?? 0)
        let years = Array(repeating: Array(repeating: 0.0, count: calendar.years.count), count: organisations)
        signed = Array(repeating: years, count: groups)
        listed = signed
        let periods = Array(repeating: 0.0, count: calendar.periods.count)
        down = system.fills.map { _ in Array(repeating: periods, count: organisations) }
    }
}
