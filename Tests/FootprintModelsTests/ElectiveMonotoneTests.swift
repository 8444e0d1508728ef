// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// Section *Monotone* of `Models/elective/formulation.md`: what only widens what is allowed never raises the optimum, and what
/// fixes anything never lowers it.
@Suite("Elective is monotone")
struct ElectiveMonotoneTests {
    static let levers: Set<ElectiveLever> = [.dayCases, .stays, .followUps, .theatres]

    /// £; more than anything where it is infeasible.
    private func cost(_ system: ElectiveSystem, _ situation: ElectiveCase) throws -> Double {
        try ElectiveFixtures.optimum(system, situation)?.presentValue ?? .infinity
    }

    private func isNoMore(_ first: Double, than second: Double) -> Bool { first <= second + 1e-6 * min(first.magnitude, second.magnitude) }

    private func with(_ system: ElectiveSystem, _ change: (inout ElectiveSystem) -> Void) -> ElectiveSystem {
        var changed = system
        change(&changed)
        return changed
    }

    private func moreSessions(_ system: ElectiveSystem, _ factor: Double) -> ElectiveSystem {
        with(system) { for s in $0.sites.indices { $0.sites[s].maximumSessions *= factor } }
    }

    private func longer(_ system: ElectiveSystem, _ minutes: Double) -> ElectiveSystem {
        with(system) { for i in $0.limits.indices { $0.limits[i].hardLimitMinutes += minutes } }
    }

    @Test("twenty small systems")
    func small() throws {
        // How often each change changes something: where it never does, the test says nothing.
        var changed = (sessions: 0, limit: 0, allowed: 0, forced: 0)
        for seed in 101...120 {
            let system = ElectiveFixtures.random(seed, plain: false)
            let situation = system.free(levers: Self.levers)
            let base = try cost(system, situation)
            for factor in [1.1, 1.5] {
                let more = try cost(moreSessions(system, factor), situation)
                #expect(isNoMore(more, than: base), "seed \(seed): sessions × \(factor)")
                if more < base - 1 { changed.sessions += 1 }
            }
            for minutes in [5.0, 40] {
                let more = try cost(longer(system, minutes), situation)
                #expect(isNoMore(more, than: base), "seed \(seed): \(minutes) minutes longer")
                if more < base - 1 { changed.limit += 1 }
            }
            let allowed = try cost(with(system) { for i in $0.limits.indices { $0.limits[i].allowedShareBeyondStandard = 1 } }, situation)
            #expect(isNoMore(allowed, than: base), "seed \(seed): everyone may go beyond the standard")
            if allowed < base - 1 { changed.allowed += 1 }
            for j in system.specialties.indices {
                for s in system.sites.indices where system.places[j][s] != nil {
                    var forced = situation
                    forced.open[j][s] = true
                    let found = try cost(system, forced)
                    #expect(isNoMore(base, than: found), "seed \(seed): inpatients of \(j) at \(s)")
                    if found > base + 1 { changed.forced += 1 }
                }
            }
            for s in system.sites.indices {
                for isHub in [false, true] {
                    var forced = situation
                    forced.hubs[s] = isHub
                    #expect(isNoMore(base, than: try cost(system, forced)), "seed \(seed): hub at \(s) \(isHub)")
                }
            }
        }
        #expect(changed.sessions >= 5 && changed.limit >= 5 && changed.allowed >= 2 && changed.forced >= 10, "\(changed)")
    }

    static let footprints = Repository.isLong
        ? ["shropshire", "staffordshire", "coventry-warwickshire", "herefordshire-worcestershire"] : ["shropshire"]

    /// Zone classes of a footprint as a system of its own, each change measured on the same classes; inpatients of orthopaedics are
    /// the program's choice, everything else is as today.
    @Test("a shipped footprint", arguments: footprints)
    func footprint(_ name: String) throws {
        let zones = try #require(ElectiveSystem(try Repository.instance(name)))
        let system = ZoneClasses(zones, reach: ElectiveReach(zones)).merged(.upper)
        let orthopaedics = try #require(system.specialties.firstIndex { $0.code == "110" })
        var situation = system.today(levers: Self.levers)
        situation.open[orthopaedics] = system.sites.map { _ in nil }
        // Room for too few, and limits within which not everyone has a choice, so that both bind.
        let narrow = with(system) {
            for s in $0.sites.indices { $0.sites[s].maximumSessions = 0.8 * $0.sites[s].sessions }
            for i in $0.limits.indices { $0.limits[i].hardLimitMinutes = 20 }
        }
        // Without requirements there is an answer however little room there is.
        var unasked = situation
        unasked.hasRequirements = false
        let base = try cost(narrow, unasked)
        let sessions = try cost(moreSessions(narrow, 1.1), unasked)
        #expect(sessions < base - 1000, "\(sessions) \(base)")
        let limit = try cost(longer(narrow, 15), unasked)
        #expect(limit < base - 1000, "\(limit) \(base)")
        let free = try cost(system, situation)
        var dearer = 0
        for s in system.sites.indices where system.places[orthopaedics][s] != nil {
            var forced = situation
            forced.open[orthopaedics][s] = true
            let found = try cost(system, forced)
            #expect(isNoMore(free, than: found), "forced at \(s)")
            if found > free + 1000 { dearer += 1 }
        }
        #expect(dearer > 0)
    }
}
