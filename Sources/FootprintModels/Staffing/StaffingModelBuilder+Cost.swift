// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension StaffingModelBuilder {
    /// The page's objective: the lines of every year, in thousands of pounds.
    mutating func setCost() {
        let v = variables
        let parameters = system.parameters
        var cost = Expression<ThousandPounds>.zero
        func price<M>(_ pounds: Double, _ year: Int, _ term: Variable<M>) -> Expression<ThousandPounds> {
            Rate<ThousandPounds, M>(weight(year) * pounds) * term
        }
        for (g, group) in system.groups.enumerated() {
            for s in system.organisations.indices {
                for (p, period) in calendar.periods.enumerated() {
                    let year = period.year
                    let wte = Rate<ThousandPounds, WTE>(weight(year) * group.substantiveCost * group.contractHours * period.weeks)
                    cost += wte * post(g, s, p)
                    if option.overtimeOpen {
                        cost += price(group.overtimeFactor * group.substantiveCost, year, v.overtime[g][s][p])
                    }
                    for tier in group.tiers.indices {
                        cost += price(situation.calibration.agencyRate(g, tier, s), year, v.agency[g][tier][s][p])
                    }
                    cost += price(situation.calibration.unfilledPaid[g], year, v.unfilled[g][s][p])
                    if option.recruitment { cost += price(group.recruitmentCost, year, v.recruits[g][s][p]) }
                }
                for (y, year) in calendar.years.enumerated() {
                    cost += price(parameters.bankPersonCost, year, v.signed[g][s][y])
                }
            }
            for (number, route) in routes.enumerated() {
                for (p, period) in calendar.periods.enumerated() {
                    cost += price(route.isHome ? group.bankRate : group.sharedBankRate, period.year, v.bank[number][g][p])
                }
            }
        }
        if option.shared {
            for year in calendar.years {
                let running = parameters.bankRunningCost * calendar.weeks(of: year) / 52
                cost = cost + weight(year) * (running + (year == 1 ? parameters.bankSetUpCost : 0))
            }
        }
        model.minimise(cost)
    }
}
