// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension StaffingModelBuilder {
    /// Rows 8, 10 and 11.
    mutating func requirePeople() {
        let v = variables
        for (g, group) in system.groups.enumerated() {
            if option.recruitment {
                rows.recruits.append(
                    calendar.years.map { year in
                        let all = sum(over: system.organisations.indices, calendar.periods(of: year)) { v.recruits[g][$0][$1] }
                        return model.require(
                            "recruits a year", group.code, year, all .<= group.recruitsPerYear * calendar.weeks(of: year) / 52)
                    })
            }
            var posts: [[Row]] = []
            var lists: [[Row]] = []
            for (s, organisation) in system.organisations.enumerated() {
                if option.recruitment {
                    posts.append(
                        calendar.periods.indices.map { p in
                            model.require("in post", group.code, organisation.code, p + 1, inPost(g, s, p))
                        })
                }
                var ofYears: [Row] = []
                for (y, year) in calendar.years.enumerated() {
                    var listed = Expression<People>(v.listed[g][s][y])
                    for x in 0...y { listed -= group.stays(weeks: Double(52 * (y - x))) * v.signed[g][s][x] }
                    ofYears.append(model.require("on the bank", group.code, organisation.code, year, listed .== 0))
                }
                lists.append(ofYears)
            }
            if option.recruitment { rows.inPost.append(posts) }
            rows.onTheBank.append(lists)
        }
    }

    /// Row 10, from one period to the next: what is left of those above today's, and who arrives.
    private func inPost(_ g: Int, _ s: Int, _ p: Int) -> Condition<WTE> {
        let group = system.groups[g]
        let start = calendar.periods[p].start
        func hasArrived(_ q: Int, by start: Double) -> Bool {
            calendar.periods[q].start + group.recruitmentLagWeeks <= start + 1e-9
        }
        let today = system.workforce[g][s].wteInPost
        var above = variables.post[g][s][p] - today
        if p > 0 {
            let before = calendar.periods[p - 1].start
            above -= group.stays(weeks: start - before) * (variables.post[g][s][p - 1] - today)
            for q in 0...p where hasArrived(q, by: start) && !hasArrived(q, by: before) {
                above -= group.stays(weeks: start - calendar.periods[q].start - group.recruitmentLagWeeks) * variables.recruits[g][s][q]
            }
        } else if hasArrived(0, by: start) {
            above -= group.stays(weeks: -group.recruitmentLagWeeks) * variables.recruits[g][s][0]
        }
        return above .== 0
    }

    /// Rows 1 to 4, 6 and 7.
    mutating func requireHours() {
        let v = variables
        for (g, group) in system.groups.enumerated() {
            var filled: [[Row]] = []
            var banks: [[Row]] = []
            var posts: [[Row]] = []
            for (s, organisation) in system.organisations.enumerated() {
                let (code, place) = (group.code, organisation.code)
                var filledHere: [Row] = []
                var bankHere: [Row] = []
                var postsHere: [Row] = []
                for (p, period) in calendar.periods.enumerated() {
                    var own = v.substantive[g][s][p] + bankWorked(at: s, g, p)
                    if option.overtimeOpen { own += v.overtime[g][s][p] }
                    var all = own + agencyWorked(at: s, g, p) + v.unfilled[g][s][p]
                    var lent = Expression<Hours>.zero
                    for (place, fill) in fills.enumerated() {
                        if fill.to == g { all += v.down[place][s][p] }
                        if fill.from == g { lent += v.down[place][s][p] }
                    }
                    all -= lent
                    filledHere.append(model.require("fill", code, place, p + 1, all .== situation.hours.needed[g, s, p]))
                    if option.recruitment {
                        let most = Rate<Hours, WTE>(situation.contractHours(g, p)) * post(g, s, p)
                        postsHere.append(
                            model.require("those in post", code, place, p + 1, v.substantive[g][s][p] - most .<= 0))
                    }
                    if option.overtimeOpen {
                        let share = Rate<Hours, WTE>(group.overtimeShare * group.contractHours * period.weeks)
                        model.require("overtime", code, place, p + 1, v.overtime[g][s][p] - share * post(g, s, p) .<= 0)
                    }
                    var given = Expression<Hours>.zero
                    for (number, route) in routes.enumerated() where route.from == s && route.take[g] > 0 {
                        given += v.bank[number][g][p] / route.take[g]
                    }
                    given -= Rate<Hours, People>(period.weeks * group.bankHoursPerPerson) * v.listed[g][s][period.year - 1]
                    bankHere.append(
                        model.require(
                            "an hour of the bank is worked in one place", code, place, p + 1,
                            given .<= period.weeks * system.workforce[g][s].bankHours / 52))
                    if fills.contains(where: { $0.from == g }) {
                        model.require("own staff fill downward", code, place, p + 1, lent - own .<= 0)
                    }
                }
                filled.append(filledHere)
                banks.append(bankHere)
                posts.append(postsHere)
                requireWorkingTime(g, s)
            }
            rows.fill.append(filled)
            rows.bank.append(banks)
            if option.recruitment { rows.thoseInPost.append(posts) }
        }
    }

    /// Row 7, without the windows that no answer can break.
    private mutating func requireWorkingTime(_ g: Int, _ s: Int) {
        let margin = situation.margin(g, s)
        let (group, code) = (system.groups[g], system.organisations[s].code)
        for window in windows.windows[g][s] {
            var extra = Expression<Hours>.zero
            for q in window {
                for (number, route) in routes.enumerated() where route.from == s { extra += variables.bank[number][g][q] }
                if option.overtimeOpen { extra += variables.overtime[g][s][q] }
                extra -= Rate<Hours, WTE>(margin * calendar.periods[q].weeks * situation.hours.present[g][q]) * post(g, s, q)
            }
            rows.workingTime.append(model.require("working time", group.code, code, window.lowerBound + 1, extra .<= 0))
        }
    }

    /// Rows 13 to 17.
    mutating func requireStandards() {
        let v = variables
        let parameters = system.parameters
        let years = calendar.years
        let organisations = system.organisations.indices
        if option.sameFill {
            rows.sameFill = system.groups.indices.map { g in
                organisations.map { s in
                    calendar.periods.indices.map { p in
                        model.require(
                            "the same fill as today", system.groups[g].code, system.organisations[s].code, p + 1,
                            v.unfilled[g][s][p] .== situation.doNothing.unfilled[g, s, p])
                    }
                }
            }
        } else if option.safe {
            rows.safe = system.groups.indices.map { g in
                years.map { year in
                    let unfilled = sum(over: organisations, calendar.periods(of: year)) { v.unfilled[g][$0][$1] }
                    return model.require(
                        "no fewer hours filled than today", system.groups[g].code, year,
                        unfilled .<= situation.unfilledToday(g, year))
                }
            }
        }
        if let share = option.ceilingShare {
            rows.ceiling = organisations.map { s in
                years.map { year in
                    model.require(
                        "agency ceiling", system.organisations[s].code, year,
                        agencySpend(at: s, year) .<= share * system.organisations[s].payBill / 1000 * calendar.weeks(of: year) / 52)
                }
            }
        }
        guard option.conversion else { return }
        for (g, group) in system.groups.enumerated() {
            var converted: [Row?] = []
            var takenOver: [Row?] = []
            for year in years {
                let due = calendar.due(year, week: parameters.conversionWeek)
                guard !due.isEmpty else {
                    converted.append(nil)
                    takenOver.append(nil)
                    continue
                }
                let moves = parameters.conversionShare * situation.agencyToday(g, due)
                let left = situation.agencyToday(g, due) - moves
                let grown = situation.bankToday(g, due) + moves
                let agency = sum(over: organisations, due) { agencyWorked(at: $0, g, $1) }
                let bank = sum(over: organisations, due) { bankWorked(at: $0, g, $1) }
                converted.append(model.require("agency converted", group.code, year, agency .<= left))
                takenOver.append(model.require("bank takes it over", group.code, year, bank .>= grown))
            }
            rows.converted.append(converted)
            rows.takenOver.append(takenOver)
        }
    }

    /// The left of row 14, £k.
    private func agencySpend(at s: Int, _ year: Int) -> Expression<ThousandPounds> {
        var spend = Expression<ThousandPounds>.zero
        for g in system.groups.indices {
            for tier in system.groups[g].tiers.indices {
                let rate = Rate<ThousandPounds, Hours>(situation.calibration.agencyRate(g, tier, s) / 1000)
                for p in calendar.periods(of: year) { spend += rate * variables.agency[g][tier][s][p] }
            }
        }
        return spend
    }
}
