// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import LinearPrograms

/// The check itself: a right answer passes and each way of being wrong is named.
@Suite struct SolutionCheckTests {
    /// min 12x + 20y; 6x + 8y ≥ 100; 7x + 12y ≥ 120; x ≥ 0; 0 ≤ y ≤ 3. By hand: x = 15, y = 1.25, prices ¼ and 1½.
    func model() -> Model<Pounds> {
        var model = Model("tutorial", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Pounds.self)
        let y = model.variable("y", in: 0...3, of: Pounds.self)
        model.require("c1", 6 * x + 8 * y .>= 100)
        model.require("c2", 7 * x + 12 * y .>= 120)
        model.minimise(12 * x + 20 * y)
        return model
    }

    func conditions(
        objective: Double = 205, _ values: [Double] = [15, 1.25], rows: [Double] = [0.25, 1.5],
        columns: [Double] = [0, 0], in model: Model<Pounds>? = nil
    ) -> Set<SolutionCheck.Violation.Condition> {
        let solution = Solution(objective: objective, values: values, duals: Duals(rows: rows, columns: columns))
        return Set(SolutionCheck(solution, of: model ?? self.model()).violations.map(\.condition))
    }

    @Test func theAnswerPasses() { #expect(conditions().isEmpty) }

    @Test func wrongShapes() {
        #expect(conditions([15]) == [.shape])
        #expect(conditions(rows: []) == [.shape])
        #expect(conditions(columns: [0, 0, 0]) == [.shape])
    }

    @Test func aWrongObjective() { #expect(conditions(objective: 204).contains(.objective)) }

    @Test func aBrokenRow() { #expect(conditions(objective: 12 * 14.9 + 25, [14.9, 1.25]).contains(.row)) }

    @Test func aBrokenBound() { #expect(conditions(objective: 180 + 70, [15, 3.5]).contains(.bound)) }

    @Test func aNumberThatIsNone() {
        let found = conditions(objective: .nan, [.nan, 1.25])
        #expect(found.isSuperset(of: [.bound, .row, .objective]))
    }

    @Test func feasibleAndNotOptimal() {
        // Both rows slack: the prices are of rows that do not hold.
        #expect(conditions(objective: 260, [20, 1]).isSuperset(of: [.complementarity, .dualityGap]))
    }

    @Test func pricesThatDoNotAddUp() {
        #expect(conditions(rows: [0.5, 1.5]).contains(.stationarity))
        #expect(conditions(columns: [1, 0]).contains(.stationarity))
    }

    @Test func pricesOfTheWrongSign() {
        // Stationary, and leaning on an upper side that the rows do not have.
        let found = conditions(rows: [-0.25, -1.5], columns: [24, 40])
        #expect(found.contains(.dualSign))
        #expect(!found.contains(.stationarity))
    }

    @Test func aFractionOfAWholeNumber() {
        var model = Model("whole", minimise: Pounds.self)
        let n = model.integer("n", in: 0...9, of: Pounds.self)
        model.minimise(n)
        let solution = Solution(objective: 1.5, values: [1.5])
        #expect(SolutionCheck(solution, of: model).violations.map(\.condition) == [.wholeNumber])
        #expect(SolutionCheck(solution, of: model).violations[0].description == "“n”: 1.5 is not a whole number")
    }

    @Test func boundsFromPricesAreBounds() {
        let program = model().program
        // The right prices prove the optimum; worse ones prove less, and none of the wrong sign proves anything.
        #expect(program.bound(fromPrices: [0.25, 1.5]) == 205)
        #expect(program.bound(fromPrices: [0, 0]) == 0)
        // 12 − 7 × 1 = 5 and 20 − 12 × 1 = 8 are left, both at zero: 120 is proved.
        #expect(program.bound(fromPrices: [0, 1]) == 120)
        #expect(program.bound(fromPrices: [0, -1]) == nil)
        // 12 − 7 × 2 is below zero and x has no upper bound.
        #expect(program.bound(fromPrices: [0, 2]) == nil)
    }

    @Test func raysAreChecked() {
        var model = Model("contradictory", minimise: Beds.self)
        let x = model.variable("x", in: 0...10, of: Beds.self)
        model.require("at least five", x .>= 5)
        model.require("at most three", x .<= 3)
        #expect(model.program.isContradicted(by: [-1, 1]))
        #expect(model.program.isContradicted(by: [-2, 2]))
        #expect(!model.program.isContradicted(by: [1, -1]))
        #expect(!model.program.isContradicted(by: [0, 1]))
        #expect(!model.program.isContradicted(by: [0, 0]))
        #expect(!model.program.isContradicted(by: [.nan, 1]))
        // 0.3 of the second leaves 0.7 of x, worth up to 7, for the 4.1 that are needed.
        #expect(!model.program.isContradicted(by: [-1, 0.3]))
    }

    @Test func directionsAreChecked() {
        var model = Model("endless", maximise: Beds.self)
        let x = model.variable("x", in: 0..., of: Beds.self)
        let y = model.variable("y", in: 0...9, of: Beds.self)
        model.require("not far apart", x - y .>= 2)
        model.maximise(x + y)
        #expect(model.program.isImprovedForever(along: [1, 0]))
        #expect(!model.program.isImprovedForever(along: [-1, 0]))
        #expect(!model.program.isImprovedForever(along: [1, 1]))
        #expect(!model.program.isImprovedForever(along: [0, 0]))
        model.require("an end", x .<= 50)
        #expect(!model.program.isImprovedForever(along: [1, 0]))
    }
}
