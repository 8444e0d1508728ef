// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import Testing

@testable import FootprintModels

@Suite("Beds needed")
struct BedsNeededTests {
    /// Erlang's loss by its definition, `(aⁿ/n!) / Σ aᵏ/k!`, which the program does not use.
    static func loss(servers: Int, load: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        for server in stride(from: 1, through: servers, by: 1) {
            term *= load / Double(server)
            sum += term
        }
        return term / sum
    }

    @Test("the definition used here agrees with published values")
    func published() {
        // B(2, 1) = (1/2) / (1 + 1 + 1/2) = 1/5; B(1, 1) = 1/2; B(3, 2) = (8/6) / (1 + 2 + 2 + 8/6) = 4/19.
        #expect((Self.loss(servers: 2, load: 1) - 0.2).magnitude < 1e-15)
        #expect((Self.loss(servers: 1, load: 1) - 0.5).magnitude < 1e-15)
        #expect((Self.loss(servers: 3, load: 2) - 4.0 / 19).magnitude < 1e-15)
        // Erlang B tables.
        #expect((Self.loss(servers: 15, load: 10) - 0.0365).magnitude < 0.00005)
        #expect((Self.loss(servers: 10, load: 10) - 0.2146).magnitude < 0.00005)
    }

    struct Entry: Sendable {
        let servers: Int
        /// The largest load, to the places printed, that so many servers carry with the loss given.
        let load: Double
        let overflow: Double
    }

    /// From Erlang B traffic tables: the load offered that n servers carry at 1% and 2% loss.
    static let table = [
        Entry(servers: 1, load: 0.0101, overflow: 0.01), Entry(servers: 2, load: 0.153, overflow: 0.01),
        Entry(servers: 5, load: 1.36, overflow: 0.01), Entry(servers: 10, load: 4.46, overflow: 0.01),
        Entry(servers: 20, load: 12.0, overflow: 0.01), Entry(servers: 1, load: 0.0204, overflow: 0.02),
        Entry(servers: 2, load: 0.223, overflow: 0.02), Entry(servers: 5, load: 1.66, overflow: 0.02),
        Entry(servers: 10, load: 5.08, overflow: 0.02), Entry(servers: 20, load: 13.2, overflow: 0.02),
    ]

    @Test("published traffic tables: so many servers just below the printed load, one more just above", arguments: table)
    func tables(_ entry: Entry) {
        #expect(BedsNeeded.leastServers(load: entry.load * 0.985, overflow: entry.overflow) == entry.servers)
        #expect(BedsNeeded.leastServers(load: entry.load * 1.015, overflow: entry.overflow) == entry.servers + 1)
    }

    @Test("the least number by the definition, over loads from a cot to a hospital")
    func leastServers() {
        for load in [0.001, 0.3, 1, 2.5, 10, 33.3, 120] {
            for overflow in [0.5, 0.1, 0.02, 0.001] {
                let found = BedsNeeded.leastServers(load: load, overflow: overflow)
                #expect(Self.loss(servers: found, load: load) <= overflow * (1 + 1e-12))
                #expect(found > 0)
                #expect(Self.loss(servers: found - 1, load: load) > overflow * (1 - 1e-12))
            }
        }
        #expect(BedsNeeded.leastServers(load: 1, overflow: 0.2) == 2)
        #expect(BedsNeeded.leastServers(load: 0, overflow: 0.02) == 0)
        // Large loads neither overflow nor stall: at a load of 2,000 about the load itself is needed.
        let large = BedsNeeded.leastServers(load: 2000, overflow: 0.02)
        #expect(large > 1960 && large < 2100)
    }

    private func rule(_ rule: BedRule, _ probability: Double = 0.02) -> BedsNeeded {
        BedsNeeded(
            rule: rule, maximumOccupancy: 0.9, overflowProbability: probability, quantileZ: 1.645, varianceRatio: 1.5)
    }

    @Test("each rule by hand")
    func byHand() {
        // 90 / 0.9; 100 + 1.645 √(1.5 × 100) = 100 + 1.645 × 12.2474487 = 120.1470531
        #expect((rule(.occupancy)(90) - 100).magnitude < 1e-12)
        #expect((rule(.quantile)(100) - 120.1470531).magnitude < 1e-7)
        #expect(rule(.overflow)(0.9) == 4)  // B(3, 0.9) = 0.0501, B(4, 0.9) = 0.0111
        for name in BedRule.allCases { #expect(rule(name)(0) == 0) }
    }

    @Test("two pools made one never need more beds, and spreads need strictly fewer", arguments: BedRule.allCases)
    func pooling(_ name: BedRule) {
        let rule = rule(name)
        var saved = 0.0
        for first in [0.5, 3, 17, 60.5, 240] {
            for second in [0.2, 3, 29, 75, 310] {
                let apart = rule(first) + rule(second)
                let together = rule(first + second)
                #expect(together <= apart + 1e-9)
                saved += apart - together
            }
        }
        if name == .occupancy { #expect(saved.magnitude < 1e-6) } else { #expect(saved > 25) }
    }

    @Test("more patients never need fewer beds", arguments: BedRule.allCases)
    func monotone(_ name: BedRule) {
        let needed = (0...400).map { rule(name)(Double($0) * 0.75) }
        #expect(zip(needed, needed.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(needed.last! > 300)
    }
}
