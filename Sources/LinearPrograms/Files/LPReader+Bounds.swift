// SPDX-License-Identifier: GPL-3.0-or-later

extension LPReader {
    func readBounds() throws(ReadingStopped) {
        while token.kind != .end, heading() == nil {
            if try !readBound() {
                // The rest of the line is part of what was wrong.
                while token.kind != .end, heading() == nil, !token.startsLine { scanner.advance() }
            }
        }
    }

    /// `0 <= x <= 5`, `x >= 1`, `3 >= x`, `x = 2` or `x free`; false after a fault.
    private func readBound() throws(ReadingStopped) -> Bool {
        var first: (value: Double, piece: Piece, sense: LPScanner.Kind)?
        if token.kind != .word || isInfinity {
            guard let (value, piece) = try readNumber(), let sense = try readSense() else { return false }
            first = (value, piece, sense)
        }
        guard token.kind == .word, !isInfinity, !token.isLabel, heading() == nil else {
            try refuseToken("Put a variable here, as in 0 <= x <= 5 or x free.")
            return false
        }
        let name = token.piece
        scanner.advance()
        let column = columnTable.place(of: name, in: text)
        if column == nil { try refuseUnknown(name) }
        if let first {
            // The number is on the left, so that the sense is the other way about.
            let turned: LPScanner.Kind = first.sense == .atMost ? .atLeast : first.sense == .atLeast ? .atMost : .equal
            guard try set(column, name, turned, first.value, first.piece) else { return false }
            guard Self.isSense(token.kind) else { return true }
            guard token.kind == first.sense, first.sense != .equal else {
                try refuseToken("Write the same <= or >= twice, as in 0 <= x <= 5.")
                return false
            }
        } else if token.kind == .word, text.equalsIgnoringCase(token.piece, "free") {
            let word = token.piece
            scanner.advance()
            guard let column else { return true }
            guard try give([.lower, .upper], to: column, name, at: word) else { return false }
            parts.columnLower[column] = -.infinity
            return true
        }
        guard let sense = try readSense(), let (value, piece) = try readNumber() else { return false }
        return try set(column, name, sense, value, piece)
    }

    private var isInfinity: Bool { token.kind == .word && DecimalNumber.isInfinity(text, token.piece) }

    private func readNumber() throws(ReadingStopped) -> (Double, Piece)? {
        let start = token.piece
        var sign = 1.0
        while token.kind == .plus || token.kind == .minus {
            if token.kind == .minus { sign = -sign }
            scanner.advance()
        }
        guard token.kind == .number || isInfinity else {
            try refuseToken("Put a number here, or inf or -inf for none.")
            return nil
        }
        let value = sign * (token.kind == .number ? token.value : .infinity)
        let piece = Piece(start.offset, token.piece.end)
        scanner.advance()
        return (DecimalNumber.bounded(value), piece)
    }

    private func readSense() throws(ReadingStopped) -> LPScanner.Kind? {
        guard Self.isSense(token.kind) else {
            try refuseToken("Put <=, >= or = here, or the word free after a variable.")
            return nil
        }
        let sense = token.kind
        scanner.advance()
        return sense
    }

    private func refuseUnknown(_ name: Piece) throws(ReadingStopped) {
        // After another fault the variable may be in what was passed over.
        guard areColumnsWhole else { return }
        try log.add(
            name.offset, "There is no variable \(text.quoted(name)) in the objective or the rows.",
            "Correct the name, or give the variable a cost of 0.")
    }

    private func set(
        _ column: Int?, _ name: Piece, _ sense: LPScanner.Kind, _ value: Double, _ piece: Piece
    ) throws(ReadingStopped) -> Bool {
        guard let column else { return true }
        let gives: BoundsGiven = sense == .equal ? [.lower, .upper] : sense == .atLeast ? .lower : .upper
        guard try give(gives, to: column, name, at: piece) else { return false }
        if gives.contains(.lower) ? value == .infinity : false {
            return try refuseInfinite(piece, "lower")
        }
        if gives.contains(.upper) ? value == -.infinity : false {
            return try refuseInfinite(piece, "upper")
        }
        if gives == [.lower, .upper], value.isInfinite { return try refuseInfinite(piece, "fixed") }
        if gives.contains(.lower) { parts.columnLower[column] = value }
        if gives.contains(.upper) { parts.columnUpper[column] = value }
        return true
    }

    private func refuseInfinite(_ piece: Piece, _ which: String) throws(ReadingStopped) -> Bool {
        try log.add(
            piece.offset, "Nothing can meet the \(which) bound \(text.quoted(piece)).",
            "Give a number below 1e20, or -inf below and inf above for none.")
        return true
    }

    private func give(
        _ gives: BoundsGiven, to column: Int, _ name: Piece, at piece: Piece
    ) throws(ReadingStopped) -> Bool {
        if !boundsGiven[column].isDisjoint(with: gives) {
            try log.add(
                piece.offset, "A bound of \(text.quoted(name)) is given twice.", "Keep one lower and one upper bound.")
            // The line can be read on.
            return true
        }
        boundsGiven[column].formUnion(gives)
        boundPlaces[column] = piece.start
        return true
    }

    // MARK: Generals and Binaries

    func readKinds(isBinary: Bool) throws(ReadingStopped) {
        while token.kind != .end, heading() == nil {
            guard token.kind == .word, !token.isLabel else {
                try refuseToken("List names of variables here and nothing else.")
                scanner.advance()
                continue
            }
            if let column = columnTable.place(of: token.piece, in: text) {
                parts.isInteger[column] = true
                if isBinary { binaryPlaces.append((column, token.piece.offset)) }
            } else {
                try refuseUnknown(token.piece)
            }
            scanner.advance()
        }
    }

    /// Checks bounds against each other, once all of them are known.
    func settleBounds() throws(ReadingStopped) {
        for (column, place) in binaryPlaces {
            let given = boundsGiven[column]
            let isBinary = (!given.contains(.lower) || parts.columnLower[column] == 0)
                && (!given.contains(.upper) || parts.columnUpper[column] == 1)
            if isBinary {
                parts.columnUpper[column] = 1
            } else {
                try log.add(
                    place,
                    "The binary variable \(text.quoted(columnTable.names[column])) has the bounds \(parts.columnLower[column]) and \(parts.columnUpper[column]); some readers keep them and some do not.",
                    "List it under Generals to keep them, or take them out to have 0 and 1.")
            }
        }
        for column in 0..<parts.columnCount where parts.columnLower[column] > parts.columnUpper[column] {
            let name = text.quoted(columnTable.names[column])
            let isGiven = boundsGiven[column].contains(.lower)
            try log.add(
                Int(boundPlaces[column]),
                "The lower bound of \(name), \(parts.columnLower[column])\(isGiven ? "" : " as none is given"), is above the upper, \(parts.columnUpper[column]).",
                isGiven ? "Make one of them give way." : "Write -inf <= x <= \(parts.columnUpper[column]) if there is none.")
        }
    }
}
