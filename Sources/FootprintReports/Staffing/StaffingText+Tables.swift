// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

// Money, agency, people and hours of the rows.
extension StaffingText {
    /// An option as wide as a column can be.
    private func column(_ row: StaffingConfiguration) -> String {
        switch row.name {
        case "do-nothing": "today"
        case "own-banks": "own banks"
        case "shared-bank": "shared"
        case "shared-bank-recruitment": "recruits"
        default: row.name.count <= 10 ? row.name : row.name.prefix(9) + "…"
        }
    }

    private static let lines: [(key: String, words: String)] = [
        ("substantive", "staff in post"), ("overtime", "overtime"), ("bankOwn", "own bank"), ("bankShared", "shared bank"),
        ("agency", "agency"), ("unfilled", "unfilled hours, at their price"), ("bankPeople", "bringing people on the bank, once"),
        ("recruitment", "recruitment, once"), ("sharedBankSetUp", "shared bank's set-up, once"),
        ("sharedBankRunning", "shared bank's office"),
    ]

    var costs: [String] {
        var lines = costs("Cost by line, £m a year, more shifts filled where that pays:", { $0.costLines }, { $0.annualCost })
        if showsDetails {
            lines += [""] + costs(
                "Cost by line, £m a year, at today's fill:", { $0.atTodaysFill?.result.costLines }, { $0.atTodaysFill?.result.annualCost })
        }
        return lines
    }

    private func costs(
        _ title: String, _ lines: (StaffingConfiguration) -> [String: Double]?, _ total: (StaffingConfiguration) -> Double?
    ) -> [String] {
        let rows = holding
        var table = TextTable([("", .left)] + rows.map { (column($0), .right) })
        for line in Self.lines where rows.contains(where: { (lines($0)?[line.key] ?? 0).magnitude >= 500 }) {
            table.add([line.words] + rows.map { Self.millions(lines($0)?[line.key], 2) })
        }
        table.add(["all"] + rows.map { Self.millions(total($0), 2) })
        return [title] + table.lines
    }

    var agency: [String] {
        agency("Agency, £m and share of do-nothing pay, more shifts filled where that pays:", \.result)
            + [""] + agency("Agency, £m and share of do-nothing pay, at today's fill:", \.atTodaysFill?.result)
    }

    private func agency(_ title: String, _ result: (StaffingConfiguration) -> StaffingResult?) -> [String] {
        let rows = holding
        var table = TextTable([("", .left)] + rows.map { (column($0), .right) })
        let years = appraisal.doNothing.years.map(\.year)
        for organisation in appraisal.organisations {
            for year in years {
                table.add(
                    [organisation.code + (isOfSeveralYears ? ", year \(year)" : "")]
                        + rows.map { row in
                            let spent = result(row)?.years.first { $0.year == year }?.agency.first { $0.organisation == organisation.code }
                            return spent.map { "\(Self.millions($0.pounds, 2)) \(Words.percent($0.shareOfPay))" } ?? "–"
                        })
            }
        }
        return [title] + table.lines
    }

    /// Whom to sign up and what one more is worth, of a row.
    func people(_ row: StaffingConfiguration) -> [String] {
        guard let result = row.atTodaysFill?.result ?? row.result else { return [] }
        let fair = row.atTodaysFill
        let year = isOfSeveralYears ? appraisal.options.years : 1
        var table = TextTable([
            ("", .left), ("", .left), ("today", .right), ("would", .right), ("sign up", .right), ("│", .left), ("Q1", .right),
            ("Q2", .right), ("Q3", .right), ("Q4", .right), ("year", .right), ("│", .left), ("sign up", .right), ("one more", .right),
        ])
        for place in result.people {
            func same(_ group: String, _ organisation: String) -> Bool { group == place.group && organisation == place.organisation }
            func decided(_ decisions: [StaffingConfiguration.Decision]) -> String {
                Words.number(Double(decisions.first { same($0.group, $0.organisation) }?.peopleToSignUp ?? 0))
            }
            func seasons(_ worth: [StaffingBankWorth]) -> [Double] {
                worth.first { same($0.group, $0.organisation) && $0.year == year }?.seasons ?? []
            }
            let worth = seasons(fair?.bankWorth ?? [])
            table.add(
                [
                    place.group, place.organisation, Words.number(place.onBankToday), place.wouldSignUp.map(Words.number) ?? "any",
                    fair.map { decided($0.decisions) } ?? "–", "│",
                ] + (worth.count == 4 ? worth.map { Words.number($0.rounded()) } : ["–", "–", "–", "–"]) + [
                    fair == nil ? "–" : Words.number(worth.reduce(0, +).rounded()), "│", decided(row.decisions),
                    Words.number(seasons(row.bankWorth).reduce(0, +).rounded()),
                ])
        }
        return [""]
            + wrapped(
                "\(row.title): whom to sign up, and what one more person on the bank is worth, £ a year before what bringing the person "
                    + "on costs\(isOfSeveralYears ? " (in year \(year))" : ""). Left of the second bar at today's fill, by quarter from April; right of it with more "
                    + "shifts filled where that pays:")
            + table.lines
            + wrapped("today: on the bank. would: how many more would sign up, as assumed. sign up: rounded up.")
    }

    func moved(_ row: StaffingConfiguration) -> [String] {
        let views = [("at today's fill", row.atTodaysFill?.result), ("with more shifts filled", row.result)]
        let sentences = views.compactMap { view, result -> String? in
            guard let result, !result.moved.isEmpty else { return nil }
            var pairs: [(from: String, to: String, hours: Double)] = []
            for move in result.moved {
                if let place = pairs.firstIndex(where: { $0.from == move.from && $0.to == move.to }) {
                    pairs[place].hours += move.hours
                } else {
                    pairs.append((move.from, move.to, move.hours))
                }
            }
            let years = Double(appraisal.options.years)
            return "\(view) "
                + pairs.map { "\($0.from) to \($0.to) \(Words.number($0.hours / years))" }.joined(separator: ", ")
        }
        guard !sentences.isEmpty else { return [] }
        return wrapped("Hours a year worked at another organisation than one's own bank's: \(sentences.joined(separator: "; ")).")
    }
}
