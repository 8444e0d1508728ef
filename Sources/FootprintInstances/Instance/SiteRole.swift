// SPDX-License-Identifier: GPL-3.0-or-later

/// What kind of place a site is.
public enum SiteRole: String, CaseIterable, Sendable, Hashable, Codable {
    case acute
    case minorInjuryUnit = "minor-injury-unit"
    case community

    /// The levels a site of this role can have at all: a minor injury unit has no beds to admit to, and a community
    /// hospital has no treatment spaces.
    public var possibleLevels: [Level] {
        switch self {
        case .acute: Level.allCases
        case .minorInjuryUnit: [.ucc, .none]
        case .community: [.none]
        }
    }
}
