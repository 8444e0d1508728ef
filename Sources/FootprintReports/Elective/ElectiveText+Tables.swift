// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

extension ElectiveText {
    private var today: ElectiveConfiguration? { appraisal.configurations.first { $0.kind == .todayWithLevers && $0.rank != nil } }

    // MARK: Named options

    /// What each named option comes to, against today's sites with the same levers.
    var options: [String] {
        let options = holding.filter { $0.option != nil && !$0.isToday }
        guard let today, !options.isEmpty else { return [] }
        var lines = ["", "The named options, against today's sites with the same levers:"]
        for option in options { lines += wrapped("\(option.shortName): \(option.title)", first: "  ", rest: "    ") + consequences(option, today) }
        return lines
    }

    private func consequences(_ option: ElectiveConfiguration, _ today: ElectiveConfiguration) -> [String] {
        guard let new = option.result, let old = today.result, let value = option.netPresentValue, let before = today.netPresentValue,
            let saving = option.annualSaving, let savedToday = today.annualSaving
        else { return [] }
        var sentences = [
            "\(Words.pounds((saving - savedToday).magnitude)) a year \(saving < savedToday ? "dearer" : "cheaper") in \(target), and "
                + "\(Words.pounds((value - before).magnitude)) \(value < before ? "lower" : "higher") in net present value; capital "
                + "\(Words.pounds((option.capital ?? 0).magnitude)) \((option.capital ?? 0) < 0 ? "less than" : "beyond") doing nothing"
        ]
        let lines = ElectiveWords.lines.compactMap { name -> (String, Double)? in
            let change = (option.costLines?[name] ?? 0) - (today.costLines?[name] ?? 0)
            return change.magnitude >= 1000 ? (name, change) : nil
        }.sorted { ($1.1.magnitude, $0.0) < ($0.1.magnitude, $1.0) }
        if !lines.isEmpty {
            sentences.append(
                "a year: "
                    + lines.prefix(4).map { "\(ElectiveWords.line($0.0)) \($0.1 > 0 ? "+" : "")\(Words.pounds($0.1))" }.joined(separator: ", "))
        }
        for (a, b) in zip(old.sites, new.sites) {
            let sessions = b.sessions - a.sessions
            let beds = b.beds - a.beds
            let inpatients = (b.spells["inpatient"] ?? 0) - (a.spells["inpatient"] ?? 0)
            guard sessions.magnitude >= 1 || beds.magnitude >= 0.5 || inpatients.magnitude >= 1 else { continue }
            sentences.append(
                "\(b.name): \(signed(inpatients)) inpatients, \(signed(sessions)) sessions a year, \(signed(beds)) beds"
                    + (b.bedsBuilt > 0.05 ? " (\(Words.number(b.bedsBuilt)) built)" : ""))
        }
        for one in appraisal.conversions {
            let changes = zip(old.sites, new.sites).compactMap { a, b -> String? in
                let change = (b.inpatients[one.specialty] ?? 0) - (a.inpatients[one.specialty] ?? 0)
                return change.magnitude >= 1 ? "\(signed(change)) at \(b.name)" : nil
            }
            if !changes.isEmpty { sentences.append("inpatients of \(one.title.lowercasedFirst): \(changes.joined(separator: "; "))") }
        }
        for (a, b) in zip(old.travel, new.travel) where (a.all.meanMinutes - b.all.meanMinutes).magnitude >= 0.05 {
            sentences.append(
                "\(ElectiveWords.patients(b.mode)) travel \(Words.fixed(b.all.meanMinutes, 1)) minutes in the mean (today \(Words.fixed(a.all.meanMinutes, 1))), "
                    + "\(Words.percent(b.all.shareBeyondStandard)) beyond the standard (\(Words.percent(a.all.shareBeyondStandard))); the most deprived fifth "
                    + "\(Words.fixed(b.mostDeprivedFifth.meanMinutes, 1)) (\(Words.fixed(a.mostDeprivedFifth.meanMinutes, 1)))")
        }
        return sentences.flatMap { wrapped($0, first: "    · ", rest: "      ") }
    }

    func signed(_ value: Double) -> String {
        let text = Words.number(value)
        return value > 0 && text != "0" ? "+" + text : text
    }

    // MARK: The best in detail

