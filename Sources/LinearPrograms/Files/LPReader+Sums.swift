// SPDX-License-Identifier: GPL-3.0-or-later

/// One part of a row: its constant, and whether it had variables, whose terms have gone to the matrix.
struct LPSum {
    var constant = 0.0
    var hasTerms = false
    var constants = 0
    /// The last constant that is infinite.
    var infinity: Piece?
}

extension LPReader {
    /// Reads `3 x - y + 2`: terms and constants with signs between them; nil after a fault.
    /// - Parameters:
    ///   - sign: what the terms are multiplied by on their way into the matrix.
    ///   - isObjective: whether the terms are costs.
    ///   - isRight: whether a number may end the row here. Then what begins a new line is the next row, so that rows
    ///     without names may follow each other.
    func readSum(
        sign: Double = 1, isObjective: Bool = false, isRight: Bool = false
    ) throws(ReadingStopped) -> LPSum? {
        var sum = LPSum()
        var isFirst = true
        while true {
            var factor = 1.0
            var hasSign = false
            while token.kind == .plus || token.kind == .minus {
                if isRight, !isFirst, !sum.hasTerms, !hasSign, token.startsLine { return try checked(sum) }
                if token.kind == .minus { factor = -factor }
                hasSign = true
                scanner.advance()
            }
            if !hasSign, !isFirst { return try checked(sum) }
            isFirst = false
            let start = token.piece
            if token.kind == .number {
                factor *= token.value
                scanner.advance()
                if isInfinity, !token.startsLine {
                    try refuseToken("Write inf or -inf alone, without a coefficient.")
                    return nil
                }
                let isOver = isRight && !sum.hasTerms && token.startsLine
                if isOver || token.kind != .word || token.isLabel || isInfinity || heading() != nil {
                    add(factor, start, to: &sum)
                    continue
                }
            }
            if token.kind == .word, isInfinity {
                scanner.advance()
                add(factor * .infinity, start, to: &sum)
                continue
            }
            guard token.kind == .word, !token.isLabel, heading() == nil else {
                try refuseToken("Put a number or a variable here.")
                return nil
            }
            guard factor.magnitude <= DecimalNumber.infinite else {
                try log.add(start.offset, "The coefficient \(text.quoted(start)) is beyond 1e20.", "Give it in larger units.")
                return nil
            }
            let column = try column(of: token.piece)
            scanner.advance()
            sum.hasTerms = true
            if isObjective {
                parts.costs[column] = Self.sum(parts.costs[column], factor)
            } else {
                parts.matrix.append(Term(column: Int32(truncatingIfNeeded: column), coefficient: sign * factor))
            }
        }
    }

    private var isInfinity: Bool { token.kind == .word && DecimalNumber.isInfinity(text, token.piece) }

    private func add(_ number: Double, _ piece: Piece, to sum: inout LPSum) {
        let number = DecimalNumber.bounded(number)
        if number.isInfinite { sum.infinity = piece }
        sum.constant = sum.constants == 0 ? number : sum.constant + number
        sum.constants += 1
    }

    /// The sum, now that it is whole; nil after a fault, which an infinity beside anything else would be.
    private func checked(_ sum: LPSum) throws(ReadingStopped) -> LPSum? {
        guard let infinity = sum.infinity, sum.hasTerms || sum.constants > 1 else { return sum }
        try log.add(
            infinity.offset, "\(text.quoted(infinity)) is infinite and is added to something.",
            "Give it the largest value that can occur.")
        return nil
    }

    /// The variable's column; a new one where the name is new.
    private func column(of name: Piece) throws(ReadingStopped) -> Int {
        if let place = columnTable.place(of: name, in: text) { return place }
        if let complaint = text.complaint(aboutName: name) { try log.add(name.offset, complaint.fault, complaint.fix) }
        _ = columnTable.add(name, in: text)
        parts.costs.append(0)
        parts.columnLower.append(0)
        parts.columnUpper.append(.infinity)
        parts.isInteger.append(false)
        latestTerms.append(-1)
        boundsGiven.append([])
        boundPlaces.append(0)
        return columnTable.count - 1
    }
}
