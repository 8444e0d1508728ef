// SPDX-License-Identifier: GPL-3.0-or-later

/// The figures of the long tables: which there are, their values and ranges, and which are missing.
extension InstanceReading {
    mutating func checkFigures() {
        for schema in self.schema where schema.isLong {
            guard let table = tables[schema.name] else { continue }
            for row in table.rows.indices { checkFigure(table, row) }
            checkComplete(table)
        }
        checkBedsOccupied()
        checkActivity()
        checkSiteCounts()
    }

    private mutating func checkFigure(_ table: Table, _ row: Int) {
        let name = table.text(row, "figure")
        switch Self.schema(of: name, in: table.schema, at: place(table, row)) {
        case .failure(let wrong): report(table.fault(row, table.column("figure"), wrong.fault, wrong.fix))
        case .success(let figure) where !figure.belongs(to: table.key(row).first):
            let key = table.key(row).first ?? ""
            let allowed = table.schema.figures.filter { $0.belongs(to: key) }.map(\.name)
            report(
                table.fault(
                    row, table.column("figure"), "\(Wording.quoted(name)) is not a figure of \(Wording.quoted(key)).",
                    "Use \(Wording.either(allowed))."))
        case .success(let figure): checkValues(table, row, figure)
        }
    }

    private mutating func checkValues(_ table: Table, _ row: Int, _ figure: FigureSchema) {
        let valueColumn = table.column("value")
        if let (fault, fix) = NumberCell.wrong(table.text(row, "value"), figure.quantity) {
            report(table.fault(row, valueColumn, fault, fix))
        }
        // The caller's value has no range.
        guard let valueColumn, table.rows[row].overrides[valueColumn] == nil else { return }
        var isSound = true
        for name in ["low", "high"] where !table.text(row, name).isEmpty {
            if let (fault, fix) = NumberCell.wrong(table.text(row, name), figure.quantity) {
                report(table.fault(row, table.column(name), fault, fix))
                isSound = false
            }
        }
        guard isSound else { return }
        let low = PlainNumber.parse(table.text(row, "low"))
        let high = PlainNumber.parse(table.text(row, "high"))
        let remedy = "Make low <= value <= high."
        switch (low, high) {
        case (nil, nil):
            if table.text(row, "basis") == Basis.assumed.rawValue {
                report(table.fault(row, table.column("low"), "An assumed figure has no range.", "Give low and high, with low <= value <= high."))
            }
        case (nil, _?): report(table.fault(row, table.column("low"), "There is a high and no low.", "Give both or neither."))
        case (_?, nil): report(table.fault(row, table.column("high"), "There is a low and no high.", "Give both or neither."))
        case (let low?, let high?):
            if low > high {
                report(table.fault(row, table.column("low"), "The low \(low.plain) is above the high \(high.plain).", remedy))
            } else if let value = PlainNumber.parse(table.text(row, "value")), !(low...high).contains(value) {
                report(
                    table.fault(row, valueColumn, "The value \(value.plain) is outside its range \(low.plain) to \(high.plain).", remedy))
            }
        }
    }

    struct Wrong: Error {
        let fault: String
        let fix: String
    }

    /// The schema of a figure; of a site's, the one for the kind of site it is.
    static func schema(of name: String, in schema: TableSchema, at place: SitePlace?) -> Result<FigureSchema, Wrong> {
        let namesakes = schema.figures.filter { $0.name == name }
        guard !namesakes.isEmpty else {
            let known = schema.figures.map(\.name)
            return .failure(
                Wrong(
                    fault: name.isEmpty ? "The cell is empty." : "\(Wording.quoted(name)) is not a figure of \(schema.name).",
                    fix: Wording.nearest(to: name, among: known, otherwise: "Use \(Wording.either(Set(known).sorted())).")))
        }
        guard let place else { return .success(namesakes[0]) }
        guard let figure = namesakes.first(where: { $0.place == nil || $0.place == place }) else {
            let allowed = schema.figures.filter { $0.place == place }.map(\.name)
            return .failure(
                Wrong(fault: "\(Wording.quoted(name)) is not a figure of \(place.noun).", fix: "Use \(Wording.either(allowed))."))
        }
        return .success(figure)
    }

    private func place(_ table: Table, _ row: Int) -> SitePlace? {
        table.schema.name == "site_figures" ? codes.sites[table.text(row, "site")]?.place : nil
    }

    // MARK: What is missing

