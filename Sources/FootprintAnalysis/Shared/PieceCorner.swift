// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A small linear program as numbers at hand.
final class PieceShape: Sendable {
    let rowCount: Int
    let costs: [Double]
    let hasUpper: [Bool]
    /// The matrix by columns: column `j` has the terms at `starts[j]..<starts[j + 1]`.
    let starts: [Int]
    let rows: [Int]
    let coefficients: [Double]

    init(_ program: LinearProgram) {
        rowCount = program.rowCount
        costs = program.costs
        hasUpper = program.columnUpper.map(\.isFinite)
        var terms = costs.map { _ in [(row: Int, coefficient: Double)]() }
        for row in 0..<rowCount {
            for term in program.terms(ofRow: row) { terms[Int(term.column)].append((row, term.coefficient)) }
        }
        starts = terms.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        rows = terms.flatMap { $0.map(\.row) }
        coefficients = terms.flatMap { $0.map(\.coefficient) }
    }
}

/// A corner of a small linear program, ready to be tried on other sides and bounds.
///
/// A basis that is optimal for one right-hand side is optimal for every other that it has a solution for, with the same prices, since
/// costs and matrix are the same (*bunching*; Wets, 1983). Trying one takes a product with a small inverse and no solver. A class: there
/// are many, and a copy of each would count its references again.
final class PieceCorner: Sendable {
    let basis: Basis
    /// One for each row.
    let prices: [Double]
    private let shape: PieceShape
    private let basicColumns: [Int]
    private let heldRows: [Int]
    private let looseRows: [Int]
    /// By basic column, one for each held row.
    private let inverse: [Double]
    /// Columns that are worth having as much of as there is.
    private let fullColumns: [Int]

    /// Nil where the basis is none, or its prices do not prove an optimum.
    init?(_ basis: Basis, of shape: PieceShape) {
        let basicColumns = basis.columns.indices.filter { basis.columns[$0] == .basic }
        let heldRows = basis.rows.indices.filter { basis.rows[$0] != .basic }
        let size = heldRows.count
        guard basicColumns.count == size else { return nil }
        var places = [Int](repeating: -1, count: shape.rowCount)
        for (place, row) in heldRows.enumerated() { places[row] = place }
        var matrix = [Double](repeating: 0, count: size * size)
        for (basic, column) in basicColumns.enumerated() {
            for term in shape.starts[column]..<shape.starts[column + 1] where places[shape.rows[term]] >= 0 {
                matrix[places[shape.rows[term]] * size + basic] = shape.coefficients[term]
            }
        }
        guard let inverse = Self.inverted(matrix, size) else { return nil }
        var prices = [Double](repeating: 0, count: shape.rowCount)
        for (place, row) in heldRows.enumerated() {
            for (basic, column) in basicColumns.enumerated() { prices[row] += shape.costs[column] * inverse[basic * size + place] }
        }
        var full: [Int] = []
        for column in shape.costs.indices where basis.columns[column] != .basic {
            var left = shape.costs[column]
            for term in shape.starts[column]..<shape.starts[column + 1] { left -= prices[shape.rows[term]] * shape.coefficients[term] }
            if left < -1e-12 || left <= 0 && basis.columns[column] == .atUpper {
                guard shape.hasUpper[column] else { return nil }
                full.append(column)
            }
        }
        self.basis = basis
        self.shape = shape
        self.basicColumns = basicColumns
        self.heldRows = heldRows
        looseRows = basis.rows.indices.filter { basis.rows[$0] == .basic }
        self.inverse = inverse
        self.prices = prices
        fullColumns = full
    }

    /// The numbers of one trial after another.
    struct Trial {
        /// Sides of the rows, infinite where there is none.
        var lower, upper: [Double]
        /// Of the columns, from zero.
        var bounds: [Double]
        /// The columns' values at the last corner that was a solution.
        var values: [Double]
        fileprivate var activities: [Double]

        init(_ shape: PieceShape) {
            lower = Array(repeating: 0, count: shape.rowCount)
            (upper, activities) = (lower, lower)
            bounds = Array(repeating: 0, count: shape.costs.count)
            values = bounds
        }
    }

    /// The optimum's cost, its values left in the trial; nil where this corner is not a solution.
    func cost(_ trial: inout Trial) -> Double? {
        for row in trial.activities.indices { trial.activities[row] = 0 }
        for column in trial.values.indices { trial.values[column] = 0 }
        var cost = 0.0
        for column in fullColumns { cost += set(column, to: trial.bounds[column], &trial) }
        let size = heldRows.count
        var basic = 0
        while basic < size {
            var value = 0.0
            for place in 0..<size {
                let row = heldRows[place]
                let side = trial.upper[row] < .infinity ? trial.upper[row] : trial.lower[row]
                value += inverse[basic * size + place] * (side - trial.activities[row])
            }
            let slack = 1e-9 * max(1, value.magnitude)
            guard value >= -slack, value <= trial.bounds[basicColumns[basic]] + slack else { return nil }
            trial.values[basicColumns[basic]] = value
            basic += 1
        }
        for column in basicColumns { cost += set(column, to: trial.values[column], &trial) }
        for row in looseRows {
            let activity = trial.activities[row]
            let slack = 1e-9 * max(1, activity.magnitude)
            guard activity <= trial.upper[row] + slack, activity >= trial.lower[row] - slack else { return nil }
        }
        return cost
    }

    /// What the column costs then.
    private func set(_ column: Int, to value: Double, _ trial: inout Trial) -> Double {
        trial.values[column] = value
        for term in shape.starts[column]..<shape.starts[column + 1] {
            trial.activities[shape.rows[term]] += shape.coefficients[term] * value
        }
        return shape.costs[column] * value
    }

    /// By Gauss and Jordan with the largest pivot of each column; nil where there is none.
    private static func inverted(_ matrix: [Double], _ size: Int) -> [Double]? {
        var left = matrix
        var right = [Double](repeating: 0, count: size * size)
        for place in 0..<size { right[place * size + place] = 1 }
        for column in 0..<size {
            let pivot = (column..<size).max { left[$0 * size + column].magnitude < left[$1 * size + column].magnitude }!
            let value = left[pivot * size + column]
            guard value.magnitude > 1e-9 else { return nil }
            for place in 0..<size {
                left.swapAt(pivot * size + place, column * size + place)
                right.swapAt(pivot * size + place, column * size + place)
                left[column * size + place] /= value
                right[column * size + place] /= value
            }
            for row in 0..<size where row != column {
                let factor = left[row * size + column]
                guard factor != 0 else { continue }
                for place in 0..<size {
                    left[row * size + place] -= factor * left[column * size + place]
                    right[row * size + place] -= factor * right[column * size + place]
                }
            }
        }
        return right
    }
}
