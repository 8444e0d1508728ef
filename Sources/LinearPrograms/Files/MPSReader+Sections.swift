// SPDX-License-Identifier: GPL-3.0-or-later

extension MPSReader {
    // MARK: ROWS

    mutating func readRow() throws(ReadingStopped) {
        let hasShape = form == .free ? line.count == 2 : line.count == 2 && !line.first.isEmpty
        guard hasShape else {
            return try refuseShape("a sense and a name, such as “ L capacity”")
        }
        let sense = line.first.count == 1 ? text[line.first.offset] & 0xDF : 0
        switch sense {
        case UInt8(ascii: "N"), UInt8(ascii: "L"), UInt8(ascii: "G"), UInt8(ascii: "E"): break
        default:
            return try refuseLine(
                line.first.offset, "\(text.quoted(line.first)) is not a sense of a row.", "Use N, L, G or E.")
        }
        if let complaint = text.complaint(aboutName: line.second) {
            return try refuseLine(line.second.offset, complaint.fault, complaint.fix)
        }
        if text[line.second.offset] == UInt8(ascii: "$") {
            return try refuseLine(
                line.second.offset, "The name \(text.quoted(line.second)) begins with $, which begins a comment in COLUMNS.",
                "Give the row another name.")
        }
        guard let place = rowTable.add(line.second, in: text) else {
            return try refuseLine(
                line.second.offset, "The row \(text.quoted(line.second)) is there twice.", "Give each row a name of its own.")
        }
        senses.append(sense)
        sides.append(0)
        sidesGiven.append(false)
        ranges.append(.nan)
        lastColumns.append(-1)
        if sense == UInt8(ascii: "N"), objective == nil, objectiveName == nil { objective = place }
    }

    /// Says how many fields the line should have had.
    mutating func refuseShape(_ shape: String) throws(ReadingStopped) {
        mayBeFixed = true
        let count = line.count > MPSLine.most ? "more than \(MPSLine.most) fields" : line.count == 1 ? "1 field" : "\(line.count) fields"
        let fault = form == .free ? "The line has \(count)." : "The line's fields are not in their places."
        try refuseLine(lineWord().offset, fault, "Give it \(shape).")
    }

    // MARK: COLUMNS

    mutating func readColumn() throws(ReadingStopped) {
        // The name, then one or two pairs of row and number. In fixed form they begin with the second field.
        let first = form == .free ? 0 : 1
        if line.count > first + 1, isMarker(line[first + 1]) {
            return try readMarker(line[form == .free ? 2 : 4])
        }
        let count = line.count - first
        guard count == 3 || count == 5, form == .free || line.first.isEmpty, !line[first].isEmpty,
            !line[first + 1].isEmpty, !line[first + 2].isEmpty, count == 3 || !line[first + 3].isEmpty
        else {
            return try refuseShape("a column and one or two pairs of row and number")
        }
        let name = line[first]
        guard try takeColumn(name) else { return }
        try addEntry(line[first + 1], line[first + 2])
        if count == 5 { try addEntry(line[first + 3], line[first + 4]) }
    }

    /// Makes the name's column the current one; false after a fault.
    private mutating func takeColumn(_ name: Piece) throws(ReadingStopped) -> Bool {
        if currentColumn >= 0 {
            let last = columnTable.names[currentColumn]
            if last.count == name.count, text.bytes(of: last).elementsEqual(text.bytes(of: name)) { return true }
        }
        if let complaint = text.complaint(aboutName: name) {
            try refuseLine(name.offset, complaint.fault, complaint.fix)
            return false
        }
        guard let place = columnTable.add(name, in: text) else {
            try refuseLine(
                name.offset, "The column \(text.quoted(name)) is there already, with others in between.",
                "Put all of a column's entries together, and give each column a name of its own.")
            return false
        }
        currentColumn = place
        parts.costs.append(0)
        parts.isInteger.append(isInIntegers)
        boundsGiven.append(isInIntegers ? .marked : [])
        return true
    }

    private mutating func addEntry(_ row: Piece, _ amount: Piece) throws(ReadingStopped) {
        guard let place = rowTable.place(of: row, in: text) else {
            if rowsAreWhole { try refuseUnknown(row, "row", "ROWS") }
            return
        }
        guard let value = try number(amount) else { return }
        guard lastColumns[place] != Int32(truncatingIfNeeded: currentColumn) else {
            return try refuseLine(
                row.offset, "The row \(text.quoted(row)) has two entries in this column.", "Keep one, or their sum.")
        }
        lastColumns[place] = Int32(truncatingIfNeeded: currentColumn)
        if place == objective {
            parts.costs[currentColumn] = value
        } else if value != 0 {
            entryRows.append(Int32(truncatingIfNeeded: place))
            entryColumns.append(Int32(truncatingIfNeeded: currentColumn))
            entryValues.append(value)
        }
    }

