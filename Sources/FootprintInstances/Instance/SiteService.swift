// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether a site has a service today.
public struct SiteService: Sendable, Hashable {
    public let site: String
    public let service: String
    public let isPresent: Bool
    public let basis: Basis
    public let source: String
}
