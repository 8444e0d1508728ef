// SPDX-License-Identifier: GPL-3.0-or-later

/// What the comments of a file of our own say beside the names: enough to read back the program it was written from.
enum LegendWords {
    /// The first line of every file of ours, after the mark of a comment.
    static let first: StaticString = "A Footprint model. r1 and so on are its rows, x1 and so on its variables:"
    static let maximised: StaticString = "to be maximised: written negated, to be minimised"
    /// Between a row's name in the file and its terms.
    static let asksNothing: StaticString = " has no sides and asks nothing of:"
}

/// Reads the legend of a file of our own, and turns what was read into the program that was written: rows joined from
/// their two sides, names given back, the constant taken out of its variable and a negated objective turned again.
///
/// A file that somebody has changed so that legend and model disagree is refused: a wrong name is a wrong answer.
struct FileLegend {
    private var lines: [Piece] = []
    private(set) var isOurs = false

    /// Notes a comment that stands before the model; `comment` is without its mark.
    mutating func note(_ comment: Piece, in text: FileText) {
        var comment = comment
        if comment.count > 0, text[comment.offset] == Byte.space { comment = Piece(comment.offset + 1, comment.end) }
        if comment.count > 0, text[comment.end - 1] == Byte.carriageReturn {
            comment = Piece(comment.offset, comment.end - 1)
        }
        if isOurs {
            lines.append(comment)
        } else if text.equals(comment, LegendWords.first) {
            isOurs = true
        }
    }

    /// The program that was written, from the one that was read.
    func restored(
        _ read: ProgramParts, in text: FileText, log: inout FaultLog
    ) throws(ReadingStopped) -> ProgramParts {
        var restoring = Restoring(read: read, text: text)
        return try restoring.run(lines, &log)
    }
}

private struct Restoring {
    let read: ProgramParts
    let text: FileText
    var result = ProgramParts()
    /// The next row of the file.
    var row = 0
    /// Terms of rows that the LP format has no way to write.
    var freeRows: [(row: Int, terms: Piece)] = []

    mutating func run(_ lines: [Piece], _ log: inout FaultLog) throws(ReadingStopped) -> ProgramParts {
        var isMaximised = false
        var rows: [Piece] = []
        var columns: [Piece] = []
        var isFirst = true
        for line in lines {
            if isFirst {
                isFirst = false
                result.title = String(decoding: text.bytes(of: line), as: UTF8.self)
            } else if text.equals(line, LegendWords.maximised) {
                isMaximised = true
            } else if let name = entry(line, UInt8(ascii: "r"), rows.count + 1) {
                if let complaint = text.complaint(aboutName: name) { try log.add(name.offset, complaint.fault, complaint.fix) }
                rows.append(name)
            } else if let name = entry(line, UInt8(ascii: "x"), columns.count + 1) {
                if let complaint = text.complaint(aboutName: name) { try log.add(name.offset, complaint.fault, complaint.fix) }
                columns.append(name)
            } else if let freeRow = freeRow(line) {
                freeRows.append(freeRow)
            } else if !isConstant(line) {
                try disagree(line.offset, "The legend has a line that is none of its own.", &log)
            }
        }
        try refuseTwice(rows, &log)
        try refuseTwice(columns, &log)
        try takeColumns(columns, isMaximised, &log)
        try takeRows(rows, &log)
        return result
    }

    private func disagree(_ offset: Int, _ fault: String, _ log: inout FaultLog) throws(ReadingStopped) {
        try log.add(
            offset, fault,
            "Make the legend and the model agree, or delete the line “\(LegendWords.first)” to read the file without its legend.")
    }

    private func refuseTwice(_ names: [Piece], _ log: inout FaultLog) throws(ReadingStopped) {
        var table = NameTable()
        for name in names where table.add(name, in: text) == nil {
            try disagree(name.offset, "The legend gives the name \(text.quoted(name)) twice.", &log)
        }
    }

    /// The name in `x7: beds[north]`.
    private func entry(_ line: Piece, _ letter: UInt8, _ number: Int) -> Piece? {
        guard line.count > 0, text[line.offset] == letter else { return nil }
        var place = line.offset + 1
        for digit in "\(number): ".utf8 {
            guard place < line.end, text[place] == digit else { return nil }
            place += 1
        }
        return Piece(place, line.end)
    }

    private func isConstant(_ line: Piece) -> Bool {
        let start = "\(FileForm.constantName):"
        return line.count >= start.utf8.count
            && text.bytes(of: Piece(line.offset, line.offset + start.utf8.count)).elementsEqual(start.utf8)
    }

    /// The row and the terms in `r3 has no sides and asks nothing of: + 1.0 x1 - 2.0 x4`.
    private func freeRow(_ line: Piece) -> (row: Int, terms: Piece)? {
        guard line.count > 1, text[line.offset] == UInt8(ascii: "r"),
            let (number, end) = DecimalNumber.scan(text, from: line.offset + 1, to: line.end), number >= 1,
            number < 1e9
        else { return nil }
        let words = LegendWords.asksNothing.utf8CodeUnitCount
        guard end + words <= line.end, text.equals(Piece(end, end + words), LegendWords.asksNothing) else { return nil }
        return (Int(number), Piece(end + words, line.end))
    }

