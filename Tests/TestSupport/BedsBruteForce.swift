// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation

/// Every way to close and open wards of a small system, one by one, and for each what the rest costs by arithmetic: no solver.
///
/// One cohort, one scheme, one alternative. Given the wards, the beds that must be avoided follow (in each pool without
/// moves; in all together when patients may go from each pool to each), so do the packages, and so does the cost.
public enum BedsBruteForce {
    /// A pool's path: closing and opening steps taken by each year.
    struct Path {
        let closed, opened: [Int]
    }

    static func paths(_ pool: BedsSystem.Pool, years: [Int]) -> [Path] {
        func rising(_ most: Int, _ gate: Int) -> [[Int]] {
            years.reduce([[]]) { paths, year in
                paths.flatMap { path in ((path.last ?? 0)...(year < gate ? (path.last ?? 0) : most)).map { path + [$0] } }
            }
        }
        let none = years.map { _ in 0 }
        return rising(pool.closableWards, pool.earliestClosureYear).map { Path(closed: $0, opened: none) }
            + rising(pool.wardsThatCanOpen, 0).filter { $0 != none }.map { Path(closed: none, opened: $0) }
    }

    /// £, the least present value by enumeration; nil where nothing is feasible.
    public static func least(_ system: BedsSystem, movesFreely: Bool) -> Double? {
        let years = system.years
        let paths = system.pools.map { Self.paths($0, years: years) }
        var best: Double?
        var chosen = system.pools.map { _ in 0 }
        while true {
            let taken = zip(paths, chosen).map { $0[$1] }
            if let cost = cost(system, taken, movesFreely: movesFreely) { best = min(best ?? cost, cost) }
            var place = 0
            while place < chosen.count {
                chosen[place] += 1
                if chosen[place] < paths[place].count { break }
                chosen[place] = 0
                place += 1
            }
            if place == chosen.count { return best }
        }
    }

    private static func cost(_ system: BedsSystem, _ paths: [Path], movesFreely: Bool) -> Double? {
        let years = system.years
        let scheme = system.schemes[0]
        let alternative = system.alternatives[0]
        func discount(_ year: Int) -> Double { 1 / pow(1 + system.discountRate, Double(year - system.baseYear)) }
        func weight(_ year: Int) -> Double {
            year < system.targetYear ? discount(year) : (system.targetYear...system.horizonYear).reduce(0) { $0 + discount($1) }
        }
        func closedBeds(_ p: Int, _ t: Int) -> Double {
            t < 0 ? 0 : min(Double(paths[p].closed[t]) * system.pools[p].wardSize, system.pools[p].openBeds)
        }
        func closedWards(_ p: Int, _ t: Int) -> Double { t < 0 ? 0 : Double(paths[p].closed[t]) }
        func openedBeds(_ p: Int, _ t: Int) -> Double { t < 0 ? 0 : Double(paths[p].opened[t]) * system.pools[p].wardSize }
        func isEmpty(_ site: BedsSystem.Site, _ t: Int) -> Bool {
            t >= 0 && site.pools.allSatisfy { closedBeds($0, t) == system.pools[$0].openBeds }
        }
        var total = 0.0
        var needed: [Double] = []
        var runs = false
        for (t, year) in years.enumerated() {
            let wardsNow = system.pools.indices.reduce(0) { $0 + closedWards($1, t) - closedWards($1, t - 1) }
            if wardsNow > system.wardsClosedPerYear { return nil }
            // What must be avoided.
            var short: [Double] = []
            var most: [Double] = []
            for (p, pool) in system.pools.enumerated() {
                let beds = pool.openBeds - closedBeds(p, t) + openedBeds(p, t)
                let demand = pool.occupiedBeds * pow(1 + system.cohorts[0].growthPerYear, Double(year - system.baseYear))
                short.append(demand - system.rule(p, withMoves: movesFreely).capacity(of: beds) / pool.peakFactor)
                most.append(
                    demand * scheme.effects[0] * min(1, max(0, Double(year - scheme.startYear + 1) / max(1, scheme.rampYears))))
            }
            var avoided: Double
            if movesFreely {
                avoided = max(0, short.reduce(0, +))
                if avoided > most.reduce(0, +) + 1e-9 { return nil }
            } else {
                if zip(short, most).contains(where: { $0 > $1 + 1e-9 }) { return nil }
                avoided = short.reduce(0) { $0 + max(0, $1) }
            }
            if avoided > 1e-9 { runs = true } else { avoided = 0 }
            needed.append(max(0, scheme.needs[0] * avoided - alternative.spare))
            total += weight(year) * scheme.costPerBedAvoided * avoided
            for (p, pool) in system.pools.enumerated() {
                let beds = pool.openBeds - closedBeds(p, t) + openedBeds(p, t)
                let wards = Double(pool.wards) - closedWards(p, t) + Double(paths[p].opened[t])
                total += weight(year) * (pool.variableCostPerBed * beds + pool.fixedCostPerWard * wards)
                total += discount(year) * system.capitalPerBed * (openedBeds(p, t) - openedBeds(p, t - 1))
                total +=
                    discount(year) * system.doubleRunningMonths / 12
                    * (pool.variableCostPerBed * (closedBeds(p, t) - closedBeds(p, t - 1))
                        + pool.fixedCostPerWard * (closedWards(p, t) - closedWards(p, t - 1)))
            }
            for site in system.sites {
                let fixed = site.fixedCostReleased ?? 0
                if !isEmpty(site, t) { total += weight(year) * fixed }
                if isEmpty(site, t), !isEmpty(site, t - 1) { total += discount(year) * system.doubleRunningMonths / 12 * fixed }
            }
        }
        if runs {
            if scheme.startYear > system.targetYear { return nil }
            total += discount(max(scheme.startYear, years[0])) * scheme.oneOffCost
            for year in years where year >= scheme.startYear { total += weight(year) * scheme.fixedCost }
        }
        // Bought a lead time before it is used, and kept.
        var bought = 0.0
        for (t, year) in years.enumerated() {
            if t < alternative.leadYears, needed[t] > 1e-9 { return nil }
            if t + alternative.leadYears < years.count { bought = max(bought, needed[t + alternative.leadYears]) }
            if bought > alternative.maximum + 1e-9 { return nil }
            total += weight(year) * alternative.price * bought
        }
        return total
    }

