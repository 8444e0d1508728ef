// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension LinearProgram {
    /// What the optimum of this program would be by the prices of one of the same shape that is solved: exact to the first order in
    /// what differs between the two (the envelope theorem), without a solve.
    ///
    /// The Lagrangian at the known prices: the cost of the known values, those at a bound moved with it, and each row's price times
    /// how far its side is from what they put into it.
    /// - Parameters:
    ///   - solution: an optimum of `known` with its prices.
    /// - Returns: nil where the two are not of one shape, or there are no prices.
    func firstOrderOptimum(from solution: Solution, of known: LinearProgram) -> Double? {
        guard columnCount == known.columnCount, rowCount == known.rowCount, let duals = solution.duals else { return nil }
        var values = solution.values
        for column in 0..<columnCount {
            for (bound, moved) in [
                (known.columnLower[column], columnLower[column]), (known.columnUpper[column], columnUpper[column]),
            ] where bound.isFinite && (values[column] - bound).magnitude <= 1e-9 * max(1, bound.magnitude) {
                guard moved.isFinite else { return nil }
                values[column] = moved
                break
            }
        }
        var total = objectiveConstant
        for column in 0..<columnCount { total += costs[column] * values[column] }
        for row in 0..<rowCount where duals.rows[row] != 0 {
            // Of two sides the one that holds: a price above nothing is of a lower side.
            let isLower = (duals.rows[row] > 0) == (direction == .minimise)
            let side = isLower ? rowLower[row] : rowUpper[row]
            guard side.isFinite else { return nil }
            let activity = terms(ofRow: row).reduce(0) { $0 + $1.coefficient * values[Int($1.column)] }
            total += duals.rows[row] * (side - activity)
        }
        return total
    }
}
