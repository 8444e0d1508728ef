// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// The page's objective: the present value of every year's cost, in thousands of pounds.
    mutating func setCost() {
        let v = variables
        let parameters = system.parameters
        let bed = parameters.bedRunningCost * parameters.bedCostReleasedShare
        let overheads = parameters.bedRunningCost * (1 - parameters.bedCostReleasedShare)
        var cost = Expression<ThousandPounds>.zero
        for (t, year) in system.years.enumerated() {
            let weight = system.weight(year) / 1000
            func add<T: LinearTerm>(_ price: Double, _ term: T) {
                if price != 0 { cost += Rate<ThousandPounds, T.Measure>(weight * price) * term }
            }
            for (s, site) in system.sites.enumerated() {
                add(site.sessionCost, v.plainSessions[s][t])
                add(site.sessionCost, v.hubSessions[s][t])
                add(bed, v.bedsOpen[s][t])
                cost = cost + weight * overheads * site.beds
                if year >= system.openingYear {
                    add(site.hubFixedCost, v.hub[s])
                } else if site.isHubToday {
                    cost = cost + weight * site.hubFixedCost
                }
                for j in system.specialties.indices {
                    guard let place = system.places[j][s], let open = v.open[j][s] else { continue }
                    if year >= system.openingYear {
                        add(place.fixedCost, open)
                    } else if place.hasInpatientsToday {
                        cost = cost + weight * place.fixedCost
                    }
                }
            }
            for (j, specialty) in system.specialties.enumerated() {
                for i in ElectiveFigures.modes.indices {
                    let care = specialty.care[i]
                    let support = system.limits[i].travelSupportPerMinute
                    add(figures.followUpFactor[t] * care.followUpsPerSpell * specialty.followUpCost, v.done[j][i][t])
                    for flow in v.outsourced[j][i][t] { add(figures.lastResortPrice[j][i] * flow.share, flow.spells) }
                    add(1000, v.travelSupport[j][i][t])
                    for s in system.sites.indices {
                        for flow in v.going(j, i, t, s) {
                            let travel = flow.zone.map { support * system.zones[$0].extraMinutes[s] } ?? 0
                            add((care.variableCost + travel) * flow.share, flow.spells)
                        }
                    }
                }
            }
        }
        cost += Rate<ThousandPounds, ThousandPounds>(system.discount(system.openingYear - 1)) * v.capital
        model.minimise(cost)
    }
}
