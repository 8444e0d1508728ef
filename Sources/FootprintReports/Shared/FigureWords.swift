// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A figure of an instance as a person would type it.
enum FigureWords {
    /// As many digits as a person types; a year without a comma.
    /// - Parameter cell: `table[key].column`.
    static func plain(_ value: Double, of cell: String) -> String {
        if value == value.rounded(), value.magnitude < 1e15 {
            return cell.contains("Year].") ? String(Int(value)) : Words.number(value)
        }
        return value.magnitude >= 1000 ? Words.number(value) : trimmed(Words.fixed(value, value.magnitude < 1 ? 4 : 2))
    }

    /// The same, with as many digits as it takes not to be mistaken for another value.
    static func plain(_ value: Double, of cell: String, unlike other: Double) -> String {
        var text = plain(value, of: cell)
        var decimals = 3
        while text == plain(other, of: cell), value != other, decimals <= 6 {
            text = trimmed(Words.fixed(value, decimals))
            decimals += 1
        }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
