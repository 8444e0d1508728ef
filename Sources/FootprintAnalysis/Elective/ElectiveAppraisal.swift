// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// What a comparison of the family `elective` found: the outer shape of every comparison's JSON with planned care's own
/// decisions and lines inside. £ are pounds a year in the target year at the instance's price base unless a name says otherwise;
/// spells, sessions and beds are of the target year likewise; shares are 0 to 1.
public struct ElectiveAppraisal: Sendable, Codable {
    public var schemaVersion = Appraisal.currentSchemaVersion
    public var program: Appraisal.ProgramVersion
    public var instance: Appraisal.InstanceSummary
    public var family = "elective"
    /// Volumes, minutes, stays or sessions are assumed: what is computed shows what the program does, not what should be done.
    public var isIllustrative: Bool
    /// Where illustrative: what is assumed, and the data that would take its place.
    public var wouldMakeItReal: [MissingData]
    public var options: Options
    public var levers: [ElectiveLeverResult]
    /// Inpatients that become day cases: published beside chosen, by specialty.
    public var conversions: [ElectiveConversion]
    public var doNothing: ElectiveResult
    /// Best first; those that fail last.
    public var configurations: [ElectiveConfiguration]
    /// Rows there are, and how many were answered before a limit or Ctrl-C.
    public var configurationCount: Int
    public var answeredCount: Int
    /// Whether every set of hubs and inpatient centres is among the rows, or the best of them alone.
    public var hasEveryConfiguration: Bool
    /// Why it stopped before the end; absent when it did not.
    public var stopped: Appraisal.StopReason?
    /// No answer can have a larger net present value than this, £; absent where the best found is proven best, and where no bound is
    /// known.
    public var netPresentValueBound: Double?
    /// Zones taken together, and what that may cost the answer at most: none are, and nothing.
    public var zoneClasses: ZoneClassBound
    /// How far the linear relaxation is from the best answer known, with and without each strengthening; empty unless asked for.
    public var rootGaps: [RootGap]
    /// Prices of the last resort that are above what the table says.
    public var liftedPrices: [ElectiveLiftedPrice]
    public var claims: [ComparedClaim]
    public var provenance: Appraisal.ProvenanceSummary

    public struct Options: Sendable, Codable {
        public var changed: [String]
        public var levers: [String]
        /// Sites that are left out with the patients they have today, by name.
        public var outsideSites: [String]
    }

    /// A kind of figure that is assumed.
    public struct MissingData: Sendable, Codable {
        /// Such as `specialty_modes.minutes`.
        public var figure: String
        public var what: String
        public var assumed: Int
        public var total: Int
        /// The data that would take their place.
        public var data: String
    }

    /// A program of zone classes is a bound on the program of the zones, and called one. Zones that are solved one by one are as many
    /// classes, and without a gap.
    public struct ZoneClassBound: Sendable, Codable {
        public var zones: Int
        public var classes: Int
        /// The configuration it is of; absent where none holds.
        public var configuration: String?
        /// `(upper − lower) / upper` of its present value, search gaps not counted; absent where not worked out.
        public var gap: Double?
    }

    public struct RootGap: Sendable, Codable {
        /// `all`, `without zones`, `without volumes`, `without list` or `none`.
        public var strengthenings: String
        /// `(best known − root) / best known`.
        public var gap: Double
    }

    /// The best that holds: the highest-ranked configuration.
    public var winner: ElectiveConfiguration? { configurations.first { $0.rank == 1 } }
}

/// A price of the last resort that is above the table's, £ a spell.
public struct ElectiveLiftedPrice: Sendable, Codable {
    public var specialty: String
    public var mode: String
    public var table: Double
    public var used: Double
}

/// A published lever: its switch, by how much it changes what, and what it is worth alone.
public struct ElectiveLeverResult: Sendable, Codable {
    public var name: String
    public var title: String
    public var isOn: Bool
    /// The first year it acts.
    public var startYear: Int
    public var figures: [Range]
    /// £ a year that it saves against doing nothing, alone and at today's sites; absent where that was not settled.
    public var savingAlone: Double?

