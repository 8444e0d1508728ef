// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// What a comparison of the family `beds` found: the outer shape of every comparison's JSON with beds' own decisions and
/// lines inside. £ are pounds a year at the instance's price base unless a name says otherwise; shares are 0 to 1.
public struct BedsAppraisal: Sendable, Codable {
    public var schemaVersion = Appraisal.currentSchemaVersion
    public var program: Appraisal.ProgramVersion
    public var instance: Appraisal.InstanceSummary
    public var family = "beds"
    /// Most figures are assumed: what is computed shows what the program does, not what should be done.
    public var isIllustrative: Bool
    public var options: Options
    public var schemes: [Scheme]
    /// As they are today.
    public var pools: [Pool]
    public var doNothing: BedsResult
    /// Best first; those that fail last.
    public var configurations: [BedsConfiguration]
    /// Rows there are, and how many were answered before a limit or Ctrl-C.
    public var configurationCount: Int
    public var answeredCount: Int
    /// Why it stopped before the end; absent when it did not.
    public var stopped: Appraisal.StopReason?
    /// With `stopped`: no answer can have a larger net present value than this, £; absent where no bound is known.
    public var netPresentValueBound: Double?
    public var bedsNeeded: [BedsNeededRow]
    /// Each with what the computed figure is, or why there is none.
    public var claims: [ComparedClaim]
    /// A published growth in beds beside the beds that do-nothing opens.
    public var growth: BedsGrowth?
    public var provenance: Appraisal.ProvenanceSummary
    /// Of the row `best`: absent where it was not asked for, or not worked out.
    public var sensitivity: Sensitivity?

    public struct Options: Sendable, Codable {
        public var changed: [String]
    }

    public struct Scheme: Sendable, Codable {
        public var name: String
        public var title: String
        /// The approval it waits for; empty for none.
        public var gate: String
        /// Whether it only adds to an earlier one.
        public var isLaterPhase: Bool
        public var source: String
    }

    /// The beds of one type at one site, in the base year.
    public struct Pool: Sendable, Codable {
        public var code: String
        public var title: String
        public var site: String
        public var siteName: String
        public var beds: Double
        /// Mean of the year.
        public var occupied: Double
        /// By the pool's rule, at the winter peak.
        public var bedsNeeded: Double
        /// Occupied over open beds.
        public var occupancy: Double
        /// The chance at the winter peak of finding every bed taken: Erlang's loss at the load.
        public var overflowRisk: Double
    }

    /// The best that holds: the highest-ranked configuration.
    public var winner: BedsConfiguration? { configurations.first { $0.rank == 1 } }
}

/// The table of beds needed: a state a pool may be in, and what it carries.
public struct BedsNeededRow: Sendable, Codable {
    public var pool: String
    public var wardsClosed: Double
    public var wardsOpened: Double
    public var beds: Double
    /// Mean occupied beds at the winter peak that the beds carry by the pool's rule.
    public var capacity: Double
}

/// What a case comes to.
public struct BedsResult: Sendable, Codable {
    /// £ in the target year.
    public var annualCost: Double
    public var costLines: [String: Double]
    /// £ once, over all years, as cash: beds opened, schemes begun, wards run twice.
    public var capital: Double
    public var oneOff: Double
    public var doubleRunning: Double
    /// £ in the base year, to the horizon.
    public var presentValue: Double
    public var years: [Year]

    public struct Year: Sendable, Codable {
        public var year: Int
        public var costLines: [String: Double]
        public var capital: Double
        public var oneOff: Double
        public var doubleRunning: Double
        public var pools: [Pool]
        /// Units bought, by alternative.
        public var bought: [String: Double]
        /// Occupied beds avoided, by scheme.
        public var avoided: [String: Double]
    }

    /// A pool in a year. Occupied beds are means of the year.
    public struct Pool: Sendable, Codable {
        public var code: String
        public var beds: Double
        public var demand: Double
        public var avoided: Double
        public var movedIn: Double
        public var movedOut: Double
        public var occupied: Double
        /// By the pool's rule, at the winter peak.
        public var bedsNeeded: Double
        /// Occupied over open beds; absent without beds.
        public var occupancy: Double?
        /// The chance at the winter peak of finding every bed taken: Erlang's loss at the load; absent without beds.
        public var overflowRisk: Double?
        public var wardsClosed: Double
        public var bedsClosed: Double
        public var bedsOpened: Double
    }
}

