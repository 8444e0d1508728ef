// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one problem of the family, and takes nobody's word for it: an optimum must pass the checker, which is not the
/// solver.
///
/// The route was chosen by measurement on the shipped instances (GLPK 5.0, one core, levers on; seconds in GLPK for all 48
/// configurations and their second looks, loading included):
///
/// | instance, flow rule | dual from do-nothing's basis | dual, cold | dual, presolved | primal from that basis | primal, cold |
/// | --- | --- | --- | --- | --- | --- |
/// | staffordshire, nearest | 0.086 | 0.090 | 0.078 to 0.125 | 0.35 | 0.37 |
/// | coventry-warwickshire, nearest | 0.032 | 0.082 | 0.082 | 0.21 | 0.19 |
///
/// Under `assigned`, where columns come in and leave the basis primal feasible, 180 solves on staffordshire take 1.8 s dual
/// first and primal from then on, 4.7 s dual and cold, 4.4 s presolved, 5.9 s primal and cold.
enum EmergencySolving {
    enum Answer {
        case optimal(Solution)
        case infeasible(Infeasibility)
        case stopped
    }

    /// - Parameter start: do-nothing's basis. Each configuration starts from the same one, so that answers depend neither on
    ///   the order of work nor on the number of jobs.
    static func solve(
        _ problem: inout EmergencyProblem, start: LinearPrograms.Basis?, stop: StopSignal?
    ) throws(AnalysisFailure) -> Answer {
        var start = start
        var route = SolveOptions.Route.automatic
        while true {
            let outcome = sound(problem.model.model, route, start, stop)
            switch outcome {
            case .optimal(let solution):
                guard problem.model.isGrowing, let duals = solution.duals else { return .optimal(solution) }
                // £k by which the optimum could still fall: none that a planner could see.
                let tolerance = 1e-9 * max(1, solution.objective.magnitude)
                if problem.model.improve(duals, isCosted: true, tolerance: tolerance) == 0 { return .optimal(solution) }
                // New columns leave the basis primal feasible.
                (start, route) = (solution.basis, .primal)
            case .infeasible(let proof):
                guard problem.model.isGrowing else { return .infeasible(proof) }
                // The proposals so far cannot meet the requirements; others may.
                let proposals = problem.model.model.program.columnCount
                guard try Conflicts.canMeetAll(&problem, start: start, stop: stop) else { return .infeasible(proof) }
                guard problem.model.model.program.columnCount > proposals else {
                    throw .solver(
                        "\(problem.model.model.title): within rounding of infeasible: the diagnosis finds flows that meet "
                            + "every requirement, and GLPK finds none. Move a limit that is reached exactly by a little.")
                }
                (start, route) = (nil, .automatic)
            case .stopped: return .stopped
            case .unbounded:
                throw .solver("\(problem.model.model.title): the program is unbounded, which the page's rows rule out")
            case .numericalTrouble(let sentence): throw .solver("\(problem.model.model.title): \(sentence)")
            case .invalid(let faults): throw .instance(faults.map { "\(problem.model.model.title): \($0)" })
            }
        }
    }

    /// Solves from `start`, and again from nothing when the outcome is in doubt.
    private static func sound(
        _ model: Model<ThousandPounds>, _ route: SolveOptions.Route, _ start: LinearPrograms.Basis?,
        _ stop: StopSignal?
    ) -> Outcome {
        let outcome = checked(run(model, route, start, stop), model)
        // A start from another configuration's basis can end in numerical trouble; from nothing is slower and surer.
        if case .numericalTrouble = outcome, start != nil { return checked(run(model, .automatic, nil, stop), model) }
        return outcome
    }

    private static func run(
        _ model: Model<ThousandPounds>, _ route: SolveOptions.Route, _ start: LinearPrograms.Basis?,
        _ stop: StopSignal?
    ) -> Outcome {
        let options = SolveOptions(route: route)
        guard let stop else { return GLPKSolver().solve(model, options: options, start: start) }
        return GLPKSolver().solve(model, options: options, start: start, shouldStop: { stop.reason != nil })
    }

    /// An optimum that does not pass the check is numerical trouble.
    private static func checked(_ outcome: Outcome, _ model: Model<ThousandPounds>) -> Outcome {
        guard case .optimal(let solution) = outcome, let violation = SolutionCheck(solution, of: model).violations.first
        else { return outcome }
        return .numericalTrouble("GLPK's optimum does not pass the check: \(violation)")
    }
}