    public struct Range: Sendable, Codable {
        public var name: String
        public var value: Double
        /// Its uncertainty; absent for a stated figure without one.
        public var low: Double?
        public var high: Double?
        public var source: String
    }
}

/// Inpatients of a specialty that become day cases in the target year.
public struct ElectiveConversion: Sendable, Codable {
    public var specialty: String
    public var title: String
    /// Of its inpatients, those who could be day cases, as published; and its range where it has one.
    public var ceiling: Double
    public var low: Double?
    public var high: Double?
    /// Spells of it, were the whole ceiling converted, and those that the best configuration chooses.
    public var published: Double?
    public var chosen: Double?
}

/// What a case comes to.
public struct ElectiveResult: Sendable, Codable {
    public var annualCost: Double
    /// They add up to `annualCost`.
    public var costLines: [String: Double]
    /// £ once.
    public var capital: Double
    /// £ in the base year, to the horizon.
    public var presentValue: Double
    public var travel: [ModeTravel]
    public var years: [Year]
    public var sites: [Site]

    /// Of one mode.
    public struct ModeTravel: Sendable, Codable {
        public var mode: String
        public var all: ElectiveTravel
        public var mostDeprivedFifth: ElectiveTravel
    }

    public struct Year: Sendable, Codable {
        public var year: Int
        /// £, all lines but the yearly payment for new capital.
        public var cost: Double
        public var specialties: [Specialty]

        /// Pathways of all specialties on the list at the end of the year.
        public var waiting: Double { specialties.reduce(0) { $0 + $1.waiting } }
    }

    public struct Specialty: Sendable, Codable {
        public var code: String
        /// Pathways: on the list at the end of the year, those that came and those treated.
        public var waiting: Double
        public var arrivals: Double
        public var treated: Double
        /// Inpatients treated as day cases.
        public var converted: Double
        /// Spells bought elsewhere.
        public var outsourced: Double
    }

    /// A site in the target year.
    public struct Site: Sendable, Codable {
        public var code: String
        public var name: String
        public var isHub: Bool
        /// Codes of the specialties whose inpatients it keeps.
        public var inpatientSpecialties: [String]
        /// By mode.
        public var spells: [String: Double]
        /// Of the inpatients, by specialty.
        public var inpatients: [String: Double]
        /// A year: today, staffed, and what is left of today's; below nothing: more.
        public var sessionsToday: Double
        public var sessions: Double
        public var sessionsReleased: Double
        public var bedsToday: Double
        public var beds: Double
        public var bedsReleased: Double
        public var bedsBuilt: Double
    }
}

/// A row of the comparison.
public struct ElectiveConfiguration: Sendable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// Today's sites, with the levers that are on.
        case todayWithLevers
        /// Today's sites, every published lever in full.
        case todayWithLeversInFull
        case option
        /// A set of hubs and inpatient centres.
        case configuration
    }

    /// What a site is for.
    public enum Role: String, Sendable, Codable {
        case hubWithInpatients = "hub-with-inpatients"
        case hub
        case inpatients
        /// Day cases and clinic procedures on plain lists.
        case dayCases = "day-cases"
    }

    /// From 1, among those that hold, by net present value; none for today's sites with the levers in full, which are not the
    /// levers of the others.
    public var rank: Int?
    public var name: String
    public var title: String
    public var kind: Kind
    /// The named option that it is.
    public var option: String?
    /// Today's hubs and today's inpatients.
    public var isToday: Bool
    public var status: ConfigurationResult.Status
    public var proof: ConfigurationResult.Proof
    /// Of the present value: what it may still fall by, as a share of it; 0 when optimal.
    public var gap: Double
    /// By site; of a row that fails, what it asks for.
    public var decisions: [String: Role]
    public var levers: [String]
    public var annualCost: Double?
    public var annualSaving: Double?
    public var savingSplit: ConfigurationResult.SavingSplit?
    /// By line: what do-nothing pays and this does not. They add up to `annualSaving`.
    public var savingLines: [String: Double]?
    public var netPresentValue: Double?
    /// £ once, beyond do-nothing's.
    public var capital: Double?
    public var costLines: [String: Double]?
    public var result: ElectiveResult?
    public var reasons: [ConfigurationResult.Reason]
}
