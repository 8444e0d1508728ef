// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

@Suite struct ExactTests {
    let exact = SolveOptions(isExact: true, findsRanges: true)

    /// Two rows that differ by a ten-thousand-millionth: simplex in rounded arithmetic takes either corner for optimal.
    /// min x + y; x + y ≥ 1; x + (1 + 1e-10) y ≥ 1 + 5e-11 over x, y ≥ 0, whose optimum is found by hand: along the
    /// second row x + y = 1 + 5e-11 − 1e-10 y, so y as large as the first row lets it, y = 1/2 and x = 1/2, where the
    /// sum is 1, and any y from 1/2 on the first row.
    @Test func whatRoundingCannotTellApart() throws {
        var model = Model("near", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("plain", x + y .>= 1)
        model.require("tilted", x + (1 + 1e-10) * y .>= 1 + 5e-11)
        model.minimise(x + y)
        let solution = try optimum(of: model, options: .init(isExact: true))
        #expect(solution.isExact)
        // To the last few bits, and not to 1e-7.
        #expect(solution.objective >= 1 - 1e-15 && solution.objective <= 1 + 1e-15)
        #expect(solution[y] >= 0.5 - 1e-5)
        #expect(try !optimum(of: model).isExact)
    }

    /// Tenths and fifths come out right to the last bit: GLPK cuts the rational number off where a double ends.
    @Test(arguments: [SolveOptions.Route.automatic, .primal, .dual], [false, true])
    func fractionsToTheLastBit(route: SolveOptions.Route, presolve: Bool) throws {
        func isNext(_ value: Double, _ expected: Double) -> Bool {
            value == expected || value == expected.nextDown || value == expected.nextUp
        }
        var model = Model("fractions", maximise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        let a = model.require("a", 3 * x + y .<= 4)
        model.require("b", x + 2 * y .<= 3)
        model.maximise(x + y)
        let options = SolveOptions(route: route, presolve: presolve, isExact: true, findsRanges: true)
        let solution = try optimum(of: model, options: options)
        // x = (2·4 − 3)/5 = 1, y = 1; price of a: (1·2 − 1·1)/5 = 0.2.
        #expect(solution.isExact && solution[x] == 1 && solution[y] == 1 && solution.objective == 2)
        #expect(isNext(try #require(solution.duals).marginalCost[a], 0.2))
        #expect(isClose(try #require(solution.ranges?.rightHandSide(of: a)).highest, 9))
        model.setRightHandSide(of: a, to: 1)
        let third = try optimum(of: model, options: options)
        #expect(third[y] == 1 && third[x] == 0)
        model.setSides(of: model.rows[1], lower: -.infinity, upper: 0.5)
        let again = try optimum(of: model, options: options)
        // 3x + y = 1, x + 2y = 1/2: x = (2 − 1/2)/5 = 0.3, y = 0.1.
        #expect(isNext(again[x], 0.3) && isNext(again[y], 0.1))
    }

    @Test func randomProgramsAgree() throws {
        var generator = SeededGenerator(state: 101)
        var solved = 0
        for _ in 0..<200 {
            let item = RandomProgramTests().randomCase(&generator, integers: false)
            let outcome = checkedOutcome(item.model, options: exact)
            let expected = RandomProgramTests().best(of: RandomProgramTests().corners(item), item)
            if let expected {
                solved += 1
                let solution = try #require(outcome.optimum, "\(outcome)")
                #expect(solution.isExact && isClose(solution.objective, expected, 1e-12))
                #expect(solution.ranges != nil && solution.duals != nil)
            } else {
                guard case .infeasible = outcome else {
                    Issue.record("\(outcome)")
                    continue
                }
            }
        }
        #expect(solved > 60)
    }

    /// glp_exact fails on an empty model; ours has nothing to round.
    @Test func emptyModels() throws {
        var model = Model("empty", minimise: Items.self)
        #expect(try optimum(of: model, options: exact).isExact)
        let x = model.variable("x", in: 2...3, of: Items.self)
        model.minimise(0.1 * x)
        #expect(try optimum(of: model, options: exact).isExact)
        model.require("nothing", Expression<Items>.zero .<= 1)
        let solution = try optimum(of: model, options: exact)
        #expect(solution.isExact && solution[x] == 2 && solution.ranges != nil)
    }

    /// A contradiction of 1e-9, which rounded arithmetic lets pass and exact arithmetic does not: no answer is given
    /// for certain.
    @Test func aContradictionWithinRounding() {
        var model = Model("contradiction", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("low", x + y .<= 1)
        model.require("high", x + y .>= 1 + 1e-9)
        model.minimise(x)
        guard case .numericalTrouble(let sentence) = GLPKSolver().solve(model, options: .init(isExact: true)) else {
            Issue.record("taken for certain")
            return
        }
        #expect(sentence == "in exact arithmetic the model has no solution, though to within rounding it has one")
    }
}
