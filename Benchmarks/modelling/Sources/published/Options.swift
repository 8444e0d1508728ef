// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver

func options(of name: String, limit: Double) -> SolveOptions {
    // Cuts help where capacities do the work, and only cost time where they do not.
    name.hasPrefix("pmed") && !name.hasPrefix("pmedcap")
        ? SolveOptions(timeLimit: limit)
        : SolveOptions(timeLimit: limit, cuts: Set(SolveOptions.Cut.allCases))
}
