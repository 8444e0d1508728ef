// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// What rows 1, 2, 4, 7, 8, 10, 12 and 18 say is the sum of others: with a column and a row of its own by zone, so that the
    /// program is the page's row by row, and put in its place in totals, where a third fewer rows are solved sooner.
    mutating func define(_ doors: Doors) {
        defineTreatment()
        defineInpatients(doors)
        defineSessionsAndBeds()
        defineBeyond()
        defineCapital()
    }

    /// The sum, or a variable that a row makes equal to it, or no less where more only costs more.
    private mutating func name<M: Unit>(
        _ sum: Expression<M>, _ variable: String, _ code: String?, _ year: Int?, row: String, mayBeMore: Bool = false
    ) -> Expression<M> {
        guard detail.isByZone else { return sum }
        let indices: [any RowIndex] = (code.map { [$0] } ?? []) + (year.map { [$0] } ?? [])
        let index = indices.isEmpty ? "" : "[" + indices.map(\.description).joined(separator: ",") + "]"
        let named = model.variable(variable + index, in: 0..., of: M.self)
        model.require(row, indices: indices, mayBeMore ? sum - named .<= 0 : named - sum .== 0)
        return Expression(named)
    }

    /// Rows 1, 2 and 4.
    private mutating func defineTreatment() {
        let years = system.years
        for (j, specialty) in system.specialties.enumerated() {
            let waiting = variables.waiting[j]
            var fall: [Expression<Pathways>] = []
            var treated: [Expression<Pathways>] = []
            for (t, year) in years.enumerated() {
                let before = t == 0 ? Expression(specialty.waitingList) : Expression(waiting[t - 1])
                fall.append(name(before - waiting[t], "fall", specialty.code, year, row: "the list never grows"))
                let those = (1 - specialty.removedShare) * before + figures.arrivals[j][t] - waiting[t]
                treated.append(name(those, "treated", specialty.code, year, row: "list"))
            }
            variables.fall.append(fall)
            variables.treated.append(treated)
            variables.done.append(
                ElectiveFigures.modes.enumerated().map { i, mode in
                    years.enumerated().map { t, year in
                        let isInClinic = i == ElectiveFigures.procedure
                        let rate = Rate<Spells, Pathways>(isInClinic ? 0 : figures.mix[j][i][t] * specialty.spellsPerPathway)
                        let spells = isInClinic ? Expression(figures.demand[j][i][t]) : rate * treated[t]
                        return name(
                            spells, "done", "\(specialty.code),\(mode.rawValue)", year,
                            row: isInClinic ? "procedures in clinic" : "mix of demand")
                    }
                })
        }
    }

    /// Of row 8.
    private mutating func defineInpatients(_ doors: Doors) {
        let i = ElectiveFigures.inpatient
        for (j, specialty) in system.specialties.enumerated() {
            variables.inpatients.append([])
            for (t, year) in system.years.enumerated() {
                var bySite: [Expression<Spells>?] = []
                for (s, site) in system.sites.enumerated() {
                    let may = doors.hasPlain(j, i, t, s) || doors.hasHub(j, i, t, s)
                    let spells = Self.total(variables.going(j, i, t, s))
                    bySite.append(may ? name(spells, "inpatients", "\(specialty.code),\(site.code)", year, row: "inpatients") : nil)
                }
                variables.inpatients[j].append(bySite)
            }
        }
    }

    /// Rows 7 and 10.
    private mutating func defineSessionsAndBeds() {
        let parameters = system.parameters
        for (s, site) in system.sites.enumerated() {
            variables.plainSessions.append([])
            variables.hubSessions.append([])
            variables.bedsOpen.append([])
            for (t, year) in system.years.enumerated() {
                var plain = Expression<Sessions>.zero
                var atHub = Expression<Sessions>.zero
                var beds = Expression<Beds>.zero
                for (j, specialty) in system.specialties.enumerated() {
                    for i in figures.modes[j] {
                        let minutes = specialty.care[i].minutes
                        let stay = figures.stay[j][i][t] / 365 / parameters.maximumOccupancy
                        let onPlainLists = Self.total(variables.plain[j][i][t][s])
                        let onHubLists = Self.total(variables.atHub[j][i][t][s])
                        plain += Rate<Sessions, Spells>(minutes / figures.plainMinutes[s][t]) * onPlainLists
                        atHub += Rate<Sessions, Spells>(minutes / figures.hubMinutes[s]) * onHubLists
                        guard stay > 0 else { continue }
                        beds += Rate<Beds, Spells>(stay) * onPlainLists
                        beds += Rate<Beds, Spells>(stay * parameters.hubStayFactor) * onHubLists
                    }
                }
                variables.plainSessions[s].append(
                    name(plain, "plainSessions", site.code, year, row: "plain minutes", mayBeMore: true))
                variables.hubSessions[s].append(name(atHub, "hubSessions", site.code, year, row: "hub minutes", mayBeMore: true))
                variables.bedsOpen[s].append(name(beds, "bedsOpen", site.code, year, row: "beds", mayBeMore: true))
            }
        }
    }

    /// Of row 18.
    private mutating func defineBeyond() {
        for (i, mode) in ElectiveFigures.modes.enumerated() {
            variables.beyond.append([])
            for (t, year) in system.years.enumerated() {
                var beyond = Expression<Spells>.zero
                for j in system.specialties.indices {
                    guard detail.isByZone else {
                        beyond += variables.beyondOf[j][i][t]
                        continue
                    }
                    for s in system.sites.indices {
                        for flow in variables.going(j, i, t, s)
                        where system.zones[flow.zone!].minutes[s] > system.limits[i].standardMinutes { beyond += flow.spells }
                    }
                }
                variables.beyond[i].append(name(beyond, "beyond", mode.rawValue, year, row: "beyond the standard"))
            }
        }
    }

    /// Row 12.
    private mutating func defineCapital() {
        var capital = Expression<ThousandPounds>.zero
        for (s, site) in system.sites.enumerated() {
            capital += Rate<ThousandPounds, Beds>(system.parameters.capitalPerBed / 1000) * variables.bedsBuilt[s]
            if !site.isHubToday, site.mayBeHub {
                capital += Rate<ThousandPounds, Choice>(site.hubCapital / 1000) * variables.hub[s]
            }
        }
        variables.capital = name(capital, "capital", nil, nil, row: "capital")
    }
}
