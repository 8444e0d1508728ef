// SPDX-License-Identifier: GPL-3.0-or-later

/// How a solve ended. Why it stopped and what is held are one value, so that no answer can be taken for more than it
/// is.
public enum Outcome: Sendable {
    /// The best there is, within the solver's tolerances.
    case optimal(Solution)
    /// No values meet every requirement.
    case infeasible(Infeasibility)
    /// The objective can be improved for ever: a limit is missing from the model.
    case unbounded(Unboundedness)
    /// Stopped early: the best solution found, if any, and a value the optimum cannot beat, if one is known.
    case stopped(Limit, incumbent: Solution?, bound: Double?)
    /// The solver gave no answer that stands up: what happened, and what to try.
    case numericalTrouble(String)
    /// The model or the options were refused; nothing was solved.
    case invalid([ModelFault])

    /// What stopped a solve.
    public enum Limit: Sendable, Hashable, Codable {
        /// The caller's seconds were over.
        case time
        /// The caller's simplex iterations were used up.
        case iterations
        /// The gap the caller allowed, relative or absolute.
        case gap
        /// The number of branch-and-bound nodes.
        case nodes
        /// The number of solutions found.
        case solutions
        /// No solution is better than the caller's cutoff.
        case cutoff
        /// The caller asked for it to stop.
        case cancelled
        /// GLPK would have needed more than the caller's MiB.
        case memory
    }

    /// The solution held, optimal or not.
    public var solution: Solution? {
        switch self {
        case .optimal(let solution): solution
        case .stopped(_, let incumbent, _): incumbent
        case .infeasible, .unbounded, .numericalTrouble, .invalid: nil
        }
    }

    /// The solution, only if it is optimal.
    public var optimum: Solution? {
        if case .optimal(let solution) = self { solution } else { nil }
    }
}
