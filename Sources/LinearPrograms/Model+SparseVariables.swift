// SPDX-License-Identifier: GPL-3.0-or-later

// Families over the pairs or triples that exist. None may be given twice.
extension Model {
    /// One variable for each pair of a list.
    public mutating func variables<M: Unit, A, B>(
        over pairs: [(A, B)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily2<M, A, B> {
        sparse(pairs, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each pair of a list.
    public mutating func integers<M: Unit, A, B>(
        over pairs: [(A, B)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily2<M, A, B> {
        sparse(pairs, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each pair of a list.
    public mutating func binaries<M: Unit, A, B>(
        over pairs: [(A, B)], of measure: M.Type = Choice.self, name: String
    ) -> SparseFamily2<M, A, B> {
        sparse(pairs, (0, 1), isInteger: true, name)
    }

    /// One variable for each triple of a list.
    public mutating func variables<M: Unit, A, B, C>(
        over triples: [(A, B, C)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily3<M, A, B, C> {
        sparse(triples, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each triple of a list.
    public mutating func integers<M: Unit, A, B, C>(
        over triples: [(A, B, C)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily3<M, A, B, C> {
        sparse(triples, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each triple of a list.
    public mutating func binaries<M: Unit, A, B, C>(
        over triples: [(A, B, C)], of measure: M.Type = Choice.self, name: String
    ) -> SparseFamily3<M, A, B, C> {
        sparse(triples, (0, 1), isInteger: true, name)
    }

    private mutating func sparse<M, A, B>(
        _ pairs: [(A, B)], _ ends: (lower: Double, upper: Double), isInteger: Bool, _ name: String
    ) -> SparseFamily2<M, A, B> {
        let start = add(pairs.count, ends, isInteger: isInteger) { "\(name)[\(pairs[$0].0),\(pairs[$0].1)]" }
        var columns: [SparseFamily2<M, A, B>.Key: Int32] = [:]
        columns.reserveCapacity(pairs.count)
        for (place, pair) in pairs.enumerated() {
            let earlier = columns.updateValue(Int32(start + place), forKey: .init(a: pair.0, b: pair.1))
            precondition(earlier == nil, "“\(name)” was given the pair \(pair) twice")
        }
        return SparseFamily2(columns: columns, pairs: pairs)
    }

    private mutating func sparse<M, A, B, C>(
        _ triples: [(A, B, C)], _ ends: (lower: Double, upper: Double), isInteger: Bool, _ name: String
    ) -> SparseFamily3<M, A, B, C> {
        let start = add(triples.count, ends, isInteger: isInteger) { place in
            let (a, b, c) = triples[place]
            return "\(name)[\(a),\(b),\(c)]"
        }
        var columns: [SparseFamily3<M, A, B, C>.Key: Int32] = [:]
        columns.reserveCapacity(triples.count)
        for (place, triple) in triples.enumerated() {
            let key = SparseFamily3<M, A, B, C>.Key(a: triple.0, b: triple.1, c: triple.2)
            let earlier = columns.updateValue(Int32(start + place), forKey: key)
            precondition(earlier == nil, "“\(name)” was given the triple \(triple) twice")
        }
        return SparseFamily3(columns: columns, triples: triples)
    }
}
