// SPDX-License-Identifier: GPL-3.0-or-later

/// A body that runs sites or ambulances, or pays for care.
public struct Organisation: Sendable, Hashable {
    public let code: String
    public let name: String
    public let kind: OrganisationKind
    /// Whether it belongs to the footprint.
    public let isInside: Bool
    public let source: String
}
