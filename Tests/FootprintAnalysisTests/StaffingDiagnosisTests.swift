// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Why an option fails, by hand.
@Suite("Why a staffing option fails")
struct StaffingDiagnosisTests {
    /// Organisation A of the page's example, with nobody to sign up and a conversion that is due.
    private func situation() throws -> StaffingSituation {
        var system = StaffingFixtures.alone
        system.groups[0].signUpFactor = 0
        system.parameters.conversionWeek = 0
        return try StaffingFixtures.situation(system)
    }

    @Test("a ceiling that leaves more unfilled than today: either gives, and by how much")
    func ceiling() throws {
        let option = StaffingOption(name: "none", title: "No agency").with {
            $0.safe = true
            $0.ceilingShare = 0.04
        }
        let model = StaffingModel(try situation(), option)
        guard case .infeasible = try StaffingSolving.solve(model) else {
            Issue.record("it holds")
            return
        }
        let reasons = try StaffingDiagnosis(staffing: model, stop: nil).reasons()
        #expect(reasons.map(\.conflict) == [1, 1])
        // 60 hours in two weeks are agency or nobody; 18 are nobody's today, so 42 are agency, 21 at £30 and 21 at £40: £1,470,
        // and the ceiling is £450. With £450 there are 15 hours, and 45 are nobody's.
        let safe = try #require(reasons.first { $0.requirement == "no fewer hours filled than today" })
        #expect((safe.leastChange! - 27).magnitude < 1e-6 && safe.unit == "hours" && safe.site == "nurses")
        #expect(safe.sentence == "Nurses: 27 hours more than today would go unfilled")
        let ceiling = try #require(reasons.first { $0.requirement == "agency ceiling" })
        #expect((ceiling.leastChange! - 1020).magnitude < 1e-6 && ceiling.unit == "£" && ceiling.site == "A")
        #expect(ceiling.sentence == "A: agency of at most 4.0% of pay would have to be £1k more")
    }

    @Test("people for the bank, and the fill with less agency, are two conflicts")
    func conversion() throws {
        let option = StaffingOption.ownBanks.with { $0.ceilingShare = 0.04 }
        let model = StaffingModel(try situation(), option)
        let reasons = try StaffingDiagnosis(staffing: model, stop: nil).reasons()
        // A quarter of 42 agency hours is 10.5: the bank has none to take them over.
        let bank = try #require(reasons.first { $0.requirement == "bank takes it over" })
        #expect((bank.leastChange! - 10.5).magnitude < 1e-6)
        #expect(reasons.filter { $0.conflict == bank.conflict }.count == 1)
        // Agency of at most three quarters of 42 is 31.5 hours, and of at most £450 is 15: with either, 28.5 or 45 of the 60 are
        // nobody's, and 18 are today. One of the two is named with the fill; the fill would have to give 27 for both to hold.
        let fill = try #require(reasons.first { $0.requirement == "no fewer hours filled than today" })
        #expect((fill.leastChange! - 27).magnitude < 1e-6)
        let beside = try #require(reasons.first { $0.conflict == fill.conflict && $0.requirement != fill.requirement })
        #expect(["agency converted", "agency ceiling"].contains(beside.requirement))
        // While the other stands it can give nothing that is enough.
        #expect(beside.leastChange == nil && beside.sentence.hasSuffix("alone it can give nothing that is enough"))
        #expect(reasons.count == 3)
    }
}
