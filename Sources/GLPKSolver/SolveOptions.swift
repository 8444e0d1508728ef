// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// How to solve, and when to stop.
public struct SolveOptions: Sendable, Hashable {
    /// Which simplex method solves a linear program, or the relaxation of one with integers.
    public enum Route: String, Sendable, Hashable, Codable, CaseIterable {
        /// The dual simplex from the basis of no constraints, which is a solution of the dual wherever no cost is
        /// below zero; or from the basis given.
        ///
        /// Chosen by measurement (GLPK 5.0, one core, seconds):
        ///
        /// | model | rows × columns | primal | dual | dual, presolved |
        /// | --- | --- | --- | --- | --- |
        /// | OR-Library pmed1, relaxed | 10,101 × 10,100 | 0.72 | 0.43 | 1.75 |
        /// | OR-Library pmed5, relaxed | 10,101 × 10,100 | 0.31 | 0.14 | 1.53 |
        /// | OR-Library cap44, relaxed | 866 × 816 | 0.019 | 0.006 | 0.027 |
        /// | transport, 250 to 250, random costs | 500 × 62,500 | 1.03 | 0.25 | 49.6 |
        /// | staffing, 40 wards, 5 grades, 26 weeks | 6,630 × 15,860 | 0.91 | 0.97 | 0.91 |
        /// | pmed1 to pmed5, in whole numbers | | 2.2 | 1.1 | |
        /// | cap41 to cap74, in whole numbers | | 0.16 | 0.06 | |
        ///
        /// After a change of costs the primal simplex is the better start from a basis.
        case automatic
        /// The primal simplex: a better start from a basis after costs have changed (Dantzig, 1951).
        case primal
        /// The dual simplex: a better start from a basis after sides or bounds have changed (Lemke, 1954).
        case dual
    }

    /// Cuts that branch and bound may add at its nodes.
    public enum Cut: String, Sendable, Hashable, Codable, CaseIterable {
        /// Gomory's mixed-integer cuts (Gomory, 1960).
        case gomory
        /// Mixed-integer rounding cuts (Nemhauser and Wolsey, 1990; Marchand and Wolsey, 2001).
        case mixedIntegerRounding
        /// Cover cuts, of rows like knapsacks (Balas, 1975).
        case cover
        /// Clique cuts, of yes-or-no decisions that exclude each other (Padberg, 1973).
        case clique
    }

    /// How branch and bound picks the variable to branch on.
    public enum Branching: String, Sendable, Hashable, Codable, CaseIterable {
        /// The heuristic of Driebeck (1966) and Tomlin (1971): the variable whose rounding would cost most.
        case driebeckTomlin
        /// Pseudocosts: the variable that has moved the bound most so far (Benichou and others, 1971).
        case pseudocost
        /// The variable furthest from a whole number.
        case mostFractional
    }

    /// Which node branch and bound goes back to from one that leads no further.
    public enum Backtracking: String, Sendable, Hashable, Codable, CaseIterable {
        /// The node with the best bound, so that the bound rises soonest.
        case bestBound
        /// The node that promises the best solution, by its bound and by how much in it is not yet whole (Hirst, 1969; Mitra,
        /// 1973).
        case bestProjection
    }

    /// Seconds of wall-clock time, above zero; nil for no limit. Heard inside a linear program too.
    public var timeLimit: Double?
    /// Simplex iterations in all, above zero; nil for no limit.
    public var iterationLimit: Int?
    /// How far from the best possible a solution with integers may be when the search stops, as a share of its
    /// objective: from 0 to 1. A search that stops with a gap ends in `.stopped(.gap, …)`, not in `.optimal`.
    public var relativeGap: Double
    /// How far from the best possible a solution with integers may be when the search stops, in units of the
    /// objective, zero or more. Ends in `.stopped(.gap, …)` as ``relativeGap`` does; whichever is reached first.
    public var absoluteGap: Double
    /// Branch-and-bound nodes made, above zero; nil for no limit. A linear program has none.
    public var nodeLimit: Int?
    /// Solutions found in the search, each better than the last, above zero; nil for no limit.
    public var solutionLimit: Int?
    /// Only solutions with a better objective than this are looked for; nil for any. Where there is none, solved or
    /// given up unsolved, the solve ends in `.stopped(.cutoff, incumbent: nil, bound: …)`: it is not said whether the
    /// model has worse ones.
    public var cutoff: Double?
    /// Which simplex method is used.
    public var route: Route
    /// Whether GLPK simplifies a linear program before the simplex. Left out with a start, progress or a way to stop:
    /// a presolved problem has no basis to start from and cannot be interrupted. It is never used in the search.
    /// Seldom worth it: see ``Route/automatic``.
    public var presolve: Bool
    /// Which cuts the search may add; none as it is, and worth a trial where capacities do the work.
    public var cuts: Set<Cut>
    /// How the search picks the variable to branch on.
    public var branching: Branching
    /// How the search picks the node to go back to.
    public var backtracking: Backtracking
    /// Whether an optimal linear program is solved again in rational arithmetic (`glp_exact`), from the basis where
    /// the simplex method ended, so that rounding has no part in which basis is called optimal. The solution's
    /// ``Solution/isExact`` then says so. Seldom more than a few iterations, each of them slow: for small models. It
    /// hears the time limit and nothing else. Refused for a model with integers; see ``Model/fixingIntegers(at:)``.
    public var isExact: Bool
    /// Whether an optimal linear program comes with ``Solution/ranges``. Refused for a model with integers, which has
    /// none; see ``Model/fixingIntegers(at:)``.
    public var findsRanges: Bool
    /// MiB that GLPK may use, above zero; nil for no limit.
    public var memoryLimit: Int?

    /// Options; what is left out is as each property says. Values that cannot be honoured come back as `.invalid`.
    public init(
        timeLimit: Double? = nil, iterationLimit: Int? = nil, relativeGap: Double = 0, route: Route = .automatic,
        presolve: Bool = false, cuts: Set<Cut> = [], branching: Branching = .driebeckTomlin,
        memoryLimit: Int? = nil, absoluteGap: Double = 0, nodeLimit: Int? = nil, solutionLimit: Int? = nil,
        cutoff: Double? = nil, isExact: Bool = false, findsRanges: Bool = false, backtracking: Backtracking = .bestBound
    ) {
        self.timeLimit = timeLimit
        self.iterationLimit = iterationLimit
        self.relativeGap = relativeGap
        self.route = route
        self.presolve = presolve
        self.cuts = cuts
        self.branching = branching
        self.backtracking = backtracking
        self.memoryLimit = memoryLimit
        self.absoluteGap = absoluteGap
        self.nodeLimit = nodeLimit
        self.solutionLimit = solutionLimit
        self.cutoff = cutoff
        self.isExact = isExact
        self.findsRanges = findsRanges
    }
}