    mutating func refuseUnknown(_ name: Piece, _ kind: String, _ section: String) throws(ReadingStopped) {
        mayBeFixed = true
        try refuseLine(
            name.offset, "There is no \(kind) \(text.quoted(name)).", "Correct the name, or add the \(kind) to \(section).")
    }

    private func isMarker(_ word: Piece) -> Bool { text.equalsIgnoringCase(word, "'marker'") }

    private mutating func readMarker(_ kind: Piece) throws(ReadingStopped) {
        if !kind.isEmpty, text.equalsIgnoringCase(kind, "'intorg'") {
            if isInIntegers { return try refuseLine(kind.offset, "Integer columns begin that have begun already.", "Put an 'INTEND' marker before.") }
            isInIntegers = true
            return
        }
        if !kind.isEmpty, text.equalsIgnoringCase(kind, "'intend'") {
            if !isInIntegers { return try refuseLine(kind.offset, "Integer columns end that have not begun.", "Put an 'INTORG' marker before the first of them.") }
            isInIntegers = false
            return
        }
        if !kind.isEmpty, text.equalsIgnoringCase(kind, "'sosorg'") || text.equalsIgnoringCase(kind, "'sosend'") {
            return try refuseLine(kind.offset, "This marks a special ordered set, which GLPK does not solve.", "State it with binary variables and rows.")
        }
        try refuseLine(
            kind.isEmpty ? line.whole.end : kind.offset, "This marker is neither 'INTORG' nor 'INTEND'.",
            "Write one of the two, quotation marks included.")
    }

    // MARK: RHS and RANGES

    mutating func readSides() throws(ReadingStopped) {
        for (row, amount) in try pairs() {
            guard let place = rowTable.place(of: row, in: text) else {
                if rowsAreWhole { try refuseUnknown(row, "row", "ROWS") }
                continue
            }
            guard let value = try number(amount, isInfinityAllowed: place != objective) else { continue }
            if sidesGiven[place] {
                try refuseLine(row.offset, "The right-hand side of \(text.quoted(row)) is given twice.", "Keep one of the two.")
                continue
            }
            sidesGiven[place] = true
            let isNever =
                switch senses[place] {
                case UInt8(ascii: "L"): value == -.infinity
                case UInt8(ascii: "G"): value == .infinity
                case UInt8(ascii: "E"): value.isInfinite
                default: false
                }
            if isNever {
                try refuseLine(
                    amount.offset, "Nothing can meet the right-hand side \(text.quoted(amount)) of a row of this sense.",
                    "Give a number below 1e20, or make the row an N row if it asks nothing.")
                continue
            }
            sides[place] = value
        }
    }

    mutating func readRanges() throws(ReadingStopped) {
        for (row, amount) in try pairs() {
            guard let place = rowTable.place(of: row, in: text) else {
                if rowsAreWhole { try refuseUnknown(row, "row", "ROWS") }
                continue
            }
            guard let value = try number(amount, isInfinityAllowed: true) else { continue }
            if senses[place] == UInt8(ascii: "N") {
                try refuseLine(row.offset, "The N row \(text.quoted(row)) has no side for a range to begin at.", "Make it an L, G or E row, or leave the range out.")
            } else if !ranges[place].isNaN {
                try refuseLine(row.offset, "The range of \(text.quoted(row)) is given twice.", "Keep one of the two.")
            } else {
                ranges[place] = value
            }
        }
    }

    /// The pairs of row and number in a line that may begin with the name of a set.
    private mutating func pairs() throws(ReadingStopped) -> [(Piece, Piece)] {
        var set = Piece.none
        var first = 0
        if form == .fixed {
            set = line.second
            first = 2
        } else if line.count % 2 == 1 {
            set = line.first
            first = 1
        }
        let count = line.count - first
        guard count == 2 || count == 4, form == .free || line.first.isEmpty, !line[first].isEmpty,
            !line[first + 1].isEmpty, count == 2 || !line[first + 2].isEmpty
        else {
            try refuseShape("the name of the set, if it has one, and one or two pairs of row and number")
            return []
        }
        guard try isFirstSet(set) else { return [] }
        let pair = (line[first], line[first + 1])
        return count == 2 ? [pair] : [pair, (line[first + 2], line[first + 3])]
    }

    /// Whether the line belongs to the only set that is taken; a fault where it does not.
    mutating func isFirstSet(_ set: Piece) throws(ReadingStopped) -> Bool {
        guard let first = sets[section] else {
            sets[section] = set
            return true
        }
        if first.count == set.count, text.bytes(of: first).elementsEqual(text.bytes(of: set)) { return true }
        if set.isEmpty {
            try refuseLine(
                lineWord().offset, "The line does not name a set, and the first of its section named \(text.quoted(first)).",
                "Name the same one, and look for fields that are missing.")
            return false
        }
        try refuseLine(
            set.offset,
            "A second set, \(text.quoted(set)), begins after \(text.quoted(first)); which of them counts is for whoever made the file to say.",
            "Keep the set that is meant.")
        section = .refused
        return false
    }
}
