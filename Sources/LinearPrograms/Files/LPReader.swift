// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads an LP file in one pass over its tokens: the objective, the rows, then bounds and kinds of variables.
///
/// A class, because a struct of this size is copied for every look at a token in builds without optimisation.
final class LPReader {
    let text: FileText
    var scanner: LPScanner
    var log = FaultLog()
    var parts = ProgramParts()

    var columnTable = NameTable()
    var rowTable = NameTable()
    /// Every row's name; where it has none an empty piece at its start.
    var rowNames: [Piece] = []
    /// Where each column's latest term is in the matrix, so that terms of one variable add up.
    var latestTerms: [Int] = []
    /// What has been said of each column's bounds, and where last.
    var boundsGiven: [BoundsGiven] = []
    var boundPlaces: [UInt32] = []
    var binaryPlaces: [(column: Int, offset: Int)] = []
    /// Whether each row's terms are in column order already and none is zero.
    var isInOrder = true
    /// Whether every variable is known, so that a new name in the bounds is a fault of its own.
    var areColumnsWhole = true

    init(_ text: FileText) {
        self.text = text
        scanner = LPScanner(text)
    }

    var token: LPScanner.Token { scanner.token }

    /// The heading that the next token begins. Most tokens are told at a glance to begin none, without a copy of the scanner.
    func heading() -> (LPHeading, tokens: Int)? { token.mayBeHeading ? scanner.heading() : nil }

    /// The program, or nil with the faults in ``log``.
    func read() -> ProgramParts? {
        do throws(ReadingStopped) {
            try readDirection()
            try readObjective()
            try readSections()
            guard log.isEmpty else { return nil }
            try settleBounds()
            guard log.isEmpty else { return nil }
            nameRows()
            for name in columnTable.names { parts.columnNames.append(name, of: text) }
            if !isInOrder { orderTerms() }
            let legend = scanner.legend
            let result = legend.isOurs ? try legend.restored(parts, in: text, log: &log) : parts
            return log.isEmpty ? result : nil
        } catch {
            return nil
        }
    }

    private func readDirection() throws(ReadingStopped) {
        let word = token.piece
        let known: [(StaticString, Direction)] = [
            ("minimize", .minimise), ("minimise", .minimise), ("minimum", .minimise), ("min", .minimise),
            ("maximize", .maximise), ("maximise", .maximise), ("maximum", .maximise), ("max", .maximise),
        ]
        guard token.kind == .word,
            let direction = known.first(where: { text.equalsIgnoringCase(word, $0.0) })?.1
        else {
            let what = token.kind == .end ? "The file has no model in it." : "The file begins with \(text.quoted(word))."
            try log.add(word.offset, what, "Begin it with Minimize or Maximize; comments begin with \\.")
            throw ReadingStopped()
        }
        if token.isLabel {
            try log.add(
                word.offset, "A colon after \(text.quoted(word)) is the LP format of lp_solve, which is another one.",
                "Write the model in the LP format of CPLEX, or as MPS.")
            throw ReadingStopped()
        }
        parts.direction = direction
        scanner.advance()
        if token.kind == .word, text.equalsIgnoringCase(token.piece, "multi"), scanner.next().kind == .minus {
            try refuse(.objectives, at: token.piece)
        }
    }

    private func readObjective() throws(ReadingStopped) {
        if token.isLabel {
            scanner.advance()
            scanner.advance()
        }
        // An objective may be empty: any point will do.
        if heading() != nil { return }
        let start = token.piece
        guard let sum = try readSum(isObjective: true) else { return skipToHeading() }
        if !sum.constant.isFinite {
            try log.add(start.offset, "The objective's constant is infinite.", "Give it the largest value that can occur.")
        }
        parts.objectiveConstant = sum.constant
        if heading() == nil {
            try refuseToken("Put + or - between the terms of the objective, and Subject To after them.")
            skipToHeading()
        }
    }

