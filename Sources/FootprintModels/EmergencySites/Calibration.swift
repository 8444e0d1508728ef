// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// One age-based rate for each class, held against what each organisation published, and scaled by what remains.
public struct Calibration: Sendable {
    /// A trust's modelled against its published total.
    public struct Residual: Sendable, Hashable, Codable {
        public enum Group: String, Sendable, Hashable, Codable, CaseIterable {
            case admitted
            case notAdmitted
            case type3
        }

        public let organisation: String
        public let group: Group
        /// Patients a year from the age-based rates, before scaling.
        public let modelled: Double
        /// Nil where the organisation publishes none.
        public let published: Double?

        /// Published over modelled: what the zones' demand is multiplied by. 1 where nothing is published.
        public var residual: Double {
            guard let published, modelled > 0 else { return 1 }
            return published / modelled
        }

        /// Modelled over published, the figure that should lie between 0.75 and 1.33.
        public var modelledOverPublished: Double? {
            published.flatMap { $0 > 0 ? modelled / $0 : nil }
        }
    }

    public let residuals: [Residual]
    /// Base-year attendances: zone × class × cohort (under 65, over), scaled.
    let base: [Double]
    /// Bed-days of emergency care for each admission from a zone.
    let bedDays: [Double]

    static let youngBands = AgeBand.allCases.indices.filter { !AgeBand.allCases[$0].is65OrOver }

    init(_ system: EmergencySystem, _ numbers: EmergencyNumbers) {
        let zones = system.instance.zones
        let today = Doors(system, numbers, system.today, boundary: .open)
        let classes = AttendanceClass.allCases.count

        // What the rates alone say, by zone, class and cohort.
        var raw = [Double](repeating: 0, count: zones.count * classes * 2)
        for zone in 0..<zones.count {
            for attendanceClass in 0..<classes {
                for band in AgeBand.allCases.indices {
                    let cohort = AgeBand.allCases[band].is65OrOver ? 1 : 0
                    raw[(zone * classes + attendanceClass) * 2 + cohort] +=
                        zones.ageBands[zone][band] * numbers.rate(attendanceClass, band)
                }
            }
        }

        // What each organisation's doors would then receive.
        var byDoor = [Double](repeating: 0, count: system.doors.count * classes)
        Flows.each(system, numbers, today, allZones: true) { zone, stream, _, share, door in
            guard door >= 0 else { return }
            let cell = (zone * classes + stream / 2) * 2
            byDoor[door * classes + stream / 2] += share * (raw[cell] + raw[cell + 1])
        }
        var modelled: [String: [Residual.Group: Double]] = [:]
        for (door, place) in system.doors.enumerated() where system.sites[place].isInside {
            let site = system.sites[place]
            for (attendanceClass, name) in AttendanceClass.allCases.enumerated() {
                let patients = byDoor[door * classes + attendanceClass]
                guard patients > 0 else { continue }
                let group: Residual.Group =
                    switch (site.levelToday, name) {
                    case (.ucc, _): .type3
                    case (_, .admitted): .admitted
                    default: .notAdmitted
                    }
                modelled[site.organisation, default: [:]][group, default: 0] += patients
            }
        }
        residuals = modelled.keys.sorted().flatMap { organisation in
            Residual.Group.allCases.compactMap { group in
                guard let total = modelled[organisation]?[group] else { return nil }
                return Residual(
                    organisation: organisation, group: group, modelled: total,
                    published: Self.published(organisation, group, numbers))
            }
        }
        var scale: [String: [Residual.Group: Double]] = [:]
        for residual in residuals { scale[residual.organisation, default: [:]][residual.group] = residual.residual }

        // An organisation that publishes one figure for two sites keeps its total when the split is moved.
        var plain: [String: Double] = [:]
        var weighted: [String: Double] = [:]
        func insideSite(_ door: Int) -> Int? {
            guard door >= 0, system.sites[system.doors[door]].isInside else { return nil }
            return system.doors[door]
        }
        func admittedRaw(_ zone: Int) -> Double { raw[zone * classes * 2] + raw[zone * classes * 2 + 1] }
        for zone in 0..<zones.count {
            guard let site = insideSite(system.type1DoorToday[zone]) else { continue }
            plain[system.sites[site].organisation, default: 0] += admittedRaw(zone)
            weighted[system.sites[site].organisation, default: 0] +=
                admittedRaw(zone) * numbers(.catchmentFactor, site: site)
        }

        var base = raw
        for zone in 0..<zones.count {
            let type1Site = insideSite(system.type1DoorToday[zone])
            let minorSite = insideSite(system.minorDoorToday[zone])
            var catchment = 1.0
            if let type1Site {
                let organisation = system.sites[type1Site].organisation
                let normaliser = weighted[organisation]! / plain[organisation]!
                if normaliser > 0 { catchment = numbers(.catchmentFactor, site: type1Site) / normaliser }
            }
            for (attendanceClass, name) in AttendanceClass.allCases.enumerated() {
                let residual: Double =
                    switch name {
                    case .admitted: type1Site.flatMap { scale[system.sites[$0].organisation]?[.admitted] } ?? 1
                    case .major: type1Site.flatMap { scale[system.sites[$0].organisation]?[.notAdmitted] } ?? 1
                    case .minor:
                        minorSite.flatMap {
                            scale[system.sites[$0].organisation]?[
                                system.sites[$0].levelToday == .ucc ? .type3 : .notAdmitted]
                        } ?? 1
                    }
                for cohort in 0..<2 {
                    base[(zone * classes + attendanceClass) * 2 + cohort] *= residual * catchment
                }
            }
        }
        self.base = base
        bedDays = Self.bedDays(system, numbers, base, today)
    }

    private static func published(
        _ organisation: String, _ group: Residual.Group, _ numbers: EmergencyNumbers
    ) -> Double? {
        switch group {
        case .admitted: return numbers.published(organisation, .type1Admissions)
        case .type3: return numbers.published(organisation, .type3Attendances)
        case .notAdmitted:
            guard let all = numbers.published(organisation, .type1Attendances),
                let admitted = numbers.published(organisation, .type1Admissions)
            else { return nil }
            return all - admitted
        }
    }

    /// Bed-days follow the patient: what a bed-day count today implies for each admission at the site that takes the zone's
    /// patients today; the mean of the inside sites for a zone whose door is outside.
    private static func bedDays(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ base: [Double], _ today: Doors
    ) -> [Double] {
        var admissions = [Double](repeating: 0, count: system.sites.count)
        let classes = AttendanceClass.allCases.count
        Flows.each(system, numbers, today, allZones: true) { zone, stream, _, share, door in
            guard stream / 2 == 0, door >= 0 else { return }
            admissions[system.doors[door]] += share * (base[zone * classes * 2] + base[zone * classes * 2 + 1])
        }
        let departments = system.acute.filter { system.sites[$0].levelToday.isDepartment && admissions[$0] > 0 }
        func occupiedBedDays(_ site: Int) -> Double {
            numbers(.bedsOccupied, site: site) * numbers(.emergencyBedShare) * 365
        }
        let mean =
            departments.reduce(0) { $0 + occupiedBedDays($1) } / max(1, departments.reduce(0) { $0 + admissions[$1] })
        return (0..<system.instance.zones.count).map { zone in
            let door = system.type1DoorToday[zone]
            guard door >= 0, departments.contains(system.doors[door]) else { return mean }
            return occupiedBedDays(system.doors[door]) / admissions[system.doors[door]]
        }
    }
}

extension AgeBand {
    var is65OrOver: Bool { self != .from0To15 && self != .from16To64 }
}
