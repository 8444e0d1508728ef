// SPDX-License-Identifier: GPL-3.0-or-later

import Yams

/// Reads `footprint.yaml`. Whether the codes in it exist is checked later, by `SettingsCheck`.
struct SettingsReader {
    static let file = "footprint.yaml"
    static let largestFile = 1 << 20
    static let mostAliases = 10

    private(set) var faults: [Fault] = []
    /// The line of each value that was read, by its path.
    private(set) var lines: [String: Int] = [:]
    private(set) var settings: Settings?
    /// Bases of whole columns, by table and column.
    private(set) var columnBasis: [String: [String: ColumnBasis]]?
    /// The families that the file declares, without those that are not known; nil when it declares none.
    private(set) var families: [Family]?

    init(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.append(Fault(file: Self.file, fault: "The text is not UTF-8.", fix: "Save the file as UTF-8."))
            return
        }
        // A few aliases of aliases stand for more nodes than any memory holds. The file needs none, so the count can
        // be rough: it takes for an alias what only looks like one.
        guard Self.aliases(in: bytes) <= Self.mostAliases else {
            faults.append(Fault(file: Self.file, fault: "The file has more than \(Self.mostAliases) aliases.", fix: "Write the values out."))
            return
        }
        do {
            guard let root = try Yams.compose(yaml: text) else {
                faults.append(Fault(file: Self.file, fault: "The file is empty.", fix: "Copy one from an instance that loads."))
                return
            }
            read(root)
        } catch let error as YamlError {
            faults.append(Self.fault(of: error))
        } catch {
            faults.append(Fault(file: Self.file, fault: "This is not YAML.", fix: "Check the indentation and the quotes."))
        }
    }

    private static func aliases(in bytes: [UInt8]) -> Int {
        let before = Set(" \t\n\r[{,:-?".utf8)
        return bytes.indices.dropFirst().count { bytes[$0] == UInt8(ascii: "*") && before.contains(bytes[$0 - 1]) }
    }

    private static func fault(of error: YamlError) -> Fault {
        let remedy = "Check the indentation, the colons and the quotes there and in the line before."
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return Fault(file: file, row: mark.line, fault: "This is not YAML: \(problem).", fix: remedy)
        case .duplicatedKeysInMapping(let names, let context):
            return Fault(
                file: file, row: context.mark.line, column: names.first, fault: "The key is there twice.", fix: "Keep one of the two.")
        case .reader(let problem, _, _, _):
            return Fault(file: file, fault: "This is not YAML: \(problem).", fix: "Save the file as UTF-8 without control characters.")
        default: return Fault(file: file, fault: "This is not YAML.", fix: remedy)
        }
    }

    // MARK: The file, key by key

    private mutating func read(_ root: Node) {
        guard
            let top = mapping(
                root, "",
                [
                    "schemaVersion", "title", "baseYear", "targetYear", "openingYear", "horizonYear", "priceBase", "defaultFamily",
                    "families", "illustrative", "emergency", "elective", "staffing", "columns", "notes", "calibrationNotes",
                ])
        else { return }
        let families = texts(top, "families", isRequired: true)
        self.families = families?.compactMap(Family.init(rawValue:))
        // A file that is not yet sound is read as one of the family most have.
        let declared = self.families ?? [.emergency]
        if top["columns"] != nil || declared.isEmpty || declared.contains(where: { $0.tables.contains { $0.name == "zones" } }) {
            readColumnBasis(top["columns"])
        } else {
            columnBasis = [:]
        }
        let title = text(top, "title")
        let schemaVersion = wholeNumber(top, "schemaVersion", 1...1_000)
        let years = ["baseYear", "targetYear", "openingYear", "horizonYear"].map { wholeNumber(top, $0, 1948...2200) }
        let priceBase = text(top, "priceBase")
        let defaultFamily = text(top, "defaultFamily")
        let illustrative = texts(top, "illustrative", isRequired: false)
        let emergency =
            top["emergency"] == nil && !declared.isEmpty && !declared.contains(.emergency)
            ? EmergencySettings.absent : readEmergency(top["emergency"])
        let elective = readElective(top["elective"])
        let staffing = readStaffing(top["staffing"])
        let notes = readNotes(top["notes"])
        let calibrationNotes = readCalibrationNotes(top["calibrationNotes"])
        guard let title, let schemaVersion, let baseYear = years[0], let targetYear = years[1], let openingYear = years[2],
            let horizonYear = years[3], let priceBase, let defaultFamily, let families, let illustrative, let emergency, let elective, let staffing
        else { return }
        settings = Settings(
            title: title, schemaVersion: schemaVersion, baseYear: baseYear, targetYear: targetYear, openingYear: openingYear,
            horizonYear: horizonYear, priceBase: priceBase, defaultFamily: defaultFamily, families: families,
            illustrative: illustrative, emergency: emergency, elective: elective, staffing: staffing, notes: notes, calibrationNotes: calibrationNotes)
    }

    private mutating func readEmergency(_ node: Node?) -> EmergencySettings? {
        guard let node else {
            report("emergency", nil, "The key is missing.", "Add it, with boundary, flow and bedRule.")
            return nil
        }
        let path = "emergency"
        guard let map = mapping(node, path, ["boundary", "flow", "bedRule", "levers", "keepOpen", "forceClosed"]) else { return nil }
        let boundary: Boundary? = word(map, "boundary", path)
        let flow: FlowRule? = word(map, "flow", path)
        let bedRule: BedRule? = word(map, "bedRule", path)
        let levers = texts(map, "levers", path, isRequired: false)
        let keepOpen = texts(map, "keepOpen", path, isRequired: false)
        let forceClosed = texts(map, "forceClosed", path, isRequired: false)
        guard let boundary, let flow, let bedRule, let levers, let keepOpen, let forceClosed else { return nil }
        return EmergencySettings(
            boundary: boundary, flow: flow, bedRule: bedRule, levers: levers, keepOpen: keepOpen, forceClosed: forceClosed)
    }

    private mutating func readElective(_ node: Node?) -> ElectiveSettings? {
        guard let node else { return ElectiveSettings() }
        let path = "elective"
        guard let map = mapping(node, path, ["levers", "outsideSites"]) else { return nil }
        let levers: [ElectiveLever]? = words(map, "levers", path)
        let outsideSites = texts(map, "outsideSites", path, isRequired: false)
        guard let levers, let outsideSites else { return nil }
        return ElectiveSettings(levers: levers, outsideSites: outsideSites)
    }

    private mutating func readStaffing(_ node: Node?) -> StaffingSettings? {
        guard let node else { return StaffingSettings() }
        guard let map = mapping(node, "staffing", ["rosterHours"]) else { return nil }
        guard let roster = map["rosterHours"] else { return StaffingSettings() }
        return readRoster(roster).map(StaffingSettings.init)
    }

    private mutating func readRoster(_ node: Node) -> RosterSource? {
        let path = "staffing.rosterHours"
        guard let map = mapping(node, path, ["file", "columns", "organisations", "groups", "financialYear"]) else { return nil }
        let file = text(map, "file", path)
        let organisations = names(map, "organisations", path)
        let groups = names(map, "groups", path)
        var financialYear: Int?
        var isSound = true
        if map["financialYear"] != nil {
            financialYear = wholeNumber(map, "financialYear", 1948...2200, path)
            isSound = financialYear != nil
        }
        guard let node = map["columns"] else {
            report("\(path).columns", nil, "The key is missing.", "Add it, with the names of the columns for week, organisation, group and hours.")
            return nil
        }
        guard let columns = mapping(node, "\(path).columns", RosterSource.Columns.keys) else { return nil }
        let titles = RosterSource.Columns.keys.map { text(columns, $0, "\(path).columns") }
        guard let file, let organisations, let groups, isSound, let week = titles[0], let organisation = titles[1], let group = titles[2],
            let hours = titles[3]
        else { return nil }
        guard Set([week, organisation, group, hours]).count == 4 else {
            report("\(path).columns", node, "Two of them are the same column.", "Name four.")
            return nil
        }
        return RosterSource(
            file: file, columns: .init(week: week, organisation: organisation, group: group, hours: hours), organisations: organisations,
            groups: groups, financialYear: financialYear)
    }

    /// Texts by name, none where the key is not there.
    private mutating func names(_ map: [String: Node], _ key: String, _ parent: String) -> [String: String]? {
        guard let node = map[key] else { return [:] }
        guard let entries = mapping(node, path(parent, key), nil) else { return nil }
        var names: [String: String] = [:]
        for name in entries.keys.sorted() { names[name] = text(entries, name, path(parent, key)) }
        return names.count == entries.count ? names : nil
    }

    private mutating func readColumnBasis(_ node: Node?) {
        guard let node else {
            report("columns", nil, "The key is missing.", "Give the basis and source of every numeric column of zones and travel.")
            return
        }
        guard let tables = mapping(node, "columns", ["zones", "travel"]) else { return }
        var read: [String: [String: ColumnBasis]] = [:]
        for (table, node) in tables.sorted(by: { $0.key < $1.key }) {
            // The names of columns are those of the tables, so they are checked with the tables.
            guard let columns = mapping(node, "columns.\(table)", nil) else { return }
            for (column, node) in columns.sorted(by: { $0.key < $1.key }) {
                let path = "columns.\(table).\(column)"
                guard let map = mapping(node, path, ["basis", "source"]) else { continue }
                let source = text(map, "source", path)
                let name = text(map, "basis", path)
                var basis = name.flatMap(Basis.init(rawValue:))
                if let name, basis == nil || !Basis.inFiles.contains(where: { $0 == basis }) {
                    basis = nil
                    report(
                        "\(path).basis", map["basis"], "\(Wording.quoted(name)) is not a basis.",
                        "Use \(Wording.either(Vocabulary.basis.words)).")
                }
                // A faulty entry is told once; it is not also a missing one.
                read[table, default: [:]][column] = ColumnBasis(basis: basis ?? .stated, source: source ?? "")
            }
        }
        columnBasis = read
    }

    private mutating func readNotes(_ node: Node?) -> [Note] {
        mappings(node, "notes", ["cell", "note"]).compactMap { path, map in
            let cell = text(map, "cell", path)
            let note = text(map, "note", path)
            guard let cell, let note else { return nil }
            return Note(cell: cell, note: note)
        }
    }

    private mutating func readCalibrationNotes(_ node: Node?) -> [CalibrationNote] {
        mappings(node, "calibrationNotes", ["organisation", "measure", "note"]).compactMap { path, map in
            let organisation = text(map, "organisation", path)
            let measure: Measure? = word(map, "measure", path)
            let note = text(map, "note", path)
            guard let organisation, let measure, let note else { return nil }
            return CalibrationNote(organisation: organisation, measure: measure, note: note)
        }
    }

    // MARK: Kinds of value

    private mutating func report(_ path: String, _ node: Node?, _ fault: String, _ fix: String) {
        faults.append(Fault(file: Self.file, row: node?.mark?.line, column: path, fault: fault, fix: fix))
    }

    private func path(_ parent: String, _ key: String) -> String { parent.isEmpty ? key : "\(parent).\(key)" }

    /// The values of a mapping by key; nil when it is not one. Keys that are not known are faults.
    private mutating func mapping(_ node: Node, _ path: String, _ known: [String]?) -> [String: Node]? {
        guard let mapping = node.mapping else {
            report(path.isEmpty ? "the whole file" : path, node, "This is not a mapping.", "Write key: value.")
            return nil
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if let known, !known.contains(name) {
                report(
                    self.path(path, name), key, "This key is not known.",
                    Wording.nearest(to: name, among: known, otherwise: "The keys are \(known.joined(separator: ", "))."))
            } else {
                values[name] = value
                lines[self.path(path, name)] = key.mark?.line
            }
        }
        return values
    }

    private mutating func mappings(_ node: Node?, _ path: String, _ known: [String]) -> [(String, [String: Node])] {
        guard let node else { return [] }
        guard let sequence = node.sequence else {
            report(path, node, "This is not a list.", "Start each item with a dash.")
            return []
        }
        var read: [(String, [String: Node])] = []
        for (index, item) in sequence.enumerated() {
            let path = "\(path)[\(index + 1)]"
            if let map = mapping(item, path, known) { read.append((path, map)) }
        }
        return read
    }

    private mutating func text(_ map: [String: Node], _ key: String, _ parent: String = "") -> String? {
        guard let node = map[key] else {
            report(path(parent, key), nil, "The key is missing.", "Add it.")
            return nil
        }
        guard let text = node.scalar?.string, !text.isEmpty else {
            report(path(parent, key), node, "This is not a text.", "Write one after the colon.")
            return nil
        }
        return text
    }

    private mutating func texts(_ map: [String: Node], _ key: String, _ parent: String = "", isRequired: Bool) -> [String]? {
        guard let node = map[key] else {
            guard isRequired else { return [] }
            report(path(parent, key), nil, "The key is missing.", "Add it.")
            return nil
        }
        guard let sequence = node.sequence, sequence.allSatisfy({ $0.scalar?.string.isEmpty == false }) else {
            report(path(parent, key), node, "This is not a list of texts.", "Write [a, b], or [] for none.")
            return nil
        }
        return sequence.compactMap { $0.scalar?.string }
    }

    /// A list of words, none where the key is not there.
    private mutating func words<Word: RawRepresentable<String> & CaseIterable>(_ map: [String: Node], _ key: String, _ parent: String) -> [Word]? {
        guard let names = texts(map, key, parent, isRequired: false) else { return nil }
        let known = Word.allCases.map(\.rawValue)
        for name in names where !known.contains(name) {
            report(
                path(parent, key), map[key], "\(Wording.quoted(name)) is not known here.",
                Wording.nearest(to: name, among: known, otherwise: "Use \(Wording.either(known))."))
        }
        return names.compactMap(Word.init(rawValue:))
    }

    private mutating func wholeNumber(
        _ map: [String: Node], _ key: String, _ range: ClosedRange<Int>, _ parent: String = ""
    ) -> Int? {
        guard let text = text(map, key, parent) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            report(
                path(parent, key), map[key], "\(Wording.quoted(text)) is not a whole number from \(range.lowerBound) to \(range.upperBound).",
                key.hasSuffix("Year") ? "Write the first calendar year: 2016 for 2016/17." : "Write one.")
            return nil
        }
        return number
    }

    private mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ map: [String: Node], _ key: String, _ parent: String
    ) -> Word? {
        guard let text = text(map, key, parent) else { return nil }
        guard let word = Word(rawValue: text) else {
            report(
                path(parent, key), map[key], "\(Wording.quoted(text)) is not known here.",
                "Use \(Wording.either(Word.allCases.map(\.rawValue))).")
            return nil
        }
        return word
    }
}
