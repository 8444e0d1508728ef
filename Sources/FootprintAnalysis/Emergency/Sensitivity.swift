// SPDX-License-Identifier: GPL-3.0-or-later

/// Which assumed figures the winner's saving hangs on.
public struct Sensitivity: Sendable, Codable {
    public var figures: [Swing]

    /// One assumed figure at the two ends of its stated range, everything else as it is.
    public struct Swing: Sendable, Codable {
        /// `table[key].column`, as `--set` takes it.
        public var cell: String
        public var value: Double
        public var low: Double
        public var high: Double
        public var source: String
        /// The winner's saving, £ a year; absent where it is not feasible at that end.
        public var savingAtLow: Double?
        public var savingAtHigh: Double?
        /// How far the saving moves, £ a year.
        public var swing: Double
        /// The value within the range nearest to today's at which another configuration wins, and which; absent when the winner
        /// holds over the whole range.
        public var changes: [Change]
    }

    public struct Change: Sendable, Codable {
        public var at: Double
        public var newWinner: String
    }
}

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
