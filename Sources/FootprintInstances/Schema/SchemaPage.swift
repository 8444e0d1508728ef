// SPDX-License-Identifier: GPL-3.0-or-later

/// The reference page of the tables, made from the schema so that it cannot disagree with the loader.
public enum SchemaPage {
    /// The whole page in Markdown.
    public static var markdown: String {
        var lines = [
            "# Tables of an instance", "",
            "Made from the schema in `Sources/FootprintInstances`; change it there. An instance is a folder with `footprint.yaml` and these CSV files (UTF-8, "
                + "commas, one header row): `tables` holds those that families share and those of `emergency`, each other family has a folder of its own, and "
                + "`expected/claims.csv` is there where a plan was published. A table is needed where `families` of "
                + "`footprint.yaml` names one of its families. Columns may be in any order; none may be added.", "",
            "In a *long* table a row is one figure: its key, `figure` (its name), `value`, `low` and `high` (its range: both or neither, required where it is "
                + "assumed), `basis` (`stated`, `derived`, `estimated` or `assumed`) and `source`. All money is at the price base of `footprint.yaml`, except in "
                + "`bridge`, `one_off_costs` and `claims`, which keep the cash of the document.", "",
        ]
        for table in InstanceSchema.tables(of: Family.allCases) { lines += section(table) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One table.
    static func section(_ table: TableSchema) -> [String] {
        let families = InstanceSchema.families(with: table.name).map(\.rawValue)
        var facts = ["Key: \(table.key.map { "`\($0)`" }.joined(separator: ", "))."]
        facts.append(families.isEmpty ? "Any family; the file may be absent." : "Families: \(families.joined(separator: ", ")).")
        if table.mayBeEmpty { facts.append("May have no rows.") }
        if table.completeness == .everyKey, table.isLong, !table.columns.isEmpty { facts.append("Every key needs its figures.") }
        var lines = ["## \(table.name)", "", "`\(table.path)`. \(table.meaning) \(facts.joined(separator: " "))", ""]
        lines += ["| column | holds | may be empty | meaning |", "|---|---|---|---|"]
        for column in table.allColumns {
            lines.append("| `\(column.name)` | \(column.kind.words) | \(column.kind.mayBeEmpty ? "yes" : "no") | \(column.meaning) |")
        }
        if let quantity = table.siteColumns {
            lines.append("| one per site, named by its code | \(quantity.description) | no | the journey from the zone to the site |")
        }
        if table.isLong {
            lines += ["", "| figure | unit and range | needed | meaning |", "|---|---|---|---|"]
            for figure in table.figures {
                lines.append("| `\(figure.name)` | \(figure.quantity.description) | \(figure.need.words) | \(figure.meaning) |")
            }
        }
        return lines + [""]
    }
}
