// SPDX-License-Identifier: GPL-3.0-or-later

/// The age bands of the population and of the attendance rates, youngest first; the raw value is the column's name.
public enum AgeBand: String, CaseIterable, Sendable, Hashable, Codable {
    case from0To15 = "age_0_15"
    case from16To64 = "age_16_64"
    case from65To74 = "age_65_74"
    case from75To84 = "age_75_84"
    case from85 = "age_85_plus"

    /// Whether the band belongs to the cohort `over65`, which starts at the 65th birthday.
    public var isOver65: Bool { self == .from65To74 || self == .from75To84 || self == .from85 }
}
