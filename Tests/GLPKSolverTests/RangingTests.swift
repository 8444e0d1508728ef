// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Ranges against solving again at their ends and just beyond.
@Suite struct RangingTests {
    let asking = SolveOptions(findsRanges: true)

    /// JuMP's tutorial on sensitivity and the numbers it prints: c1 from 100 may fall by 4 and rise by 2.857; the cost
    /// of x from 12 may fall by 1/3 and rise by 3.
    @Test(arguments: [SolveOptions.Route.automatic, .primal, .dual], [false, true])
    func tutorial(route: SolveOptions.Route, presolve: Bool) throws {
        var model = Model("tutorial", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Pounds.self)
        let y = model.variable("y", in: 0...3, of: Pounds.self)
        let c1 = model.require("c1", 6 * x + 8 * y .>= 100)
        let c2 = model.require("c2", 7 * x + 12 * y .>= 120)
        model.minimise(12 * x + 20 * y)
        let options = SolveOptions(route: route, presolve: presolve, findsRanges: true)
        let solution = try optimum(of: model, options: options)
        let ranges = try #require(solution.ranges)
        let side = try #require(ranges.rightHandSide(of: c1))
        #expect(isClose(side.lowest, 96) && isClose(side.highest, 100 + 20.0 / 7))
        // 205 − 4 × 0.25 and 205 + 2.857 × 0.25.
        #expect(isClose(side.objectiveAtLowest, 204) && isClose(side.objectiveAtHighest, 205 + 5.0 / 7))
        #expect(ranges.sides(of: c1).upper == nil)
        let second = try #require(ranges.rightHandSide(of: c2))
        // y = (7·6·… ) from 0 to 3: c2 from 7·100/6 to 7·76/6 + 36.
        #expect(isClose(second.lowest, 700.0 / 6) && isClose(second.highest, 7 * 76.0 / 6 + 36))
        #expect(isClose(ranges.cost(of: x).lowest, 35.0 / 3) && isClose(ranges.cost(of: x).highest, 15))
        #expect(isClose(ranges.cost(of: x).objectiveAtLowest, 205 - 15.0 / 3))
        #expect(isClose(ranges.cost(of: x).objectiveAtHighest, 205 + 45))
        #expect(isClose(ranges.cost(of: y).lowest, 16) && isClose(ranges.cost(of: y).highest, 120.0 * 12 / 70))
        // x is 15: its lower bound, at 0, does not hold; neither does the upper of y, at 3.
        #expect(ranges.bounds(of: x).lower == StableRange(current: 0, lowest: -.infinity, highest: solution[x], objective: solution.objective, slope: 0))
        #expect(try #require(ranges.bounds(of: y).upper).lowest == solution[y])
        #expect(ranges.bounds(of: x).upper == nil)
        let degeneracy = try #require(solution.degeneracy(in: model))
        #expect(!degeneracy.isDegenerate && !degeneracy.mayHaveOtherOptima && degeneracy.sentence == nil)
    }

    /// In random programs: at each end of each range the objective is the one foretold, on the way too, and just beyond
    /// an end the line is left (or there is no solution), unless the corner is degenerate.
    @Test(arguments: [31, 32, 33] as [UInt64]) func sidesAndBounds(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var ends = 0
        var beyond = 0
        for _ in 0..<700 {
            let model = RandomProgramTests().randomCase(&generator, integers: false).model
            let outcome = checkedOutcome(model, options: asking)
            guard let solution = outcome.optimum else { continue }
            let ranges = try #require(solution.ranges)
            let isDegenerate = try #require(solution.degeneracy(in: model)).isDegenerate
            for row in model.rows {
                let sides = model.sides(of: row)
                let isEquality = sides.lower == sides.upper
                for (side, range) in [(Side.lower, ranges.sides(of: row).lower), (.upper, ranges.sides(of: row).upper)] {
                    guard let range else { continue }
                    #expect(range.current == (side == .lower ? sides.lower : sides.upper))
                    func objective(at value: Double) -> Double? {
                        var moved = model
                        moved.setSides(
                            of: row, lower: side == .lower || isEquality ? value : sides.lower,
                            upper: side == .upper || isEquality ? value : sides.upper)
                        return checkedOutcome(moved).optimum?.objective
                    }
                    try check(range, solution, isDegenerate, objective, &ends, &beyond)
                }
            }
        }
        #expect(ends > 150 && beyond > 20, "\(ends), \(beyond)")
    }

