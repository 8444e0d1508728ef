// SPDX-License-Identifier: GPL-3.0-or-later

/// Who can go where: `reach`, `leastToday` and `far` of the page, which no case changes.
public struct ElectiveReach: Sendable {
    /// Zones that can reach the site, in order, by specialty, mode and site; none where the specialty is not.
    public let people: [[[[Int]]]]
    /// The share of people whose quickest site of today is beyond the standard journey, by specialty and mode.
    public let far: [[Double]]
    /// `reachShare`, by specialty, mode and site.
    public let share: [[[Double]]]

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
    }

    /// Sites that have the mode of the specialty today.
    private static func sitesToday(_ system: ElectiveSystem, _ j: Int, _ i: Int) -> [Int] {
        system.sites.indices.filter { s in
            guard let place = system.places[j][s] else { return false }
            return i != ElectiveFigures.inpatient || place.hasInpatientsToday
        }
    }
}
