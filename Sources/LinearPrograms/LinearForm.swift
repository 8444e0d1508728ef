// SPDX-License-Identifier: GPL-3.0-or-later

/// A coefficient and the column it multiplies.
public struct Term: Sendable, Hashable {
    /// The place of the variable among its model's columns, from zero.
    public var column: Int32
    /// What the variable is multiplied by.
    public var coefficient: Double

    /// A coefficient times a column.
    @inlinable public init(column: Int32, coefficient: Double) {
        self.column = column
        self.coefficient = coefficient
    }
}

/// A sum of terms and a constant with the unit taken away: what every ``Expression`` holds.
///
/// The first term is held in place, because most forms are one term on its way into a sum: `cost * flow[i, j]` then
/// allocates nothing.
public struct LinearForm: Sendable {
    // A negative column marks the empty place.
    @usableFromInline var first = Term(column: -1, coefficient: 0)
    @usableFromInline var rest: [Term] = []
    /// The part that no variable changes.
    public var constant: Double

    /// A form without terms.
    @inlinable public init(constant: Double = 0) { self.constant = constant }

    /// The terms as they were written: one column may occur more than once.
    public var terms: [Term] { first.column < 0 ? [] : [first] + rest }

    /// Adds a term.
    @inlinable public mutating func add(_ term: Term) {
        if first.column < 0 { first = term } else { rest.append(term) }
    }

    /// Adds so many times another form.
    @inlinable public mutating func add(_ other: LinearForm, times factor: Double) {
        // Without a constant there is nothing to multiply: zero times infinity would be a NaN of our own making.
        if other.constant != 0 { constant += factor * other.constant }
        guard other.first.column >= 0 else { return }
        add(Term(column: other.first.column, coefficient: factor * other.first.coefficient))
        for term in other.rest {
            rest.append(Term(column: term.column, coefficient: factor * term.coefficient))
        }
    }

    /// Multiplies everything by a number.
    @inlinable public mutating func scale(by factor: Double) {
        if constant != 0 { constant *= factor }
        first.coefficient *= factor
        for place in rest.indices { rest[place].coefficient *= factor }
    }

    /// The form's value where column `j` is worth `values[j]`.
    public func value(at values: [Double]) -> Double {
        guard first.column >= 0 else { return constant }
        var total = constant + first.coefficient * values[Int(first.column)]
        for term in rest { total += term.coefficient * values[Int(term.column)] }
        return total
    }

    /// The terms in column order, each column once, without zeros.
    ///
    /// A sum that is no more than the rounding of its own addends (0.1 + 0.2 − 0.3) is a zero too: it would reach the
    /// solver as a coefficient of 10⁻¹⁷ that nobody wrote.
    package var merged: [Term] {
        if isMerged { return terms }
        return Self.merged(terms)
    }

    /// Adds the terms to a matrix in column order, each column once, without zeros.
    func appendMerged(to matrix: inout [Term]) {
        if isMerged {
            guard first.column >= 0 else { return }
            matrix.append(first)
            matrix.append(contentsOf: rest)
        } else if rest.count == 1, rest[0].column < first.column, rest[0].coefficient != 0, first.coefficient != 0 {
            // What most rows that tie one variable to another come to: no array for those.
            matrix.append(rest[0])
            matrix.append(first)
        } else {
            matrix.append(contentsOf: Self.merged(terms))
        }
    }

    /// Whether the terms are in column order as they stand, each column once and none of them zero.
    var isMerged: Bool {
        guard first.column >= 0 else { return true }
        guard first.coefficient != 0 else { return false }
        var last = first.column
        for term in rest {
            guard term.coefficient != 0, term.column > last else { return false }
            last = term.column
        }
        return true
    }

    private static func merged(_ terms: [Term]) -> [Term] {
        var sorted = terms
        sorted.sort { $0.column < $1.column }
        var result: [Term] = []
        result.reserveCapacity(sorted.count)
        var place = 0
        while place < sorted.count {
            let column = sorted[place].column
            var sum = 0.0
            var size = 0.0
            while place < sorted.count, sorted[place].column == column {
                sum += sorted[place].coefficient
                size += sorted[place].coefficient.magnitude
                place += 1
            }
            // Written so that a NaN is kept, for `faults` to report.
            let isZero = sum.magnitude <= 4 * Double.ulpOfOne * size && size.isFinite
            if !isZero { result.append(Term(column: column, coefficient: sum)) }
        }
        return result
    }
}
