// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

@Suite("Demand and levers")
struct DemandTests {
    private func isClose(_ found: Double, _ expected: Double) -> Bool {
        (found - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
    }

    private func demand(_ family: EmergencyFamily, zone: Int) -> [Double] { (0..<3).map { family.demand(zone, $0) } }

    @Test("growth compounds from the base year to the target year")
    func growth() throws {
        let family = EmergencyFamily(try Repository.instance("tiny-instance"), levers: [])
        // 2016 to 2018 at 2% a year: 1.0404 of the calibrated 11,000, 17,600 and 13,200 of Z1.
        for (found, base) in zip(demand(family, zone: 0), [11_000.0, 17_600, 13_200]) {
            #expect(isClose(found, base * 1.0404))
        }
    }

    @Test("cohorts by hand: over 65s, and people near a minor injury unit")
    func cohorts() throws {
        let instance = try Repository.instance("tiny-instance")
        let family = EmergencyFamily(instance, levers: ["falls", "hub"])
        // Half of the admitted are 65 or over (2,000 of 4,000), and a tenth of those do not come.
        #expect(isClose(family.demand(0, 0), 11_000 * 1.0404 * 0.95))
        #expect(isClose(family.demand(0, 1), 17_600 * 1.0404))
        // Z1's door is a hospital: 5% of the minor cases. Z2's is the unit: 5% and half, which together leave 0.95 × 0.5.
        #expect(isClose(family.demand(0, 2), 13_200 * 1.0404 * 0.95))
        #expect(isClose(family.demand(1, 2), 6_600 * 1.0404 * 0.475))
        // All admitted are 38,000; falls is credited with all of the removal among them.
        let falls = try #require(instance.schemes.firstIndex { $0.name == "falls" })
        let hub = try #require(instance.schemes.firstIndex { $0.name == "hub" })
        #expect(isClose(family.demand.removed[falls][0], 38_000 * 1.0404 * 0.05))
        #expect(family.demand.removed[hub][0] == 0)
        // Minor: 39,000 away from the unit at 5%, 12,000 near it at 52.5%.
        #expect(isClose(family.demand.removed[hub][2], 1.0404 * (39_000 * 0.05 + 12_000 * 0.525)))
    }

    @Test("a lever that must follow another turns that one on")
    func after() throws {
        let instance = try Repository.instance("tiny-instance")
        let family = EmergencyFamily(instance, levers: ["hub"])
        #expect(family.levers.map { instance.schemes[$0].name }.sorted() == ["falls", "hub"])
    }

    @Test("two levers together remove 1 − Π(1 − e), credited in proportion")
    func once() throws {
        let instance = try Repository.instance("coventry-warwickshire")
        let names = instance.schemes.map(\.name)
        #expect(names.count == 2)
        let without = EmergencyFamily(instance, levers: [])
        let with = EmergencyFamily(instance, levers: names)
        for (place, attendanceClass) in AttendanceClass.allCases.enumerated() {
            let effects = try names.map {
                try #require(instance.figures.value("effects", $0, attendanceClass.rawValue, "all", figure: "effect"))
            }
            let left = effects.reduce(1) { $0 * (1 - $1) }
            // More than either, less than the sum: nothing is removed twice.
            #expect(1 - left > effects.max()!)
            #expect(1 - left < effects.reduce(0, +))
            var total = 0.0
            for zone in 0..<instance.zones.count {
                #expect(isClose(with.demand(zone, place), without.demand(zone, place) * left))
                total += without.demand(zone, place)
            }
            let removed = names.indices.map { with.demand.removed[$0][place] }
            #expect(isClose(removed.reduce(0, +), total * (1 - left)))
            #expect(isClose(removed[0] * effects[1], removed[1] * effects[0]))
        }
    }

    @Test("levers one at a time and together, in each order, agree with the product", arguments: ["staffordshire", "tiny-instance"])
    func together(_ name: String) throws {
        let instance = try Repository.instance(name)
        let none = EmergencyFamily(instance, levers: [])
        let all = none.withLevers(Array(instance.schemes.indices))
        var sum = 0.0
        for lever in instance.schemes.indices {
            sum += none.withLevers([lever]).demand.removed[lever].reduce(0, +)
        }
        let together = all.demand.removed.joined().reduce(0, +)
        #expect(together > 0)
        #expect(together <= sum * (1 + 1e-12))
        let before = none.demand.patients.reduce(0, +)
        #expect(isClose(before - all.demand.patients.reduce(0, +), together))
    }

    @Test("everyone goes through one door", arguments: ["tiny-instance", "staffordshire", "coventry-warwickshire"])
    func conservation(_ name: String) throws {
        let instance = try Repository.instance(name)
        for levers in [[], instance.schemes.map(\.name)] {
            let family = EmergencyFamily(instance, levers: levers)
            let patients = family.demand.patients.reduce(0, +)
            for configuration in [family.system.today, family.system.configurations.last!] {
                let flows = family.flows(configuration)
                #expect(isClose(flows.attendances.reduce(0, +) + flows.unserved, patients))
                // `moved` counts the same people again, by where they went and go.
                #expect(isClose(flows.moved.reduce(0, +), patients - flows.unserved))
            }
            // Today's sites with no lever: the only ones who move are those whose own door is shut when they come.
            if levers.isEmpty { #expect(family.flows(family.system.today).unserved == 0) }
        }
    }
}
