// SPDX-License-Identifier: GPL-3.0-or-later
import BigInt

/// The solution and the prices that a basis stands for, worked out again without rounding from the model's own
/// doubles: proof of an optimum that leans on no solver and on no tolerance.
///
/// A basis says which rows and columns are at which side or bound; the rest follow from a square system of equations,
/// one for the values and one for the prices. The solution is optimal if every value is within its bounds, every row
/// within its sides, and every price has the sign of the side it leans on (Applegate, Cook, Dash and Espinoza, "Exact
/// solutions to linear programming problems", 2007).
public struct ExactBasicSolution: Sendable {
    /// Why a basis has no exact solution.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// It is not a basis of the model, and why.
        case notABasis(String)
        /// A cost or a coefficient is infinite or not a number.
        case notCalculable
        /// There are more equations than the caller allowed.
        case tooLarge(equations: Int)

        public var description: String {
            switch self {
            case .notABasis(let reason): "this is not a basis of the model: \(reason)"
            case .notCalculable: "a cost or a coefficient is not a finite number; see faults()"
            case .tooLarge(let equations): "\(equations) equations are more than were allowed"
            }
        }
    }

    /// The objective as the caller wrote it, constant included.
    public let objective: Rational
    /// What does not hold, the largest of each kind: empty where the basis is proved optimal for the program with its
    /// whole numbers relaxed.
    public let residuals: [ExactResidual]

    private let conditions: ExactConditions
    private let prices: ExactConditions.Prices

    /// Whether the basis is proved optimal, whole numbers aside.
    public var isOptimal: Bool { residuals.isEmpty }
    /// Each variable's value, in its own unit.
    public func value(ofColumn column: Int) -> Rational {
        Rational(conditions.values[column], over: conditions.valueDenominator)
    }
    /// Each row's price, signed as in ``Duals``.
    public func price(ofRow row: Int) -> Rational { Rational(prices.rows[row], over: prices.denominator) }
    /// Each variable's reduced cost, signed as in ``Duals``.
    public func reducedCost(ofColumn column: Int) -> Rational {
        Rational(prices.columns[column], over: prices.denominator)
    }

    /// Works out what a basis of a model stands for.
    /// - Parameters:
    ///   - model: its doubles are taken as they stand.
    ///   - basis: such as a ``Solution`` carries.
    ///   - equations: the largest system to be solved. A hundred dense equations with all 53 bits in every coefficient
    ///     take seconds; a planner's few hundred, of which few are tangled, a fraction of one.
    public init<Objective>(
        of model: Model<Objective>, at basis: Basis, atMost equations: Int = 2_000
    ) throws(Failure) {
        try self.init(of: model.program, at: basis, atMost: equations)
    }

    /// Works out what a basis of a program stands for.
    /// - Parameters:
    ///   - program: its doubles are taken as they stand.
    ///   - basis: such as a ``Solution`` carries.
    ///   - equations: the largest system to be solved.
    public init(of program: LinearProgram, at basis: Basis, atMost equations: Int = 2_000) throws(Failure) {
        guard program.isCalculable else { throw .notCalculable }
        var program = program
        program.relaxIntegers()
        let kernel = try BasisKernel(program, basis)
        guard kernel.rows.count <= equations else { throw .tooLarge(equations: kernel.rows.count) }
        guard let values = kernel.values(), let prices = kernel.prices() else {
            throw .notABasis("its equations do not have one solution")
        }
        conditions = values
        self.prices = prices
        objective = Rational(values.objective, over: values.valueDenominator)
        residuals = values.residuals(objective: nil, prices: prices)
    }
}

/// The equations of a basis: the rows held at a side, in the columns that are not held at a bound.
private struct BasisKernel {
    let program: LinearProgram
    /// The rows that are held, and the columns that are basic: as many of each.
    let rows: [Int]
    let columns: [Int]
    /// Each row's place among `rows`, and each column's among `columns`; nil where it is not there.
    let placeOfColumn: [Int?]
    /// Where each held row and column is held.
    let rowSides: [Double]
    let columnSides: [Double]

