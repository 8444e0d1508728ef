// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Why a configuration fails: small sets of its requirements that cannot all hold, and the least each would have to move.
///
/// A copy of the program gets a shortfall for every requirement. One solve finds requirements whose shortfalls make the
/// rest hold together; each of them is then a conflict alone, or with the fewest others that deletion leaves (Chinneck,
/// *Feasibility and Infeasibility in Optimization*, 2008, sections 6.2 and 6.3). Definitions never give way.
struct Conflicts {
    struct Member {
        let requirement: RequirementRow
        /// As imposed: the instance's limit, or do-nothing's value where that is let through.
        let limit: Double
        /// In the requirement's own unit; nil when moving it alone is not enough.
        let leastChange: Double?
    }

    /// Each conflict is irreducible.
    let conflicts: [[Member]]

    init(_ problem: EmergencyProblem, start: LinearPrograms.Basis? = nil) throws(AnalysisFailure) {
        var diagnosis = Diagnosis(problem, start: start)
        let all = Array(diagnosis.imposed.indices)
        // The requirements that give way, so that all others hold.
        guard let yielding = try diagnosis.shortfalls(allowed: Set(all)), !yielding.isEmpty else {
            throw .solver("\(problem.model.model.title): its definitions contradict each other")
        }
        let standing = all.filter { !yielding.keys.contains($0) }
        var found: [[Int]] = []
        for requirement in yielding.keys.sorted() where !found.joined().contains(requirement) {
            found.append(try Self.irreducible(with: requirement, standing, all, &diagnosis))
        }
        var conflicts: [[Member]] = []
        for conflict in found {
            var members: [Member] = []
            for requirement in conflict {
                // Other conflicts may give way as they must; what stands, and the rest of this conflict, holds.
                let free = Set(yielding.keys).subtracting(conflict).union([requirement])
                members.append(
                    Member(
                        requirement: diagnosis.imposed[requirement].row, limit: diagnosis.imposed[requirement].limit,
                        leastChange: try diagnosis.least(of: requirement, allowed: free)))
            }
            conflicts.append(members)
        }
        self.conflicts = conflicts
    }

    /// The requirement alone when the definitions refute it, else with those that stand and cannot be left out.
    private static func irreducible(
        with requirement: Int, _ standing: [Int], _ all: [Int], _ diagnosis: inout Diagnosis
    ) throws(AnalysisFailure) -> [Int] {
        if try !diagnosis.holds([requirement], of: all) { return [requirement] }
        var conflict = standing + [requirement]
        guard try !diagnosis.holds(conflict, of: all) else { return [requirement] }
        for candidate in standing {
            let without = conflict.filter { $0 != candidate }
            if try !diagnosis.holds(without, of: all) { conflict = without }
        }
        return conflict.sorted()
    }
}

/// A copy of a configuration's program in which each requirement may fall short, at a price or not at all.
private struct Diagnosis {
    struct Imposed {
        let row: RequirementRow
        let limit: Double
        let shortfall: Variable<Count>
        /// Shortfalls are compared in parts of what is required.
        let weight: Double
    }

    private(set) var imposed: [Imposed] = []
    private var model: Model<ThousandPounds>
    private var basis: LinearPrograms.Basis?

    init(_ problem: EmergencyProblem, start: LinearPrograms.Basis?) {
        model = problem.model.model
        basis = start
        for row in problem.model.requirements {
            let sides = model.sides(of: row.row)
            let limit = row.isFloor ? sides.lower : sides.upper
            guard limit.isFinite else { continue }
            let shortfall = model.variable("shortfall", in: 0..., of: Count.self)
            model.setCoefficient(row.row, shortfall, to: row.isFloor ? 1 : -1)
            imposed.append(Imposed(row: row, limit: limit, shortfall: shortfall, weight: 1 / max(1, limit.magnitude)))
        }
    }

    /// Least total shortfall when only `allowed` may fall short: those that do, and by how much; nil when that is not enough.
    mutating func shortfalls(allowed: Set<Int>) throws(AnalysisFailure) -> [Int: Double]? {
        let costs = imposed.map { $0.weight }
        return try solve(allowed: allowed, costs: costs).map { values in
            var short: [Int: Double] = [:]
            for (place, value) in values.enumerated() where value > 1e-7 / imposed[place].weight { short[place] = value }
            return short
        }
    }

    /// Least shortfall of one requirement when `allowed` may fall short without a price.
    mutating func least(of requirement: Int, allowed: Set<Int>) throws(AnalysisFailure) -> Double? {
        let costs = imposed.indices.map { $0 == requirement ? 1.0 : 0 }
        return try solve(allowed: allowed, costs: costs)?[requirement]
    }

    /// Whether the given requirements hold together when every other one may fall short.
    mutating func holds(_ kept: [Int], of all: [Int]) throws(AnalysisFailure) -> Bool {
        try solve(allowed: Set(all).subtracting(kept), costs: [Double](repeating: 0, count: imposed.count)) != nil
    }

    private mutating func solve(allowed: Set<Int>, costs: [Double]) throws(AnalysisFailure) -> [Double]? {
        var objective = Expression<ThousandPounds>.zero
        for (place, requirement) in imposed.enumerated() {
            if allowed.contains(place) {
                model.setBounds(of: requirement.shortfall, to: 0...)
            } else {
                model.fix(requirement.shortfall, at: 0)
            }
            if costs[place] != 0 {
                objective += Rate<ThousandPounds, Count>(costs[place]) * requirement.shortfall
            }
        }
        model.minimise(objective)
        let outcome = GLPKSolver().solve(model, start: basis)
        switch outcome {
        case .optimal(let solution):
            basis = solution.basis
            return imposed.map { solution[$0.shortfall] }
        case .infeasible: return nil
        case .unbounded, .stopped, .numericalTrouble, .invalid:
            throw .solver("\(model.title): no verdict while looking for the requirements in conflict (\(outcome))")
        }
    }
}
