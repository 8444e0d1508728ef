// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// Small random programs against enumeration: every corner of a linear one, every point of a whole-number one.
@Suite struct RandomProgramTests {
    struct Case {
        var model: Model<Items>
        var lower: [Double]
        var upper: [Double]
        var rows: [(coefficients: [Double], lower: Double, upper: Double)]
        var costs: [Double]
        var maximise: Bool
    }

    func randomCase(_ generator: inout SeededGenerator, integers: Bool) -> Case {
        let count = Int.random(in: 1...3, using: &generator)
        func small(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &generator)) }
        var model = Model("random", minimise: Items.self)
        var variables: [Variable<Items>] = []
        var lower: [Double] = []
        var upper: [Double] = []
        for _ in 0..<count {
            let low = small(-4...2)
            let high = low + small(0...6)
            lower.append(low)
            upper.append(high)
            variables.append(
                integers ? model.integer("n", in: low...high, of: Items.self)
                    : model.variable("x", in: low...high, of: Items.self))
        }
        var rows: [(coefficients: [Double], lower: Double, upper: Double)] = []
        for row in 0..<Int.random(in: 1...4, using: &generator) {
            let coefficients = variables.map { _ in small(-3...3) }
            let low = small(-8...4)
            let sides =
                switch Int.random(in: 0...3, using: &generator) {
                case 0: (low, low)
                case 1: (low, Double.infinity)
                case 2: (-Double.infinity, low + 6)
                default: (low, low + small(1...6))
                }
            rows.append((coefficients, sides.0, sides.1))
            let expression = sum(zip(coefficients, variables).map { $0 * $1 })
            model.require("row", row, expression.within(sides.0...sides.1))
        }
        let costs = variables.map { _ in small(-5...5) }
        let maximise = Bool.random(using: &generator)
        let objective = sum(zip(costs, variables).map { $0 * $1 })
        if maximise { model.maximise(objective) } else { model.minimise(objective) }
        return Case(model: model, lower: lower, upper: upper, rows: rows, costs: costs, maximise: maximise)
    }

    func isFeasible(_ point: [Double], _ item: Case) -> Bool {
        zip(point, zip(item.lower, item.upper)).allSatisfy { $0 >= $1.0 - 1e-7 && $0 <= $1.1 + 1e-7 }
            && item.rows.allSatisfy { row in
                let activity = zip(row.coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
                return activity >= row.lower - 1e-7 && activity <= row.upper + 1e-7
            }
    }

    func best(of points: [[Double]], _ item: Case) -> Double? {
        let values = points.filter { isFeasible($0, item) }.map { point in
            zip(item.costs, point).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return item.maximise ? values.max() : values.min()
    }

    /// Every point where as many sides and bounds meet as there are variables.
    func corners(_ item: Case) -> [[Double]] {
        let count = item.costs.count
        var planes: [(normal: [Double], side: Double)] = []
        for column in 0..<count {
            let unit = (0..<count).map { $0 == column ? 1.0 : 0 }
            planes.append((unit, item.lower[column]))
            planes.append((unit, item.upper[column]))
        }
        for row in item.rows {
            for side in [row.lower, row.upper] where side.isFinite { planes.append((row.coefficients, side)) }
        }
        var points: [[Double]] = []
        func choose(_ chosen: [Int], from start: Int) {
            if chosen.count == count {
                let system = chosen.map { planes[$0].normal + [planes[$0].side] }
                if let point = solved(system) { points.append(point) }
                return
            }
            for next in start..<planes.count { choose(chosen + [next], from: next + 1) }
        }
        choose([], from: 0)
        return points
    }

    /// Gauss's elimination with row exchange; nil where the planes do not meet in one point.
    func solved(_ system: [[Double]]) -> [Double]? {
        var system = system
        let count = system.count
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(system[$0][column]) < abs(system[$1][column]) }),
                abs(system[pivot][column]) > 1e-9
            else { return nil }
            system.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = system[row][column] / system[column][column]
                for place in column...count { system[row][place] -= factor * system[column][place] }
            }
        }
        return (0..<count).map { system[$0][count] / system[$0][$0] }
    }

    func wholePoints(_ item: Case) -> [[Double]] {
        zip(item.lower, item.upper).reduce([[]]) { points, bounds in
            points.flatMap { point in stride(from: bounds.0, through: bounds.1, by: 1).map { point + [$0] } }
        }
    }

    @Test(arguments: linearRoutes) func linear(options: SolveOptions) throws {
        var generator = SeededGenerator(state: 11)
        var infeasible = 0
        for _ in 0..<400 {
            let item = randomCase(&generator, integers: false)
            let outcome = checkedOutcome(item.model, options: options)
            if let expected = best(of: corners(item), item) {
                #expect(isClose(try #require(outcome.optimum, "\(outcome)").objective, expected))
            } else {
                infeasible += 1
                guard case .infeasible(let infeasibility) = outcome, case .ray = infeasibility.proof else {
                    Issue.record("\(outcome)")
                    continue
                }
            }
        }
        // Both kinds occurred often enough to mean something.
        #expect((50...350).contains(infeasible))
    }

    @Test(arguments: [SolveOptions(), SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: .pseudocost)])
    func wholeNumbers(options: SolveOptions) throws {
        var generator = SeededGenerator(state: 12)
        var infeasible = 0
        for _ in 0..<400 {
            let item = randomCase(&generator, integers: true)
            let outcome = checkedOutcome(item.model, options: options)
            if let expected = best(of: wholePoints(item), item) {
                #expect(isClose(try #require(outcome.optimum, "\(outcome)").objective, expected))
            } else {
                infeasible += 1
                guard case .infeasible = outcome else {
                    Issue.record("\(outcome)")
                    continue
                }
            }
        }
        #expect((50...350).contains(infeasible))
    }
}
