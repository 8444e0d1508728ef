// SPDX-License-Identifier: GPL-3.0-or-later

extension MPSReader {
    private enum Kind {
        case upper, lower, fixed, free, minusInfinity, plusInfinity, binary, integerLower, integerUpper

        var hasNumber: Bool {
            switch self {
            case .upper, .lower, .fixed, .integerLower, .integerUpper: true
            case .free, .minusInfinity, .plusInfinity, .binary: false
            }
        }

        var gives: BoundsGiven {
            switch self {
            case .upper, .integerUpper, .plusInfinity: .upper
            case .lower, .integerLower, .minusInfinity: .lower
            case .fixed, .free, .binary: [.lower, .upper]
            }
        }
    }

    /// Makes room for bounds once all columns are known.
    mutating func closeColumns() {
        guard parts.columnLower.isEmpty else { return }
        parts.columnLower = Array(repeating: 0, count: parts.columnCount)
        parts.columnUpper = Array(repeating: .infinity, count: parts.columnCount)
        boundPlaces = Array(repeating: 0, count: parts.columnCount)
    }

    mutating func readBound() throws(ReadingStopped) {
        guard let kind = try kind(of: line.first) else { return }
        var set = Piece.none
        var column = Piece.none
        var amount = Piece.none
        switch (form, line.count) {
        case (.fixed, 3...4): (set, column, amount) = (line.second, line.third, line.count == 4 ? line.fourth : .none)
        case (.free, 4): (set, column, amount) = (line.second, line.third, line.fourth)
        case (.free, 3) where kind.hasNumber: (column, amount) = (line.second, line.third)
        case (.free, 3):
            // A set and a column, or a column and a number that says nothing.
            let isColumn = columnTable.place(of: line.third, in: text) != nil
            if isColumn || columnTable.place(of: line.second, in: text) == nil {
                (set, column) = (line.second, line.third)
            } else {
                (column, amount) = (line.second, line.third)
            }
        case (.free, 2) where !kind.hasNumber: column = line.second
        default: break
        }
        guard !column.isEmpty, !amount.isEmpty || !kind.hasNumber else {
            return try refuseShape(
                kind.hasNumber ? "a kind, the name of the set, a column and a number" : "a kind, the name of the set and a column")
        }
        guard try isFirstSet(set) else { return }
        guard let place = columnTable.place(of: column, in: text) else {
            if columnsAreWhole { try refuseUnknown(column, "column", "COLUMNS") }
            return
        }
        var value = 0.0
        if !amount.isEmpty {
            guard let number = try number(amount, isInfinityAllowed: true) else { return }
            value = number
        }
        if !boundsGiven[place].isDisjoint(with: kind.gives) {
            return try refuseLine(
                column.offset, "A bound of \(text.quoted(column)) is given twice.", "Keep one lower and one upper bound.")
        }
        boundsGiven[place].formUnion(kind.gives)
        boundPlaces[place] = (amount.isEmpty ? column : amount).start
        try apply(kind, value, to: place, at: amount)
    }

    private mutating func apply(
        _ kind: Kind, _ value: Double, to column: Int, at amount: Piece
    ) throws(ReadingStopped) {
        switch kind {
        case .upper, .integerUpper:
            if value == -.infinity { return try refuseInfinite(amount, "upper") }
            parts.columnUpper[column] = value
        case .lower, .integerLower:
            if value == .infinity { return try refuseInfinite(amount, "lower") }
            parts.columnLower[column] = value
        case .fixed:
            if value.isInfinite { return try refuseInfinite(amount, "fixed") }
            parts.columnLower[column] = value
            parts.columnUpper[column] = value
        case .free: parts.columnLower[column] = -.infinity
        case .minusInfinity: parts.columnLower[column] = -.infinity
        case .plusInfinity: break
        case .binary: parts.columnUpper[column] = 1
        }
        switch kind {
        case .binary, .integerLower, .integerUpper: parts.isInteger[column] = true
        default: break
        }
    }

    private mutating func refuseInfinite(_ amount: Piece, _ which: String) throws(ReadingStopped) {
        try refuseLine(
            amount.offset, "Nothing can meet the \(which) bound \(text.quoted(amount)).",
            "Give a number below 1e20, or use MI, PL or FR for no bound.")
    }

    private mutating func kind(of word: Piece) throws(ReadingStopped) -> Kind? {
        let known: [(StaticString, Kind)] = [
            ("up", .upper), ("lo", .lower), ("fx", .fixed), ("fr", .free), ("mi", .minusInfinity),
            ("pl", .plusInfinity), ("bv", .binary), ("li", .integerLower), ("ui", .integerUpper),
        ]
        for (name, kind) in known where text.equalsIgnoringCase(word, name) { return kind }
        for name: StaticString in ["sc", "si"] where text.equalsIgnoringCase(word, name) {
            try refuseLine(
                word.offset, "The bound \(text.quoted(word)) makes a semi-continuous variable, which GLPK does not solve.",
                "Give the variable a binary one beside it: x <= upper × open and x >= lower × open.")
            return nil
        }
        try refuseLine(
            word.isEmpty ? line.whole.offset : word.offset, "\(text.quoted(word)) is not a kind of bound.",
            "Use UP, LO, FX, FR, MI, PL, BV, LI or UI.")
        return nil
    }
}
