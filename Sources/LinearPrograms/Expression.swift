// SPDX-License-Identifier: GPL-3.0-or-later

/// A sum of coefficients times variables, and a constant, measured in `Measure`.
public struct Expression<Measure: Unit>: Sendable {
    /// The terms and the constant, without the unit.
    public var form: LinearForm

    /// A form said to be measured in `Measure`: the one place where a unit is claimed rather than checked.
    @inlinable public init(_ form: LinearForm) { self.form = form }

    /// The constant `value`, in `Measure`.
    @inlinable public init(_ value: Double = 0) { form = LinearForm(constant: value) }

    /// The term as an expression.
    @inlinable public init<T: LinearTerm<Measure>>(_ term: consuming T) { form = term.linearForm() }

    /// Nothing, to add to.
    @inlinable public static var zero: Self { .init(0) }
}

extension Expression: LinearTerm {
    @inlinable public consuming func linearForm() -> LinearForm { form }

    @inlinable public func add(to target: inout LinearForm, times factor: Double) {
        target.add(form, times: factor)
    }
}
