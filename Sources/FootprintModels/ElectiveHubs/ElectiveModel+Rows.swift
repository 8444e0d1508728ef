// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ElectiveModel {
    /// The page's rows, in its order.
    mutating func require(_ doors: Doors) {
        requireTreatment()
        requirePlaces()
        requireSessions(doors)
        requireStrongVolumes(doors)
        if detail.isByZone { requireStrongZones(doors) }
        requireBeds()
        requireConfiguration(doors)
        requireJourneys(doors)
        if case .totals = detail { requireNearness(doors) }
        requireOwnCare()
        requireAnother()
    }

    private var inpatient: Int { ElectiveFigures.inpatient }
    private var years: [Int] { system.years }

    /// The index of a row: the codes of a specialty and a mode, or what else stands in their place.
    private func code(_ j: Int) -> String { system.specialties[j].code }
    private func mode(_ i: Int) -> String { ElectiveFigures.modes[i].rawValue }

    static func total(_ flows: [Flow]) -> Expression<Spells> { sum(over: flows) { $0.share * $0.spells } }

    /// The share of people a flow is of.
    private func peopleShare(_ flow: Flow) -> Double { flow.zone.map { system.zones[$0].peopleShare } ?? 1 }

    // MARK: Who is treated

    /// Row 3, and that what is put in the place of a variable is not below nothing.
    private mutating func requireTreatment() {
        let v = variables
        for (j, specialty) in system.specialties.enumerated() {
            for (t, year) in years.enumerated() {
                if year >= system.parameters.waitingTargetYear {
                    model.require("waiting standard", specialty.code, year, v.waiting[j][t] .<= figures.standardList[j][t])
                }
                guard !detail.isByZone else { continue }
                model.require("the list never grows", specialty.code, year, v.fall[j][t] .>= 0)
                if figures.arrivals[j][t] < specialty.removedShare * specialty.waitingList {
                    model.require("nobody is treated who is not there", specialty.code, year, v.treated[j][t] .>= 0)
                }
            }
        }
    }

    /// Rows 5 and 6.
    private mutating func requirePlaces() {
        guard case .patterns(let patterns) = detail else {
            requireConversion()
            requireSomewhere()
            return
        }
        let spells = Dictionary(grouping: patterns.indices) { patterns[$0].group }
        for (group, numbers) in spells.sorted(by: { $0.value[0] < $1.value[0] }) {
            for (n, part) in group.parts.enumerated() {
                let mixed = sum(over: numbers.filter { patterns[$0].part == n }) { variables.mixed[$0] }
                rows.ofJourneys.insert(
                    model.require(
                        "everyone goes somewhere", code(group.specialty), mode(part.mode), years[group.year],
                        mixed - part.share * variables.done[group.specialty][part.mode][group.year] .== 0))
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
                    rows.ofJourneys.insert(
                        model.require(
                            "conversion", indices: zoned([code(j), year], flow),
                            situation.convertsInFull ? flow.spells .== most : flow.spells .<= most))
                }
            }
        }
    }

    /// The indices of a row with those of a flow's zone.
    private func zoned(_ indices: [any RowIndex], _ flow: Flow) -> [any RowIndex] {
        flow.zone.map { indices + [system.zones[$0].code] } ?? indices
    }

    /// Row 6.
    private mutating func requireSomewhere() {
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
                        rows.ofJourneys.insert(
                            model.require(
                                "everyone goes somewhere", indices: zoned([code(j), mode(i), year], flow),
                                somewhere - peopleShare(flow) * v.done[j][i][t] .== 0))
                    }
                }
            }
        }
    }

    // MARK: Sessions and doors

    /// Rows 8 and 9.
    private mutating func requireSessions(_ doors: Doors) {
        let v = variables
        for (s, site) in system.sites.enumerated() {
            for (t, year) in years.enumerated() {
                let most = Rate<Sessions, Choice>(site.maximumSessions)
                if doors.isAfterOpening(t) {
                    if situation.hubs[s] != true {
                        model.require(
                            "sessions of a plain site", site.code, year, v.plainSessions[s][t] + most * v.hub[s] .<= site.maximumSessions)
                    }
                    if situation.hubs[s] != false, doors.canBeHub(s) {
                        model.require("sessions of a hub", site.code, year, v.hubSessions[s][t] - most * v.hub[s] .<= 0)
                    }
                } else {
                    model.require(
                        "sessions before opening", site.code, year,
                        v.plainSessions[s][t] + v.hubSessions[s][t] .<= site.maximumSessions)
                }
                for j in system.specialties.indices where doors.isAfterOpening(t) {
                    guard let inpatients = v.inpatients[j][t][s], let open = v.open[j][s] else { continue }
                    model.require(
                        "inpatients only where kept", code(j), site.code, year,
                        inpatients - Rate<Spells, Choice>(figures.most[j][inpatient][t]) * open .<= 0)
                }
            }
        }
    }

    /// `allowed(door)` of a share of the people: what the strong rows let through a door.
    /// - Parameter converted: of those people.
    private func allowed(
        _ share: Double, _ door: some LinearTerm<Choice>, _ j: Int, _ i: Int, _ t: Int, converted: Expression<Spells>
    ) -> Expression<Spells> {
        guard situation.strengthenings.contains(.list) else { return Rate<Spells, Choice>(share * figures.most[j][i][t]) * door }
        let least = share * figures.least[j][i][t]
        let treated = share * variables.done[j][i][t] + turned(into: i, converted)
        return treated - least + Rate<Spells, Choice>(least) * door
    }

    /// What conversion adds to a mode.
    private func turned(into i: Int, _ converted: Expression<Spells>) -> Expression<Spells> {
        switch i {
        case ElectiveFigures.inpatient: -converted
        case ElectiveFigures.dayCase: converted
        default: .zero
        }
    }

    /// Conversion of those who reach a site, or what stands for it in a program that does not know where they live: none of
    /// the inpatients, all of the day cases.
    private func converted(reaching s: Int, _ j: Int, _ i: Int, _ t: Int) -> Expression<Spells> {
        let reaching = reach.people[j][i][s]
        let flows = variables.converted[j][t]
        if reaching.count == system.zones.count { return Self.total(flows) }
        switch detail {
        case .totals, .patterns: return i == inpatient ? .zero : Self.total(flows)
        case .zones:
            let there = Set(reaching)
            return Self.total(flows.filter { there.contains($0.zone!) })
        }
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
                        let converted = converted(reaching: s, j, i, t)
                        let least = share * figures.least[j][i][t]
                        let hubCapacity = capacity(j, i, t, sessions: site.maximumSessions, minutes: figures.hubMinutes[s])
                        if doors.hasHub(j, i, t, s) {
                            let most = hubCapacity <= least
                                ? Rate<Spells, Choice>(hubCapacity) * v.hub[s] : allowed(share, v.hub[s], j, i, t, converted: converted)
                            model.require(
                                "hub volume", indices: [code(j), mode(i), site.code, year],
                                Self.total(v.atHub[j][i][t][s]) - most .<= 0)
                        }
                        guard i == inpatient, let inpatients = v.inpatients[j][t][s], let open = v.open[j][s] else { continue }
                        var mostOfSite = capacity(j, i, t, sessions: site.maximumSessions, minutes: figures.plainMinutes[s][t])
                        if doors.hasHub(j, i, t, s) { mostOfSite = max(mostOfSite, hubCapacity) }
                        let most = mostOfSite <= least
                            ? Rate<Spells, Choice>(mostOfSite) * open : allowed(share, open, j, i, t, converted: converted)
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
            for (t, year) in years.enumerated() where doors.isAfterOpening(t) {
                let converted = Dictionary(uniqueKeysWithValues: v.converted[j][t].map { ($0.zone!, Expression($0.spells)) })
                for i in figures.modes[j] {
                    for (s, site) in system.sites.enumerated() {
                        let indices: [any RowIndex] = [code(j), mode(i), site.code, year]
                        func allowed(_ flow: Flow, _ door: some LinearTerm<Choice>) -> Expression<Spells> {
                            self.allowed(peopleShare(flow), door, j, i, t, converted: converted[flow.zone!] ?? .zero)
                        }
                        for flow in v.atHub[j][i][t][s] {
                            model.require("hub door", indices: zoned(indices, flow), flow.spells - allowed(flow, v.hub[s]) .<= 0)
                        }
                        for flow in v.plain[j][i][t][s] where !v.atHub[j][i][t][s].isEmpty {
                            model.require(
                                "plain door", indices: zoned(indices, flow), flow.spells - allowed(flow, 1 - v.hub[s]) .<= 0)
                        }
                        guard i == inpatient, let open = v.open[j][s] else { continue }
                        for (_, both) in Dictionary(grouping: v.going(j, i, t, s), by: \.zone).sorted(by: { $0.key! < $1.key! }) {
                            model.require(
                                "inpatient door", indices: zoned(indices, both[0]), Self.total(both) - allowed(both[0], open) .<= 0)
                        }
                    }
                }
            }
        }
    }

    // MARK: Beds, centres, capital

    /// Rows 11 and 13.
    private mutating func requireBeds() {
        let v = variables
        for (s, site) in system.sites.enumerated() {
            for (t, year) in years.enumerated() {
                model.require("beds stand", site.code, year, v.bedsOpen[s][t] - v.bedsBuilt[s] .<= site.beds)
            }
        }
        if situation.hasRequirements, let limit = system.parameters.capitalLimit {
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
                    let inpatients = v.inpatients[j][t][s] ?? .zero
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
        guard situation.hasRequirements else { return }
        for i in ElectiveFigures.modes.indices {
            for (t, year) in years.enumerated() where doors.isAfterOpening(t) {
                var allowed = Expression<Spells>.zero
                for j in system.specialties.indices {
                    allowed += max(system.limits[i].allowedShareBeyondStandard, reach.far[j][i]) * variables.done[j][i][t]
                }
                rows.standardJourney[i][t] = model.require("standard journey", mode(i), year, variables.beyond[i][t] - allowed .<= 0)
            }
        }
    }

    /// Row 20: what is left of row 9a in totals, where it is not known who comes from where.
    private mutating func requireNearness(_ doors: Doors) {
        let v = variables
        for j in system.specialties.indices where figures.modes[j].contains(inpatient) {
            var farAway = Expression<Choice>.zero
            for (n, near) in reach.near[j].enumerated() {
                let open = sum(over: near.sites.compactMap { v.open[j][$0] }) { $0 }
                rows.ofJourneys.insert(model.require("none near", code(j), n + 1, v.noneNear[j][n] + open .>= 1))
                farAway += near.peopleShare * v.noneNear[j][n]
            }
            for (t, year) in years.enumerated() where doors.isAfterOpening(t) {
                let least = Rate<Spells, Choice>(figures.least[j][inpatient][t])
                let notNear = v.beyondOf[j][inpatient][t] + Self.total(v.outsourced[j][inpatient][t])
                rows.ofJourneys.insert(model.require("far away", code(j), year, notNear - least * farAway .>= 0))
            }
        }
    }

    /// Row 21.
    private mutating func requireAnother() {
        for (n, found) in situation.excluded.enumerated() {
            var changes = Expression<Choice>.zero
            for s in system.sites.indices {
                changes += found.isHub[s] ? 1 - variables.hub[s] : Expression(variables.hub[s])
                changes += found.isCentre[s] ? 1 - variables.centre[s] : Expression(variables.centre[s])
            }
            model.require("another configuration", n + 1, changes .>= 1)
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
