// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A program in which some rows may be broken, at a cost for each unit, one if nothing else is said: its least cost is
/// the least total violation, and zero when the rows can all be met.
struct ElasticProgram {
    var program: LinearProgram
    /// Each row's columns that let it fall short and go over, where it has that side.
    let shortfall: [Int: Int]
    let excess: [Int: Int]

    init(_ original: LinearProgram, rows: [Int], weights: [Int: Double] = [:]) {
        var program = original
        program.setObjective(LinearForm(), direction: .minimise)
        var shortfall: [Int: Int] = [:]
        var excess: [Int: Int] = [:]
        var entries: [(row: Int, column: Int, coefficient: Double)] = []
        for row in rows {
            let weight = weights[row] ?? 1
            if original.rowLower[row].isFinite {
                let column = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in
                    "shortfall of row \(row + 1)"
                }
                program.setCost(ofColumn: column, to: weight)
                shortfall[row] = column
                entries.append((row, column, 1))
            }
            if original.rowUpper[row].isFinite {
                let column = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in
                    "excess of row \(row + 1)"
                }
                program.setCost(ofColumn: column, to: weight)
                excess[row] = column
                entries.append((row, column, -1))
            }
        }
        program.appendTerms(entries)
        self.program = program
        self.shortfall = shortfall
        self.excess = excess
    }
}
