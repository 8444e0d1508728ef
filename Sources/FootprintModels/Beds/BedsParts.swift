// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A large program taken apart where no patient can be moved: section *In parts* of the page.
///
/// Without what its parts share (wards closed a year, what can be bought, what a scheme costs once and whatever it does, floors,
/// a site's own cost) each part is a small program, and their optima together are a bound. Put together again they are a solution
/// wherever what they share allows it.
public struct BedsParts: Sendable {
    public let whole: BedsModel
    public let parts: [BedsModel]
    /// The places of each part's pools in the whole.
    private let pools: [[Int]]

    public init(_ whole: BedsModel) {
        self.whole = whole
        pools = Self.connected(whole.system, whole.situation)
        parts = pools.map { BedsModel(whole.system.part($0), whole.situation.part($0)) }
    }

    /// The parts' solutions as one, with its objective; nil where what they share does not allow it.
    /// - Parameter solutions: one for each part, in order.
    public func combined(_ solutions: [Solution]) -> Solution? {
        let program = whole.model.program
        var values = [Double](repeating: 0, count: program.columnCount)
        func add<M>(_ value: Double, to variable: Variable<M>) { values[Int(variable.index)] += value }
        func set<M>(_ variable: Variable<M>, _ value: Double) { values[Int(variable.index)] = value }
        let system = whole.system
        let v = whole.variables
        var avoided: [[Int]: Double] = [:]
        var moved: [[Int]: Double] = [:]
        for ((part, places), solution) in zip(zip(parts, pools), solutions) {
            for (own, place) in places.enumerated() {
                for (n, years) in part.variables.closed[own].enumerated() {
                    for (t, variable) in years.enumerated() { set(v.closed[place][n][t], solution[variable].rounded()) }
                }
                for (n, years) in part.variables.opened[own].enumerated() {
                    for (t, variable) in years.enumerated() { set(v.opened[place][n][t], solution[variable].rounded()) }
                }
            }
            for (alternative, years) in part.variables.bought.enumerated() {
                for (t, variable) in years.enumerated() { add(max(0, solution[variable]), to: v.bought[alternative][t]) }
            }
            for one in part.variables.avoided {
                avoided[[one.scheme, one.cohort, places[one.pool], one.year]] = max(0, solution[one.variable])
            }
            for (move, years) in part.variables.moved.enumerated() {
                let pair = part.system.moves[move]
                for (t, variable) in years.enumerated() { moved[[places[pair.from], places[pair.to], t]] = max(0, solution[variable]) }
            }
        }
        var runs = Set<Int>()
        for one in v.avoided {
            let value = avoided[[one.scheme, one.cohort, one.pool, one.year]] ?? 0
            set(one.variable, value)
            if value > 1e-9 { runs.insert(one.scheme) }
        }
        // What runs needs what must run first.
        var waiting = Array(runs)
        while let scheme = waiting.popLast() {
            for earlier in system.schemes[scheme].after where runs.insert(earlier).inserted { waiting.append(earlier) }
        }
        for scheme in runs { if let variable = v.runs[scheme] { set(variable, 1) } }
        for (move, years) in v.moved.enumerated() {
            let pair = system.moves[move]
            for (t, variable) in years.enumerated() { set(variable, moved[[pair.from, pair.to, t]] ?? 0) }
        }
        for (group, years) in zip(whole.groups, v.count) {
            for (t, variable) in years.enumerated() {
                for pool in group.pools {
                    for step in (group.isClosing ? v.closed : v.opened)[pool] { add(values[Int(step[t].index)], to: variable) }
                }
            }
        }
        for (site, years) in zip(system.sites, v.empty) {
            for (t, variable) in (years ?? []).enumerated() {
                set(variable, site.pools.map { values[Int(v.closed[$0].last![t].index)] }.min() ?? 0)
            }
        }
        let objective = zip(program.costs, values).reduce(program.objectiveConstant) { $0 + $1.0 * $1.1 }
        let solution = Solution(objective: objective, values: values)
        return SolutionCheck(solution, of: program).passes ? solution : nil
    }

    /// Sets of pools that patients can be moved between, directly or through others.
    private static func connected(_ system: BedsSystem, _ situation: BedsCase) -> [[Int]] {
        var first = Array(system.pools.indices)
        func find(_ place: Int) -> Int {
            var place = place
            while first[place] != place { place = first[place] }
            return place
        }
        for move in situation.allowsMoves ? system.moves : [] {
            let (a, b) = (find(move.from), find(move.to))
            first[max(a, b)] = min(a, b)
        }
        var sets: [Int: [Int]] = [:]
        for place in system.pools.indices { sets[find(place), default: []].append(place) }
        return sets.keys.sorted().map { sets[$0]! }
    }
}

extension BedsSystem {
    /// These pools alone, and what is shared left out so that their optimum is no dearer than their part of any solution: a
    /// site's own cost is divided among its pools, since the least of several is at most their mean.
    fileprivate func part(_ places: [Int]) -> BedsSystem {
        var part = self
        let own = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        part.pools = places.map { pools[$0] }
        part.moves = moves.compactMap { move in
            guard let from = own[move.from], let to = own[move.to] else { return nil }
            return Move(from: from, to: to)
        }
        part.sites = sites.flatMap { site in
            site.pools.compactMap { pool in
                own[pool].map {
                    Site(
                        code: "\(site.code) \(pool)", name: site.name, pools: [$0],
                        fixedCostReleased: site.fixedCostReleased.map { $0 / Double(site.pools.count) })
                }
            }
        }
        part.floors = []
        part.wardsClosedPerYear = Double(part.pools.reduce(0) { $0 + $1.wards })
        for scheme in part.schemes.indices {
            part.schemes[scheme].fixedCost = 0
            part.schemes[scheme].oneOffCost = 0
            part.schemes[scheme].after = []
        }
        return part
    }
}

extension BedsCase {
    fileprivate func part(_ places: [Int]) -> BedsCase {
        guard case .option(let beds) = closures else { return self }
        var part = self
        part.closures = .option(
            places.enumerated().reduce(into: [:]) { closed, pool in
                if let named = beds[pool.element] { closed[pool.offset] = named }
            })
        return part
    }
}