    @Test(arguments: [41, 42, 43] as [UInt64]) func costs(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var ends = 0
        var beyond = 0
        for _ in 0..<700 {
            let item = RandomProgramTests().randomCase(&generator, integers: false)
            let model = item.model
            guard let solution = checkedOutcome(model, options: asking).optimum else { continue }
            let ranges = try #require(solution.ranges)
            for column in item.costs.indices {
                let range = ranges.costs[column]
                #expect(range.current == item.costs[column])
                func solved(at cost: Double) -> Double? {
                    var moved = model
                    moved.program.setCost(ofColumn: column, to: cost)
                    return checkedOutcome(moved).optimum?.objective
                }
                let isDegenerate = try #require(solution.degeneracy(in: model)).sentence != nil
                try check(range, solution, isDegenerate, solved, &ends, &beyond)
            }
        }
        #expect(ends > 150 && beyond > 20, "\(ends), \(beyond)")
    }

    private func check(
        _ range: StableRange, _ solution: Solution, _ isDegenerate: Bool, _ objective: (Double) -> Double?,
        _ ends: inout Int, _ beyond: inout Int
    ) throws {
        #expect(range.lowest <= range.current && range.current <= range.highest)
        for (end, foretold, sign) in [
            (range.lowest, range.objectiveAtLowest, -1.0), (range.highest, range.objectiveAtHighest, 1.0),
        ] {
            // Without an end, a long way stands for all of it.
            guard end.isFinite else {
                let far = range.current + sign * 50
                let other = sign > 0 ? range.highest : range.lowest
                #expect(other == end)
                if foretold.isFinite {
                    let found = try #require(objective(far))
                    #expect(isClose(found, solution.objective, 1e-6))
                }
                continue
            }
            ends += 1
            let found = try #require(objective(end))
            #expect(isClose(found, foretold, 1e-6))
            let between = try #require(objective(0.37 * end + 0.63 * range.current))
            #expect(isClose(between, 0.37 * foretold + 0.63 * solution.objective, 1e-6))
            guard !isDegenerate, (end - range.current).magnitude > 1e-6 else { continue }
            let slope = (foretold - solution.objective) / (end - range.current)
            // Steps small enough that no second corner comes between.
            let step = 1e-3
            if let past = objective(end + sign * step) {
                let line = foretold + sign * step * slope
                if !isClose(past, line, 1e-9) { beyond += 1 }
            } else {
                beyond += 1
            }
        }
    }

    @Test func rangesOfWholeNumbersAreRefused() {
        var model = Model("whole", minimise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        model.require("row", 2 * n .>= 3)
        model.minimise(n)
        let outcome = checkedOutcome(model, options: .init(isExact: true, findsRanges: true))
        guard case .invalid(let faults) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(faults.map(\.subject) == ["exact arithmetic", "ranges"])
        #expect(faults.allSatisfy { $0.sentence.contains("fixingIntegers(at:)") })
    }

    /// With the decision taken, each further item costs what it costs.
    @Test func pricesOfWholeNumbersOnceFixed() throws {
        var model = Model("open or not", minimise: Pounds.self)
        let isOpen = model.binary("open", of: Items.self)
        let made = model.variable("made", in: 0..., of: Items.self)
        let bought = model.variable("bought", in: 0..., of: Items.self)
        let demand = model.require("demand", made + bought .>= 30)
        let room = model.require("room", made .<= 20 * isOpen)
        model.minimise(Rate<Pounds, Items>(40) * isOpen + Rate<Pounds, Items>(1) * made + Rate<Pounds, Items>(5) * bought)
        let solution = try optimum(of: model)
        // Open: 40 + 20 + 50 = 110; closed: 150.
        #expect(isClose(solution.objective, 110) && solution.duals == nil && solution.ranges == nil)
        let fixed = model.fixingIntegers(at: solution)
        #expect(!fixed.program.hasIntegers && model.program.hasIntegers)
        let priced = try optimum(of: fixed, options: asking)
        #expect(isClose(priced.objective, 110))
        let duals = try #require(priced.duals)
        #expect(isClose(duals.marginalCost[demand], 5))
        // One more place saves the 4 between making and buying.
        #expect(isClose(duals.marginalCost[room], -4))
        #expect(isClose(try #require(duals.worthOfRelaxing(room, in: fixed).upper), 4))
        #expect(try #require(priced.ranges?.rightHandSide(of: demand)).lowest == 20)
    }

    @Test func rangesWithoutRows() throws {
        var model = Model("no rows", maximise: Items.self)
        let x = model.variable("x", in: 1...3, of: Items.self)
        model.maximise(2 * x)
        let ranges = try #require(try optimum(of: model, options: asking).ranges)
        #expect(ranges.bounds(of: x).upper == StableRange(current: 3, lowest: 1, highest: .infinity, objective: 6, slope: 2))
        #expect(ranges.cost(of: x).lowest == 0 && ranges.cost(of: x).highest == .infinity)
        #expect(ranges.cost(of: x).objectiveAtLowest == 0)
    }
}
