// SPDX-License-Identifier: GPL-3.0-or-later

/// Every numeric column of a wide table has a basis and a source in `footprint.yaml`.
extension InstanceReading {
    mutating func checkColumnBasis() {
        guard let columnBasis else { return }
        if let zones = tables["zones"] {
            let numeric = zones.columns.filter { if case .number = $0.kind { true } else { false } }.map(\.name)
            require(numeric, of: "zones", columnBasis["zones"] ?? [:])
        }
        if let sites = travel?.siteCodes {
            let given = columnBasis["travel"] ?? [:]
            require(sites, of: "travel", given)
            travel?.columnBasis = Dictionary(
                uniqueKeysWithValues: sites.compactMap { site in (given[site] ?? given["default"]).map { (site, $0) } })
        }
    }

    private mutating func require(_ columns: [String], of table: String, _ given: [String: ColumnBasis]) {
        for column in columns where given[column] == nil && given["default"] == nil {
            report(
                Fault(
                    file: SettingsReader.file, column: "columns.\(table).\(column)",
                    fault: "The column has no basis and source.", fix: "Add {basis: …, source: …}."))
        }
        for name in given.keys.sorted() where name != "default" && !columns.contains(name) {
            report(
                Fault(
                    file: SettingsReader.file, column: "columns.\(table).\(name)",
                    fault: "\(table) has no such column of numbers.",
                    fix: Wording.nearest(to: name, among: columns, otherwise: "Remove it.")))
        }
    }
}
