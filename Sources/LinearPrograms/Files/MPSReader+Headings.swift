// SPDX-License-Identifier: GPL-3.0-or-later

extension MPSReader {
    /// A line that begins in column 1.
    mutating func readHeading() throws(ReadingStopped) {
        line.cutAtBlanks(text)
        let word = line.first
        if section == .columns {
            closeColumns()
            try refuseOpenMarker(at: word.offset)
        }
        if text.equalsIgnoringCase(word, "name") {
            try enter(.name)
            try readName()
        } else if text.equalsIgnoringCase(word, "rows") {
            try enter(.rows)
            try refuseMore(than: 1)
        } else if text.equalsIgnoringCase(word, "columns") {
            try settleObjective()
            try enter(.columns, after: .rows, "ROWS")
            try refuseMore(than: 1)
        } else if text.equalsIgnoringCase(word, "rhs") {
            try enter(.sides, after: .columns, "COLUMNS")
            try refuseMore(than: 1)
        } else if text.equalsIgnoringCase(word, "ranges") {
            try enter(.ranges, after: .columns, "COLUMNS")
            try refuseMore(than: 1)
        } else if text.equalsIgnoringCase(word, "bounds") {
            try enter(.bounds, after: .columns, "COLUMNS")
            try refuseMore(than: 1)
        } else if text.equalsIgnoringCase(word, "objsense") {
            try enter(.direction)
            try refuseMore(than: 2)
            if line.count >= 2 { try readDirection(line.second) }
        } else if text.equalsIgnoringCase(word, "objname") {
            try enter(.objectiveName)
            try refuseMore(than: 2)
            if met[.rows] != nil {
                try log.add(word.offset, "OBJNAME comes after ROWS.", "Put it before, so that the row is known when it is met.")
            }
            if line.count >= 2 { objectiveName = line.second }
        } else if text.equalsIgnoringCase(word, "endata") {
            section = .end
            try refuseMore(than: 1)
        } else {
            section = .refused
            try refuseSection(word)
        }
    }

    func isHeading(_ word: Piece) -> Bool {
        let headings: [StaticString] = ["rows", "columns", "rhs", "ranges", "bounds", "endata", "objsense"]
        return headings.contains { text.equalsIgnoringCase(word, $0) }
    }

    private mutating func enter(
        _ next: Section, after needed: Section? = nil, _ name: String = ""
    ) throws(ReadingStopped) {
        if met[next] != nil {
            try log.add(
                line.first.offset, "The section \(text.quoted(line.first)) is there twice.",
                "Put its lines under the first heading.")
            section = .refused
            return
        }
        met[next] = line.first.offset
        section = next
        if let needed, met[needed] == nil {
            try log.add(
                line.first.offset, "The section \(text.quoted(line.first)) comes before \(name).",
                "Put \(name) before it.")
            section = .refused
        }
    }

    private mutating func refuseMore(than count: Int) throws(ReadingStopped) {
        guard line.count > count, section != .refused else { return }
        try log.add(
            line[count].offset, "There is text after the heading \(text.quoted(line.first)).",
            "Put it on a line of its own, beginning with a blank.")
    }

    private mutating func refuseOpenMarker(at offset: Int) throws(ReadingStopped) {
        guard isInIntegers else { return }
        isInIntegers = false
        try log.add(
            offset, "The integer columns that begin with an 'INTORG' marker do not end.",
            "Add a line with 'MARKER' 'INTEND' after the last of them.")
    }

    private mutating func readName() throws(ReadingStopped) {
        // A title may have blanks in it.
        guard line.count >= 2 else { return }
        var end = line.whole.end
        while Byte.isBlank(text[end - 1]) { end -= 1 }
        let title = Piece(line.second.offset, end)
        guard text.isPlain(title) else {
            return try log.add(
                title.offset, "The title has bytes that are not plain text.",
                "Save the file as UTF-8, without control characters.")
        }
        parts.title = String(decoding: text.bytes(of: title), as: UTF8.self)
    }

