// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The figures of the family `elective` as `Models/elective/formulation.md` names them: a value that a model is made from.
/// Specialties, sites and zones are places in these lists; modes are in the order of `ElectiveMode.allCases`.
public struct ElectiveSystem: Sendable {
    public var title: String
    public var baseYear: Int
    public var targetYear: Int
    /// The first year a changed configuration runs.
    public var openingYear: Int
    public var horizonYear: Int
    public var specialties: [Specialty]
    /// Of each mode.
    public var limits: [Limits]
    public var sites: [Site]
    /// By specialty and site; nil where the specialty neither is nor may be: no mode of it can be treated there.
    public var places: [[Place?]]
    public var needs: [Need]
    /// Zones of residents, or classes of them.
    public var zones: [Zone]
    public var parameters: Parameters
    public var levers: ElectiveLevers

    public struct Specialty: Sendable {
        public var code: String
        public var title: String
        /// Pathways at the end of the base year.
        public var waitingList: Double
        public var spellsPerPathway: Double
        /// Of a list, those who leave it untreated in a year.
        public var removedShare: Double
        /// Of the inpatients of a year, those who may be day cases.
        public var dayCaseCeiling: Double
        /// Of inpatients a year at a site that keeps them; 0 for none.
        public var minimumSpells: Double
        /// £ a follow-up appointment.
        public var followUpCost: Double
        /// Of each mode.
        public var care: [Care]

        public init(
            code: String, title: String, waitingList: Double, spellsPerPathway: Double, removedShare: Double,
            dayCaseCeiling: Double, minimumSpells: Double, followUpCost: Double, care: [Care]
        ) {
            self.code = code
            self.title = title
            self.waitingList = waitingList
            self.spellsPerPathway = spellsPerPathway
            self.removedShare = removedShare
            self.dayCaseCeiling = dayCaseCeiling
            self.minimumSpells = minimumSpells
            self.followUpCost = followUpCost
            self.care = care
        }
    }

    /// Demand and care of a specialty in one mode.
    public struct Care: Sendable {
        /// Of residents, in the base year.
        public var spells: Double
        public var growthPerYear: Double
        /// Days in a bed.
        public var lengthOfStay: Double
        /// Of a session, for a spell.
        public var minutes: Double
        /// £ a spell, session and bed apart.
        public var variableCost: Double
        /// £ a spell bought elsewhere, as the table says.
        public var outsourcePrice: Double
        public var followUpsPerSpell: Double

        public init(
            spells: Double, growthPerYear: Double, lengthOfStay: Double, minutes: Double, variableCost: Double,
            outsourcePrice: Double, followUpsPerSpell: Double
        ) {
            self.spells = spells
            self.growthPerYear = growthPerYear
            self.lengthOfStay = lengthOfStay
            self.minutes = minutes
            self.variableCost = variableCost
            self.outsourcePrice = outsourcePrice
            self.followUpsPerSpell = followUpsPerSpell
        }
    }

    /// Travel for one mode.
    public struct Limits: Sendable {
        public var hardLimitMinutes: Double
        public var standardMinutes: Double
        public var allowedShareBeyondStandard: Double
        /// £ a minute and spell.
        public var travelSupportPerMinute: Double

        public init(
            hardLimitMinutes: Double, standardMinutes: Double, allowedShareBeyondStandard: Double, travelSupportPerMinute: Double
        ) {
            self.hardLimitMinutes = hardLimitMinutes
            self.standardMinutes = standardMinutes
            self.allowedShareBeyondStandard = allowedShareBeyondStandard
            self.travelSupportPerMinute = travelSupportPerMinute
        }
    }

    public struct Site: Sendable {
        public var code: String
        public var name: String
        public var isHubToday: Bool
        public var mayBeHub: Bool
        /// A year, today.
        public var sessions: Double
        public var maximumSessions: Double
        public var utilisation: Double
        public var hubUtilisation: Double
        public var cancelledShare: Double
        /// £ a session.
        public var sessionCost: Double
        public var beds: Double
        /// £ once.
        public var hubCapital: Double
        /// £ a year.
        public var hubFixedCost: Double
        /// The most minutes any zone is farther from it than from its quickest site. Of zones, not of classes.
        public var farthest: Double

        public init(
            code: String, name: String, isHubToday: Bool, mayBeHub: Bool, sessions: Double, maximumSessions: Double,
            utilisation: Double, hubUtilisation: Double, cancelledShare: Double, sessionCost: Double, beds: Double,
            hubCapital: Double, hubFixedCost: Double, farthest: Double
        ) {
            self.code = code
            self.name = name
            self.isHubToday = isHubToday
            self.mayBeHub = mayBeHub
            self.sessions = sessions
            self.maximumSessions = maximumSessions
            self.utilisation = utilisation
            self.hubUtilisation = hubUtilisation
            self.cancelledShare = cancelledShare
            self.sessionCost = sessionCost
            self.beds = beds
            self.hubCapital = hubCapital
            self.hubFixedCost = hubFixedCost
            self.farthest = farthest
        }
    }

    /// A specialty at a site.
    public struct Place: Sendable {
        public var hasInpatientsToday: Bool
        public var mayHaveInpatients: Bool
        /// £ a year while it has inpatients.
        public var fixedCost: Double

