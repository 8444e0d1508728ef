// SPDX-License-Identifier: GPL-3.0-or-later

/// A rostering system's export of hours needed, of the family `staffing`.
extension InstanceReading {
    /// Reads the export once the codes of groups and organisations are known.
    mutating func readRoster() {
        guard let source = settings?.staffing.rosterHours, let organisations = codes.lists[.insideProviders],
            let groups = codes.lists[.workforceGroups]
        else { return }
        guard tables["workforce_groups"] != nil else {
            reportRoster(source, "file", "The family staffing is not declared.", "Add staffing to families, or take rosterHours out.")
            return
        }
        guard source.file != SettingsReader.file, !schema.contains(where: { $0.path == source.file }) else {
            reportRoster(source, "file", "\(source.file) is a file of the instance itself.", "Name the export.")
            return
        }
        let areProviders = checkTargets(source.organisations, organisations, "an inside provider", "organisations")
        let areGroups = checkTargets(source.groups, groups, "a workforce group", "groups")
        guard areProviders, areGroups,
            let bytes = readText(source.file, limit: InputFolder.largestTable, missing: "Put the export there, or name the file that it is.")
        else { return }
        roster = bytes.withUnsafeBufferPointer { readRoster(source, CSVReader($0)) }
    }

    private mutating func reportRoster(_ source: RosterSource, _ key: String, _ fault: String, _ fix: String) {
        let path = "staffing.rosterHours.\(key)"
        report(Fault(file: SettingsReader.file, row: settingLines[path], column: path, fault: fault, fix: fix))
    }

    private mutating func checkTargets(_ names: [String: String], _ known: [String], _ noun: String, _ key: String) -> Bool {
        var isSound = true
        for (name, code) in names.sorted(by: { $0.key < $1.key }) where code != RosterSource.leaveOut && !known.contains(code) {
            let path = "staffing.rosterHours.\(key).\(name)"
            report(
                Fault(
                    file: SettingsReader.file, row: settingLines[path], column: path, fault: "\(Wording.quoted(code)) is not \(noun).",
                    fix: Wording.nearest(to: code, among: known, otherwise: "Use \(Wording.either(known + [RosterSource.leaveOut])).")))
            isSound = false
        }
        return isSound
    }

    private mutating func readRoster(_ source: RosterSource, _ rows: CSVReader) -> RosterHours? {
        var reader = rows
        var header: [String] = []
        do {
            guard let names = try readHeader(source.file, source.columns.names, &reader) else { return nil }
            header = names
            guard let places = placesOfRoster(source, header, line: reader.line) else { return nil }
            var sums = RosterSums(
                source: source, baseYear: settings?.baseYear ?? 0, organisations: codes.lists[.insideProviders] ?? [],
                groups: codes.lists[.workforceGroups] ?? [], staffed: staffedPlaces(), weeks: tables["week_figures"].map(Self.weekCodes) ?? [])
            while try reader.next() {
                guard !isFull(source.file) else { return nil }
                guard checkWidth(source.file, reader, header) == true else { continue }
                for fault in sums.add(reader.cells.indices.map { reader.text($0) }, at: places, line: reader.line) { report(fault) }
            }
            for fault in sums.faultsOfTheWhole() { report(fault) }
            return sums.value
        } catch {
            report(Fault(broken: error, file: source.file, header: header))
            return nil
        }
    }

    /// Where the four columns stand in the file; nil when one is missing or there twice.
    private mutating func placesOfRoster(_ source: RosterSource, _ header: [String], line: Int) -> RosterSource.Places? {
        func place(_ name: String) -> Int? { header.firstIndex(of: name) }
        var isSound = true
        for (key, name) in source.columns.byKey {
            let count = header.count { $0 == name }
            if count == 0 {
                reportRoster(
                    source, "columns.\(key)", "\(source.file) has no column \(Wording.quoted(name)).",
                    Wording.nearest(to: name, among: header, otherwise: "Its columns are \(header.joined(separator: ", "))."))
                isSound = false
            } else if count > 1 {
                report(Fault(file: source.file, row: line, column: name, fault: "The column is there twice.", fix: "Keep one of the two."))
                isSound = false
            }
        }
        let columns = source.columns
        guard isSound, let week = place(columns.week), let organisation = place(columns.organisation), let group = place(columns.group),
            let hours = place(columns.hours)
        else { return nil }
        return RosterSource.Places(week: week, organisation: organisation, group: group, hours: hours)
    }

    /// The groups at organisations that `workforce` has.
    private func staffedPlaces() -> Set<RosterHours.Place>? {
        tables["workforce"].map { table in
            Set(table.rows.indices.map { RosterHours.Place(organisation: table.text($0, "organisation"), group: table.text($0, "group")) })
        }
    }

    /// The codes of the weeks, in the order of their rows.
    private static func weekCodes(_ table: Table) -> [String] {
        var seen: Set<String> = []
        return table.rows.indices.map { table.text($0, "week") }.filter { seen.insert($0).inserted }
    }
}
