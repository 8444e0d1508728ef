// SPDX-License-Identifier: GPL-3.0-or-later

/// A place with a door for emergencies, or with beds or an estate that the footprint pays for.
public struct Site: Sendable, Hashable {
    public let code: String
    public let name: String
    /// The code of the organisation that runs it.
    public let organisation: String
    /// Whether it is in the footprint, and so may be changed.
    public let isInside: Bool
    public let role: SiteRole
    public let postcode: String
    /// Metres east on the British National Grid.
    public let easting: Double
    /// Metres north on the British National Grid.
    public let northing: Double
    public let levelToday: Level
    /// The basis of the coordinates and of today's level.
    public let basis: Basis
    public let source: String
}
