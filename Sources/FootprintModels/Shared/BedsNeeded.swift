// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// How many beds a mean number of occupied beds needs: the three rules of row 3 of `Models/emergency/formulation.md`.
public struct BedsNeeded: Sendable {
    public let rule: BedRule
    /// The most that may be occupied on average, a share (rule `occupancy`).
    public let maximumOccupancy: Double
    /// The largest acceptable chance that all beds are full (rule `overflow`).
    public let overflowProbability: Double
    /// Standard deviations held spare (rule `quantile`).
    public let quantileZ: Double
    /// Variance of daily occupancy over its mean (rule `quantile`); 1 for Poisson arrivals.
    public let varianceRatio: Double

    public init(
        rule: BedRule, maximumOccupancy: Double, overflowProbability: Double, quantileZ: Double, varianceRatio: Double
    ) {
        self.rule = rule
        self.maximumOccupancy = maximumOccupancy
        self.overflowProbability = overflowProbability
        self.quantileZ = quantileZ
        self.varianceRatio = varianceRatio
    }

    /// Beds needed for `occupied` beds on average (≥ 0).
    public func callAsFunction(_ occupied: Double) -> Double {
        switch rule {
        case .occupancy: occupied / maximumOccupancy
        case .overflow: Double(Self.leastServers(load: occupied, overflow: overflowProbability))
        case .quantile: occupied + quantileZ * (varianceRatio * occupied).squareRoot()
        }
    }

    /// The least `n` whose Erlang loss `B(n, load)` is at most `overflow`, by the recursion
    /// `B(0) = 1`, `B(n) = a B(n−1) / (n + a B(n−1))` (A. K. Erlang, 1917).
    public static func leastServers(load: Double, overflow: Double) -> Int {
        guard load > 0 else { return 0 }
        var loss = 1.0
        var servers = 0
        while loss > overflow {
            servers += 1
            loss = load * loss / (Double(servers) + load * loss)
        }
        return servers
    }
}
