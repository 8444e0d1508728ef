// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// How far people travel in the target year in one mode, weighted by spells; what is bought elsewhere is not in it.
public struct ElectiveTravel: Sendable, Hashable, Codable {
    public var spells: Double
    public var meanMinutes: Double
    /// Of the spells, those beyond the standard journey.
    public var shareBeyondStandard: Double
}

extension ElectivePlan {
    public struct Travel: Sendable, Hashable {
        public let mode: ElectiveMode
        public let all: ElectiveTravel
        /// Of residents: the fifth in the zones with the highest income deprivation.
        public let mostDeprivedFifth: ElectiveTravel
    }

    /// Of each mode, in the target year.
    public var travel: [Travel] {
        ElectiveFigures.modes.enumerated().map { i, mode in
            Travel(mode: mode, all: travel(i) { _ in 1 }, mostDeprivedFifth: travel(i) { $0.deprivedShare })
        }
    }

    private func travel(_ i: Int, of share: (ElectiveSystem.Zone) -> Double) -> ElectiveTravel {
        let t = years.count - 1
        var spells = 0.0
        var minutes = 0.0
        var beyond = 0.0
        for (z, zone) in system.zones.enumerated() {
            let counted = share(zone)
            guard counted > 0 else { continue }
            for s in system.sites.indices {
                let here = counted * system.specialties.indices.reduce(0) {
                    $0 + flows[specialty: $1, mode: i, year: t, site: s, zone: z]
                }
                spells += here
                minutes += here * zone.minutes[s]
                if zone.minutes[s] > system.limits[i].standardMinutes { beyond += here }
            }
        }
        guard spells > 0 else { return ElectiveTravel(spells: 0, meanMinutes: 0, shareBeyondStandard: 0) }
        return ElectiveTravel(spells: spells, meanMinutes: minutes / spells, shareBeyondStandard: beyond / spells)
    }
}
