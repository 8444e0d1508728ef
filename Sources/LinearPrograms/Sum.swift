// SPDX-License-Identifier: GPL-3.0-or-later

/// The sum of the terms of a sequence, appended one after another.
@inlinable public func sum<S: Sequence>(_ terms: S) -> Expression<S.Element.Measure> where S.Element: LinearTerm {
    var form = LinearForm()
    for term in terms { term.add(to: &form, times: 1) }
    return Expression(form)
}

/// The sum of one term for each member of a set: `sum(over: sites) { flow[zone, $0] }`.
@inlinable public func sum<A: Sequence, T: LinearTerm>(
    over a: A, _ term: (A.Element) throws -> T
) rethrows -> Expression<T.Measure> {
    var form = LinearForm()
    for first in a { try term(first).add(to: &form, times: 1) }
    return Expression(form)
}

/// The sum of one term for each pair of members, the second set going round fastest.
@inlinable public func sum<A: Sequence, B: Sequence, T: LinearTerm>(
    over a: A, _ b: B, _ term: (A.Element, B.Element) throws -> T
) rethrows -> Expression<T.Measure> {
    var form = LinearForm()
    for first in a { for second in b { try term(first, second).add(to: &form, times: 1) } }
    return Expression(form)
}

/// The sum of one term for each triple of members, the last set going round fastest.
@inlinable public func sum<A: Sequence, B: Sequence, C: Sequence, T: LinearTerm>(
    over a: A, _ b: B, _ c: C, _ term: (A.Element, B.Element, C.Element) throws -> T
) rethrows -> Expression<T.Measure> {
    var form = LinearForm()
    for first in a {
        for second in b { for third in c { try term(first, second, third).add(to: &form, times: 1) } }
    }
    return Expression(form)
}
