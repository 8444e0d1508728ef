// SPDX-License-Identifier: GPL-3.0-or-later

extension LPReader {
    func readRows() throws(ReadingStopped) {
        while token.kind != .end, heading() == nil {
            if try !readRow() { skipToNextRow() }
        }
    }

    /// Passes over the rest of a row with a fault: to the next that has a name, or to a heading.
    private func skipToNextRow() {
        areColumnsWhole = false
        while token.kind != .end, heading() == nil, !token.isLabel { scanner.advance() }
    }

    /// One row: two parts with a sense between them, or three where the outer ones are numbers. False after a fault.
    private func readRow() throws(ReadingStopped) -> Bool {
        let start = token.piece
        let name = token.isLabel ? token.piece : .none
        if token.isLabel {
            scanner.advance()
            scanner.advance()
        }
        let firstTerm = parts.matrix.count
        guard let left = try readSum(), let sense = try readSense() else { return false }
        // What stands on the right of variables comes to their side with its sign turned.
        guard let middle = try readSum(sign: left.hasTerms ? -1 : 1, isRight: left.hasTerms) else { return false }
        guard left.hasTerms || middle.hasTerms else {
            return try refuseRow(start, "The row has no variable.", "Leave it out, or give it one; + 0 x will do.")
        }
        var lower = -Double.infinity
        var upper = Double.infinity
        let side = left.hasTerms ? middle.constant - left.constant : left.constant - middle.constant
        switch (sense, left.hasTerms) {
        case (.equal, _): (lower, upper) = (side, side)
        case (.atMost, true), (.atLeast, false): upper = side
        default: lower = side
        }
        if Self.isSense(token.kind) {
            guard token.kind == sense, sense != .equal, !left.hasTerms else {
                try refuseToken("Write one sense, or the same <= or >= twice around the terms, as in 1 <= x + y <= 5.")
                return false
            }
            scanner.advance()
            guard let right = try readSum(isRight: true) else { return false }
            guard !right.hasTerms else {
                return try refuseRow(
                    start, "The row has variables outside its two senses.", "Put the variables between the two.")
            }
            if sense == .atMost { upper = right.constant - middle.constant } else { lower = right.constant - middle.constant }
        }
        guard lower <= upper, lower < .infinity, upper > -.infinity else {
            return try refuseRow(
                start, "Nothing can meet the row: its lower side is \(lower) and its upper \(upper).",
                "Make one of the two give way; -inf below or inf above means none.")
        }
        mergeTerms(from: firstTerm)
        parts.rowStarts.append(parts.matrix.count)
        parts.rowLower.append(lower)
        parts.rowUpper.append(upper)
        try addName(name, start)
        return true
    }

    // The whole row has been read, so that the next can be.
    private func refuseRow(_ start: Piece, _ fault: String, _ fix: String) throws(ReadingStopped) -> Bool {
        try log.add(start.offset, fault, fix)
        return true
    }

    private func addName(_ name: Piece, _ start: Piece) throws(ReadingStopped) {
        rowNames.append(name.isEmpty ? Piece(start.offset, start.offset) : name)
        guard !name.isEmpty else { return }
        if let complaint = text.complaint(aboutName: name) {
            try log.add(name.offset, complaint.fault, complaint.fix)
        } else if rowTable.add(name, in: text) == nil {
            try log.add(name.offset, "The row \(text.quoted(name)) is there twice.", "Give each row a name of its own.")
        }
    }

    static func isSense(_ kind: LPScanner.Kind) -> Bool { kind == .atMost || kind == .atLeast || kind == .equal }

    private func readSense() throws(ReadingStopped) -> LPScanner.Kind? {
        guard Self.isSense(token.kind) else {
            try refuseToken("Put + or - between terms, and <=, >= or = before the right-hand side.")
            return nil
        }
        let sense = token.kind
        scanner.advance()
        return sense
    }

    /// Adds up the terms of one variable in the row that begins at `start`.
    private func mergeTerms(from start: Int) {
        var end = start
        var last: Int32 = -1
        for place in start..<parts.matrix.count {
            let term = parts.matrix[place]
            let latest = latestTerms[Int(term.column)]
            if latest >= start {
                parts.matrix[latest].coefficient = Self.sum(parts.matrix[latest].coefficient, term.coefficient)
                isInOrder = false
                continue
            }
            if term.column < last || term.coefficient == 0 { isInOrder = false }
            last = term.column
            latestTerms[Int(term.column)] = end
            parts.matrix[end] = term
            end += 1
        }
        parts.matrix.removeSubrange(end...)
    }

    /// A sum that is no more than the rounding of its own addends is zero, as it is in a model made by hand.
    static func sum(_ a: Double, _ b: Double) -> Double {
        let sum = a + b
        return sum.magnitude <= 4 * Double.ulpOfOne * (a.magnitude + b.magnitude) ? 0 : sum
    }

    /// Names the rows that have none by their places in the file, which no name in an LP file can be.
    func nameRows() {
        var line = 1
        var lineStart = 0
        var place = 0
        for name in rowNames {
            guard name.isEmpty else {
                parts.rowNames.append(name, of: text)
                continue
            }
            while place < name.offset {
                if text[place] == Byte.newline {
                    line += 1
                    lineStart = place + 1
                }
                place += 1
            }
            let column = 1 + text.characters(from: lineStart, to: name.offset)
            parts.rowNames.append("line \(line), column \(column)")
        }
    }
}
