// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// Cost, savings, people and fill of a plan, held against do-nothing.
struct StaffingAccounts {
    let situation: StaffingSituation

    private var system: StaffingSystem { situation.system }
    private var calendar: StaffingCalendar { situation.calendar }
    private var years: Range<Int> { calendar.years }

    /// £ of all years by line, not discounted.
    private func lines(_ plan: StaffingPlan) -> [StaffingCostLines] { years.map { plan.lines(situation, year: $0) } }

    /// The mean of the years.
    private func aYear(_ values: [Double]) -> Double { values.reduce(0, +) / Double(years.count) }

    private static func named(_ lines: StaffingCostLines) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: lines.named.map { ($0.name, $0.pounds) })
    }

    /// Net of set-up and gross of it, £ a year.
    func cashSaving(_ plan: StaffingPlan) -> (net: Double, gross: Double) {
        let (before, after) = (lines(situation.doNothing), lines(plan))
        let net = aYear(zip(before, after).map { $0.cash - $1.cash })
        return (net, net + aYear(after.map(\.setUp)))
    }

    /// £ of cash saved, in the base year; nil for one year, whose costs are not discounted.
    func netPresentValue(_ plan: StaffingPlan) -> Double? {
        guard calendar.isDiscounted else { return nil }
        return years.reduce(0) {
            $0 + situation.discount($1)
                * (situation.doNothing.lines(situation, year: $1).cash - plan.lines(situation, year: $1).cash)
        }
    }

    /// What a row is ranked by: net present value over several years, net cash saved in one, £.
    func worth(_ plan: StaffingPlan) -> Double { netPresentValue(plan) ?? cashSaving(plan).net }

    func annualCost(_ plan: StaffingPlan) -> Double { aYear(lines(plan).map(\.total)) }

    func agencySpend(_ plan: StaffingPlan) -> Double { aYear(lines(plan).map(\.agency)) }

    /// Signed up over all years.
    func decisions(_ plan: StaffingPlan) -> [StaffingConfiguration.Decision] {
        eachPlace { g, s in
            let signed = plan.signed[g][s].reduce(0, +)
            let recruits = calendar.periods.indices.reduce(0) { $0 + plan.recruits[g, s, $1] }
            guard signed > Self.nobody || recruits > Self.nobody else { return nil }
            return StaffingConfiguration.Decision(
                group: system.groups[g].code, organisation: system.organisations[s].code, peopleToSignUp: Self.whole(signed),
                peopleSignedUp: signed, recruits: recruits)
        }
    }

    /// Less than a person that anybody would look for: what is left by rounding.
    private static let nobody = 1e-6

    /// Whole people, rounded up.
    static func whole(_ people: Double) -> Int { Int((people - nobody).rounded(.up)) }

    private func eachPlace<Value>(_ value: (_ g: Int, _ s: Int) -> Value?) -> [Value] {
        system.groups.indices.flatMap { g in system.organisations.indices.compactMap { value(g, $0) } }
    }

    func result(_ plan: StaffingPlan) -> StaffingResult {
        let lines = lines(plan)
        let total = StaffingCostLines().named.map(\.name).map { name in
            (name, aYear(lines.map { Self.named($0)[name]! }))
        }
        let worst = plan.worstPeriod(situation)
        let ofYears = years.map { year(plan, $0) }
        func hours(_ part: (StaffingPlan.Hours) -> Double) -> Double {
            aYear(ofYears.map { $0.hours.reduce(0) { $0 + part($1.hours) } })
        }
        return StaffingResult(
            annualCost: aYear(lines.map(\.total)), costLines: Dictionary(uniqueKeysWithValues: total),
            fill: plan.fill(situation, calendar.periods.indices),
            worst: .init(
                period: worst % calendar.periodsPerYear + 1, year: calendar.periods[worst].year,
                fill: plan.fill(situation, CollectionOfOne(worst))),
            agencySpend: aYear(lines.map(\.agency)), agencyHours: hours(\.agency), bankHours: hours(\.bank),
            hoursMoved: hours(\.moved), years: ofYears, people: people(plan), moved: moved(plan))
    }

    private func year(_ plan: StaffingPlan, _ year: Int) -> StaffingResult.Year {
        StaffingResult.Year(
            year: year, costLines: Self.named(plan.lines(situation, year: year)),
            fill: plan.fill(situation, calendar.periods(of: year)),
            agency: system.organisations.enumerated().map { s, organisation in
                let pounds = plan.agencySpend(situation, s, year: year)
                return .init(
                    organisation: organisation.code, pounds: pounds,
                    shareOfPay: pounds / (organisation.payBill * calendar.weeks(of: year) / 52))
            },
            hours: eachPlace { g, s in
                StaffingResult.Hours(
                    group: system.groups[g].code, organisation: system.organisations[s].code,
                    hours: plan.hours(situation, g, s, year: year))
            })
    }

    private func people(_ plan: StaffingPlan) -> [StaffingResult.People] {
        eachPlace { g, s in
            StaffingResult.People(
                group: system.groups[g].code, organisation: system.organisations[s].code,
                onBankToday: system.workforce[g][s].bankPeople, wouldSignUp: system.signUpLimit(g, s),
                signedUp: plan.signed[g][s], listed: plan.listed[g][s],
                recruits: years.map { year in calendar.periods(of: year).reduce(0) { $0 + plan.recruits[g, s, $1] } })
        }
    }

    private func moved(_ plan: StaffingPlan) -> [StaffingResult.Moved] {
        situation.routes.enumerated().flatMap { number, route in
            system.groups.indices.flatMap { g in
                years.compactMap { year -> StaffingResult.Moved? in
                    guard !route.isHome else { return nil }
                    let hours = calendar.periods(of: year).reduce(0) { $0 + plan.bank[number][g, route.to, $1] }
                    guard hours > 1e-6 else { return nil }
                    return .init(
                        from: system.organisations[route.from].code, to: system.organisations[route.to].code,
                        group: system.groups[g].code, year: year, hours: hours)
                }
            }
        }
    }

    /// What agency costs today over the same hours of those in post: section *The premium is counted once* of the page.
    var premium: StaffingAppraisal.Premium {
        let nothing = situation.doNothing
        let spend = system.organisations.indices.reduce(0) { $0 + nothing.agencySpend(situation, $1, year: 1) }
        let premium = nothing.agencyPremium(situation, year: 1)
        func over(_ pounds: Double) -> Double { spend > pounds ? pounds / (spend - pounds) : 0 }
        return .init(overPay: over(premium.overPay), overFullCost: over(premium.overFullCost))
    }
}
