// SPDX-License-Identifier: GPL-3.0-or-later

/// What other cells may refer to, learnt before any reference is checked.
extension InstanceReading {
    mutating func learnCodes() {
        if let table = tables["organisations"] {
            let rows = table.rows.indices
            codes.define(.organisations, rows.map { table.text($0, "code") })
            codes.define(
                .insideProviders,
                rows.filter { table.text($0, "kind") == OrganisationKind.provider.rawValue && table.text($0, "inside") == "yes" }
                    .map { table.text($0, "code") })
        }
        learnSites()
        for reference in Reference.allCases {
            // A table of a family that the instance does not declare has no codes.
            if !schema.contains(where: { $0.name == reference.table }) { codes.define(reference, []) }
            guard let column = reference.column, codes.sets[reference] == nil, let table = tables[reference.table] else { continue }
            codes.define(reference, table.rows.indices.map { table.text($0, column) })
        }
    }

    private mutating func learnSites() {
        guard let table = tables["sites"] else { return }
        let rows = table.rows.indices
        codes.define(.sites, rows.map { table.text($0, "code") })
        let inside = rows.filter { table.text($0, "inside") == "yes" }
        codes.define(.insideSites, inside.map { table.text($0, "code") })
        let acute = inside.filter { table.text($0, "role") == SiteRole.acute.rawValue }
        codes.define(.insideAcuteSites, acute.map { table.text($0, "code") })
        let units = inside.filter { table.text($0, "role") == SiteRole.minorInjuryUnit.rawValue }
        codes.define(.insideRotaSites, (acute + units).map { table.text($0, "code") })
        defer {
            // A site whose row is unsound may be of any kind: nothing is said of what refers to it.
            let unsound = Set(codes.lists[.sites] ?? []).subtracting(codes.sites.keys)
            for reference in [Reference.insideSites, .insideAcuteSites, .insideRotaSites] {
                codes.sets[reference]?.formUnion(unsound)
            }
        }
        for row in rows {
            guard ["yes", "no"].contains(table.text(row, "inside")), let role = SiteRole(rawValue: table.text(row, "role")),
                let level = Level(rawValue: table.text(row, "level_today"))
            else { continue }
            let place = SitePlace(isInside: table.text(row, "inside") == "yes", role: role)
            codes.sites[table.text(row, "code")] = KnownCodes.SiteFacts(place: place, role: role, levelToday: level)
        }
        guard let levels = tables["site_levels"] else { return }
        for row in levels.rows.indices {
            guard let level = Level(rawValue: levels.text(row, "level")) else { continue }
            codes.sites[levels.text(row, "site")]?.levels.insert(level)
        }
        codes.levelsInUse = codes.sites.values.reduce(into: []) { $0.formUnion($1.levels.union([$1.levelToday])) }
    }
}
