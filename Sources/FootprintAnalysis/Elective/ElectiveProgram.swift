// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves one program of planned care as it stands.
enum ElectiveProgram {
    struct Found {
        let solution: Solution?
        /// £ of present value.
        let bound: Double?
        let isInfeasible: Bool
    }

    static func solve(_ model: ElectiveModel, accuracy: Double, stop: StopSignal?) throws(AnalysisFailure) -> Found {
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        var options = SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: .pseudocost)
        if accuracy > 1e-6 { options.relativeGap = accuracy }
        switch GLPKSolver().solve(model.model, options: options, shouldStop: shouldStop) {
        case .optimal(let solution):
            return Found(
                solution: solution, bound: solution.objective * 1000 * (accuracy > 1e-6 ? 1 - accuracy : 1), isInfeasible: false)
        case .infeasible: return Found(solution: nil, bound: nil, isInfeasible: true)
        case .stopped(_, let incumbent, let bound):
            return Found(solution: incumbent, bound: bound.map { $0 * 1000 }, isInfeasible: false)
        case .unbounded: throw .solver("\(model.model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.model.title): \($0)" })
        }
    }
}
