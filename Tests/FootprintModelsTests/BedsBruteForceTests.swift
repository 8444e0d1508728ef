// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

@testable import FootprintModels

/// `BedsBruteForce` without a solver, and the program.
@Suite("Beds by brute force")
struct BedsBruteForceTests {
    @Test("the optimum is the least of all ways, under every rule, with and without moves", arguments: 1...18)
    func optimum(_ seed: Int) {
        for movesFreely in [false, true] {
            let system = BedsBruteForce.system(UInt64(seed), movesFreely: movesFreely)
            let least = BedsBruteForce.least(system, movesFreely: movesFreely)
            let plan = BedsFixtures.optimum(system, system.free)
            #expect((least == nil) == (plan == nil), "seed \(seed), moves \(movesFreely)")
            if let least, let plan {
                #expect((least - plan.presentValue).magnitude <= 1e-6 * least, "seed \(seed), moves \(movesFreely): \(least) \(plan.presentValue)")
            }
        }
    }

    @Test("some of these systems close wards, some open them, some use the scheme, some empty a site")
    func coverage() {
        let plans = (1...18).flatMap { seed in
            [false, true].compactMap { moves -> BedsPlan? in
                let system = BedsBruteForce.system(UInt64(seed), movesFreely: moves)
                return BedsFixtures.optimum(system, system.free)
            }
        }
        #expect(plans.contains { $0.last.pools.contains { $0.bedsClosed > 0 } })
        #expect(plans.contains { $0.last.pools.contains { $0.bedsOpened > 0 } })
        #expect(plans.contains { $0.runs[0] })
        #expect(plans.contains { !$0.runs[0] })
        #expect(plans.contains { $0.last.emptySites.contains(true) })
    }
}
