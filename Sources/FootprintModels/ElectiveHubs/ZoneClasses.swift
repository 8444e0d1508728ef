// SPDX-License-Identifier: GPL-3.0-or-later

/// Zones that are one to the program, or nearly: section *Zone classes* of the page.
public struct ZoneClasses: Sendable {
    /// What a class is taken to travel beyond the quickest site.
    public enum Bound: Sendable, Hashable {
        /// The mean of its zones: the optimum is never below that of the zones.
        case upper
        /// The least of its zones: the optimum is never above that of the zones.
        case lower
    }

    /// Places of zones, in the order of the zones; classes in the order of their first zones.
    public let members: [[Int]]
    private let system: ElectiveSystem

    /// - Parameter reach: of this system.
    public init(_ system: ElectiveSystem, reach: ElectiveReach) {
        self.system = system
        let limits = Set(system.limits.flatMap { [$0.hardLimitMinutes, $0.standardMinutes] }).sorted()
        var reached = system.zones.map { _ in [Bool]() }
        // Two zones may differ in reach only by a tie of minutes beyond a limit, but then they do.
        for byMode in reach.people {
            for bySite in byMode {
                for people in bySite {
                    let there = Set(people)
                    for z in reached.indices { reached[z].append(there.contains(z)) }
                }
            }
        }
        var places: [Key: Int] = [:]
        var members: [[Int]] = []
        for (z, zone) in system.zones.enumerated() where zone.peopleShare > 0 {
            let key = Key(
                order: zone.minutes.indices.sorted { (zone.minutes[$0], system.sites[$0].code) < (zone.minutes[$1], system.sites[$1].code) },
                sides: zone.minutes.map { minutes in limits.count { minutes > $0 } }, reached: reached[z])
            if let place = places[key] {
                members[place].append(z)
            } else {
                places[key] = members.count
                members.append([z])
            }
        }
        self.members = members
    }

    private struct Key: Hashable {
        let order: [Int]
        let sides: [Int]
        let reached: [Bool]
    }

    /// The system with a class for each of its zones. A class of one zone keeps its code.
    public func merged(_ bound: Bound) -> ElectiveSystem {
        var merged = system
        merged.zones = members.enumerated().map { number, places in
            let zones = places.map { system.zones[$0] }
            if zones.count == 1 { return zones[0] }
            let share = zones.reduce(0) { $0 + $1.peopleShare }
            func mean(_ value: (ElectiveSystem.Zone) -> Double) -> Double { zones.reduce(0) { $0 + $1.peopleShare * value($1) } / share }
            return ElectiveSystem.Zone(
                code: "class-\(number + 1)", peopleShare: share, deprivedShare: mean(\.deprivedShare),
                minutes: system.sites.indices.map { s in mean { $0.minutes[s] } },
                extraMinutes: system.sites.indices.map { s in
                    switch bound {
                    case .upper: mean { $0.extraMinutes[s] }
                    case .lower: zones.map { $0.extraMinutes[s] }.min()!
                    }
                })
        }
        return merged
    }

    /// An answer of the classes as one of the zones, spread by their people: it costs the same under the upper bound.
    public func spread(_ plan: ElectivePlan) -> ElectivePlan {
        var flows = ElectiveFlows(system)
        for (number, places) in members.enumerated() {
            let people = places.reduce(0) { $0 + system.zones[$1].peopleShare }
            for z in places {
                let share = system.zones[z].peopleShare / people
                for j in system.specialties.indices {
                    for t in system.years.indices {
                        flows[converted: j, year: t, zone: z] = share * plan.flows[converted: j, year: t, zone: number]
                        for i in ElectiveFigures.modes.indices {
                            flows[outsourced: j, mode: i, year: t, zone: z] =
                                share * plan.flows[outsourced: j, mode: i, year: t, zone: number]
                            for s in system.sites.indices {
                                flows[specialty: j, mode: i, year: t, site: s, zone: z] =
                                    share * plan.flows[specialty: j, mode: i, year: t, site: s, zone: number]
                            }
                        }
                    }
                }
            }
        }
        return ElectivePlan(
            system, plan.situation, isHub: plan.isHub, keeps: plan.keeps,
            treated: system.specialties.indices.map { j in plan.years.map { $0.specialties[j].treated } }, flows: flows)
    }
}
