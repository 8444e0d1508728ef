// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

extension ComparisonText {
    var sensitivity: [String] {
        guard let sensitivity = appraisal.sensitivity, !sensitivity.figures.isEmpty else { return [] }
        var table = TextTable([
            ("assumed figure", .left), ("value", .right), ("low", .right), ("high", .right), ("at low", .right),
            ("at high", .right), ("winner changes at", .left),
        ])
        for figure in sensitivity.figures {
            let cell = figure.cell.hasSuffix(".value") ? String(figure.cell.dropLast(6)) : figure.cell
            let changes = figure.changes.map { "\(Self.plain($0.at))" }.joined(separator: ", ")
            table.add([
                Self.shortened(cell), Self.plain(figure.value), Self.plain(figure.low), Self.plain(figure.high),
                figure.savingAtLow.map { Self.millions($0) } ?? "fails",
                figure.savingAtHigh.map { Self.millions($0) } ?? "fails", changes.isEmpty ? "holds" : changes,
            ])
        }
        return ["", "The assumed figures that move the winner's saving most (saving, £m a year, at each end):"] + table.lines
            + sensitivity.figures.flatMap { figure in
                figure.changes.flatMap { change in
                    wrapped("\(figure.cell) = \(Self.plain(change.at)): the winner becomes \(change.newWinner)", first: "  ", rest: "    ")
                }
            }
    }

    /// The end of a cell's name says more than its beginning.
    private static func shortened(_ cell: String) -> String { cell.count <= 32 ? cell : "…" + cell.suffix(31) }

    /// As many digits as a person types.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 1e15 { return Words.number(value) }
        return value.magnitude >= 1000 ? Words.number(value) : trimmed(Words.fixed(value, value.magnitude < 1 ? 4 : 2))
    }

    private static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    var resilience: [String] {
        guard !appraisal.resilience.isEmpty else { return [] }
        var lines = ["", "On a bad day:"]
        for row in appraisal.resilience {
            lines.append("  \(row.isToday ? "Today's sites" : "The winner")")
            for winter in row.winterPeak {
                let short = [
                    winter.bedsShort > 0.5 ? Words.beds(winter.bedsShort) : nil,
                    winter.spacesShort > 0.05 ? Words.spaces(winter.spacesShort) : nil,
                ].compactMap(\.self)
                lines += wrapped(
                    "winter peak: \(winter.name) \(short.isEmpty ? "has enough beds and spaces" : "lacks \(short.joined(separator: " and "))")",
                    first: "    · ", rest: "      ")
            }
            for shut in row.oneSiteShut {
                lines += wrapped(
                    "\(shut.name) shut for a day (\(Words.number(shut.patientsThatDay)) patients): \(shut.mostAffectedName) receives \(Words.number(shut.extraPatients)) more\(shut.spacesShort > 0.05 ? " and lacks \(Words.spaces(shut.spacesShort))" : "")",
                    first: "    · ", rest: "      ")
            }
        }
        return lines
    }

    var basis: [String] {
        let figures = appraisal.provenance.figures
        var text =
            "Rests on \(figures.total) figures: \(figures.stated) stated, \(figures.derived) derived, \(figures.estimated) estimated, \(figures.assumed) assumed\(figures.caller > 0 ? ", \(figures.caller) the caller's" : "")."
        if let share = appraisal.provenance.savingRestingOnAssumed {
            text += " \(Words.percent(share)) of the winner's saving rests on assumed figures."
        }
        return wrapped(text)
    }
}
