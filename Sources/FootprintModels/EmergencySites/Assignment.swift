// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// `assigned`: the program chooses who goes where, within the hard limit and within a stated detour of the quickest door.
///
/// Zones whose people have one door only are constants, and streams that have the same doors and differ in nothing the
/// program sees but size are one column for each door; this keeps a footprint to a few thousand columns.
struct Assignment: Sendable {
    /// A group of people of one zone who share their doors: one demand row.
    struct Party: Sendable {
        let zone: Int
        let stream: Int
        let period: Period
        let patients: Double
        /// Places in the system's doors, the quickest first.
        let doors: [Int]
        /// The first column of the party's flows; −1 when it has one door only.
        var firstColumn = -1
    }

    private(set) var parties: [Party] = []
    private(set) var columns = 0
    /// Patients with no door.
    private(set) var unserved = 0.0
    /// What parties with one door add up to.
    private(set) var fixed: Tally
    let type1List: Int
    let doorsOf: Doors

    /// Sums of flows that rows and costs are made of.
    struct Tally: Sendable {
        var attendances: [Double]
        var bedDays: [Double]
        var ambulanceHours = 0.0
        var reconveyableHours = 0.0
        var moved: [Double]

        init(doors: Int) {
            attendances = [Double](repeating: 0, count: doors * Stream.allCases.count)
            bedDays = [Double](repeating: 0, count: doors)
            moved = [Double](repeating: 0, count: doors * doors)
        }
    }

    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ demand: Demand, _ configuration: Configuration
    ) {
        let doors = Doors(system, numbers, configuration)
        doorsOf = doors
        type1List = doors.list(Stream.allCases.firstIndex { $0.attendanceClass == .admitted }!, .day)
        fixed = Tally(doors: system.doors.count)
        let detour = numbers(.assignedDetourMinutes)
        let hard = numbers(.hardLimitMinutes)
        let count = system.doors.count
        var choices = [[Int]](repeating: [], count: doors.lists.count)
        var zoneOfChoices = -1
        var parties: [Party] = []
        var unserved = 0.0
        Flows.each(system, numbers, doors) { zone, stream, period, share, quickest in
            let patients = share * demand(zone, stream / 2)
            guard patients > 0 else { return }
            guard quickest >= 0 else {
                unserved += patients
                return
            }
            if zoneOfChoices != zone {
                zoneOfChoices = zone
                for list in doors.lists.indices {
                    var open: [Int] = []
                    for rank in zone * count..<(zone + 1) * count {
                        let door = Int(system.quickest[rank])
                        guard doors.lists[list][door] else { continue }
                        let minutes = system.minutes(zone, door)
                        if open.isEmpty || (minutes <= hard && minutes <= system.minutes(zone, open[0]) + detour) {
                            open.append(door)
                        }
                    }
                    choices[list] = open
                }
            }
            parties.append(
                Party(
                    zone: zone, stream: stream, period: period, patients: patients,
                    doors: choices[doors.list(stream, period)]))
        }
        self.unserved = unserved
        for party in parties.indices where parties[party].doors.count > 1 {
            parties[party].firstColumn = columns
            columns += parties[party].doors.count
        }
        self.parties = parties
        var tally = fixed
        for party in parties where party.firstColumn < 0 {
            add(party.patients, of: party, to: party.doors[0], system, numbers, demand, configuration, &tally)
        }
        fixed = tally
    }

    /// Counts `patients` of a party at a door.
    private func add(
        _ patients: Double, of party: Party, to door: Int, _ system: EmergencySystem, _ numbers: EmergencyNumbers,
        _ demand: Demand, _ configuration: Configuration, _ tally: inout Tally
    ) {
        let received = patients * inflow(door, system, numbers)
        tally.attendances[door * Stream.allCases.count + party.stream] += received
        if party.stream / 2 == 0 { tally.bedDays[door] += received * demand.bedDays[party.zone] }
        tally.ambulanceHours += received * ambulanceHours(party, door, system, numbers)
        tally.reconveyableHours += received * reconveyableHours(party, door, system, numbers, configuration)
        let before = party.stream / 2 == 2 ? system.minorDoorToday[party.zone] : system.type1DoorToday[party.zone]
        if before >= 0 { tally.moved[before * system.doors.count + door] += received }
    }

    private func inflow(_ door: Int, _ system: EmergencySystem, _ numbers: EmergencyNumbers) -> Double {
        let site = system.doors[door]
        return system.settings.boundary == .closed && system.sites[site].isInside
            ? 1 / (1 - numbers(.inflowShare, site: site)) : 1
    }

    private func ambulanceHours(
        _ party: Party, _ door: Int, _ system: EmergencySystem, _ numbers: EmergencyNumbers
    ) -> Double {
        party.stream % 2 == 0
            ? (2 * system.minutes(party.zone, door) + numbers(.ambulanceTurnaroundMinutes)) / 60 : 0
    }

    private func reconveyableHours(
        _ party: Party, _ door: Int, _ system: EmergencySystem, _ numbers: EmergencyNumbers,
        _ configuration: Configuration
    ) -> Double {
        let site = system.doors[door]
        guard system.sites[site].isInside, configuration.levels[site] == .ucc else { return 0 }
        var found = [Int](repeating: -1, count: doorsOf.lists.count)
        doorsOf.quickest(for: party.zone, in: system, into: &found)
        guard found[type1List] >= 0 else { return 0 }
        return (2 * system.minutes(party.zone, found[type1List]) + numbers(.ambulanceTurnaroundMinutes)) / 60
    }

    private static let major = Stream.allCases.firstIndex {
        $0.attendanceClass == .major && $0.arrival == .foot
    }!

    /// Rows 1, 2 and 12 with flows in place of constants, and everyone seen.
    func addFlows(
        to model: inout Model<ThousandPounds>, _ situation: EmergencySituation, _ v: EmergencyModel.Variables,
        doors: Members<EmergencyModel.SiteCode>, acute: Members<EmergencyModel.SiteCode>
    ) {
        let system = situation.system
        let numbers = situation.numbers
        let streams = Stream.allCases.count
        let flow = v.flow
        var attendances = [Expression<Patients>](repeating: .zero, count: doors.count * streams)
        var bedDays = [Expression<Beds>](repeating: .zero, count: doors.count)
        var mean = Expression<Minutes>.zero
        var beyondStandard = Expression<Share>.zero
        var beyondDeprived = Expression<Share>.zero
        var beyondHard = Expression<Patients>.zero
        let residents = system.zones.reduce(0) { $0 + system.residents[$1] }
        let deprived = system.zones.reduce(0) { $0 + system.deprivedResidents[$1] }
        let night = numbers(.nightShare, Self.major / 2)
        let standard = numbers(.standardMinutes)
        let hard = numbers(.hardLimitMinutes)

        for party in parties {
            if party.firstColumn >= 0 {
                let total = sum(over: party.doors.indices) { flow[party.firstColumn + $0] }
                model.require("everyone goes somewhere", party.zone, party.stream, party.period.rawValue, total .== party.patients)
            }
            let zone = party.zone
            let shareOfPeriod = party.period == .night ? night : 1 - night
            for (rank, door) in party.doors.enumerated() {
                let minutes = system.minutes(zone, door)
                // Travel counts residents by where their walk-in major cases go.
                let weight = party.stream == Self.major ? shareOfPeriod * system.residents[zone] : 0
                let deprivedWeight = party.stream == Self.major ? shareOfPeriod * system.deprivedResidents[zone] : 0
                if party.firstColumn < 0 {
                    guard weight > 0 else { continue }
                    mean.form.constant += weight / residents * minutes
                    if minutes > standard {
                        beyondStandard.form.constant += weight / residents
                        beyondDeprived.form.constant += deprivedWeight / deprived
                    }
                    if minutes > hard { beyondHard.form.constant += weight }
                    continue
                }
                let column = flow[party.firstColumn + rank]
                let received = inflow(door, system, numbers)
                attendances[door * streams + party.stream] += received * column
                if party.stream / 2 == 0 {
                    bedDays[door] += Rate<Beds, Patients>(received * situation.demand.bedDays[zone]) * column
                }
                guard weight > 0 else { continue }
                let perPatient = weight / party.patients
                mean += Rate<Minutes, Patients>(perPatient / residents * minutes) * column
                if minutes > standard {
                    beyondStandard += Rate<Share, Patients>(perPatient / residents) * column
                    if deprivedWeight > 0 {
                        beyondDeprived += Rate<Share, Patients>(deprivedWeight / party.patients / deprived) * column
                    }
                }
                if minutes > hard { beyondHard += perPatient * column }
            }
        }
        for (door, site) in doors.enumerated() {
            for (place, stream) in v.attendances.b.enumerated() {
                let flows = attendances[door * streams + place]
                model.require(
                    "attendances are what the doors receive", site, stream,
                    v.attendances[site, stream] - flows .== fixed.attendances[door * streams + place])
            }
        }
        for site in acute {
            let door = system.doors.firstIndex(of: site.place)
            let perYear = numbers(.bedPeakFactor) / 365
            let chosen = door.map { bedDays[$0] } ?? .zero
            model.require(
                "beds occupied", site,
                v.occupied[site] - perYear * chosen .== perYear * (door.map { fixed.bedDays[$0] } ?? 0))
        }
        model.require("mean journey", v.meanMinutes - mean .== 0)
        model.require("residents beyond the standard", v.beyondStandard - beyondStandard .== 0)
        model.require("most deprived fifth beyond the standard", v.beyondStandardDeprived - beyondDeprived .== 0)
        model.require("residents beyond the hard limit", v.beyondHardLimit - beyondHard .== 0)
        model.require("patients with no open door", v.unserved .== unserved)
    }

    /// Ambulance journeys and patients taken on from urgent care centres, priced by the door the program chooses.
    func addCost(to cost: inout Expression<ThousandPounds>, _ situation: EmergencySituation, _ flow: Family1<Patients, Int>) {
        let system = situation.system
        let numbers = situation.numbers
        let hour = numbers(.ambulanceHourCost) / 1000
        func price(_ party: Party, _ door: Int) -> Double {
            let hours =
                ambulanceHours(party, door, system, numbers) + numbers(.reconveyedShare)
                * reconveyableHours(party, door, system, numbers, situation.configuration)
            return inflow(door, system, numbers) * hour * hours
        }
        cost.form.constant += hour * (fixed.ambulanceHours + numbers(.reconveyedShare) * fixed.reconveyableHours)
        for party in parties where party.firstColumn >= 0 {
            for (rank, door) in party.doors.enumerated() {
                cost += Rate<ThousandPounds, Patients>(price(party, door)) * flow[party.firstColumn + rank]
            }
        }
    }

    /// The flows of a solution, added up as those of `nearest` are.
    func flows(_ solution: Solution, _ situation: EmergencySituation, _ flow: Family1<Patients, Int>) -> Flows {
        let system = situation.system
        let numbers = situation.numbers
        var tally = fixed
        var all = TravelMeasures.Builder()
        var deprived = TravelMeasures.Builder()
        let night = numbers(.nightShare, Self.major / 2)
        for party in parties {
            for (rank, door) in party.doors.enumerated() {
                let patients = party.firstColumn < 0 ? party.patients : solution[flow[party.firstColumn + rank]]
                guard patients > 0 else { continue }
                if party.firstColumn >= 0 {
                    add(patients, of: party, to: door, system, numbers, situation.demand, situation.configuration, &tally)
                }
                guard party.stream == Self.major else { continue }
                let share = (party.period == .night ? night : 1 - night) * patients / party.patients
                let minutes = system.minutes(party.zone, door)
                all.add(minutes, weight: share * system.residents[party.zone])
                deprived.add(minutes, weight: share * system.deprivedResidents[party.zone])
            }
        }
        return Flows(
            tally, unserved: unserved,
            travel: .init(all: all.measures(numbers), mostDeprivedFifth: deprived.measures(numbers)))
    }
}
