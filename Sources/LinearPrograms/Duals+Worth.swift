// SPDX-License-Identifier: GPL-3.0-or-later

extension Duals {
    /// What it is worth to relax each side of a row: by how much the objective gets better, zero or more, for the
    /// first unit by which the side gives way (a lower side falls, an upper side rises).
    ///
    /// The sign-free form of ``marginalCost``, for inequalities: whichever way the objective and the row point, more
    /// is worth more. Nil where the row has no such side, and for an equality, which has no way that is looser. Of two
    /// sides at most one is worth anything. At a degenerate corner the worth may hold for no distance at all: see
    /// ``Solution/degeneracy(in:tolerance:)``.
    public func worthOfRelaxing<Objective>(
        _ row: Row, in model: Model<Objective>
    ) -> (lower: Double?, upper: Double?) {
        let program = model.program
        return worth(
            of: rows[row.index], program.direction, lower: program.rowLower[row.index],
            upper: program.rowUpper[row.index])
    }

    /// The same for the bounds of a variable.
    public func worthOfRelaxing<Objective, Measure>(
        _ variable: Variable<Measure>, in model: Model<Objective>
    ) -> (lower: Double?, upper: Double?) {
        let program = model.program
        let column = Int(variable.index)
        return worth(
            of: columns[column], program.direction, lower: program.columnLower[column],
            upper: program.columnUpper[column])
    }

    private func worth(
        of price: Double, _ direction: Direction, lower: Double, upper: Double
    ) -> (lower: Double?, upper: Double?) {
        guard lower != upper else { return (nil, nil) }
        // What one more of the side costs: raising a lower side tightens it, raising an upper side relaxes it.
        let cost = direction == .minimise ? price : -price
        return (lower.isFinite ? max(0, cost) : nil, upper.isFinite ? max(0, -cost) : nil)
    }
}
