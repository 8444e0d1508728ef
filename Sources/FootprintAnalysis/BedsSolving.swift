// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one beds program, and takes nobody's word for it: an optimum must pass the checker, which is not the solver.
enum BedsSolving {
    enum Answer {
        case optimal(Solution)
        case infeasible
        /// Stopped at a limit: the best found, if any, and what the optimum cannot beat, £k.
        case stopped(Solution?, bound: Double?)
    }

    static func solve(
        _ model: Model<ThousandPounds>, options: SolveOptions = BedsSolving.options, stop: StopSignal?,
        progress: ((SolveProgress) -> Void)? = nil
    ) throws(AnalysisFailure) -> Answer {
        let outcome = GLPKSolver().solve(
            model, options: options, progress: progress, shouldStop: stop.map { stop in { stop.reason != nil } })
        switch outcome {
        case .optimal(let solution):
            try check(solution, model)
            return .optimal(solution)
        case .infeasible: return .infeasible
        case .stopped(_, let incumbent, let bound):
            if let incumbent { try check(incumbent, model, isOptimal: false) }
            return .stopped(incumbent, bound: bound)
        case .unbounded: throw .solver("\(model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.title): \($0)" })
        }
    }

    static let options = SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: .pseudocost)

    private static func check(
        _ solution: Solution, _ model: Model<ThousandPounds>, isOptimal: Bool = true
    ) throws(AnalysisFailure) {
        if let violation = SolutionCheck(solution, of: model).violations.first {
            throw .solver("\(model.title): GLPK's \(isOptimal ? "optimum" : "best") does not pass the check: \(violation)")
        }
    }
}
