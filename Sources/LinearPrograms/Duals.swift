// SPDX-License-Identifier: GPL-3.0-or-later

/// The prices of an optimal linear program.
///
/// One sign, whichever way the objective goes and whichever way a row points: a price is the change in the objective,
/// as the caller wrote it, for each unit by which a side or a bound is raised. So when minimising cost, a requirement
/// of at least so many beds has a price of zero or more, and a limit has one of zero or less; when maximising, the
/// other way about. A row with two sides has the price of the side that holds.
public struct Duals: Sendable, Hashable {
    /// ∂objective/∂side, one for each row.
    public let rows: [Double]
    /// ∂objective/∂bound, one for each column.
    public let columns: [Double]

    package init(rows: [Double], columns: [Double]) {
        self.rows = rows
        self.columns = columns
    }

    /// The prices of the rows: units of objective for each unit of the row's side.
    public var marginalCost: MarginalCosts { MarginalCosts(rows: rows) }
    /// The prices of the variables' bounds: units of objective for each unit of the variable.
    public var reducedCost: ReducedCosts { ReducedCosts(columns: columns) }

    /// Prices looked up by row.
    public struct MarginalCosts: Sendable {
        let rows: [Double]
        /// The row's price: units of objective for each unit of its side.
        public subscript(row: Row) -> Double { rows[row.index] }
    }

    /// Prices looked up by variable.
    public struct ReducedCosts: Sendable {
        let columns: [Double]
        /// The variable's reduced cost: units of objective for each unit of its bound.
        public subscript<M>(variable: Variable<M>) -> Double { columns[Int(variable.index)] }
    }
}
