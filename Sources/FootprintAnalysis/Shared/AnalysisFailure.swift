// SPDX-License-Identifier: GPL-3.0-or-later

/// A question that could not be answered, in a sentence a planner can act on.
public enum AnalysisFailure: Error, Sendable, Equatable {
    /// The instance contradicts itself: do-nothing is not feasible, say.
    case instance([String])
    /// The solver failed, and what it said.
    case solver(String)
    /// Asked to stop before there was anything to say.
    case stopped
}
