// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

// Beds needed, read the other way: `cap` of `Models/beds/formulation.md`.
extension BedsNeeded {
    /// The largest mean number of occupied beds that `beds` carry (≥ 0): the largest `u` with `self(u) ≤ beds`.
    public func capacity(of beds: Double) -> Double {
        guard beds > 0 else { return 0 }
        switch rule {
        case .occupancy: return maximumOccupancy * beds
        case .overflow: return Self.largestLoad(servers: Int(beds), overflow: overflowProbability)
        case .quantile:
            // y = √u solves y² + w y = beds.
            let w = quantileZ * varianceRatio.squareRoot()
            let y = (-w + (w * w + 4 * beds).squareRoot()) / 2
            return y * y
        }
    }

    /// The Erlang loss `B(servers, load)`: the share of arrivals that find every one of `servers` taken, when the load
    /// offered is `load` (A. K. Erlang, 1917).
    public static func erlangLoss(servers: Int, load: Double) -> Double {
        var loss = 1.0
        guard servers > 0 else { return loss }
        for server in 1...servers { loss = load * loss / (Double(server) + load * loss) }
        return loss
    }

    /// The largest load whose Erlang loss on `servers` is at most `overflow`, by bisection: within 1e-9, never above.
    public static func largestLoad(servers: Int, overflow: Double) -> Double {
        guard servers > 0, overflow > 0 else { return 0 }
        var low = 0.0
        // At least `load − servers` of the load is lost, so the loss is at least 1 − servers / load.
        var high = Double(servers) / max(1e-12, 1 - overflow) + 1
        while high - low > 1e-9 {
            let middle = (low + high) / 2
            // Neighbouring numbers have nothing between them.
            if middle <= low || middle >= high { break }
            if erlangLoss(servers: servers, load: middle) <= overflow { low = middle } else { high = middle }
        }
        return low
    }
}
