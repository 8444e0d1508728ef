// SPDX-License-Identifier: GPL-3.0-or-later

/// The people an effect of a scheme reaches.
public enum Cohort: String, CaseIterable, Sendable, Hashable, Codable {
    case all
    case under65
    /// From the 65th birthday.
    case over65
    /// The residents whose quickest door for a minor case is a minor injury unit today.
    case minorInjuryUnits
}
