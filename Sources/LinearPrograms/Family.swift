// SPDX-License-Identifier: GPL-3.0-or-later

// A family is a block of consecutive columns, one for each member, pair or triple, found by arithmetic. Asking for
// something that is not a member is a mistake in the caller's program, as an array index out of range is.

/// One variable for each member of a set.
public struct Family1<Measure: Unit, A: Hashable & Sendable>: Sendable {
    @usableFromInline let start: Int
    /// The set.
    public let a: Members<A>

    init(start: Int, _ a: Members<A>) {
        self.start = start
        self.a = a
    }

    /// The member's variable.
    /// - Precondition: it is a member.
    @inlinable public subscript(first: A) -> Variable<Measure> {
        Variable(index: Int32(truncatingIfNeeded: start + place(of: first, in: a)))
    }

    /// Every variable, in the order of the set.
    public var all: [Variable<Measure>] { a.indices.map { Variable(index: Int32(start + $0)) } }
}

/// One variable for each pair of members.
public struct Family2<Measure: Unit, A: Hashable & Sendable, B: Hashable & Sendable>: Sendable {
    @usableFromInline let start: Int
    /// The first set.
    public let a: Members<A>
    /// The second set.
    public let b: Members<B>

    init(start: Int, _ a: Members<A>, _ b: Members<B>) {
        self.start = start
        self.a = a
        self.b = b
    }

    /// The pair's variable.
    /// - Precondition: both are members.
    @inlinable public subscript(first: A, second: B) -> Variable<Measure> {
        let place = place(of: first, in: a) * b.count + place(of: second, in: b)
        return Variable(index: Int32(truncatingIfNeeded: start + place))
    }

    /// Every variable, the second set going round fastest.
    public var all: [Variable<Measure>] { (0..<a.count * b.count).map { Variable(index: Int32(start + $0)) } }
}

/// One variable for each triple of members.
public struct Family3<
    Measure: Unit, A: Hashable & Sendable, B: Hashable & Sendable, C: Hashable & Sendable
>: Sendable {
    @usableFromInline let start: Int
    /// The first set.
    public let a: Members<A>
    /// The second set.
    public let b: Members<B>
    /// The third set.
    public let c: Members<C>

    init(start: Int, _ a: Members<A>, _ b: Members<B>, _ c: Members<C>) {
        self.start = start
        self.a = a
        self.b = b
        self.c = c
    }

    /// The triple's variable.
    /// - Precondition: all three are members.
    @inlinable public subscript(first: A, second: B, third: C) -> Variable<Measure> {
        let pair = place(of: first, in: a) * b.count + place(of: second, in: b)
        return Variable(index: Int32(truncatingIfNeeded: start + pair * c.count + place(of: third, in: c)))
    }

    /// Every variable, the last set going round fastest.
    public var all: [Variable<Measure>] {
        (0..<a.count * b.count * c.count).map { Variable(index: Int32(start + $0)) }
    }
}

@inlinable func place<Element>(of element: Element, in members: Members<Element>) -> Int {
    guard let position = members.position(of: element) else {
        preconditionFailure("\(element) is not a member of the set this family of variables was made over")
    }
    return position
}
