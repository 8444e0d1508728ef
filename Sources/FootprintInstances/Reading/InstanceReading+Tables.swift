// SPDX-License-Identifier: GPL-3.0-or-later

/// From files to tables of text.
extension InstanceReading {
    mutating func readTables() {
        guard checkFolders() else { return }
        // The travel table is read once the codes of zones and sites are known.
        for schema in self.schema where schema.siteColumns == nil {
            if schema.mayBeAbsent, !folder.contains(schema.path) {
                tables[schema.name] = Table(schema: schema)
                continue
            }
            guard let bytes = read(schema) else { continue }
            tables[schema.name] = bytes.withUnsafeBufferPointer { readTable(schema, CSVReader($0)) }
        }
    }

    /// Every CSV file of the folders of tables has to be one of the schema.
    /// - Returns: false when a folder is not the instance's own, and nothing in it may be looked at.
    private mutating func checkFolders() -> Bool {
        let folders = InstanceSchema.folders
        let linked = folders.compactMap { folder.fault(inFolder: $0) }
        guard linked.isEmpty else {
            for fault in linked { report(fault) }
            return false
        }
        // A roster's export may stand beside the tables it belongs to.
        let known = Set(schema.map(\.path) + [settings?.staffing.rosterHours?.file].compactMap(\.self))
        for place in folders {
            for name in folder.tableNames(inFolder: place) where !known.contains("\(place)/\(name)") {
                report(unknownTable(name, in: place))
            }
        }
        return true
    }

    private func unknownTable(_ name: String, in place: String) -> Fault {
        let path = "\(place)/\(name)"
        let families = Family.allCases.filter { $0.tables.contains { $0.path == path } }.map(\.rawValue)
        guard families.isEmpty else {
            return Fault(
                file: path, fault: "This is a table of \(Wording.either(families)), which families does not name.",
                fix: "Add the family to families in footprint.yaml, or remove the file.")
        }
        // The right name in the wrong folder is likelier than another name.
        if let meant = schema.first(where: { $0.name + ".csv" == name }) {
            return Fault(file: path, fault: "The file is in the wrong folder.", fix: "Its place is \(meant.path).")
        }
        let names = schema.filter { $0.folder == place }.map { $0.name + ".csv" }
        return Fault(
            file: path, fault: "This is not a table of the schema.",
            fix: Wording.nearest(to: name, among: names, otherwise: "Remove the file."))
    }

    mutating func read(_ schema: TableSchema) -> [UInt8]? {
        let limit = schema.siteColumns == nil ? InputFolder.largestTable : InputFolder.largestTravel
        return readText(schema.path, limit: limit, missing: "Add it; its columns are \(schema.namesToTell.joined(separator: ", ")).")
    }

