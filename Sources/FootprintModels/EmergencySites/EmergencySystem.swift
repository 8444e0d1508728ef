// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// What stays the same whatever the figures and the configuration: the sites, the zones, and for each zone its doors from
/// the quickest on.
public struct EmergencySystem: Sendable {
    public let instance: Instance
    public let settings: EmergencySettings
    /// All sites, by code.
    public let sites: [Site]
    /// Sites that can take patients: those with a travel column. Places in `sites`, by code.
    public let doors: [Int]
    /// Inside sites that have more than one admissible level, by code.
    public let decided: [Int]
    /// Inside acute sites, which have emergency beds.
    public let acute: [Int]
    /// Inside acute sites and minor injury units, which have treatment spaces and a rota.
    public let units: [Int]
    /// Zones that take part: all with the boundary open; with it closed, those of the footprint whose type 1 door today is
    /// inside.
    public let zones: [Int]
    /// Residents of each zone who count in the footprint's travel, by zone of the instance.
    public let residents: [Double]
    /// Of `residents`, those in the most deprived fifth; the zone that crosses the fifth counts in part.
    public let deprivedResidents: [Double]

    /// Zone × door, minutes.
    let minutes: [Double]
    /// Zone × rank: places in `doors`, the quickest first, ties by site code.
    let quickest: [Int32]
    /// Level × stream: whether the level takes it while open.
    let accepts: [[Bool]]
    /// Site × level: services the level needs and the site has not.
    let missingServices: [[[String]]]
    /// Whether today's quickest door for a minor case is a minor injury unit, by zone; and those two doors (places in `doors`).
    let type1DoorToday: [Int]
    let minorDoorToday: [Int]

    public init(_ instance: Instance) {
        self.instance = instance
        settings = instance.settings.emergency
        let sites = instance.sites
        self.sites = sites
        let isOpen = settings.boundary == .open
        let columns = Dictionary(
            instance.travel.siteCodes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let doors = sites.indices.filter { columns[sites[$0].code] != nil }
        self.doors = doors
        decided = sites.indices.filter {
            instance.sites[$0].isInside && (instance.admissibleLevels[instance.sites[$0].code]?.count ?? 1) > 1
        }
        acute = sites.indices.filter { instance.sites[$0].isInside && instance.sites[$0].role == .acute }
        units = sites.indices.filter { instance.sites[$0].isInside && instance.sites[$0].role != .community }
        residents = (0..<instance.zones.count).map {
            instance.zones.isInside[$0] ? instance.zones.population[$0] : 0
        }
        deprivedResidents = instance.zones.mostDeprivedFifth

        var minutes: [Double] = []
        var quickest: [Int32] = []
        minutes.reserveCapacity(instance.zones.count * doors.count)
        quickest.reserveCapacity(instance.zones.count * doors.count)
        let doorColumns = doors.map { columns[instance.sites[$0].code]! }
        for zone in 0..<instance.zones.count {
            let row = doorColumns.map { instance.travel.minutes(zone: zone, site: $0) }
            minutes += row
            quickest += row.indices.sorted { (row[$0], $0) < (row[$1], $1) }.map(Int32.init)
        }
        let ranks = quickest
        self.minutes = minutes
        self.quickest = ranks

        let accepts = Level.allCases.map { level in
            Stream.allCases.map { stream in
                instance.levelAccepts.contains {
                    $0.level == level && $0.attendanceClass == stream.attendanceClass && $0.arrival == stream.arrival
                }
            }
        }
        self.accepts = accepts
        missingServices = sites.map { site in
            Level.allCases.map { level in
                instance.levelServices.filter { $0.level == level }.map(\.service).filter { service in
                    site.isInside
                        && !instance.services.contains { $0.site == site.code && $0.service == service && $0.isPresent }
                }
            }
        }

        // Calibration stands on today's doors with the boundary open, whatever the comparison's boundary.
        let today = sites.map(\.levelToday)
        let admitted = Stream(attendanceClass: .admitted, arrival: .ambulance)
        let minor = Stream(attendanceClass: .minor, arrival: .foot)
        func doorToday(_ zone: Int, _ stream: Stream) -> Int {
            let place = Stream.allCases.firstIndex(of: stream)!
            let ranked = ranks[zone * doors.count..<(zone + 1) * doors.count]
            return ranked.first { accepts[today[doors[Int($0)]].ordinal][place] }.map(Int.init) ?? -1
        }
        let all = 0..<instance.zones.count
        let type1DoorToday = all.map { doorToday($0, admitted) }
        self.type1DoorToday = type1DoorToday
        zones = all.filter { zone in
            isOpen || instance.zones.isInside[zone] && type1DoorToday[zone] >= 0 && sites[doors[type1DoorToday[zone]]].isInside
        }
        minorDoorToday = all.map { doorToday($0, minor) }
    }

    /// Minutes by road from a zone to a door (a place in `doors`).
    func minutes(_ zone: Int, _ door: Int) -> Double { minutes[zone * doors.count + door] }

    /// Whether a zone's people go to a minor injury unit today when theirs is a minor case.
    func usesMinorInjuryUnit(_ zone: Int) -> Bool {
        let door = minorDoorToday[zone]
        return door >= 0 && sites[doors[door]].isInside && sites[doors[door]].role == .minorInjuryUnit
    }
}

extension EmergencySystem {
    /// Services that a level needs and the site (a place in `sites`) has not.
    public func servicesMissing(_ site: Int, at level: Level) -> [String] { missingServices[site][level.ordinal] }
}
