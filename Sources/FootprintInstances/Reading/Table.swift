// SPDX-License-Identifier: GPL-3.0-or-later

/// A table as text, each row in the order of the schema's columns.
struct Table {
    let schema: TableSchema
    let columns: [ColumnSchema]
    var rows: [Row]

    struct Row {
        /// As a text editor counts lines; nil for a row that only the caller gives.
        let line: Int?
        var cells: [String]
        /// What the caller put in a cell, by column.
        var overrides: [Int: Override] = [:]
    }

    init(schema: TableSchema, rows: [Row] = []) {
        self.schema = schema
        columns = schema.allColumns
        self.rows = rows
    }

    func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

    /// A cell by its column's name, which must be one of the schema's.
    func text(_ row: Int, _ name: String) -> String {
        guard let column = column(name) else { preconditionFailure("\(schema.name) has no column \(name)") }
        return rows[row].cells[column]
    }

    /// The values of the key columns, the figure's name included.
    func key(_ row: Int) -> [String] {
        let key = rows[row].cells.prefix(schema.keyCount)
        return schema.isLong ? key + [rows[row].cells[schema.keyCount]] : Array(key)
    }

    /// A fault of a cell, or of the row where no column is given. It names the override where the caller made it.
    func fault(_ row: Int, _ column: Int?, _ fault: String, _ fix: String) -> Fault {
        if let column, let override = rows[row].overrides[column] {
            return Fault(file: "--set \(override)", fault: fault, fix: fix)
        }
        return Fault(
            file: schema.path, row: rows[row].line, column: column.map { columns[$0].name }, fault: fault, fix: fix)
    }
}
