// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

// Claims, uncertain years and what it all rests on.
extension StaffingText {
    var claims: [String] {
        guard !appraisal.claims.isEmpty else { return [] }
        return ["", "What the plan claims, beside what is computed here:"]
            + appraisal.claims.flatMap { claim in
                let computed =
                    claim.computed.map { "here \(figure($0, claim.unit))" + (claim.remark.map { " (\($0))" } ?? "") }
                    ?? "no such figure here"
                let note = claim.note.isEmpty ? "" : ". \(claim.note)"
                return wrapped(
                    "\(claim.subject), \(claim.measure), \(Words.year(claim.year)): \(figure(claim.claimed, claim.unit)) claimed, \(computed)\(note)",
                    first: "  ", rest: "    ")
            }
    }

    private func figure(_ value: Double, _ unit: String) -> String {
        switch unit {
        case "pounds": Words.pounds(value)
        case "share": Words.percent(value)
        default: Words.number(value)
        }
    }

    var reach: [String] {
        guard let reach = appraisal.reach else { return [] }
        let claim = reach.claim
        let (saving, base) = (Words.pounds(claim.saving), Words.pounds(claim.base))
        var lines = ["", "\(saving) from \(base) of agency:"]
        func add(_ sentence: String) { lines += wrapped(sentence, first: "  · ", rest: "    ") }
        if let premium = claim.premium.map({ Words.percent($0) }), let pay = reach.onTopOfPay, let spend = reach.ofSpend {
            add(
                "A premium of \(premium) on top of pay holds \(Words.pounds(pay.held)) of \(base); \(saving) needs \(Words.pounds(pay.baseNeeded)) of agency"
                    + (pay.premiumNeeded.map { ", or a premium of \(Words.percent($0))" } ?? "") + ".")
            add(
                "A premium of \(premium) of the spend holds \(Words.pounds(spend.held)); \(saving) needs \(Words.pounds(spend.baseNeeded)) of agency"
                    + (spend.premiumNeeded.map { ", or a premium of \(Words.percent($0)) of the spend" } ?? "") + ".")
        }
        add("\(found(reach.found, claim)) This takes the organisations of the tables, in proportion, for all of the plan's.")
        if let free = reach.foundWithoutLimit { add("If as many signed up as pay: \(found(free, claim))") }
        if let premium = reach.premiumFound {
            let today = "today's \(Words.percent(premium.today)) over pay"
            if let needed = premium.needed, let times = premium.ratesTimes {
                add(
                    times > 1
                        ? "With the same people to be had, it would be found if agency's rates were \(Words.fixed(times, 2)) times as high, a premium "
                            + "of \(Words.percent(needed)) over pay in place of \(today)."
                        : "At \(today) it is found.")
            } else {
                add("With the same people to be had, no premium reaches it: too few agency hours can be done without.")
            }
        }
        return lines
    }

    private func found(_ found: StaffingReach.Found, _ claim: StaffingReach.Claim) -> String {
        "\(title(found.option)): \(Words.pounds(found.saving)) at today's fill is \(Words.percent(found.share)) of the \(Words.pounds(found.agencySpend)) here; "
            + "of \(Words.pounds(claim.base)) that is \(Words.pounds(found.reachable))"
            + (found.baseNeeded.map { ", and \(Words.pounds(claim.saving)) needs \(Words.pounds($0)) of agency." } ?? ".")
    }

    var uncertainty: [String] {
        guard let uncertainty = appraisal.uncertainty else { return [] }
        let years = Words.amount(Double(uncertainty.scenarioCount), isOfSeveralYears ? "plans" : "years")
        var lines = [""]
        lines += wrapped(
            "\(title(uncertainty.option)), decided before it is known which of \(years) comes, "
                + (uncertainty.seed.map { "drawn with seed \($0)" } ?? "as the instance lists them")
                + "; more shifts filled where that pays, and £ with unfilled hours at their price:")
        func add(_ sentence: String) { lines += wrapped(sentence, first: "  · ", rest: "    ") }
        guard let found = uncertainty.answer else {
            add("Nothing that can be decided beforehand keeps what the option asks in all of them.")
            return lines
        }
        add(
            "Expected cost \(Words.pounds(found.expectedCost)), \(Words.pounds(found.expectedSaving)) below doing nothing in the same years; the dearest, "
                + "\(found.worst.name), costs \(Words.pounds(found.worst.cost)) (doing nothing \(Words.pounds(found.worst.costOfDoingNothing)))."
                + (found.gap > 1e-6 ? " Not proven: the least may be \(Words.percent(found.gap)) lower." : ""))
        if let risk = found.risk {
            add(
                "Weighed at \(Words.percent(risk.weight)) with the mean of the dearest \(Words.percent(1 - risk.level)), "
                    + "\(Words.pounds(risk.meanOfTheDearest)).")
        }
        if let stochastic = found.valueOfStochasticSolution, let information = found.expectedValueOfPerfectInformation, max(stochastic, information) < 1 {
            add("The same people are best whichever comes: neither deciding for these in place of their mean nor knowing beforehand is worth anything.")
        } else if found.risk == nil {
            add(
                "Deciding for these and not for their mean is worth "
                    + (found.valueOfStochasticSolution.map(Words.pounds) ?? "what cannot be said (with what is best for the mean some have no answer)")
                    + (found.expectedValueOfPerfectInformation.map { "; knowing beforehand which comes would be worth \(Words.pounds($0))" } ?? "") + ".")
        }
        var table = TextTable([
            ("", .left), ("", .left), ("sign up", .right), ("for the usual year", .right), ("recruits, WTE", .right),
        ])
        for place in found.people {
            table.add([
                place.group, place.organisation, Words.number(Double(place.peopleToSignUp)), Words.number(Double(place.inTheUsualYear)),
                Words.number(place.recruits),
            ])
        }
        return lines + table.lines
    }

    var remarks: [String] {
        let found = appraisal.premium
        return wrapped(
            "Agency costs \(Words.percent(found.overPay)) more than pay for the same hours, leave and sickness in it, and "
                + "\(Words.percent(found.overFullCost)) more than their full cost.", first: "· ", rest: "  ")
            + appraisal.remarks.flatMap { wrapped($0, first: "· ", rest: "  ") }
    }
}
