// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import GLPKSolver
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// A program taken apart gives a bound and, put together, an answer: held against the whole, solved whole.
@Suite("Beds in parts")
struct BedsPartsTests {
    @Test("the parts' bound is below the optimum, and what is put together is above it", arguments: BedsComparisonTests.footprints)
    func brackets(_ name: String) throws {
        let system = try #require(BedsSystem(BedsComparisonTests.loaded(name).viewed(as: .beds)!))
        for situation in [system.doNothing, system.schemesOnly, system.free] {
            let model = BedsModel(system, situation)
            let optimum = try #require(GLPKSolver().solve(model.model, options: BedsSolving.options).optimum?.objective)
            let parts = BedsParts(model)
            #expect(parts.parts.reduce(0) { $0 + $1.system.pools.count } == system.pools.count)
            let solutions = try parts.parts.map { try #require(GLPKSolver().solve($0.model, options: BedsSolving.options).optimum) }
            let bound = solutions.reduce(0) { $0 + $1.objective }
            #expect(bound <= optimum + 1e-6 * optimum, "\(name) \(situation.name)")
            // Close, or it would be of no use.
            #expect(bound >= 0.99 * optimum)
            if let combined = parts.combined(solutions) {
                #expect(combined.objective >= optimum - 1e-6 * optimum)
                #expect((model.presentValue(of: model.plan(combined)) - 1000 * combined.objective).magnitude < 1e-6 * 1000 * optimum)
            }
            // Do-nothing shares nothing.
            if situation.name == "do nothing" {
                #expect((bound - optimum).magnitude <= 1e-9 * optimum)
                #expect(parts.combined(solutions) != nil)
            }
        }
    }
}
