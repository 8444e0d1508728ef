// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension BedsParts {
    /// The parts' solutions as one, with its objective; nil where the whole's rows, each of which is checked, do not allow it.
    ///
    /// Bought is what is used, a scheme runs where any part uses it, and a site is empty when its last pool is.
    /// - Parameter solutions: one for each part, in order.
    public func combined(_ solutions: [Solution]) -> Solution? {
        let program = whole.model.program
        var values = [Double](repeating: 0, count: program.columnCount)
        func value<M>(_ variable: Variable<M>) -> Double { values[Int(variable.index)] }
        func set<M>(_ variable: Variable<M>, _ value: Double) { values[Int(variable.index)] = value }
        let system = whole.system
        let v = whole.variables
        var avoided: [[Int]: Double] = [:]
        var moved: [[Int]: Double] = [:]
        for (part, solution) in zip(parts, solutions) {
            let own = part.model.variables
            for (number, place) in part.pools.enumerated() {
                for (steps, ofWhole) in [(own.closed[number], v.closed[place]), (own.opened[number], v.opened[place])] {
                    for (years, same) in zip(steps, ofWhole) {
                        for (variable, its) in zip(years, same) { set(its, solution[variable].rounded()) }
                    }
                }
            }
            for one in own.avoided {
                avoided[[one.scheme, one.cohort, part.pools[one.pool], one.year]] = max(0, solution[one.variable])
            }
            for (years, pair) in zip(own.moved, part.model.system.moves) {
                for (t, variable) in years.enumerated() {
                    moved[[part.pools[pair.from], part.pools[pair.to], t]] = max(0, solution[variable])
                }
            }
        }
        var runs = Set<Int>()
        for one in v.avoided {
            let beds = avoided[[one.scheme, one.cohort, one.pool, one.year]] ?? 0
            set(one.variable, beds)
            if beds > 1e-9 { runs.insert(one.scheme) }
        }
        // What runs needs what must run first.
        var waiting = Array(runs)
        while let scheme = waiting.popLast() {
            for earlier in system.schemes[scheme].after where runs.insert(earlier).inserted { waiting.append(earlier) }
        }
        for scheme in runs { if let variable = v.runs[scheme] { set(variable, 1) } }
        for (years, pair) in zip(v.moved, system.moves) {
            for (t, variable) in years.enumerated() { set(variable, moved[[pair.from, pair.to, t]] ?? 0) }
        }
        for (group, years) in zip(whole.groups, v.count) {
            let steps = group.pools.flatMap { (group.isClosing ? v.closed : v.opened)[$0] }
            for (t, variable) in years.enumerated() { set(variable, steps.reduce(0) { $0 + value($1[t]) }) }
        }
        for (site, years) in zip(system.sites, v.empty) {
            for (t, variable) in (years ?? []).enumerated() {
                set(variable, site.pools.map { value(v.closed[$0].last![t]) }.min() ?? 0)
            }
        }
        for (place, alternative) in system.alternatives.enumerated() {
            var most = 0.0
            for (t, variable) in v.bought[place].enumerated() {
                if t + alternative.leadYears < system.years.count, let row = whole.rows.replacedFirst[place][t + alternative.leadYears] {
                    // Nothing of this alternative is bought yet, so that the left is what is used.
                    let used = program.terms(ofRow: row.index).reduce(0) { $0 + $1.coefficient * values[Int($1.column)] }
                    most = max(most, used - alternative.spare)
                }
                set(variable, most)
            }
        }
        let solution = Solution(objective: program.objective(at: values), values: values)
        return SolutionCheck(solution, of: program).passes ? solution : nil
    }
}