    /// `MAX` or `MIN`, on the line of the heading or on the next.
    mutating func readDirection(_ word: Piece) throws(ReadingStopped) {
        if directionPlace != nil {
            return try log.add(word.offset, "The direction of the objective is given twice.", "Keep one of the two.")
        }
        directionPlace = word.offset
        if text.equalsIgnoringCase(word, "max") || text.equalsIgnoringCase(word, "maximize")
            || text.equalsIgnoringCase(word, "maximise")
        {
            parts.direction = .maximise
        } else if text.equalsIgnoringCase(word, "min") || text.equalsIgnoringCase(word, "minimize")
            || text.equalsIgnoringCase(word, "minimise")
        {
            parts.direction = .minimise
        } else {
            try log.add(word.offset, "\(text.quoted(word)) is not a direction of the objective.", "Write MAX or MIN.")
        }
    }

    /// Which of the N rows is the objective, once all rows are known.
    private mutating func settleObjective() throws(ReadingStopped) {
        guard met[.rows] != nil, met[.columns] == nil else { return }
        if let name = objectiveName {
            if let place = rowTable.place(of: name, in: text), senses[place] == UInt8(ascii: "N") {
                objective = place
            } else if rowsAreWhole {
                try log.add(
                    name.offset, "OBJNAME is \(text.quoted(name)), which is not an N row.",
                    "Give the name of one of the N rows, or leave OBJNAME out to take the first.")
            }
        }
        if objective == nil, rowsAreWhole, objectiveName == nil {
            try log.add(
                line.first.offset, "ROWS has no N row, so that there is no objective.",
                "Add a line such as “ N cost”; it may have no entries.")
        }
    }

    /// What the project cannot solve is refused with the reason.
    private mutating func refuseSection(_ word: Piece) throws(ReadingStopped) {
        for refusal in Self.refusals where text.equalsIgnoringCase(word, refusal.heading) {
            return try log.add(word.offset, "The section \(text.quoted(word)) \(refusal.what)", refusal.fix)
        }
        try log.add(
            word.offset, "\(text.quoted(word)) is not a section of an MPS file.",
            "Use NAME, OBJSENSE, OBJNAME, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA, and begin other lines with a blank.")
    }

    private struct Refusal {
        let heading: StaticString
        let what: String
        let fix: String
    }

    private static let refusals: [Refusal] = {
        let sets = ("holds special ordered sets, which GLPK does not solve.", "State them with binary variables and rows.")
        let square = ("holds quadratic terms: the model is not linear.", "Leave them out or approximate them by linear pieces.")
        let indicator = ("holds indicator constraints, which GLPK does not solve.", "State them as rows with a large enough coefficient on the binary variable.")
        let lazy = ("holds rows that a reader may or may not enforce.", "Move them to ROWS where they must hold, or leave them out.")
        let general = ("holds functions that are not linear.", "State them with variables and rows.")
        return [
            Refusal(heading: "sos", what: sets.0, fix: sets.1),
            Refusal(heading: "sos1", what: sets.0, fix: sets.1),
            Refusal(heading: "sos2", what: sets.0, fix: sets.1),
            Refusal(heading: "sets", what: sets.0, fix: sets.1),
            Refusal(heading: "quadobj", what: square.0, fix: square.1),
            Refusal(heading: "qsection", what: square.0, fix: square.1),
            Refusal(heading: "qmatrix", what: square.0, fix: square.1),
            Refusal(heading: "qcmatrix", what: square.0, fix: square.1),
            Refusal(heading: "csection", what: square.0, fix: square.1),
            Refusal(heading: "quads", what: square.0, fix: square.1),
            Refusal(heading: "indicators", what: indicator.0, fix: indicator.1),
            Refusal(heading: "lazycons", what: lazy.0, fix: lazy.1),
            Refusal(heading: "usercuts", what: lazy.0, fix: lazy.1),
            Refusal(heading: "gencons", what: general.0, fix: general.1),
            Refusal(heading: "pwlobj", what: general.0, fix: general.1),
            Refusal(heading: "pwlnam", what: general.0, fix: general.1),
        ]
    }()
}
