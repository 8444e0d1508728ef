// SPDX-License-Identifier: GPL-3.0-or-later

/// The windows of row 7 that some answer could break, by group and organisation; the others have no row.
public struct StaffingWindows: Sendable, Hashable {
    private(set) var windows: [[[Range<Int>]]]

    /// Every window there is: for programs in which more people sign up than would.
    public static func all(_ situation: StaffingSituation) -> StaffingWindows {
        let all = situation.calendar.windows(of: situation.system.parameters.workingTimeWeeks)
        return StaffingWindows(
            windows: situation.system.groups.map { _ in situation.system.organisations.map { _ in all } })
    }

    private init(windows: [[[Range<Int>]]]) { self.windows = windows }

    /// Those that an answer of the option could break.
    public init(_ situation: StaffingSituation, _ option: StaffingOption) {
        let system = situation.system
        let all = situation.calendar.windows(of: system.parameters.workingTimeWeeks)
        windows = system.groups.indices.map { g in
            system.organisations.indices.map { s in
                let margin = situation.margin(g, s)
                return all.filter {
                    Self.mostExtra(situation, option, g, s, $0) > margin * situation.headWeeks(g, s, $0)
                }
            }
        }
    }

    /// Those of both.
    public func union(_ other: StaffingWindows) -> StaffingWindows {
        StaffingWindows(
            windows: zip(windows, other.windows).map { mine, its in
                zip(mine, its).map { Set($0).union($1).sorted { $0.lowerBound < $1.lowerBound } }
            })
    }

    /// More extra hours than people of an organisation have in any answer; infinite where nothing limits who signs up.
    private static func mostExtra(
        _ situation: StaffingSituation, _ option: StaffingOption, _ g: Int, _ s: Int, _ window: Range<Int>
    ) -> Double {
        let system = situation.system
        let (group, workforce) = (system.groups[g], system.workforce[g][s])
        let people = option.signUp ? system.signUpLimit(g, s) ?? .infinity : 0
        // Nobody's hours, times no limit, are still none.
        let listed = group.bankHoursPerPerson == 0 ? 0 : group.bankHoursPerPerson * people
        let overtime = option.overtimeOpen ? group.overtimeShare * group.contractHours * workforce.posts : 0
        return window.reduce(0) {
            $0 + situation.calendar.periods[$1].weeks * (workforce.bankHours / 52 + listed + overtime)
        }
    }
}
