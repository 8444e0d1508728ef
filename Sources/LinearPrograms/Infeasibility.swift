// SPDX-License-Identifier: GPL-3.0-or-later

/// That no values meet every requirement, and how it is known.
public struct Infeasibility: Sendable, Hashable {
    /// What the claim rests on, strongest first.
    public enum Proof: Sendable, Hashable {
        /// Multipliers of the rows that add up to a contradiction, checked by
        /// ``LinearProgram/isContradicted(by:tolerance:)``: no trust in the solver is needed.
        case ray([Double])
        /// The relaxation has solutions and the solver's search found none in whole numbers.
        case exhaustedSearch
        /// The primal and the dual simplex both say so, and neither gave multipliers that could be checked.
        case agreement
    }

    /// What the claim rests on.
    public let proof: Proof

    package init(proof: Proof) { self.proof = proof }
}

extension LinearProgram {
    /// Whether multipliers of the rows prove that the program has no solution (Farkas' lemma).
    ///
    /// The rows times their multipliers add up to one row that every solution would have to meet. It is a
    /// contradiction where even the variables' bounds cannot bring its left-hand side to its right. A multiplier's
    /// sign says which side of the row it uses: positive the upper, negative the lower.
    public func isContradicted(by multipliers: [Double], tolerance: Double = 1e-9) -> Bool {
        precondition(multipliers.count == rowCount, "one multiplier for each row")
        let size = multipliers.reduce(0) { max($0, $1.magnitude) }
        guard size > 0, size.isFinite else { return false }
        // Sum of multiplier × row ≤ most, whatever the variables.
        var most = 0.0
        var scale = 0.0
        var combined = [Double](repeating: 0, count: columnCount)
        var addends = [Double](repeating: 0, count: columnCount)
        for (row, raw) in multipliers.enumerated() where raw.magnitude > 1e-12 * size {
            let multiplier = raw / size
            let side = multiplier > 0 ? rowUpper[row] : rowLower[row]
            guard side.isFinite else {
                // Rounding noise on a row that has no such side is not a use of it.
                if multiplier.magnitude < tolerance { continue }
                return false
            }
            most += multiplier * side
            scale += (multiplier * side).magnitude
            for term in terms(ofRow: row) {
                let addend = multiplier * term.coefficient
                combined[Int(term.column)] += addend
                addends[Int(term.column)] += addend.magnitude
            }
        }
        // The least the same sum can be within the bounds.
        var least = 0.0
        for column in 0..<columnCount where combined[column] != 0 {
            let bound = combined[column] > 0 ? columnLower[column] : columnUpper[column]
            if bound.isFinite {
                least += combined[column] * bound
                scale += (combined[column] * bound).magnitude
            } else if combined[column].magnitude > tolerance * addends[column] {
                return false
            }
        }
        return least - most > tolerance * max(scale, 1e-9)
    }
}