    func savings(_ best: ElectiveConfiguration) -> [String] {
        var columns: [(String, ElectiveResult)] = [("doing nothing", appraisal.doNothing)]
        for row in appraisal.configurations where row.isToday {
            guard let result = row.result, row.name != best.name else { continue }
            columns.append((row.kind == .todayWithLevers ? "today, levers" : "levers in full", result))
        }
        if let result = best.result { columns.append(("best", result)) }
        var table = TextTable([("", .left)] + columns.map { ($0.0, .right) } + [("saved", .right)])
        for name in ElectiveWords.lines {
            let values = columns.map { $0.1.costLines[name] ?? 0 }
            guard values.contains(where: { $0.magnitude >= 500 }) else { continue }
            table.add([ElectiveWords.line(name)] + values.map(fine) + [fine(best.savingLines?[name] ?? 0)])
        }
        table.add(["all"] + columns.map { fine($0.1.annualCost) } + [fine(best.annualSaving ?? 0)])
        return ["Cost by line in \(target), £m a year, and what the best saves against doing nothing:"] + table.lines
    }

    private func fine(_ pounds: Double) -> String { Words.fixed(pounds / 1e6, 2) }

    func travel(_ result: ElectiveResult, _ title: String = "the best") -> [String] {
        var table = TextTable([
            ("", .left), ("mean", .right), ("far", .right), ("deprived", .right), ("far", .right), ("│", .left), ("mean", .right), ("far", .right),
            ("deprived", .right), ("far", .right),
        ])
        for (old, new) in zip(appraisal.doNothing.travel, result.travel) where old.all.spells + new.all.spells > 0 {
            table.add([ElectiveWords.patients(old.mode)] + cells(old) + ["│"] + cells(new))
        }
        return ["Journeys in \(target), minutes by road, if nothing is done │ in \(title):"] + table.lines
    }

    static let travelLegend = wrapped(
        "far: beyond the standard journey. deprived: residents of the zones with the most income deprivation, a fifth of all.")

    private func cells(_ travel: ElectiveResult.ModeTravel) -> [String] {
        [travel.all, travel.mostDeprivedFifth].flatMap { [Words.fixed($0.meanMinutes, 1), Words.percent($0.shareBeyondStandard)] }
    }

    func waiting(_ result: ElectiveResult, _ title: String = "the best") -> [String] {
        let years = result.years.map(\.year)
        var table = TextTable([("", .left)] + years.map { (Words.year($0), .right) })
        table.add(["doing nothing"] + appraisal.doNothing.years.map { Words.number($0.waiting.rounded()) })
        table.add([title] + result.years.map { Words.number($0.waiting.rounded()) })
        let elsewhere = result.years.map { $0.specialties.reduce(0) { $0 + $1.outsourced } }
        table.add(["  bought elsewhere, spells"] + elsewhere.map { Words.number($0.rounded()) })
        return ["Admitted patients waiting at the end of each year:"] + table.lines
    }

    func released(_ row: ElectiveConfiguration, _ result: ElectiveResult) -> [String] {
        var table = TextTable([
            ("site", .left), ("inpatients of", .left), ("sessions", .right), ("needed", .right), ("released", .right), ("beds", .right),
            ("needed", .right), ("released", .right),
        ])
        for site in result.sites {
            let count = site.inpatientSpecialties.count
            table.add([
                shortened(site.name) + (site.isHub ? " (hub)" : ""), count == 0 ? "none" : count > 4 ? "\(count) specialties" : site.inpatientSpecialties.joined(separator: " "),
                Words.number(site.sessionsToday), Words.number(site.sessions.rounded()), Words.number(site.sessionsReleased.rounded()),
                Words.number(site.bedsToday), Words.number(site.beds.rounded(.up)), Words.number((site.bedsToday - site.beds).rounded(.down)),
            ])
        }
        return ["Theatre sessions a year and planned-care beds by site in \(target) (\(row.shortTitle)):"] + table.lines
    }

    static let releasedLegend = wrapped("sessions and beds: today's. released: today's that are not needed; − means more are.")

