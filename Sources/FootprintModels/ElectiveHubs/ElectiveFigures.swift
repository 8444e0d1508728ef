// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// What the page's section *Demand and figures* works out of a system for one case, by its names. `t` is a place in the
/// system's years, `i` a mode, `j` a specialty, `s` a site.
public struct ElectiveFigures: Sendable {
    public static let modes = ElectiveMode.allCases
    /// Places of the modes.
    public static let inpatient = 0
    public static let dayCase = 1
    public static let procedure = 2
    /// The modes that wait on a list.
    public static let admitted = [inpatient, dayCase]

    /// Spells, by specialty, mode and year.
    public let demand: [[[Double]]]
    /// Pathways, by specialty and year.
    public let arrivals: [[Double]]
    /// The share of an admitted mode in the admitted demand, by specialty, mode and year.
    public let mix: [[[Double]]]
    /// Pathways that may wait, by specialty and year.
    public let standardList: [[Double]]
    /// The share of inpatients that may be day cases, by specialty and year; 0 without the lever.
    public let ceiling: [[Double]]
    /// The modes of each specialty that anyone can be treated in.
    public let modes: [[Int]]
    /// Minutes of patients that a plain session gives, by site and year.
    public let plainMinutes: [[Double]]
    /// The same at a hub, in minutes elsewhere, by site.
    public let hubMinutes: [Double]
    /// Days, by specialty, mode and year.
    public let stay: [[[Double]]]
    /// What the follow-up lever leaves of the cost of follow-ups, by year.
    public let followUpFactor: [Double]
    /// £ a spell, by specialty and mode.
    public let lastResortPrice: [[Double]]
    /// The most spells of a year, by specialty, mode and year.
    public let most: [[[Double]]]
    /// The least spells of a year, by specialty, mode and year; of inpatients, those left when all are converted who can be.
    public let least: [[[Double]]]

    public init(_ system: ElectiveSystem, _ situation: ElectiveCase) {
        let years = system.years
        let parameters = system.parameters
        /// Whether a lever acts in a year.
        func on(_ lever: ElectiveLever, _ t: Int) -> Bool {
            situation.levers.contains(lever) && years[t] >= system.levers.startYear[lever] ?? system.openingYear
        }
        let demand = system.specialties.map { specialty in
            specialty.care.map { care in
                years.map { care.spells * pow(1 + care.growthPerYear, Double($0 - system.baseYear)) }
            }
        }
        self.demand = demand
        let admittedDemand = demand.map { byMode in years.indices.map { t in Self.admitted.reduce(0) { $0 + byMode[$1][t] } } }
        let arrivals = system.specialties.indices.map { j in
            admittedDemand[j].map { $0 / system.specialties[j].spellsPerPathway }
        }
        self.arrivals = arrivals
        let mix = demand.enumerated().map { j, byMode in
            byMode.map { ofMode in zip(ofMode, admittedDemand[j]).map { $1 > 0 ? $0 / $1 : 0 } }
        }
        self.mix = mix
        standardList = arrivals.map { $0.map { parameters.waitingWeeks / 52 * parameters.waitingStandard * $0 } }
        let ceiling = system.specialties.map { specialty in
            years.indices.map { t in
                on(situation.convertsInFull ? .dayCasesInFull : .dayCases, t) ? specialty.dayCaseCeiling : 0
            }
        }
        self.ceiling = ceiling
        modes = system.specialties.map { specialty in
            Self.modes.indices.filter {
                specialty.care[$0].spells > 0 || ($0 == Self.dayCase && situation.converts && specialty.dayCaseCeiling > 0)
            }
        }
        plainMinutes = system.sites.map { site in
            years.indices.map { t in
                let utilisation = on(.theatres, t) ? max(site.utilisation, system.levers.utilisationTarget) : site.utilisation
                return parameters.sessionMinutes * utilisation * (1 - site.cancelledShare)
            }
        }
        hubMinutes = system.sites.map { parameters.sessionMinutes * $0.hubUtilisation * parameters.hubGain }
        stay = system.specialties.map { specialty in
            specialty.care.map { care in
                years.indices.map { t in care.lengthOfStay * (on(.stays, t) ? 1 - system.levers.stayReduction : 1) }
            }
        }
        followUpFactor = years.indices.map { t in
            on(.followUps, t)
                ? (1 - system.levers.followUpReduction) * (1 - system.levers.followUpUnitCostReduction) : 1
        }
        lastResortPrice = system.specialties.indices.map { j in
            Self.modes.indices.map { i in
                max(system.specialties[j].care[i].outsourcePrice, 1.01 * Self.dearestInside(system, j, i))
            }
        }
        most = system.specialties.enumerated().map { j, specialty in
            Self.modes.indices.map { i in
                years.indices.map { t in
                    guard i != Self.procedure else { return demand[j][i][t] }
                    let converted = i == Self.dayCase ? ceiling[j][t] * mix[j][Self.inpatient][t] : 0
                    let pathways = arrivals[j][t] + (1 - specialty.removedShare) * specialty.waitingList
                    return specialty.spellsPerPathway * (mix[j][i][t] + converted) * pathways
                }
            }
        }
        least = system.specialties.enumerated().map { j, specialty in
            Self.modes.indices.map { i in
                years.indices.map { t in
                    guard i != Self.procedure else { return demand[j][i][t] }
                    let pathways = max(0, arrivals[j][t] - specialty.removedShare * specialty.waitingList)
                    let left = i == Self.inpatient ? 1 - ceiling[j][t] : 1
                    return specialty.spellsPerPathway * mix[j][i][t] * left * pathways
                }
            }
        }
    }

    /// `dearestInside`: £ a spell, without levers.
    private static func dearestInside(_ system: ElectiveSystem, _ j: Int, _ i: Int) -> Double {
        let parameters = system.parameters
        let specialty = system.specialties[j]
        let care = specialty.care[i]
        let bed = parameters.bedRunningCost * parameters.bedCostReleasedShare
        var dearest = 0.0
        for (s, site) in system.sites.enumerated() {
            guard let place = system.places[j][s] else { continue }
            let minutes = parameters.sessionMinutes * site.utilisation * (1 - site.cancelledShare)
            var cost = care.variableCost + site.sessionCost * care.minutes / minutes
            cost += bed * care.lengthOfStay / 365 / parameters.maximumOccupancy
            if i == inpatient, specialty.minimumSpells > 0 { cost += place.fixedCost / specialty.minimumSpells }
            cost += system.limits[i].travelSupportPerMinute * site.farthest
            dearest = max(dearest, cost)
        }
        return dearest
    }
}

extension ElectiveSystem {
    /// A last-resort price that the table's own price is too low for.
    public struct LiftedPrice: Sendable, Hashable {
        public let specialty: String
        public let mode: ElectiveMode
        /// £ a spell, of the table and as used.
        public let table, used: Double
    }

    /// Every price of the last resort that is above what the table says: section *Last resort* of the page.
    public var liftedPrices: [LiftedPrice] {
        let figures = ElectiveFigures(self, doNothing)
        return specialties.indices.flatMap { j in
            ElectiveFigures.modes.indices.compactMap { i in
                let care = specialties[j].care[i]
                let used = figures.lastResortPrice[j][i]
                guard care.spells > 0, used > care.outsourcePrice else { return nil }
                return LiftedPrice(
                    specialty: specialties[j].code, mode: ElectiveFigures.modes[i], table: care.outsourcePrice, used: used)
            }
        }
    }
}
