// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// What a comparison found, for one family: the value that every report is made from, and the JSON that others script
/// against. £ are pounds a year at the instance's price base unless a name says otherwise; shares are 0 to 1.
public struct Appraisal: Sendable, Codable {
    public static let currentSchemaVersion = 1

    public var schemaVersion = Appraisal.currentSchemaVersion
    public var program: ProgramVersion
    public var instance: InstanceSummary
    public var family: String
    /// Boundary, flow and bed rule as solved, and the caller's changes.
    public var options: Options
    public var levers: [Lever]
    public var doNothing: Reference
    /// Today's sites with the levers that are on; with none on, with every lever of the instance on.
    public var todayWithLevers: Reference
    public var configurations: [ConfigurationResult]
    /// Configurations there are, and how many were answered before a limit or Ctrl-C.
    public var configurationCount: Int
    public var answeredCount: Int
    /// Why it stopped before the end; absent when it did not.
    public var stopped: StopReason?
    /// With `stopped`: no configuration can save more than this, £ a year.
    public var savingBound: Double?
    public var provenance: ProvenanceSummary
    public var sensitivity: Sensitivity?
    public var resilience: [Resilience]

    public struct ProgramVersion: Sendable, Codable {
        public var name: String
        public var version: String
        public var glpk: String
    }

    public struct InstanceSummary: Sendable, Codable {
        public var name: String
        public var title: String
        public var baseYear: Int
        public var targetYear: Int
        public var openingYear: Int
        public var horizonYear: Int
        public var priceBase: String
        public var files: [File]

        public struct File: Sendable, Codable {
            public var path: String
            public var sha256: String
        }
    }

    public struct Options: Sendable, Codable {
        public var boundary: String
        public var flow: String
        public var bedRule: String
        public var changed: [String]
    }

    public struct Lever: Sendable, Codable {
        public var name: String
        public var title: String
        public var isOn: Bool
        public var source: String
    }

    /// A row that others are compared with.
    public struct Reference: Sendable, Codable {
        public var title: String
        public var leversOn: [String]
        public var annualCost: Double
        public var annualSaving: Double
        public var costLines: [String: Double]
        public var capital: Double
        public var travel: Travel
        public var sites: [SiteResult]
    }

    public enum StopReason: String, Sendable, Codable {
        case timeLimit
        case cancelled
    }

    public struct ProvenanceSummary: Sendable, Codable {
        public var figures: Provenance
        /// Share of the winner's saving that rests on assumed figures: of the movement of the saving when every figure moves
        /// by one per cent, the part that assumed figures cause. Absent when it was not worked out.
        public var savingRestingOnAssumed: Double?
    }

    /// The highest-ranked configuration that is not infeasible.
    public var winner: ConfigurationResult? { configurations.first { $0.status != .infeasible } }
}

/// Travel of a configuration, minutes and shares of residents.
public struct Travel: Sendable, Codable {
    public var all: TravelMeasures
    public var mostDeprivedFifth: TravelMeasures
}

/// One configuration of a comparison.
public struct ConfigurationResult: Sendable, Codable {
    public enum Status: String, Sendable, Codable {
        case feasible
        /// It misses a standard that do-nothing misses as well, by no more than do-nothing does.
        case noWorseThanToday
        case infeasible
    }

    public enum Proof: String, Sendable, Codable {
        case optimal
        case gap
    }

    /// From 1, among those that are not infeasible; infeasible ones have none.
    public var rank: Int?
    public var name: String
    /// The name of an option of the instance that makes the same decisions.
    public var option: String?
    public var isToday: Bool
    public var status: Status
    public var proof: Proof
    public var gap: Double
    public var decisions: [String: String]
    public var annualCost: Double?
    public var annualSaving: Double?
    public var savingSplit: SavingSplit?
    public var netPresentValue: Double?
    /// £ once, beyond do-nothing's.
    public var capital: Double?
    /// Years; absent when the running saving is not positive.
    public var paybackYears: Double?
    public var costLines: [String: Double]?
    public var travel: Travel
    public var sites: [SiteResult]
    public var flows: [Flow]
    public var organisations: [OrganisationResult]
    public var reasons: [Reason]

    /// Two views of one saving, each of which adds up to it: by cause (`levers` + `configuration`) and by nature
    /// (`cashReleasing` + `growthAvoided`).
    public struct SavingSplit: Sendable, Codable {
        public var cashReleasing: Double
        public var growthAvoided: Double
        public var levers: Double
        public var configuration: Double
    }

    /// People who go somewhere else than today, attendances a year.
    public struct Flow: Sendable, Codable {
        public var from: String
        public var to: String
        public var attendances: Double
    }

    public struct OrganisationResult: Sendable, Codable {
        public var code: String
        public var name: String
        /// £ a year: better off when positive.
        public var change: Double
        /// Whether the change is part of the footprint's saving; outside providers are shown beside it.
        public var countsInSaving: Bool
    }

    /// Why a configuration fails, or which standard it misses as today does.
    public struct Reason: Sendable, Codable {
        public var requirement: String
        public var site: String?
        /// Reasons with the same number cannot all hold together.
        public var conflict: Int
        public var sentence: String
        /// The least this requirement alone would have to move, the others of its conflict kept; absent when moving it alone
        /// is not enough.
        public var leastChange: Double?
        public var unit: String
    }
}

/// A site in a configuration.
public struct SiteResult: Sendable, Codable {
    public var code: String
    public var name: String
    public var level: String
    public var isInside: Bool
    public var attendances: Double
    public var admissions: Double
    /// Emergency beds; absent where the site has none.
    public var bedsNeeded: Double?
    public var bedsToday: Double?
    public var bedsBuilt: Double?
    public var bedsReleased: Double?
    public var spacesNeeded: Double?
    public var spacesToday: Double?
    public var spacesBuilt: Double?
    public var agencyWTE: Double?
    public var redeployedWTE: Double?
    public var leavingWTE: Double?
}
