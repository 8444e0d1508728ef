// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    // MARK: One variable

    /// A variable that may take any value of `interval`.
    public mutating func variable<M: Unit>(
        _ name: String, in interval: some Interval, of measure: M.Type
    ) -> Variable<M> {
        Variable(index: Int32(add(1, interval.ends, isInteger: false) { _ in name }))
    }

    /// A variable that may take any whole value of `interval`.
    public mutating func integer<M: Unit>(
        _ name: String, in interval: some Interval, of measure: M.Type
    ) -> Variable<M> {
        Variable(index: Int32(add(1, interval.ends, isInteger: true) { _ in name }))
    }

    /// A variable that is 0 or 1: a decision to be taken or not.
    public mutating func binary<M: Unit>(_ name: String, of measure: M.Type = Choice.self) -> Variable<M> {
        integer(name, in: 0...1, of: measure)
    }

    // MARK: One for each member

    /// One variable for each member of a set.
    public mutating func variables<M: Unit, A>(
        over a: Members<A>, in interval: some Interval, of measure: M.Type, name: String
    ) -> Family1<M, A> {
        family(a, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each member of a set.
    public mutating func integers<M: Unit, A>(
        over a: Members<A>, in interval: some Interval, of measure: M.Type, name: String
    ) -> Family1<M, A> {
        family(a, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each member of a set.
    public mutating func binaries<M: Unit, A>(
        over a: Members<A>, of measure: M.Type = Choice.self, name: String
    ) -> Family1<M, A> {
        family(a, (0, 1), isInteger: true, name)
    }

    // MARK: One for each pair

    /// One variable for each pair of members.
    public mutating func variables<M: Unit, A, B>(
        over a: Members<A>, _ b: Members<B>, in interval: some Interval, of measure: M.Type, name: String
    ) -> Family2<M, A, B> {
        family(a, b, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each pair of members.
    public mutating func integers<M: Unit, A, B>(
        over a: Members<A>, _ b: Members<B>, in interval: some Interval, of measure: M.Type, name: String
    ) -> Family2<M, A, B> {
        family(a, b, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each pair of members.
    public mutating func binaries<M: Unit, A, B>(
        over a: Members<A>, _ b: Members<B>, of measure: M.Type = Choice.self, name: String
    ) -> Family2<M, A, B> {
        family(a, b, (0, 1), isInteger: true, name)
    }

    // MARK: One for each triple

    /// One variable for each triple of members.
    public mutating func variables<M: Unit, A, B, C>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, in interval: some Interval, of measure: M.Type,
        name: String
    ) -> Family3<M, A, B, C> {
        family(a, b, c, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each triple of members.
    public mutating func integers<M: Unit, A, B, C>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, in interval: some Interval, of measure: M.Type,
        name: String
    ) -> Family3<M, A, B, C> {
        family(a, b, c, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each triple of members.
    public mutating func binaries<M: Unit, A, B, C>(
        over a: Members<A>, _ b: Members<B>, _ c: Members<C>, of measure: M.Type = Choice.self, name: String
    ) -> Family3<M, A, B, C> {
        family(a, b, c, (0, 1), isInteger: true, name)
    }

    // MARK: How they are made

    private mutating func family<M, A>(
        _ a: Members<A>, _ ends: (lower: Double, upper: Double), isInteger: Bool, _ name: String
    ) -> Family1<M, A> {
        let labels = a.labels
        return Family1(start: add(a.count, ends, isInteger: isInteger) { label(name, labels[$0]) }, a)
    }

    private mutating func family<M, A, B>(
        _ a: Members<A>, _ b: Members<B>, _ ends: (lower: Double, upper: Double), isInteger: Bool,
        _ name: String
    ) -> Family2<M, A, B> {
        let (first, second, width) = (a.labels, b.labels, b.count)
        let start = add(a.count * b.count, ends, isInteger: isInteger) { place in
            label(name, first[place / width], second[place % width])
        }
        return Family2(start: start, a, b)
    }

    private mutating func family<M, A, B, C>(
        _ a: Members<A>, _ b: Members<B>, _ c: Members<C>, _ ends: (lower: Double, upper: Double),
        isInteger: Bool, _ name: String
    ) -> Family3<M, A, B, C> {
        let (first, second, third) = (a.labels, b.labels, c.labels)
        let (width, depth) = (b.count, c.count)
        let start = add(a.count * b.count * c.count, ends, isInteger: isInteger) { place in
            let pair = place / depth
            return label(name, first[pair / width], second[pair % width], third[place % depth])
        }
        return Family3(start: start, a, b, c)
    }

    mutating func add(
        _ count: Int, _ ends: (lower: Double, upper: Double), isInteger: Bool,
        name: @escaping @Sendable (Int) -> String
    ) -> Int {
        program.addColumns(count, lower: ends.lower, upper: ends.upper, isInteger: isInteger, name: name)
    }
}
