// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// A hospital's tenth ward opened here or its sister's there: where steps are alike in everything and patients may be moved
// freely between the pools, the search would prove the same thing once for each of them. Section *Counted steps* of the page.
extension BedsModel {
    /// Steps that are alike: in a year, only how many of them are taken matters.
    public struct AlikeSteps: Sendable {
        let variables: [Variable<Choice>]
        let name: String
    }

    /// The program with every group of like steps counted by one whole number and free in its parts: a relaxation with the
    /// same bound in far less time, and the counts.
    public func counted() -> (model: Model<ThousandPounds>, counts: [Variable<Choice>]) {
        var counted = model
        var counts: [Variable<Choice>] = []
        for group in alikeSteps {
            let count = counted.integer(group.name, in: 0...Double(group.variables.count), of: Choice.self)
            counted.require("count of", group.name, sum(over: group.variables) { $0 } - count .== 0)
            for variable in group.variables { counted.program.makeContinuous(Int(variable.index)) }
            counts.append(count)
        }
        return (counted, counts)
    }

    /// The program with its decisions as in a solution of `counted()`: every count, and every step and scheme that is not
    /// counted. What it finds is a solution of the program itself.
    public func completing(_ solution: Solution, counts: [Variable<Choice>]) -> Model<ThousandPounds> {
        var rest = model
        var free: Set<Int> = []
        for (group, count) in zip(alikeSteps, counts) {
            let taken = solution[count].rounded()
            rest.require("count of", group.name, sum(over: group.variables) { $0 } .== taken)
            free.formUnion(group.variables.map { Int($0.index) })
        }
        for column in 0..<model.program.columnCount where model.program.isInteger[column] && !free.contains(column) {
            let value = solution.values[column].rounded()
            rest.program.setBounds(ofColumn: column, lower: value, upper: value)
        }
        return rest
    }

    /// Groups of like steps: by year, closing or opening, the set of pools that patients may be moved freely between, and
    /// what a step is and costs.
    public var alikeSteps: [AlikeSteps] {
        let clusters = clusters
        var order: [Key] = []
        var groups: [Key: [Variable<Choice>]] = [:]
        for (place, pool) in system.pools.enumerated() {
            for (isClosing, steps, variables) in [
                (true, steps[place].closing, variables.closed[place]), (false, steps[place].opening, variables.opened[place]),
            ] {
                // Only of steps that are all alike may the parts be left free.
                guard let first = steps.first, steps.allSatisfy({ $0.isLike(first) }) else { continue }
                for (t, year) in system.years.enumerated() {
                    let key = Key(
                        cluster: clusters[place], isClosing: isClosing, year: year, beds: first.beds, wards: first.wards,
                        // Rounded, so that sums in another order are one group.
                        capacity: (first.capacity / pool.peakFactor * 1e9).rounded(),
                        cost: pool.variableCostPerBed * first.beds + pool.fixedCostPerWard * first.wards,
                        gate: isClosing ? pool.earliestClosureYear : 0)
                    if groups[key] == nil { order.append(key) }
                    groups[key, default: []] += variables.map { $0[t] }
                }
            }
        }
        return order.enumerated().map { number, key in
            AlikeSteps(
                variables: groups[key]!, name: "steps alike \(number + 1), \(key.isClosing ? "closed" : "opened") by \(key.year)")
        }
    }

    private struct Key: Hashable {
        let cluster: Int
        let isClosing: Bool
        let year: Int
        let beds, wards, capacity, cost: Double
        let gate: Int
    }

    /// For each pool the first of the pools that it shares its patients with: from each to each. A pool that is not one of
    /// such a set is alone.
    private var clusters: [Int] {
        guard situation.allowsMoves else { return Array(system.pools.indices) }
        var partners = system.pools.indices.map { Set([$0]) }
        for move in system.moves where system.moves.contains(.init(from: move.to, to: move.from)) {
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

extension LinearProgram {
    fileprivate mutating func makeContinuous(_ column: Int) {
        guard isInteger[column] else { return }
        isInteger[column] = false
        integerCount -= 1
    }
}
