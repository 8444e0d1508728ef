// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// What moving a side does to the optimum, each way by itself: ∂objective/∂side from above and from below.
///
/// At a corner that is not degenerate both are the row's ``Duals/marginalCost``. At one that is, they differ, and the
/// solver's price is one of the many between them.
public struct OneSidedPrices: Sendable, Hashable {
    /// The change in the objective for each unit by which the side is raised, at first; nil where the side cannot be
    /// raised at all without leaving the model with no solution.
    public let raising: Double?
    /// The change in the objective, with its sign turned, for each unit by which the side is lowered, at first: with
    /// neither nil, an optimum of x at side s is about x + raising·t at s + t and x − lowering·t at s − t.
    public let lowering: Double?

    /// Whether one price is right both ways.
    public var isTwoSided: Bool {
        guard let raising, let lowering else { return false }
        return (raising - lowering).magnitude <= 1e-9 * max(1, raising.magnitude, lowering.magnitude)
    }
}

extension GLPKSolver {
    /// The one-sided prices of a row's side at an optimum of a linear program: exact where the corner is degenerate,
    /// where the solver's own price is not. Nil where the values are not an optimum of the model, or the model has
    /// integers, or where that could not be settled.
    ///
    /// By the directional derivative of a linear program's value (Gal, *Postoptimal Analyses*, 1979): the least cost of
    /// a direction in which every side and bound that holds still does and the one in question has moved by one. Two
    /// solves, neither harder than the model's own.
    /// - Parameter side: which of two; of an equality both move, whichever is named.
    public func oneSidedPrices<Objective>(
        of row: Row, _ side: Side, in model: Model<Objective>, at solution: Solution
    ) -> OneSidedPrices? {
        let program = model.program
        guard !program.hasIntegers, solution.values.count == program.columnCount, program.faults().isEmpty
        else { return nil }
        let limit = side == .lower ? program.rowLower[row.index] : program.rowUpper[row.index]
        guard limit.isFinite else { return nil }
        let directions = DirectionProgram(of: program, at: solution.values)
        switch (price(directions.moving(row.index, side, by: 1)), price(directions.moving(row.index, side, by: -1))) {
        case (.unknown, _), (_, .unknown): return nil
        case (let up, let down): return OneSidedPrices(raising: up.value, lowering: down.value.map { -$0 })
        }
    }

    private enum Price {
        case price(Double)
        case noSolution
        case unknown

        var value: Double? { if case .price(let value) = self { value } else { nil } }
    }

    private func price(_ program: LinearProgram) -> Price {
        switch solve(program) {
        case .optimal(let solution): .price(solution.objective)
        case .infeasible: .noSolution
        default: .unknown
        }
    }
}

/// The directions in which a solution can move: a program in which every variable is a step.
private struct DirectionProgram {
    let program: LinearProgram

    init(of original: LinearProgram, at values: [Double]) {
        var program = original
        program.objectiveConstant = 0
        func steps(_ value: Double, _ lower: Double, _ upper: Double, scale: Double) -> (Double, Double) {
            func holds(_ side: Double) -> Bool {
                side.isFinite && (side - value).magnitude <= 1e-8 * max(1, scale, side.magnitude)
            }
            return (holds(lower) ? 0 : -.infinity, holds(upper) ? 0 : .infinity)
        }
        for row in 0..<original.rowCount {
            let addends = original.terms(ofRow: row).map { $0.coefficient * values[Int($0.column)] }
            let (lower, upper) = steps(
                addends.reduce(0, +), original.rowLower[row], original.rowUpper[row],
                scale: addends.reduce(0) { max($0, $1.magnitude) })
            program.setSides(ofRow: row, lower: lower, upper: upper)
        }
        for column in 0..<original.columnCount {
            let (lower, upper) = steps(
                values[column], original.columnLower[column], original.columnUpper[column],
                scale: values[column].magnitude)
            program.setBounds(ofColumn: column, lower: lower, upper: upper)
        }
        self.program = program
        self.original = original
    }

    private let original: LinearProgram

    /// The directions in which a side moves by `step`. One that does not hold may move as it likes.
    func moving(_ row: Int, _ side: Side, by step: Double) -> LinearProgram {
        var moved = program
        var (lower, upper) = (program.rowLower[row], program.rowUpper[row])
        let isEquality = original.rowLower[row] == original.rowUpper[row]
        if lower == 0, side == .lower || isEquality { lower = step }
        if upper == 0, side == .upper || isEquality { upper = step }
        // Both hold and are not equal to the last bit: the other side stops this one.
        guard lower <= upper else {
            moved.setSides(ofRow: row, lower: 0, upper: 0)
            moved.addImpossibleRow()
            return moved
        }
        moved.setSides(ofRow: row, lower: lower, upper: upper)
        return moved
    }
}

extension LinearProgram {
    /// Adds a row that nothing meets.
    fileprivate mutating func addImpossibleRow() {
        _ = addRow(LinearForm(), lower: 1, upper: 1, sentence: "impossible", indices: [])
    }
}
