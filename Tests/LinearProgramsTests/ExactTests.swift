// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

@Suite struct RationalTests {
    @Test func everyDoubleIsAFraction() throws {
        // Read off the bits: 0.1 is 0x3FB999999999999A.
        #expect(try #require(Rational(exactly: 0.1)).description == "3602879701896397/36028797018963968")
        #expect(Rational(exactly: -2.5) == Rational(-5, over: 2))
        #expect(Rational(exactly: 0) == .zero)
        #expect(Rational(exactly: -0.0) == .zero)
        #expect(Rational(exactly: 1e20)?.description == "100000000000000000000")
        #expect(Rational(exactly: .nan) == nil)
        #expect(Rational(exactly: -.infinity) == nil)
        for number in [0.1, -1.0 / 3, 1e-300, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 123456.789] {
            #expect(Rational(exactly: number)?.double == number)
        }
    }

    @Test func arithmeticIsThatOfFractions() {
        #expect(Rational(1, over: 3) + Rational(1, over: 6) == Rational(1, over: 2))
        #expect(Rational(1, over: 3) - Rational(1, over: 2) == Rational(-1, over: 6))
        #expect(Rational(2, over: 3) * Rational(-9, over: 4) == Rational(3, over: -2))
        #expect(Rational(1, over: 3) < Rational(34, over: 100))
        #expect(Rational(-1, over: 2) < Rational(-1, over: 3))
        #expect(Rational(6, over: -4).description == "-3/2")
        #expect(Rational(6, over: 3).description == "2")
        // The nearest double to a third, and to 2^53 + 1 (a tie, which goes to the even one below).
        #expect(Rational(1, over: 3).double == 1.0 / 3)
        #expect(Rational(9_007_199_254_740_993).double == 9_007_199_254_740_992)
    }
}

@Suite struct WholeNumberSystemTests {
    /// Random systems, multiplied out from a solution that was chosen first.
    @Test(arguments: [1, 2, 5, 20, 60]) func chosenSolutionsComeBack(count: Int) throws {
        var generator = SeededGenerator(state: 41)
        for size in [3, 1_000_000_007] as [Int] {
            let solution = (0..<count).map { _ in Rational(Int.random(in: -size...size, using: &generator), over: 7 * 12) }
            var system = WholeNumberSystem()
            for _ in 0..<count {
                let row = (0..<count).map { _ in Int.random(in: -size...size, using: &generator) }
                let side = zip(row, solution).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 } * Rational(84)
                system.rows.append(row.enumerated().map { ($0.offset, Rational(84 * $0.element).numerator) })
                system.sides.append(side.numerator)
            }
            // A small random matrix may be singular: then there is nothing to compare.
            guard let found = system.solution() else { continue }
            #expect(zip(found.numerators, solution).allSatisfy { Rational($0, over: found.denominator) == $1 })
        }
    }

    /// Hilbert's matrix of order 12 times its least common denominator: no double comes near it. The sum of the
    /// entries of its inverse is n², so the solution for sides of one adds up to 144 (Choi, 1983).
    @Test func hilbertsMatrix() throws {
        let multiple = 5_354_228_880 * 5  // the least common multiple of 1 to 24 is 5,354,228,880
        var system = WholeNumberSystem()
        for row in 0..<12 {
            system.rows.append((0..<12).map { ($0, Rational(multiple, over: row + $0 + 1).numerator) })
            system.sides.append(Rational(multiple).numerator)
        }
        let found = try #require(system.solution())
        #expect(found.numerators.reduce(.zero) { $0 + Rational($1, over: found.denominator) } == Rational(144))
    }

    @Test func aSingularMatrixHasNoSolution() {
        var system = WholeNumberSystem()
        system.rows = [[(0, 1), (1, 2)], [(0, 2), (1, 4)]]
        system.sides = [3, 6]
        #expect(system.solution() == nil)
    }
}