    func details(_ row: ElectiveConfiguration) -> [String] {
        guard let result = row.result else { return [] }
        let title = row.shortTitle
        return ["", "\(row.rank.map { "#\($0) " } ?? "")\(title)", ""] + released(row, result) + travel(result, "it") + waiting(result, "it")
    }

    // MARK: Levers and claims

    var levers: [String] {
        var lines = ["The published levers, at today's sites, each alone, £ a year in \(target):"]
        for lever in appraisal.levers {
            let figures = lever.figures.map { figure in
                let range = figure.low.map { low in " (\(share(low)) to \(share(figure.high ?? low)))" } ?? ""
                return "\(Self.figureName(figure.name)) \(share(figure.value))\(range)"
            }
            lines += wrapped(
                "\(lever.name), \(lever.isOn ? "on" : "off"): \(lever.title), from \(Words.year(lever.startYear))"
                    + (figures.isEmpty ? "" : "; \(figures.joined(separator: ", "))")
                    + (lever.savingAlone.map { ". Saves \(Words.pounds($0))" } ?? ""), first: "  ", rest: "    ")
        }
        let conversions = appraisal.conversions.filter { $0.ceiling > 0 }
        guard !conversions.isEmpty else { return lines }
        var table = TextTable([
            ("inpatients to day cases", .left), ("published", .right), ("range", .right), ("spells", .right), ("the best converts", .right),
        ])
        for one in conversions {
            table.add([
                one.title, share(one.ceiling), one.low.map { "\(share($0)) to \(share(one.high ?? $0))" } ?? "–",
                one.published.map { Words.number($0.rounded()) } ?? "–", one.chosen.map { Words.number($0.rounded()) } ?? "–",
            ])
        }
        return lines + [""] + table.lines
            + wrapped("published: of its inpatients, and the spells that is with today's sites. the best converts: as many as pay, up to that.")
    }

    private func share(_ value: Double) -> String {
        let percent = value * 100
        return (percent - percent.rounded()).magnitude < 0.05 ? "\(Words.fixed(percent, 0))%" : Words.percent(value)
    }

    private static func figureName(_ name: String) -> String {
        switch name {
        case "stayReduction": "stays shorter by"
        case "followUpReduction": "follow-ups fewer by"
        case "followUpUnitCostReduction": "each cheaper by"
        case "utilisationTarget": "sessions in use to"
        default: name
        }
    }

    var claims: [String] {
        guard !appraisal.claims.isEmpty else { return [] }
        var lines = ["", "What the plan claims, beside what is computed here:"]
        for claim in appraisal.claims {
            let computed = claim.computed.map { "here \(figure($0, claim.unit))" } ?? "no such figure here"
            lines += wrapped(
                "\(claim.subject), \(claim.measure), \(Words.year(claim.year)): \(figure(claim.claimed, claim.unit)) claimed, \(computed)"
                    + (claim.remark.map { " (\($0))" } ?? "") + ". \(claim.note)", first: "  ", rest: "    ")
        }
        return lines
    }

    private func figure(_ value: Double, _ unit: String) -> String {
        switch unit {
        case "pounds": Words.pounds(value)
        case "share": share(value)
        default: Words.number(value)
        }
    }

    // MARK: Bounds and basis

    var bounds: [String] {
        var lines = wrapped("All \(Words.number(Double(appraisal.zoneClasses.zones))) zones are in the program one by one: none are merged.")
        if !appraisal.hasEveryConfiguration {
            lines += wrapped(
                "There are too many sets of hubs and centres to solve each: of those that no option names, the best are shown, each of them "
                    + "what the program finds without those before it.")
        }
        return lines
    }

    var rootGaps: [String] {
        guard !appraisal.rootGaps.isEmpty else { return [] }
        return ["", "How far the relaxed program is from the best known, by the strong rows that are in it:"]
            + appraisal.rootGaps.map { "  \($0.strengthenings): \(gap($0.gap))" }
    }

    private func gap(_ share: Double) -> String { share > 0 && share < 0.00005 ? "under 0.01%" : "\(Words.fixed(share * 100, 2))%" }

    var basis: [String] {
        var lines = BasisText.lines(appraisal.provenance, saving: "best's saving")
        if !appraisal.liftedPrices.isEmpty {
            lines += wrapped(
                "Of the prices of care bought elsewhere, \(Words.number(Double(appraisal.liftedPrices.count))) would be below what it costs inside and "
                    + "are raised to it (footprint check lists them).")
        }
        if !appraisal.wouldMakeItReal.isEmpty {
            lines += ["", "What would make it real:"]
            for missing in appraisal.wouldMakeItReal {
                lines += wrapped(
                    "\(missing.figure) (\(missing.assumed) of \(missing.total) assumed): \(missing.data)", first: "  · ", rest: "    ")
            }
        }
        return lines
    }
}

extension ElectiveConfiguration {
    /// A title short enough for a line of its own.
    var shortTitle: String { isNamed ? shortName : name }
}
