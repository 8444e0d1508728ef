// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads comma-separated values (RFC 4180) row by row, without a copy of what it reads.
///
/// Written here because the usual package reads about 7 MB/s, where the travel table of a whole country is tens of
/// megabytes, and because it names neither the row nor the column of what is wrong with a file.
///
/// Accepted beyond RFC 4180: a byte order mark, line ends of any system, and empty lines, which are passed over.
struct CSVReader {
    /// Where a cell's text stands in the file; its quotes are left out.
    struct Cell {
        let start: Int
        let end: Int
        /// Whether a quote in it is written twice.
        let hasDoubledQuotes: Bool
    }

    /// A fault after which the rest of the file cannot be trusted.
    struct Broken: Error, Equatable {
        let row: Int
        /// Index of the column, from 0; nil when it is the whole row.
        let column: Int?
        let fault: String
        let fix: String
    }

    static let longestRow = 16 << 20
    static let mostColumns = 10_000

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var nextLine = 1
    /// The line the current row starts on, as a text editor counts them.
    private(set) var line = 0
    /// The cells of the current row.
    private(set) var cells: [Cell] = []

    /// The buffer has to outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Moves to the next row that is not empty.
    /// - Returns: false at the end of the file.
    mutating func next() throws(Broken) -> Bool {
        while position < bytes.count {
            line = nextLine
            cells.removeAll(keepingCapacity: true)
            try readRow()
            if cells.count != 1 || cells[0].start != cells[0].end { return true }
        }
        return false
    }

    private mutating func readRow() throws(Broken) {
        let rowStart = position
        // Every byte of the row, so that one look at the end tells whether any lies outside ASCII.
        var seen: UInt8 = 0
        var ended = false
        while !ended {
            let start = position
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                try readQuoted(&seen)
            } else {
                while position < bytes.count {
                    let byte = bytes[position]
                    // Every byte with a meaning of its own is below the comma or is it: one comparison for most.
                    if byte <= UInt8(ascii: ",") {
                        if byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D { break }
                        if byte == UInt8(ascii: "\"") { throw strayQuote() }
                        if byte == 0 { throw nul() }
                    }
                    seen |= byte
                    position += 1
                }
                cells.append(Cell(start: start, end: position, hasDoubledQuotes: false))
            }
            guard cells.count <= Self.mostColumns else {
                throw Broken(
                    row: line, column: nil, fault: "The row has more than 10,000 cells.",
                    fix: "Check that this is the table it is named for.")
            }
            guard position - rowStart <= Self.longestRow else { throw tooLong() }
            if position >= bytes.count {
                ended = true
            } else if bytes[position] == UInt8(ascii: ",") {
                position += 1
            } else {
                skipLineEnd()
                ended = true
            }
        }
        if seen >= 0x80 { try requireUTF8() }
    }

    private mutating func readQuoted(_ seen: inout UInt8) throws(Broken) {
        let opening = position
        position += 1
        var hasDoubledQuotes = false
        while true {
            guard position < bytes.count else {
                throw Broken(
                    row: line, column: cells.count, fault: "The quote that opens this cell is never closed.",
                    fix: "Close it with a quote; write a quote inside a quoted cell twice.")
            }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
                    hasDoubledQuotes = true
                    position += 2
                    continue
                }
                break
            }
            if byte == 0 { throw nul() }
            if byte == 0x0A || (byte == 0x0D && !(position + 1 < bytes.count && bytes[position + 1] == 0x0A)) { nextLine += 1 }
            guard position - opening <= Self.longestRow else { throw tooLong() }
            seen |= byte
            position += 1
        }
        cells.append(Cell(start: opening + 1, end: position, hasDoubledQuotes: hasDoubledQuotes))
        position += 1
        guard position >= bytes.count || [UInt8(ascii: ","), 0x0A, 0x0D].contains(bytes[position]) else {
            throw Broken(
                row: line, column: cells.count - 1, fault: "There is text after the closing quote.",
                fix: "Put the whole cell in quotes and write a quote inside it twice.")
        }
    }

    private mutating func skipLineEnd() {
        if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
        position += 1
        nextLine += 1
    }

    private func requireUTF8() throws(Broken) {
        for (column, cell) in cells.enumerated()
        where String(validating: UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]), as: UTF8.self) == nil {
            throw Broken(row: line, column: column, fault: "The text is not UTF-8.", fix: "Save the file as CSV UTF-8.")
        }
    }

    private func strayQuote() -> Broken {
        Broken(
            row: line, column: cells.count, fault: "There is a quote inside a cell that is not in quotes.",
            fix: "Put the whole cell in quotes and write a quote inside it twice.")
    }

    private func nul() -> Broken {
        Broken(
            row: nextLine, column: cells.count, fault: "The cell holds a NUL byte; this is not plain text.",
            fix: "Save the file as CSV UTF-8.")
    }

    private func tooLong() -> Broken {
        Broken(
            row: line, column: nil, fault: "The row is longer than 16 MB.",
            fix: "Check the line ends and the quotes of the file.")
    }

    /// A cell's bytes without the spaces around them, which spreadsheets add and nobody means.
    func trimmed(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        var start = cells[index].start
        var end = cells[index].end
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    /// A cell's text, quotes resolved, without the spaces around it.
    func text(_ index: Int) -> String {
        let text = String(decoding: trimmed(index), as: UTF8.self)
        guard cells[index].hasDoubledQuotes else { return text }
        var resolved = ""
        var wasQuote = false
        for character in text.unicodeScalars {
            if character == "\"", wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = character == "\""
            resolved.unicodeScalars.append(character)
        }
        return resolved
    }
}
