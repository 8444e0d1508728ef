// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// `assigned`: the program chooses who goes where, within the hard limit and within a stated detour of the quickest door.
///
/// People of one zone and stream who have the same doors are a *party*; parties of one stream with the same doors are a
/// *group*. What a group can do is a mixture of *proposals*, each of which sends every party to one door: the program is
/// solved over proposals, and new ones are made from its prices until none would help (Dantzig and Wolfe, 1960). A
/// footprint's tens of thousands of flows so become a few hundred columns at a time, to the same optimum.
public struct Assignment: Sendable {
    struct Party: Sendable {
        let zone: Int
        let patients: Double
    }

    struct Group: Sendable {
        let stream: Int
        /// Places in the system's doors, by place; each party has its own order of them.
        let doors: [Int]
        var parties: [Party]
    }

    struct Journey: Sendable {
        let minutes: Double
        let residents: Double
        let deprived: Double
    }

    /// Everyone of a group sent to one door each.
    struct Proposal: Sendable {
        let group: Int
        /// For each party a place in the group's doors.
        let choice: [UInt8]
        /// What the proposal adds to the rows.
        let sums: Sums
    }

    /// What a group's people add to the rows and costs: by door in the group's order, and over all.
    struct Sums: Sendable {
        /// Patients received by door (in the group's order).
        var patients: [Double]
        /// Bed-days by door, admitted streams only.
        var bedDays: [Double]
        var ambulanceHours = 0.0
        var reconveyableHours = 0.0
        /// Travel: minutes × share of residents, shares and people beyond; walk-in major cases only.
        var mean = 0.0
        var beyondStandard = 0.0
        var beyondStandardDeprived = 0.0
        var beyondHardLimit = 0.0
    }

    /// Prices of the rows that flows enter, £k per unit: the objective's change per unit more on the right-hand side.
    struct Prices: Sendable {
        /// Door × stream.
        var attendances: [Double]
        /// By door; £k per occupied bed.
        var occupied: [Double]
        var mean = 0.0
        var beyondStandard = 0.0
        var beyondStandardDeprived = 0.0
        var beyondHardLimit = 0.0
        /// £k per hour; 0 when the objective is not cost.
        var ambulanceHour = 0.0
        var reconveyableHour = 0.0
    }

    private(set) var groups: [Group] = []
    private(set) var unserved = 0.0
    private let system: EmergencySystem
    private let numbers: EmergencyNumbers
    private let bedDays: [Double]
    private let inflow: [Double]
    private let isUrgentCare: [Bool]
    /// By zone: the quickest door by day for admitted cases in the configuration; −1 none.
    private let type1Door: [Int]
    private let residentTotal: Double
    private let deprivedTotal: Double
    /// Walk-in major cases by zone, all periods.
    private let majorPatients: [Double]
    /// Residents of zones that send nobody of whom the program could choose the door: their journey is to the quickest.
    private let settled: [Journey]
    private let turnaround: Double
    private let standard: Double
    private let hardLimit: Double
    private let bedsPerBedDay: Double

