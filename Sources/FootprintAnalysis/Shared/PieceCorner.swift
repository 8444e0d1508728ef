// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A small linear program as numbers at hand: columns with a few terms each.
struct PieceShape: Sendable {
    let rowCount: Int
    let costs: [Double]
    /// By column.
    let terms: [[(row: Int, coefficient: Double)]]
    let hasUpper: [Bool]

    init(_ program: LinearProgram) {
        rowCount = program.rowCount
        costs = program.costs
        hasUpper = program.columnUpper.map(\.isFinite)
        var terms = costs.map { _ in [(row: Int, coefficient: Double)]() }
        for row in 0..<rowCount {
            for term in program.terms(ofRow: row) { terms[Int(term.column)].append((row, term.coefficient)) }
        }
        self.terms = terms
    }
}

/// A corner of a small linear program, ready to be tried on other sides and bounds.
///
/// A basis that is optimal for one right-hand side is optimal for every other that it has a solution for, with the same prices, since
/// costs and matrix are the same (*bunching*; Wets, 1983). Trying one takes a product with a small inverse and no solver.
struct PieceCorner: Sendable {
    let basis: Basis
    /// One for each row.
    let prices: [Double]
    private let basicColumns: [Int]
    private let heldRows: [Int]
    /// By basic column, one for each held row.
    private let inverse: [Double]
    /// Columns that are worth having as much of as there is.
    private let fullColumns: [Int]

    /// Nil where the basis is none, or its prices do not prove an optimum.
    init?(_ basis: Basis, of shape: PieceShape) {
        self.basis = basis
        basicColumns = basis.columns.indices.filter { basis.columns[$0] == .basic }
        heldRows = basis.rows.indices.filter { basis.rows[$0] != .basic }
        let size = heldRows.count
        guard basicColumns.count == size else { return nil }
        var places = [Int](repeating: -1, count: shape.rowCount)
        for (place, row) in heldRows.enumerated() { places[row] = place }
        var matrix = [Double](repeating: 0, count: size * size)
        for (place, column) in basicColumns.enumerated() {
            for (row, coefficient) in shape.terms[column] where places[row] >= 0 {
                matrix[places[row] * size + place] = coefficient
            }
        }
        guard let inverse = Self.inverted(matrix, size) else { return nil }
        self.inverse = inverse
        var prices = [Double](repeating: 0, count: shape.rowCount)
        for (place, row) in heldRows.enumerated() {
            for (basic, column) in basicColumns.enumerated() { prices[row] += shape.costs[column] * inverse[basic * size + place] }
        }
        self.prices = prices
        var full: [Int] = []
        for column in shape.costs.indices where basis.columns[column] != .basic {
            var left = shape.costs[column]
            for (row, coefficient) in shape.terms[column] { left -= prices[row] * coefficient }
            if left < -1e-12 || left <= 0 && basis.columns[column] == .atUpper {
                guard shape.hasUpper[column] else { return nil }
                full.append(column)
            }
        }
        fullColumns = full
    }

    /// Room for one trial after another.
    struct Scratch {
        var values: [Double]
        fileprivate var activities: [Double]

        init(_ shape: PieceShape) {
            values = Array(repeating: 0, count: shape.costs.count)
            activities = Array(repeating: 0, count: shape.rowCount)
        }
    }

    /// The optimum's cost, its values left in the scratch; nil where this corner is not a solution.
    /// - Parameters:
    ///   - lower: sides of the rows, −∞ for none.
    ///   - upper: +∞ for none.
    ///   - bounds: of the columns, from zero.
    func cost(_ shape: PieceShape, lower: [Double], upper: [Double], bounds: [Double], _ scratch: inout Scratch) -> Double? {
        for row in scratch.activities.indices { scratch.activities[row] = 0 }
        for column in scratch.values.indices { scratch.values[column] = 0 }
        var cost = 0.0
        for column in fullColumns {
            let value = bounds[column]
            scratch.values[column] = value
            cost += shape.costs[column] * value
            for (row, coefficient) in shape.terms[column] { scratch.activities[row] += coefficient * value }
        }
        let size = heldRows.count
        for (basic, column) in basicColumns.enumerated() {
            var value = 0.0
            for (place, row) in heldRows.enumerated() {
                let side = upper[row] < .infinity ? upper[row] : lower[row]
                value += inverse[basic * size + place] * (side - scratch.activities[row])
            }
            let slack = 1e-9 * max(1, value.magnitude)
            guard value >= -slack, value <= bounds[column] + slack else { return nil }
            scratch.values[column] = value
        }
        for column in basicColumns {
            let value = scratch.values[column]
            cost += shape.costs[column] * value
            for (row, coefficient) in shape.terms[column] { scratch.activities[row] += coefficient * value }
        }
        for row in basis.rows.indices where basis.rows[row] == .basic {
            let slack = 1e-9 * max(1, scratch.activities[row].magnitude)
            guard scratch.activities[row] <= upper[row] + slack, scratch.activities[row] >= lower[row] - slack else { return nil }
        }
        return cost
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
