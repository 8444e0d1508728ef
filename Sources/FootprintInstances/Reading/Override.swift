// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell changed by the caller for one run, such as `site_figures[RJE01,beds].value=1100`.
public struct Override: Sendable, Hashable, CustomStringConvertible {
    /// The table, such as `site_figures`.
    public let table: String
    /// The values of the key columns and, in a long table, the figure.
    public let key: [String]
    /// The column; `value` where none was given.
    public let column: String
    /// What the cell is to hold.
    public let value: String

    public init(table: String, key: [String], column: String = "value", value: String) {
        self.table = table
        self.key = key
        self.column = column
        self.value = value
    }

    /// Reads `table[key].column=value`; `.column` may be left out and is then `value`.
    /// - Throws: a `Fault` when the text does not have that form. Whether the cell exists is for the loader.
    public init(parsing text: String) throws(Fault) {
        guard let equals = text.firstIndex(of: "="), let opening = text[..<equals].firstIndex(of: "["),
            let closing = text[..<equals].lastIndex(of: "]"), opening < closing
        else { throw Override.malformed(text) }
        let rest = text[text.index(after: closing)..<equals]
        guard rest.isEmpty || (rest.first == "." && rest.count > 1) else { throw Override.malformed(text) }
        table = String(text[..<opening])
        key = text[text.index(after: opening)..<closing].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        column = rest.isEmpty ? "value" : String(rest.dropFirst())
        value = String(text[text.index(after: equals)...])
        guard !table.isEmpty, !value.isEmpty, key.allSatisfy({ !$0.isEmpty }) else { throw Override.malformed(text) }
    }

    /// The address of the cell.
    public var cell: String { "\(table)[\(key.joined(separator: ","))].\(column)" }
    public var description: String { "\(cell)=\(value)" }

    private static func malformed(_ text: String) -> Fault {
        Fault(
            file: "--set \(text)", fault: "This does not name a cell and its value.",
            fix: "Write table[key].column=value, such as site_figures[RJE01,beds].value=1100.")
    }
}

// So that the initialiser can throw the same fault the loader reports.
extension Fault: Error {}
