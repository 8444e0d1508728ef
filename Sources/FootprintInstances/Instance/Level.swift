// SPDX-License-Identifier: GPL-3.0-or-later

/// What emergency care a site offers. The order of `allCases` is the fixed order of every list of levels.
public enum Level: String, CaseIterable, Sendable, Hashable, Codable {
    /// A consultant-led emergency department, open day and night.
    case type1
    /// The same department, shut at night.
    case type1PartTime = "type1-part-time"
    /// An urgent care centre or a minor injury unit.
    case ucc
    /// No door for emergencies.
    case none

    /// Whether the level is an emergency department, all day or part of it.
    public var isDepartment: Bool { self == .type1 || self == .type1PartTime }
}
