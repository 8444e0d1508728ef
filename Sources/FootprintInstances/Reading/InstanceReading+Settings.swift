// SPDX-License-Identifier: GPL-3.0-or-later

/// `footprint.yaml`.
extension InstanceReading {
    mutating func readSettings() {
        do {
            let bytes = try folder.read(
                SettingsReader.file, limit: SettingsReader.largestFile, missing: "Copy one from an instance that loads and change it.")
            let reader = SettingsReader(bytes)
            faults += reader.faults
            settings = reader.settings
            columnBasis = reader.columnBasis
            settingLines = reader.lines
            if let families = reader.families, !families.isEmpty { schema = InstanceSchema.tables(of: families) }
        } catch {
            report(error)
        }
    }

    mutating func checkSettings() {
        guard let settings else { return }
        let schemes = tables["schemes"].map { table in
            Dictionary(
                table.rows.indices.map { (table.text($0, "name"), Self.items(table.text($0, "after"))) },
                uniquingKeysWith: { first, _ in first })
        }
        faults += SettingsCheck(
            organisations: codes.lists[.organisations], insideSites: codes.lists[.insideSites], electiveSites: codes.lists[.electiveSites],
            schemes: schemes, lines: settingLines
        ).faults(in: settings)
    }
}
