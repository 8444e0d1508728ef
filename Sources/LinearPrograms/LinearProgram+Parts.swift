// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Columns and rows of a program, by place.
    package struct Part: Sendable, Hashable {
        package var columns: [Int]
        package var rows: [Int]

        package init(columns: [Int], rows: [Int]) {
            self.columns = columns
            self.rows = rows
        }
    }

    /// The parts that nothing joins once some rows are taken away: no other row has columns of two of them. In the order of
    /// their first columns; each in the program's order. Rows without terms are in none.
    package func parts(without linking: Set<Int> = []) -> [Part] {
        var first = Array(0..<columnCount)
        func find(_ column: Int) -> Int {
            var column = column
            while first[column] != column {
                first[column] = first[first[column]]
                column = first[column]
            }
            return column
        }
        for row in 0..<rowCount where !linking.contains(row) {
            let terms = self.terms(ofRow: row)
            guard let one = terms.first else { continue }
            for term in terms.dropFirst() {
                let (a, b) = (find(Int(one.column)), find(Int(term.column)))
                first[max(a, b)] = min(a, b)
            }
        }
        var numbers: [Int: Int] = [:]
        var parts: [Part] = []
        for column in 0..<columnCount {
            let root = find(column)
            if let number = numbers[root] {
                parts[number].columns.append(column)
            } else {
                numbers[root] = parts.count
                parts.append(Part(columns: [column], rows: []))
            }
        }
        for row in 0..<rowCount where !linking.contains(row) {
            if let term = terms(ofRow: row).first { parts[numbers[find(Int(term.column))]!].rows.append(row) }
        }
        return parts
    }

    /// Some columns and rows as a program of their own, without the objective's constant. Terms of other columns are left out.
    package func program(of part: Part, title: String) -> LinearProgram {
        var places = [Int32](repeating: -1, count: columnCount)
        for (place, column) in part.columns.enumerated() { places[column] = Int32(place) }
        var program = LinearProgram(title: title, direction: direction)
        let names = self
        program.columnBlocks = [ColumnBlock(start: 0) { names.name(ofColumn: part.columns[$0]) }]
        program.columnLower = part.columns.map { columnLower[$0] }
        program.columnUpper = part.columns.map { columnUpper[$0] }
        program.costs = part.columns.map { costs[$0] }
        program.isInteger = part.columns.map { isInteger[$0] }
        program.integerCount = program.isInteger.count { $0 }
        for row in part.rows {
            for term in terms(ofRow: row) where places[Int(term.column)] >= 0 {
                // Parts keep the program's order of columns, so the terms stay sorted.
                program.matrix.append(Term(column: places[Int(term.column)], coefficient: term.coefficient))
            }
            program.rowStarts.append(program.matrix.count)
            program.rowLower.append(rowLower[row])
            program.rowUpper.append(rowUpper[row])
            program.rowNames.append(rowNames[row])
        }
        return program
    }
}
