// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// Stock glpsol on the twin finds what the Swift formulation finds.
@Suite("The twin of elective")
struct ElectiveTwinTests {
    /// The twin's present value; nil where it is infeasible.
    static func twin(_ system: ElectiveSystem, _ situation: ElectiveCase) throws -> Double? {
        let run = try Glpsol.run(
            ["--nopresol", "--cuts", "--pcost", "-m", Repository.twin("elective"), "-d"],
            on: ElectiveMathProgData(system, situation).text)
        if run.isInfeasible { return nil }
        try #require(run.isOptimal, "\(run.text.suffix(400))")
        return run.number("presentValue")
    }

    @Test("the example, free, fixed, with levers and without", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"))
    func example() throws {
        var system = ElectiveFixtures.worked
        system.levers = ElectiveLevers(
            stayReduction: 0.05, followUpReduction: 0.3, followUpUnitCostReduction: 0.5, utilisationTarget: 0.85)
        system.specialties[0].followUpCost = 90
        system.specialties[0].spellsPerPathway = 1.25
        system.specialties[0].care[0].followUpsPerSpell = 1.5
        system.parameters.hubStayFactor = 0.9
        system.parameters.discountRate = 0.035
        system.parameters.capitalLimit = 200_000
        system.specialties[0].care[2].spells = 300
        var early = system
        early.levers.startYear = [.stays: 2017, .dayCasesInFull: 2017, .dayCases: 2018]
        early.parameters.maximumOutsourcedShare = 0.05
        var cases: [(ElectiveSystem, ElectiveCase)] = [(system, system.doNothing)]
        for one in [system, early] {
            for levers: Set<ElectiveLever> in [
                [], [.dayCases], [.dayCasesInFull, .stays], [.followUps, .theatres], Set(ElectiveLever.allCases),
            ] {
                cases += [(one, one.free(levers: levers)), (one, one.today(levers: levers))]
            }
        }
        for (one, situation) in cases {
            let expected = try #require(try Self.twin(one, situation), "\(situation)")
            let plan = try #require(try ElectiveFixtures.optimum(one, situation))
            #expect((plan.presentValue - expected).magnitude <= 1e-8 * expected, "\(situation): \(plan.presentValue) \(expected)")
        }
    }
}

/// The same on the shipped instances, zones merged into classes: the program of each footprint, with what it opens fixed so that
/// glpsol is done in seconds.
@Suite("The twin of elective on the footprints")
struct ElectiveFootprintTwinTests {
    static let levers: Set<ElectiveLever> = [.dayCases, .stays, .followUps, .theatres]
    /// One in short tests: glpsol takes ten seconds a case of the others.
    static let footprints = Repository.isLong
        ? ["shropshire", "staffordshire", "coventry-warwickshire", "herefordshire-worcestershire"] : ["shropshire"]

    @Test("do-nothing, and today with the levers", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: footprints)
    func fixed(_ name: String) throws {
        let zones = try #require(ElectiveSystem(try Repository.instance(name)))
        let classes = ZoneClasses(zones, reach: ElectiveReach(zones))
        let system = classes.merged(.upper)
        #expect(system.zones.count < zones.zones.count / 5)
        for situation in [system.doNothing, system.today(levers: Self.levers)] {
            let expected = try #require(try ElectiveTwinTests.twin(system, situation))
            let plan = try #require(try ElectiveFixtures.optimum(system, situation))
            #expect((plan.presentValue - expected).magnitude <= 1e-8 * expected, "\(situation.name): \(plan.presentValue) \(expected)")
            // An answer of the classes is one of the zones, at the same cost.
            let spread = classes.spread(plan)
            #expect(spread.violations().isEmpty)
            #expect((spread.presentValue - expected).magnitude <= 1e-8 * expected)
            // The other bound is below it, and the difference is what merging may hide.
            let lower = classes.merged(.lower)
            let least = try #require(try ElectiveFixtures.optimum(lower, situation))
            #expect(least.presentValue <= plan.presentValue)
            #expect(plan.presentValue - least.presentValue < 0.002 * expected)
        }
    }

    /// Zone by zone, where glpsol is done in a minute; of the others it is not in three.
    @Test(
        "today with the levers, zone by zone: the twin's optimum is between the bounds of the classes, and the program's own",
        .enabled(if: Glpsol.isInstalled && Repository.isLong, "glpsol is not installed, or short tests"))
    func zones() throws {
        let zones = try #require(ElectiveSystem(try Repository.instance("shropshire")))
        let situation = zones.today(levers: Self.levers)
        let expected = try #require(try ElectiveTwinTests.twin(zones, situation))
        let plan = try #require(try ElectiveFixtures.optimum(zones, situation))
        #expect((plan.presentValue - expected).magnitude <= 1e-8 * expected, "\(plan.presentValue) \(expected)")
        let classes = ZoneClasses(zones, reach: ElectiveReach(zones))
        let upper = try #require(try ElectiveFixtures.optimum(classes.merged(.upper), situation)).presentValue
        let lower = try #require(try ElectiveFixtures.optimum(classes.merged(.lower), situation)).presentValue
        #expect(lower <= expected * (1 + 1e-9) && expected <= upper * (1 + 1e-9), "\(lower) \(expected) \(upper)")
    }
}
