// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Solvers hold what they compute to about nine digits, so that small and large numbers together lose the small.
    func rangeFindings() -> [ModelFinding] {
        var findings: [ModelFinding] = []
        var smallest = (size: Double.infinity, row: 0, column: 0)
        var largest = (size: 0.0, row: 0, column: 0)
        var wide: [(row: Int, ratio: Double)] = []
        for row in 0..<rowCount {
            var least = Double.infinity
            var most = 0.0
            for term in terms(ofRow: row) where term.coefficient != 0 {
                let size = term.coefficient.magnitude
                least = min(least, size)
                most = max(most, size)
                if size < smallest.size { smallest = (size, row, Int(term.column)) }
                if size > largest.size { largest = (size, row, Int(term.column)) }
            }
            if most > least * 1e6 { wide.append((row, most / least)) }
        }
        if !wide.isEmpty {
            // The worst first; of equals the first.
            let worst = wide.enumerated().sorted { ($1.element.ratio, $0.offset) < ($0.element.ratio, $1.offset) }.map(\.element)
            findings.append(
                finding(
                    .rowRange, rows: worst.map(\.row),
                    "\(wide.count == 1 ? "1 requirement has" : "\(wide.count) requirements have") coefficients that differ by more than a million times "
                        + "(at worst \(Self.rounded(worst[0].ratio)) times), so that the small ones may be lost in rounding. "
                        + "Choose units nearer to each other, or a smaller number where one only stands for “large enough”."))
        }
        if largest.size > smallest.size * 1e9 {
            findings.append(
                ModelFinding(
                    kind: .matrixRange, count: nonzeroCount, examples: [],
                    sentence: "The coefficients of the model run from \(smallest.size) (of “\(name(ofColumn: smallest.column))” in “\(name(ofRow: smallest.row))”) "
                        + "to \(largest.size) (of “\(name(ofColumn: largest.column))” in “\(name(ofRow: largest.row))”), "
                        + "more than a thousand million times as much. Choose units nearer to each other."))
        }
        if let (least, most) = costEnds(), costs[most].magnitude > costs[least].magnitude * 1e9 {
            findings.append(
                ModelFinding(
                    kind: .costRange, count: columnCount, examples: [],
                    sentence: "The costs run from \(costs[least].magnitude) (of “\(name(ofColumn: least))”) to \(costs[most].magnitude) (of “\(name(ofColumn: most))”), "
                        + "more than a thousand million times as much: the small ones will not decide anything. Choose units nearer to each other."))
        }
        return findings
    }

    /// The columns with the smallest and the largest cost that is not zero.
    private func costEnds() -> (least: Int, most: Int)? {
        var ends: (least: Int, most: Int)?
        for column in 0..<columnCount where costs[column] != 0 {
            guard let (least, most) = ends else {
                ends = (column, column)
                continue
            }
            let size = costs[column].magnitude
            ends = (size < costs[least].magnitude ? column : least, size > costs[most].magnitude ? column : most)
        }
        return ends
    }

    /// A ratio with one significant digit, to be read.
    private static func rounded(_ ratio: Double) -> String {
        var power = 1.0
        while ratio / power >= 10 { power *= 10 }
        let number = (ratio / power).rounded() * power
        return number < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
