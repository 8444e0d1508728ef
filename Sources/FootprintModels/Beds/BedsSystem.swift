// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// The figures of the family `beds` as `Models/beds/formulation.md` names them: a value that a model is made from.
/// Pools, cohorts, schemes, alternatives and sites are places in these lists.
public struct BedsSystem: Sendable {
    public var title: String
    public var baseYear: Int
    public var targetYear: Int
    public var horizonYear: Int
    public var pools: [Pool]
    public var cohorts: [Cohort]
    /// From which pool to which patients may be moved: places in `pools`.
    public var moves: [Move]
    public var schemes: [Scheme]
    public var alternatives: [Alternative]
    public var sites: [Site]
    public var floors: [Floor]
    /// In all pools together, at most.
    public var wardsClosedPerYear: Double
    public var discountRate: Double
    public var assetLifeYears: Double
    /// £ for a bed opened, once.
    public var capitalPerBed: Double
    public var doubleRunningMonths: Double

    public struct Pool: Sendable {
        public var code: String
        public var title: String
        public var type: BedType
        public var openBeds: Double
        /// The mean of the base year.
        public var occupiedBeds: Double
        public var wardSize: Double
        /// £ a bed and year.
        public var variableCostPerBed: Double
        /// £ a ward and year.
        public var fixedCostPerWard: Double
        public var peakFactor: Double
        public var closableWards: Int
        public var wardsThatCanOpen: Int
        public var earliestClosureYear: Int
        /// Its own rule, without the patients who may be moved to it.
        public var rule: BedsNeeded
        /// Of its occupied beds, one for each cohort.
        public var shares: [Double]

        /// `W_p`: the last ward may be smaller.
        public var wards: Int { Int((openBeds / wardSize).rounded(.up)) }

        public init(
            code: String, title: String, type: BedType, openBeds: Double, occupiedBeds: Double, wardSize: Double,
            variableCostPerBed: Double, fixedCostPerWard: Double, peakFactor: Double, closableWards: Int,
            wardsThatCanOpen: Int, earliestClosureYear: Int, rule: BedsNeeded, shares: [Double]
        ) {
            self.code = code
            self.title = title
            self.type = type
            self.openBeds = openBeds
            self.occupiedBeds = occupiedBeds
            self.wardSize = wardSize
            self.variableCostPerBed = variableCostPerBed
            self.fixedCostPerWard = fixedCostPerWard
            self.peakFactor = peakFactor
            self.closableWards = closableWards
            self.wardsThatCanOpen = wardsThatCanOpen
            self.earliestClosureYear = earliestClosureYear
            self.rule = rule
            self.shares = shares
        }
    }

    public struct Cohort: Sendable {
        public var code: String
        public var growthPerYear: Double
        /// That all schemes together can remove; nil: as if they acted one after the other.
        public var removableShare: Double?

        public init(code: String, growthPerYear: Double, removableShare: Double?) {
            self.code = code
            self.growthPerYear = growthPerYear
            self.removableShare = removableShare
        }
    }

    public struct Move: Sendable, Hashable {
        public var from: Int
        public var to: Int

        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    public struct Scheme: Sendable {
        public var code: String
        public var title: String
        public var startYear: Int
        public var rampYears: Double
        public var costPerBedAvoided: Double
        public var fixedCost: Double
        public var oneOffCost: Double
        /// Its whole effect, one for each cohort.
        public var effects: [Double]
        /// Units of each alternative for a bed avoided.
        public var needs: [Double]
        /// Places of the schemes that must run first.
        public var after: [Int]

        public init(
            code: String, title: String, startYear: Int, rampYears: Double, costPerBedAvoided: Double, fixedCost: Double,
            oneOffCost: Double, effects: [Double], needs: [Double], after: [Int]
        ) {
            self.code = code
            self.title = title
            self.startYear = startYear
            self.rampYears = rampYears
            self.costPerBedAvoided = costPerBedAvoided
            self.fixedCost = fixedCost
            self.oneOffCost = oneOffCost
            self.effects = effects
            self.needs = needs
            self.after = after
        }

        /// The part of the whole effect that is there in `year`.
        public func ramp(in year: Int) -> Double { min(1, max(0, Double(year - startYear + 1) / max(1, rampYears))) }
    }

