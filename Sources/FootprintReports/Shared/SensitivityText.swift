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
        var table = TextTable([
            ("assumed figure", .left), ("value", .right), ("low", .right), ("high", .right), ("at low", .right),
            ("at high", .right), ("\(winner) changes at", .left),
        ])
        for figure in sensitivity.figures {
            let cell = figure.cell.hasSuffix(".value") ? String(figure.cell.dropLast(6)) : figure.cell
            let changes = figure.changes.map { "\(FigureWords.plain($0.at, of: figure.cell))" }.joined(separator: ", ")
            table.add([
                Self.shortened(cell), FigureWords.plain(figure.value, of: figure.cell), FigureWords.plain(figure.low, of: figure.cell), FigureWords.plain(figure.high, of: figure.cell),
                figure.savingAtLow.map { Self.millions($0) } ?? "fails",
                figure.savingAtHigh.map { Self.millions($0) } ?? "fails", changes.isEmpty ? "holds" : changes,
            ])
        }
        return wrapped(title) + table.lines
            + sensitivity.figures.flatMap { figure in
                figure.changes.flatMap { change in
                    wrapped(
                        "\(figure.cell) = \(FigureWords.plain(change.at, of: figure.cell)): the \(winner) becomes \(change.newWinner)", first: "  ",
                        rest: "    ")
                }
            }
    }

    private static func millions(_ pounds: Double) -> String { Words.fixed(pounds / 1e6, 1) }

    /// The end of a cell's name says more than its beginning.
    private static func shortened(_ cell: String) -> String { cell.count <= 32 ? cell : "…" + cell.suffix(31) }
}
