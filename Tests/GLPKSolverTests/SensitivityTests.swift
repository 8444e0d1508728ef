// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

@Suite struct SensitivityTests {
    /// The linear program of JuMP's tutorial on sensitivity, with the numbers it prints:
    /// min 12x + 20y; 6x + 8y ≥ 100; 7x + 12y ≥ 120; x ≥ 0; 0 ≤ y ≤ 3.
    @Test(arguments: linearRoutes) func tutorial(options: SolveOptions) throws {
        var model = Model("tutorial", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Pounds.self)
        let y = model.variable("y", in: 0...3, of: Pounds.self)
        let c1 = model.require("c1", 6 * x + 8 * y .>= 100)
        let c2 = model.require("c2", 7 * x + 12 * y .>= 120)
        model.minimise(12 * x + 20 * y)
        let solution = try optimum(of: model, options: options)
        #expect(isClose(solution.objective, 205))
        #expect(isClose(solution[x], 15))
        #expect(isClose(solution[y], 1.25))
        let duals = try #require(solution.duals)
        #expect(isClose(duals.marginalCost[c1], 0.25))
        #expect(isClose(duals.marginalCost[c2], 1.5))
    }

    /// Shadow prices against finite differences, for both directions and every way a row can be written.
    @Test(arguments: [Direction.minimise, .maximise], ["≤", "≥", "=", "range low", "range high"])
    func finiteDifferences(direction: Direction, sense: String) throws {
        // The limits make both directions bounded; the objective pulls so that the row holds.
        func model(side: Double) -> (Model<Pounds>, Row) {
            var model = Model("price", minimise: Pounds.self)
            let x = model.variable("x", in: 0...10, of: Pounds.self)
            let y = model.variable("y", in: 0...10, of: Pounds.self)
            let total = 2 * x + 3 * y
            // Minimising, a row from below holds when costs are positive; from above when they are negative.
            let pullsDown = sense == "≥" || sense == "range low"
            let sign = (direction == .minimise) == pullsDown ? 1.0 : -1.0
            let objective = sign * (5 * x + 6 * y) + 7
            let row =
                switch sense {
                case "≤": model.require("row", total .<= side)
                case "≥": model.require("row", total .>= side)
                case "=": model.require("row", total .== side)
                case "range low": model.require("row", total.within(side...45))
                default: model.require("row", total.within(1...side))
                }
            if direction == .minimise { model.minimise(objective) } else { model.maximise(objective) }
            return (model, row)
        }
        for options in linearRoutes {
            let (base, row) = model(side: 22)
            let solution = try optimum(of: base, options: options)
            let step = 1e-3
            let up = try optimum(of: model(side: 22 + step).0, options: options)
            let down = try optimum(of: model(side: 22 - step).0, options: options)
            let slope = (up.objective - down.objective) / (2 * step)
            #expect(slope.magnitude > 1)  // otherwise a price of zero would pass
            #expect(isClose(try #require(solution.duals).marginalCost[row], slope, 1e-6))
        }
    }

    @Test(arguments: [Direction.minimise, .maximise], [true, false])
    func reducedCostsAgainstFiniteDifferences(direction: Direction, atUpper: Bool) throws {
        func model(bound: Double) -> (Model<Pounds>, Variable<Pounds>) {
            var model = Model("price", minimise: Pounds.self)
            let x = atUpper ? model.variable("x", in: 0...bound, of: Pounds.self)
                : model.variable("x", in: bound...9, of: Pounds.self)
            let y = model.variable("y", in: 0...10, of: Pounds.self)
            model.require("together", x + y .== 8)
            // x is worth more, or costs more, than y.
            let sign = (direction == .minimise) == atUpper ? -1.0 : 1.0
            let objective = sign * (5 * x + 2 * y)
            if direction == .minimise { model.minimise(objective) } else { model.maximise(objective) }
            return (model, x)
        }
        let (base, x) = model(bound: 3)
        let solution = try optimum(of: base)
        let step = 1e-3
        let slope = (try optimum(of: model(bound: 3 + step).0).objective
            - optimum(of: model(bound: 3 - step).0).objective) / (2 * step)
        #expect(slope.magnitude > 1)
        #expect(isClose(try #require(solution.duals).reducedCost[x], slope, 1e-6))
    }

    /// Constants and variables on either side of the comparison: the price is of the side as it was written.
    @Test func priceOfASideWrittenOnTheLeft() throws {
        func model(_ side: Double) -> (Model<Pounds>, Row) {
            var model = Model("left", minimise: Pounds.self)
            let x = model.variable("x", in: 0..., of: Pounds.self)
            let row = model.require("row", side .<= 2 * x + 3)
            model.minimise(5 * x)
            return (model, row)
        }
        let solution = try optimum(of: model(9).0)
        #expect(isClose(solution.objective, 15))
        // One more of the side is half of one more x.
        #expect(isClose(try #require(solution.duals).marginalCost[model(9).1], 2.5))
    }
}
