// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting

@testable import FootprintModels

/// Small made-up systems of several areas that share what is scarce: packages, wards a year, floors, schemes and sites.
enum ScarceRegion {
    /// - Parameter seed: the same seed is the same system.
    static func system(_ seed: UInt64) -> BedsSystem {
        var generator = SeededGenerator(state: seed)
        func one<T>(_ values: [T]) -> T { values[Int(generator.next() % UInt64(values.count))] }
        let areas = one([2, 3, 4])
        // The first pool of each area is at the first site, so that sites and floors are over several areas.
        let pools = (0..<areas).flatMap { area in
            (0..<(area == 0 ? 2 : one([1, 2]))).map { number in
                let wards = one([2, 3])
                let open = Double(wards) * 10 - one([0, 0, 4])
                return BedsSystem.Pool(
                    code: "P\(area)\(number)", title: "P\(area)\(number)", type: .community, openBeds: open,
                    occupiedBeds: open * one([0.3, 0.6, 0.75, 0.85]), wardSize: 10, variableCostPerBed: one([15_000, 25_000]),
                    fixedCostPerWard: one([50_000, 90_000]), peakFactor: one([1, 1.05]), closableWards: one([1, wards, wards]),
                    wardsThatCanOpen: 2, earliestClosureYear: one([2017, 2018]),
                    rule: BedsNeeded(
                        rule: .occupancy, maximumOccupancy: 0.9, overflowProbability: 0.02, quantileZ: 1.645, varianceRatio: 1.5),
                    shares: one([[1, 0], [0, 1], [0.5, 0.5]]))
            }
        }
        let moves = pools.indices.flatMap { from in
            pools.indices.filter { $0 != from && pools[from].code.dropLast() == pools[$0].code.dropLast() }
                .map { BedsSystem.Move(from: from, to: $0) }
        }
        let schemes = (0..<2).map { number in
            BedsSystem.Scheme(
                code: "K\(number)", title: "K\(number)", startYear: one([2016, 2018]), rampYears: one([1, 2]), costPerBedAvoided: 500,
                fixedCost: one([0, 10_000]), oneOffCost: one([0, 30_000]), effects: [one([0.2, 0.4]), one([0, 0.3])],
                needs: [1, one([0, 0.5])], after: number == 1 && one([true, false]) ? [0] : [])
        }
        let alternatives = (0..<2).map { number in
            BedsSystem.Alternative(
                code: "A\(number)", title: "A\(number)", spare: one([0, 1]), maximum: one([3, 8, 12]), price: one([2_000, 9_000]),
                leadYears: one([0, 1]))
        }
        let firsts = pools.indices.filter { pools[$0].code.hasSuffix("0") }
        let others = pools.indices.filter { !pools[$0].code.hasSuffix("0") }
        let sites = [firsts, others].enumerated().filter { !$0.element.isEmpty }.map { number, pools in
            BedsSystem.Site(code: "S\(number)", name: "S\(number)", pools: pools, fixedCostReleased: one([nil, 60_000]))
        }
        let today = pools.reduce(0) { $0 + $1.openBeds }
        let floors = one([true, false]) ? [BedsSystem.Floor(place: "F", title: "F", pools: Array(pools.indices), beds: one([0.6, 0.8]) * today)] : []
        return BedsSystem(
            title: "scarce \(seed)", baseYear: 2016, targetYear: 2019, horizonYear: 2024, pools: pools,
            cohorts: [
                .init(code: "falling", growthPerYear: -0.12, removableShare: nil), .init(code: "growing", growthPerYear: 0.04, removableShare: nil),
            ], moves: moves, schemes: schemes, alternatives: alternatives, sites: sites, floors: floors,
            wardsClosedPerYear: one([1, 2, 5]), discountRate: 0.035, assetLifeYears: 40, capitalPerBed: 20_000, doubleRunningMonths: 3)
    }
}
