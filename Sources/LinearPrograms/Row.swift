// SPDX-License-Identifier: GPL-3.0-or-later

/// A handle to one requirement of a model.
public struct Row: Sendable, Hashable, Comparable {
    /// The row's place among the rows of its model, from zero.
    public let index: Int

    @inlinable package init(index: Int) { self.index = index }

    @inlinable public static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// What may name a row beside its sentence: a zone, a week, a grade.
public typealias RowIndex = CustomStringConvertible & Sendable
