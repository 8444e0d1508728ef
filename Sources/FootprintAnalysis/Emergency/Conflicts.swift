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

    /// Under `assigned`: whether any proposals meet every requirement; the problem has them afterwards.
    static func canMeetAll(
        _ problem: inout EmergencyProblem, start: LinearPrograms.Basis?, stop: StopSignal?
    ) throws(AnalysisFailure) -> Bool {
        var diagnosis = Diagnosis(problem, start: start, stop: stop)
        let short = try diagnosis.shortfalls(allowed: Set(diagnosis.imposed.indices))
        problem.model.adopt(diagnosis.model)
        return short?.isEmpty == true
    }

    /// - Throws: `.stopped` when asked to stop; there is no half a conflict.
    init(
        _ problem: EmergencyProblem, start: LinearPrograms.Basis? = nil, stop: StopSignal? = nil
    ) throws(AnalysisFailure) {
        var diagnosis = Diagnosis(problem, start: start, stop: stop)
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
            // The prices of each proof leave out most of the others at once.
            conflict = diagnosis.refuted(of: conflict, with: requirement)
            guard conflict.contains(candidate) else { continue }
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
    private(set) var model: EmergencyModel
    private var basis: LinearPrograms.Basis?
    private let stop: StopSignal?
    /// Places in `imposed` of those that the last proof of “not enough” used; nil when it did not say.
    private var used: Set<Int>?

    init(_ problem: EmergencyProblem, start: LinearPrograms.Basis?, stop: StopSignal?) {
        self.stop = stop
        model = problem.model
        basis = start
        var entries: [(row: Int, column: Int, coefficient: Double)] = []
        for row in model.requirements {
            let sides = model.model.sides(of: row.row)
            let limit = row.isFloor ? sides.lower : sides.upper
            guard limit.isFinite else { continue }
            let shortfall = model.model.variable("shortfall", in: 0..., of: Count.self)
            entries.append((row.row.index, Int(shortfall.index), row.isFloor ? 1 : -1))
            imposed.append(Imposed(row: row, limit: limit, shortfall: shortfall, weight: 1 / max(1, limit.magnitude)))
        }
        model.model.program.appendTerms(entries)
    }

    /// Least total shortfall when only `allowed` may fall short: those that do, and by how much; nil when that is not enough.
    mutating func shortfalls(allowed: Set<Int>) throws(AnalysisFailure) -> [Int: Double]? {
        guard let values = try solve(allowed: allowed, costs: imposed.map(\.weight)) else { return nil }
        var short: [Int: Double] = [:]
        for (place, value) in values.enumerated() where value > 1e-7 / imposed[place].weight { short[place] = value }
        return short
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

    /// Of requirements that have just been found not to hold together, those that the proof used, and `kept`. The rest had a
    /// price of nothing in it: without them the same prices prove the same thing.
    func refuted(of conflict: [Int], with kept: Int) -> [Int] {
        guard let used else { return conflict }
        return conflict.filter { used.contains($0) || $0 == kept }
    }

    /// The shortfalls at the least cost when only `allowed` may fall short; nil when that is not enough.
    private mutating func solve(allowed: Set<Int>, costs: [Double]) throws(AnalysisFailure) -> [Double]? {
        used = nil
        let values = try leastShortfalls(allowed: allowed, costs: costs)
        if values != nil { used = nil }
        return values
    }

    private mutating func leastShortfalls(allowed: Set<Int>, costs: [Double]) throws(AnalysisFailure) -> [Double]? {
        // A program that grows cannot be called infeasible for the proposals it has: first the least that those not
        // allowed would fall short, from all proposals there could be.
        if model.isGrowing, allowed.count < imposed.count {
            let barred = imposed.indices.map { allowed.contains($0) ? 0 : imposed[$0].weight }
            guard let values = try grow(allowed: Set(imposed.indices), costs: barred) else { return nil }
            if imposed.indices.contains(where: { barred[$0] > 0 && values[$0] > 1e-7 / imposed[$0].weight }) { return nil }
        }
        return try grow(allowed: allowed, costs: costs)
    }

    private func places(pricedBy rows: [Double]) -> Set<Int> {
        Set(imposed.indices.filter { rows[imposed[$0].row.row.index] != 0 })
    }

    private mutating func grow(allowed: Set<Int>, costs: [Double]) throws(AnalysisFailure) -> [Double]? {
        var objective = Expression<ThousandPounds>.zero
        for (place, requirement) in imposed.enumerated() {
            if allowed.contains(place) {
                model.model.setBounds(of: requirement.shortfall, to: 0...)
            } else {
                model.model.fix(requirement.shortfall, at: 0)
            }
            if costs[place] != 0 {
                objective += Rate<ThousandPounds, Count>(costs[place]) * requirement.shortfall
            }
        }
        model.model.minimise(objective)
        while true {
            // Measured: with proposals, whose coming in leaves the basis primal feasible, primal is four times faster;
            // without, dual is three times faster.
            let shouldStop: @Sendable () -> Bool = { [stop] in stop?.reason != nil }
            var outcome = GLPKSolver().solve(
                model.model, options: .init(route: model.isGrowing && basis != nil ? .primal : .automatic),
                start: basis, shouldStop: shouldStop)
            // As for the configuration itself: from nothing when a start ends in numerical trouble.
            if case .numericalTrouble = outcome { outcome = GLPKSolver().solve(model.model, shouldStop: shouldStop) }
            switch outcome {
            case .optimal(let solution):
                basis = solution.basis
                if solution.objective > 1e-9, let duals = solution.duals {
                    if model.improve(duals, isCosted: false, tolerance: 1e-7) > 0 { continue }
                    used = places(pricedBy: duals.rows)
                }
                return imposed.map { solution[$0.shortfall] }
            case .infeasible(let infeasibility):
                if case .ray(let multipliers) = infeasibility.proof { used = places(pricedBy: multipliers) }
                return nil
            case .stopped: throw .stopped
            case .unbounded, .numericalTrouble, .invalid:
                throw .solver(
                    "\(model.model.title): no verdict while looking for the requirements in conflict (\(outcome))")
            }
        }
    }
}
