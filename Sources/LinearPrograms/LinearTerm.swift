// SPDX-License-Identifier: GPL-3.0-or-later

/// What can stand in a sum: a variable, an expression, or either of them where it may be absent.
///
/// One protocol, so that each operator is written once: with an overload for every pair of types, the compiler needs
/// seconds for a line of ten terms.
public protocol LinearTerm<Measure> {
    /// What the term is measured in.
    associatedtype Measure: Unit
    /// The term without its unit. Consumes it, so that a chain of sums appends to one array.
    consuming func linearForm() -> LinearForm
    /// Adds `factor` times the term to a sum that is being built.
    func add(to form: inout LinearForm, times factor: Double)
}

extension Variable: LinearTerm {
    @inlinable public consuming func linearForm() -> LinearForm {
        var form = LinearForm()
        form.add(Term(column: index, coefficient: 1))
        return form
    }

    @inlinable public func add(to form: inout LinearForm, times factor: Double) {
        form.add(Term(column: index, coefficient: factor))
    }
}

/// An absent variable counts for nothing: a pair that a sparse family leaves out is a flow that cannot be.
extension Optional: LinearTerm where Wrapped: LinearTerm {
    public typealias Measure = Wrapped.Measure

    @inlinable public consuming func linearForm() -> LinearForm {
        switch consume self {
        case .some(let term): return term.linearForm()
        case .none: return LinearForm()
        }
    }

    @inlinable public func add(to form: inout LinearForm, times factor: Double) {
        self?.add(to: &form, times: factor)
    }
}
