// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one beds program, and takes nobody's word for it: an optimum must pass the checker, which is not the solver.
///
/// The route was chosen by measurement on the shipped instances (GLPK 5.0, one core, seconds for the free case to proven
/// optimality; 10 is the limit):
///
/// | | as it stands, Driebeck–Tomlin, no cuts | pseudocost, MIR cuts | pseudocost, all cuts | counted, all cuts |
/// | --- | --- | --- | --- | --- |
/// | shropshire | 0.18 | 0.21 | 0.10 | see Benchmarks |
/// | coventry-warwickshire | 2.51 | 0.52 | 0.37 | |
/// | herefordshire-worcestershire | 0.63 | 0.17 | 0.02 | |
/// | staffordshire | > 10 | 4.3 | 8.4 | 0.4 to 0.8 |
enum BedsSolving {
    enum Answer {
        case optimal(Solution)
        case infeasible
        /// Stopped at a limit: the best found, if any, and what the optimum cannot beat, £k.
        case stopped(Solution?, bound: Double?)
    }

    /// Solves a case: by counting like steps where there are any, and as it stands where that does not settle it.
    static func solve(
        _ beds: BedsModel, stop: StopSignal?, progress: ((SolveProgress) -> Void)? = nil
    ) throws(AnalysisFailure) -> Answer {
        let (counted, counts) = beds.counted()
        guard !counts.isEmpty else { return try solve(beds.model, stop: stop, progress: progress) }
        switch try solve(counted, stop: stop, progress: progress) {
        case .infeasible: return .infeasible
        case .stopped(let incumbent, let bound):
            guard let incumbent else { return .stopped(nil, bound: bound) }
            // What was found in counts is worth finishing, however late: everything but like steps is decided.
            let rest = beds.completing(incumbent, counts: counts)
            guard case .optimal(let solution) = try solve(rest, options: short, stop: nil) else { return .stopped(nil, bound: bound) }
            return .stopped(solution, bound: bound)
        case .optimal(let relaxed):
            let rest = beds.completing(relaxed, counts: counts)
            if case .optimal(let solution) = try solve(rest, options: short, stop: stop),
                solution.objective <= relaxed.objective + 1e-9 * max(1, relaxed.objective.magnitude)
            {
                return .optimal(solution)
            }
            let whole = try solve(beds.model, stop: stop, progress: progress)
            if case .stopped(let incumbent, let bound) = whole {
                return .stopped(incumbent, bound: max(bound ?? -.infinity, relaxed.objective))
            }
            return whole
        }
    }

    static func solve(
        _ model: Model<ThousandPounds>, options: SolveOptions = BedsSolving.options, stop: StopSignal?,
        progress: ((SolveProgress) -> Void)? = nil
    ) throws(AnalysisFailure) -> Answer {
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        switch GLPKSolver().solve(model, options: options, progress: progress, shouldStop: shouldStop) {
        case .optimal(let solution):
            try check(solution, model)
            return .optimal(solution)
        case .infeasible: return .infeasible
        case .stopped(_, let incumbent, let bound):
            if let incumbent { try check(incumbent, model) }
            return .stopped(incumbent, bound: bound)
        case .unbounded: throw .solver("\(model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.title): \($0)" })
        }
    }

    static let options = SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: .pseudocost)

    /// Of a program whose decisions are all but made.
    private static var short: SolveOptions {
        var options = options
        options.timeLimit = 10
        return options
    }

    private static func check(_ solution: Solution, _ model: Model<ThousandPounds>) throws(AnalysisFailure) {
        if let violation = SolutionCheck(solution, of: model).violations.first {
            throw .solver("\(model.title): GLPK's answer does not pass the check: \(violation)")
        }
    }
}
