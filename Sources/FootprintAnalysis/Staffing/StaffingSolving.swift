// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one staffing program, and takes nobody's word for it: an optimum must pass the checker, which is not the solver, and its
/// plan, added up line by line, must cost what the program says.
enum StaffingSolving {
    enum Answer: Sendable {
        /// With the prices of every row.
        case optimal(Solution)
        case infeasible
        /// Stopped at a limit or by the caller, with nothing in hand.
        case stopped
    }

    static func solve(_ staffing: StaffingModel, stop: StopSignal? = nil) throws(AnalysisFailure) -> Answer {
        let answer = try solve(staffing.model, stop: stop)
        if case .optimal(let solution) = answer {
            let (cost, objective) = (staffing.plan(solution).cost(staffing.situation), 1000 * solution.objective)
            guard (cost - objective).magnitude <= 1e-7 * max(1, objective.magnitude) else {
                throw .solver(
                    "\(staffing.model.title): the plan's cost, added up line by line, is £\(cost), and the objective is £\(objective)")
            }
        }
        return answer
    }

    private static func solve(_ model: Model<ThousandPounds>, stop: StopSignal?) throws(AnalysisFailure) -> Answer {
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        switch GLPKSolver().solve(model, shouldStop: shouldStop) {
        case .optimal(let solution):
            if let violation = SolutionCheck(solution, of: model).violations.first {
                throw .solver("\(model.title): GLPK's answer does not pass the check: \(violation)")
            }
            return .optimal(solution)
        case .infeasible: return .infeasible
        case .stopped: return .stopped
        case .unbounded: throw .solver("\(model.title): the program is unbounded, which prices that are not below zero rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.title): \($0)" })
        }
    }
}
