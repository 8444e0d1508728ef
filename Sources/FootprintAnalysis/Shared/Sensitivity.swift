// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// Which assumed figures the winner's saving hangs on.
public struct Sensitivity: Sendable, Codable {
    public var figures: [Swing]

    /// One assumed figure at the two ends of its stated range, everything else as it is.
    public struct Swing: Sendable, Codable {
        /// `table[key].column`, as `--set` takes it.
        public var cell: String
        /// Other cells that make the same assumption and are moved with it; absent where there are none.
        public var alike: [String]?
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
