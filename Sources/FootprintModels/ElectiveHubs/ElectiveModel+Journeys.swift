// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// Adds a row of journeys to a program in totals.
    @discardableResult
    public mutating func require(_ row: ElectiveJourneys.Row) -> LinearPrograms.Row {
        let (j, t) = (row.group.specialty, row.group.year)
        var rest = Expression<ThousandPounds>.zero
        for i in row.group.modes {
            func price(_ pounds: Double) -> Rate<ThousandPounds, Spells> { Rate(pounds / 1000) }
            rest += row.prices.travel * variables.travelSupport[j][i][t]
            rest += price(row.prices.beyond[i]) * variables.beyondOf[j][i][t]
            rest -= price(row.least[i]) * variables.done[j][i][t]
            rest -= price(row.prices.elsewhere[i]) * Self.total(variables.outsourced[j][i][t])
            for s in system.sites.indices {
                rest -= price(row.prices.sites[i][s]) * Self.total(variables.going(j, i, t, s))
            }
        }
        return model.require("journeys", system.specialties[j].code, system.years[t], rest .>= 0)
    }

    /// What a solution of a program in totals says of a group.
    public func volumes(_ group: ElectiveJourneys.Group, _ solution: Solution) -> ElectiveJourneys.Volumes {
        let (j, t) = (group.specialty, group.year)
        var volumes = ElectiveJourneys.Volumes(
            sites: system.limits.map { _ in system.sites.map { _ in 0.0 } }, elsewhere: system.limits.map { _ in 0.0 },
            done: system.limits.map { _ in 0.0 })
        for i in group.modes {
            volumes.sites[i] = system.sites.indices.map { s in
                variables.going(j, i, t, s).reduce(0) { $0 + max(0, solution[$1.spells]) }
            }
            volumes.elsewhere[i] = variables.outsourced[j][i][t].reduce(0) { $0 + max(0, solution[$1.spells]) }
            volumes.done[i] = max(0, solution[variables.done[j][i][t]])
        }
        return volumes
    }

    /// £ of travel support that a solution of a program in totals counts for a group, and spells beyond the standard, by mode.
    public func counted(_ group: ElectiveJourneys.Group, _ solution: Solution) -> (travel: Double, beyond: [Double]) {
        let (j, t) = (group.specialty, group.year)
        return (
            group.modes.reduce(0) { $0 + 1000 * solution[variables.travelSupport[j][$1][t]] },
            system.limits.indices.map { group.modes.contains($0) ? solution[variables.beyondOf[j][$0][t]] : 0 }
        )
    }
}
