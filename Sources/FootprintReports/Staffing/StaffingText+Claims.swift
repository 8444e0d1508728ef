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
        guard let found = appraisal.uncertainty else { return [] }
        let count = Words.amount(Double(found.scenarios.count), "years")
        var lines = [""]
        lines += wrapped(
            "\(title(found.option)), decided before the year is known: \(count) that may come, "
                + (found.seed.map { "drawn with seed \($0)" } ?? "as the instance lists them") + ".")
        func add(_ sentence: String) { lines += wrapped(sentence, first: "  · ", rest: "    ") }
        add(
            "Expected cost \(Words.pounds(found.expectedCost)), \(Words.pounds(found.expectedSaving)) below doing nothing in the same years; the dearest, "
                + "\(found.worst.name), costs \(Words.pounds(found.worst.cost))."
                + (found.gap > 1e-6 ? " Not proven: the least may be \(Words.percent(found.gap)) lower." : ""))
        if let risk = found.risk {
            add(
                "Weighed \(Words.percent(risk.weight)) with the mean of the dearest \(Words.percent(1 - risk.level)) of years, "
                    + "\(Words.pounds(risk.meanOfTheDearest)).")
        }
        add(
            "Deciding for these years and not for their mean is worth "
                + (found.valueOfStochasticSolution.map { "\(Words.pounds($0))" }
                    ?? "more than can be said: with what is best for the mean year some year has no answer")
                + "; knowing the year beforehand would be worth \(Words.pounds(found.expectedValueOfPerfectInformation)).")
        var table = TextTable([
            ("", .left), ("", .left), ("sign up", .right), ("in the usual year", .right), ("recruits, WTE", .right),
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
