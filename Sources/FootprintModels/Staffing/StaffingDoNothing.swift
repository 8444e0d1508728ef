// SPDX-License-Identifier: GPL-3.0-or-later

/// What today's people and today's offers do, worked out without a solver: *do-nothing* of the page.
enum StaffingDoNothing {
    /// By period.
    struct Own {
        var substantive: [Double] = []
        var bank: [Double] = []
    }

    /// Those in post and today's bank, of one group at one organisation.
    static func own(
        _ system: StaffingSystem, _ calendar: StaffingCalendar, _ hours: StaffingHours, _ g: Int, _ s: Int
    ) -> Own {
        let workforce = system.workforce[g][s]
        var own = Own()
        for (p, period) in calendar.periods.enumerated() {
            let needed = hours.needed[g, s, p]
            let post = workforce.wteInPost * system.groups[g].contractHours * period.weeks * hours.present[g][p]
            let substantive = min(post, needed)
            own.substantive.append(substantive)
            own.bank.append(min(period.weeks * workforce.bankHours / 52, needed - substantive))
        }
        return own
    }

    /// Everybody's hours, with agency from the cheapest tier on as far as it offers.
    /// - Parameters:
    ///   - hours: those of the scenario.
    ///   - routes: how many there are; those at home come first.
    static func plan(_ calibration: StaffingCalibration, _ hours: StaffingHours, routes: Int) -> StaffingPlan {
        let (system, calendar) = (calibration.system, calibration.calendar)
        var plan = StaffingPlan(option: .doNothing, routes: routes, system: system, calendar: calendar)
        for g in system.groups.indices {
            for s in system.organisations.indices {
                let own = Self.own(system, calendar, hours, g, s)
                for p in calendar.periods.indices {
                    var left = hours.needed[g, s, p] - own.substantive[p] - own.bank[p]
                    plan.substantive[g, s, p] = own.substantive[p]
                    plan.bank[s][g, s, p] = own.bank[p]
                    for tier in system.groups[g].tiers.indices {
                        let used = min(left, calibration.offered(g, tier, s, p))
                        plan.agency[tier][g, s, p] = used
                        left -= used
                    }
                    plan.unfilled[g, s, p] = left
                    plan.post[g, s, p] = system.workforce[g][s].wteInPost
                }
            }
        }
        return plan
    }
}
