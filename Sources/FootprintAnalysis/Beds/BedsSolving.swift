// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one beds program, and takes nobody's word for it: an optimum must pass the checker, which is not the solver.
///
/// The route was chosen by measurement on the shipped instances (stock glpsol 5.0 on the twin, with rows 9 and 10 of the page;
/// seconds of processor time for the free case to proven optimality, stopped after 10 seconds by the clock).
///
/// | | best bound, no cuts | best bound, MIR cuts | best projection, no cuts | best projection, MIR cuts | pseudocost, all cuts |
/// | --- | --- | --- | --- | --- | --- |
/// | shropshire | 0.08 | 0.07 | 0.07 | 0.06 | 0.16 |
/// | coventry-warwickshire | 0.06 | 0.06 | 0.07 | 0.07 | 0.19 |
/// | herefordshire-worcestershire | 0.13 | 0.03 | 0.07 | 0.03 | 0.05 |
/// | staffordshire | not proven | 1.50 | 0.60 | 0.62 | 0.85 |
enum BedsSolving {
    enum Answer: Sendable {
        case optimal(Solution)
        case infeasible
        /// Stopped at a limit: the best found, if any, and what the optimum cannot beat, £k.
        case stopped(Solution?, bound: Double?)
    }

    /// Wards that may close or open, times years, above which a program is solved by its parts. The footprints have 460 at most; of
    /// 652 that share what is scarce, the whole was not proven in 13 s of processor time; of 24,720 no answer was found in 100 s.
    static let wholeLimit = 600

    /// Whether the system's programs are solved by their parts, of which there must be several.
    static func isLarge(_ system: BedsSystem) -> Bool {
        let wards = system.pools.reduce(0) { $0 + $1.closableWards + $1.wardsThatCanOpen }
        return wards * system.years.count > wholeLimit && system.areas(system.free).count > 1
    }

    /// Solves a case. A large one is solved by its parts, and the answer has their bound: `.stopped` with a solution where that
    /// leaves a gap, though no limit was reached.
    /// - Parameter jobs: threads. The answer does not depend on it.
    static func solve(_ beds: BedsModel, jobs: Int, stop: StopSignal?) throws(AnalysisFailure) -> Answer {
        guard isLarge(beds.system) else { return try solve(beds.model, stop: stop) }
        let answer = try BedsPartsSearch(parts: BedsParts(beds), jobs: jobs, stop: stop).run()
        guard case .stopped(nil, let least) = answer, stop?.reason == nil else { return answer }
        let whole = try solve(beds.model, stop: stop)
        guard case .stopped(let incumbent, let bound) = whole else { return whole }
        return .stopped(incumbent, bound: [least, bound].compactMap(\.self).max())
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

    static let options = SolveOptions(cuts: [.mixedIntegerRounding], backtracking: .bestProjection)

    private static func check(_ solution: Solution, _ model: Model<ThousandPounds>) throws(AnalysisFailure) {
        if let violation = SolutionCheck(solution, of: model).violations.first {
            throw .solver("\(model.title): GLPK's answer does not pass the check: \(violation)")
        }
    }
}
