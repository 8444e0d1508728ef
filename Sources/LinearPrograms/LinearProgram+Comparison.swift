// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Whether another program has the same numbers in the same places, whatever its names: a solution of one is a solution of
    /// the other, and their optima are the same.
    public func hasSameNumbers(as other: LinearProgram) -> Bool {
        direction == other.direction && objectiveConstant == other.objectiveConstant && costs == other.costs
            && columnLower == other.columnLower && columnUpper == other.columnUpper && isInteger == other.isInteger
            && rowLower == other.rowLower && rowUpper == other.rowUpper && rowStarts == other.rowStarts && matrix == other.matrix
    }
}
