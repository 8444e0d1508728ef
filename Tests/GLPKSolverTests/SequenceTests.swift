// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import TestSupport
import Testing

@testable import GLPKSolver

@Suite struct SequenceTests {
    /// x + y ≤ 10 and so on: most x first leaves y nothing; a tolerance of 4 lets y have 4.
    func room() -> (Model<Items>, Variable<Items>, Variable<Items>) {
        var model = Model("room", maximise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0...7, of: Items.self)
        model.require("room", x + y .<= 10)
        return (model, x, y)
    }

    @Test func theFirstGoalComesFirst() throws {
        let (model, x, y) = room()
        let strict = GLPKSolver().solve(model, inSequence: [.maximise("x", x), .maximise("y", y)])
        let solution = try #require(strict.outcome.optimum)
        #expect(isClose(solution[x], 10) && isClose(solution[y], 0))
        #expect(strict.stages.map(\.name) == ["x", "y"])
        #expect(strict.stages.map(\.best) == [10, 0])
        // No weight does this: the second goal is worth a thousand times as much, and still waits.
        let weighty = GLPKSolver().solve(model, inSequence: [.maximise("x", x), .maximise("y", 1000 * y)])
        #expect(isClose(try #require(weighty.outcome.optimum)[x], 10))
    }

    @Test func aToleranceIsGivenAndNoMore() throws {
        let (model, x, y) = room()
        let absolute = GLPKSolver().solve(
            model, inSequence: [.maximise("x", x, giving: .absolute(4)), .maximise("y", y)])
        let solution = try #require(absolute.outcome.optimum)
        #expect(isClose(solution[x], 6) && isClose(solution[y], 4))
        #expect(isClose(absolute.stages[0].limit, 6) && isClose(absolute.stages[0].best, 10))
        let share = GLPKSolver().solve(
            model, inSequence: [.maximise("x", x, giving: .share(0.5)), .minimise("-y", -1 * y)])
        #expect(isClose(try #require(share.outcome.optimum)[y], 5))
    }

