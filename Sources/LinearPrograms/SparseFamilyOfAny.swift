// SPDX-License-Identifier: GPL-3.0-or-later

/// One variable for each combination that exists, of any number of indices; ``SparseFamily2`` and ``SparseFamily3``
/// are the same for two and three.
///
/// A combination that was left out has no variable. In a sum it counts for nothing.
public struct SparseFamily<Measure: Unit, each Index: Hashable & Sendable>: Sendable {
    private struct Key: Hashable, Sendable {
        let index: (repeat each Index)

        init(_ index: repeat each Index) { self.index = (repeat each index) }

        static func == (lhs: Self, rhs: Self) -> Bool {
            for (left, right) in repeat (each lhs.index, each rhs.index) {
                guard left == right else { return false }
            }
            return true
        }

        func hash(into hasher: inout Hasher) {
            for part in repeat each index { hasher.combine(part) }
        }

        var label: String {
            var words: [String] = []
            for part in repeat each index { words.append("\(part)") }
            return words.joined(separator: ",")
        }
    }

    private let columns: [Key: Int32]
    /// The combinations that have a variable, in the order they were given.
    public let combinations: [(repeat each Index)]

    // The compiler (6.3) crashes where a tuple made of a pack is handed on whole: it is always taken apart first.
    init(_ combinations: [(repeat each Index)], start: Int, name: String) {
        var columns: [Key: Int32] = [:]
        columns.reserveCapacity(combinations.count)
        for place in combinations.indices {
            let combination = combinations[place]
            let key = Key(repeat each combination)
            let earlier = columns.updateValue(Int32(start + place), forKey: key)
            precondition(earlier == nil, "“\(name)” was given the combination \(key.label) twice")
        }
        self.columns = columns
        self.combinations = combinations
    }

    /// The combination's variable; nil where it was left out.
    public subscript(index: repeat each Index) -> Variable<Measure>? {
        columns[Key(repeat each index)].map { Variable(index: $0) }
    }

    static func naming(_ combinations: [(repeat each Index)], _ name: String) -> @Sendable (Int) -> String {
        { place in
            let combination = combinations[place]
            return "\(name)[\(Key(repeat each combination).label)]"
        }
    }
}

extension Model {
    /// One variable for each combination of a list. None may be given twice.
    public mutating func variables<M: Unit, each Index: Hashable & Sendable>(
        over combinations: [(repeat each Index)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily<M, repeat each Index> {
        sparse(combinations, interval.ends, isInteger: false, name)
    }

    /// One whole-number variable for each combination of a list. None may be given twice.
    public mutating func integers<M: Unit, each Index: Hashable & Sendable>(
        over combinations: [(repeat each Index)], in interval: some Interval, of measure: M.Type, name: String
    ) -> SparseFamily<M, repeat each Index> {
        sparse(combinations, interval.ends, isInteger: true, name)
    }

    /// One yes-or-no variable for each combination of a list. None may be given twice.
    public mutating func binaries<M: Unit, each Index: Hashable & Sendable>(
        over combinations: [(repeat each Index)], of measure: M.Type = Choice.self, name: String
    ) -> SparseFamily<M, repeat each Index> {
        sparse(combinations, (0, 1), isInteger: true, name)
    }

    private mutating func sparse<M, each Index: Hashable & Sendable>(
        _ combinations: [(repeat each Index)], _ ends: (lower: Double, upper: Double), isInteger: Bool, _ name: String
    ) -> SparseFamily<M, repeat each Index> {
        let naming = SparseFamily<M, repeat each Index>.naming(combinations, name)
        let start = add(combinations.count, ends, isInteger: isInteger, name: naming)
        return SparseFamily<M, repeat each Index>(combinations, start: start, name: name)
    }
}
