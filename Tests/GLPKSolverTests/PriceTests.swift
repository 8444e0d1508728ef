// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Prices and worths against solving again with a side moved a little.
@Suite struct PriceTests {
    enum Sense: String, CaseIterable, Sendable { case atMost, atLeast, equal, range }

    /// All eight cases: the worth of relaxing is what a little less of the side brings, and never below zero.
    @Test(arguments: [Direction.minimise, .maximise], Sense.allCases)
    func worthOfRelaxing(direction: Direction, sense: Sense) throws {
        // Both pulls are tried, so that each side holds once and is idle once.
        for pull in [1.0, -1.0] {
            func model(lower: Double, upper: Double) -> (Model<Pounds>, Row) {
                var model = Model("price", minimise: Pounds.self)
                let x = model.variable("x", in: 0...10, of: Items.self)
                let y = model.variable("y", in: 0...10, of: Items.self)
                let row = model.require("row", (2 * x + 3 * y).within(lower...upper))
                let objective = pull * (Rate<Pounds, Items>(5) * x + Rate<Pounds, Items>(6) * y) + 7
                if direction == .minimise { model.minimise(objective) } else { model.maximise(objective) }
                return (model, row)
            }
            let (lower, upper): (Double, Double) =
                switch sense {
                case .atMost: (-.infinity, 22)
                case .atLeast: (22, .infinity)
                case .equal: (22, 22)
                case .range: (13, 22)
                }
            let (base, row) = model(lower: lower, upper: upper)
            let solution = try optimum(of: base)
            let worth = try #require(solution.duals).worthOfRelaxing(row, in: base)
            let step = 1e-3
            func gain(_ moved: Model<Pounds>) throws -> Double {
                let change = try optimum(of: moved).objective - solution.objective
                return (direction == .minimise ? -change : change) / step
            }
            if sense == .equal || lower == -.infinity {
                #expect(worth.lower == nil)
            } else {
                #expect(isClose(try #require(worth.lower), try gain(model(lower: lower - step, upper: upper).0), 1e-6))
            }
            if sense == .equal || upper == .infinity {
                #expect(worth.upper == nil)
            } else {
                #expect(isClose(try #require(worth.upper), try gain(model(lower: lower, upper: upper + step).0), 1e-6))
            }
            // Which side is worth something follows from the pull.
            let holdsLower = (direction == .minimise) == (pull > 0)
            if let worthOfLower = worth.lower { #expect((worthOfLower > 1) == holdsLower && worthOfLower >= 0) }
            if let worthOfUpper = worth.upper { #expect((worthOfUpper > 1) == !holdsLower && worthOfUpper >= 0) }
        }
    }

    @Test(arguments: [Direction.minimise, .maximise], [true, false])
    func worthOfRelaxingABound(direction: Direction, holdsLower: Bool) throws {
        func model(lower: Double, upper: Double) -> (Model<Items>, Variable<Items>) {
            var model = Model("bound", minimise: Items.self)
            let x = model.variable("x", in: lower...upper, of: Items.self)
            let y = model.variable("y", in: 0...20, of: Items.self)
            model.require("together", x + y .== 12)
            let sign = (direction == .minimise) == holdsLower ? 1.0 : -1.0
            let objective = sign * (5 * x + 2 * y)
            if direction == .minimise { model.minimise(objective) } else { model.maximise(objective) }
            return (model, x)
        }
        let (base, x) = model(lower: 2, upper: 9)
        let solution = try optimum(of: base)
        let worth = try #require(solution.duals).worthOfRelaxing(x, in: base)
        let step = 1e-3
        let relaxed = holdsLower ? model(lower: 2 - step, upper: 9).0 : model(lower: 2, upper: 9 + step).0
        let change = try optimum(of: relaxed).objective - solution.objective
        let gain = (direction == .minimise ? -change : change) / step
        #expect(isClose(gain, 3, 1e-6))
        #expect(isClose(try #require(holdsLower ? worth.lower : worth.upper), gain, 1e-6))
        #expect(try #require(holdsLower ? worth.upper : worth.lower) == 0)
    }

    /// Three rows through one corner in two dimensions: min x + y; x ≥ 2; y ≥ 2; x + y ≥ 4. Raising the third costs
    /// one for one; lowering it brings nothing, because the first two hold.
    @Test func aDegenerateCornerIsSaidToBeOne() throws {
        func model(_ side: Double) -> (Model<Items>, Row) {
            var model = Model("degenerate", minimise: Items.self)
            let x = model.variable("x", in: 0..., of: Items.self)
            let y = model.variable("y", in: 0..., of: Items.self)
            model.require("x", x .>= 2)
            model.require("y", y .>= 2)
            let row = model.require("together", x + y .>= side)
            model.minimise(x + y)
            return (model, row)
        }
        let (base, row) = model(4)
        let solution = try optimum(of: base)
        let degeneracy = try #require(solution.degeneracy(in: base))
        #expect(degeneracy.isDegenerate)
        #expect(try #require(degeneracy.sentence).contains("a price may hold in one direction only"))
        let prices = try #require(GLPKSolver().oneSidedPrices(of: row, .lower, in: base, at: solution))
        #expect(try isClose(try #require(prices.raising), 1) && isClose(try #require(prices.lowering), 0))
        #expect(!prices.isTwoSided)
        #expect(isClose(try optimum(of: model(4.5).0).objective, 4.5))
        #expect(isClose(try optimum(of: model(3.5).0).objective, 4))
    }

    @Test func aSideThatCannotMove() throws {
        var model = Model("stuck", maximise: Items.self)
        let x = model.variable("x", in: 0...5, of: Items.self)
        let row = model.require("at least", x .>= 5)
        model.maximise(2 * x)
        let solution = try optimum(of: model)
        let prices = try #require(GLPKSolver().oneSidedPrices(of: row, .lower, in: model, at: solution))
        #expect(prices.raising == nil)
        #expect(isClose(try #require(prices.lowering), 0))
        // There is no upper side to move.
        #expect(GLPKSolver().oneSidedPrices(of: row, .upper, in: model, at: solution) == nil)
    }

    /// Random programs with small whole numbers, most of them degenerate somewhere: each one-sided price against a
    /// small step that way, and the solver's price between the two.
    @Test func oneSidedPricesAgainstSmallSteps() throws {
        var generator = SeededGenerator(state: 51)
        var oneSided = 0
        var checked = 0
        for _ in 0..<500 {
            let model = RandomProgramTests().randomCase(&generator, integers: false).model
            guard let solution = checkedOutcome(model).optimum else { continue }
            for row in model.rows {
                let sides = model.sides(of: row)
                for side in Side.allCases {
                    let current = side == .lower ? sides.lower : sides.upper
                    guard current.isFinite else { continue }
                    let prices = try #require(GLPKSolver().oneSidedPrices(of: row, side, in: model, at: solution))
                    func change(_ step: Double) -> Double? {
                        var moved = model
                        let both = sides.lower == sides.upper
                        moved.setSides(
                            of: row, lower: sides.lower + (side == .lower || both ? step : 0),
                            upper: sides.upper + (side == .upper || both ? step : 0))
                        return checkedOutcome(moved).optimum.map { ($0.objective - solution.objective) / step }
                    }
                    // Coefficients are at most 3 in 3 dimensions: no corner is nearer than this.
                    let step = 1e-4
                    checked += 1
                    if let raising = prices.raising {
                        #expect(isClose(raising, try #require(change(step)), 1e-6))
                    } else {
                        #expect(change(step) == nil)
                    }
                    if let lowering = prices.lowering {
                        #expect(isClose(lowering, try #require(change(-step)), 1e-6))
                    } else {
                        #expect(change(-step) == nil)
                    }
                    if !prices.isTwoSided {
                        oneSided += 1
                        #expect(try #require(solution.degeneracy(in: model)).isDegenerate)
                    } else if sides.lower == sides.upper {
                        #expect(isClose(try #require(solution.duals).marginalCost[row], try #require(prices.raising), 1e-6))
                    }
                }
            }
        }
        #expect(checked > 300 && oneSided > 20)
    }

    /// min x + y; x + y ≥ 4: every point of the edge is as good.
    @Test func otherOptimaAreSaidToBePossible() throws {
        var model = Model("edge", minimise: Items.self)
        let x = model.variable("x", in: 0...9, of: Items.self)
        let y = model.variable("y", in: 0...9, of: Items.self)
        model.require("together", x + y .>= 4)
        model.minimise(x + y)
        let degeneracy = try #require(try optimum(of: model).degeneracy(in: model))
        #expect(degeneracy.mayHaveOtherOptima && !degeneracy.isDegenerate && degeneracy.freeToMove.count == 1)
        #expect(try #require(degeneracy.sentence).hasSuffix("other solutions may be as good."))
        model.minimise(x + 2 * y)
        #expect(try #require(try optimum(of: model).degeneracy(in: model)).sentence == nil)
    }

    @Test func noPricesOfWholeNumbers() throws {
        var model = Model("whole", minimise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        let row = model.require("row", 2 * n .>= 3)
        model.minimise(n)
        let solution = try optimum(of: model)
        #expect(solution.duals == nil && solution.degeneracy(in: model) == nil)
        #expect(GLPKSolver().oneSidedPrices(of: row, .lower, in: model, at: solution) == nil)
    }
}
