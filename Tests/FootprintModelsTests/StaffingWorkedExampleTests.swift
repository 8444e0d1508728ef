// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms
import TestSupport
import Testing

@testable import FootprintModels

/// Every figure of the section *Worked by hand* of `Models/staffing/formulation.md`, and of the examples of its README. The expected
/// values are theirs.
@Suite("Staffing, the examples worked by hand")
struct StaffingWorkedExampleTests {
    private func near(_ first: Double, _ second: Double) -> Bool { (first - second).magnitude < 1e-6 * max(1, second.magnitude) }

    @Test("calibration: what agencies offer and the rate paid")
    func calibration() throws {
        let situation = try StaffingFixtures.situation(StaffingFixtures.worked)
        #expect(near(situation.hours.needed[0, 0, 0], 360) && near(situation.hours.needed[0, 1, 1], 170))
        #expect(near(situation.calibration.offerFactor[0][0], 21.0 / 72))
        #expect(situation.calibration.offerFactor[0][1] == 0)
        #expect(near(situation.calibration.rateFactor[0], 1))
        #expect(near(situation.calibration.offered(0, 0, 0, 0), 10.5))
        for residual in situation.calibration.residuals.joined() {
            #expect(residual.agency.magnitude < 1e-9 && residual.bank.magnitude < 1e-9 && residual.unfilled.magnitude < 1e-9)
        }
    }

    @Test("do-nothing costs £27,430, in closed form and by the program")
    func doNothing() throws {
        let situation = try StaffingFixtures.situation(StaffingFixtures.worked)
        #expect(near(situation.doNothing.cost(situation), 27_430))
        let lines = situation.doNothing.lines(situation, year: 1)
        #expect(near(lines.substantive, 24_000) && near(lines.bankOwn, 880) && near(lines.agency, 1470) && near(lines.unfilled, 1080))
        #expect(near(situation.unfilledToday(0, 1), 18))
        #expect(near(try #require(StaffingFixtures.cost(situation, .doNothing)), 27_430))
    }

    @Test("the shared bank costs £26,670: six sign up, twenty hours move, forty given for them are gone")
    func sharedBank() throws {
        let situation = try StaffingFixtures.situation(StaffingFixtures.worked)
        let plan = try #require(StaffingFixtures.optimum(situation, StaffingFixtures.shared))
        let lines = plan.lines(situation, year: 1)
        #expect(near(plan.cost(situation), 26_670))
        #expect(near(lines.bankOwn, 1320) && near(lines.bankShared, 480) && near(lines.agency, 600))
        #expect(near(lines.bankPeople, 120) && near(lines.sharedBankSetUp, 100) && near(lines.sharedBankRunning, 50))
        #expect(near(plan.signed[0][0][0], 2) && near(plan.signed[0][1][0], 4))
        #expect(near(plan.movedHours(situation, route: 2, year: 1), 20))
        #expect(near(plan.hours(situation, 0, 0, year: 1).unfilled, 0))
        #expect(near(plan.fill(situation, 0..<2), 1))
        // Cash rises by 320, though the saving is 760: 1,080 of it nobody was paid.
        let nothing = situation.doNothing.lines(situation, year: 1)
        #expect(near(nothing.total - lines.total, 760) && near(lines.cash - nothing.cash, 320))
    }

    @Test("the ceiling of 4% costs £150 more, and a pound of it is worth £1")
    func ceiling() throws {
        let situation = try StaffingFixtures.situation(StaffingFixtures.worked)
        let model = StaffingModel(situation, StaffingFixtures.shared.with { $0.ceilingShare = 0.04 })
        let solution = try #require(GLPKSolver().solve(model.model).optimum)
        #expect(near(model.plan(solution).cost(situation), 26_820))
        #expect(near(model.plan(solution).agencySpend(situation, 0, year: 1), 450))
        let prices = try #require(solution.duals).marginalCost
        #expect(near(-prices[model.rows.ceiling[0][0]], 1))
    }

    @Test("recruits, leavers, overtime, working time, filling downward and conversion cost £737,840")
    func recruits() throws {
        let situation = try StaffingFixtures.situation(StaffingFixtures.recruits, StaffingFixtures.recruitsCalendar)
        #expect(near(situation.calibration.offerFactor[0][0], 2.0 / 9))
        #expect(near(situation.calibration.rateFactor[0], 1))
        #expect(near(situation.unfilledToday(1, 1), 1040))
        let plan = try #require(StaffingFixtures.optimum(situation, StaffingFixtures.everythingButShared))
        let lines = plan.lines(situation, year: 1)
        #expect(near(plan.cost(situation), 737_840))
        #expect(near(lines.substantive, 655_200) && near(lines.overtime, 15_405) && near(lines.bankOwn, 14_625))
        #expect(near(lines.agency, 47_060) && near(lines.unfilled, 3900) && near(lines.bankPeople, 250) && near(lines.recruitment, 1400))
        #expect(near((0..<4).reduce(0) { $0 + plan.recruits[0, 0, $1] }, 1.4))
        for p in 1..<4 { #expect(near(plan.post[0, 0, p], 11)) }
        #expect(near(plan.down[0][0].reduce(0, +), 195 + 3 * 260))
    }
}
