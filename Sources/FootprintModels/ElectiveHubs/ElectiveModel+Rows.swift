// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// The page's rows, in its order.
    mutating func require(_ doors: Doors) {
        requireTreatment()
        requireConversion()
        requirePlaces()
        requireSessions(doors)
        requireStrongVolumes(doors)
        if detail == .zones { requireStrongZones(doors) }
        requireBeds()
        requireConfiguration(doors)
        requireJourneys(doors)
        requireOwnCare()
    }

    private var inpatient: Int { ElectiveFigures.inpatient }
    private var years: [Int] { system.years }

    /// The index of a row: the codes of a specialty and a mode, or what else stands in their place.
    private func code(_ j: Int) -> String { system.specialties[j].code }
    private func mode(_ i: Int) -> String { ElectiveFigures.modes[i].rawValue }

    static func total(_ flows: [Flow]) -> Expression<Spells> { sum(over: flows) { $0.spells } }

    /// The share of people a flow is of.
    private func peopleShare(_ flow: Flow) -> Double { flow.zone.map { system.zones[$0].peopleShare } ?? 1 }

    // MARK: Who is treated

    /// Rows 1 to 4.
    private mutating func requireTreatment() {
        let v = variables
        for (j, specialty) in system.specialties.enumerated() {
            let kept = 1 - specialty.removedShare
            for (t, year) in years.enumerated() {
                let ended = v.waiting[j][t] + v.treated[j][t]
                let fallen = v.fall[j][t] + v.waiting[j][t]
                let arrivals = figures.arrivals[j][t]
                if t == 0 {
                    model.require("list", specialty.code, year, ended .== kept * specialty.waitingList + arrivals)
                    model.require("the list never grows", specialty.code, year, fallen .== specialty.waitingList)
                } else {
                    model.require("list", specialty.code, year, ended - kept * v.waiting[j][t - 1] .== arrivals)
                    model.require("the list never grows", specialty.code, year, fallen - v.waiting[j][t - 1] .== 0)
                }
                if year >= system.parameters.waitingTargetYear {
                    model.require("waiting standard", specialty.code, year, v.waiting[j][t] .<= figures.standardList[j][t])
                }
                for i in ElectiveFigures.admitted {
                    let spells = Rate<Spells, Pathways>(figures.mix[j][i][t] * specialty.spellsPerPathway)
                    model.require("mix of demand", code(j), mode(i), year, v.done[j][i][t] - spells * v.treated[j][t] .== 0)
                }
                let i = ElectiveFigures.procedure
                model.require("procedures in clinic", code(j), year, v.done[j][i][t] .== figures.demand[j][i][t])
            }
        }
    }

    /// Row 5.
    private mutating func requireConversion() {
        let v = variables
        for j in system.specialties.indices {
            for (t, year) in years.enumerated() {
                for flow in v.converted[j][t] {
                    let most = figures.ceiling[j][t] * peopleShare(flow) * v.done[j][inpatient][t]
                    model.require(
                        "conversion", indices: zoned([code(j), year], flow),
                        situation.convertsInFull ? flow.spells .== most : flow.spells .<= most)
                }
            }
        }
    }

    /// The indices of a row with those of a flow's zone.
    private func zoned(_ indices: [any RowIndex], _ flow: Flow) -> [any RowIndex] {
        flow.zone.map { indices + [system.zones[$0].code] } ?? indices
    }

    /// Row 6.
    private mutating func requirePlaces() {
        let v = variables
        for j in system.specialties.indices {
            for i in figures.modes[j] {
                for (t, year) in years.enumerated() {
                    var places: [Int?: Expression<Spells>] = [:]
                    for s in system.sites.indices {
                        for flow in v.going(j, i, t, s) { places[flow.zone, default: .zero] += flow.spells }
                    }
                    for flow in v.converted[j][t] where i != ElectiveFigures.procedure {
                        // Inpatients may leave for a day case, and day cases come from there.
                        let sign = i == inpatient ? 1.0 : -1
                        places[flow.zone, default: .zero] += sign * flow.spells
                    }
                    for flow in v.outsourced[j][i][t] {
                        let somewhere = places[flow.zone, default: .zero] + flow.spells
                        model.require(
                            "everyone goes somewhere", indices: zoned([code(j), mode(i), year], flow),
                            somewhere - peopleShare(flow) * v.done[j][i][t] .== 0)
                    }
                }
            }
        }
    }

    // MARK: Sessions and doors

    /// Rows 7 to 9.
    private mutating func requireSessions(_ doors: Doors) {
        let v = variables
        for (s, site) in system.sites.enumerated() {
            for (t, year) in years.enumerated() {
                for (sentence, flows, sessions, minutes) in [
                    ("plain minutes", v.plain, v.plainSessions, figures.plainMinutes[s][t]),
                    ("hub minutes", v.atHub, v.hubSessions, figures.hubMinutes[s]),
                ] {
                    var used = Expression<Minutes>.zero
                    for j in system.specialties.indices {
                        for i in figures.modes[j] {
                            used += Rate<Minutes, Spells>(system.specialties[j].care[i].minutes) * Self.total(flows[j][i][t][s])
                        }
                    }
                    model.require(sentence, site.code, year, used - Rate<Minutes, Sessions>(minutes) * sessions[s][t] .<= 0)
                }
                let most = Rate<Sessions, Choice>(site.maximumSessions)
                if doors.isAfterOpening(t) {
                    model.require(
                        "sessions of a plain site", site.code, year, v.plainSessions[s][t] + most * v.hub[s] .<= site.maximumSessions)
                    model.require("sessions of a hub", site.code, year, v.hubSessions[s][t] - most * v.hub[s] .<= 0)
                } else {
                    model.require(
                        "sessions before opening", site.code, year,
                        v.plainSessions[s][t] + v.hubSessions[s][t] .<= site.maximumSessions)
                }
                for j in system.specialties.indices {
                    guard let inpatients = v.inpatients[j][t][s] else { continue }
                    model.require(
                        "inpatients", code(j), site.code, year, inpatients - Self.total(v.going(j, inpatient, t, s)) .== 0)
                    guard doors.isAfterOpening(t), let open = v.open[j][s] else { continue }
                    model.require(
                        "inpatients only where kept", code(j), site.code, year,
                        inpatients - Rate<Spells, Choice>(figures.most[j][inpatient][t]) * open .<= 0)
                }
            }
        }
    }

    /// `share · allowed(door)`: what the strong rows let through a door.
    private func allowed(_ share: Double, _ door: some LinearTerm<Choice>, _ j: Int, _ i: Int, _ t: Int) -> Expression<Spells> {
        let ordinary = Rate<Spells, Choice>(share * figures.ordinary[j][i][t]) * door
        guard situation.strengthenings.contains(.list) else { return ordinary }
        return ordinary + Rate<Spells, Pathways>(share * figures.perPathway[j][i][t]) * variables.fall[j][t]
    }

    /// Spells that all the sessions of a site can do.
    private func capacity(_ j: Int, _ i: Int, _ t: Int, sessions: Double, minutes: Double) -> Double {
        let ofSpell = system.specialties[j].care[i].minutes
        return ofSpell > 0 ? sessions * minutes / ofSpell : figures.most[j][i][t]
    }

    /// Rows 8b and 9b.
    private mutating func requireStrongVolumes(_ doors: Doors) {
        guard situation.strengthenings.contains(.volumes) else { return }
        let v = variables
        for j in system.specialties.indices {
            for i in figures.modes[j] {
                for (t, year) in years.enumerated() where doors.isAfterOpening(t) {
                    for (s, site) in system.sites.enumerated() {
                        let share = reach.share[j][i][s]
                        let ordinary = share * figures.ordinary[j][i][t]
                        let hubCapacity = capacity(j, i, t, sessions: site.maximumSessions, minutes: figures.hubMinutes[s])
                        if !v.atHub[j][i][t][s].isEmpty {
                            let most = hubCapacity <= ordinary
                                ? Rate<Spells, Choice>(hubCapacity) * v.hub[s] : allowed(share, v.hub[s], j, i, t)
                            model.require(
                                "hub volume", indices: [code(j), mode(i), site.code, year],
                                Self.total(v.atHub[j][i][t][s]) - most .<= 0)
                        }
                        guard i == inpatient, let inpatients = v.inpatients[j][t][s], let open = v.open[j][s] else { continue }
                        var mostOfSite = capacity(j, i, t, sessions: site.maximumSessions, minutes: figures.plainMinutes[s][t])
                        if !v.atHub[j][i][t][s].isEmpty { mostOfSite = max(mostOfSite, hubCapacity) }
                        let most = mostOfSite <= ordinary
                            ? Rate<Spells, Choice>(mostOfSite) * open : allowed(share, open, j, i, t)
                        model.require("inpatient volume", code(j), site.code, year, inpatients - most .<= 0)
                    }
                }
            }
        }
    }

    /// Rows 8a and 9a.
    private mutating func requireStrongZones(_ doors: Doors) {
        guard situation.strengthenings.contains(.zones) else { return }
        let v = variables
        for j in system.specialties.indices {
            for i in figures.modes[j] {
                for (t, year) in years.enumerated() where doors.isAfterOpening(t) {
                    for (s, site) in system.sites.enumerated() {
                        let indices: [any RowIndex] = [code(j), mode(i), site.code, year]
                        for flow in v.atHub[j][i][t][s] {
                            model.require(
                                "hub door", indices: zoned(indices, flow),
                                flow.spells - allowed(peopleShare(flow), v.hub[s], j, i, t) .<= 0)
                        }
                        for flow in v.plain[j][i][t][s] where !v.atHub[j][i][t][s].isEmpty {
                            model.require(
                                "plain door", indices: zoned(indices, flow),
                                flow.spells - allowed(peopleShare(flow), 1 - v.hub[s], j, i, t) .<= 0)
                        }
                        guard i == inpatient, let open = v.open[j][s] else { continue }
                        for (_, both) in Dictionary(grouping: v.going(j, i, t, s), by: \.zone).sorted(by: { $0.key! < $1.key! }) {
                            model.require(
                                "inpatient door", indices: zoned(indices, both[0]),
                                Self.total(both) - allowed(peopleShare(both[0]), open, j, i, t) .<= 0)
                        }
                    }
                }
            }
        }
    }

    // MARK: Beds, centres, capital

    /// Rows 10 to 13.
    private mutating func requireBeds() {
        let v = variables
        let parameters = system.parameters
        var capital = Expression<ThousandPounds>(v.capital)
        for (s, site) in system.sites.enumerated() {
            for (t, year) in years.enumerated() {
                var occupied = Expression<Beds>.zero
                for j in system.specialties.indices {
                    for i in figures.modes[j] where figures.stay[j][i][t] > 0 {
                        let beds = figures.stay[j][i][t] / 365
                        occupied += Rate<Beds, Spells>(beds) * Self.total(v.plain[j][i][t][s])
                        occupied += Rate<Beds, Spells>(beds * parameters.hubStayFactor) * Self.total(v.atHub[j][i][t][s])
                    }
                }
                model.require("beds", site.code, year, occupied - parameters.maximumOccupancy * v.bedsOpen[s][t] .<= 0)
                model.require("beds stand", site.code, year, v.bedsOpen[s][t] - v.bedsBuilt[s] .<= site.beds)
            }
            capital -= Rate<ThousandPounds, Beds>(parameters.capitalPerBed / 1000) * v.bedsBuilt[s]
            if !site.isHubToday, site.mayBeHub { capital -= Rate<ThousandPounds, Choice>(site.hubCapital / 1000) * v.hub[s] }
        }
        model.require("capital", capital .== 0)
        if situation.hasRequirements, let limit = parameters.capitalLimit {
            model.require("capital limit", v.capital .<= (limit + situation.capitalOfDoNothing) / 1000)
        }
    }

    /// Rows 14 to 17, and what a case asks for that cannot be.
    private mutating func requireConfiguration(_ doors: Doors) {
        let v = variables
        let hasRequirements = situation.hasRequirements
        for (s, site) in system.sites.enumerated() {
            if situation.hubs[s] == true, !doors.canBeHub(s) {
                model.require("may be a hub", site.code, v.hub[s] .>= 1)
            }
            var any = Expression<Choice>.zero
            for (j, specialty) in system.specialties.enumerated() {
                guard let open = v.open[j][s] else { continue }
                any += open
                if situation.open[j][s] == true, !doors.canKeep(j, s) {
                    model.require("may have inpatients", specialty.code, site.code, open .>= 1)
                }
                model.require("centre", specialty.code, site.code, open - v.centre[s] .<= 0)
                for (t, year) in years.enumerated()
                where hasRequirements && doors.isAfterOpening(t) && specialty.minimumSpells > 0 {
                    let least = Rate<Spells, Choice>(specialty.minimumSpells) * open
                    let inpatients = v.inpatients[j][t][s].map { Expression($0) } ?? .zero
                    model.require("minimum volume", specialty.code, site.code, year, inpatients - least .>= 0)
                }
            }
            model.require("a centre has inpatients", site.code, v.centre[s] - any .<= 0)
        }
        guard hasRequirements else { return }
        for need in system.needs {
            for (s, site) in system.sites.enumerated() {
                guard let open = v.open[need.specialty][s] else { continue }
                let other = v.open[need.needs][s].map { Expression($0) } ?? .zero
                model.require("needs", code(need.specialty), code(need.needs), site.code, open - other .<= 0)
            }
        }
        let centres = sum(over: v.centre) { $0 }
        model.require("most centres", centres .<= system.parameters.maximumInpatientCentres)
        model.require("fewest centres", centres .>= system.parameters.minimumInpatientCentres)
    }

    /// Row 18.
    private mutating func requireJourneys(_ doors: Doors) {
        let v = variables
        for i in ElectiveFigures.modes.indices {
            let limits = system.limits[i]
            for (t, year) in years.enumerated() {
                var beyond = Expression<Spells>(v.beyond[i][t])
                var allowed = Expression<Spells>.zero
                for j in system.specialties.indices {
                    allowed += max(limits.allowedShareBeyondStandard, reach.far[j][i]) * v.done[j][i][t]
                    switch detail {
                    case .totals: beyond -= v.beyondOf[j][i][t]
                    case .zones:
                        for s in system.sites.indices {
                            for flow in v.going(j, i, t, s) where system.zones[flow.zone!].minutes[s] > limits.standardMinutes {
                                beyond -= flow.spells
                            }
                        }
                    }
                }
                model.require("beyond the standard", mode(i), year, beyond .== 0)
                if situation.hasRequirements, doors.isAfterOpening(t) {
                    model.require("standard journey", mode(i), year, v.beyond[i][t] - allowed .<= 0)
                }
            }
        }
    }

    /// Row 19.
    private mutating func requireOwnCare() {
        let share = system.parameters.maximumOutsourcedShare
        guard share < 1 else { return }
        for j in system.specialties.indices {
            for i in figures.modes[j] {
                for (t, year) in years.enumerated() {
                    model.require(
                        "outsourced", code(j), mode(i), year,
                        Self.total(variables.outsourced[j][i][t]) - share * variables.done[j][i][t] .<= 0)
                }
            }
        }
    }
}
