// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension SolveOptions {
    /// The outcome with nothing in it that is no better than the cutoff. The search leaves such solutions out where it
    /// can; a linear program, and GLPK's own rounding, may still come upon one.
    func cutOff(_ outcome: Outcome, of program: LinearProgram) -> Outcome {
        guard let cutoff, let solution = outcome.solution else { return outcome }
        let sign = program.direction == .minimise ? 1.0 : -1.0
        // As the search has it: better by more than rounding.
        if sign * (cutoff - solution.objective) > 1e-9 * max(1, cutoff.magnitude) { return outcome }
        switch outcome {
        case .stopped(let limit, _, let bound): return .stopped(limit, incumbent: nil, bound: bound)
        default: return .stopped(.cutoff, incumbent: nil, bound: solution.objective)
        }
    }
}
