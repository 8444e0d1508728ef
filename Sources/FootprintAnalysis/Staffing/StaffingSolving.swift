// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation
import GLPKSolver
import LinearPrograms

/// Solves one staffing program by its blocks, and takes nobody's word for it: an optimum must pass the checker, which is not the
/// solver, with prices that prove it, and its plan, added up line by line, must cost what the program says.
public enum StaffingSolving {
    public enum Answer: Sendable {
        /// With the prices of every row.
        case optimal(Solution)
        case infeasible
        /// Asked to stop, with nothing in hand.
        case stopped
    }

    public static func solve(
        _ staffing: StaffingModel, jobs: Int = ProcessInfo.processInfo.activeProcessorCount, stop: StopSignal? = nil
    ) throws(AnalysisFailure) -> Answer {
        let program = staffing.model.program
        let faults = program.faults()
        guard faults.isEmpty else { throw .instance(faults.map { "\(program.title): \($0)" }) }
        let ceilings = staffing.rows.ceiling.joined().map(\.index)
        let solution: Solution
        do throws(BlockProgram.Ending) {
            solution = try BlockProgram(program, joining: ceilings, start: staffing.start, jobs: jobs, stop: stop).solve()
        } catch {
            switch error {
            case .infeasible: return .infeasible
            case .stopped: return .stopped
            case .unsettled: return try solveAsOne(staffing, stop: stop)
            }
        }
        // What does not pass is solved again as one.
        guard isProven(solution, program) else { return try solveAsOne(staffing, stop: stop) }
        return try checked(solution, staffing)
    }

    /// Whether an answer passes the check; or passes it but for hours that are not quite at their price, where its prices prove that no
    /// answer costs less by more than a part in a thousand million (weak duality). A mix of answers to nearly the same prices is such.
    private static func isProven(_ solution: Solution, _ program: LinearProgram) -> Bool {
        let check = SolutionCheck(solution, of: program)
        guard !check.passes else { return true }
        guard check.violations.allSatisfy({ $0.condition == .complementarity }), let prices = solution.duals?.rows,
            let bound = program.bound(fromPrices: prices, tolerance: 1e-7)
        else { return false }
        return solution.objective - bound <= 1e-9 * max(1, solution.objective.magnitude)
    }

    /// The same without taking it apart.
    public static func solveAsOne(_ staffing: StaffingModel, stop: StopSignal? = nil) throws(AnalysisFailure) -> Answer {
        let title = staffing.model.title
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        switch GLPKSolver().solve(staffing.model, shouldStop: shouldStop) {
        case .optimal(let solution):
            if let violation = SolutionCheck(solution, of: staffing.model).violations.first {
                throw .solver("\(title): GLPK's answer does not pass the check: \(violation)")
            }
            return try checked(solution, staffing)
        case .infeasible: return .infeasible
        case .stopped: return .stopped
        case .unbounded: throw .solver("\(title): the program is unbounded, which prices that are not below zero rule out")
        case .numericalTrouble(let sentence): throw .solver("\(title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(title): \($0)" })
        }
    }

    private static func checked(_ solution: Solution, _ staffing: StaffingModel) throws(AnalysisFailure) -> Answer {
        let (cost, objective) = (staffing.plan(solution).cost(staffing.situation), 1000 * solution.objective)
        guard (cost - objective).magnitude <= 1e-7 * max(1, objective.magnitude) else {
            throw .solver("\(staffing.model.title): the plan's cost, added up line by line, is £\(cost), and the objective is £\(objective)")
        }
        return .optimal(solution)
    }
}
