// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms

// From what GLPK left behind to an outcome. Nothing is taken on GLPK's word that can be checked: solutions by
// arithmetic, infeasibility by its multipliers, bounds by their prices.
extension GLPKSolver {
    func interpret(_ run: ShimRun, of program: LinearProgram, options: SolveOptions) -> Outcome {
        switch run.ending {
        case SHIM_OPTIMAL:
            guard let solution = solution(of: run, program, options) else {
                return .numericalTrouble(
                    "GLPK's optimum does not meet the model's own requirements; look for coefficients of very "
                        + "different sizes in one row, and give them in units that bring them closer")
            }
            return .optimal(solution)
        case SHIM_INFEASIBLE where run.inSearch:
            return .infeasible(Infeasibility(proof: .exhaustedSearch))
        case SHIM_INFEASIBLE:
            return infeasible(program, ray: run.rowRay, options)
        case SHIM_UNBOUNDED:
            return unbounded(program, direction: run.columnRay, options)
        case SHIM_STOPPED:
            let incumbent = solution(of: run, program, options)
            return .stopped(run.limit ?? .time, incumbent: incumbent, bound: bound(of: run, program, incumbent))
        case SHIM_BUSY:
            return .numericalTrouble(
                "a solve is already under way on this thread; do not solve from a progress or stop closure")
        case SHIM_FATAL where run.message.contains("memory"):
            return .stopped(.memory, incumbent: nil, bound: nil)
        case SHIM_FATAL:
            return .numericalTrouble("GLPK gave up: \(run.message.split(separator: "\n").joined(separator: " "))")
        default:
            return .numericalTrouble(run.message)
        }
    }

    /// The run's solution if it has one that stands up.
    private func solution(of run: ShimRun, _ program: LinearProgram, _ options: SolveOptions) -> Solution? {
        guard let values = run.values else { return nil }
        let isOptimalLP = run.ending == SHIM_OPTIMAL && !program.hasIntegers
        let solution = Solution(
            objective: program.objective(at: values), values: values, duals: isOptimalLP ? run.duals : nil,
            basis: run.basis, effort: run.effort)
        if SolutionCheck(solution, of: program, tolerance: acceptedResidual).passes { return solution }
        guard program.hasIntegers, run.inSearch else { return nil }
        // GLPK rounds what is within 1e-5 of a whole number, and leaves the rest where it was: with a large
        // coefficient in the row, that breaks the row. Keep the whole numbers and choose the rest again.
        var rest = program
        for column in 0..<program.columnCount where program.isInteger[column] {
            rest.setBounds(ofColumn: column, lower: values[column].rounded(), upper: values[column].rounded())
        }
        rest.relaxIntegers()
        let again = ShimRun(rest, options: SolveOptions(memoryLimit: options.memoryLimit), start: nil, watcher: nil)
        guard again.ending == SHIM_OPTIMAL, let repaired = again.values else { return nil }
        let second = Solution(
            objective: program.objective(at: repaired), values: repaired, basis: run.basis, effort: run.effort)
        return SolutionCheck(second, of: program, tolerance: acceptedResidual).passes ? second : nil
    }

    /// A value that the optimum cannot beat.
    private func bound(of run: ShimRun, _ program: LinearProgram, _ incumbent: Solution?) -> Double? {
        if run.inSearch {
            guard let bound = run.bound else { return nil }
            guard let incumbent else { return bound }
            // Nodes within tolerance of the incumbent are dropped unread, so the rest may lie beyond it.
            return program.direction == .minimise
                ? min(bound, incumbent.objective) : max(bound, incumbent.objective)
        }
        return run.duals.flatMap { program.bound(fromPrices: $0.rows) }
    }

    private func infeasible(_ program: LinearProgram, ray: [Double]?, _ options: SolveOptions) -> Outcome {
        if let proof = checkedRay(ray, program) { return .infeasible(Infeasibility(proof: .ray(proof))) }
        // The prices of the least total violation are multipliers of the same kind.
        var elastic = ElasticProgram(program, rows: Array(0..<program.rowCount)).program
        elastic.relaxIntegers()
        let plain = SolveOptions(route: .primal, memoryLimit: options.memoryLimit)
        let least = ShimRun(elastic, options: plain, start: nil, watcher: nil)
        if least.ending == SHIM_OPTIMAL, let proof = checkedRay(least.duals?.rows, program) {
            return .infeasible(Infeasibility(proof: .ray(proof)))
        }
        var relaxation = program
        relaxation.relaxIntegers()
        let other = ShimRun(relaxation, options: plain, start: nil, watcher: nil)
        if other.ending == SHIM_INFEASIBLE { return .infeasible(Infeasibility(proof: .agreement)) }
        return .numericalTrouble(
            "the two simplex methods do not agree whether the model has a solution: it is within rounding of having "
                + "none; look for equalities whose sides were rounded")
    }

    private func checkedRay(_ ray: [Double]?, _ program: LinearProgram) -> [Double]? {
        guard let ray else { return nil }
        if program.isContradicted(by: ray) { return ray }
        let opposite = ray.map { -$0 }
        return program.isContradicted(by: opposite) ? opposite : nil
    }

    private func unbounded(_ program: LinearProgram, direction: [Double]?, _ options: SolveOptions) -> Outcome {
        if program.hasIntegers {
            // The relaxation is unbounded; the program is too if it has a solution at all.
            var anySolution = program
            anySolution.setObjective(LinearForm(), direction: .minimise)
            let outcome = solve(anySolution, options: options)
            guard case .optimal = outcome else {
                if case .stopped(let limit, _, _) = outcome {
                    return .stopped(limit, incumbent: nil, bound: nil)
                }
                return outcome
            }
        }
        for candidate in [direction, direction.map { $0.map { -$0 } }] {
            if let candidate, program.isImprovedForever(along: candidate) {
                return .unbounded(Unboundedness(direction: candidate))
            }
        }
        return .unbounded(Unboundedness(direction: nil))
    }
}

/// GLPK's own tolerance is 1e-6 of its scaled problem: ten times that, unscaled, is still its optimum.
private let acceptedResidual = 1e-5