    public struct Alternative: Sendable {
        public var code: String
        public var title: String
        public var spare: Double
        public var maximum: Double
        public var price: Double
        public var leadYears: Int

        public init(code: String, title: String, spare: Double, maximum: Double, price: Double, leadYears: Int) {
            self.code = code
            self.title = title
            self.spare = spare
            self.maximum = maximum
            self.price = price
            self.leadYears = leadYears
        }
    }

    public struct Site: Sendable {
        public var code: String
        public var name: String
        /// Places of its pools.
        public var pools: [Int]
        /// £ a year; nil where the instance gives none.
        public var fixedCostReleased: Double?

        public init(code: String, name: String, pools: [Int], fixedCostReleased: Double?) {
            self.code = code
            self.name = name
            self.pools = pools
            self.fixedCostReleased = fixedCostReleased
        }
    }

    public struct Floor: Sendable {
        public var place: String
        public var title: String
        public var pools: [Int]
        /// The fewest beds.
        public var beds: Double

        public init(place: String, title: String, pools: [Int], beds: Double) {
            self.place = place
            self.title = title
            self.pools = pools
            self.beds = beds
        }
    }

    public init(
        title: String, baseYear: Int, targetYear: Int, horizonYear: Int, pools: [Pool], cohorts: [Cohort], moves: [Move],
        schemes: [Scheme], alternatives: [Alternative], sites: [Site], floors: [Floor], wardsClosedPerYear: Double,
        discountRate: Double, assetLifeYears: Double, capitalPerBed: Double, doubleRunningMonths: Double
    ) {
        self.title = title
        self.baseYear = baseYear
        self.targetYear = targetYear
        self.horizonYear = horizonYear
        self.pools = pools
        self.cohorts = cohorts
        self.moves = moves
        self.schemes = schemes
        self.alternatives = alternatives
        self.sites = sites
        self.floors = floors
        self.wardsClosedPerYear = wardsClosedPerYear
        self.discountRate = discountRate
        self.assetLifeYears = assetLifeYears
        self.capitalPerBed = capitalPerBed
        self.doubleRunningMonths = doubleRunningMonths
    }
}

extension BedsSystem {
    /// `T`.
    public var years: [Int] { Array((baseYear + 1)...targetYear) }

    /// `demand[c, p, t]`, occupied beds if nothing is done.
    public func demand(_ cohort: Int, _ pool: Int, _ year: Int) -> Double {
        pools[pool].occupiedBeds * pools[pool].shares[cohort]
            * pow(1 + cohorts[cohort].growthPerYear, Double(year - baseYear))
    }

    /// The pool's demand in all cohorts.
    public func demand(_ pool: Int, _ year: Int) -> Double {
        cohorts.indices.reduce(0) { $0 + demand($1, pool, year) }
    }

    /// `effect_kct`.
    public func effect(_ scheme: Int, _ cohort: Int, _ year: Int) -> Double {
        schemes[scheme].effects[cohort] * schemes[scheme].ramp(in: year)
    }

    /// `together_ct`: what the schemes of `on` can remove of a cohort together.
    public func together(_ cohort: Int, _ year: Int, on: [Bool]) -> Double {
        cohorts[cohort].removableShare
            ?? 1 - schemes.indices.reduce(1) { on[$1] ? $0 * (1 - effect($1, cohort, year)) : $0 }
    }

    /// `δ_t`.
    public func discount(_ year: Int) -> Double { Money.discount(year: year, base: baseYear, rate: discountRate) }

    /// `weight_t`: the last year runs on to the horizon.
    public func weight(_ year: Int) -> Double {
        year < targetYear
            ? discount(year) : stride(from: targetYear, through: horizonYear, by: 1).reduce(0) { $0 + discount($1) }
    }

    /// The rule that tells the capacity of a pool's beds: with moves, the largest variance ratio of those who may be there.
    public func rule(_ pool: Int, withMoves: Bool) -> BedsNeeded {
        let own = pools[pool].rule
        guard withMoves else { return own }
        let ratio = moves.filter { $0.to == pool }.map { pools[$0.from].rule.varianceRatio }.reduce(own.varianceRatio, max)
        return BedsNeeded(
            rule: own.rule, maximumOccupancy: own.maximumOccupancy, overflowProbability: own.overflowProbability,
            quantileZ: own.quantileZ, varianceRatio: ratio)
    }
}
