// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Requirements that cannot all be met, of which any one given up would let the others be.
public struct Conflict: Sendable, Hashable {
    /// The rows, in the order of the model. Empty where even the rows that may not be given up contradict each other.
    public let rows: [Row]
    /// Whether every row was shown to be needed. False where the time ran out first: the rows still cannot all be
    /// met, and fewer of them might do.
    public let isIrreducible: Bool
}

extension GLPKSolver {
    /// Finds a conflict among the rows that may be given up; every other row, every bound and every whole number is
    /// kept. Nil where the model has a solution, or where that could not be settled in the time.
    ///
    /// An elastic filter (Chinneck and Dravnieks, 1991) gathers a few rows that hold a conflict: it solves for the
    /// least total violation, keeps the rows it broke, and makes them hard until nothing more can be met. A deletion
    /// filter then tries to do without each. Rows are taken in the order of the model, so the answer is the same in
    /// every run.
    /// - Parameter timeLimit: seconds for the whole search; nil for no limit.
    public func conflict<Objective>(
        in model: Model<Objective>, among rows: [Row], timeLimit: Double? = nil
    ) -> Conflict? {
        let relaxable = Set(rows.map(\.index)).sorted()
        var search = ConflictSearch(solver: self, program: model.program, relaxable: relaxable, timeLimit: timeLimit)
        return search.run()
    }

    /// The least that each row alone would have to give for the model to have a solution, all else kept: the amount
    /// by which its side moves, in the row's unit, or nil where no move of that row alone is enough, or where that
    /// could not be settled in the time. Zero for every row of a model that has a solution.
    /// - Parameter timeLimit: seconds for each row; nil for no limit.
    public func leastRelaxations<Objective>(
        in model: Model<Objective>, of rows: [Row], timeLimit: Double? = nil
    ) -> [(row: Row, amount: Double?)] {
        rows.map { row in
            let elastic = ElasticProgram(model.program, rows: [row.index]).program
            let least = solve(elastic, options: SolveOptions(timeLimit: timeLimit)).optimum
            // What is left by rounding is no relaxation.
            return (row, least.map { $0.objective < 1e-9 ? 0 : $0.objective })
        }
    }
}

private struct ConflictSearch {
    let solver: GLPKSolver
    let program: LinearProgram
    let relaxable: [Int]
    let deadline: Deadline
    var ranOut = false

    init(solver: GLPKSolver, program: LinearProgram, relaxable: [Int], timeLimit: Double?) {
        self.solver = solver
        // Only whether there is a solution matters, not which is best.
        var program = program
        program.setObjective(LinearForm(), direction: .minimise)
        self.program = program
        self.relaxable = relaxable
        deadline = Deadline(after: timeLimit)
    }

    mutating func run() -> Conflict? {
        guard isFeasible(keeping: relaxable) == false else { return nil }
        var candidates = elasticFilter() ?? relaxable
        // Last first, so that where there is a choice the rows written first are the ones named.
        for row in candidates.reversed() {
            let others = candidates.filter { $0 != row }
            if isFeasible(keeping: others) == false { candidates = others }
            if ranOut { break }
        }
        return Conflict(rows: candidates.map { Row(index: $0) }, isIrreducible: !ranOut)
    }

    /// Rows that hold a conflict, usually few; nil where a solve did not finish.
    private mutating func elasticFilter() -> [Int]? {
        var hard: Set<Int> = []
        while true {
            let soft = relaxable.filter { !hard.contains($0) }
            let elastic = ElasticProgram(program, rows: soft)
            guard let options = options() else { return nil }
            switch solver.solve(elastic.program, options: options) {
            case .infeasible:
                return relaxable.filter(hard.contains)
            case .optimal(let solution):
                let broken = soft.filter { row in
                    let columns = [elastic.shortfall[row], elastic.excess[row]]
                    return columns.contains { $0.map { solution.values[$0] > 1e-9 } ?? false }
                }
                // A violation lost in rounding: the filter can say nothing more.
                guard !broken.isEmpty else { return nil }
                hard.formUnion(broken)
            default:
                return nil
            }
        }
    }

    /// Nil where it could not be settled.
    private mutating func isFeasible(keeping rows: [Int]) -> Bool? {
        guard let options = options() else { return nil }
        var trial = program
        let kept = Set(rows)
        for row in relaxable where !kept.contains(row) {
            trial.setSides(ofRow: row, lower: -.infinity, upper: .infinity)
        }
        switch solver.solve(trial, options: options) {
        case .optimal: return true
        case .stopped(_, let incumbent, _):
            if incumbent != nil { return true }
            ranOut = true
            return nil
        case .infeasible: return false
        default:
            ranOut = true
            return nil
        }
    }

    private mutating func options() -> SolveOptions? {
        guard let options = deadline.limiting(SolveOptions()) else {
            ranOut = true
            return nil
        }
        return options
    }
}
