// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// The objective at these values, constant included.
    public func objective(at values: [Double]) -> Double {
        var total = objectiveConstant
        for column in 0..<columnCount { total += costs[column] * values[column] }
        return total
    }

    /// What prices of the rows leave of each column's cost.
    package func reducedCosts(ofPrices prices: [Double]) -> [Double] {
        var left = costs
        for row in 0..<rowCount where prices[row] != 0 {
            for term in terms(ofRow: row) { left[Int(term.column)] -= prices[row] * term.coefficient }
        }
        return left
    }

    /// A value that no solution can beat, from any prices of the rows (weak duality); nil where the prices prove
    /// nothing, because they lean on a side or a bound that is infinite.
    ///
    /// When minimising, a price above zero leans on the row's lower side and one below on its upper; what is left of
    /// each cost leans on the column's bounds in the same way. When maximising, the other way about. Right for a
    /// program with integers too, as the bound of its relaxation.
    public func bound(fromPrices prices: [Double], tolerance: Double = 1e-9) -> Double? {
        precondition(prices.count == rowCount, "one price for each row")
        let sign = direction == .minimise ? 1.0 : -1.0
        var total = objectiveConstant
        var left = costs
        var sizes = costs.map(\.magnitude)
        for row in 0..<rowCount where prices[row] != 0 {
            let side = sign * prices[row] > 0 ? rowLower[row] : rowUpper[row]
            guard side.isFinite else {
                // A price that is rounding is taken for zero, which is a price like any other.
                if prices[row].magnitude <= tolerance { continue }
                return nil
            }
            total += prices[row] * side
            for term in terms(ofRow: row) {
                let addend = prices[row] * term.coefficient
                left[Int(term.column)] -= addend
                sizes[Int(term.column)] += addend.magnitude
            }
        }
        for column in 0..<columnCount where left[column] != 0 {
            let bound = sign * left[column] > 0 ? columnLower[column] : columnUpper[column]
            if bound.isFinite {
                total += left[column] * bound
            } else if left[column].magnitude > tolerance * (1 + sizes[column]) {
                return nil
            }
        }
        return total
    }
}