@Suite struct ExactBasicSolutionTests {
    /// min 12x + 20y; 6x + 8y ≥ 100; 7x + 12y ≥ 120; x ≥ 0; 0 ≤ y ≤ 3. Both rows hold: x = 15, y = 5/4, prices 1/4 and
    /// 3/2, objective 205.
    func model() -> Model<Pounds> {
        var model = Model("tutorial", minimise: Pounds.self)
        let x = model.variable("x", in: 0..., of: Pounds.self)
        let y = model.variable("y", in: 0...3, of: Pounds.self)
        model.require("c1", 6 * x + 8 * y .>= 100)
        model.require("c2", 7 * x + 12 * y .>= 120)
        model.minimise(12 * x + 20 * y)
        return model
    }

    @Test func anOptimumIsProved() throws {
        let basis = Basis(rows: [.atLower, .atLower], columns: [.basic, .basic])
        let exact = try ExactBasicSolution(of: model(), at: basis)
        #expect(exact.isOptimal)
        #expect(exact.objective == Rational(205))
        #expect(exact.value(ofColumn: 0) == Rational(15))
        #expect(exact.value(ofColumn: 1) == Rational(5, over: 4))
        #expect(exact.price(ofRow: 0) == Rational(1, over: 4))
        #expect(exact.price(ofRow: 1) == Rational(3, over: 2))
        #expect(exact.reducedCost(ofColumn: 0) == .zero)
    }

    @Test func aCornerThatIsNotOptimalIsNot() throws {
        // y at 3 and c1 held: x = 76/6 = 38/3, and c2 has 7 × 38/3 + 36 = 374/3, more than 120. The price of c1 is 2,
        // and what is left of y's cost, 20 − 16 = 4, leans on its lower
        // bound, from which it is 3 away.
        let exact = try ExactBasicSolution(of: model(), at: Basis(rows: [.atLower, .basic], columns: [.basic, .atUpper]))
        #expect(!exact.isOptimal)
        #expect(exact.value(ofColumn: 0) == Rational(38, over: 3))
        #expect(exact.objective == Rational(12 * 38 + 180, over: 3))
        #expect(exact.residuals.map(\.condition) == [.complementarity, .dualityGap])
        #expect(exact.residuals[0].subject == "y")
        #expect(exact.residuals[0].amount == Rational(12))
    }

    @Test func aCornerOutsideIsNamed() throws {
        // y at 0 and c1 held: x = 50/3, and c2 has 350/3, short of 120 by 10/3.
        let exact = try ExactBasicSolution(of: model(), at: Basis(rows: [.atLower, .basic], columns: [.basic, .atLower]))
        let row = try #require(exact.residuals.first { $0.condition == .row })
        #expect(row.subject == "c2")
        #expect(row.amount == Rational(10, over: 3))
    }

