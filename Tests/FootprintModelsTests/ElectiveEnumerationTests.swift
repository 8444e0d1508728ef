// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// Small systems with everything in them (minimum volumes, standards of journeys, beds to build, lists of several years): every
/// set of hubs and every place of inpatients, each its own linear program that stock glpsol solves from the twin.
@Suite("Elective by enumeration with the twin")
struct ElectiveEnumerationTests {
    /// Of one specialty or two sites, so that there are few decisions.
    static let seeds = Repository.isLong ? Array(1...24) : [1, 4, 7, 8]
    static let levers: [Set<ElectiveLever>] = [[.dayCasesInFull, .stays, .followUps, .theatres], [.dayCases, .theatres], [.dayCases, .stays]]

    @Test("the best of every decision is what the program finds", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: seeds)
    func best(_ seed: Int) throws {
        let system = ElectiveFixtures.random(seed, plain: false)
        let levers = Self.levers[seed % Self.levers.count]
        let costs = try ElectiveFixtures.everyDecision(system, levers: levers).map { try ElectiveTwinTests.twin(system, $0) }
        let plan = try ElectiveFixtures.optimum(system, system.free(levers: levers))
        guard let expected = costs.compactMap({ $0 }).min() else {
            #expect(plan == nil)
            return
        }
        let value = try #require(plan).presentValue
        #expect((value - expected).magnitude <= 1e-6 * expected, "seed \(seed): \(value) \(expected)")
    }
}
