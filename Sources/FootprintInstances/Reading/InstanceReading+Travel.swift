// SPDX-License-Identifier: GPL-3.0-or-later

/// The travel table: the one that can be large, so its cells become numbers as they are read.
extension InstanceReading {
    mutating func readTravel() {
        guard let schema = self.schema.first(where: { $0.name == "travel" }), let quantity = schema.siteColumns,
            let bytes = read(schema)
        else { return }
        travel = bytes.withUnsafeBufferPointer { readTravel(schema, quantity, CSVReader($0), bytes: bytes.count) }
        for override in overrides where override.table == "travel" { apply(override, schema, quantity) }
    }

    private mutating func readTravel(_ schema: TableSchema, _ quantity: Quantity, _ source: CSVReader, bytes: Int) -> Travel? {
        var reader = source
        var header: [String] = []
        do {
            guard let names = try readHeader(schema.path, schema.namesToTell, &reader) else { return nil }
            header = names
            guard let zoneColumn = header.firstIndex(of: "zone") else {
                report(
                    Fault(
                        file: schema.path, row: reader.line, column: "zone", fault: "The column is missing.",
                        fix: "Add it; the columns are zone and one per site."))
                return nil
            }
            checkSiteColumns(schema, header, line: reader.line)
            let siteCodes = Set(header).subtracting(["zone"]).sorted()
            let positions = Dictionary(uniqueKeysWithValues: siteCodes.enumerated().map { ($1, $0) })
            let places = header.map { positions[$0] }
            let zones = codes.lists[.zones] ?? []
            let zonePositions = Dictionary(uniqueKeysWithValues: zones.enumerated().map { ($1, $0) })
            // A journey is two bytes at least; where the file cannot hold them all, room for them is not asked for.
            guard zones.count * siteCodes.count <= max(1 << 20, bytes) else {
                report(
                    Fault(
                        file: schema.path, fault: "The file is too short for the journeys of \(zones.count) zones to \(siteCodes.count) sites.",
                        fix: "Give the minutes from every zone to every site."))
                return nil
            }
            var minutes = [Double](repeating: .nan, count: zones.count * siteCodes.count)
            var lines = [Int](repeating: 0, count: zones.count)
            while try reader.next() {
                guard !isFull(schema.path) else { return nil }
                guard let isSound = checkWidth(schema.path, reader, header) else { continue }
                let code = reader.text(zoneColumn)
                let zone = zonePositions[code]
                if let zone {
                    if lines[zone] > 0 {
                        report(
                            Fault(
                                file: schema.path, row: reader.line, column: "zone",
                                fault: "\(Wording.quoted(code)) is already in row \(lines[zone]).", fix: "Keep one of the two rows."))
                    }
                    lines[zone] = reader.line
                } else if let (fault, fix) = wrongReference(code, .zones) {
                    report(Fault(file: schema.path, row: reader.line, column: "zone", fault: fault, fix: fix))
                }
                guard isSound else { continue }
                for column in places.indices {
                    guard let site = places[column] else { continue }
                    if let value = PlainNumber.parse(reader.trimmed(column)), quantity.contains(value) {
                        if let zone { minutes[zone * siteCodes.count + site] = value }
                    } else {
                        reportMinutes(schema, quantity, reader, column, header[column])
                    }
                }
            }
            if codes.lists[.zones] != nil { checkEveryZone(schema, zones, lines) }
            return Travel(siteCodes: siteCodes, minutes: minutes, columnBasis: [:])
        } catch {
            report(Fault(broken: error, file: schema.path, header: header))
            return nil
        }
    }

    private mutating func reportMinutes(
        _ schema: TableSchema, _ quantity: Quantity, _ reader: CSVReader, _ column: Int, _ name: String
    ) {
        let text = reader.text(column)
        let (fault, fix) =
            text.isEmpty
            ? ("The journey is missing.", "Give the minutes by road; every zone needs a journey to every site.")
            : NumberCell.wrong(text, quantity) ?? ("\(Wording.quoted(text)) is not a number.", "Use \(quantity.description).")
        report(Fault(file: schema.path, row: reader.line, column: name, fault: fault, fix: fix))
    }

    private mutating func checkSiteColumns(_ schema: TableSchema, _ header: [String], line: Int) {
        reportTwice(schema, header, line: line)
        guard let sites = codes.lists[.sites] else { return }
        var missing = codes.sites.filter { $0.value.isDoor && !header.contains($0.key) }.map(\.key).sorted()
        for name in Set(header).subtracting(sites).subtracting(["zone"]).sorted() {
            let nearest = NearestName.of(name, among: missing) ?? NearestName.of(name, among: sites)
            missing.removeAll { $0 == nearest }
            report(
                Fault(
                    file: schema.path, row: line, column: name, fault: "This column is not a site of tables/sites.csv.",
                    fix: nearest.map { "The nearest known name is \($0)." } ?? "Remove it, or add the site."))
        }
        for code in missing {
            report(
                Fault(
                    file: schema.path, row: line, column: code, fault: "The column is missing.",
                    fix: "Add it; every site that has or may have a door needs the minutes to it."))
        }
    }

    private mutating func checkEveryZone(_ schema: TableSchema, _ zones: [String], _ lines: [Int]) {
        for (zone, line) in zip(zones, lines) where line == 0 && !isFull(schema.path) {
            report(
                Fault(
                    file: schema.path, fault: "Zone \(Wording.quoted(zone)) has no row.",
                    fix: "Add one; every zone of tables/zones.csv needs a journey to every site."))
        }
    }

    private mutating func apply(_ override: Override, _ schema: TableSchema, _ quantity: Quantity) {
        guard let siteCodes = travel?.siteCodes, let zones = codes.lists[.zones] else { return }
        guard let zone = override.key.first, override.key.count == 1, let row = zones.firstIndex(of: zone),
            let site = siteCodes.firstIndex(of: override.column)
        else {
            let zone = override.key.first.flatMap { NearestName.of($0, among: zones) }
            let site = NearestName.of(override.column, among: siteCodes)
            let nearest = zone.flatMap { zone in site.map { "The nearest is travel[\(zone)].\($0)." } }
            report(
                Fault(
                    file: "--set \(override)", fault: "There is no such cell.",
                    fix: nearest ?? "Write travel[zone].site=minutes."))
            return
        }
        if let (fault, fix) = NumberCell.wrong(override.value, quantity) {
            report(Fault(file: "--set \(override)", fault: fault, fix: fix))
        } else if let value = PlainNumber.parse(override.value) {
            travel?.minutes[row * siteCodes.count + site] = value
        }
    }
}
