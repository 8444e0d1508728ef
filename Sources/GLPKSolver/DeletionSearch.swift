// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The part of an explanation that solves: a filter, then deletion.
struct DeletionSearch {
    typealias Member = IrreducibleSubsystem.Member

    private let solver: GLPKSolver
    private let program: LinearProgram
    private let everything: [Member]
    private let options: SolveOptions
    private let deadline: Deadline

    init(solver: GLPKSolver, program: LinearProgram, options: SolveOptions) {
        self.solver = solver
        self.program = program
        self.options = options
        everything = program.members
        deadline = Deadline(after: options.timeLimit)
    }

    mutating func run() -> InfeasibilityExplanation {
        let first = solve(program, limitsNodes: false)
        guard case .infeasible(let infeasibility) = first else {
            return first.solution == nil ? .undecided(first) : .feasible
        }
        var candidates = everything
        if case .ray(let ray) = infeasibility.proof {
            candidates = support(of: ray)
        } else if let rows = elasticFilter() {
            candidates = everything.filter { if case .side(let row, _) = $0 { rows.contains(row.index) } else { true } }
        }
        // A filter works in rounded arithmetic: what it leaves is a conflict only if the solver says so.
        if candidates.count < everything.count, isFeasible(keeping: candidates) != false { candidates = everything }
        return .conflict(deletion(candidates))
    }

    /// Tries without each member: last first, so that where there is a choice those written first are the ones named.
    private func deletion(_ given: [Member]) -> IrreducibleSubsystem {
        var kept = given
        var unknown: [Member] = []
        for kind in [isRow, isBound, isWhole] {
            kept = relevant(kept)
            for member in kept.reversed() where kind(member) && kept.contains(member) {
                let others = kept.filter { $0 != member }
                switch isFeasible(keeping: others) {
                case false?: kept = others
                case true?: break
                case nil: unknown.append(member)
                }
            }
        }
        return IrreducibleSubsystem(
            members: kept, origin: .deletion, notShownToBeNeeded: kept.filter(unknown.contains))
    }

    private func isRow(_ member: Member) -> Bool { if case .side = member { true } else { false } }
    private func isBound(_ member: Member) -> Bool { if case .bound = member { true } else { false } }
    private func isWhole(_ member: Member) -> Bool { if case .wholeNumber = member { true } else { false } }

    /// Leaves out what concerns variables in none of the rows kept: their own bounds do not contradict each other.
    private func relevant(_ members: [Member]) -> [Member] {
        var columns: Set<Int> = []
        for case .side(let row, _) in members {
            for term in program.terms(ofRow: row.index) { columns.insert(Int(term.column)) }
        }
        return members.filter { member in
            switch member {
            case .side: true
            case .bound(let column, _), .wholeNumber(let column): columns.contains(column)
            }
        }
    }

    /// The sides and bounds that a proof of infeasibility leans on.
    private func support(of ray: [Double]) -> [Member] {
        let size = ray.reduce(0) { max($0, $1.magnitude) }
        var used: Set<Member> = []
        var combined = [Double](repeating: 0, count: program.columnCount)
        var scales = combined
        for (row, multiplier) in ray.enumerated() where multiplier.magnitude > 1e-9 * size {
            used.insert(.side(Row(index: row), multiplier > 0 ? .upper : .lower))
            for term in program.terms(ofRow: row) {
                combined[Int(term.column)] += multiplier * term.coefficient
                scales[Int(term.column)] += (multiplier * term.coefficient).magnitude
            }
        }
        for column in 0..<program.columnCount where combined[column].magnitude > 1e-9 * scales[column] {
            used.insert(.bound(column: column, combined[column] > 0 ? .lower : .upper))
        }
        return everything.filter(used.contains)
    }

    /// Rows that hold a conflict with the bounds and whole numbers, by solving for the least total violation until the
    /// rows it broke can no longer be met; nil where a solve did not finish.
    private func elasticFilter() -> Set<Int>? {
        let rows = Array(0..<program.rowCount)
        var hard: Set<Int> = []
        while true {
            let soft = rows.filter { !hard.contains($0) }
            let elastic = ElasticProgram(program, rows: soft)
            guard let limited = deadline.limiting(options) else { return nil }
            switch solver.solve(elastic.program, options: limited) {
            case .infeasible: return hard
            case .optimal(let solution):
                let broken = soft.filter { row in
                    [elastic.shortfall[row], elastic.excess[row]].contains {
                        $0.map { solution.values[$0] > 1e-9 } ?? false
                    }
                }
                // A violation lost in rounding: the filter can say nothing more.
                guard !broken.isEmpty else { return nil }
                hard.formUnion(broken)
            default: return nil
            }
        }
    }

    /// Nil where it could not be settled.
    private func isFeasible(keeping members: [Member]) -> Bool? {
        let kept = Set(members)
        var trial = program
        for member in everything where !kept.contains(member) { trial.giveUp(member) }
        let outcome = solve(trial, limitsNodes: true)
        if outcome.solution != nil { return true }
        if case .infeasible = outcome { return false }
        return nil
    }

    private func solve(_ program: LinearProgram, limitsNodes: Bool) -> Outcome {
        guard var limited = deadline.limiting(options) else {
            return .stopped(.time, incumbent: nil, bound: nil)
        }
        // Any solution will do.
        limited.solutionLimit = 1
        if !limitsNodes { limited.nodeLimit = nil }
        return solver.solve(program, options: limited)
    }
}