    private mutating func checkComplete(_ table: Table) {
        let schema = table.schema
        let present = Set(table.rows.indices.map { table.key($0) })
        var keys: [[String]] = [[]]
        if schema.completeness == .listedKeys {
            var seen: Set<[String]> = []
            keys = table.rows.indices.map { Array(table.key($0).dropLast()) }.filter { seen.insert($0).inserted }
        } else {
            for column in schema.columns {
                guard let all = everyValue(of: column) else { return }
                keys = keys.flatMap { key in all.map { key + [$0] } }
            }
        }
        for key in keys {
            for figure in schema.figures where isRequired(figure, key) && !present.contains(key + [figure.name]) {
                report(missing(figure.name, key, schema))
            }
        }
    }

    private func missing(_ figure: String, _ key: [String], _ schema: TableSchema) -> Fault {
        let row = (key + [figure]).joined(separator: ",")
        return Fault(
            file: schema.path,
            fault: key.isEmpty ? "There is no \(figure)." : "There is no \(figure) of \(key.joined(separator: ", ")).",
            fix: "Add the row “\(row),…”.")
    }

    private func everyValue(of column: ColumnSchema) -> [String]? {
        switch column.kind {
        case .word(.levelWithDoor):
            codes.levelsInUse.map { used in Level.allCases.filter { $0 != .none && used.contains($0) }.map(\.rawValue) }
        case .word(let vocabulary): vocabulary.words
        case .reference(let reference): codes.lists[reference]
        default: nil
        }
    }

    private func isRequired(_ figure: FigureSchema, _ key: [String]) -> Bool {
        if case .ofKey = figure.need { return figure.belongs(to: key.first) }
        guard let place = figure.place else { return figure.need == .always }
        guard let site = key.first.flatMap({ codes.sites[$0] }), site.place == place else { return false }
        guard case .atDoors = figure.need else { return true }
        return site.isDoor
    }

    // MARK: Figures that have to agree

    private mutating func checkBedsOccupied() {
        guard let table = tables["site_figures"] else { return }
        for row in table.rows.indices where table.text(row, "figure") == "bedsOccupied" {
            let site = table.text(row, "site")
            guard let occupied = PlainNumber.parse(table.text(row, "value")),
                let bedsRow = table.rows.indices.first(where: { table.key($0) == [site, "beds"] }),
                let beds = PlainNumber.parse(table.text(bedsRow, "value")), occupied > beds
            else { continue }
            report(
                table.fault(
                    row, table.column("value"), "\(occupied.plain) beds of \(site) are occupied, and it has \(beds.plain).",
                    "Make bedsOccupied at most beds."))
        }
    }

    private mutating func checkActivity() {
        guard let table = tables["activity"] else { return }
        func row(_ organisation: String, _ measure: Measure) -> Int? {
            table.rows.indices.first { table.key($0) == [organisation, measure.rawValue, "total"] }
        }
        for admissionsRow in table.rows.indices where table.text(admissionsRow, "measure") == Measure.type1Admissions.rawValue {
            let organisation = table.text(admissionsRow, "organisation")
            guard let attendancesRow = row(organisation, .type1Attendances) else {
                report(
                    table.fault(
                        admissionsRow, table.column("measure"), "There are type1Admissions of \(organisation) and no type1Attendances.",
                        "Give both or neither."))
                continue
            }
            guard let admissions = PlainNumber.parse(table.text(admissionsRow, "value")),
                let attendances = PlainNumber.parse(table.text(attendancesRow, "value")), admissions > attendances
            else { continue }
            report(
                table.fault(
                    admissionsRow, table.column("value"),
                    "\(admissions.plain) type1Admissions of \(organisation) are more than its \(attendances.plain) type1Attendances.",
                    "Admissions are part of the attendances."))
        }
        for attendancesRow in table.rows.indices
        where table.text(attendancesRow, "measure") == Measure.type1Attendances.rawValue {
            let organisation = table.text(attendancesRow, "organisation")
            if row(organisation, .type1Admissions) == nil {
                report(
                    table.fault(
                        attendancesRow, table.column("measure"),
                        "There are type1Attendances of \(organisation) and no type1Admissions.", "Give both or neither."))
            }
        }
    }

    private mutating func checkSiteCounts() {
        guard let table = tables["parameters"] else { return }
        func row(_ name: String) -> Int? { table.rows.indices.first { table.text($0, "figure") == name } }
        guard let leastRow = row("minimumType1Sites"), let mostRow = row("maximumType1Sites"),
            let least = PlainNumber.parse(table.text(leastRow, "value")),
            let most = PlainNumber.parse(table.text(mostRow, "value")), least > most
        else { return }
        report(
            table.fault(
                leastRow, table.column("value"), "minimumType1Sites \(least.plain) is above maximumType1Sites \(most.plain).",
                "Make it at most the other."))
    }
}
