// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension TwoStageProgram {
    /// The program of all scenarios together: the first stage once, the second in every scenario at its probability.
    /// - Returns: the program, places of its joining rows, and a corner to begin at where the scenarios have one.
    func extensive(risk: TwoStageRisk? = nil, firstStart: Basis? = nil) -> (program: LinearProgram, joining: [Int], start: Basis?) {
        var program = first
        program.title = "\(first.title), \(scenarios.count) scenarios"
        var joined: [Int] = []
        var start = firstStart
        let tail = risk.map { risk in
            let tail = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "tail" }
            program.setCost(ofColumn: tail, to: risk.weight)
            return tail
        }
        if risk != nil { start = nil }
        let mean = 1 - (risk?.weight ?? 0)
        for (number, scenario) in scenarios.enumerated() {
            let names = second
            let offset = program.addColumns(second.columnCount, lower: 0, upper: .infinity, isInteger: false) {
                "\(names.name(ofColumn: $0)) \(number + 1)"
            }
            var cost = LinearForm()
            for column in 0..<second.columnCount {
                program.setBounds(ofColumn: offset + column, lower: second.columnLower[column], upper: scenario.columnUpper[column])
                program.setCost(ofColumn: offset + column, to: mean * scenario.probability * second.costs[column])
                if second.costs[column] != 0 { cost.add(Term(column: Int32(offset + column), coefficient: second.costs[column])) }
            }
            for row in 0..<second.rowCount {
                var form = LinearForm()
                for place in scenario.technology.starts[row]..<scenario.technology.starts[row + 1] {
                    form.add(scenario.technology.terms[place])
                }
                for term in second.terms(ofRow: row) {
                    form.add(Term(column: Int32(offset) + term.column, coefficient: term.coefficient))
                }
                let added = program.addRow(
                    form, lower: scenario.rowLower[row], upper: scenario.rowUpper[row], sentence: second.sentence(ofRow: row),
                    indices: [number + 1, row + 1])
                if joining.contains(row) { joined.append(added.index) }
            }
            if let own = scenario.start {
                start?.rows += own.rows
                start?.columns += own.columns
            } else {
                start = nil
            }
            if let tail, let risk {
                let beyond = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "beyond[\(number + 1)]" }
                program.setCost(ofColumn: beyond, to: risk.weight * scenario.probability / (1 - risk.level))
                cost.scale(by: -1)
                cost.add(Term(column: Int32(beyond), coefficient: 1))
                cost.add(Term(column: Int32(tail), coefficient: 1))
                _ = program.addRow(cost, lower: 0, upper: .infinity, sentence: "beyond the tail", indices: [number + 1])
            }
        }
        return (program, joined, start)
    }
}