    /// The bytes of a file of text; nil, with the fault told, where it cannot be read as such.
    mutating func readText(_ path: String, limit: Int, missing: String) -> [UInt8]? {
        do {
            let bytes = try folder.read(path, limit: limit, missing: missing)
            // What spreadsheets call “Unicode text”; its NUL bytes would otherwise be reported without saying why.
            guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
                report(Fault(file: path, fault: "The text is UTF-16.", fix: "Save the file as CSV UTF-8."))
                return nil
            }
            return bytes
        } catch {
            report(error)
            return nil
        }
    }

    private mutating func readTable(_ schema: TableSchema, _ source: CSVReader) -> Table? {
        var reader = source
        var header: [String] = []
        do {
            guard let names = try readHeader(schema.path, schema.namesToTell, &reader) else { return nil }
            header = names
            guard let places = placesOfColumns(schema, header, line: reader.line) else { return nil }
            var table = Table(schema: schema)
            var isWhole = true
            while try reader.next() {
                guard !isFull(schema.path) else { return nil }
                guard let isSound = checkWidth(schema.path, reader, header) else { continue }
                guard isSound else {
                    isWhole = false
                    continue
                }
                table.rows.append(Table.Row(line: reader.line, cells: places.map { reader.text($0) }))
            }
            if table.rows.isEmpty, isWhole, !schema.mayBeEmpty {
                report(Fault(file: schema.path, fault: "The table has no rows.", fix: "Add at least one below the header."))
                return nil
            }
            // A row that could not be read may be the one that another table refers to.
            return isWhole ? table : nil
        } catch {
            report(Fault(broken: error, file: schema.path, header: header))
            return nil
        }
    }

    /// The names of the columns, checked only for what makes them unreadable; nil when there is none.
    /// - Parameter columns: what a reader of an empty file is told to start with.
    mutating func readHeader(_ path: String, _ columns: [String], _ reader: inout CSVReader) throws(CSVReader.Broken) -> [String]? {
        guard try reader.next() else {
            report(
                Fault(
                    file: path, fault: "The file is empty.",
                    fix: "Start it with a header row: \(columns.joined(separator: ","))."))
            return nil
        }
        let header = reader.cells.indices.map { reader.text($0) }
        if header.count == 1, let name = header.first, let separator = [";", "\t"].first(where: { name.contains($0) }) {
            report(
                Fault(
                    file: path, row: reader.line,
                    fault: "The cells are separated by \(separator == ";" ? "semicolons" : "tabs").",
                    fix: "Save the file with commas between the cells."))
            return nil
        }
        return header
    }

    /// Where each column of the schema stands in the file; nil when one is missing.
    private mutating func placesOfColumns(_ schema: TableSchema, _ header: [String], line: Int) -> [Int]? {
        let known = schema.allColumns.map(\.name)
        var missing = known.filter { !header.contains($0) }
        let isWhole = missing.isEmpty
        for name in header where !known.contains(name) {
            // A missing column is the likeliest meaning of an unknown one; the pair is one fault, not two.
            let nearest = NearestName.of(name, among: missing) ?? NearestName.of(name, among: known)
            missing.removeAll { $0 == nearest }
            report(
                Fault(
                    file: schema.path, row: line, column: name, fault: "This column is not known.",
                    fix: nearest.map { "The nearest known name is \($0)." }
                        ?? "Remove it; the columns are \(known.joined(separator: ", "))."))
        }
        for name in missing {
            report(
                Fault(
                    file: schema.path, row: line, column: name, fault: "The column is missing.",
                    fix: "Add it; the columns are \(known.joined(separator: ", "))."))
        }
        reportTwice(schema, header, line: line)
        return isWhole ? known.compactMap { header.firstIndex(of: $0) } : nil
    }

    mutating func reportTwice(_ schema: TableSchema, _ header: [String], line: Int) {
        var seen: Set<String> = []
        for name in header where !seen.insert(name).inserted {
            report(
                Fault(file: schema.path, row: line, column: name, fault: "The column is there twice.", fix: "Keep one of the two."))
        }
    }

    /// Whether a row has as many cells as the header; nil when it has nothing in it, which is a fault but loses nothing.
    mutating func checkWidth(_ path: String, _ reader: CSVReader, _ header: [String]) -> Bool? {
        if reader.cells.indices.allSatisfy({ reader.trimmed($0).isEmpty }) {
            report(Fault(file: path, row: reader.line, fault: "The row has nothing in its cells.", fix: "Remove the row."))
            return nil
        }
        guard reader.cells.count != header.count else { return true }
        report(
            Fault(
                file: path, row: reader.line,
                fault: "The row has \(reader.cells.count) cells and the header has \(header.count).",
                fix: "Give as many; put a cell that holds a comma in quotes."))
        return false
    }
}

extension TableSchema {
    /// The names of the columns as a reader is told them.
    var namesToTell: [String] { siteColumns == nil ? allColumns.map(\.name) : ["zone", "one column per site"] }
}

extension Fault {
    init(broken: CSVReader.Broken, file: String, header: [String]) {
        let column = broken.column.map { $0 < header.count ? header[$0] : "\($0 + 1)" }
        self.init(file: file, row: broken.row, column: column, fault: broken.fault, fix: broken.fix)
    }
}