        public init(hasInpatientsToday: Bool, mayHaveInpatients: Bool, fixedCost: Double) {
            self.hasInpatientsToday = hasInpatientsToday
            self.mayHaveInpatients = mayHaveInpatients
            self.fixedCost = fixedCost
        }
    }

    /// `specialty` only where `needs` is: places in `specialties`.
    public struct Need: Sendable, Hashable {
        public var specialty: Int
        public var needs: Int

        public init(specialty: Int, needs: Int) {
            self.specialty = specialty
            self.needs = needs
        }
    }

    public struct Zone: Sendable {
        public var code: String
        /// Of the residents; all zones add up to 1.
        public var peopleShare: Double
        /// Of its people, those in the most deprived fifth of residents: reports only.
        public var deprivedShare: Double
        /// Of journey, to each site.
        public var minutes: [Double]
        /// Beyond the quickest site, what travel support is paid for: of a class what its bound says.
        public var extraMinutes: [Double]

        public init(
            code: String, peopleShare: Double, deprivedShare: Double = 0, minutes: [Double], extraMinutes: [Double]? = nil
        ) {
            self.code = code
            self.peopleShare = peopleShare
            self.deprivedShare = deprivedShare
            self.minutes = minutes
            let quickest = minutes.min() ?? 0
            self.extraMinutes = extraMinutes ?? minutes.map { $0 - quickest }
        }
    }

    /// Figures of the whole, by the page's names.
    public struct Parameters: Sendable {
        public var sessionMinutes: Double
        public var hubGain: Double
        public var hubStayFactor: Double
        public var waitingWeeks: Double
        public var waitingStandard: Double
        public var waitingTargetYear: Int
        public var minimumInpatientCentres: Double
        public var maximumInpatientCentres: Double
        public var maximumOutsourcedShare: Double
        public var discountRate: Double
        public var assetLifeYears: Double
        public var maximumOccupancy: Double
        /// £ a bed and year.
        public var bedRunningCost: Double
        public var bedCostReleasedShare: Double
        /// £ a bed, once.
        public var capitalPerBed: Double
        /// £; nil for no limit.
        public var capitalLimit: Double?

        public init(
            sessionMinutes: Double, hubGain: Double, hubStayFactor: Double = 1, waitingWeeks: Double, waitingStandard: Double,
            waitingTargetYear: Int, minimumInpatientCentres: Double = 0, maximumInpatientCentres: Double,
            maximumOutsourcedShare: Double = 1, discountRate: Double, assetLifeYears: Double, maximumOccupancy: Double,
            bedRunningCost: Double, bedCostReleasedShare: Double = 1, capitalPerBed: Double, capitalLimit: Double? = nil
        ) {
            self.sessionMinutes = sessionMinutes
            self.hubGain = hubGain
            self.hubStayFactor = hubStayFactor
            self.waitingWeeks = waitingWeeks
            self.waitingStandard = waitingStandard
            self.waitingTargetYear = waitingTargetYear
            self.minimumInpatientCentres = minimumInpatientCentres
            self.maximumInpatientCentres = maximumInpatientCentres
            self.maximumOutsourcedShare = maximumOutsourcedShare
            self.discountRate = discountRate
            self.assetLifeYears = assetLifeYears
            self.maximumOccupancy = maximumOccupancy
            self.bedRunningCost = bedRunningCost
            self.bedCostReleasedShare = bedCostReleasedShare
            self.capitalPerBed = capitalPerBed
            self.capitalLimit = capitalLimit
        }
    }

    public init(
        title: String, baseYear: Int, targetYear: Int, openingYear: Int, horizonYear: Int, specialties: [Specialty],
        limits: [Limits], sites: [Site], places: [[Place?]], needs: [Need], zones: [Zone], parameters: Parameters,
        levers: ElectiveLevers
    ) {
        self.title = title
        self.baseYear = baseYear
        self.targetYear = targetYear
        self.openingYear = openingYear
        self.horizonYear = horizonYear
        self.specialties = specialties
        self.limits = limits
        self.sites = sites
        self.places = places
        self.needs = needs
        self.zones = zones
        self.parameters = parameters
        self.levers = levers
    }
}

extension ElectiveSystem {
    /// `T`.
    public var years: [Int] { Array((baseYear + 1)...targetYear) }

    /// `δ_t`.
    public func discount(_ year: Int) -> Double { Money.discount(year: year, base: baseYear, rate: parameters.discountRate) }

    /// `weight_t`: the last year runs on to the horizon.
    public func weight(_ year: Int) -> Double {
        year < targetYear
            ? discount(year) : stride(from: targetYear, through: horizonYear, by: 1).reduce(0) { $0 + discount($1) }
    }

    /// Today's situation as a system of one year: no growth, the list as it stands, whose standard is not asked for. What it
    /// costs is the page's base-year cost.
    public var asItStands: ElectiveSystem {
        var today = self
        today.targetYear = baseYear + 1
        today.openingYear = baseYear + 1
        today.horizonYear = baseYear + 1
        today.parameters.waitingTargetYear = baseYear + 2
        for specialty in specialties.indices {
            for mode in today.specialties[specialty].care.indices { today.specialties[specialty].care[mode].growthPerYear = 0 }
        }
        return today
    }
}