    init(_ program: LinearProgram, _ basis: Basis) throws(ExactBasicSolution.Failure) {
        guard basis.rows.count == program.rowCount, basis.columns.count == program.columnCount else {
            throw .notABasis(
                "it has \(basis.rows.count) rows and \(basis.columns.count) columns, and the model "
                    + "\(program.rowCount) and \(program.columnCount)")
        }
        self.program = program
        var rows: [Int] = []
        var rowSides = [Double](repeating: 0, count: program.rowCount)
        for row in 0..<program.rowCount where basis.rows[row] != .basic {
            rows.append(row)
            guard let side = Self.side(basis.rows[row], program.rowLower[row], program.rowUpper[row]) else {
                throw .notABasis("“\(program.name(ofRow: row))” is at a side that it does not have")
            }
            rowSides[row] = side
        }
        var columns: [Int] = []
        var columnSides = [Double](repeating: 0, count: program.columnCount)
        var placeOfColumn = [Int?](repeating: nil, count: program.columnCount)
        for column in 0..<program.columnCount {
            if basis.columns[column] == .basic {
                placeOfColumn[column] = columns.count
                columns.append(column)
                continue
            }
            let ends = (program.columnLower[column], program.columnUpper[column])
            guard let side = Self.side(basis.columns[column], ends.0, ends.1) else {
                throw .notABasis("“\(program.name(ofColumn: column))” is at a bound that it does not have")
            }
            columnSides[column] = side
        }
        guard rows.count == columns.count else {
            throw .notABasis("\(rows.count) rows are held and \(columns.count) columns are free to follow")
        }
        self.rows = rows
        self.columns = columns
        self.placeOfColumn = placeOfColumn
        self.rowSides = rowSides
        self.columnSides = columnSides
    }

    private static func side(_ status: Basis.Status, _ lower: Double, _ upper: Double) -> Double? {
        let side: Double =
            switch status {
            case .basic, .free: 0
            case .atLower, .fixed: lower
            case .atUpper: upper
            }
        return side.isFinite ? side : nil
    }

    func values() -> ExactConditions? {
        var system = WholeNumberSystem()
        for row in rows {
            var side = Dyadic(rowSides[row])
            var entries: [(Int, Dyadic)] = []
            for term in program.terms(ofRow: row) {
                let column = Int(term.column)
                if let place = placeOfColumn[column] {
                    entries.append((place, Dyadic(term.coefficient)))
                } else if columnSides[column] != 0 {
                    side -= Dyadic(term.coefficient) * Dyadic(columnSides[column])
                }
            }
            system.append(entries, side)
        }
        guard let (numerators, denominator) = system.solution() else { return nil }
        let values = (0..<program.columnCount).map { column in
            placeOfColumn[column].map { Dyadic(numerators[$0]) } ?? Dyadic(columnSides[column]) * denominator
        }
        return ExactConditions(program: program, values: values, valueDenominator: denominator)
    }

    func prices() -> ExactConditions.Prices? {
        var equations = columns.map { (entries: [(Int, Dyadic)](), side: Dyadic(program.costs[$0])) }
        for (place, row) in rows.enumerated() {
            for term in program.terms(ofRow: row) {
                if let column = placeOfColumn[Int(term.column)] {
                    equations[column].entries.append((place, Dyadic(term.coefficient)))
                }
            }
        }
        var system = WholeNumberSystem()
        for equation in equations { system.append(equation.entries, equation.side) }
        guard let (numerators, denominator) = system.solution() else { return nil }
        var rowPrices = [Dyadic](repeating: .zero, count: program.rowCount)
        var left = program.costs.map { Dyadic($0) * denominator }
        for (place, row) in rows.enumerated() where !numerators[place].isZero {
            rowPrices[row] = Dyadic(numerators[place])
            for term in program.terms(ofRow: row) {
                left[Int(term.column)] -= rowPrices[row] * Dyadic(term.coefficient)
            }
        }
        return ExactConditions.Prices(rows: rowPrices, columns: left, denominator: denominator)
    }
}

extension WholeNumberSystem {
    /// Adds an equation, multiplied by the power of two that makes it one of whole numbers.
    fileprivate mutating func append(_ entries: [(Int, Dyadic)], _ side: Dyadic) {
        let lowest = entries.reduce(side.isZero ? Int.max : side.exponent) { min($0, $1.1.exponent) }
        func whole(_ number: Dyadic) -> BigInt {
            number.isZero ? 0 : number.mantissa << (number.exponent - lowest)
        }
        rows.append(entries.map { (column: $0.0, coefficient: whole($0.1)) })
        sides.append(whole(side))
    }
}