    private mutating func takeColumns(
        _ names: [Piece], _ isMaximised: Bool, _ log: inout FaultLog
    ) throws(ReadingStopped) {
        let sign = isMaximised ? -1.0 : 1.0
        func turned(_ number: Double) -> Double { number == 0 ? 0 : sign * number }
        result.direction = isMaximised ? .maximise : read.direction
        for (place, name) in names.enumerated() {
            guard place < read.columnCount, read.columnNames.isEqual(place, to: "x\(place + 1)") else {
                try disagree(name.offset, "The legend names x\(place + 1), and variable \(place + 1) of the file is not called that.", &log)
                throw ReadingStopped()
            }
            result.columnNames.append(name, of: text)
            result.columnLower.append(read.columnLower[place])
            result.columnUpper.append(read.columnUpper[place])
            result.costs.append(turned(read.costs[place]))
            result.isInteger.append(read.isInteger[place])
        }
        result.objectiveConstant = turned(read.objectiveConstant)
        guard names.count < read.columnCount else { return }
        let one = names.count
        guard read.columnCount == one + 1, read.columnNames.isEqual(one, to: FileForm.constantName),
            read.columnLower[one] == 1, read.columnUpper[one] == 1,
            !read.matrix.contains(where: { $0.column == Int32(one) })
        else {
            try disagree(text.count, "The file has the variable “\(read.columnNames[one])”, which the legend does not name.", &log)
            throw ReadingStopped()
        }
        result.objectiveConstant += turned(read.costs[one])
    }

    private mutating func takeRows(_ names: [Piece], _ log: inout FaultLog) throws(ReadingStopped) {
        var left = freeRows[...]
        for (place, name) in names.enumerated() {
            result.rowNames.append(name, of: text)
            if let freeRow = left.first, freeRow.row == place + 1 {
                left.removeFirst()
                try takeTerms(freeRow.terms, &log)
                result.rowLower.append(-.infinity)
                result.rowUpper.append(.infinity)
                continue
            }
            guard row < read.rowCount, read.rowNames.isEqual(row, to: "r\(place + 1)") else {
                try disagree(name.offset, "The legend names r\(place + 1), and the file has no such row in its place.", &log)
                throw ReadingStopped()
            }
            result.matrix.append(contentsOf: read.terms(ofRow: row))
            result.rowStarts.append(result.matrix.count)
            result.rowLower.append(read.rowLower[row])
            result.rowUpper.append(read.rowUpper[row])
            row += 1
            if row < read.rowCount, read.rowNames.isEqual(row, to: "r\(place + 1)_upper") {
                guard read.terms(ofRow: row) == read.terms(ofRow: row - 1), read.rowLower[row] == -.infinity,
                    read.rowUpper[row - 1] == .infinity, read.rowLower[row - 1] <= read.rowUpper[row]
                else {
                    try disagree(name.offset, "r\(place + 1) and r\(place + 1)_upper should be the two sides of one row, and differ otherwise.", &log)
                    throw ReadingStopped()
                }
                result.rowUpper[place] = read.rowUpper[row]
                row += 1
            }
        }
        if let freeRow = left.first {
            try disagree(freeRow.terms.offset, "The legend has terms for r\(freeRow.row), and names no such row in this place.", &log)
        }
        if row < read.rowCount {
            try disagree(text.count, "The file has the row “\(read.rowNames[row])”, which the legend does not name.", &log)
        }
    }

    /// ` + 1.0 x1 - 2.0 x4`, as the writer writes terms: sign, number and variable, each after one space.
    private mutating func takeTerms(_ terms: Piece, _ log: inout FaultLog) throws(ReadingStopped) {
        var place = terms.offset
        var last: Int32 = -1
        while place + 3 < terms.end {
            let isNegative = text[place + 1] == Byte.minus
            guard text[place] == Byte.space, isNegative || text[place + 1] == Byte.plus, text[place + 2] == Byte.space,
                let (value, end) = DecimalNumber.scan(text, from: place + 3, to: terms.end), value <= DecimalNumber.infinite, value != 0,
                end + 2 < terms.end, text[end] == Byte.space, text[end + 1] == UInt8(ascii: "x"),
                let (number, next) = DecimalNumber.scan(text, from: end + 2, to: terms.end), number >= 1,
                number <= Double(result.columnCount), number == number.rounded(), Int32(number) - 1 > last
            else { break }
            last = Int32(number) - 1
            result.matrix.append(Term(column: last, coefficient: isNegative ? -value : value))
            place = next
        }
        if place != terms.end {
            try disagree(place, "These are not terms in the order of the variables.", &log)
        }
        result.rowStarts.append(result.matrix.count)
    }
}
