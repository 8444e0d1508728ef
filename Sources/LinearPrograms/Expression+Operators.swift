// SPDX-License-Identifier: GPL-3.0-or-later

// Each operator once, over LinearTerm. A left side is consumed, so that `a + b + c` appends to one array instead of
// copying it at every sign.

/// The sum of two terms of one unit.
@inlinable public func + <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Expression<L.Measure>
where L.Measure == R.Measure {
    var form = lhs.linearForm()
    rhs.add(to: &form, times: 1)
    return Expression(form)
}

/// The difference of two terms of one unit.
@inlinable public func - <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Expression<L.Measure>
where L.Measure == R.Measure {
    var form = lhs.linearForm()
    rhs.add(to: &form, times: -1)
    return Expression(form)
}

/// A term and a constant in its unit.
@inlinable public func + <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Expression<T.Measure> {
    var form = lhs.linearForm()
    form.constant += rhs
    return Expression(form)
}

/// A term less a constant in its unit.
@inlinable public func - <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Expression<T.Measure> {
    var form = lhs.linearForm()
    form.constant -= rhs
    return Expression(form)
}

/// A constant and a term in its unit.
@inlinable public func + <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Expression<T.Measure> {
    var form = rhs.linearForm()
    form.constant += lhs
    return Expression(form)
}

/// A constant less a term in its unit.
@inlinable public func - <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Expression<T.Measure> {
    var form = rhs.linearForm()
    form.scale(by: -1)
    form.constant += lhs
    return Expression(form)
}

/// The term with its signs turned.
@inlinable public prefix func - <T: LinearTerm>(term: consuming T) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: -1)
    return Expression(form)
}

/// So many times the term.
@inlinable public func * <T: LinearTerm>(factor: Double, term: consuming T) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: factor)
    return Expression(form)
}

/// So many times the term.
@inlinable public func * <T: LinearTerm>(term: consuming T, factor: Double) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: factor)
    return Expression(form)
}

/// The term divided by a number.
@inlinable public func / <T: LinearTerm>(term: consuming T, divisor: Double) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: 1 / divisor)
    return Expression(form)
}

/// Pounds per bed times beds is pounds.
@inlinable public func * <Numerator: Unit, T: LinearTerm>(
    rate: Rate<Numerator, T.Measure>, term: consuming T
) -> Expression<Numerator> {
    var form = term.linearForm()
    form.scale(by: rate.value)
    return Expression(form)
}

/// Pounds per bed times beds is pounds.
@inlinable public func * <Numerator: Unit, T: LinearTerm>(
    term: consuming T, rate: Rate<Numerator, T.Measure>
) -> Expression<Numerator> {
    var form = term.linearForm()
    form.scale(by: rate.value)
    return Expression(form)
}

/// Adds a term, in place: the way to build a sum in a loop.
@inlinable public func += <T: LinearTerm>(lhs: inout Expression<T.Measure>, rhs: T) {
    rhs.add(to: &lhs.form, times: 1)
}

/// Takes a term away, in place.
@inlinable public func -= <T: LinearTerm>(lhs: inout Expression<T.Measure>, rhs: T) {
    rhs.add(to: &lhs.form, times: -1)
}
