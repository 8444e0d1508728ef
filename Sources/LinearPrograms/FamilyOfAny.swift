// SPDX-License-Identifier: GPL-3.0-or-later

/// One variable for each combination of members of four sets or more: `hours[ward, grade, week, shift]`.
///
/// What ``Family1``, ``Family2`` and ``Family3`` are for one to three. Those three are written out
/// because they are asked most: the compiler still goes through a parameter pack at run time, and a look-up here takes
/// about 190 ns where theirs takes 25 (Swift 6.3, two sets of a thousand and of two hundred).
public struct Family<Measure: Unit, each Index: Hashable & Sendable>: Sendable {
    @usableFromInline let start: Int
    /// The sets, in order.
    public let sets: (repeat Members<each Index>)

    init(start: Int, _ sets: repeat Members<each Index>) {
        self.start = start
        self.sets = (repeat each sets)
    }

    /// The combination's variable.
    /// - Precondition: all are members.
    @inlinable public subscript(index: repeat each Index) -> Variable<Measure> {
        var offset = 0
        for (element, set) in repeat (each index, each sets) {
            offset = offset * set.count + place(of: element, in: set)
        }
        return Variable(index: Int32(truncatingIfNeeded: start + offset))
    }

    /// Every variable, the last set going round fastest.
    public var all: [Variable<Measure>] {
        var count = 1
        for set in repeat each sets { count *= set.count }
        return (0..<count).map { Variable(index: Int32(start + $0)) }
    }
}

extension Model {
    /// One variable for each combination of members of four sets or more.
    public mutating func variables<M: Unit, A, B, C, D, each More>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, _ d: Members<D>, _ more: repeat Members<each More>,
        in interval: some Interval, of measure: M.Type, name: String
    ) -> Family<M, A, B, C, D, repeat each More> {
        family(a, b, c, d, repeat each more, ends: interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each combination of members of four sets or more.
    public mutating func integers<M: Unit, A, B, C, D, each More>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, _ d: Members<D>, _ more: repeat Members<each More>,
        in interval: some Interval, of measure: M.Type, name: String
    ) -> Family<M, A, B, C, D, repeat each More> {
        family(a, b, c, d, repeat each more, ends: interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each combination of members of four sets or more.
    public mutating func binaries<M: Unit, A, B, C, D, each More>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, _ d: Members<D>, _ more: repeat Members<each More>,
        of measure: M.Type = Choice.self, name: String
    ) -> Family<M, A, B, C, D, repeat each More> {
        family(a, b, c, d, repeat each more, ends: (0, 1), isInteger: true, name)
    }

    private mutating func family<M, each Index>(
        _ sets: repeat Members<each Index>, ends: (lower: Double, upper: Double), isInteger: Bool, _ name: String
    ) -> Family<M, repeat each Index> {
        var count = 1
        var labels: [(labels: MemberLabels, count: Int)] = []
        for set in repeat each sets {
            count *= set.count
            labels.append((set.labels, set.count))
        }
        let parts = labels
        let start = add(count, ends, isInteger: isInteger) { offset in
            var rest = offset
            var words: [String] = []
            for part in parts.reversed() {
                words.append(part.labels[rest % part.count])
                rest /= part.count
            }
            return "\(name)[\(words.reversed().joined(separator: ","))]"
        }
        return Family(start: start, repeat each sets)
    }
}

/// The sum of one term for each combination of members of four sets or more, the last going round fastest.
@inlinable public func sum<
    A: RandomAccessCollection, B: RandomAccessCollection, C: RandomAccessCollection, D: RandomAccessCollection,
    each More: RandomAccessCollection, T: LinearTerm
>(
    over a: A, _ b: B, _ c: C, _ d: D, _ more: repeat each More,
    term: (A.Element, B.Element, C.Element, D.Element, repeat (each More).Element) throws -> T
) rethrows -> Expression<T.Measure> {
    var count = a.count * b.count * c.count * d.count
    for set in repeat each more { count *= set.count }
    var form = LinearForm()
    for offset in 0..<count {
        // Each set takes its digit off the front: what is left is for the sets behind it.
        var rest = offset
        var block = count
        try term(
            member(of: a, &rest, &block), member(of: b, &rest, &block), member(of: c, &rest, &block),
            member(of: d, &rest, &block), repeat member(of: each more, &rest, &block)
        ).add(to: &form, times: 1)
    }
    return Expression(form)
}

@inlinable func member<S: RandomAccessCollection>(of set: S, _ rest: inout Int, _ block: inout Int) -> S.Element {
    block /= set.count
    let place = rest / block
    rest %= block
    return set[set.index(set.startIndex, offsetBy: place)]
}
