// SPDX-License-Identifier: GPL-3.0-or-later

/// A service that a level needs on the same site.
public struct LevelService: Sendable, Hashable {
    public let level: Level
    public let service: String
    public let source: String
}
