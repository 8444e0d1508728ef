// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Testing
import TestSupport

@testable import FootprintAnalysis

/// Small systems drawn from a seed: the program against stock glpsol on the twin, by blocks against as one, and do-nothing by the
/// program against its closed form.
@Suite("Staffing, drawn systems")
struct StaffingRandomTests {
    static let seeds = Repository.isLong ? Array(UInt64(1)...60) : Array(1...8)

    @Test("glpsol on the twin agrees", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: seeds)
    func twin(_ seed: UInt64) throws {
        let calibration = StaffingRandom.calibration(seed)
        let situation = try StaffingSituation(calibration)
        for option in StaffingRandom.options(seed) {
            try StaffingTwinTests.expectTheTwinAgrees(situation, option, "seed \(seed), \(option.name)")
        }
        let scenario = calibration.system.drawnScenarios(1, seed: seed, calibration.calendar)[0]
        try StaffingTwinTests.expectTheTwinAgrees(
            StaffingSituation(calibration, scenario), .sharedBankAndRecruitment, "seed \(seed), \(scenario.name)")
    }

    @Test("blocks equal the whole, and some ceilings cannot be kept")
    func blocks() throws {
        var (bound, failed) = (0, 0)
        for seed in UInt64(1)...60 {
            let situation = try StaffingSituation(StaffingRandom.calibration(seed))
            for option in StaffingRandom.options(seed) {
                let model = StaffingModel(situation, option)
                switch (try StaffingSolving.solve(model), try StaffingSolving.solveAsOne(model)) {
                case (.optimal(let a), .optimal(let b)):
                    #expect((a.objective - b.objective).magnitude <= 1e-8 * b.objective, "\(seed) \(option.name): \(a.objective) \(b.objective)")
                    let prices = a.duals!.marginalCost
                    if model.rows.ceiling.joined().contains(where: { prices[$0] < -1e-9 }) { bound += 1 }
                case (.infeasible, .infeasible): failed += 1
                default: Issue.record("\(seed) \(option.name): one has an answer and the other has none")
                }
            }
        }
        // What the test is for came up.
        #expect(bound >= 5 && failed >= 5, "\(bound) \(failed)")
    }

    @Test("do-nothing by the program is its closed form", arguments: UInt64(1)...40)
    func doNothing(_ seed: UInt64) throws {
        let calibration = StaffingRandom.calibration(seed)
        for scenario in [.usual(calibration.calendar)] + calibration.system.drawnScenarios(3, seed: seed, calibration.calendar) {
            let situation = try StaffingSituation(calibration, scenario)
            let closed = situation.doNothing.cost(situation)
            let solved = try #require(try StaffingTwinTests.cost(situation, .doNothing))
            #expect((closed - solved).magnitude <= 1e-8 * closed, "\(seed) \(scenario.name)")
        }
    }
}
