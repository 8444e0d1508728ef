// SPDX-License-Identifier: GPL-3.0-or-later

/// From checked tables to the values of the families beside `emergency`. As with the instance itself, nothing here can fail.
extension InstanceReading {
    func bedsTables() -> BedsTables? {
        guard let pools = tables["bed_pools"] else { return nil }
        return BedsTables(
            pools: pools.rows.indices.compactMap { row in
                guard let type = BedType(rawValue: pools.text(row, "bed_type")), let rule = BedRule(rawValue: pools.text(row, "bed_rule"))
                else { return nil }
                return BedPool(
                    code: pools.text(row, "code"), title: pools.text(row, "title"), site: pools.text(row, "site"), bedType: type,
                    bedRule: rule, source: pools.text(row, "source"))
            },
            cohorts: each("bed_cohorts") { BedCohort(code: $0("code"), title: $0("title"), source: $0("source")) },
            moves: each("pool_moves") { PoolMove(from: $0("from"), to: $0("to"), source: $0("source")) },
            floors: each("bed_floors") {
                BedFloor(
                    place: $0("place"), title: $0("title"), pools: Self.items($0("pools")),
                    residents: PlainNumber.parse($0("residents")) ?? .nan,
                    bedsPerThousand: PlainNumber.parse($0("beds_per_thousand")) ?? .nan, basis: Basis(rawValue: $0("basis")) ?? .caller,
                    source: $0("source"))
            },
            alternatives: each("alternatives") {
                Alternative(code: $0("code"), title: $0("title"), unit: $0("unit"), source: $0("source"))
            },
            schemes: each("bed_schemes") {
                BedScheme(
                    code: $0("code"), title: $0("title"), after: Self.items($0("after")), gate: $0("gate"), source: $0("source"))
            },
            options: each("bed_options") { cell in
                let closures = Self.items(cell("closures")).compactMap { item in
                    Self.decision(item).flatMap { sides in PlainNumber.parse(sides.level).map { (sides.site, $0) } }
                }
                return BedOption(
                    name: cell("name"), title: cell("title"),
                    closures: Dictionary(closures, uniquingKeysWith: { first, _ in first }), note: cell("note"), source: cell("source"))
            })
    }

    func electiveTables() -> ElectiveTables? {
        guard tables["specialties"] != nil else { return nil }
        let outside = Set(settings?.elective.outsideSites ?? [])
        return ElectiveTables(
            specialties: each("specialties") { Specialty(code: $0("code"), title: $0("title"), source: $0("source")) },
            sites: each("elective_sites") {
                ElectiveSite(
                    site: $0("site"), isHubToday: $0("hub_today") == "yes", mayBeHub: $0("may_be_hub") == "yes", source: $0("source"))
            }.filter { !outside.contains($0.site) },
            specialtySites: each("specialty_sites") {
                SpecialtySite(
                    specialty: $0("specialty"), site: $0("site"), hasInpatientsToday: $0("inpatients_today") == "yes",
                    mayHaveInpatients: $0("may_have") == "yes", source: $0("source"))
            }.filter { !outside.contains($0.site) },
            needs: each("specialty_needs") { SpecialtyNeed(specialty: $0("specialty"), needs: $0("needs"), source: $0("source")) },
            options: each("elective_options") {
                ElectiveOption(
                    name: $0("name"), title: $0("title"), hubs: Self.items($0("hubs")).filter { !outside.contains($0) },
                    inpatientCentres: Self.items($0("inpatient_centres")).filter { !outside.contains($0) },
                    moves: Self.items($0("specialty_moves")).compactMap(Self.move), source: $0("source"))
            })
    }

    func staffingTables() -> StaffingTables? {
        guard tables["workforce_groups"] != nil else { return nil }
        return StaffingTables(
            groups: each("workforce_groups") {
                WorkforceGroup(code: $0("code"), title: $0("title"), mayFill: Self.items($0("may_fill")), source: $0("source"))
            },
            rosterHours: roster)
    }

    func systemTables() -> SystemTables? {
        guard let blocks = tables["blocks"], let lines = tables["bridge_lines"], let gates = tables["service_gates"],
            let scales = tables["planning_scales"]
        else { return nil }
        return SystemTables(
            blocks: blocks.rows.indices.compactMap { row in
                Tenure(rawValue: blocks.text(row, "tenure")).map {
                    Block(
                        code: blocks.text(row, "code"), title: blocks.text(row, "title"), organisation: blocks.text(row, "organisation"),
                        site: Self.items(blocks.text(row, "site")).first, tenure: $0,
                        mayBeReleased: blocks.text(row, "may_be_released") == "yes", source: blocks.text(row, "source"))
                }
            },
            programmes: each("programmes") {
                Programme(
                    code: $0("code"), title: $0("title"), after: Self.items($0("after")), excludes: Self.items($0("excludes")),
                    levers: Self.items($0("levers")), bedSchemes: Self.items($0("bed_schemes")), gate: $0("gate"), source: $0("source"))
            },
            bridgeLines: lines.rows.indices.compactMap { row in
                guard let kind = BridgeLine.Kind(rawValue: lines.text(row, "kind")),
                    let position = PlainNumber.parse(lines.text(row, "position"))
                else { return nil }
                return BridgeLine(
                    code: lines.text(row, "line"), position: Int(position), title: lines.text(row, "title"), kind: kind,
                    programmes: Self.items(lines.text(row, "programmes")), note: lines.text(row, "note"), source: lines.text(row, "source"))
            }.sorted { $0.position < $1.position },
            serviceGates: gates.rows.indices.compactMap { row in
                ServiceGate.Kind(rawValue: gates.text(row, "kind")).map {
                    ServiceGate(
                        code: gates.text(row, "code"), title: gates.text(row, "title"), kind: $0, service: gates.text(row, "service"),
                        sites: Self.items(gates.text(row, "sites")), note: gates.text(row, "note"), source: gates.text(row, "source"))
                }
            },
            planningScales: scales.rows.indices.compactMap { row in
                PlanningScale(rawValue: scales.text(row, "scale")).map {
                    ServiceScale(
                        service: scales.text(row, "service"), scale: $0, isProposed: scales.text(row, "proposed") == "yes",
                        note: scales.text(row, "note"), source: scales.text(row, "source"))
                }
            })
    }

    func claims() -> [Claim] {
        guard let table = tables["claims"] else { return [] }
        return table.rows.indices.compactMap { row in
            guard let family = Family(rawValue: table.text(row, "family")), let year = PlainNumber.parse(table.text(row, "year")),
                let value = PlainNumber.parse(table.text(row, "value"))
            else { return nil }
            return Claim(
                code: table.text(row, "claim"), family: family, subject: table.text(row, "subject"), measure: table.text(row, "measure"),
                unit: table.text(row, "unit"), year: Int(year), value: value, note: table.text(row, "note"),
                source: table.text(row, "source"))
        }
    }

    /// A value for each row of a table, made from its cells by column.
    private func each<Value>(_ name: String, _ value: ((String) -> String) -> Value) -> [Value] {
        guard let table = tables[name] else { return [] }
        return table.rows.indices.map { row in value { table.text(row, $0) } }
    }
}
