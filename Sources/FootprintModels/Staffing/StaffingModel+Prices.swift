// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension StaffingModel {
    /// What one more person on the bank of an organisation would be worth in each season (a quarter of the year), £: the hours that the
    /// person gives, each at the worth of relaxing row 4 by one. Over several years their present value.
    /// - Parameter duals: of an optimum of this model.
    /// - Returns: by group, organisation, year (the plan's first first) and season.
    public func worthOfBankPerson(_ duals: Duals) -> [[[[Double]]]] {
        let calendar = situation.calendar
        return situation.system.groups.indices.map { g in
            situation.system.organisations.indices.map { s in
                calendar.years.map { year in
                    var seasons = [0.0, 0, 0, 0]
                    let periods = calendar.periods(of: year)
                    for (place, p) in periods.enumerated() {
                        let worth = max(0, -1000 * duals.marginalCost[rows.bank[g][s][p]])
                        seasons[place * 4 / periods.count] +=
                            situation.system.groups[g].bankHoursPerPerson * calendar.periods[p].weeks * worth
                    }
                    return seasons
                }
            }
        }
    }

    /// What it would be worth if one more person would sign up in each year, £: of relaxing row 12. Nil where there is no limit.
    /// - Returns: by group, organisation and year.
    public func worthOfSigningUp(_ duals: Duals) -> [[[Double?]]] {
        variables.listed.map { $0.map { $0.map { duals.worthOfRelaxing($0, in: model).upper.map { 1000 * $0 } } } }
    }
}
