// SPDX-License-Identifier: GPL-3.0-or-later

/// That the objective has no end, and which way it runs.
public struct Unboundedness: Sendable, Hashable {
    /// A direction along which every solution stays one and the objective improves for ever, checked by
    /// ``LinearProgram/isImprovedForever(along:tolerance:)``; nil where the solver gave none that could be checked.
    public let direction: [Double]?

    package init(direction: [Double]?) { self.direction = direction }
}

extension LinearProgram {
    /// Whether moving along a direction keeps every row and bound and improves the objective, however far.
    public func isImprovedForever(along direction: [Double], tolerance: Double = 1e-9) -> Bool {
        precondition(direction.count == columnCount, "one step for each column")
        let size = direction.reduce(0) { max($0, $1.magnitude) }
        guard size > 0, size.isFinite else { return false }
        var gain = 0.0
        var scale = 0.0
        for column in 0..<columnCount {
            let step = direction[column] / size
            if step > tolerance, columnUpper[column] < .infinity { return false }
            if step < -tolerance, columnLower[column] > -.infinity { return false }
            gain += costs[column] * step
            scale += (costs[column] * step).magnitude
        }
        for row in 0..<rowCount {
            var move = 0.0
            var addends = 0.0
            for term in terms(ofRow: row) {
                let addend = term.coefficient * direction[Int(term.column)] / size
                move += addend
                addends += addend.magnitude
            }
            if move > tolerance * addends, rowUpper[row] < .infinity { return false }
            if move < -tolerance * addends, rowLower[row] > -.infinity { return false }
        }
        return direction.isEmpty ? false : (self.direction == .minimise ? -gain : gain) > tolerance * scale
    }
}
