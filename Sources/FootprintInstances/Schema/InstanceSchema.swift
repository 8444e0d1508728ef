// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of an instance that declares some families.
public enum InstanceSchema {
    /// Every table of these families once, in the order of `Family.allCases`. A table that several of them name has the
    /// figures of all. The last is what a plan claims, which any instance may have.
    public static func tables(of families: some Sequence<Family>) -> [TableSchema] {
        let wanted = Set(families)
        var tables: [TableSchema] = []
        var places: [String: Int] = [:]
        for table in Family.allCases.filter(wanted.contains).flatMap(\.tables) + [SharedTables.claims] {
            if let place = places[table.name] {
                tables[place] = tables[place].joined(with: table)
            } else {
                places[table.name] = tables.count
                tables.append(table)
            }
        }
        return tables
    }

    /// The folders that hold tables: `tables` those that families share and those of `emergency`, and one for each other family.
    static let folders: [String] = {
        var folders: [String] = []
        for table in tables(of: Family.allCases) where !folders.contains(table.folder) && table.folder != SharedTables.claims.folder {
            folders.append(table.folder)
        }
        return folders
    }()

    /// Where a table of the schema is; under `tables` where there is none of the name.
    static func path(of table: String) -> String {
        tables(of: Family.allCases).first { $0.name == table }?.path ?? "tables/\(table).csv"
    }

    /// The families that have a table.
    static func families(with table: String) -> [Family] {
        Family.allCases.filter { $0.tables.contains { $0.name == table } }
    }
}
