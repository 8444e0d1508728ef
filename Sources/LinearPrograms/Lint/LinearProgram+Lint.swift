// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// What is unusual about the model; see ``LinearProgram/lint()``.
    public func lint() -> [ModelFinding] { program.lint() }
}

extension LinearProgram {
    /// How many names a finding gives.
    public static let lintExamples = 5

    /// What is unusual about the program, one finding for each kind, contradictions first. Takes time in proportion to
    /// the coefficients. The program is taken to be free of ``faults()``.
    public func lint() -> [ModelFinding] {
        emptyRowFindings() + duplicateFindings() + unusedVariableFindings() + freeVariableFindings() + rangeFindings()
            + denseRowFindings()
    }

    func finding(_ kind: ModelFinding.Kind, rows: [Int], _ sentence: String) -> ModelFinding {
        ModelFinding(
            kind: kind, count: rows.count, examples: rows.prefix(Self.lintExamples).map(name(ofRow:)), sentence: sentence)
    }

    func finding(_ kind: ModelFinding.Kind, columns: [Int], _ sentence: String) -> ModelFinding {
        ModelFinding(
            kind: kind, count: columns.count, examples: columns.prefix(Self.lintExamples).map(name(ofColumn:)),
            sentence: sentence)
    }

    private func emptyRowFindings() -> [ModelFinding] {
        let empty = (0..<rowCount).filter { rowStarts[$0] == rowStarts[$0 + 1] }
        let unmet = empty.filter { rowLower[$0] > 0 || rowUpper[$0] < 0 }
        let idle = empty.filter { rowLower[$0] <= 0 && rowUpper[$0] >= 0 }
        var findings: [ModelFinding] = []
        if !unmet.isEmpty {
            findings.append(
                finding(
                    .contradiction, rows: unmet,
                    "\(unmet.count == 1 ? "1 requirement has" : "\(unmet.count) requirements have") no variable and cannot be met: "
                        + "no plan is possible. Look for a set that is empty and should not be."))
        }
        if !idle.isEmpty {
            findings.append(
                finding(
                    .emptyRows, rows: idle,
                    "\(idle.count == 1 ? "1 requirement has" : "\(idle.count) requirements have") no variable and "
                        + "\(idle.count == 1 ? "asks" : "ask") nothing. Look for a set that is empty, or leave \(idle.count == 1 ? "it" : "them") out."))
        }
        return findings
    }

    private func unusedVariableFindings() -> [ModelFinding] {
        var isUsed = [Bool](repeating: false, count: columnCount)
        for term in matrix { isUsed[Int(term.column)] = true }
        let unused = (0..<columnCount).filter { !isUsed[$0] }
        guard !unused.isEmpty else { return [] }
        return [
            finding(
                .unusedVariables, columns: unused,
                "\(unused.count == 1 ? "1 variable is" : "\(unused.count) variables are") in no requirement: "
                    + "nothing but bounds and cost decides on \(unused.count == 1 ? "it" : "them"). Look for a requirement that is missing.")
        ]
    }

    private func freeVariableFindings() -> [ModelFinding] {
        guard hasIntegers else { return [] }
        let free = (0..<columnCount).filter { columnLower[$0].isInfinite && columnUpper[$0].isInfinite }
        guard !free.isEmpty else { return [] }
        return [
            finding(
                .freeVariables, columns: free,
                "\(free.count == 1 ? "1 variable has" : "\(free.count) variables have") no bound on either side, and the model has whole numbers: "
                    + "the search may take long or not end. Give the least and the greatest value that can occur.")
        ]
    }

    /// A row with at least a hundred terms and at least half of the variables.
    private func denseRowFindings() -> [ModelFinding] {
        let dense = (0..<rowCount).filter {
            let count = rowStarts[$0 + 1] - rowStarts[$0]
            return count >= 100 && count * 2 >= columnCount
        }
        guard !dense.isEmpty else { return [] }
        return [
            finding(
                .denseRows, rows: dense,
                "\(dense.count == 1 ? "1 requirement has" : "\(dense.count) requirements have") at least half of the \(columnCount) variables in "
                    + "\(dense.count == 1 ? "it" : "them"), which makes each step of the solver slower. Add subtotals as variables where there are several.")
        ]
    }
}
