// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// A comparison of the family staffing as a terminal shows it: the answer first, then the tables, then the claims and what it all
/// rests on. At most 100 columns.
public struct StaffingText {
    let appraisal: StaffingAppraisal
    let showsDetails: Bool

    /// - Parameter showsDetails: people, money and hours of every option, not of the winner's only.
    public init(_ appraisal: StaffingAppraisal, showsDetails: Bool = false) {
        self.appraisal = appraisal
        self.showsDetails = showsDetails
    }

    public var text: String {
        var lines = heading + [""] + answer + [""] + table
        lines += signUpLimits + failures
        lines += [""] + costs + [""] + agency
        for row in detailed { lines += people(row) + moved(row) }
        lines += sensitivity + claims + reach + uncertainty + [""] + remarks
        lines += BasisText.lines(appraisal.provenance, saving: "winner's saving at today's fill")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Rows that hold, best first.
    var holding: [StaffingConfiguration] { appraisal.configurations.filter { $0.rank != nil } }

    /// The winner, and the best with a shared bank where that is another; every option with `--details`.
    private var detailed: [StaffingConfiguration] {
        let options = holding.filter { !$0.isToday }
        guard !showsDetails else { return options }
        let best = options.first
        let sharing = options.first { $0.result?.moved.isEmpty == false || $0.atTodaysFill?.result.moved.isEmpty == false }
        return [best, sharing?.name == best?.name ? nil : sharing].compactMap(\.self)
    }

    var isOfSeveralYears: Bool { appraisal.options.years > 1 }

    private var heading: [String] {
        let instance = appraisal.instance
        let options = appraisal.options
        let plan =
            options.periods == .weeks
            ? "a year by week" + (options.firstWeek > 0 ? " after \(Words.amount(options.firstWeek, "weeks"))" : "")
            : "\(Words.amount(Double(options.years), "years")) by month, £ a year the mean of them"
        var lines = wrapped(
            "\(instance.title): agency to bank, \(plan), £ at \(instance.priceBase) prices"
                + (appraisal.isIllustrative ? " (illustrative: most figures are assumed)" : ""))
        if !options.changed.isEmpty { lines += wrapped("Changed by the caller: \(options.changed.joined(separator: "; "))") }
        return lines
    }

    // MARK: The answer

    private var answer: [String] {
        var lines: [String] = []
        if let stopped = appraisal.stopped {
            lines += wrapped(
                "\(StoppedText.why(stopped)): \(appraisal.answeredCount) of "
                    + "\(appraisal.configurationCount) rows answered. What is shown is proven; what is missing may be better.")
        }
        guard let best = appraisal.winner, let fair = best.atTodaysFill else { return lines + ["There is no answer to show."] }
        guard !best.isToday else {
            return lines
                + wrapped(
                    appraisal.stopped == nil
                        ? "No option saves cash on the shifts that are filled today: doing nothing is the best of those that hold."
                        : "No option that was answered saves cash on the shifts that are filled today.")
        }
        let people = fair.decisions.reduce(0) { $0 + $1.peopleToSignUp }
        let today = fair.result.people.reduce(0) { $0 + $1.onBankToday }
        let recruits = fair.decisions.reduce(0) { $0 + $1.recruits }
        lines += wrapped(
            "\(best.title): \(Words.pounds(fair.cashSavingNet)) a year is saved with the shifts filled that are filled today and no "
                + "others, \(share(fair.cashSavingNet)) of the "
                + "\(Words.pounds(appraisal.doNothing.agencySpend)) that agency costs. Agency falls to \(Words.pounds(fair.result.agencySpend)). "
                + "\(Words.amount(Double(people), "people")) have to sign up beyond the \(Words.number(today)) on the banks today"
                + (recruits > 0.5 ? ", and \(Words.amount(recruits, "WTE")) have to be recruited. " : ". ")
                + StoppedText.proven(others: appraisal.answeredCount < appraisal.configurationCount))
        if let saving = best.annualSaving, let result = best.result, let cash = best.cashSavingNet {
            let more = best.decisions.reduce(0) { $0 + $1.peopleToSignUp }
            lines += wrapped(
                "Filling more of the hours that nobody fills today lifts fill from \(Words.percent(appraisal.doNothing.fill)) to "
                    + "\(Words.percent(result.fill)): cash \(cash < 0 ? "rises by \(Words.pounds(-cash))" : "falls by \(Words.pounds(cash))"), and with "
                    + "those hours at the price of an unfilled hour \(Words.pounds(saving)) a year is saved; \(Words.amount(Double(more), "people")) sign up.")
        }
        return lines
    }

    // MARK: Rows

    private var table: [String] {
        wrapped(
            "Doing nothing costs \(Words.pounds(appraisal.doNothing.annualCost)) a year, \(Words.pounds(appraisal.doNothing.agencySpend)) of it agency. Today's "
                + "worst is \(period(appraisal.doNothing.worst)), with \(Words.percent(appraisal.doNothing.worst.fill)) of its hours filled.")
            + [""] + atTodaysFill + [""] + asTheyAre
            + wrapped(
                "net: cash saved after what is paid once; gross adds that back. saving: net, and hours filled that nobody fills today, at "
                    + "the price of an unfilled hour. worst: fill in the worst \(unit). people: to sign up, beyond those on the banks today.")
    }

    /// The fair measure of a claim, which pays for no more hours.
    private var atTodaysFill: [String] {
        var columns: [(String, TextTable.Alignment)] = [("#", .right), ("", .left), ("net", .right), ("gross", .right)]
        if isOfSeveralYears { columns.append(("NPV", .right)) }
        var table = TextTable(columns + [("of agency", .right), ("agency", .right), ("fill", .right), ("people", .right)])
        for row in holding {
            guard let fair = row.atTodaysFill else { continue }
            table.add(
                [
                    row.rank.map(String.init) ?? "", row.title, Self.millions(fair.cashSavingNet, 2), Self.millions(fair.cashSavingGross, 2),
                ] + (isOfSeveralYears ? [Self.millions(fair.netPresentValue, 1)] : []) + [
                    share(fair.cashSavingNet), Self.millions(fair.result.agencySpend, 2), Words.percent(fair.result.fill),
                    people(fair.decisions),
                ])
        }
        return wrapped(
            "At today's fill: the shifts filled that are filled today and no others, the fair measure of a claim, £m a year"
                + (isOfSeveralYears ? " (NPV: £m, all years):" : ":")) + table.lines
    }

    private var asTheyAre: [String] {
        var columns: [(String, TextTable.Alignment)] = [("#", .right), ("", .left), ("saving", .right), ("net", .right), ("gross", .right)]
        if isOfSeveralYears { columns.append(("NPV", .right)) }
        var table = TextTable(
            columns + [("agency", .right), ("fill", .right), ("worst", .right), ("people", .right)])
        for row in holding {
            table.add(
                [
                    row.rank.map(String.init) ?? "", row.title, Self.millions(row.annualSaving, 2), Self.millions(row.cashSavingNet, 2),
                    Self.millions(row.cashSavingGross, 2),
                ] + (isOfSeveralYears ? [Self.millions(row.netPresentValue, 1)] : []) + [
                    Self.millions(row.result?.agencySpend, 2), row.result.map { Words.percent($0.fill) } ?? "–",
                    row.result.map { Words.percent($0.worst.fill) } ?? "–", people(row.decisions),
                ])
        }
        return wrapped("With more shifts filled where that costs less than the price of an unfilled hour, £m a year:") + table.lines
    }

    /// Of what agency costs today.
    private func share(_ pounds: Double) -> String {
        appraisal.doNothing.agencySpend > 0 ? Words.percent(pounds / appraisal.doNothing.agencySpend) : "–"
    }

    private var unit: String { appraisal.options.periods == .weeks ? "week" : "month" }

    private func period(_ worst: StaffingResult.Worst) -> String {
        "\(unit) \(worst.period)" + (isOfSeveralYears ? " of year \(worst.year)" : "")
    }

    private func people(_ decisions: [StaffingConfiguration.Decision]) -> String {
        Words.number(Double(decisions.reduce(0) { $0 + $1.peopleToSignUp }))
    }

    static func millions(_ pounds: Double?, _ decimals: Int) -> String { pounds.map { Words.fixed($0 / 1e6, decimals) } ?? "–" }

    private var failures: [String] {
        let failing = appraisal.configurations.filter { $0.status == .infeasible }
        let onlyThen = holding.filter { !$0.reasons.isEmpty }
        guard !failing.isEmpty || !onlyThen.isEmpty else { return [] }
        var lines = [""]
        if !failing.isEmpty {
            lines.append("Options that fail, and the least that would have to give (each alone, the rest kept):")
            for row in failing { lines += reasons(row) }
        }
        if !onlyThen.isEmpty {
            lines.append("Options that hold, but not at today's fill, and the least that would have to give then:")
            for row in onlyThen { lines += reasons(row) }
        }
        return lines
    }

    private func reasons(_ row: StaffingConfiguration) -> [String] {
        wrapped(row.title, first: "  ", rest: "    ") + row.reasons.flatMap { wrapped($0.sentence, first: "    · ", rest: "      ") }
    }

    private var signUpLimits: [String] {
        let limits = appraisal.signUpLimits
        guard limits.count > 1, let options = limits.first?.answers.map(\.name) else { return [] }
        var table = TextTable(
            [("", .left)] + limits.map { (Self.factor($0), .right) })
        for (place, name) in options.enumerated() {
            table.add(
                [title(name)]
                    + limits.map { limit in
                        let answer = limit.answers[place]
                        guard let saved = answer.cashSavingNet else { return appraisal.stopped == nil ? "fails" : "–" }
                        return Words.fixed((answer.netPresentValue ?? saved) / 1e6, 2) + (limit.winner == name ? " *" : "  ")
                    })
        }
        table.add(
            ["people to sign up, the best *"]
                + limits.map { limit in
                    limit.answers.first { $0.name == limit.winner }?.peopleToSignUp.map { Words.number(Double($0)) + "  " } ?? "–"
                })
        return [""]
            + wrapped(
                "How many would sign up decides the answer. £m \(isOfSeveralYears ? "of net present value" : "a year net"), at today's fill, by the "
                    + "people who would sign up over those on the bank today:")
            + table.lines
            + limits.flatMap(limitReasons)
    }

    /// With how many more people the options that fail would hold, those of one sentence together.
    private func limitReasons(_ limit: StaffingSignUpLimit) -> [String] {
        var sentences: [(options: [String], sentence: String)] = []
        for answer in limit.answers {
            guard let sentence = answer.reason?.sentence else { continue }
            if let place = sentences.firstIndex(where: { $0.sentence == sentence }) {
                sentences[place].options.append(title(answer.name))
            } else {
                sentences.append(([title(answer.name)], sentence))
            }
        }
        return sentences.flatMap { options, sentence in
            wrapped("\(Self.factor(limit)), \(options.joined(separator: "; ")): \(sentence)", first: "  ", rest: "    ")
        }
    }

    private static func factor(_ limit: StaffingSignUpLimit) -> String {
        guard limit.limit != .none else { return "no limit" }
        let factors = Set(limit.factors.values).sorted()
        let value = factors.count == 1 ? FigureWords.plain(factors[0], of: "signUpFactor") : ""
        return limit.limit == .value ? "as assumed \(value)" : "\(limit.limit.rawValue) \(value)"
    }

    private var sensitivity: [String] {
        guard let sensitivity = appraisal.sensitivity, !sensitivity.figures.isEmpty else { return [] }
        let measure = isOfSeveralYears ? "net present value, £m" : "£m a year"
        return [""]
            + SensitivityText(sensitivity: sensitivity, winner: "winner").lines(
                "The assumed figures that move the winner's saving at today's fill most (\(measure), at each end):")
    }

    func title(_ option: String) -> String { appraisal.configurations.first { $0.name == option }?.title ?? option }
}