/// A row of the comparison.
public struct BedsConfiguration: Sendable, Codable {
    public enum Kind: String, Sendable, Codable {
        case schemesOnly
        case best
        /// The best without the schemes that only add to others.
        case bestWithoutLaterPhases
        case option
    }

    /// From 1, among those that hold.
    public var rank: Int?
    public var name: String
    public var title: String
    public var kind: Kind
    /// Today's beds, with the schemes.
    public var isToday: Bool
    public var status: ConfigurationResult.Status
    public var proof: ConfigurationResult.Proof
    /// Of the net present value: what it may still grow by, as a share of it; 0 when optimal.
    public var gap: Double
    /// By pool: what closes and opens by the target year. Pools that stay as they are have none.
    public var decisions: [String: Decision]
    public var annualCost: Double?
    public var annualSaving: Double?
    public var savingSplit: ConfigurationResult.SavingSplit?
    public var netPresentValue: Double?
    /// £ once, for beds opened, beyond do-nothing's.
    public var capital: Double?
    public var costLines: [String: Double]?
    /// What beds, wards, sites and new beds cost less than in do-nothing; what replaces them costs; £ in the target year.
    public var grossSaving: Double?
    public var replacementCost: Double?
    /// £ once: schemes begun and wards run twice.
    public var oneOffCost: Double?
    public var sites: [Site]
    public var alternatives: [Alternative]
    public var schemesRunning: [String]
    public var prices: [Price]
    public var result: BedsResult?
    public var reasons: [ConfigurationResult.Reason]

    public struct Decision: Sendable, Codable {
        public var bedsClosed: Double
        public var wardsClosed: Double
        public var bedsOpened: Double
        public var steps: [Step]

        /// What is new in a year.
        public struct Step: Sendable, Codable {
            public var year: Int
            public var bedsClosed: Double
            public var bedsOpened: Double
        }
    }

    public struct Site: Sendable, Codable {
        public var code: String
        public var name: String
        public var bedsToday: Double
        public var beds: Double
        /// The year its last bed closes; absent while it has beds.
        public var emptyFrom: Int?
    }

    public struct Alternative: Sendable, Codable {
        public var code: String
        public var title: String
        public var unit: String
        /// Bought by the target year, and the most that can be.
        public var bought: Double
        public var maximum: Double
        /// £ in the target year.
        public var cost: Double
    }

    /// What binds, and what more of it is worth.
    public struct Price: Sendable, Codable {
        public var requirement: String
        public var sentence: String
        /// What there could be more of, such as `one more safe bed`.
        public var more: String
        /// £ a year of one more with the wards as they are; absent where it is the wards that it limits.
        public var worth: Double?
        /// With so many units more, solved again; absent where one more is worth something with the wards as they are.
        public var further: Further?
        public var unit: String

        public struct Further: Sendable, Codable {
            public var units: Double
            /// What the units are worth together: £ of net present value, and £ a year in the target year.
            public var netPresentValue: Double
            public var annualSaving: Double
            /// Present where the search ended before that was proven to be all: the most that they can be worth.
            public var netPresentValueAtMost: Double?
        }
    }
}

/// A published growth in acute beds beside do-nothing's.
public struct BedsGrowth: Sendable, Codable {
    public var year: Int
    public var claimed: Double
    public var acuteBedsToday: Double
    /// That do-nothing opens, in whole wards.
    public var opened: Double
    /// By the rules, at the winter peak, unrounded: in the base year and in the year.
    public var neededToday: Double
    public var needed: Double
    /// Occupied acute beds: mean of the base year and of the year.
    public var occupiedToday: Double
    public var occupied: Double
    /// Of `needed`, what the schemes take away; and the beds that are then still opened.
    public var removedBySchemes: Double
    public var openedWithSchemes: Double
    public var source: String
}
