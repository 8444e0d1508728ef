// SPDX-License-Identifier: GPL-3.0-or-later

/// A configuration with a name, published or the user's own.
public struct NamedOption: Sendable, Hashable {
    public let name: String
    public let title: String
    /// Levels by site code, each admissible. A site that is not named keeps today's level.
    public let decisions: [String: Level]
    public let source: String
}
