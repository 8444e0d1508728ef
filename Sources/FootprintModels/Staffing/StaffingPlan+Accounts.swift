// SPDX-License-Identifier: GPL-3.0-or-later

// What a plan comes to, worked out from its hours and people and not from the program that found it.
extension StaffingPlan {
    /// £ of a year by line, not discounted.
    public func lines(_ situation: StaffingSituation, year: Int) -> StaffingCostLines {
        let system = situation.system
        let calendar = situation.calendar
        let parameters = system.parameters
        var lines = StaffingCostLines()
        for (g, group) in system.groups.enumerated() {
            for s in system.organisations.indices {
                for p in calendar.periods(of: year) {
                    lines.substantive += group.substantiveCost * group.contractHours * calendar.periods[p].weeks * post[g, s, p]
                    lines.overtime += group.overtimeFactor * group.substantiveCost * overtime[g, s, p]
                    for tier in group.tiers.indices {
                        lines.agency += situation.calibration.agencyRate(g, tier, s) * agency[tier][g, s, p]
                    }
                    lines.unfilled += situation.calibration.unfilledPaid[g] * unfilled[g, s, p]
                    lines.recruitment += group.recruitmentCost * recruits[g, s, p]
                    for (route, way) in situation.routes.enumerated() where way.to == s {
                        let hours = bank[route][g, s, p]
                        if way.isHome { lines.bankOwn += group.bankRate * hours } else { lines.bankShared += group.sharedBankRate * hours }
                    }
                }
                lines.bankPeople += parameters.bankPersonCost * signed[g][s][year - 1]
            }
        }
        if option.shared {
            lines.sharedBankSetUp = year == 1 ? parameters.bankSetUpCost : 0
            lines.sharedBankRunning = parameters.bankRunningCost * calendar.weeks(of: year) / 52
        }
        return lines
    }

    /// £ of every year, each weighed with its `δ`: what the program minimises.
    public func cost(_ situation: StaffingSituation) -> Double {
        situation.calendar.years.reduce(0) { $0 + situation.discount($1) * lines(situation, year: $1).total }
    }

    /// £ of agency at an organisation in a year.
    public func agencySpend(_ situation: StaffingSituation, _ organisation: Int, year: Int) -> Double {
        situation.system.groups.indices.reduce(0) { sum, g in
            situation.system.groups[g].tiers.indices.reduce(sum) { sum, tier in
                situation.calendar.periods(of: year).reduce(sum) {
                    $0 + situation.calibration.agencyRate(g, tier, organisation) * agency[tier][g, organisation, $1]
                }
            }
        }
    }

    /// Hours of a group at an organisation in a year.
    public struct Hours: Sendable, Hashable, Codable {
        public var needed = 0.0
        public var substantive = 0.0
        public var overtime = 0.0
        /// Worked here by people of this bank and of others.
        public var bank = 0.0
        /// The part of `bank` worked by people of other organisations' banks.
        public var moved = 0.0
        public var agency = 0.0
        public var unfilled = 0.0
        /// Worked by other groups, less what this group works at their shifts.
        public var fromOthers = 0.0
    }

    public func hours(_ situation: StaffingSituation, _ group: Int, _ organisation: Int, year: Int) -> Hours {
        var hours = Hours()
        for p in situation.calendar.periods(of: year) {
            hours.needed += situation.hours.needed[group, organisation, p]
            hours.substantive += substantive[group, organisation, p]
            hours.overtime += overtime[group, organisation, p]
            hours.unfilled += unfilled[group, organisation, p]
            for tier in agency { hours.agency += tier[group, organisation, p] }
            for (route, way) in situation.routes.enumerated() where way.to == organisation {
                hours.bank += bank[route][group, organisation, p]
                if !way.isHome { hours.moved += bank[route][group, organisation, p] }
            }
            for (place, fill) in situation.system.fills.enumerated() {
                if fill.to == group { hours.fromOthers += down[place][organisation][p] }
                if fill.from == group { hours.fromOthers -= down[place][organisation][p] }
            }
        }
        return hours
    }

    /// Hours of all groups that people of one bank work at another organisation in a year, by route of the situation.
    public func movedHours(_ situation: StaffingSituation, route: Int, year: Int) -> Double {
        let to = situation.routes[route].to
        return situation.system.groups.indices.reduce(0) { sum, g in
            situation.calendar.periods(of: year).reduce(sum) { $0 + bank[route][g, to, $1] }
        }
    }

    /// `1 − Σ unfilled / Σ needed` over some periods, all groups and organisations.
    public func fill(_ situation: StaffingSituation, _ periods: some Sequence<Int>) -> Double {
        var (open, needed) = (0.0, 0.0)
        for p in periods {
            for g in situation.system.groups.indices {
                for s in situation.system.organisations.indices {
                    open += unfilled[g, s, p]
                    needed += situation.hours.needed[g, s, p]
                }
            }
        }
        return 1 - open / needed
    }

    /// The period with the least fill, the first of several.
    public func worstPeriod(_ situation: StaffingSituation) -> Int {
        let fills = situation.calendar.periods.indices.map { fill(situation, CollectionOfOne($0)) }
        return fills.indices.min { fills[$0] < fills[$1] }!
    }

    /// What agency is paid over the same hours of those in post, leave and sickness in their price, £ of a year.
    public struct Premium: Sendable, Hashable, Codable {
        /// Over pay before on-costs, as plans say it.
        public var overPay: Double
        /// Over the full cost: the only one of the two that anybody can save.
        public var overFullCost: Double
    }

    public func agencyPremium(_ situation: StaffingSituation, year: Int) -> Premium {
        let system = situation.system
        let spend = system.organisations.indices.reduce(0) { $0 + agencySpend(situation, $1, year: year) }
        var premium = Premium(overPay: spend, overFullCost: spend)
        for (g, group) in system.groups.enumerated() {
            for s in system.organisations.indices {
                let worked = hours(situation, g, s, year: year).agency / group.present
                premium.overPay -= group.substantiveRate * worked
                premium.overFullCost -= group.substantiveCost * worked
            }
        }
        return premium
    }
}
