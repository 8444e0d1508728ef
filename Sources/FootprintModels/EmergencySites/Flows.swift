// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// Who goes where in one configuration when each person goes to the quickest open door that takes them (`nearest`), added up.
/// These are constants of the configuration: the page's rows 1, 2 and 12.
public struct Flows: Sendable {
    /// Door × stream, patients a year.
    var attendances: [Double]
    /// Emergency bed-days a year, by door.
    var bedDays: [Double]
    /// Hours of ambulance job cycles a year.
    var ambulanceHours: Double
    /// The same for patients taken on from an urgent care centre to a type 1 department (before `reconveyedShare`).
    var reconveyableHours: Double
    /// Patients a year for whom no door is open.
    var unserved: Double
    /// Door today × door in the configuration, attendances a year; only people who go somewhere in both.
    var moved: [Double]
    public var travel: Travel

    /// Sums that are made in more than one way.
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

    public struct Travel: Sendable {
        public var all: TravelMeasures
        public var mostDeprivedFifth: TravelMeasures
    }

    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ demand: Demand, _ configuration: Configuration
    ) {
        let doors = Doors(system, numbers, configuration)
        let doorCount = system.doors.count
        let streams = Stream.allCases.count
        var attendances = [Double](repeating: 0, count: doorCount * streams)
        var bedDays = [Double](repeating: 0, count: doorCount)
        var moved = [Double](repeating: 0, count: doorCount * doorCount)
        var ambulance = 0.0
        var reconveyable = 0.0
        var unserved = 0.0
        let turnaround = numbers(.ambulanceTurnaroundMinutes)
        let isClosed = system.settings.boundary == .closed
        // With the boundary closed, those who come from outside today come on top, in proportion.
        let inflow = system.doors.map { site in
            isClosed && system.sites[site].isInside ? 1 / (1 - numbers(.inflowShare, site: site)) : 1
        }
        let isUrgentCare = system.doors.map { system.sites[$0].isInside && configuration.levels[$0] == .ucc }
        let type1List = doors.list(Stream.allCases.firstIndex { $0.attendanceClass == .admitted }!, .day)
        var type1Zone = -1
        var type1Door = -1
        var found = [Int](repeating: -1, count: doors.lists.count)

        Self.each(system, numbers, doors) { zone, stream, _, share, door in
            let patients = share * demand(zone, stream / 2)
            guard door >= 0 else {
                unserved += patients
                return
            }
            let received = patients * inflow[door]
            attendances[door * streams + stream] += received
            if stream / 2 == 0 { bedDays[door] += received * demand.bedDays[zone] }
            if stream % 2 == 0 { ambulance += received * (2 * system.minutes(zone, door) + turnaround) / 60 }
            if isUrgentCare[door] {
                if type1Zone != zone {
                    doors.quickest(for: zone, in: system, into: &found)
                    (type1Zone, type1Door) = (zone, found[type1List])
                }
                if type1Door >= 0 {
                    reconveyable += received * (2 * system.minutes(zone, type1Door) + turnaround) / 60
                }
            }
            let before = stream / 2 == 2 ? system.minorDoorToday[zone] : system.type1DoorToday[zone]
            if before >= 0 { moved[before * doorCount + door] += received }
        }
        self.attendances = attendances
        self.bedDays = bedDays
        self.moved = moved
        ambulanceHours = ambulance
        reconveyableHours = reconveyable
        self.unserved = unserved
        travel = Self.travel(system, numbers, doors)
    }

    /// From the sums of an assignment.
    init(_ tally: Tally, unserved: Double, travel: Travel) {
        attendances = tally.attendances
        bedDays = tally.bedDays
        ambulanceHours = tally.ambulanceHours
        reconveyableHours = tally.reconveyableHours
        moved = tally.moved
        self.unserved = unserved
        self.travel = travel
    }

    /// Each zone's people, by stream and period: the share of a class's demand and the door it goes to (−1: none open).
    static func each(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ doors: Doors, allZones: Bool = false,
        _ body: (_ zone: Int, _ stream: Int, _ period: Period, _ share: Double, _ door: Int) -> Void
    ) {
        var found = [Int](repeating: -1, count: doors.lists.count)
        var shares: [(stream: Int, period: Period, share: Double, list: Int)] = []
        for stream in Stream.allCases.indices {
            let byAmbulance = numbers(.ambulanceShare, stream / 2)
            let atNight = numbers(.nightShare, stream / 2)
            for period in Period.allCases {
                let share =
                    (stream % 2 == 0 ? byAmbulance : 1 - byAmbulance) * (period == .night ? atNight : 1 - atNight)
                shares.append((stream, period, share, doors.list(stream, period)))
            }
        }
        for zone in allZones ? Array(0..<system.instance.zones.count) : system.zones {
            doors.quickest(for: zone, in: system, into: &found)
            for (stream, period, share, list) in shares { body(zone, stream, period, share, found[list]) }
        }
    }

    private static func travel(_ system: EmergencySystem, _ numbers: EmergencyNumbers, _ doors: Doors) -> Travel {
        let major = Stream.allCases.firstIndex { $0.attendanceClass == .major && $0.arrival == .foot }!
        let night = numbers(.nightShare, major / 2)
        var found = [Int](repeating: -1, count: doors.lists.count)
        var all = TravelMeasures.Builder()
        var deprived = TravelMeasures.Builder()
        for zone in system.residents.indices where system.residents[zone] > 0 {
            doors.quickest(for: zone, in: system, into: &found)
            for period in Period.allCases {
                let door = found[doors.list(major, period)]
                let share = period == .night ? night : 1 - night
                let minutes = door < 0 ? Double.infinity : system.minutes(zone, door)
                all.add(minutes, weight: system.residents[zone] * share)
                deprived.add(minutes, weight: system.deprivedResidents[zone] * share)
            }
        }
        return Travel(
            all: all.measures(numbers), mostDeprivedFifth: deprived.measures(numbers))
    }
}
