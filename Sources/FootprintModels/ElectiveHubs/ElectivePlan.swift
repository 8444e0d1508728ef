// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// What an answer of an elective program says, in spells, sessions, beds and £: worked out from its decisions and from who goes
/// where alone, so that a plan costs what it costs whatever the program that found it said.
public struct ElectivePlan: Sendable {
    public let system: ElectiveSystem
    public let situation: ElectiveCase
    /// Whether each site is a hub from opening on.
    public let isHub: [Bool]
    /// Whether each site keeps inpatients from opening on, by specialty and site.
    public let keeps: [[Bool]]
    public let flows: ElectiveFlows
    /// In the order of the system's years.
    public let years: [Year]
    /// Beds beyond today's, by site.
    public let bedsBuilt: [Double]
    /// £ once.
    public let capital: Double

    public struct Year: Sendable {
        public let year: Int
        /// In the order of the system's specialties and sites.
        public let specialties: [SpecialtyYear]
        public let sites: [SiteYear]
        /// Inpatient spells, by specialty and site.
        public let inpatients: [[Double]]
        /// Spells farther than the standard journey, of each mode.
        public let beyond: [Double]
        /// £ a year.
        public let lines: ElectiveCostLines
    }

    public struct SpecialtyYear: Sendable {
        /// Pathways on the list at the end of the year, its fall in the year, and those treated and arrived.
        public let waiting, fall, treated, arrivals: Double
        /// Spells by the mode that demand has, and those bought elsewhere, of each mode.
        public let done, outsourced: [Double]
        /// Inpatients treated as day cases.
        public let converted: Double
    }

    public struct SiteYear: Sendable {
        public let isHub: Bool
        /// Staffed.
        public let sessions: Double
        /// Beds occupied on average, and beds open.
        public let bedsOccupied, beds: Double
        /// Of each mode.
        public let spells: [Double]
    }

    /// The target year.
    public var last: Year { years[years.count - 1] }

    /// £ a year in the target year.
    public var annualCost: Double { last.lines.total }

    /// Whether each site has inpatients of any specialty from opening on.
    public var isCentre: [Bool] { system.sites.indices.map { s in keeps.contains { $0[s] } } }

    public var configuration: ElectiveCase.Configuration { .init(isHub: isHub, isCentre: isCentre) }

    /// £, the page's objective added up line by line: the present value in the base year.
    public var presentValue: Double {
        years.reduce(system.discount(system.openingYear - 1) * capital) {
            $0 + system.weight($1.year) * ($1.lines.total - $1.lines.newCapital)
        }
    }

    /// - Parameters:
    ///   - treated: admitted pathways, by specialty and year.
    ///   - flows: of the zones of this system.
    public init(
        _ system: ElectiveSystem, _ situation: ElectiveCase, isHub: [Bool], keeps: [[Bool]], treated: [[Double]],
        flows: ElectiveFlows
    ) {
        self.system = system
        self.situation = situation
        self.isHub = isHub
        self.keeps = keeps
        self.flows = flows
        let figures = ElectiveFigures(system, situation)
        let modes = ElectiveFigures.modes.indices
        let parameters = system.parameters
        var waiting = system.specialties.map(\.waitingList)
        var drafts: [(specialties: [SpecialtyYear], sites: [SiteYear], spells: [[[Double]]], beyond: [Double])] = []
        for (t, year) in system.years.enumerated() {
            let spells = system.specialties.indices.map { j in
                modes.map { i in system.sites.indices.map { flows.total(specialty: j, mode: i, year: t, site: $0) } }
            }
            let specialties = system.specialties.enumerated().map { j, specialty in
                let before = waiting[j]
                let pathways = treated[j][t]
                waiting[j] = (1 - specialty.removedShare) * before + figures.arrivals[j][t] - pathways
                return SpecialtyYear(
                    waiting: waiting[j], fall: before - waiting[j], treated: pathways, arrivals: figures.arrivals[j][t],
                    done: modes.map {
                        $0 == ElectiveFigures.procedure
                            ? figures.demand[j][$0][t] : figures.mix[j][$0][t] * specialty.spellsPerPathway * pathways
                    },
                    outsourced: modes.map { flows.total(outsourced: j, mode: $0, year: t) },
                    converted: flows.total(converted: j, year: t))
            }
            let sites = system.sites.enumerated().map { s, site in
                let isHubNow = year < system.openingYear ? site.isHubToday : isHub[s]
                var minutes = 0.0
                var occupied = 0.0
                for (j, specialty) in system.specialties.enumerated() {
                    for i in modes {
                        minutes += specialty.care[i].minutes * spells[j][i][s]
                        occupied += figures.stay[j][i][t] * (isHubNow ? parameters.hubStayFactor : 1) * spells[j][i][s] / 365
                    }
                }
                return SiteYear(
                    isHub: isHubNow, sessions: minutes / (isHubNow ? figures.hubMinutes[s] : figures.plainMinutes[s][t]),
                    bedsOccupied: occupied, beds: occupied / parameters.maximumOccupancy,
                    spells: modes.map { i in spells.reduce(0) { $0 + $1[i][s] } })
            }
            drafts.append((specialties, sites, spells, Self.beyond(system, flows, t)))
        }
        let bedsBuilt = system.sites.enumerated().map { s, site in
            max(0, (drafts.map { $0.sites[s].beds }.max() ?? 0) - site.beds)
        }
        self.bedsBuilt = bedsBuilt
        var capital = bedsBuilt.reduce(0, +) * parameters.capitalPerBed
        for (s, site) in system.sites.enumerated() where isHub[s] && !site.isHubToday { capital += site.hubCapital }
        self.capital = capital
        let annuity = Money.annuity(years: parameters.assetLifeYears, rate: parameters.discountRate)
        years = zip(system.years, drafts).enumerated().map { t, pair in
            let (year, draft) = pair
            var lines = ElectiveCostLines()
            lines.newCapital = year < system.openingYear ? 0 : annuity * capital
            for (s, site) in system.sites.enumerated() {
                lines.sessions += site.sessionCost * draft.sites[s].sessions
                lines.beds += parameters.bedRunningCost * parameters.bedCostReleasedShare * draft.sites[s].beds
                lines.bedOverheads += parameters.bedRunningCost * (1 - parameters.bedCostReleasedShare) * site.beds
                if draft.sites[s].isHub { lines.hubs += site.hubFixedCost }
            }
            for (j, specialty) in system.specialties.enumerated() {
                for s in system.sites.indices {
                    guard let place = system.places[j][s] else { continue }
                    if year < system.openingYear ? place.hasInpatientsToday : keeps[j][s] { lines.specialties += place.fixedCost }
                }
                for (i, care) in specialty.care.enumerated() {
                    lines.treatment += care.variableCost * draft.spells[j][i].reduce(0, +)
                    lines.followUps +=
                        figures.followUpFactor[t] * care.followUpsPerSpell * specialty.followUpCost * draft.specialties[j].done[i]
                    lines.outsourcing += figures.lastResortPrice[j][i] * draft.specialties[j].outsourced[i]
                    let support = system.limits[i].travelSupportPerMinute
                    guard support > 0 else { continue }
                    for s in system.sites.indices where draft.spells[j][i][s] > 0 {
                        for (z, zone) in system.zones.enumerated() {
                            lines.travelSupport +=
                                support * zone.extraMinutes[s] * flows[specialty: j, mode: i, year: t, site: s, zone: z]
                        }
                    }
                }
            }
            return Year(
                year: year, specialties: draft.specialties, sites: draft.sites,
                inpatients: draft.spells.map { $0[ElectiveFigures.inpatient] }, beyond: draft.beyond, lines: lines)
        }
    }

