// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Synchronization
import Testing

@testable import GLPKSolver

@Suite struct LimitTests {
    @Test func aTimeLimitKeepsTheIncumbentAndTheBound() throws {
        let model = hardModel()
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = checkedOutcome(model, options: .init(timeLimit: 0.5))
        #expect(clock.now - start < .seconds(5))
        guard case .stopped(.time, let incumbent, let bound) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // Maximised: the optimum is between them.
        #expect(try #require(incumbent).objective < (try #require(bound)))
        #expect(try #require(incumbent).duals == nil)
    }

    @Test func theCallerCanStopASearch() throws {
        let model = hardModel()
        var seen: [SolveProgress] = []
        let outcome = GLPKSolver().solve(
            model, progress: { seen.append($0) }, shouldStop: { seen.contains { $0.incumbent != nil } })
        guard case .stopped(.cancelled, let incumbent?, let bound?) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(SolutionCheck(incumbent, of: model).violations == [])
        let last = try #require(seen.last)
        #expect(last.stage == .search)
        #expect(isClose(try #require(last.incumbent), incumbent.objective))
        #expect(incumbent.objective <= bound)
        // A bound never gets worse.
        let bounds = seen.compactMap(\.bound)
        #expect(bounds == bounds.sorted(by: >))
    }

    @Test func aGapStopsTheSearchAndSaysSo() throws {
        let outcome = checkedOutcome(hardModel(), options: .init(timeLimit: 60, relativeGap: 0.05))
        guard case .stopped(.gap, let incumbent?, let bound?) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bound >= incumbent.objective)
        #expect(bound - incumbent.objective <= 0.05 * bound)
    }

    /// A transport problem large enough for many slices.
    func transport(_ size: Int) -> Model<Items> {
        var generator = SeededGenerator(state: 3)
        var model = Model("transport", minimise: Items.self)
        let members = Members(0..<size)
        let flow = model.variables(over: members, members, in: 0..., of: Items.self, name: "flow")
        for from in members {
            model.require("sent", from, sum(over: members) { flow[from, $0] } .<= Double(Int.random(in: 50...90, using: &generator)))
        }
        for to in members { model.require("received", to, sum(over: members) { flow[$0, to] } .== 40) }
        model.minimise(sum(flow.all.map { Double(Int.random(in: 1...100, using: &generator)) * $0 }))
        return model
    }

    @Test func aLinearProgramIsWatchedInSlices() throws {
        let model = transport(40)
        let options = SolveOptions(route: .primal, presolve: true)
        let full = try optimum(of: model, options: .init(route: .primal))
        var seen: [SolveProgress] = []
        let watcher = Watcher({ seen.append($0) }, nil)
        let run = ShimRun(model.program, options: options, start: nil, watcher: watcher, slice: 10)
        let solve = Solve(program: model.program, options: options, watcher: watcher)
        let solution = try #require(solve.interpret(run).optimum)
        // Slices change the effort, not the optimum.
        #expect(isClose(solution.objective, full.objective))
        #expect(SolutionCheck(solution, of: model).violations == [])
        #expect(seen.map(\.iterations) == stride(from: 0, to: solution.effort.iterations, by: 10).map { $0 })
        #expect(seen.count >= 3)
        #expect(seen.allSatisfy { $0.stage == .linearProgram && $0.incumbent == nil })
    }

    @Test func theCallerCanStopALinearProgram() throws {
        let outcome = GLPKSolver().solve(transport(120), options: .init(route: .primal), shouldStop: { true })
        guard case .stopped(.cancelled, _, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func anIterationLimitStopsALinearProgram() throws {
        let model = transport(40)
        let best = try optimum(of: model).objective
        for route in [SolveOptions.Route.primal, .dual] {
            let outcome = checkedOutcome(model, options: .init(iterationLimit: 20, route: route))
            guard case .stopped(.iterations, let incumbent, let bound) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            // The dual simplex has a bound from the start here, since no cost is negative, and no solution.
            if route == .dual {
                #expect(incumbent == nil)
                #expect(try #require(bound) <= best + 1e-6)
            }
            if let incumbent { #expect(incumbent.objective >= best - 1e-6) }
        }
    }

    @Test func aSmallerIterationLimitThanTheSearchNeeds() {
        let outcome = checkedOutcome(hardModel(), options: .init(iterationLimit: 2_000))
        guard case .stopped(.iterations, _, let bound) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bound != nil)
    }
}
