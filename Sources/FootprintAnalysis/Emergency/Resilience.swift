// SPDX-License-Identifier: GPL-3.0-or-later

/// What a configuration has left on a bad day. Reported, not required.
public struct Resilience: Sendable, Codable {
    public var configuration: String
    public var isToday: Bool
    public var winterPeak: [WinterPeak]
    public var oneSiteShut: [SiteShut]

    /// Beds and treatment spaces that a site would lack at the winter peak; 0 where it has enough.
    public struct WinterPeak: Sendable, Codable {
        public var site: String
        public var name: String
        public var bedsShort: Double
        public var spacesShort: Double
    }

    /// One department shut for a day: the site that then receives most on top of its ordinary day.
    public struct SiteShut: Sendable, Codable {
        public var site: String
        public var name: String
        public var patientsThatDay: Double
        public var mostAffected: String
        public var mostAffectedName: String
        public var extraPatients: Double
        public var spacesShort: Double
    }
}
