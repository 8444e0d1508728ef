// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation
import GLPKSolver
import LinearPrograms
import Testing
import TestSupport

@testable import FootprintAnalysis

/// A program taken apart, with prices on what its parts share, is held against the same program solved as one.
@Suite("Staffing by blocks")
struct StaffingBlocksTests {
    @Test("blocks equal the whole, at every ceiling, with the prices of every row", arguments: Repository.isLong ? StaffingTwinTests.footprints : ["shropshire"])
    func equal(_ name: String) throws {
        let system = try StaffingTwinTests.system(name)
        for calendar in [StaffingCalendar(system.weeks), .months(of: system.weeks)] {
            let situation = try StaffingSituation(StaffingCalibration(system, calendar))
            for option in [.sharedBankAndRecruitment, .ceiling(0.04), .ceiling(0.03), .ceiling(0.02)] as [StaffingOption] {
                let model = StaffingModel(situation, option)
                switch (try StaffingSolving.solve(model), try StaffingSolving.solveAsOne(model)) {
                case (.optimal(let a), .optimal(let b)):
                    #expect((a.objective - b.objective).magnitude <= 1e-9 * b.objective, "\(name) \(option.name): \(a.objective) \(b.objective)")
                case (.infeasible, .infeasible): break
                default: Issue.record("\(name) \(option.name): one has an answer and the other has none")
                }
            }
        }
    }
}
