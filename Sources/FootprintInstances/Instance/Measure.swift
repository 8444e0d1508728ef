// SPDX-License-Identifier: GPL-3.0-or-later

/// What providers publish of their activity in a year.
public enum Measure: String, CaseIterable, Sendable, Hashable, Codable {
    case type1Attendances
    /// Those of `type1Attendances` that end in a bed.
    case type1Admissions
    case type3Attendances
}
