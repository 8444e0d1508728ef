// SPDX-License-Identifier: GPL-3.0-or-later

/// Pools whose steps of one kind are alike in everything: only how many of them are taken matters. Row 9 of the page.
public struct LikeSteps: Sendable, Hashable {
    public let isClosing: Bool
    /// Places of the pools, in order.
    public let pools: [Int]

    /// The groups of a case, in the order of their first pools; closing before opening.
    public static func groups(_ system: BedsSystem, _ situation: BedsCase, _ steps: [BedSteps]) -> [LikeSteps] {
        let clusters = clusters(system, situation)
        var order: [Key] = []
        var pools: [Key: [Int]] = [:]
        for isClosing in [true, false] {
            for (place, pool) in system.pools.enumerated() {
                let steps = isClosing ? steps[place].closing : steps[place].opening
                guard let first = steps.first, steps.allSatisfy({ $0.isLike(first) }) else { continue }
                let key = Key(
                    cluster: clusters[place], isClosing: isClosing, beds: first.beds, wards: first.wards,
                    // Rounded, so that sums in another order are one group.
                    capacity: (first.capacity / pool.peakFactor * 1e9).rounded(),
                    cost: pool.variableCostPerBed * first.beds + pool.fixedCostPerWard * first.wards,
                    gate: isClosing ? pool.earliestClosureYear : 0)
                if pools[key] == nil { order.append(key) }
                pools[key, default: []].append(place)
            }
        }
        return order.map { LikeSteps(isClosing: $0.isClosing, pools: pools[$0]!) }
    }

    private struct Key: Hashable {
        let cluster: Int
        let isClosing: Bool
        let beds, wards, capacity, cost: Double
        let gate: Int
    }

    /// For each pool the first of the pools that patients may be moved between, from each to each. A pool that is not one of
    /// such a set is alone.
    private static func clusters(_ system: BedsSystem, _ situation: BedsCase) -> [Int] {
        guard situation.allowsMoves else { return Array(system.pools.indices) }
        let moves = Set(system.moves)
        var partners = system.pools.indices.map { Set([$0]) }
        for move in system.moves where moves.contains(.init(from: move.to, to: move.from)) {
            partners[move.from].insert(move.to)
        }
        return system.pools.indices.map { place in
            partners[place].allSatisfy { partners[$0] == partners[place] } ? partners[place].min()! : place
        }
    }
}

extension BedStep {
    fileprivate func isLike(_ other: BedStep) -> Bool {
        beds == other.beds && wards == other.wards && (capacity - other.capacity).magnitude <= 1e-9 * capacity.magnitude
    }
}
