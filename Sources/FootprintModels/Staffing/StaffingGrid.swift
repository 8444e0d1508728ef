// SPDX-License-Identifier: GPL-3.0-or-later

/// A number for each group, organisation and period.
public struct StaffingGrid: Sendable, Hashable {
    public let organisations: Int
    public let periods: Int
    public private(set) var values: [Double]

    /// All zero.
    public init(groups: Int, organisations: Int, periods: Int) {
        self.organisations = organisations
        self.periods = periods
        values = Array(repeating: 0, count: groups * organisations * periods)
    }

    public subscript(group: Int, organisation: Int, period: Int) -> Double {
        get { values[(group * organisations + organisation) * periods + period] }
        set { values[(group * organisations + organisation) * periods + period] = newValue }
    }
}
