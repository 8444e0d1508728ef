// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

@Suite("Capacity of beds")
struct BedsCapacityTests {
    @Test("Erlang's loss against published values and by hand")
    func loss() {
        // B(10, 5) of the tables; B(1, 1) = 1/2; B(2, 1) = 1/5; B(3, 2) = 4/19, each by the definition (aⁿ/n!) / Σ aᵏ/k!.
        #expect((BedsNeeded.erlangLoss(servers: 10, load: 5) - 0.0184).magnitude < 5e-5)
        #expect((BedsNeeded.erlangLoss(servers: 15, load: 10) - 0.0365).magnitude < 5e-5)
        #expect((BedsNeeded.erlangLoss(servers: 10, load: 10) - 0.2146).magnitude < 5e-5)
        #expect((BedsNeeded.erlangLoss(servers: 1, load: 1) - 0.5).magnitude < 1e-15)
        #expect((BedsNeeded.erlangLoss(servers: 2, load: 1) - 0.2).magnitude < 1e-15)
        #expect((BedsNeeded.erlangLoss(servers: 3, load: 2) - 4.0 / 19).magnitude < 1e-15)
        #expect(BedsNeeded.erlangLoss(servers: 0, load: 3) == 1)
        #expect(BedsNeeded.erlangLoss(servers: 3, load: 0) == 0)
    }

    /// From Erlang B traffic tables: servers, load carried at 1% and at 2% loss, to the places printed.
    @Test(
        "the largest load against published traffic tables",
        arguments: [
            (1, 0.0101, 0.0204), (2, 0.153, 0.223), (5, 1.36, 1.66), (10, 4.46, 5.08), (20, 12.0, 13.2), (50, 37.9, 40.3),
            (100, 84.1, 88.0),
        ])
    func tables(_ servers: Int, _ atOne: Double, _ atTwo: Double) {
        for (load, overflow) in [(atOne, 0.01), (atTwo, 0.02)] {
            let found = BedsNeeded.largestLoad(servers: servers, overflow: overflow)
            #expect((found / load - 1).magnitude < 0.006, "\(servers) at \(overflow): \(found)")
            // Exactly on the line: that much more is too much.
            #expect(BedsNeeded.erlangLoss(servers: servers, load: found) <= overflow)
            #expect(BedsNeeded.erlangLoss(servers: servers, load: found + 1e-8) > overflow)
        }
    }

    private static let rules = [
        BedsFixtures.occupancy(0.92), BedsFixtures.overflow(0.02), BedsFixtures.overflow(0.001), BedsFixtures.quantile(1.5),
        BedsFixtures.quantile(0), BedsFixtures.quantile(3),
    ]

    @Test("capacity and beds needed are each other's inverse")
    func inverse() {
        for rule in Self.rules {
            #expect(rule.capacity(of: 0) == 0)
            for beds in [1.0, 2, 10, 28, 64, 317, 1120] {
                let load = rule.capacity(of: beds)
                #expect(load >= 0 && load.isFinite)
                guard load > 0 else { continue }
                #expect((rule(load) - beds).magnitude < 1e-6, "\(rule.rule) \(beds) \(load)")
                // A little more needs more beds.
                #expect(rule(load + 1e-6) > beds - 1e-9)
            }
        }
    }

    @Test("more beds never carry less")
    func monotone() {
        for rule in Self.rules {
            let loads = (0...200).map { rule.capacity(of: Double($0)) }
            for (fewer, more) in zip(loads, loads.dropFirst()) { #expect(fewer <= more + 1e-9) }
        }
    }

    @Test("two pools under one rule never need more beds merged than apart")
    func merged() {
        for rule in Self.rules {
            for first in [1.0, 7, 19, 28, 100] {
                for second in [1.0, 5, 20, 63, 400] {
                    let apart = rule.capacity(of: first) + rule.capacity(of: second)
                    #expect(rule.capacity(of: first + second) >= apart - 1e-6, "\(rule.rule) \(first) \(second)")
                    // And by beds: the loads that each carries, together.
                    #expect(rule(apart) <= first + second + 1e-6)
                }
            }
        }
    }

    @Test("variance travels with the patients: a pool that may take in more variable ones carries fewer")
    func variance() {
        var system = BedsFixtures.worked
        system.pools = [
            BedsFixtures.pool("calm", open: 30, occupied: 10, rule: BedsFixtures.quantile(1)),
            BedsFixtures.pool("wild", open: 30, occupied: 10, rule: BedsFixtures.quantile(4)),
        ]
        system.moves = [.init(from: 1, to: 0)]
        #expect(system.rule(0, withMoves: true).varianceRatio == 4)
        #expect(system.rule(1, withMoves: true).varianceRatio == 4)
        #expect(system.rule(0, withMoves: false).varianceRatio == 1)
        let alone = BedSteps(system, pool: 0, in: system.doNothing).today.capacity
        let together = BedSteps(system, pool: 0, in: system.free).today.capacity
        #expect(together < alone)
        // By hand: u + 1.645 √(4u) = 30 at √u = (−3.29 + √(3.29² + 120)) / 2 = 4.0744…, u = 16.60.
        #expect((together - 16.60).magnitude < 0.01)
        // The other way about nothing changes.
        system.moves = [.init(from: 0, to: 1)]
        #expect(BedSteps(system, pool: 0, in: system.free).today.capacity == alone)
    }
}
