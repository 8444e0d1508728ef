// SPDX-License-Identifier: GPL-3.0-or-later

// Each operator once, over LinearTerm. A left side is consumed, so that `a + b + c` appends to one array instead of
// copying it at every sign.

@inlinable public func + <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Expression<L.Measure>
where L.Measure == R.Measure {
    var form = lhs.linearForm()
    rhs.add(to: &form, times: 1)
    return Expression(form)
}

@inlinable public func - <L: LinearTerm, R: LinearTerm>(lhs: consuming L, rhs: R) -> Expression<L.Measure>
where L.Measure == R.Measure {
    var form = lhs.linearForm()
    rhs.add(to: &form, times: -1)
    return Expression(form)
}

@inlinable public func + <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Expression<T.Measure> {
    var form = lhs.linearForm()
    form.constant += rhs
    return Expression(form)
}

@inlinable public func - <T: LinearTerm>(lhs: consuming T, rhs: Double) -> Expression<T.Measure> {
    var form = lhs.linearForm()
    form.constant -= rhs
    return Expression(form)
}

@inlinable public func + <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Expression<T.Measure> {
    var form = rhs.linearForm()
    form.constant += lhs
    return Expression(form)
}

@inlinable public func - <T: LinearTerm>(lhs: Double, rhs: consuming T) -> Expression<T.Measure> {
    var form = rhs.linearForm()
    form.scale(by: -1)
    form.constant += lhs
    return Expression(form)
}

@inlinable public prefix func - <T: LinearTerm>(term: consuming T) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: -1)
    return Expression(form)
}

@inlinable public func * <T: LinearTerm>(factor: Double, term: consuming T) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: factor)
    return Expression(form)
}

@inlinable public func * <T: LinearTerm>(term: consuming T, factor: Double) -> Expression<T.Measure> {
    var form = term.linearForm()
    form.scale(by: factor)
    return Expression(form)
}

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

@inlinable public func * <Numerator: Unit, T: LinearTerm>(
    term: consuming T, rate: Rate<Numerator, T.Measure>
) -> Expression<Numerator> {
    var form = term.linearForm()
    form.scale(by: rate.value)
    return Expression(form)
}

@inlinable public func += <T: LinearTerm>(lhs: inout Expression<T.Measure>, rhs: T) {
    rhs.add(to: &lhs.form, times: 1)
}

@inlinable public func -= <T: LinearTerm>(lhs: inout Expression<T.Measure>, rhs: T) {
    rhs.add(to: &lhs.form, times: -1)
}
