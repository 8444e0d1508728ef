// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Rows that are another row times a number, found by hashing in one pass over the coefficients.
    ///
    /// A row's key is a sum of its coefficients times numbers drawn for their columns, divided by the sum of the
    /// coefficients' sizes and made positive: no factor changes it. Rounding might, in the last digits; so the key is cut
    /// to ten digits and looked for in the neighbouring cells too, and what is found is compared term by term.
    func duplicateFindings() -> [ModelFinding] {
        var firstOfCell: [Cell: [Int]] = [:]
        var same: [Int] = []
        var conflicting: [Int] = []
        for row in 0..<rowCount where rowStarts[row] < rowStarts[row + 1] {
            let cell = cell(of: row)
            var original: (row: Int, factor: Double)?
            for neighbour in [cell.key, cell.key - 1, cell.key + 1] {
                for candidate in firstOfCell[Cell(pattern: cell.pattern, key: neighbour)] ?? [] {
                    if let factor = factor(from: candidate, to: row) { original = (candidate, factor) }
                    if original != nil { break }
                }
                if original != nil { break }
            }
            guard let original else {
                // A few in one cell are chance; more would take the time from linear to quadratic.
                if firstOfCell[cell, default: []].count < 8 { firstOfCell[cell, default: []].append(row) }
                continue
            }
            let ends = [rowLower[row] / original.factor, rowUpper[row] / original.factor].sorted()
            let slack = 1e-9 * max(1, ends[0].isFinite ? ends[0].magnitude : 0, ends[1].isFinite ? ends[1].magnitude : 0)
            if ends[0] > rowUpper[original.row] + slack || ends[1] < rowLower[original.row] - slack {
                conflicting.append(row)
            } else {
                same.append(row)
            }
        }
        var findings: [ModelFinding] = []
        if !conflicting.isEmpty {
            findings.append(
                finding(
                    .conflictingRows, rows: conflicting,
                    "\(conflicting.count == 1 ? "1 requirement limits" : "\(conflicting.count) requirements limit") the same sum as an earlier one, up to a factor, "
                        + "to values that the earlier one forbids: no plan is possible. Correct one of the two."))
        }
        if !same.isEmpty {
            findings.append(
                finding(
                    .duplicateRows, rows: same,
                    "\(same.count == 1 ? "1 requirement limits" : "\(same.count) requirements limit") the same sum as an earlier one, up to a factor. "
                        + "Only the tighter counts; a price may be shown on either. Keep one, with both sides if need be."))
        }
        return findings
    }

    private struct Cell: Hashable {
        let pattern: UInt64
        let key: Int64
    }

    private func cell(of row: Int) -> Cell {
        var pattern: UInt64 = 0
        var sum = 0.0
        var size = 0.0
        for term in terms(ofRow: row) {
            let drawn = Self.drawn(term.column)
            pattern = (pattern ^ drawn) &* 0x9E37_79B9_7F4A_7C15
            // From −1 to 1.
            sum += term.coefficient * (Double(Int64(bitPattern: drawn)) * 0x1p-63)
            size += term.coefficient.magnitude
        }
        // Written so that a NaN, or what an infinity makes of the sum, is no trap.
        let share = (sum / size).magnitude
        return Cell(pattern: pattern, key: share <= 1 ? Int64(share * 1e10) : 0)
    }

    /// A number that looks random and belongs to the column (SplitMix64; Steele, Lea and Flood, 2014).
    private static func drawn(_ column: Int32) -> UInt64 {
        var z = UInt64(UInt32(bitPattern: column) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// What `from` is to be multiplied by to be `to`; nil where no number will do.
    private func factor(from: Int, to: Int) -> Double? {
        let (a, b) = (terms(ofRow: from), terms(ofRow: to))
        guard a.count == b.count, let first = a.first, let second = b.first, first.coefficient != 0 else { return nil }
        let factor = second.coefficient / first.coefficient
        for (x, y) in zip(a, b) {
            guard x.column == y.column,
                (x.coefficient * factor - y.coefficient).magnitude <= 1e-12 * y.coefficient.magnitude
            else { return nil }
        }
        return factor
    }
}
