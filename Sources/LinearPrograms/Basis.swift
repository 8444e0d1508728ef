// SPDX-License-Identifier: GPL-3.0-or-later

/// Which variables a corner of the feasible region is made of: where a later solve of a like model may start.
///
/// A value, to be kept beside a result. It remains worth starting from when sides, bounds and costs change.
public struct Basis: Sendable, Hashable, Codable {
    /// The part one row or column plays.
    public enum Status: UInt8, Sendable, Hashable, Codable {
        /// In the basis: its value follows from the others.
        case basic = 1
        /// Not in the basis: held at its lower side or bound.
        case atLower = 2
        /// Not in the basis: held at its upper side or bound.
        case atUpper = 3
        /// Not in the basis and without bounds: held at zero.
        case free = 4
        /// Not in the basis: held where its two sides or bounds are equal.
        case fixed = 5
    }

    /// One for each row.
    public var rows: [Status]
    /// One for each column.
    public var columns: [Status]

    /// A basis from its parts.
    public init(rows: [Status], columns: [Status]) {
        self.rows = rows
        self.columns = columns
    }

    /// The basis made to fit a model that has grown: new rows are basic, new columns are at their lower bounds. Nil
    /// where the model has fewer rows or columns than the basis: which ones went is not known.
    package func fitted(rowCount: Int, columnCount: Int) -> Basis? {
        guard rows.count <= rowCount, columns.count <= columnCount else { return nil }
        if rows.count == rowCount, columns.count == columnCount { return self }
        return Basis(
            rows: rows + Array(repeating: .basic, count: rowCount - rows.count),
            columns: columns + Array(repeating: .atLower, count: columnCount - columns.count))
    }
}