    /// A system in random round numbers: three pools on two sites.
    public static func system(_ seed: UInt64, movesFreely: Bool) -> BedsSystem {
        var state = seed
        func next(_ low: Double, _ high: Double) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + (high - low) * Double(state >> 33) / Double(1 << 31)
        }
        var system = BedsFixtures.worked
        system.targetYear = 2019
        system.horizonYear = 2024
        system.discountRate = 0.035
        system.pools = (0..<3).map { place in
            let open = next(15, 40).rounded()
            let rule =
                switch Int(seed) % 3 {
                case 0: BedsFixtures.occupancy(0.9)
                case 1: BedsFixtures.overflow(0.05)
                default: BedsFixtures.quantile(1.5, z: 1)
                }
            var pool = BedsFixtures.pool(
                "P\(place)", open: open, occupied: (open * next(0.4, 0.75)).rounded(), ward: next(8, 14).rounded(), closable: 0,
                canOpen: 1, rule: rule)
            pool.closableWards = min(3, pool.wards)
            pool.earliestClosureYear = next(0, 1) < 0.5 ? 2017 : 2018
            pool.fixedCostPerWard = next(20_000, 200_000).rounded()
            return pool
        }
        system.cohorts[0].growthPerYear = next(-0.02, 0.03)
        system.schemes[0].effects = [next(0.1, 0.5)]
        system.schemes[0].rampYears = next(1, 3).rounded()
        system.schemes[0].costPerBedAvoided = next(0, 8000)
        system.alternatives[0].price = next(2000, 20_000)
        system.alternatives[0].maximum = next(3, 20)
        system.alternatives[0].spare = next(0, 2)
        system.sites = [
            .init(code: "S0", name: "S0", pools: [0], fixedCostReleased: 150_000),
            .init(code: "S1", name: "S1", pools: [1, 2], fixedCostReleased: 300_000),
        ]
        system.wardsClosedPerYear = next(1, 3).rounded()
        if movesFreely {
            system.moves = [0, 1, 2].flatMap { from in [0, 1, 2].filter { $0 != from }.map { .init(from: from, to: $0) } }
        }
        return system
    }
}
