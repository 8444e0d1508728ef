// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation
import GLPKSolver
import LinearPrograms

/// Solves one beds program, and takes nobody's word for it: an optimum must pass the checker, which is not the solver.
///
/// The route was chosen by measurement on the shipped instances (GLPK 5.0, one core of two that others used as well; seconds
/// for the free case to proven optimality, stopped at 10). `count` is row 9 of the page.
///
/// | | no count, Driebeck–Tomlin, no cuts | no count, pseudocost, MIR cuts | no count, pseudocost, all cuts | count, the same, glpsol on the twin |
/// | --- | --- | --- | --- | --- |
/// | shropshire | 0.18 | 0.21 | 0.10 | 0.10 |
/// | coventry-warwickshire | 2.51 | 0.52 | 0.37 | 0.24 |
/// | herefordshire-worcestershire | 0.63 | 0.17 | 0.02 | 0.04 |
/// | staffordshire | > 10 | 4.3 | 8.4 | 0.84 |
enum BedsSolving {
    enum Answer: Sendable {
        case optimal(Solution)
        case infeasible
        /// Stopped at a limit: the best found, if any, and what the optimum cannot beat, £k.
        case stopped(Solution?, bound: Double?)
    }

    /// Above this many pools a program is solved in parts first: whole, its linear relaxation alone takes more than a minute.
    static let wholeLimit = 100

    /// Solves a case. A large one is solved in parts, and the answer has the parts' bound: `.stopped` with a solution where that
    /// leaves a gap, though no limit was reached.
    static func solve(_ beds: BedsModel, stop: StopSignal?) throws(AnalysisFailure) -> Answer {
        guard beds.system.pools.count > wholeLimit else { return try solve(beds.model, stop: stop) }
        let parts = BedsParts(beds)
        // Half a hundredth of a part's cost is not worth the time it takes to prove.
        var options = Self.options
        if beds.situation.allowsMoves { options.relativeGap = 0.005 }
        // In iterations and not in seconds, so that the same input gives the same answer.
        options.iterationLimit = 10_000
        let partly = options
        let answers = parallelMap(parts.parts.count, jobs: ProcessInfo.processInfo.activeProcessorCount) {
            number -> Result<Answer, AnalysisFailure> in
            if stop?.reason != nil { return .success(.stopped(nil, bound: nil)) }
            do throws(AnalysisFailure) {
                return .success(try solve(parts.parts[number].model, options: partly, stop: stop))
            } catch { return .failure(error) }
        }
        var solutions: [Solution] = []
        var bound = 0.0
        for answer in answers {
            switch try answer.get() {
            case .optimal(let solution):
                solutions.append(solution)
                bound += solution.objective
            case .stopped(let solution?, let least?):
                solutions.append(solution)
                bound += least
            // Less would only be asked of the whole, not of the part.
            case .infeasible: return .infeasible
            case .stopped: return .stopped(nil, bound: nil)
            }
        }
        guard let solution = parts.combined(solutions) else {
            let whole = try solve(beds.model, stop: stop)
            guard case .stopped(let incumbent, let least) = whole else { return whole }
            return .stopped(incumbent, bound: max(bound, least ?? bound))
        }
        let isProven = solution.objective - bound <= 1e-9 * max(1, bound.magnitude)
        return isProven ? .optimal(solution) : .stopped(solution, bound: bound)
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

    private static func check(_ solution: Solution, _ model: Model<ThousandPounds>) throws(AnalysisFailure) {
        if let violation = SolutionCheck(solution, of: model).violations.first {
            throw .solver("\(model.title): GLPK's answer does not pass the check: \(violation)")
        }
    }
}
