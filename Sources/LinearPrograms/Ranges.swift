// SPDX-License-Identifier: GPL-3.0-or-later

/// How far one number of a linear program can move, all others as they are, with its price and the basis unchanged,
/// and what the objective is at either end.
///
/// Between the ends the objective is a straight line. Beyond them the price is another, or there is no solution.
public struct StableRange: Sendable, Hashable {
    /// The number as it is.
    public let current: Double
    /// −∞ where there is no end.
    public let lowest: Double
    /// +∞ where there is no end.
    public let highest: Double
    /// The objective with the number at its lowest; infinite only where the objective is without end too.
    public let objectiveAtLowest: Double
    /// The objective with the number at its highest; infinite only where the objective is without end too.
    public let objectiveAtHighest: Double

    /// - Parameter slope: what one more of the number adds to the objective.
    package init(current: Double, lowest: Double, highest: Double, objective: Double, slope: Double) {
        self.current = current
        // A computed end may miss the number itself, or zero, by rounding.
        let rounding = 8 * Double.ulpOfOne * current.magnitude
        func snapped(_ end: Double) -> Double { end.magnitude <= rounding ? 0 : end }
        self.lowest = min(snapped(lowest), current)
        self.highest = max(snapped(highest), current)
        // Without a slope there is nothing to multiply: zero times infinity would be no number.
        objectiveAtLowest = slope == 0 ? objective : objective + slope * (self.lowest - current)
        objectiveAtHighest = slope == 0 ? objective : objective + slope * (self.highest - current)
    }
}

/// The ranges of a linear program at its optimum (right-hand-side and cost ranging).
///
/// They are of the basis where the solver ended. Where that corner is degenerate, another basis of the same corner has
/// other ranges, and one that ends where it begins says nothing: see ``Solution/degeneracy(in:tolerance:)``.
public struct Ranges: Sendable, Hashable {
    /// Of each row's lower and upper side; nil where it has none. Both sides of an equality move together.
    public let rowLower: [StableRange?]
    /// Of each row's upper side; nil where it has none.
    public let rowUpper: [StableRange?]
    /// Of each variable's bounds; nil where it has none. Both bounds of a fixed variable move together.
    public let columnLower: [StableRange?]
    /// Of each variable's upper bound; nil where it has none.
    public let columnUpper: [StableRange?]
    /// Of each variable's cost: while it stays within, the solution's values stay as they are.
    public let costs: [StableRange]

    package init(
        rowLower: [StableRange?], rowUpper: [StableRange?], columnLower: [StableRange?], columnUpper: [StableRange?], costs: [StableRange]
    ) {
        self.rowLower = rowLower
        self.rowUpper = rowUpper
        self.columnLower = columnLower
        self.columnUpper = columnUpper
        self.costs = costs
    }

    /// The two sides of a row.
    public func sides(of row: Row) -> (lower: StableRange?, upper: StableRange?) { (rowLower[row.index], rowUpper[row.index]) }

    /// The one side of a row that has one, or both of an equality; nil where it has two different sides, or none.
    public func rightHandSide(of row: Row) -> StableRange? {
        switch sides(of: row) {
        case (let side?, nil), (nil, let side?): side
        case (let lower?, let upper?): lower == upper ? lower : nil
        case (nil, nil): nil
        }
    }

    /// The two bounds of a variable.
    public func bounds<M>(of variable: Variable<M>) -> (lower: StableRange?, upper: StableRange?) {
        (columnLower[Int(variable.index)], columnUpper[Int(variable.index)])
    }

    /// A variable's cost.
    public func cost<M>(of variable: Variable<M>) -> StableRange { costs[Int(variable.index)] }
}
