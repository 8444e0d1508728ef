// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import TestSupport
import Testing

@testable import FootprintAnalysis

/// The section *Worked by hand* of `Models/staffing/formulation.md` as a comparison accounts for it. The expected values are the page's,
/// or worked out here.
@Suite("Staffing, what the worked example comes to")
struct StaffingAccountsTests {
    static let situation = try! StaffingFixtures.situation(StaffingFixtures.worked)

    static func near(_ first: Double?, _ second: Double) -> Bool {
        guard let first else { return false }
        return (first - second).magnitude < 1e-6 * max(1, second.magnitude)
    }

    static func solved(_ option: StaffingOption) throws -> StaffingAnswers.Solved {
        guard case .solved(let solved) = try StaffingAnswers.answer(situation, option, nil) else { throw AnalysisFailure.stopped }
        return solved
    }

    @Test("the shared bank saves £760 by the price of unfilled hours, and costs £320 more cash, £220 of it once")
    func sharedBank() throws {
        let accounts = StaffingAccounts(situation: Self.situation)
        let plan = try Self.solved(StaffingFixtures.shared).plan
        #expect(Self.near(accounts.annualCost(Self.situation.doNothing) - accounts.annualCost(plan), 760))
        let cash = accounts.cashSaving(plan)
        // 120 for six people and 100 of set-up are paid once.
        #expect(Self.near(cash.net, -320) && Self.near(cash.gross, -100))
        #expect(accounts.netPresentValue(plan) == nil)
        let decisions = accounts.decisions(plan)
        #expect(decisions.map(\.organisation) == ["A", "B"] && decisions.map(\.peopleToSignUp) == [2, 4])
        let result = accounts.result(plan)
        #expect(Self.near(result.annualCost, 26_670) && Self.near(result.costLines.values.reduce(0, +), 26_670))
        #expect(result.moved.count == 1 && result.moved[0].from == "B" && result.moved[0].to == "A" && Self.near(result.moved[0].hours, 20))
        #expect(Self.near(result.hoursMoved, 20) && Self.near(result.fill, 1) && Self.near(result.worst.fill, 1))
        // 600 of the pay bill of 292,500 a year, over two weeks of it.
        let agency = try #require(result.years.first?.agency.first { $0.organisation == "A" })
        #expect(Self.near(agency.pounds, 600) && Self.near(agency.shareOfPay, 600 / (292_500 * 2 / 52)))
    }

    @Test("do-nothing leaves 18 of 1,060 hours unfilled, 9 of 530 in each week")
    func doNothing() {
        let result = StaffingAccounts(situation: Self.situation).result(Self.situation.doNothing)
        #expect(Self.near(result.fill, 1 - 18.0 / 1060) && Self.near(result.worst.fill, 1 - 9.0 / 530))
        #expect(result.worst.period == 1 && result.worst.year == 1)
        #expect(result.people.map(\.onBankToday) == [2, 4] && result.people.map(\.wouldSignUp) == [2, 4])
    }

    /// 42 hours of agency cost £1,470, £35 each. An hour of a nurse in post is £20 of pay over 0.8 at work, £25; there are no
    /// on-costs here, and with a quarter it is £31.25.
    @Test("the premium of £35 an hour is 40% over £25, and 12% over £31.25")
    func premium() throws {
        let premium = StaffingAccounts(situation: Self.situation).premium
        #expect(Self.near(premium.overPay, 0.4) && Self.near(premium.overFullCost, 0.4))
        var system = StaffingFixtures.worked
        system.groups[0].onCostShare = 0.25
        let dearer = StaffingAccounts(situation: try StaffingFixtures.situation(system)).premium
        #expect(Self.near(dearer.overPay, 0.4) && Self.near(dearer.overFullCost, 0.12))
    }

    @Test("people are rounded up, and what rounding left is nobody")
    func wholePeople() {
        #expect([0, 1e-9, 0.2, 2, 2.000_000_1, 2.1].map(StaffingAccounts.whole) == [0, 0, 1, 2, 2, 3])
    }

    /// At today's fill 21 hours a week are agency's, half of them at £40. Two people give ten hours a week between them, for
    /// £22 an hour and £20 once each: 2 · 10 · (40 − 22) − 40 = 320.
    @Test("own banks at today's fill save £320 of £1,470")
    func atTodaysFill() throws {
        let accounts = StaffingAccounts(situation: Self.situation)
        let own = StaffingFixtures.shared.with {
            $0.shared = false
            $0.sameFill = true
        }
        let solved = try Self.solved(own)
        #expect(Self.near(accounts.cashSaving(solved.plan).net, 320))
        #expect(Self.near(accounts.result(solved.plan).fill, 1 - 18.0 / 1060))
        #expect(accounts.decisions(solved.plan).map(\.organisation) == ["A"])
        // One more at A gives five hours a week. Half an hour a week of tier 2 is left: the first hour saves 40 − 22, and a price is
        // of the first.
        let worth = solved.bankWorth[0][0][0].reduce(0, +)
        #expect(Self.near(worth, 2 * 5 * 18))
        #expect(Self.near(solved.bankWorth[0][1][0].reduce(0, +), 0))
    }

    /// With no agency at A its 30 hours a week are the banks' but for the 9 that may go unfilled: 21 take 4.2 people where 2 would sign up.
    @Test("with no agency at A three more people would have to sign up")
    func morePeople() throws {
        let option = StaffingFixtures.shared.with {
            $0.shared = false
            $0.ceilingShare = 0
        }
        guard case .infeasible = try StaffingAnswers.answer(Self.situation, option, nil) else {
            Issue.record("it has an answer")
            return
        }
        let reason = try #require(StaffingMorePeople.reason(StaffingModel(Self.situation, option), stop: nil))
        #expect(reason.leastChange == 3 && reason.unit == "people")
        #expect(reason.sentence == "with 3 more people on the banks than would sign up it would hold: 3 nurses at A")
        #expect(StaffingMorePeople.reason(StaffingModel(Self.situation, StaffingFixtures.shared), stop: nil) == nil)
    }

    @Test("a ceiling that is kept anyway has the answer without it, and one that is not has its own")
    func ceilings() throws {
        let options = [StaffingFixtures.shared, StaffingFixtures.shared.with { $0.ceilingShare = 0.5 }, StaffingFixtures.shared.with { $0.ceilingShare = 0.04 }]
        var reports = 0
        let answers = try StaffingAnswers(Self.situation, options, stop: nil, report: { reports += 1 })
        let costs = answers.answers.map { answer -> Double? in
            if case .solved(let solved) = answer { solved.plan.cost(Self.situation) } else { nil }
        }
        #expect(reports == 3)
        #expect(Self.near(costs[0], 26_670) && Self.near(costs[1], 26_670) && Self.near(costs[2], 26_820))
    }
}
