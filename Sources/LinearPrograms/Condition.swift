// SPDX-License-Identifier: GPL-3.0-or-later

/// What a row asks: that an expression lie between two sides, either of which may be infinite.
///
/// Both sides of a comparison are brought to the left and every constant to the right, so `a + 3 .<= b + 5` asks that
/// `a - b` be at most 2.
public struct Condition<Measure: Unit>: Sendable {
    /// The terms; its constant is zero.
    public var form: LinearForm
    /// −∞ where there is no lower side.
    public var lower: Double
    /// +∞ where there is no upper side.
    public var upper: Double

    /// The condition that a form lie between two sides; the form's constant is taken from both.
    @inlinable public init(_ form: LinearForm, lower: Double, upper: Double) {
        self.form = form
        self.form.constant = 0
        self.lower = lower - form.constant
        self.upper = upper - form.constant
    }
}

/// Two terms are to be equal.
@inlinable public func .== <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Condition<L.Measure>
where L.Measure == R.Measure {
    Condition((lhs - rhs).form, lower: 0, upper: 0)
}

/// The left is to be no more than the right.
@inlinable public func .<= <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Condition<L.Measure>
where L.Measure == R.Measure {
    Condition((lhs - rhs).form, lower: -.infinity, upper: 0)
}

/// The left is to be no less than the right.
@inlinable public func .>= <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Condition<L.Measure>
where L.Measure == R.Measure {
    Condition((lhs - rhs).form, lower: 0, upper: .infinity)
}

/// A term is to have this value, in its unit.
@inlinable public func .== <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Condition<T.Measure> {
    Condition(lhs.linearForm(), lower: rhs, upper: rhs)
}

/// A term is to be no more than this, in its unit.
@inlinable public func .<= <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Condition<T.Measure> {
    Condition(lhs.linearForm(), lower: -.infinity, upper: rhs)
}

/// A term is to be no less than this, in its unit.
@inlinable public func .>= <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Condition<T.Measure> {
    Condition(lhs.linearForm(), lower: rhs, upper: .infinity)
}

/// A term is to have this value, in its unit.
@inlinable public func .== <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Condition<T.Measure> {
    Condition(rhs.linearForm(), lower: lhs, upper: lhs)
}

/// A term is to be no less than this, in its unit.
@inlinable public func .<= <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Condition<T.Measure> {
    Condition(rhs.linearForm(), lower: lhs, upper: .infinity)
}

/// A term is to be no more than this, in its unit.
@inlinable public func .>= <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Condition<T.Measure> {
    Condition(rhs.linearForm(), lower: -.infinity, upper: lhs)
}

extension LinearTerm {
    /// The condition that the term lie within a range, both ends included: one row with two sides.
    @inlinable public consuming func within(_ range: ClosedRange<Double>) -> Condition<Measure> {
        Condition(linearForm(), lower: range.lowerBound, upper: range.upperBound)
    }
}
