// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// The figures of an instance's beds as assumptions, and the system with one of them at another value.
///
/// An assumption that stands in several cells is one: assumed figures of one name, value, range and source, such as what a bed
/// costs at each acute hospital, are moved together. Two kinds of figures take others with them. The shares of a pool's cohorts
/// add up to one: the others give and take in proportion. Where all the wards of a pool may close, all may whatever their
/// size; and never more than there are.
struct BedsFigures: Sendable {
    private let instance: Instance
    private let system: BedsSystem
    private let all: [Figure]
    /// Places in the instance's figures, in its order; by the first of each.
    private let groups: [[Int]]

    /// - Parameters:
    ///   - instance: its view as `.beds`.
    ///   - together: whether an assumption that stands in several cells is one; else every figure moves by itself.
    init(_ instance: Instance, _ system: BedsSystem, together: Bool) {
        self.instance = instance
        self.system = system
        let all = instance.figures.all
        self.all = all
        var groups: [[Int]] = []
        var places: [Key: Int] = [:]
        for (place, figure) in all.enumerated() {
            let key = Key(figure)
            if together, figure.basis == .assumed, let group = places[key] {
                groups[group].append(place)
            } else {
                places[key] = groups.count
                groups.append([place])
            }
        }
        self.groups = groups
    }

    /// What makes two assumed figures one assumption. Of a key, what comes after the first column is part of it.
    private struct Key: Hashable {
        let table, name, source: String
        let rest: [String]
        let value: Double
        let low, high: Double?
        let basis: Basis

        init(_ figure: Figure) {
            (table, name, source, rest) = (figure.table, figure.name, figure.source, Array(figure.key.dropFirst()))
            (value, low, high, basis) = (figure.value, figure.low, figure.high, figure.basis)
        }
    }

    /// The first figure of each assumption, and every figure that is not assumed.
    var figures: [Figure] { groups.map { all[$0[0]] } }

    /// The other cells of an assumption; nil where there are none.
    func alike(_ cell: String) -> [String]? {
        let group = groups.first { all[$0[0]].cell == cell } ?? []
        return group.count > 1 ? group.dropFirst().map { all[$0].cell } : nil
    }

    /// - Parameter place: in `figures`.
    func system(with place: Int, at value: Double) -> BedsSystem {
        var changed = instance
        for member in groups[place] {
            changed.figures[member] = value
            let figure = all[member]
            guard figure.table == "pool_cohorts", figure.value < 1 else { continue }
            for (other, its) in all.enumerated() where other != member && its.table == figure.table && its.key.first == figure.key.first {
                changed.figures[other] = its.value * (1 - value) / (1 - figure.value)
            }
        }
        // The instance declares the family: it did before the figure was changed.
        var moved = BedsSystem(changed)!
        for (pool, before) in system.pools.enumerated() {
            let wards = moved.pools[pool].wards
            if before.closableWards == before.wards, moved.pools[pool].closableWards == before.closableWards {
                moved.pools[pool].closableWards = wards
            }
            moved.pools[pool].closableWards = min(moved.pools[pool].closableWards, wards)
        }
        return moved
    }
}
