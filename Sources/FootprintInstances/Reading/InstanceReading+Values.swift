// SPDX-License-Identifier: GPL-3.0-or-later

/// From checked tables to the instance. Called only when there is no fault, so nothing here can fail; a table that is
/// not there makes the whole nil.
extension InstanceReading {
    func instance(named name: String) -> Instance? {
        guard let settings, let family = Family(rawValue: settings.defaultFamily),
            schema.allSatisfy({ $0.siteColumns == nil ? tables[$0.name] != nil : travel != nil })
        else { return nil }
        // A table of a family that the instance does not declare has no rows.
        func table(_ name: String) -> Table {
            tables[name] ?? Table(schema: EmergencySchema.tables.first { $0.name == name } ?? SharedTables.claims)
        }
        let (organisations, sites, zones) = (table("organisations"), table("sites"), table("zones"))
        let (services, needs, accepts) = (table("site_services"), table("level_services"), table("level_accepts"))
        let (options, schemes) = (table("options"), table("schemes"))
        let whole = Instance.Whole(
            figures: schema.compactMap { tables[$0.name] }.filter(\.schema.isLong).flatMap(figures),
            inputFiles: folder.inputFiles.sorted { $0.path < $1.path })
        return Instance(
            name: name, settings: settings, organisations: organisations.rows.indices.compactMap { organisation(organisations, $0) },
            sites: sites.rows.indices.compactMap { site(sites, $0) }.sorted { $0.code < $1.code },
            admissibleLevels: codes.sites.filter { $0.value.place != .outside }
                .mapValues { facts in Level.allCases.filter { facts.levels.contains($0) } },
            zones: value(zones), travel: travel ?? Travel(siteCodes: [], minutes: [], columnBasis: [:]), services: services.rows.indices.compactMap { service(services, $0) },
            levelServices: needs.rows.indices.compactMap { row in
                Level(rawValue: needs.text(row, "level")).map {
                    LevelService(level: $0, service: needs.text(row, "service"), source: needs.text(row, "source"))
                }
            },
            levelAccepts: accepts.rows.indices.compactMap { acceptance(accepts, $0) },
            options: options.rows.indices.map { option(options, $0) },
            schemes: schemes.rows.indices.map { row in
                Scheme(
                    name: schemes.text(row, "name"), title: schemes.text(row, "title"),
                    closesMinorInjuryUnits: schemes.text(row, "closes_minor_injury_units") == "yes",
                    after: Self.items(schemes.text(row, "after")), source: schemes.text(row, "source"))
            },
            beds: bedsTables(), elective: electiveTables(), staffing: staffingTables(), system: systemTables(), claims: claims(),
            figures: Figures([]), inputFiles: [], overrides: overrides, family: family, whole: whole
        ).viewed(as: family)
    }

    private func organisation(_ table: Table, _ row: Int) -> Organisation? {
        guard let kind = OrganisationKind(rawValue: table.text(row, "kind")) else { return nil }
        return Organisation(
            code: table.text(row, "code"), name: table.text(row, "name"), kind: kind,
            isInside: table.text(row, "inside") == "yes", source: table.text(row, "source"))
    }

    private func site(_ table: Table, _ row: Int) -> Site? {
        guard let role = SiteRole(rawValue: table.text(row, "role")), let level = Level(rawValue: table.text(row, "level_today")),
            let basis = basis(table, row)
        else { return nil }
        return Site(
            code: table.text(row, "code"), name: table.text(row, "name"), organisation: table.text(row, "organisation"),
            isInside: table.text(row, "inside") == "yes", role: role, postcode: table.text(row, "postcode"),
            easting: number(table, row, "easting"), northing: number(table, row, "northing"), levelToday: level, basis: basis,
            source: table.text(row, "source"))
    }

    private func value(_ table: Table) -> Zones {
        let rows = table.rows.indices.sorted { table.text($0, "code") < table.text($1, "code") }
        return Zones(
            codes: rows.map { table.text($0, "code") }, names: rows.map { table.text($0, "name") },
            isInside: rows.map { table.text($0, "inside") == "yes" },
            population: rows.map { number(table, $0, "population") },
            ageBands: rows.map { row in AgeBand.allCases.map { number(table, row, $0.rawValue) } },
            incomeDeprivation: rows.map { number(table, $0, "income_deprivation") },
            easting: rows.map { number(table, $0, "easting") }, northing: rows.map { number(table, $0, "northing") },
            columnBasis: columnBasis?["zones"] ?? [:])
    }

    private func service(_ table: Table, _ row: Int) -> SiteService? {
        basis(table, row).map {
            SiteService(
                site: table.text(row, "site"), service: table.text(row, "service"),
                isPresent: table.text(row, "present") == "yes", basis: $0, source: table.text(row, "source"))
        }
    }

    private func acceptance(_ table: Table, _ row: Int) -> LevelAcceptance? {
        guard let level = Level(rawValue: table.text(row, "level")),
            let attendanceClass = AttendanceClass(rawValue: table.text(row, "class")),
            let arrival = Arrival(rawValue: table.text(row, "arrival"))
        else { return nil }
        return LevelAcceptance(level: level, attendanceClass: attendanceClass, arrival: arrival, source: table.text(row, "source"))
    }

    private func option(_ table: Table, _ row: Int) -> NamedOption {
        let decisions = Self.items(table.text(row, "decisions")).compactMap { item in
            Self.decision(item).flatMap { decision in Level(rawValue: decision.level).map { (decision.site, $0) } }
        }
        return NamedOption(
            name: table.text(row, "name"), title: table.text(row, "title"),
            decisions: Dictionary(decisions, uniquingKeysWith: { first, _ in first }), source: table.text(row, "source"))
    }

    private func figures(_ table: Table) -> [Figure] {
        table.rows.indices.compactMap { row in
            guard let value = PlainNumber.parse(table.text(row, "value")) else { return nil }
            // What the caller set has neither the range nor the source of the file.
            let isCallers = !table.rows[row].overrides.isEmpty
            guard let basis = isCallers ? .caller : Basis(rawValue: table.text(row, "basis")) else { return nil }
            return Figure(
                table: table.schema.name, key: Array(table.key(row).dropLast()), name: table.text(row, "figure"), value: value,
                low: isCallers ? nil : PlainNumber.parse(table.text(row, "low")),
                high: isCallers ? nil : PlainNumber.parse(table.text(row, "high")), basis: basis,
                source: isCallers ? "set by the caller for this run" : table.text(row, "source"), row: table.rows[row].line)
        }
    }

    private func basis(_ table: Table, _ row: Int) -> Basis? {
        table.rows[row].overrides.isEmpty ? Basis(rawValue: table.text(row, "basis")) : .caller
    }

    private func number(_ table: Table, _ row: Int, _ column: String) -> Double {
        PlainNumber.parse(table.text(row, column)) ?? .nan
    }
}