    @Test func threeGoalsWithConstantsAndWholeNumbers() throws {
        var model = Model("three", minimise: Pounds.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        let m = model.integer("m", in: 0...9, of: Items.self)
        let t = model.variable("t", in: 0...100, of: Items.self)
        model.require("enough", 2 * n + 3 * m + t .>= 12.5)
        // Fewest t (plus a constant), then fewest pieces, then most n.
        let outcome = GLPKSolver().solve(
            model,
            inSequence: [
                .minimise("t", t + 5), .minimise("a constant", LinearPrograms.Expression<Items>(3)), .minimise("pieces", n + m),
                .maximise("n", n + 100),
            ])
        // t = 0; 2n + 3m ≥ 12.5 with the fewest pieces: 5 (m = 5; m = 4, n = 1; m = 3, n = 2); most n: 2.
        #expect(outcome.stages.map(\.best) == [5, 3, 5, 102])
        let solution = try #require(outcome.outcome.optimum)
        #expect(solution[n] == 2 && solution[m] == 3 && isClose(solution[t], 0))
        #expect(solution.duals == nil && solution.basis == nil)
    }

    /// Random whole-number programs against every point: the best by the first goal, of those the best by the second.
    @Test func againstEveryPoint() throws {
        var generator = SeededGenerator(state: 61)
        var decided = 0
        for _ in 0..<150 {
            let item = RandomProgramTests().randomCase(&generator, integers: true)
            let count = item.costs.count
            let goals = (0..<3).map { _ in (0..<count).map { _ in Double(Int.random(in: -2...2, using: &generator)) } }
            let give = Double(Int.random(in: 0...2, using: &generator))
            let variables = (0..<count).map { Variable<Items>(index: Int32($0)) }
            func value(_ goal: [Double], _ point: [Double]) -> Double { zip(goal, point).reduce(0) { $0 + $1.0 * $1.1 } }
            func expression(_ goal: [Double]) -> LinearPrograms.Expression<Items> { sum(zip(goal, variables).map { $0 * $1 }) }
            let outcome = GLPKSolver().solve(
                item.model,
                inSequence: [
                    .minimise("first", expression(goals[0]), giving: .absolute(give)),
                    .maximise("second", expression(goals[1])), .minimise("third", expression(goals[2])),
                ])
            var points = RandomProgramTests().wholePoints(item).filter { RandomProgramTests().isFeasible($0, item) }
            guard !points.isEmpty else {
                guard case .infeasible = outcome.outcome else {
                    Issue.record("\(outcome)")
                    continue
                }
                #expect(outcome.stages.isEmpty)
                continue
            }
            decided += 1
            let first = points.map { value(goals[0], $0) }.min()!
            points = points.filter { value(goals[0], $0) <= first + give }
            let second = points.map { value(goals[1], $0) }.max()!
            points = points.filter { value(goals[1], $0) >= second }
            let third = points.map { value(goals[2], $0) }.min()!
            let best = outcome.stages.map(\.best)
            #expect(best.count == 3)
            #expect(zip(best, [first, second, third]).allSatisfy { isClose($0, $1) }, "\(best), \(first), \(second), \(third)")
            let solution = try #require(outcome.outcome.optimum)
            #expect(RandomProgramTests().isFeasible(solution.values, item))
        }
        #expect(decided > 50)
    }

    /// glpsol solves each stage by itself, from a file in which the earlier goals' best values are written as rows.
    @Test func againstGlpsolStageByStage() throws {
        let text = """
            Minimize
             goal: %@
            Subject To
             a: 3 x + 2 y + z >= 12
             b: x + 4 y + 3 z >= 15
             c: x + y + z <= 9
            %@
            Bounds
             0 <= x <= 6
             0 <= y <= 6
             0 <= z <= 6
            General
             z
            End

            """
        func glpsol(_ goal: String, _ rows: String) throws -> Double {
            let parts = text.components(separatedBy: "%@")
            return try #require(try Glpsol.run(["--lp"], on: parts[0] + goal + parts[1] + rows + parts[2]).objective)
        }
        let first = try glpsol("2 x + 3 y + z", "")
        let second = try glpsol("x + y", " keep1: 2 x + 3 y + z <= \(first + 1)")
        let third = try glpsol("z", " keep1: 2 x + 3 y + z <= \(first + 1)\n keep2: x + y <= \(second)")

        var model = Model("stages", minimise: Items.self)
        let x = model.variable("x", in: 0...6, of: Items.self)
        let y = model.variable("y", in: 0...6, of: Items.self)
        let z = model.integer("z", in: 0...6, of: Items.self)
        model.require("a", 3 * x + 2 * y + z .>= 12)
        model.require("b", x + 4 * y + 3 * z .>= 15)
        model.require("c", x + y + z .<= 9)
        let outcome = GLPKSolver().solve(
            model,
            inSequence: [
                .minimise("cost", 2 * x + 3 * y + z, giving: .absolute(1)), .minimise("both", x + y), .minimise("z", z),
            ])
        let best = outcome.stages.map(\.best)
        #expect(best.count == 3)
        #expect(isClose(best[0], first, 1e-6) && isClose(best[1], second, 1e-6) && isClose(best[2], third, 1e-6))
        #expect(first > 0 && second > 0)
    }

    @Test func whatCannotBeHonouredIsRefusedAtOnce() {
        let (model, x, y) = room()
        let outcome = GLPKSolver().solve(
            model,
            inSequence: [.maximise("x", x, giving: .absolute(-1)), .maximise("y", y, giving: .share(.nan))],
            options: .init(timeLimit: -1, cutoff: 3, isExact: true, findsRanges: true))
        guard case .invalid(let faults) = outcome.outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(faults.map(\.subject) == ["time limit", "x", "y", "ranges", "exact arithmetic", "cutoff"])
        let numbers = GLPKSolver().solve(model, inSequence: [.maximise("x", x), .minimise("y", .nan * y)])
        guard case .invalid(let late) = numbers.outcome else {
            Issue.record("\(numbers)")
            return
        }
        #expect(late.map(\.subject) == ["y"] && numbers.stages.isEmpty)
        guard case .invalid(let none) = GLPKSolver().solve(model, inSequence: []).outcome else {
            Issue.record("no goals")
            return
        }
        #expect(none.map(\.sentence) == ["there is no goal; give at least one"])
    }

    @Test func aStageWithoutAnEndSaysWhich() {
        var model = Model("endless", maximise: Items.self)
        let x = model.variable("x", in: 0...3, of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("row", x - y .<= 1)
        let outcome = GLPKSolver().solve(model, inSequence: [.maximise("x", x), .maximise("y", y)])
        #expect(outcome.stages.map(\.name) == ["x"])
        guard case .unbounded = outcome.outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func timeIsForAllStages() {
        let model = hardModel()
        let x = (0..<100).map { Variable<Items>(index: Int32($0)) }
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = GLPKSolver().solve(
            model, inSequence: [.maximise("few", x[0]), .maximise("many", sum(zip(model.program.costs, x).map { $0 * $1 }))],
            options: .init(timeLimit: 0.4))
        #expect(clock.now - start < .seconds(4))
        #expect(outcome.stages.first?.best == 1)
        guard case .stopped(.time, _, _) = outcome.outcome else {
            Issue.record("\(outcome)")
            return
        }
    }
}
