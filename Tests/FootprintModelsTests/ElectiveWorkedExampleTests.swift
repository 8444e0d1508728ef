// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// Every figure of the section *Worked by hand* of `Models/elective/formulation.md`. The expected values are the page's.
@Suite("Elective, the example worked by hand")
struct ElectiveWorkedExampleTests {
    private static let system = ElectiveFixtures.worked
    private static let levers: Set<ElectiveLever> = [.dayCases]

    private func near(_ first: Double, _ second: Double) -> Bool { (first - second).magnitude < 1e-3 }

    @Test("last resort: £2,196.75 and £631.25, above what the table says")
    func lastResort() {
        let figures = ElectiveFigures(Self.system, Self.system.free(levers: Self.levers))
        #expect(near(figures.lastResortPrice[0][0], 2_196.75))
        #expect(near(figures.lastResortPrice[0][1], 631.25))
        #expect(Self.system.liftedPrices.map(\.table) == [1000, 500])
    }

    @Test("the best costs £7,375,278, line by line as on the page")
    func optimum() throws {
        let plan = try #require(try ElectiveFixtures.optimum(Self.system, Self.system.free(levers: Self.levers)))
        #expect(near(plan.presentValue, 7_375_278))
        #expect(plan.isHub == [false, true])
        #expect(plan.keeps == [[false, true]])
        #expect(near(plan.capital, 230_250))
        let first = plan.years[0].lines
        let second = plan.years[1].lines
        let figures: [(Double, Double)] = [
            (first.sessions, 1_672_500), (first.travelSupport, 11_150), (first.specialties, 50_000), (first.beds, 278_750),
            (first.bedOverheads, 280_000), (first.treatment, 557_500), (first.total, 2_849_900),
            (second.sessions, 1_021_000), (second.travelSupport, 15_464), (second.specialties, 50_000), (second.hubs, 100_000),
            (second.beds, 220_500), (second.bedOverheads, 280_000), (second.treatment, 460_600),
            (second.total - second.newCapital, 2_147_564), (second.newCapital, 23_025),
        ]
        for (found, expected) in figures { #expect(near(found, expected), "\(found) \(expected)") }
        #expect(plan.years.map { $0.specialties[0].treated }.map { ($0 * 1e6).rounded() / 1e6 } == [2230.0, 1960])
        #expect(plan.years.map { $0.specialties[0].waiting }.map { ($0 * 1e6).rounded() / 1e6 } == [400.0, 400])
        #expect(near(plan.last.specialties[0].converted, 98))
        #expect(near(plan.last.sites[0].sessions, 210.5))
        #expect(near(plan.last.sites[1].sessions, 300))
    }

    @Test("do-nothing costs £7,939,500; the saving is £374,211 a year")
    func doNothing() throws {
        let plan = try #require(try ElectiveFixtures.optimum(Self.system, Self.system.doNothing))
        #expect(near(plan.presentValue, 7_939_500))
        #expect(near(plan.annualCost, 2_544_800))
        let best = try #require(try ElectiveFixtures.optimum(Self.system, Self.system.free(levers: Self.levers)))
        #expect(near(plan.annualCost - best.annualCost, 374_211))
    }

    /// `hub[B]`, `open[A]`, `open[B]`, and the optimum in pounds as the README of the twin has it.
    static let programs: [(hub: Bool, a: Bool, b: Bool, cost: Double)] = [
        (false, false, false, 8_578_567), (false, false, true, 8_128_915), (false, true, false, 7_731_740),
        (false, true, true, 7_839_240), (true, false, false, 8_493_239), (true, false, true, 7_375_278),
        (true, true, false, 7_646_412), (true, true, true, 7_421_925),
    ]

    @Test("each of the eight programs with everything fixed", arguments: programs)
    func fixed(_ program: (hub: Bool, a: Bool, b: Bool, cost: Double)) throws {
        var situation = Self.system.free(levers: Self.levers)
        situation.hubs = [nil, program.hub]
        situation.open = [[program.a, program.b]]
        let plan = try #require(try ElectiveFixtures.optimum(Self.system, situation))
        #expect((plan.presentValue - program.cost).magnitude < 0.5, "\(plan.presentValue)")
    }

    @Test("the strong rows cut off no whole answer")
    func strengthenings() throws {
        for parts: ElectiveCase.Strengthenings in [[], [.zones, .list], [.volumes, .list], [.zones, .volumes]] {
            var situation = Self.system.free(levers: Self.levers)
            situation.strengthenings = parts
            let plan = try #require(try ElectiveFixtures.optimum(Self.system, situation))
            #expect(near(plan.presentValue, 7_375_278))
        }
    }

    @Test("a hub where none may be, and a centre without inpatients, are infeasible and not a crash")
    func impossible() throws {
        var situation = Self.system.free(levers: Self.levers)
        situation.hubs = [true, nil]
        #expect(try ElectiveFixtures.optimum(Self.system, situation) == nil)
        situation = Self.system.free(levers: Self.levers)
        situation.open = [[nil, false]]
        situation.centres = [nil, true]
        #expect(try ElectiveFixtures.optimum(Self.system, situation) == nil)
    }

    @Test("the fifth with the highest deprivation travels by its own zones")
    func deprived() throws {
        var system = Self.system
        system.zones[1].deprivedShare = 0.5
        let plan = try #require(try ElectiveFixtures.optimum(system, system.free(levers: Self.levers)))
        // All 882 inpatients at B: Z1 travels 30 minutes, Z2 15. The deprived all live in Z2.
        let inpatients = plan.travel[0]
        #expect(near(inpatients.all.meanMinutes, 0.6 * 30 + 0.4 * 15))
        #expect(near(inpatients.mostDeprivedFifth.meanMinutes, 15))
        #expect(near(inpatients.mostDeprivedFifth.spells, 882 * 0.4 * 0.5))
    }
}
