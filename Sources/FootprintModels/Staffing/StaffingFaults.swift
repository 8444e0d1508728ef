// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures that the family `staffing` cannot be worked out from: each where it stands, what is wrong and what would be right.
public struct StaffingFaults: Error, Sendable, Equatable {
    public let sentences: [String]

    public init(_ sentences: [String]) { self.sentences = sentences }
}

extension StaffingSystem {
    /// Ways of `may_fill` that lead back to where they began: substitution is downward only.
    var waysBack: [String] {
        groups.indices.compactMap { start in
            var seen: Set<Int> = []
            var waiting = groups[start].mayFill
            while let next = waiting.popLast() {
                if next == start {
                    let code = groups[start].code
                    return "workforce_groups.csv, \(code), may_fill: it leads from \(code) back to \(code), and groups fill shifts downward only. "
                        + "Take one of the groups on the way out of it."
                }
                if seen.insert(next).inserted { waiting += groups[next].mayFill }
            }
            return nil
        }
    }
}
