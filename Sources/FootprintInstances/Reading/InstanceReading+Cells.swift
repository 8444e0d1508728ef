// SPDX-License-Identifier: GPL-3.0-or-later

/// Every cell against what its column may hold.
extension InstanceReading {
    mutating func checkCells() {
        for schema in self.schema {
            guard let table = tables[schema.name] else { continue }
            for row in table.rows.indices where !isFull(schema.path) {
                for column in table.columns.indices {
                    if let (fault, fix) = wrong(table.rows[row].cells[column], table.columns[column], of: schema) {
                        // A row that only the caller gives has no basis, source or range of its own.
                        if table.rows[row].line == nil, table.rows[row].overrides[column] == nil { continue }
                        report(table.fault(row, column, fault, fix))
                    }
                }
            }
        }
    }

    private func wrong(_ text: String, _ column: ColumnSchema, of schema: TableSchema) -> (String, String)? {
        switch column.kind {
        case .text: return text.isEmpty ? ("The cell is empty.", "Give \(column.meaning).") : nil
        case .source:
            return text.isEmpty
                ? ("The source is empty.", "Say where it comes from: document and line, publisher and file, or the reason.") : nil
        case .code:
            if text.isEmpty { return ("The cell is empty.", "Give \(column.meaning).") }
            return text.contains(where: { ",;=[]\"“”\n\r".contains($0) })
                ? ("\(Wording.quoted(text)) has a sign that lists and addresses are made with.", "Leave out , ; = [ ] and quotes.")
                : nil
        case .reference(let reference): return wrongReference(text, reference)
        case .word(let vocabulary):
            return vocabulary.words.contains(text) ? nil : unknown(text, vocabulary.noun, "Use \(Wording.either(vocabulary.words)).")
        case .yesNo: return ["yes", "no"].contains(text) ? nil : unknown(text, "yes or no", "Use yes or no.")
        case .number(let quantity): return NumberCell.wrong(text, quantity)
        case .list(let reference):
            for code in Self.items(text) {
                if let wrong = wrongReference(code, reference) { return wrong }
            }
            return nil
        // Checked with the rows they belong to.
        case .decisions, .closures, .moves, .figure, .figureValue, .figureRange: return nil
        case .remark: return nil
        }
    }

    func wrongReference(_ code: String, _ reference: Reference) -> (String, String)? {
        guard let known = codes.sets[reference], let list = codes.lists[reference], !known.contains(code) else { return nil }
        // Better to say what a code is not than that it is unknown.
        let few =
            switch list.count {
            case 0: "There is none in \(InstanceSchema.path(of: reference.table))."
            case ...8: "Use \(Wording.either(list))."
            default: "Use one of \(InstanceSchema.path(of: reference.table))."
            }
        return unknown(code, reference.noun, Wording.nearest(to: code, among: list, otherwise: few))
    }

    func unknown(_ text: String, _ noun: String, _ fix: String) -> (String, String) {
        (text.isEmpty ? "The cell is empty." : "\(Wording.quoted(text)) is not \(noun).", fix)
    }

    /// The items of a list with `;` between them.
    static func items(_ text: String) -> [String] {
        text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension Substring {
    /// Without the spaces around it.
    var trimmed: String {
        guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[first...last])
    }
}
