// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms
import Testing
import TestSupport

@testable import FootprintAnalysis

/// Deciding before the year is known: lines against the program of all scenarios together, and what hindsight is worth.
@Suite("Staffing in two stages")
struct StaffingTwoStagesTests {
    /// £k of all scenarios together by GLPK, as one program; nil where there is no answer.
    private func together(
        _ plan: StaffingTwoStages, risk: TwoStageRisk? = nil
    ) throws -> Double? {
        switch GLPKSolver().solve(try plan.together(risk: risk)) {
        case .optimal(let solution): return 1000 * solution.objective
        case .infeasible: return nil
        case let other:
            Issue.record("\(other)")
            return nil
        }
    }

    private func solved(_ plan: StaffingTwoStages, _ change: (inout StaffingTwoStages.Options) -> Void = { _ in }) throws
        -> StaffingTwoStages.Answer?
    {
        var options = StaffingTwoStages.Options()
        // The test compares; the program need not.
        options.checkedScenarios = 0
        change(&options)
        return try plan.solve(options: options)
    }

    /// The section *Uncertain years by hand* of the page: every figure is the page's.
    @Test("the example worked by hand")
    func byHand() throws {
        var system = StaffingFixtures.alone
        (system.groups[0].signUpFactor, system.parameters.bankPersonCost) = (10, 100)
        let calibration = try StaffingCalibration(system, StaffingCalendar(system.weeks))
        let scenarios = [0.95, 1.05].map {
            StaffingScenario(name: "\($0)", probability: 0.5, demandFactors: [$0, $0], sicknessFactor: 1)
        }
        let answer = try #require(
            try solved(StaffingTwoStages(calibration, .ownBanks, scenarios)) { ($0.checkedScenarios, $0.gap) = (10, 1e-9) })
        func near(_ first: Double, _ second: Double) -> Bool { (first - second).magnitude < 0.02 }
        #expect((answer.people.signed[0][0][0] - 5.4).magnitude < 1e-6)
        #expect(near(answer.expectedCost, 18_573))
        #expect(near(answer.scenarioCosts[0], 17_508) && near(answer.scenarioCosts[1], 19_638))
        #expect(near(answer.doNothingCosts[0], 17_190) && near(answer.doNothingCosts[1], 21_150))
        #expect(near(answer.valueOfStochasticSolution!, 135) && near(answer.expectedValueOfPerfectInformation!, 255))
    }

    @Test("lines find what all scenarios together cost, drawn systems", arguments: UInt64(1)...(Repository.isLong ? 60 : 15))
    func drawn(_ seed: UInt64) throws {
        let calibration = StaffingRandom.calibration(seed)
        let scenarios = calibration.system.drawnScenarios(2 + Int(seed % 6), seed: seed, calibration.calendar)
        for option in StaffingRandom.options(seed) where option.name != "do-nothing" {
            let plan = StaffingTwoStages(calibration, option, scenarios)
            let expected = try together(plan)
            let answer = try solved(plan)
            #expect((expected == nil) == (answer == nil), "seed \(seed), \(option.name): \(String(describing: expected))")
            guard let expected, let answer else { continue }
            #expect((answer.expectedCost - expected).magnitude <= 2e-6 * expected, "seed \(seed), \(option.name): \(answer.expectedCost) \(expected)")
            #expect(answer.gap <= 1e-6 && (answer.objective - answer.expectedCost).magnitude <= 1e-9 * expected)
            #expect(answer.expectedCost * (1 - answer.gap) <= expected * (1 + 1e-9))
            let mean = zip(scenarios, answer.scenarioCosts).reduce(0) { $0 + $1.0.probability * $1.1 }
            #expect((mean - answer.expectedCost).magnitude <= 1e-9 * mean)
            #expect(answer.expectedValueOfPerfectInformation! >= -2e-6 * expected)
            if let stochastic = answer.valueOfStochasticSolution { #expect(stochastic >= -2e-6 * expected) }
        }
    }

    @Test("weighing the dearest years: lines find what all scenarios together cost", arguments: UInt64(1)...(Repository.isLong ? 30 : 6))
    func risk(_ seed: UInt64) throws {
        let calibration = StaffingRandom.calibration(seed)
        let scenarios = calibration.system.drawnScenarios(3 + Int(seed % 5), seed: seed, calibration.calendar)
        for option in [.sharedBankAndRecruitment, .ceiling(0.03)] as [StaffingOption] {
            let plan = StaffingTwoStages(calibration, option, scenarios)
            let risk = TwoStageRisk(weight: 0.5, level: 0.6)
            let expected = try together(plan, risk: risk)
            let answer = try solved(plan) { ($0.riskWeight, $0.riskLevel) = (0.5, 0.6) }
            #expect((expected == nil) == (answer == nil))
            guard let expected, let answer else { continue }
            #expect((answer.objective - expected).magnitude <= 2e-6 * expected, "seed \(seed), \(option.name)")
            #expect((answer.objective - (answer.expectedCost + answer.meanOfTheDearest!) / 2).magnitude <= 1e-9 * expected)
            // Who weighs the dearest years pays more on average, and less in those.
            let neutral = try #require(try solved(plan))
            #expect(answer.expectedCost >= neutral.expectedCost * (1 - 2e-6))
        }
    }

    @Test("the instance's own scenarios and ten drawn ones, each option", arguments: Repository.isLong ? StaffingTwinTests.footprints : ["shropshire"])
    func footprints(_ name: String) throws {
        let system = try StaffingTwinTests.system(name)
        var late = StaffingCalendar(system.weeks)
        late.firstWeek = 104
        for (calendar, options) in [
            (StaffingCalendar(system.weeks), [.sharedBankAndRecruitment, .ceiling(0.03), .ownBanks.with { $0.sameFill = true }]),
            (late, [.sharedBankAndRecruitment] as [StaffingOption]),
        ] {
            let calibration = try StaffingCalibration(system, calendar)
            let listed = system.listedScenarios(calendar)
            #expect(listed.count == 3)
            for scenarios in Repository.isLong ? [listed, system.drawnScenarios(10, seed: 7, calendar)] : [listed] {
                for option in options {
                    // Solved both ways within, which must agree.
                    _ = try StaffingTwoStages(calibration, option, scenarios).solve()
                }
            }
        }
    }

    @Test("one scenario is the program itself, and nothing is there to be known")
    func one() throws {
        let system = try StaffingTwinTests.system("shropshire")
        let calibration = try StaffingCalibration(system, StaffingCalendar(system.weeks))
        let answer = try #require(try solved(StaffingTwoStages(calibration, .sharedBank, [.usual(calibration.calendar)])))
        let cost = try #require(try StaffingTwinTests.cost(StaffingSituation(calibration), .sharedBank))
        #expect((answer.expectedCost - cost).magnitude <= 1e-6 * cost)
        #expect(answer.valueOfStochasticSolution!.magnitude <= 1e-6 * cost && answer.expectedValueOfPerfectInformation!.magnitude <= 1e-6 * cost)
    }

    @Test("the same bytes on one thread and on several")
    func jobs() throws {
        let calibration = StaffingRandom.calibration(5)
        let scenarios = calibration.system.drawnScenarios(12, seed: 3, calibration.calendar)
        let plan = StaffingTwoStages(calibration, .sharedBankAndRecruitment.with { $0.conversion = false }, scenarios)
        let answers = try [1, 2, 4].map { jobs in try #require(try solved(plan) { $0.jobs = jobs }) }
        for answer in answers.dropFirst() {
            #expect(answer.expectedCost == answers[0].expectedCost && answer.people.signed == answers[0].people.signed)
            #expect(answer.scenarioCosts == answers[0].scenarioCosts && answer.rounds == answers[0].rounds)
        }
    }
}
