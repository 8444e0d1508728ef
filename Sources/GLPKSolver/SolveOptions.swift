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
        case primal
        case dual
    }

    /// Cuts that branch and bound may add at its nodes.
    public enum Cut: String, Sendable, Hashable, Codable, CaseIterable {
        case gomory
        case mixedIntegerRounding
        case cover
        case clique
    }

    /// How branch and bound picks the variable to branch on.
    public enum Branching: String, Sendable, Hashable, Codable, CaseIterable {
        case driebeckTomlin
        case pseudocost
        case mostFractional
    }

    /// Seconds of wall-clock time, above zero; nil for no limit. Branch and bound looks at the clock between nodes.
    public var timeLimit: Double?
    /// Simplex iterations in all, above zero; nil for no limit.
    public var iterationLimit: Int?
    /// How far from the best possible a solution with integers may be when the search stops, as a share of its
    /// objective: from 0 to 1. A search that stops with a gap ends in `.stopped(.gap, …)`, not in `.optimal`.
    public var relativeGap: Double
    public var route: Route
    /// Whether GLPK simplifies a linear program before the simplex. Left out with a start, progress or a way to stop:
    /// a presolved problem has no basis to start from and cannot be interrupted. It is never used in the search.
    /// Seldom worth it: see ``Route/automatic``.
    public var presolve: Bool
    public var cuts: Set<Cut>
    public var branching: Branching
    /// MiB that GLPK may use, above zero; nil for no limit.
    public var memoryLimit: Int?

    public init(
        timeLimit: Double? = nil, iterationLimit: Int? = nil, relativeGap: Double = 0, route: Route = .automatic,
        presolve: Bool = false, cuts: Set<Cut> = [], branching: Branching = .driebeckTomlin,
        memoryLimit: Int? = nil
    ) {
        self.timeLimit = timeLimit
        self.iterationLimit = iterationLimit
        self.relativeGap = relativeGap
        self.route = route
        self.presolve = presolve
        self.cuts = cuts
        self.branching = branching
        self.memoryLimit = memoryLimit
    }
}

extension SolveOptions {
    /// What in the options cannot be honoured, all at once.
    func faults() -> [ModelFault] {
        var faults: [ModelFault] = []
        if let timeLimit, !(timeLimit > 0) {
            faults.append(
                ModelFault(
                    subject: "time limit",
                    sentence: "\(timeLimit) s is no time to solve in; give more than zero, or nil for no limit"))
        }
        if let iterationLimit, iterationLimit <= 0 {
            faults.append(
                ModelFault(
                    subject: "iteration limit",
                    sentence: "\(iterationLimit) is too few; give more than zero, or nil for no limit"))
        }
        if !(relativeGap >= 0 && relativeGap <= 1) {
            faults.append(
                ModelFault(
                    subject: "relative gap",
                    sentence: "\(relativeGap) is not a share; give a number from 0 to 1, such as 0.01 for 1%"))
        }
        if let memoryLimit, !(1...Int(Int32.max)).contains(memoryLimit) {
            faults.append(
                ModelFault(
                    subject: "memory limit",
                    sentence: "\(memoryLimit) MiB cannot be set; give more than zero, or nil for no limit"))
        }
        return faults
    }
}
