// SPDX-License-Identifier: GPL-3.0-or-later

extension Ranges {
    /// The ranges of an optimal basis, from what a solver's ranging says of each row and column: how far the value of
    /// what is not in the basis can move, and how far the cost of a column in it can.
    ///
    /// The rest follows. A side that is not reached can move as far as the row's value, and past it all the other way.
    /// A column that is not in the basis stays out of it while its reduced cost keeps its sign. One side cannot pass
    /// the other.
    /// - Parameters:
    ///   - low: one for each row, then one for each column.
    ///   - high: likewise.
    package init(
        of program: LinearProgram, values: [Double], duals: Duals, basis: Basis, low: [Double], high: [Double]
    ) {
        let rows = program.rowCount
        let objective = program.objective(at: values)

        func ends(
            _ lower: Double, _ upper: Double, _ status: Basis.Status, value: Double, price: Double, place: Int
        ) -> (StableRange?, StableRange?) {
            func range(_ current: Double, _ lowest: Double, _ highest: Double, _ slope: Double) -> StableRange? {
                guard current.isFinite else { return nil }
                return StableRange(
                    current: current, lowest: lowest, highest: highest, objective: objective, slope: slope)
            }
            // Not reached: from the far end to the value, at no price.
            let looseLower = range(lower, -.infinity, min(value, upper), 0)
            let looseUpper = range(upper, max(value, lower), .infinity, 0)
            switch status {
            // Both sides of an equality would move, and the others fix its value: this basis allows it nothing.
            case .basic where lower == upper, .free where lower == upper:
                let none = range(lower, lower, lower, 0)
                return (none, none)
            case .basic, .free: return (looseLower, looseUpper)
            case .fixed:
                let both = range(lower, low[place], high[place], price)
                return (both, both)
            case .atLower: return (range(lower, low[place], min(high[place], upper), price), looseUpper)
            case .atUpper: return (looseLower, range(upper, max(low[place], lower), high[place], price))
            }
        }

        var rowLower: [StableRange?] = []
        var rowUpper: [StableRange?] = []
        for row in 0..<rows {
            let activity = program.terms(ofRow: row).reduce(0) { $0 + $1.coefficient * values[Int($1.column)] }
            let (lower, upper) = ends(
                program.rowLower[row], program.rowUpper[row], basis.rows[row], value: activity,
                price: duals.rows[row], place: row)
            rowLower.append(lower)
            rowUpper.append(upper)
        }
        var columnLower: [StableRange?] = []
        var columnUpper: [StableRange?] = []
        var costs: [StableRange] = []
        for column in 0..<program.columnCount {
            let status = basis.columns[column]
            let price = duals.columns[column]
            let (lower, upper) = ends(
                program.columnLower[column], program.columnUpper[column], status, value: values[column],
                price: price, place: rows + column)
            columnLower.append(lower)
            columnUpper.append(upper)

            let cost = program.costs[column]
            let wantsLower = (status == .atLower) == (program.direction == .minimise)
            let (lowest, highest) =
                switch status {
                case .basic: (low[rows + column], high[rows + column])
                case .fixed: (-Double.infinity, Double.infinity)
                case .free: (cost, cost)
                case .atLower, .atUpper: wantsLower ? (cost - price, .infinity) : (-.infinity, cost - price)
                }
            costs.append(
                StableRange(
                    current: cost, lowest: lowest, highest: highest, objective: objective, slope: values[column]))
        }
        self.init(
            rowLower: rowLower, rowUpper: rowUpper, columnLower: columnLower, columnUpper: columnUpper,
            costs: costs)
    }
}
