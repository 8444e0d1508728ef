// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import TestSupport
import Testing

@testable import FootprintModels

/// A plan's decisions held: the linear program that is left, and the yearly cost of any solution.
@Suite("Beds, decisions held")
struct BedsDecisionsTests {
    @Test("the optimum's decisions, held, cost what the optimum costs; other decisions cost no less", arguments: [1, 4, 7, 10, 13, 16])
    func held(_ seed: Int) throws {
        for movesFreely in [false, true] {
            let system = BedsBruteForce.system(UInt64(seed), movesFreely: movesFreely)
            let model = BedsModel(system, system.free)
            guard let optimum = GLPKSolver().solve(model.model).optimum else { continue }
            let decisions = model.decisions(of: optimum)
            let held = try #require(model.holding(decisions))
            #expect(!held.program.hasIntegers)
            let again = try #require(GLPKSolver().solve(held).optimum)
            #expect((again.objective - optimum.objective).magnitude <= 1e-7 * optimum.objective)
            #expect(model.decisions(of: again) == decisions)
            // The year's cost, taken from the columns, is the plan's, added up line by line.
            let plan = model.plan(optimum)
            #expect((model.annualCost(of: optimum) - plan.annualCost).magnitude <= 1e-6 * plan.annualCost)
            let idle = BedsModel(system, system.doNothing)
            if let waiting = GLPKSolver().solve(idle.model).optimum {
                if let same = model.holding(.init(closed: idle.decisions(of: waiting).closed, opened: idle.decisions(of: waiting).opened, runs: [false])),
                    let kept = GLPKSolver().solve(same).optimum
                {
                    #expect(kept.objective >= optimum.objective - 1e-7 * optimum.objective)
                }
            }
        }
    }

    @Test("decisions that a model does not have are refused: too many wards, a later gate")
    func refused() throws {
        let system = BedsFixtures.worked
        let model = BedsModel(system, system.free)
        let decisions = model.decisions(of: try #require(GLPKSolver().solve(model.model).optimum))
        #expect(decisions.closed == [[1, 2]])
        #expect(decisions.runs == [true])
        var fewer = system
        fewer.pools[0].closableWards = 1
        #expect(BedsModel(fewer, fewer.free).holding(decisions) == nil)
        var later = system
        later.pools[0].earliestClosureYear = 2018
        #expect(BedsModel(later, later.free).holding(decisions) == nil)
        // A scheme that starts too late does not run: the decisions are possible, and what is left has no solution.
        var late = system
        late.schemes[0].startYear = 2019
        let held = try #require(BedsModel(late, late.free).holding(decisions))
        guard case .infeasible = GLPKSolver().solve(held) else {
            Issue.record("nine occupied beds have no bed")
            return
        }
    }

    @Test("parts of wards: a year's cost between those of the whole ones")
    func divided() throws {
        let system = BedsFixtures.worked
        let model = BedsModel(system, system.free)
        var relaxed = model.model
        relaxed.relaxIntegers()
        let solution = try #require(GLPKSolver().solve(relaxed).optimum)
        let whole = try #require(GLPKSolver().solve(model.model).optimum)
        #expect(solution.objective <= whole.objective + 1e-9)
        // 30 beds cost £750,000; ten beds, nine packages and nine beds avoided £349,000, which is the best in whole wards.
        #expect(model.annualCost(of: solution) <= 349_000 + 1e-3)
        #expect(model.annualCost(of: solution) >= 250_000)
    }
}
