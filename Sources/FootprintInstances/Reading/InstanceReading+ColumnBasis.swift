// SPDX-License-Identifier: GPL-3.0-or-later

/// Every numeric column of a wide table has a basis and a source in `footprint.yaml`.
extension InstanceReading {
    mutating func checkColumnBasis() {
        guard let columnBasis else { return }
        if let zones = tables["zones"] {
            let numeric = zones.columns.filter { if case .number = $0.kind { true } else { false } }.map(\.name)
            let given = columnBasis["zones"] ?? [:]
            requireBasis(of: numeric, in: "zones", given)
            refuseOthers(than: numeric, in: "zones", given)
        }
        // Columns that are no site, and sites that have no column, are told with the travel table.
        if let columns = travel?.siteCodes, let sites = codes.lists[.sites] {
            let given = columnBasis["travel"] ?? [:]
            requireBasis(of: columns.filter { sites.contains($0) }, in: "travel", given)
            refuseOthers(than: sites, in: "travel", given)
            travel?.columnBasis = Dictionary(
                uniqueKeysWithValues: columns.compactMap { site in (given[site] ?? given["default"]).map { (site, $0) } })
        }
    }

    private mutating func requireBasis(of columns: [String], in table: String, _ given: [String: ColumnBasis]) {
        for column in columns where given[column] == nil && given["default"] == nil {
            report(
                Fault(
                    file: SettingsReader.file, column: "columns.\(table).\(column)",
                    fault: "The column has no basis and source.", fix: "Add {basis: …, source: …}."))
        }
    }

    private mutating func refuseOthers(than columns: [String], in table: String, _ given: [String: ColumnBasis]) {
        for name in given.keys.sorted() where name != "default" && !columns.contains(name) {
            let path = "columns.\(table).\(name)"
            report(
                Fault(
                    file: SettingsReader.file, row: settingLines[path], column: path,
                    fault: "\(table) has no such column of numbers.",
                    fix: Wording.nearest(to: name, among: columns, otherwise: "Remove it.")))
        }
    }
}
