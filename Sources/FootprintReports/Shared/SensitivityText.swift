// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// Which assumed figures the winner hangs on, as a terminal shows it.
struct SensitivityText {
    let sensitivity: Sensitivity
    /// What the winner is called where it changes, such as `winner`.
    let winner: String

    /// A table, its title before it, and a sentence for each place where the winner changes.
    /// - Parameter title: with a colon at its end.
    func lines(_ title: String) -> [String] {
        // Cells' names give way where the numbers are wide.
        let width = (16...32).last { width in table(width).lines.allSatisfy { $0.count <= 100 } } ?? 16
        return wrapped(title) + table(width).lines + note
            + sensitivity.figures.flatMap { figure in
                // What is cut in the table stands in full here.
                if figure.changes.isEmpty, Self.isCut(figure, width) {
                    return wrapped("\(figure.cell): the \(winner) holds over the whole range", first: "  ", rest: "    ")
                }
                return figure.changes.flatMap { change in
                    wrapped(
                        "\(figure.cell) = \(FigureWords.plain(change.at, of: figure.cell, unlike: figure.value)): the \(winner) becomes \(change.newWinner)", first: "  ",
                        rest: "    ")
                }
            }
    }

    /// - Parameter width: of the column of cells.
    private func table(_ width: Int) -> TextTable {
        var table = TextTable([
            ("assumed figure", .left), ("value", .right), ("low", .right), ("high", .right), ("at low", .right),
            ("at high", .right), ("\(winner) changes at", .left),
        ])
        for figure in sensitivity.figures {
            let changes = figure.changes.map { "\(FigureWords.plain($0.at, of: figure.cell, unlike: figure.value))" }.joined(separator: ", ")
            table.add([
                Self.shortened(figure, width), FigureWords.plain(figure.value, of: figure.cell), FigureWords.plain(figure.low, of: figure.cell), FigureWords.plain(figure.high, of: figure.cell),
                figure.savingAtLow.map { Self.millions($0) } ?? "fails",
                figure.savingAtHigh.map { Self.millions($0) } ?? "fails", changes.isEmpty ? "holds" : changes,
            ])
        }
        return table
    }

    private static func millions(_ pounds: Double) -> String { Words.fixed(pounds / 1e6, 1) }

    private static func more(_ figure: Sensitivity.Swing) -> String { figure.alike.map { " +\($0.count)" } ?? "" }

    private static func short(_ figure: Sensitivity.Swing) -> Substring {
        figure.cell.hasSuffix(".value") ? figure.cell.dropLast(6) : figure.cell[...]
    }

    private static func isCut(_ figure: Sensitivity.Swing, _ width: Int) -> Bool { short(figure).count + more(figure).count > width }

    /// The end of a cell's name says more than its beginning.
    private static func shortened(_ figure: Sensitivity.Swing, _ width: Int) -> String {
        (isCut(figure, width) ? "…" + short(figure).suffix(width - 1 - more(figure).count) : short(figure)) + more(figure)
    }

    private var note: [String] {
        sensitivity.figures.contains { $0.alike != nil }
            ? ["+ and a number: moved with so many more cells that make the same assumption."] : []
    }
}
