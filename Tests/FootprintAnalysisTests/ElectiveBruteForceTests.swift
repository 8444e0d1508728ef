// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Every set of hubs and every place of inpatients of small systems, one by one, and for each what the rest costs by arithmetic
/// that shares nothing with the program: no row, no figure, no solver.
@Suite("Elective by brute force")
struct ElectiveBruteForceTests {
    static let levers: [Set<ElectiveLever>] = [[.dayCases, .stays, .followUps, .theatres], [], [.theatres, .stays], [.dayCases]]

    @Test("cheapest paths: a problem worked out by hand")
    func cheapestPaths() {
        // 10 from A and 5 from B; site 1 takes 8, site 2 takes 9. A: 1 and 3 a unit; B: 2 and 9. B's 5 go to site 1 and A's
        // 3 after them, 7 to site 2: 10 + 3 + 21. The other way, A's 8 at site 1, 2 and 5 at site 2, is 8 + 6 + 45.
        var transport = CheapestPaths(nodes: 6)
        transport.add(from: 0, to: 2, room: 10, cost: 0)
        transport.add(from: 0, to: 3, room: 5, cost: 0)
        for (from, to, cost) in [(2, 4, 1.0), (2, 5, 3), (3, 4, 2), (3, 5, 9)] { transport.add(from: from, to: to, room: .infinity, cost: cost) }
        transport.add(from: 4, to: 1, room: 8, cost: 0)
        transport.add(from: 5, to: 1, room: 9, cost: 0)
        #expect(transport.send(from: 0, to: 1) == 34)
    }

    @Test("the best of every decision is what the program finds", arguments: 1...24)
    func best(_ seed: Int) throws {
        let system = ElectiveFixtures.random(seed, plain: true)
        let levers = Self.levers[seed % Self.levers.count]
        let arithmetic = ElectiveArithmetic(system: system, levers: levers)
        let decisions = ElectiveFixtures.everyDecision(system, levers: levers)
        let costs = decisions.map { arithmetic.presentValue($0) }
        // Some decisions by themselves, so that a wrong one that is not the best shows too.
        let some = stride(from: 0, to: decisions.count, by: max(1, decisions.count / 6)).map { $0 }
        let found = try ElectiveSolving(system).solve([system.free(levers: levers)] + some.map { decisions[$0] }, jobs: 1, stop: nil)
        for (answer, expected) in zip(found, [costs.compactMap { $0 }.min()] + some.map { costs[$0] }) {
            guard let expected else {
                #expect(answer.isInfeasible)
                continue
            }
            let value = try #require(answer.plan).presentValue
            #expect((value - expected).magnitude <= 1e-6 * expected, "seed \(seed): program \(value), arithmetic \(expected)")
            #expect(answer.isOptimal)
        }
    }

    @Test("the systems ask for different answers: hubs and none, inpatients as today and moved, bought elsewhere, not possible")
    func variety() {
        var found: [String: Int] = [:]
        for seed in 1...24 {
            let system = ElectiveFixtures.random(seed, plain: true)
            let arithmetic = ElectiveArithmetic(system: system, levers: Self.levers[seed % Self.levers.count])
            let decisions = ElectiveFixtures.everyDecision(system, levers: arithmetic.levers)
            let costs = decisions.map { arithmetic.presentValue($0) }
            found["decisions", default: 0] += decisions.count
            found["not possible", default: 0] += costs.count { $0 == nil }
            let best = costs.indices.filter { costs[$0] != nil }.min { costs[$0]! < costs[$1]! }
            guard let best else { continue }
            found[decisions[best].hubs.contains(true) ? "hub" : "no hub", default: 0] += 1
            let isAsToday = decisions[best].open == system.places.map { $0.map { $0?.hasInpatientsToday ?? false } }
            found[isAsToday ? "as today" : "moved", default: 0] += 1
        }
        #expect(found["decisions"]! > 500 && found["not possible"]! > 50, "\(found)")
        for kind in ["hub", "no hub", "as today", "moved"] { #expect(found[kind, default: 0] >= 3, "\(kind): \(found)") }
    }
}
