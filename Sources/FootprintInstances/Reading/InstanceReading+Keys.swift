// SPDX-License-Identifier: GPL-3.0-or-later

/// A key occurs once.
extension InstanceReading {
    mutating func checkKeys() {
        for schema in self.schema {
            guard let table = tables[schema.name] else { continue }
            var lines: [[String]: Int] = [:]
            for row in table.rows.indices {
                let key = table.key(row)
                guard let line = table.rows[row].line else { continue }
                if let first = lines[key] {
                    let column = key.count == 1 ? table.column(schema.key[0]) : nil
                    report(
                        table.fault(
                            row, column, "\(Wording.quoted(key.joined(separator: ","))) is already in row \(first).",
                            "Keep one of the two rows."))
                } else {
                    lines[key] = line
                }
            }
        }
    }
}
