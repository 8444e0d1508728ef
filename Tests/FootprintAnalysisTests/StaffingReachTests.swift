// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import TestSupport
import Testing

@testable import FootprintAnalysis

/// What a claimed saving would take, against arithmetic by hand.
@Suite("Staffing, what a claim would take")
struct StaffingReachTests {
    private let claim = StaffingReach.Claim(saving: 27e6, base: 44e6, premium: 0.5, source: "")

    private func near(_ first: Double?, _ second: Double, _ within: Double) -> Bool {
        first.map { ($0 - second).magnitude <= within } ?? false
    }

    /// Of £1.50 of spend 50p is premium: 44 / 3 = 14.67. £27.0m of it is in 27 · 3 = 81. With p over pay, 44 · p / (1 + p) = 27 where
    /// p = 27 / 17.
    @Test("a premium of 50% on top of pay holds £14.7m of £44m; £27.0m needs £81.0m, or a premium of 159%")
    func onTopOfPay() {
        let reading = StaffingReach.Reading.onTopOfPay(claim, premium: 0.5)
        #expect(near(reading.held, 14_666_667, 1) && near(reading.baseNeeded, 81e6, 1e-6) && near(reading.premiumNeeded, 1.588235, 1e-6))
        // At what is needed the base holds the claim.
        #expect(near(StaffingReach.Reading.onTopOfPay(claim, premium: reading.premiumNeeded!).held, 27e6, 1e-6))
    }

    @Test("a premium of half the spend holds £22.0m; £27.0m needs £54.0m, or 61.4% of the spend")
    func ofSpend() {
        let reading = StaffingReach.Reading.ofSpend(claim, premium: 0.5)
        #expect(near(reading.held, 22e6, 1e-6) && near(reading.baseNeeded, 54e6, 1e-6) && near(reading.premiumNeeded, 0.613636, 1e-6))
    }

    @Test("no premium holds more than the base")
    func beyondTheBase() {
        let claim = StaffingReach.Claim(saving: 44e6, base: 44e6, premium: 0.5, source: "")
        #expect(StaffingReach.Reading.onTopOfPay(claim, premium: 0.5).premiumNeeded == nil)
        #expect(StaffingReach.Reading.ofSpend(claim, premium: 0.5).premiumNeeded == nil)
    }

    /// A fifth of £33m is £6.6m; of £44m £8.8m; £27.0m is a fifth of £135m.
    @Test("what is found is brought to the plan's base in proportion")
    func found() {
        let found = StaffingReach.Found(option: "x", agencySpend: 33e6, saving: 6.6e6, claim: claim)
        #expect(near(found.share, 0.2, 1e-12) && near(found.reachable, 8.8e6, 1e-3) && near(found.baseNeeded, 135e6, 1e-3))
        #expect(StaffingReach.Found(option: "x", agencySpend: 33e6, saving: 0, claim: claim).baseNeeded == nil)
    }

    /// The page's example at today's fill: with agency's rates k times as high, the two people of A save 2 · 10 · 40 k − 2 · 10 · 22 − 40 =
    /// 800 k − 480 of 1,470 k. A share t of it is saved at k = 480 / (800 − 1,470 t), and none beyond 800 / 1,470 = 54.4%.
    @Test("rates by which a share of spend is saved", arguments: [(0.2, 1.0), (0.3, 480.0 / 359), (0.4, 480.0 / 212), (0.5, 480.0 / 65)])
    func rates(_ share: Double, _ times: Double) throws {
        let found = try search.times(toSave: share)
        #expect(near(found, times, 1e-6 * times))
    }

    @Test("no rate saves more of the spend than the agency that can be done without")
    func outOfReach() throws { #expect(try search.times(toSave: 0.55) == nil) }

    @Test("asked to stop, it says so")
    func stopped() {
        let stop = StopSignal()
        stop.cancel()
        let stopping = StaffingPremiumSearch(system: search.system, calendar: search.calendar, option: search.option, stop: stop)
        #expect(throws: AnalysisFailure.stopped) { try stopping.times(toSave: 0.3) }
    }

    private var search: StaffingPremiumSearch {
        StaffingPremiumSearch(
            system: StaffingFixtures.worked, calendar: StaffingCalendar(StaffingFixtures.worked.weeks),
            option: StaffingFixtures.shared.with {
                $0.shared = false
                $0.sameFill = true
            }, stop: nil)
    }
}
