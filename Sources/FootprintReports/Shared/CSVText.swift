// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of cells as RFC 4180 writes them, a line each.
enum CSVText {
    static func lines(_ rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// As many digits as it takes; empty for what there is not.
    static func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

    private static func quoted(_ cell: String) -> String {
        cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" })
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }
}