    static let major = Stream.allCases.firstIndex { $0.attendanceClass == .major && $0.arrival == .foot }!

    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ demand: Demand, _ configuration: Configuration
    ) {
        self.system = system
        self.numbers = numbers
        bedDays = demand.bedDays
        inflow = system.doors.map { site in
            system.settings.boundary == .closed && system.sites[site].isInside
                ? 1 / (1 - numbers(.inflowShare, site: site)) : 1
        }
        isUrgentCare = system.doors.map { system.sites[$0].isInside && configuration.levels[$0] == .ucc }
        residentTotal = system.residents.reduce(0, +)
        deprivedTotal = system.deprivedResidents.reduce(0, +)

        let doors = Doors(system, numbers, configuration)
        let type1List = doors.list(Stream.allCases.firstIndex { $0.attendanceClass == .admitted }!, .day)
        var type1Door = [Int](repeating: -1, count: system.instance.zones.count)
        let detour = numbers(.assignedDetourMinutes)
        let hard = numbers(.hardLimitMinutes)
        let count = system.doors.count
        var numbersOfGroups: [[Int]: Int] = [:]
        for zone in system.zones {
            let choices = doors.lists.map { list -> [Int] in
                let open = (zone * count..<(zone + 1) * count).map { Int(system.quickest[$0]) }.filter { list[$0] }
                guard let first = open.first else { return [] }
                let limit = min(hard, system.minutes(zone, first) + detour)
                return [first] + open.dropFirst().filter { system.minutes(zone, $0) <= limit }
            }
            type1Door[zone] = choices[type1List].first ?? -1
            for stream in Stream.allCases.indices {
                let byAmbulance = numbers(.ambulanceShare, stream / 2)
                let arriving = demand(zone, stream / 2) * (stream % 2 == 0 ? byAmbulance : 1 - byAmbulance)
                let night = numbers(.nightShare, stream / 2)
                // Day and night are one party where they have the same doors.
                var parts: [[Int]: Double] = [:]
                for period in Period.allCases {
                    let patients = arriving * (period == .night ? night : 1 - night)
                    let open = choices[doors.list(stream, period)].sorted()
                    if open.isEmpty { unserved += patients } else { parts[open, default: 0] += patients }
                }
                for open in parts.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) where parts[open]! > 0 {
                    let key = [stream] + open
                    let group: Int
                    if let known = numbersOfGroups[key] {
                        group = known
                    } else {
                        group = groups.count
                        numbersOfGroups[key] = group
                        groups.append(Group(stream: stream, doors: open, parties: []))
                    }
                    groups[group].parties.append(Party(zone: zone, patients: parts[open]!))
                }
            }
        }
        self.type1Door = type1Door
        var majorPatients = [Double](repeating: 0, count: system.instance.zones.count)
        for group in groups where group.stream == Self.major {
            for party in group.parties { majorPatients[party.zone] += party.patients }
        }
        self.majorPatients = majorPatients
        var found = [Int](repeating: -1, count: doors.lists.count)
        var settled: [Journey] = []
        for zone in system.residents.indices where system.residents[zone] > 0 && majorPatients[zone] == 0 {
            doors.quickest(for: zone, in: system, into: &found)
            let night = numbers(.nightShare, Self.major / 2)
            for period in Period.allCases {
                let door = found[doors.list(Self.major, period)]
                let share = period == .night ? night : 1 - night
                settled.append(
                    Journey(
                        minutes: door < 0 ? .infinity : system.minutes(zone, door), residents: share * system.residents[zone],
                        deprived: share * system.deprivedResidents[zone]))
            }
        }
        self.settled = settled
        turnaround = numbers(.ambulanceTurnaroundMinutes)
        standard = numbers(.standardMinutes)
        hardLimit = hard
        bedsPerBedDay = numbers(.bedPeakFactor) / 365
    }

    /// What residents whose journey is settled add to the travel rows; someone with no door is beyond every limit.
    var settledTravel: (mean: Double, beyondStandard: Double, beyondStandardDeprived: Double, beyondHardLimit: Double) {
        var sums = (mean: 0.0, beyondStandard: 0.0, beyondStandardDeprived: 0.0, beyondHardLimit: 0.0)
        for journey in settled {
            if journey.minutes.isFinite { sums.mean += journey.residents / residentTotal * journey.minutes }
            if journey.minutes > standard {
                sums.beyondStandard += journey.residents / residentTotal
                if journey.deprived > 0 { sums.beyondStandardDeprived += journey.deprived / deprivedTotal }
            }
            if journey.minutes > hardLimit { sums.beyondHardLimit += journey.residents }
        }
        return sums
    }

    /// Everyone to the quickest of their doors.
    var quickest: [Proposal] {
        groups.indices.map { group in
            let members = groups[group]
            let choice = members.parties.map { party in
                UInt8(
                    members.doors.indices.min {
                        (system.minutes(party.zone, members.doors[$0]), $0)
                            < (system.minutes(party.zone, members.doors[$1]), $1)
                    }!)
            }
            return Proposal(group: group, choice: choice, sums: sums(group, choice))
        }
    }

    /// The cheapest proposal of each group at the given prices, and its price.
    func cheapest(_ prices: Prices) -> [(proposal: Proposal, price: Double)] {
        groups.indices.map { group in
            let members = groups[group]
            var total = 0.0
            let choice = members.parties.map { party -> UInt8 in
                var best = 0
                var least = Double.infinity
                for place in members.doors.indices {
                    let price = price(of: party, members.stream, members.doors[place], prices)
                    if price < least { (best, least) = (place, price) }
                }
                total += least
                return UInt8(best)
            }
            return (Proposal(group: group, choice: choice, sums: sums(group, choice)), total)
        }
    }

    private func price(of party: Party, _ stream: Int, _ door: Int, _ prices: Prices) -> Double {
        let one = unit(party, stream, door)
        var price = prices.attendances[door * Stream.allCases.count + stream] * one.patients
        price += prices.occupied[door] * bedsPerBedDay * one.bedDays
        price += prices.ambulanceHour * one.ambulanceHours + prices.reconveyableHour * one.reconveyableHours
        price += prices.mean * one.mean + prices.beyondStandard * one.beyondStandard
        price += prices.beyondStandardDeprived * one.beyondStandardDeprived
        return price + prices.beyondHardLimit * one.beyondHardLimit
    }

    private struct Unit {
        var patients = 0.0, bedDays = 0.0, ambulanceHours = 0.0, reconveyableHours = 0.0
        var mean = 0.0, beyondStandard = 0.0, beyondStandardDeprived = 0.0, beyondHardLimit = 0.0
    }

    /// What a party adds when it goes to a door.
    private func unit(_ party: Party, _ stream: Int, _ door: Int) -> Unit {
        var unit = Unit()
        let minutes = system.minutes(party.zone, door)
        unit.patients = party.patients * inflow[door]
        if stream / 2 == 0 { unit.bedDays = unit.patients * bedDays[party.zone] }
        if stream % 2 == 0 { unit.ambulanceHours = unit.patients * (2 * minutes + turnaround) / 60 }
        if isUrgentCare[door], type1Door[party.zone] >= 0 {
            let onward = system.minutes(party.zone, type1Door[party.zone])
            unit.reconveyableHours = unit.patients * (2 * onward + turnaround) / 60
        }
        if stream == Self.major {
            let weight = residents(party, system.residents)
            unit.mean = weight / residentTotal * minutes
            if minutes > standard {
                unit.beyondStandard = weight / residentTotal
                unit.beyondStandardDeprived = residents(party, system.deprivedResidents) / deprivedTotal
            }
            if minutes > hardLimit { unit.beyondHardLimit = weight }
        }
        return unit
    }

    /// Residents a party stands for: the zone's, in proportion to its share of the zone's walk-in major cases.
    private func residents(_ party: Party, _ residents: [Double]) -> Double {
        let all = majorPatients[party.zone]
        return all > 0 ? residents[party.zone] * party.patients / all : 0
    }

    private func sums(_ group: Int, _ choice: [UInt8]) -> Sums {
        let members = groups[group]
        var sums = Sums(
            patients: [Double](repeating: 0, count: members.doors.count),
            bedDays: [Double](repeating: 0, count: members.doors.count))
        for (party, place) in zip(members.parties, choice) {
            let one = unit(party, members.stream, members.doors[Int(place)])
            sums.patients[Int(place)] += one.patients
            sums.bedDays[Int(place)] += one.bedDays
            sums.ambulanceHours += one.ambulanceHours
            sums.reconveyableHours += one.reconveyableHours
            sums.mean += one.mean
            sums.beyondStandard += one.beyondStandard
            sums.beyondStandardDeprived += one.beyondStandardDeprived
            sums.beyondHardLimit += one.beyondHardLimit
        }
        return sums
    }

    /// The flows of a mixture of proposals, added up as those of `nearest` are.
    func flows(_ mixture: [(proposal: Proposal, weight: Double)]) -> Flows {
        let count = system.doors.count
        let streams = Stream.allCases.count
        var tally = Flows.Tally(doors: count)
        var all = TravelMeasures.Builder()
        var deprived = TravelMeasures.Builder()
        for journey in settled {
            all.add(journey.minutes, weight: journey.residents)
            deprived.add(journey.minutes, weight: journey.deprived)
        }
        for (proposal, weight) in mixture where weight > 0 {
            let members = groups[proposal.group]
            for (place, door) in members.doors.enumerated() {
                tally.attendances[door * streams + members.stream] += weight * proposal.sums.patients[place]
                tally.bedDays[door] += weight * proposal.sums.bedDays[place]
            }
            tally.ambulanceHours += weight * proposal.sums.ambulanceHours
            tally.reconveyableHours += weight * proposal.sums.reconveyableHours
            for (party, place) in zip(members.parties, proposal.choice) {
                let door = members.doors[Int(place)]
                let before =
                    members.stream / 2 == 2 ? system.minorDoorToday[party.zone] : system.type1DoorToday[party.zone]
                if before >= 0 { tally.moved[before * count + door] += weight * party.patients * inflow[door] }
                guard members.stream == Self.major else { continue }
                let minutes = system.minutes(party.zone, door)
                all.add(minutes, weight: weight * residents(party, system.residents))
                deprived.add(minutes, weight: weight * residents(party, system.deprivedResidents))
            }
        }
        return Flows(
            tally, unserved: unserved,
            travel: .init(all: all.measures(numbers), mostDeprivedFifth: deprived.measures(numbers)))
    }
}