    /// Spells of a year farther than the standard journey, of each mode.
    private static func beyond(_ system: ElectiveSystem, _ flows: ElectiveFlows, _ t: Int) -> [Double] {
        system.limits.enumerated().map { i, limits in
            var beyond = 0.0
            for s in system.sites.indices {
                for (z, zone) in system.zones.enumerated() where zone.minutes[s] > limits.standardMinutes {
                    for j in system.specialties.indices { beyond += flows[specialty: j, mode: i, year: t, site: s, zone: z] }
                }
            }
            return beyond
        }
    }
}

/// £ a year, the page's ten lines.
public struct ElectiveCostLines: Sendable, Hashable, Codable {
    public var sessions = 0.0
    public var beds = 0.0
    public var bedOverheads = 0.0
    public var specialties = 0.0
    public var hubs = 0.0
    public var treatment = 0.0
    public var followUps = 0.0
    public var outsourcing = 0.0
    public var travelSupport = 0.0
    public var newCapital = 0.0

    public init() {}

    public var total: Double {
        sessions + beds + bedOverheads + specialties + hubs + treatment + followUps + outsourcing + travelSupport + newCapital
    }
}

extension ElectiveModel {
    /// - Parameter solution: of this model, which is by zone.
    public func plan(_ solution: Solution) -> ElectivePlan {
        precondition(detail.isByZone, "a program without zones does not say who goes where")
        var flows = ElectiveFlows(system)
        for j in system.specialties.indices {
            for t in system.years.indices {
                for flow in variables.converted[j][t] {
                    flows[converted: j, year: t, zone: flow.zone!] = max(0, solution[flow.spells])
                }
                for i in figures.modes[j] {
                    for flow in variables.outsourced[j][i][t] {
                        flows[outsourced: j, mode: i, year: t, zone: flow.zone!] = max(0, solution[flow.spells])
                    }
                    for s in system.sites.indices {
                        for flow in variables.going(j, i, t, s) {
                            flows[specialty: j, mode: i, year: t, site: s, zone: flow.zone!] += max(0, solution[flow.spells])
                        }
                    }
                }
            }
        }
        return ElectivePlan(
            system, situation, isHub: isHub(solution), keeps: keeps(solution),
            treated: treated(solution), flows: flows)
    }

    /// Admitted pathways, by specialty and year.
    public func treated(_ solution: Solution) -> [[Double]] { variables.treated.map { $0.map { solution[$0] } } }

    /// Which sites are hubs.
    public func isHub(_ solution: Solution) -> [Bool] { variables.hub.map { solution[$0] > 0.5 } }

    /// Which sites keep inpatients, by specialty and site.
    public func keeps(_ solution: Solution) -> [[Bool]] {
        variables.open.map { $0.map { $0.map { solution[$0] > 0.5 } ?? false } }
    }

    /// Whether a solution of the relaxation is one of the program.
    public func isWhole(_ solution: Solution) -> Bool {
        (variables.hub + variables.open.joined().compactMap(\.self)).allSatisfy { (solution[$0] - solution[$0].rounded()).magnitude < 1e-9 }
    }
}
