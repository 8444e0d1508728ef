// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one problem of the family, and takes nobody's word for it: an optimum must pass the checker, which is not the
/// solver.
enum EmergencySolving {
    enum Answer {
        case optimal(Solution)
        case infeasible(Infeasibility)
        case stopped
    }

    /// - Parameter start: do-nothing's basis. Each configuration starts from the same one, so that answers depend neither on
    ///   the order of work nor on the number of jobs.
    static func solve(_ problem: EmergencyProblem, start: LinearPrograms.Basis?, stop: StopSignal?) throws(AnalysisFailure) -> Answer {
        let model = problem.model.model
        var outcome = run(model, start, stop)
        var fault = doubt(outcome, model)
        if fault != nil, start != nil {
            // A start from another configuration's basis can end in numerical trouble; from nothing is slower and surer.
            outcome = run(model, nil, stop)
            fault = doubt(outcome, model)
        }
        if let fault { throw .solver("\(model.title): \(fault)") }
        switch outcome {
        case .optimal(let solution): return .optimal(solution)
        case .infeasible(let proof): return .infeasible(proof)
        case .stopped: return .stopped
        case .unbounded: throw .solver("\(model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.title): \($0)" })
        }
    }

    private static func run(_ model: Model<ThousandPounds>, _ start: LinearPrograms.Basis?, _ stop: StopSignal?) -> Outcome {
        guard let stop else { return GLPKSolver().solve(model, start: start) }
        return GLPKSolver().solve(model, start: start, shouldStop: { stop.reason != nil })
    }

    /// Why an outcome is not to be believed; nil when it is.
    private static func doubt(_ outcome: Outcome, _ model: Model<ThousandPounds>) -> String? {
        switch outcome {
        case .optimal(let solution):
            SolutionCheck(solution, of: model).violations.first.map { "GLPK's optimum does not pass the check: \($0)" }
        case .numericalTrouble(let sentence): sentence
        default: nil
        }
    }
}
