// SPDX-License-Identifier: GPL-3.0-or-later

/// One variable for each pair that exists: the zones within reach of a site, and no others.
///
/// A pair that was left out has no variable. In a sum it counts for nothing.
public struct SparseFamily2<Measure: Unit, A: Hashable & Sendable, B: Hashable & Sendable>: Sendable {
    struct Key: Hashable, Sendable {
        let a: A
        let b: B
    }

    let columns: [Key: Int32]
    /// The pairs that have a variable, in the order they were given.
    public let pairs: [(A, B)]

    /// The pair's variable; nil where the pair was left out.
    public subscript(first: A, second: B) -> Variable<Measure>? {
        columns[Key(a: first, b: second)].map { Variable(index: $0) }
    }
}

/// One variable for each triple that exists.
public struct SparseFamily3<
    Measure: Unit, A: Hashable & Sendable, B: Hashable & Sendable, C: Hashable & Sendable
>: Sendable {
    struct Key: Hashable, Sendable {
        let a: A
        let b: B
        let c: C
    }

    let columns: [Key: Int32]
    /// The triples that have a variable, in the order they were given.
    public let triples: [(A, B, C)]

    /// The triple's variable; nil where the triple was left out.
    public subscript(first: A, second: B, third: C) -> Variable<Measure>? {
        columns[Key(a: first, b: second, c: third)].map { Variable(index: $0) }
    }
}