    private func readSections() throws(ReadingStopped) {
        guard let (first, tokens) = heading(), first == .constraints else {
            let what = token.kind == .end ? "The file ends after the objective." : "The objective is followed by \(text.quoted(token.piece))."
            try log.add(token.piece.offset, what, "Go on with Subject To, even if there are no rows.")
            throw ReadingStopped()
        }
        for _ in 0..<tokens { scanner.advance() }
        try readRows()
        while let (heading, tokens) = heading() {
            var word = token.piece
            for _ in 0..<tokens {
                word = Piece(word.offset, token.piece.end)
                scanner.advance()
            }
            switch heading {
            case .constraints:
                try log.add(word.offset, "The section \(text.quoted(word)) is there twice.", "Put its lines under the first heading.")
                try readRows()
            case .bounds: try readBounds()
            case .generals: try readKinds(isBinary: false)
            case .binaries: try readKinds(isBinary: true)
            case .refused(let refusal): try refuse(refusal, at: word)
            case .end:
                if token.kind != .end {
                    try log.add(token.piece.offset, "There is text after End.", "End the file there, or move End to its end.")
                }
                return
            }
        }
        try log.add(
            text.count, "The file ends without End, so that part of it may be missing.",
            "Fetch the whole file, or add a line End if this is the whole.")
    }

    private func refuse(_ refusal: LPRefusal, at word: Piece) throws(ReadingStopped) {
        let (fault, fix) = refusal.reason
        try log.add(word.offset, "The section \(text.quoted(word)) \(fault)", fix)
        skipToHeading()
    }

    /// Passes over what a fault has made meaningless.
    func skipToHeading() {
        areColumnsWhole = false
        while token.kind != .end, heading() == nil { scanner.advance() }
    }

    /// Says what the token is and what should have been there.
    func refuseToken(_ fix: String) throws(ReadingStopped) {
        areColumnsWhole = false
        let word = text.quoted(token.piece)
        switch token.kind {
        case .end: try log.add(text.count, "The file ends too early.", fix)
        case .product, .bracket:
            try log.add(
                token.piece.offset, "\(word) belongs to a quadratic term: the model is not linear.",
                "Leave it out or approximate it by linear pieces; a coefficient needs no *, as in 2 x.")
        case .arrow:
            try log.add(
                token.piece.offset, "\(word) belongs to an indicator constraint, which GLPK does not solve.",
                "State it as a row with a large enough coefficient on the binary variable.")
        case .stray:
            let isPlain = text.isPlain(token.piece)
            try log.add(
                token.piece.offset, isPlain ? "\(word) is not part of the format." : "This byte is not plain text.",
                isPlain ? fix : "Save the file as UTF-8, without control characters.")
        default:
            let isHeading = heading() != nil
            try log.add(
                token.piece.offset, isHeading ? "\(word) begins a section in the middle of something." : "\(word) is not expected.",
                isHeading ? fix + " A variable may not have the name of a section." : fix)
        }
    }

    /// Puts each row's terms in column order and drops zeros: by columns, then by rows again, which needs no sorting.
    private func orderTerms() {
        var columnStarts = [Int](repeating: 0, count: parts.columnCount + 1)
        for term in parts.matrix where term.coefficient != 0 { columnStarts[Int(term.column) + 1] += 1 }
        for column in 0..<parts.columnCount { columnStarts[column + 1] += columnStarts[column] }
        let count = columnStarts[parts.columnCount]
        var rows = [Int32](repeating: 0, count: count)
        var coefficients = [Double](repeating: 0, count: count)
        var next = columnStarts
        var rowStarts = [Int](repeating: 0, count: parts.rowCount + 1)
        for row in 0..<parts.rowCount {
            for term in parts.terms(ofRow: row) where term.coefficient != 0 {
                let column = Int(term.column)
                rows[next[column]] = Int32(truncatingIfNeeded: row)
                coefficients[next[column]] = term.coefficient
                next[column] += 1
                rowStarts[row + 1] += 1
            }
        }
        for row in 0..<parts.rowCount { rowStarts[row + 1] += rowStarts[row] }
        var matrix = [Term](repeating: Term(column: 0, coefficient: 0), count: count)
        next = rowStarts
        for column in 0..<parts.columnCount {
            for entry in columnStarts[column]..<columnStarts[column + 1] {
                let row = Int(rows[entry])
                matrix[next[row]] = Term(column: Int32(truncatingIfNeeded: column), coefficient: coefficients[entry])
                next[row] += 1
            }
        }
        parts.rowStarts = rowStarts
        parts.matrix = matrix
    }
}
