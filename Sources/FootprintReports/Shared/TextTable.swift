// SPDX-License-Identifier: GPL-3.0-or-later

/// A table in plain text: columns as wide as their widest cell, two spaces between them.
struct TextTable {
    enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]]

    init(_ header: [(String, Alignment)]) {
        alignments = header.map(\.1)
        rows = [header.map(\.0)]
    }

    mutating func add(_ row: [String]) { rows.append(row) }

    /// Lines without trailing spaces; the header is underlined.
    var lines: [String] {
        let widths = alignments.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return alignments[column] == .left ? cell + padding : padding + cell
            }
            return trimmed(cells.joined(separator: "  "))
        }
        lines.insert(String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1)), at: 1)
        return lines
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// Breaks a sentence into lines of at most `width` characters, the later ones indented.
func wrapped(_ text: String, width: Int = 100, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
        if !isEmpty, line.count + 1 + word.count > width {
            lines.append(line)
            line = rest
            isEmpty = true
        }
        line += isEmpty ? String(word) : " " + word
        isEmpty = false
    }
    lines.append(line)
    return lines
}
