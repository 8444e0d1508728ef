// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation

/// What `footprint check` shows.
public enum CheckReport {
    public static func text(_ check: InstanceCheck) -> String {
        var lines = wrapped(
            "\(check.title): the instance is sound. \(Words.amount(Double(check.sites), "sites")), \(Words.amount(Double(check.zones), "zones")), \(Words.amount(check.residents, "residents"))"
                + (check.configurations > 0 ? ", \(configurations(check.configurations)); do-nothing is feasible." : ".")
        )
        let figures = check.figures
        lines += wrapped(
            "\(figures.total) figures: \(figures.stated) stated, \(figures.derived) derived, \(figures.estimated) estimated, \(figures.assumed) assumed."
        )
        if !check.calibration.isEmpty {
            lines += ["", "Calibration: patients a year from one age-based rate for each class, against what was published"]
            var table = TextTable([
                ("organisation", .left), ("", .left), ("modelled", .right), ("published", .right), ("ratio", .right), ("", .left),
            ])
            for row in check.calibration {
                table.add([
                    row.organisation, row.group, Words.number(row.modelled), row.published.map(Words.number) ?? "none",
                    row.ratio.map { Words.fixed($0, 2) } ?? "–",
                    row.published == nil ? "not scaled" : row.isAccepted ? "accepted" : "explained below",
                ])
            }
            lines += table.lines
            for row in check.calibration {
                if let note = row.note {
                    lines += wrapped("\(row.organisation) \(row.group): \(note)", first: "  ", rest: "    ")
                }
            }
        }
        if let staffing = check.staffing { lines += [""] + Self.staffing(staffing) }
        lines += ["", "Coverage: the families the instance has, and what their figures rest on"]
        var coverage = TextTable([
            ("family", .left), ("tables", .right), ("figures", .right), ("stated", .right), ("derived", .right),
            ("estimated", .right), ("assumed", .right), ("", .left),
        ])
        for row in check.coverage {
            coverage.add([
                row.family, "\(row.tables)", "\(row.figures.total)", "\(row.figures.stated)", "\(row.figures.derived)",
                "\(row.figures.estimated)", "\(row.figures.assumed)", row.isIllustrative ? "illustrative" : "",
            ])
        }
        lines += coverage.lines
        if check.claims > 0 {
            lines.append("\(Words.amount(Double(check.claims), "published claims")) to set beside what is computed (expected/claims.csv).")
        }
        if !check.notes.isEmpty {
            lines += ["", "Notes on cells"]
            for note in check.notes { lines += wrapped("\(note.cell): \(note.note)", first: "  ", rest: "    ") }
        }
        if !check.widest.isEmpty {
            lines += ["", "What would most improve it: the assumed figures with the widest ranges"]
            for range in check.widest {
                lines.append(
                    "  \(range.cell): \(FigureWords.plain(range.value, of: range.cell)) (\(FigureWords.plain(range.low, of: range.cell)) to \(FigureWords.plain(range.high, of: range.cell)))"
                )
            }
        }
        lines += lifted(check.liftedPrices)
        if let model = check.model {
            lines += ["", "The program of do-nothing: \(model.rows) rows, \(model.columns) variables, \(model.coefficients) coefficients"]
            lines += model.findings.isEmpty
                ? ["  nothing that is allowed and seldom meant"]
                : model.findings.flatMap { wrapped($0.sentence, first: "  · ", rest: "    ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func staffing(_ staffing: StaffingCheck) -> [String] {
        var table = TextTable([
            ("staffing", .left), ("", .left), ("agency", .right), ("off by", .right), ("bank", .right), ("off by", .right),
            ("unfilled", .right), ("off by", .right), ("offers", .right),
        ])
        for row in staffing.groups {
            table.add([
                row.organisation, row.group, Words.number(row.agencyHours), Words.number(row.agencyResidual), Words.number(row.bankHours),
                Words.number(row.bankResidual), Words.number(row.unfilledHours), Words.number(row.unfilledResidual),
                Words.fixed(row.offerFactor, 2),
            ])
        }
        var lines = wrapped(
            "Staffing today: hours a year if nothing is done, and how far they are off the tables'; offers: what agencies offer over "
                + "their tiers' shares")
        lines += table.lines
        for row in staffing.organisations {
            let share = Words.percent(row.payOfTheGroups / row.payBill)
            let rest = row.payOfTheGroups <= row.payBill ? "which holds other staff too" : "and cannot be more: one of the two is off"
            lines += wrapped(
                "\(row.organisation): agency's rates are \(Words.fixed(row.rateFactor, 3)) times its tiers'; the groups' pay, bank and agency are "
                    + "\(Words.pounds(row.payOfTheGroups)), \(share) of the pay bill of \(Words.pounds(row.payBill)), \(rest)",
                first: "  ", rest: "    ")
        }
        return lines
    }

    /// Every price of the last resort that is lifted, the same ones together.
    private static func lifted(_ prices: [ElectiveLiftedPrice]) -> [String] {
        guard !prices.isEmpty else { return [] }
        var lines = [""]
            + wrapped(
                "Planned care bought elsewhere: prices that would be below the cost inside, and so are raised to it (the last resort "
                    + "must not be the first)")
        let kinds = Dictionary(grouping: prices) { "\(ElectiveWords.patients($0.mode)), \(Words.pounds($0.table)) in the table" }
        for kind in kinds.keys.sorted() {
            let list = kinds[kind]!.map { "\($0.specialty) \(Words.pounds($0.used))" }
            lines += wrapped("\(kind): \(list.joined(separator: ", "))", first: "  ", rest: "    ")
        }
        return lines
    }

    private static func configurations(_ count: Int) -> String {
        count == .max ? "more configurations than can be counted" : Words.amount(Double(count), "configurations")
    }

    public static func json(_ check: InstanceCheck) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(check) + Data("\n".utf8)
    }
}