    @Test func whatIsNoBasisIsRefused() {
        let sides: [(Basis, String)] = [
            (Basis(rows: [], columns: []), "it has 0 rows and 0 columns, and the model 2 and 2"),
            (Basis(rows: [.basic, .basic], columns: [.basic, .atLower]), "0 rows are held and 1 columns are free to follow"),
            (Basis(rows: [.atUpper, .atLower], columns: [.basic, .basic]), "“c1” is at a side that it does not have"),
            (Basis(rows: [.basic, .basic], columns: [.atUpper, .atLower]), "“x” is at a bound that it does not have"),
        ]
        for (basis, reason) in sides {
            #expect(throws: ExactBasicSolution.Failure.notABasis(reason)) { try ExactBasicSolution(of: model(), at: basis) }
        }
        #expect(throws: ExactBasicSolution.Failure.tooLarge(equations: 2)) {
            try ExactBasicSolution(of: model(), at: Basis(rows: [.atLower, .atLower], columns: [.basic, .basic]), atMost: 1)
        }
    }

    @Test func whatIsNotANumberIsRefused() {
        var bad = model()
        bad.require("bad", Double.nan * Expression<Pounds>(Variable<Pounds>(index: 0)) .>= 1)
        let basis = Basis(rows: [.atLower, .atLower, .basic], columns: [.basic, .basic])
        #expect(throws: ExactBasicSolution.Failure.notCalculable) { try ExactBasicSolution(of: bad, at: basis) }
        #expect(Solution(objective: 1, values: [1, 1]).exactResiduals(of: bad) == nil)
    }

    /// Maximised, with a price leaning on an upper side: max 3x + 2y; x + y ≤ 0.1 × 3 (in doubles, a little more than
    /// 0.3); x ≤ 0.1.
    @Test func decimalsAreTakenAtTheirWord() throws {
        var model = Model("decimals", maximise: Pounds.self)
        let x = model.variable("x", in: 0...0.1, of: Pounds.self)
        let y = model.variable("y", in: 0..., of: Pounds.self)
        model.require("both", x + y .<= 0.1 * 3)
        model.maximise(3 * x + 2 * y)
        let exact = try ExactBasicSolution(of: model, at: Basis(rows: [.atUpper], columns: [.atUpper, .basic]))
        #expect(exact.isOptimal)
        let tenth = try #require(Rational(exactly: 0.1))
        let side = try #require(Rational(exactly: 0.1 * 3))
        #expect(exact.objective == tenth + Rational(2) * side)
        #expect(exact.price(ofRow: 0) == Rational(2))
        #expect(exact.reducedCost(ofColumn: 0) == Rational(1))
    }
}

@Suite struct ExactResidualTests {
    @Test func whatDoublesLeaveOver() throws {
        var model = Model("tenths", minimise: Pounds.self)
        let x = model.variable("x", in: 0...1, of: Pounds.self)
        let n = model.integer("n", in: 0...9, of: Pounds.self)
        model.require("row", 3 * x .== 0.3)
        model.minimise(x + n)
        // Three of the double for 0.1 are over the double for 0.3 by 2^-55: 0.1 is stored as 3602879701896397/2^55, 0.3 as 5404319552844595/2^54, and 3 × 3602879701896397 − 2 × 5404319552844595 = 1.
        let residuals = try #require(Solution(objective: 2.1, values: [0.1, 2]).exactResiduals(of: model))
        #expect(residuals.map(\.condition) == [.row, .objective])
        #expect(residuals[0].amount == Rational(1, over: 1 << 55))
        #expect(residuals[0].subject == "row")
        // A fraction of a whole number is counted from the nearest.
        let broken = try #require(Solution(objective: 2.75, values: [0, 2.75]).exactResiduals(of: model))
        #expect(broken.first { $0.condition == .wholeNumber }?.amount == Rational(1, over: 4))
        #expect(broken.first { $0.condition == .row }?.amount == Rational(exactly: 0.3))
        #expect(Solution(objective: 1, values: [.nan, 1]).exactResiduals(of: model) == nil)
        #expect(Solution(objective: 1, values: [1]).exactResiduals(of: model) == nil)
    }

    @Test func theFormOfAnAnswerThatIsExact() throws {
        let model = ExactBasicSolutionTests().model()
        let solution = Solution(
            objective: 205, values: [15, 1.25], duals: Duals(rows: [0.25, 1.5], columns: [0, 0]))
        #expect(solution.exactResiduals(of: model) == [])
        let wrong = Solution(objective: 205, values: [15, 1.25], duals: Duals(rows: [0.25, -1.5], columns: [0, 0]))
        let conditions = try #require(wrong.exactResiduals(of: model)).map(\.condition)
        // 12 − 1.5 + 10.5 = 21 and 20 − 2 + 18 = 36 are left, not zero; −1.5 leans on an upper side that c2 has not.
        #expect(conditions == [.stationarity, .dualSign, .dualityGap])
    }
}
