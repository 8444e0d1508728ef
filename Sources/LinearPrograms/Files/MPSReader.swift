// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads an MPS file in one pass over its bytes: line by line, section by section.
struct MPSReader {
    enum Form { case free, fixed }

    enum Section {
        /// Before the first heading.
        case none
        case name, direction, objectiveName, rows, columns, sides, ranges, bounds
        /// A section that was refused: its lines say nothing more.
        case refused
        case end
    }

    let text: FileText
    let form: Form
    var log = FaultLog()
    var legend = FileLegend()
    var line = MPSLine()
    var section = Section.none
    /// The sections met so far, by where their headings are.
    var met: [Section: Int] = [:]
    var parts = ProgramParts()
    /// Where OBJSENSE has said the direction.
    var directionPlace: Int?
    /// Whether some line could not be read in free form in a way that names with spaces would explain.
    var mayBeFixed = false
    /// GLPK gives the objective's constant another sign than everybody else, and says in the first lines that the file is its own.
    var isByGLPK = false

    // Rows, those without a sense included.
    var rowTable = NameTable()
    var senses: [UInt8] = []
    /// The place of the objective among the rows.
    var objective: Int?
    var objectiveName: Piece?
    var sides: [Double] = []
    var sidesGiven: [Bool] = []
    /// Not a number where a row has no range.
    var ranges: [Double] = []
    var rowsAreWhole = true

    // Columns and their entries, column by column.
    var columnTable = NameTable()
    var currentColumn = -1
    var isInIntegers = false
    var entryRows: [Int32] = []
    var entryValues: [Double] = []
    var entryColumns: [Int32] = []
    /// The last column with an entry in each row, so that a second one shows.
    var lastColumns: [Int32] = []
    var columnsAreWhole = true

    var boundsGiven: [BoundsGiven] = []
    var boundPlaces: [UInt32] = []

    /// The first set of each kind; any other is refused.
    var sets: [Section: Piece] = [:]

    init(_ text: FileText, form: Form) {
        self.text = text
        self.form = form
    }

    /// The program, or nil with the faults in ``log``.
    mutating func read() -> ProgramParts? {
        do throws(ReadingStopped) {
            try readLines()
            guard log.isEmpty else { return nil }
            try finish()
            guard log.isEmpty else { return nil }
            let result = legend.isOurs ? try legend.restored(parts, in: text, log: &log) : parts
            return log.isEmpty ? result : nil
        } catch {
            return nil
        }
    }

    private mutating func readLines() throws(ReadingStopped) {
        var place = text.start
        while place < text.count, section != .end {
            let start = place
            while place < text.count, text[place] != Byte.newline { place += 1 }
            var end = place
            if end > start, text[end - 1] == Byte.carriageReturn { end -= 1 }
            place += 1
            guard end > start else { continue }
            line.whole = Piece(start, end)
            switch text[start] {
            case UInt8(ascii: "*"):
                if section == .none { note(Piece(start + 1, end)) }
            case Byte.space, Byte.tab:
                try readData()
            default:
                try readHeading()
            }
        }
        if section == .end {
            try refuseTextAfterEnd(from: min(place, text.count))
        } else {
            try log.add(
                text.count, "The file ends without ENDATA, so that part of it may be missing.",
                "Fetch the whole file, or add a line ENDATA if this is the whole.")
        }
        for (needed, heading) in [(Section.rows, "ROWS"), (.columns, "COLUMNS")] where met[needed] == nil {
            try log.add(text.count, "The file has no \(heading) section.", "Add it; ROWS and COLUMNS are needed in every MPS file.")
        }
    }

    private mutating func note(_ comment: Piece) {
        legend.note(comment, in: text)
        if text.bytes(of: comment).starts(with: " Format:".utf8) {
            let words = String(decoding: text.bytes(of: comment), as: UTF8.self).split(separator: " ")
            // `* Format:     Free MPS`, as glp_write_mps begins its files.
            if words == ["Format:", "Free", "MPS"] || words == ["Format:", "Fixed", "MPS"] { isByGLPK = true }
        }
    }

    private mutating func refuseTextAfterEnd(from start: Int) throws(ReadingStopped) {
        for place in start..<text.count
        where !Byte.isBlank(text[place]) && text[place] != Byte.newline && text[place] != Byte.carriageReturn {
            return try log.add(place, "There is text after ENDATA.", "End the file there, or move ENDATA to its end.")
        }
    }

    private mutating func readData() throws(ReadingStopped) {
        switch form {
        case .free:
            line.cutAtBlanks(text)
            // A line of blanks.
            if line.count == 0 { return }
            if line.count == 1, section != .direction, section != .objectiveName, isHeading(line.first) {
                try log.add(line.first.offset, "The heading \(text.quoted(line.first)) has a blank before it.", "Begin it in column 1.")
                return try readHeading()
            }
        case .fixed:
            let stray = line.cutAtPlaces(text)
            if line.count == 0, stray == nil { return }
            if let stray, section != .refused, section != .none, section != .name, section != .direction,
                section != .objectiveName
            {
                return try refuseLine(
                    stray, "There is text between the fields of fixed form.",
                    "Put the fields in columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61, without tabs.")
            }
        }
        switch section {
        case .rows: try readRow()
        case .columns: try readColumn()
        case .sides: try readSides()
        case .ranges: try readRanges()
        case .bounds: try readBound()
        case .direction: try readDirection(lineWord())
        case .objectiveName:
            if objectiveName != nil {
                try refuseLine(line.whole.offset, "The objective's name is given twice.", "Keep one of the two.")
            }
            objectiveName = lineWord()
        case .refused: break
        case .end: break
        case .none, .name:
            section = .refused
            try log.add(
                lineWord().offset, "This line belongs to no section.",
                "Begin headings such as ROWS in column 1, and put NAME or ROWS first.")
        }
    }

    /// The line without the blanks around it.
    func lineWord() -> Piece {
        var start = line.whole.offset
        var end = line.whole.end
        while start < end, Byte.isBlank(text[start]) { start += 1 }
        while end > start, Byte.isBlank(text[end - 1]) { end -= 1 }
        return Piece(start, end)
    }

    /// Notes a fault, and that what this section defines may not all be known from now on.
    mutating func refuseLine(_ offset: Int, _ fault: String, _ fix: String) throws(ReadingStopped) {
        if section == .rows { rowsAreWhole = false }
        if section == .columns { columnsAreWhole = false }
        try log.add(offset, fault, fix)
    }

    /// A number of the line; nil after a fault.
    mutating func number(_ piece: Piece, isInfinityAllowed: Bool = false) throws(ReadingStopped) -> Double? {
        guard let value = DecimalNumber.read(text, piece) else {
            try refuseLine(piece.offset, "\(text.quoted(piece)) is not a number.", "Write one such as -1.5 or 2e6.")
            return nil
        }
        if isInfinityAllowed { return DecimalNumber.bounded(value) }
        if value.magnitude > DecimalNumber.infinite {
            try refuseLine(piece.offset, "The coefficient \(text.quoted(piece)) is beyond 1e20.", "Give it in larger units.")
            return nil
        }
        return value
    }
}

/// What the BOUNDS section has said of a column.
struct BoundsGiven: OptionSet {
    let rawValue: UInt8
    static let lower = BoundsGiven(rawValue: 1)
    static let upper = BoundsGiven(rawValue: 2)
    /// Between markers of integers.
    static let marked = BoundsGiven(rawValue: 4)
}
