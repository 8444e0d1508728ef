// SPDX-License-Identifier: GPL-3.0-or-later

/// The caller's cells take the place of the file's before anything is checked, so that they are checked as the file's are.
extension InstanceReading {
    mutating func applyOverrides() {
        for override in overrides where override.table != "travel" {
            guard let schema = self.schema.first(where: { $0.name == override.table }) else {
                report(noSuchTable(override))
                continue
            }
            guard var table = tables[schema.name] else { continue }
            apply(override, to: &table)
            tables[schema.name] = table
        }
    }

    private mutating func apply(_ override: Override, to table: inout Table) {
        let schema = table.schema
        let changeable =
            schema.isLong
            ? ["value"] : table.columns.dropFirst(schema.keyCount).map(\.name).filter { !["basis", "source"].contains($0) }
        guard let column = table.column(override.column), changeable.contains(override.column) else {
            report(
                Fault(
                    file: "--set \(override)", fault: "\(Wording.quoted(override.column)) is not a column that can be set.",
                    fix: "Use \(Wording.either(changeable))."))
            return
        }
        if let row = table.rows.indices.first(where: { table.key($0) == override.key }) {
            table.rows[row].cells[column] = override.value
            table.rows[row].overrides[column] = override
        } else if schema.isLong, schema.keyCount == 0, let name = override.key.first, override.key.count == 1,
            schema.figures.contains(where: { $0.name == name })
        {
            // A parameter that the file leaves out, such as a capital limit where there is none.
            table.rows.append(
                Table.Row(line: nil, cells: [name, override.value, "", "", "", ""], overrides: [column: override]))
        } else {
            let cells = table.rows.indices.map { "\(schema.name)[\(table.key($0).joined(separator: ","))].\(override.column)" }
            report(
                Fault(
                    file: "--set \(override)", fault: "There is no such cell.",
                    fix: NearestName.of(override.cell, among: cells).map { "The nearest is \($0)." }
                        ?? "The key of \(schema.name) is \(schema.key.joined(separator: ","))."))
        }
    }

    func noSuchTable(_ override: Override) -> Fault {
        Fault(
            file: "--set \(override)", fault: "\(Wording.quoted(override.table)) is not a table.",
            fix: Wording.nearest(
                to: override.table, among: schema.map(\.name),
                otherwise: "The tables are \(schema.map(\.name).joined(separator: ", "))."))
    }
}
