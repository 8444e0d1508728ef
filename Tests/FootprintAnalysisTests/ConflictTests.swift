// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// What the program says of a configuration that fails is true: solved again with the rows it names moved or left out.
@Suite("Reasons of infeasible configurations")
struct ConflictTests {
    struct Failing {
        let name: String
        let problem: EmergencyProblem
        let conflicts: [[Conflicts.Member]]
    }

    /// The configurations of an instance that fail, with their conflicts; `flow` as given.
    private func failing(_ instance: Instance, levers: [String] = [], atMost: Int = 64) throws -> [Failing] {
        let family = EmergencyFamily(instance, levers: levers)
        let doNothing = try DoNothing(family)
        var found: [Failing] = []
        for configuration in family.system.configurations where found.count < atMost {
            let answer = try ConfigurationAnswer(family, configuration, doNothing, explains: false)
            guard case .infeasible? = answer?.verdict else { continue }
            let problem = family.problem(configuration, doNothing: doNothing.reference).allowingWhatTodayMisses
            found.append(
                Failing(
                    name: family.system.name(of: configuration), problem: problem,
                    conflicts: try Conflicts(problem, start: doNothing.basis).conflicts))
        }
        return found
    }

    private func check(_ failing: Failing) throws {
        let members = failing.conflicts.flatMap { $0 }
        #expect(!members.isEmpty, "\(failing.name): no reason")
        for member in members {
            if let change = member.leastChange { #expect(change > 0, "\(failing.name): \(member.requirement.requirement) \(change)") }
        }
        // Moving what is named by what is said, and a hair for rounding, makes the configuration possible.
        let changes = Dictionary(
            members.map { ($0.requirement.requirement, $0.leastChange) }, uniquingKeysWith: { first, _ in first })
        if members.allSatisfy({ $0.leastChange != nil }) {
            #expect(
                try Requirements.hold(
                    failing.problem, keeping: { _ in true },
                    relaxedBy: { row in (changes[row.requirement] ?? nil).map { $0 * (1 + 1e-6) + 1e-6 } ?? 0 }),
                "\(failing.name): still impossible once the reasons have given way")
        }
        for conflict in failing.conflicts {
            let named = Set(conflict.map { $0.requirement.requirement })
            #expect(named.count == conflict.count)
            // Together they cannot hold, with nothing else required; any fewer can.
            #expect(
                try !Requirements.hold(failing.problem, keeping: { named.contains($0.requirement) }),
                "\(failing.name): \(named) can hold together")
            for member in conflict {
                let without = named.subtracting([member.requirement.requirement])
                #expect(
                    try Requirements.hold(failing.problem, keeping: { without.contains($0.requirement) }),
                    "\(failing.name): \(named) is more than is needed")
            }
            // Alone in its conflict: moved by a little less than is said, it still cannot hold.
            if conflict.count == 1, let change = conflict[0].leastChange {
                #expect(
                    try !Requirements.hold(
                        failing.problem, keeping: { named.contains($0.requirement) }, relaxedBy: { _ in change * 0.999 - 1e-5 }),
                    "\(failing.name): \(named) gives way sooner than after \(change)")
            }
        }
    }

    @Test("tiny and real instances, as they are", arguments: Repository.all)
    func asTheyAre(_ name: String) throws {
        let failing = try failing(Repository.instance(name))
        #expect(failing.count >= 4)
        for one in failing { try check(one) }
    }

    @Test("with every lever on", arguments: Repository.real)
    func withLevers(_ name: String) throws {
        let instance = try Repository.instance(name)
        let failing = try failing(instance, levers: instance.schemes.map(\.name))
        #expect(!failing.isEmpty)
        for one in failing { try check(one) }
    }

    /// Where the program chooses where people go, requirements can be met at one another's expense, so that a conflict has
    /// more than one member.
    @Test("when people are assigned, a conflict may have several members, and is irreducible")
    func assigned() throws {
        var instance = try Repository.instance("tiny-instance")
        instance.settings.emergency.flow = .assigned
        let tight = [
            ("site_figures", ["HA"], "maximumBedsBuilt", 120.0), ("site_figures", ["HX"], "offeredAttendances", 2_000),
            ("site_figures", ["HX"], "offeredAdmissions", 900), ("site_figures", ["HC"], "maximumBedsBuilt", 30),
            ("parameters", [], "assignedDetourMinutes", 30),
        ]
        for (table, key, figure, value) in tight { instance.figures[try #require(instance.figures.index(table, key, figure))] = value }
        let failing = try failing(instance)
        #expect(failing.contains { $0.conflicts.contains { $0.count > 1 } })
        for one in failing { try check(one) }
    }

    @Test("a site that must be open and is not: the sentence, the change and the unit")
    func keptOpen() throws {
        var instance = try Repository.instance("tiny-instance")
        instance.settings.emergency.keepOpen = ["HA", "HB"]
        let appraisal = try EmergencyComparison(instance, options: .init(findsSensitivity: false)).run()
        let closing = appraisal.configurations.filter { $0.decisions["HB"] == "ucc" }
        #expect(closing.count == 6)
        for configuration in closing {
            #expect(configuration.status == .infeasible)
            let reason = try #require(configuration.reasons.first { $0.requirement == "keptOpen" })
            #expect(reason.site == "HB")
            #expect(reason.leastChange == 1)
            #expect(reason.sentence == "East Hospital must keep an A&E department (keepOpen in footprint.yaml)")
        }
        #expect(appraisal.configurations.filter { $0.decisions["HB"] == "type1" && $0.status == .infeasible }.isEmpty)
    }
}
