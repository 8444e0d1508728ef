// SPDX-License-Identifier: GPL-3.0-or-later

/// Who can go where: `reach`, `leastToday` and `far` of the page, which no case changes.
public struct ElectiveReach: Sendable {
    /// Zones that can reach the site, in order, by specialty, mode and site; none where the specialty is not.
    public let people: [[[[Int]]]]
    /// The share of people whose quickest site of today is beyond the standard journey, by specialty and mode.
    public let far: [[Double]]
    /// `reachShare`, by specialty, mode and site.
    public let share: [[[Double]]]
    /// `near`, by specialty: of its inpatients.
    public let near: [[Near]]

    /// Sites that some people can reach within the standard journey, in order, and the share of people of whom these are all.
    public struct Near: Sendable, Hashable {
        public let sites: [Int]
        public let peopleShare: Double
    }

    public init(_ system: ElectiveSystem) {
        let zones = system.zones
        let modes = ElectiveFigures.modes.indices
        var people: [[[[Int]]]] = []
        var far: [[Double]] = []
        for j in system.specialties.indices {
            people.append([])
            far.append([])
            for i in modes {
                let today = Self.sitesToday(system, j, i)
                let leastToday = zones.map { zone in today.map { zone.minutes[$0] }.min() ?? 0 }
                let limits = system.limits[i]
                people[j].append(
                    system.sites.indices.map { s in
                        guard system.places[j][s] != nil else { return [] }
                        return zones.indices.filter { zones[$0].minutes[s] <= max(limits.hardLimitMinutes, leastToday[$0]) }
                    })
                far[j].append(
                    zones.indices.reduce(0) { leastToday[$1] > limits.standardMinutes ? $0 + zones[$1].peopleShare : $0 })
            }
        }
        self.people = people
        self.far = far
        share = people.map { $0.map { $0.map { $0.reduce(0) { $0 + zones[$1].peopleShare } } } }
        near = people.map { Self.near($0[ElectiveFigures.inpatient], system) }
    }

    /// - Parameter people: zones that can reach each site.
    private static func near(_ people: [[Int]], _ system: ElectiveSystem) -> [Near] {
        let standard = system.limits[ElectiveFigures.inpatient].standardMinutes
        var sites = system.zones.map { _ in [Int]() }
        for (s, zones) in people.enumerated() {
            for z in zones where system.zones[z].minutes[s] <= standard { sites[z].append(s) }
        }
        var shares: [[Int]: Double] = [:]
        for (sites, zone) in zip(sites, system.zones) { shares[sites, default: 0] += zone.peopleShare }
        return shares.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { Near(sites: $0.key, peopleShare: $0.value) }
    }

    /// Sites that have the mode of the specialty today.
    private static func sitesToday(_ system: ElectiveSystem, _ j: Int, _ i: Int) -> [Int] {
        system.sites.indices.filter { s in
            guard let place = system.places[j][s] else { return false }
            return i != ElectiveFigures.inpatient || place.hasInpatientsToday
        }
    }
}
