// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Testing
import TestSupport

@testable import FootprintAnalysis

/// Stock glpsol on the twin finds what the Swift formulation finds.
@Suite("The twin of staffing", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"))
struct StaffingTwinTests {
    static let footprints = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]

    static func system(_ name: String, _ overrides: [String] = []) throws -> StaffingSystem {
        let loaded = try InstanceLoader.load(
            folder: Repository.folder(name), overrides: overrides.map { try Override(parsing: $0) })
        let view = try #require(loaded.viewed(as: .staffing))
        return try #require(StaffingSystem(view))
    }

    /// £ of an option by our solve; nil where it has no answer.
    static func cost(_ situation: StaffingSituation, _ option: StaffingOption) throws -> Double? {
        switch try StaffingSolving.solve(StaffingModel(situation, option)) {
        case .optimal(let solution): 1000 * solution.objective
        case .infeasible: nil
        case .stopped: throw AnalysisFailure.stopped
        }
    }

    static func expectTheTwinAgrees(_ situation: StaffingSituation, _ option: StaffingOption, _ what: String) throws {
        let data = StaffingMathProgData(situation, option).text
        let run = try Glpsol.run(["--nopresol", "--tmlim", "280", "-m", Repository.twin("staffing"), "-d"], on: data)
        guard let cost = try cost(situation, option) else {
            #expect(run.isInfeasible, "\(what): the twin has an answer")
            return
        }
        #expect(run.isOptimal, "\(what): the twin has none")
        let found = run.number("cost") ?? .nan
        #expect((found - cost).magnitude <= 1e-9 * cost, "\(what): the twin \(found), the program \(cost)")
    }

    @Test("the options of a year of weeks", arguments: Repository.isLong ? footprints : ["shropshire"])
    func weeks(_ name: String) throws {
        let system = try Self.system(name)
        let situation = try StaffingSituation(StaffingCalibration(system, StaffingCalendar(system.weeks)))
        for option in StaffingOption.table + [.overtime] {
            try Self.expectTheTwinAgrees(situation, option, "\(name), \(option.name)")
        }
        let nothing = try #require(try Self.cost(situation, .doNothing))
        #expect((nothing - situation.doNothing.cost(situation)).magnitude < 0.01)
    }

    @Test("the options of five years by month", arguments: Repository.isLong ? footprints : ["shropshire"])
    func months(_ name: String) throws {
        let system = try Self.system(name)
        let situation = try StaffingSituation(StaffingCalibration(system, .months(of: system.weeks)))
        for option in StaffingOption.table + [.overtime] {
            try Self.expectTheTwinAgrees(situation, option, "\(name), five years, \(option.name)")
        }
        let nothing = try #require(try Self.cost(situation, .doNothing))
        #expect((nothing - situation.doNothing.cost(situation)).magnitude < 0.01)
    }

    @Test("at today's fill, after two years, with overtime, in a scenario", arguments: Repository.isLong ? footprints : ["shropshire"])
    func others(_ name: String) throws {
        let system = try Self.system(name)
        var late = StaffingCalendar(system.weeks)
        late.firstWeek = 104
        let calibration = try StaffingCalibration(system, late)
        let usual = try StaffingSituation(calibration)
        let scenario = StaffingScenario(
            name: "hard", probability: 1, demandFactors: late.periods.indices.map { 1.02 + 0.01 * Double($0 % 3) }, sicknessFactor: 1.2)
        let hard = try StaffingSituation(calibration, scenario)
        for option in [.sharedBank, .sharedBankAndRecruitment, .ceiling(0.03)] as [StaffingOption] {
            try Self.expectTheTwinAgrees(usual, option, "\(name), due, \(option.name)")
            try Self.expectTheTwinAgrees(usual, option.with { $0.sameFill = true }, "\(name), same fill, \(option.name)")
            try Self.expectTheTwinAgrees(usual, option.with { $0.overtimeOpen = true }, "\(name), with overtime, \(option.name)")
            try Self.expectTheTwinAgrees(hard, option, "\(name), hard, \(option.name)")
        }
        // With fewer people the conversion cannot be kept, and both say so.
        var few = system
        for group in few.groups.indices { few.groups[group].signUpFactor = 0.1 }
        try Self.expectTheTwinAgrees(StaffingSituation(StaffingCalibration(few, late)), .ownBanks, "\(name), few people")
        // And without any limit every working-time row is there.
        for group in few.groups.indices { few.groups[group].signUpFactor = nil }
        try Self.expectTheTwinAgrees(StaffingSituation(StaffingCalibration(few, late)), .sharedBank, "\(name), no limit")
    }
}
