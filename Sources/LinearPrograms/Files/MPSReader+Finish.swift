// SPDX-License-Identifier: GPL-3.0-or-later

extension MPSReader {
    /// Puts the sections together, once all of the file has been read without a fault.
    mutating func finish() throws(ReadingStopped) {
        try settleBounds()
        try settleRows()
        guard log.isEmpty else { return }
        for name in columnTable.names { parts.columnNames.append(name, of: text) }
        turnMatrix()
    }

    private mutating func settleBounds() throws(ReadingStopped) {
        for column in 0..<parts.columnCount {
            let given = boundsGiven[column]
            let hasUpperOnly = given.contains(.upper) && !given.contains(.lower)
            if given == .marked {
                parts.columnUpper[column] = 1
            } else if given == [.marked, .lower] {
                try log.add(
                    Int(boundPlaces[column]),
                    "The integer column \(text.quoted(columnTable.names[column])) has a lower bound and no upper one; some readers take 1 for it and some none.",
                    "Add a line with UP and the upper bound, or with PL for none.")
            } else if hasUpperOnly, parts.columnUpper[column] < 0 {
                parts.columnLower[column] = -.infinity
            }
            if parts.columnLower[column] > parts.columnUpper[column] {
                try log.add(
                    Int(boundPlaces[column]),
                    "The lower bound of \(text.quoted(columnTable.names[column])), \(parts.columnLower[column]), is above the upper, \(parts.columnUpper[column]).",
                    "Make one of them give way.")
            }
        }
    }

    private mutating func settleRows() throws(ReadingStopped) {
        for row in 0..<rowTable.count {
            let side = sides[row]
            if row == objective {
                // Zero stays zero: -0.0 is a number nobody wrote.
                parts.objectiveConstant = side == 0 ? 0 : isByGLPK ? side : -side
                continue
            }
            let range = ranges[row]
            let size = range.magnitude
            var lower = -Double.infinity
            var upper = Double.infinity
            switch senses[row] {
            case UInt8(ascii: "L"):
                upper = side
                if !range.isNaN, side.isFinite { lower = side - size }
            case UInt8(ascii: "G"):
                lower = side
                if !range.isNaN, side.isFinite { upper = side + size }
            case UInt8(ascii: "E"):
                lower = side
                upper = side
                if range > 0 { upper = side + size }
                if range < 0 { lower = side - size }
            default: break
            }
            parts.rowNames.append(rowTable.names[row], of: text)
            parts.rowLower.append(lower)
            parts.rowUpper.append(upper)
        }
    }

    /// From column by column to row by row: count, then place, so that each row's terms are in column order.
    private mutating func turnMatrix() {
        let objective = objective ?? rowTable.count
        func row(_ entry: Int) -> Int {
            let row = Int(entryRows[entry])
            return row > objective ? row - 1 : row
        }
        var starts = [Int](repeating: 0, count: parts.rowCount + 1)
        for entry in entryRows.indices { starts[row(entry) + 1] += 1 }
        for row in 0..<parts.rowCount { starts[row + 1] += starts[row] }
        var next = starts
        var matrix = [Term](repeating: Term(column: 0, coefficient: 0), count: entryRows.count)
        for entry in entryRows.indices {
            let row = row(entry)
            matrix[next[row]] = Term(column: entryColumns[entry], coefficient: entryValues[entry])
            next[row] += 1
        }
        parts.rowStarts = starts
        parts.matrix = matrix
    }
}
