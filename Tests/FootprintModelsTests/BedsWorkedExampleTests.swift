// SPDX-License-Identifier: GPL-3.0-or-later
import TestSupport
import Testing

@testable import FootprintModels

/// Every figure of the section *Worked by hand* of `Models/beds/formulation.md`. The expected values are the page's.
@Suite("Beds, the example worked by hand")
struct BedsWorkedExampleTests {
    private func near(_ first: Double, _ second: Double) -> Bool { (first - second).magnitude < 1e-3 }

    @Test("the table of states")
    func states() {
        let system = BedsFixtures.worked
        let states = BedSteps(system, pool: 0, in: system.free).states
        #expect(states.map(\.beds) == [10, 20, 30])
        for (state, capacity) in zip(states, [9.0, 18, 27]) { #expect(near(state.capacity, capacity)) }
    }

    @Test("do-nothing keeps every bed and costs £2,250,000")
    func doNothing() throws {
        let plan = try #require(BedsFixtures.optimum(BedsFixtures.worked, BedsFixtures.worked.doNothing))
        #expect(near(plan.presentValue, 2_250_000))
        #expect(plan.last.pools[0].beds == 30)
        #expect(near(plan.annualCost, 750_000))
    }

    @Test("a ward closes in 2017 and one in 2018, with nine packages bought in 2017")
    func optimum() throws {
        let plan = try #require(BedsFixtures.optimum(BedsFixtures.worked, BedsFixtures.worked.free))
        #expect(near(plan.presentValue, 1_433_000))
        #expect(plan.years.map { $0.pools[0].bedsClosed } == [10, 20])
        for year in plan.years { #expect(near(year.bought[0], 9)) }
        #expect(plan.years.map { ($0.avoided[0] * 1e6).rounded() / 1e6 } == [0, 9])
        #expect(plan.runs == [true])
        #expect(near(plan.annualCost, 750_000 - 401_000))
        #expect(near(plan.years[0].doubleRunning, 62_500))
        #expect(near(plan.years[1].doubleRunning, 62_500))
        #expect(near(plan.years[0].oneOff, 20_000))
    }

    @Test("one ward alone is worth £687,500")
    func oneWard() throws {
        var system = BedsFixtures.worked
        system.pools[0].closableWards = 1
        let plan = try #require(BedsFixtures.optimum(system, system.free))
        #expect(near(2_250_000 - plan.presentValue, 687_500))
        #expect(plan.runs == [false])
    }
}
