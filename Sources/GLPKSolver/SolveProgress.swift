// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a solve has got.
public struct SolveProgress: Sendable, Hashable {
    /// A part of a solve.
    public enum Stage: String, Sendable, Hashable {
        /// The linear program, or the relaxation of one with integers.
        case linearProgram
        /// Branch and bound.
        case search
    }

    /// Which part of the solve this is.
    public let stage: Stage
    /// Simplex iterations so far.
    public let iterations: Int
    /// Branch-and-bound nodes made so far, and those still to be looked into.
    public let nodes: Int
    /// Branch-and-bound nodes still to be looked into.
    public let openNodes: Int
    /// In the search, the best solution's objective; nil until there is one.
    public let incumbent: Double?
    /// In the search, a value that the optimum cannot beat.
    public let bound: Double?
    /// Seconds since the solve began.
    public let seconds: Double

    /// The distance between incumbent and bound as a share of the incumbent; nil until both are known.
    public var relativeGap: Double? {
        guard let incumbent, let bound else { return nil }
        return (incumbent - bound).magnitude / max(incumbent.magnitude, 1e-9)
    }
}
