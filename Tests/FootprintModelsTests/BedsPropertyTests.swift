// SPDX-License-Identifier: GPL-3.0-or-later
import TestSupport
import Testing

@testable import FootprintModels

/// What a bed manager would insist on.
@Suite("Beds, what a bed manager would insist on")
struct BedsPropertyTests {
    private static func systems(movesFreely: Bool) -> [BedsSystem] {
        (1...9).map { BedsBruteForce.system($0, movesFreely: movesFreely) }
    }

    @Test("closing beds never raises capacity, and opening never lowers it")
    func capacity() {
        for system in Self.systems(movesFreely: true) {
            for place in system.pools.indices {
                let states = BedSteps(system, pool: place, in: system.free).states
                #expect(states.count > 2)
                for (fewer, more) in zip(states, states.dropFirst()) {
                    #expect(fewer.beds < more.beds)
                    #expect(fewer.capacity <= more.capacity + 1e-9)
                }
            }
        }
    }

    @Test("more growth never lowers the beds needed, nor what do-nothing costs")
    func growth() throws {
        for system in Self.systems(movesFreely: false) {
            var costs: [Double] = []
            for growth in [-0.02, 0, 0.01, 0.03] {
                var grown = system
                grown.cohorts[0].growthPerYear = growth
                for (place, pool) in grown.pools.enumerated() {
                    var slower = grown
                    slower.cohorts[0].growthPerYear = growth - 0.01
                    let rule = grown.rule(place, withMoves: false)
                    #expect(
                        rule(pool.peakFactor * grown.demand(place, 2019)) >= rule(pool.peakFactor * slower.demand(place, 2019)))
                }
                if let plan = BedsFixtures.optimum(grown, grown.doNothing) { costs.append(plan.presentValue) }
            }
            for (less, more) in zip(costs, costs.dropFirst()) { #expect(less <= more + 1e-6 * more) }
        }
    }

    @Test("a scheme that costs more than it can save is never chosen")
    func dearScheme() throws {
        var answered = 0
        for movesFreely in [false, true] {
            for var system in Self.systems(movesFreely: movesFreely) {
                // Not needed to get by: there is room to open.
                for place in system.pools.indices { system.pools[place].wardsThatCanOpen = 2 }
                // More than three small hospitals cost in all these years.
                system.schemes[0].oneOffCost = 1e8
                guard let plan = BedsFixtures.optimum(system, system.free) else { continue }
                answered += 1
                #expect(plan.runs == [false])
                #expect(plan.years.allSatisfy { $0.avoided[0] < 1e-7 && $0.bought[0] < 1e-7 })
            }
        }
        #expect(answered >= 12)
    }

    @Test("removing an alternative never increases the saving, and sometimes lowers it")
    func alternative() throws {
        var lowered = 0
        for movesFreely in [false, true] {
            for system in Self.systems(movesFreely: movesFreely) {
                guard let whole = BedsFixtures.optimum(system, system.free) else { continue }
                var without = system
                without.alternatives[0].maximum = 0
                without.alternatives[0].spare = 0
                guard let plan = BedsFixtures.optimum(without, without.free) else { continue }
                #expect(plan.presentValue >= whole.presentValue - 1e-6 * whole.presentValue)
                if plan.presentValue > whole.presentValue + 1 { lowered += 1 }
            }
        }
        #expect(lowered > 0)
    }

    @Test("moves never cost: more pairs, no dearer optimum")
    func moves() throws {
        for seed in UInt64(1)...9 where seed % 3 != 2 {
            let apart = BedsBruteForce.system(seed, movesFreely: false)
            let together = BedsBruteForce.system(seed, movesFreely: true)
            guard let first = BedsFixtures.optimum(apart, apart.free) else { continue }
            let second = try #require(BedsFixtures.optimum(together, together.free))
            #expect(second.presentValue <= first.presentValue + 1e-6 * first.presentValue)
        }
    }

    @Test("a later phase cannot run without its first, nor a scheme before its year")
    func order() throws {
        var system = BedsFixtures.worked
        var later = system.schemes[0]
        later.code = "later"
        later.after = [0]
        system.schemes[0].effects = [0]
        system.schemes[0].oneOffCost = 200_000
        system.schemes.append(later)
        // Closing the second ward is worth £149,500 before the first scheme's cost: not worth £200,000.
        let plan = try #require(BedsFixtures.optimum(system, system.free))
        #expect(plan.runs == [false, false])
        system.schemes[0].oneOffCost = 0
        #expect(try #require(BedsFixtures.optimum(system, system.free)).runs == [true, true])
        system.schemes[1].startYear = 2019
        #expect(try #require(BedsFixtures.optimum(system, system.free)).runs[1] == false)
    }
}
