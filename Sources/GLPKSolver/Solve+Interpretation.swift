// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms

// From what GLPK left behind to an outcome. Nothing is taken on GLPK's word that can be checked: solutions by
// arithmetic, infeasibility by its multipliers, bounds by their prices.
extension Solve {
    func interpret(_ run: ShimRun) -> Outcome {
        switch run.ending {
        case SHIM_OPTIMAL:
            guard let solution = solution(of: run) else {
                return .numericalTrouble(
                    "GLPK's optimum does not meet the model's own requirements; look for coefficients of very "
                        + "different sizes in one row, and give them in units that bring them closer")
            }
            return .optimal(solution)
        case SHIM_INFEASIBLE where run.inSearch:
            return .infeasible(Infeasibility(proof: .exhaustedSearch))
        case SHIM_INFEASIBLE:
            return infeasible(ray: run.rowRay)
        case SHIM_UNBOUNDED:
            return unbounded(direction: run.columnRay)
        case SHIM_STOPPED:
            let incumbent = solution(of: run)
            return .stopped(run.limit ?? .time, incumbent: incumbent, bound: bound(of: run, incumbent))
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
    private func solution(of run: ShimRun) -> Solution? {
        guard let values = run.values else { return nil }
        let isOptimalLP = run.ending == SHIM_OPTIMAL && !program.hasIntegers
        let solution = Solution(
            objective: program.objective(at: values), values: values, duals: isOptimalLP ? run.duals : nil,
            basis: run.basis, effort: run.effort, ranges: isOptimalLP ? ranges(of: run, values) : nil,
            isExact: run.isExact)
        if SolutionCheck(solution, of: program, tolerance: acceptedResidual).passes { return solution }
        guard run.inSearch else { return nil }
        return repaired(values, run)
    }

    private func ranges(of run: ShimRun, _ values: [Double]) -> Ranges? {
        guard let ranging = run.ranging, let duals = run.duals, let basis = run.basis else { return nil }
        return Ranges(
            of: program, values: values, duals: duals, basis: basis, low: ranging.low, high: ranging.high)
    }

    /// GLPK rounds what is within 1e-5 of a whole number and leaves the rest where it was, which breaks a row with a
    /// large coefficient. Keeps the whole numbers and chooses the rest again.
    private func repaired(_ broken: [Double], _ run: ShimRun) -> Solution? {
        var rest = program
        for column in 0..<program.columnCount where program.isInteger[column] {
            rest.setBounds(ofColumn: column, lower: broken[column].rounded(), upper: broken[column].rounded())
        }
        rest.relaxIntegers()
        let second = again(rest, route: .dual)
        guard second.ending == SHIM_OPTIMAL, let values = second.values else { return nil }
        let solution = Solution(
            objective: program.objective(at: values), values: values, basis: run.basis, effort: run.effort)
        guard SolutionCheck(solution, of: program, tolerance: acceptedResidual).passes else { return nil }
        // An optimum that the repair made worse is not one.
        let reported = program.objective(at: broken)
        let loss = (program.direction == .minimise ? 1 : -1) * (solution.objective - reported)
        let isStillOptimal = loss <= acceptedResidual * max(1, reported.magnitude)
        return run.ending == SHIM_OPTIMAL && !isStillOptimal ? nil : solution
    }

    /// A value that the optimum cannot beat.
    private func bound(of run: ShimRun, _ incumbent: Solution?) -> Double? {
        guard run.inSearch else { return run.duals.flatMap { program.bound(fromPrices: $0.rows) } }
        guard let bound = run.bound, let incumbent else { return run.bound }
        // Nodes within tolerance of the incumbent are dropped unread, so the rest may lie beyond it.
        return program.direction == .minimise
            ? min(bound, incumbent.objective) : max(bound, incumbent.objective)
    }

    private func infeasible(ray: [Double]?) -> Outcome {
        if let proof = checkedRay(ray) { return .infeasible(Infeasibility(proof: .ray(proof))) }
        // The prices of the least total violation are multipliers of the same kind.
        var elastic = ElasticProgram(program, rows: Array(0..<program.rowCount)).program
        elastic.relaxIntegers()
        let least = again(elastic, route: .primal)
        if least.ending == SHIM_OPTIMAL, let proof = checkedRay(least.duals?.rows) {
            return .infeasible(Infeasibility(proof: .ray(proof)))
        }
        var relaxation = program
        relaxation.relaxIntegers()
        let other = again(relaxation, route: .primal)
        if other.ending == SHIM_INFEASIBLE { return .infeasible(Infeasibility(proof: .agreement)) }
        if let limit = other.limit { return .stopped(limit, incumbent: nil, bound: nil) }
        return .numericalTrouble(
            "the two simplex methods do not agree whether the model has a solution: it is within rounding of having "
                + "none; look for equalities whose sides were rounded")
    }

    private func checkedRay(_ ray: [Double]?) -> [Double]? {
        guard let ray else { return nil }
        if program.isContradicted(by: ray) { return ray }
        let opposite = ray.map { -$0 }
        return program.isContradicted(by: opposite) ? opposite : nil
    }

    private func unbounded(direction: [Double]?) -> Outcome {
        if program.hasIntegers {
            // The relaxation is unbounded; the program is too if it has a solution at all.
            var anySolution = program
            anySolution.setObjective(LinearForm(), direction: .minimise)
            let run = again(anySolution, route: options.route)
            switch Solve(program: anySolution, options: options.ofHelper, watcher: watcher).interpret(run) {
            case .optimal: break
            case .stopped(let limit, _, _): return .stopped(limit, incumbent: nil, bound: nil)
            case let other: return other
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
