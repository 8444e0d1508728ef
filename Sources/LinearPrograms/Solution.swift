// SPDX-License-Identifier: GPL-3.0-or-later

/// Values for every variable, and what comes with them.
public struct Solution: Sendable, Hashable {
    /// The objective as the caller wrote it, constant included.
    public let objective: Double
    /// One value for each column, in the variable's unit.
    public let values: [Double]
    /// Prices: only for a linear program solved to its optimum. A program with integers has none.
    public let duals: Duals?
    /// How far sides, bounds and costs can move before the prices change: only where they were asked for, of a linear
    /// program solved to its optimum.
    public let ranges: Ranges?
    /// Whether the basis was confirmed in rational arithmetic. The values are then the exact ones, cut off where a
    /// double ends.
    public let isExact: Bool
    /// Where a like solve may start. For a program with integers, that of its linear relaxation.
    public let basis: Basis?
    /// Simplex iterations spent, and branch-and-bound nodes visited.
    public let effort: Effort

    /// What a solve took.
    public struct Effort: Sendable, Hashable, Codable {
        /// Simplex iterations, those of the search included.
        public var iterations: Int
        /// Branch-and-bound nodes; none for a linear program.
        public var nodes: Int

        /// An effort from its parts.
        public init(iterations: Int = 0, nodes: Int = 0) {
            self.iterations = iterations
            self.nodes = nodes
        }
    }

    package init(
        objective: Double, values: [Double], duals: Duals? = nil, basis: Basis? = nil, effort: Effort = .init(),
        ranges: Ranges? = nil, isExact: Bool = false
    ) {
        self.objective = objective
        self.values = values
        self.duals = duals
        self.basis = basis
        self.effort = effort
        self.ranges = ranges
        self.isExact = isExact
    }

    /// The variable's value, in its unit.
    public subscript<M>(variable: Variable<M>) -> Double { values[Int(variable.index)] }

    /// The expression's value at the solution, in its unit, constant included.
    public subscript<M>(expression: Expression<M>) -> Double { expression.form.value(at: values) }

    /// A row's left-hand side: its terms at these values.
    public func activity<Objective>(of row: Row, in model: Model<Objective>) -> Double {
        model.program.terms(ofRow: row.index).reduce(0) { $0 + $1.coefficient * values[Int($1.column)] }
    }
}
