// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import GLPKSolver
import LinearPrograms
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// What binds, and what more of it is worth: by hand, against the figures changed, and against every way to close and open wards
/// counted out.
@Suite("Prices of what binds beds")
struct BedsPricesTests {
    private struct Best {
        let model: BedsModel
        let solution: Solution
        let plan: BedsPlan
        let limits: [BedsLimit]
        let prices: [BedsConfiguration.Price]

        /// Nil where nothing is feasible.
        init?(_ system: BedsSystem, iterations: Int = 1_000_000) throws {
            model = BedsModel(system, system.free)
            guard let optimum = GLPKSolver().solve(model.model).optimum else { return nil }
            solution = optimum
            plan = model.plan(optimum)
            limits = BedsLimits(
                model: model, plan: plan, decisions: model.decisions(of: optimum),
                units: system.alternatives.map { _ in "a package" }, cohortTitles: system.cohorts.map(\.code)).all
            prices = try BedsPrices(
                model: model, solution: optimum, plan: plan, limits: limits, stop: nil, jobs: 1, iterations: iterations, progress: nil
            ).prices()
        }

        func price(_ requirement: String) -> BedsConfiguration.Price? { prices.first { $0.requirement == requirement } }
        var weights: Double { model.system.years.reduce(0) { $0 + model.system.weight($1) } }
    }

    private func near(_ first: Double?, _ second: Double) -> Bool { first.map { ($0 - second).magnitude < 0.01 } ?? false }

    // MARK: By hand

    /// The page's example: nine packages bought in 2017 for £10,000 a year each to 2019, three years that count.
    @Test("the example worked by hand")
    func worked() throws {
        let best = try #require(try Best(BedsFixtures.worked))
        #expect(best.weights == 3)
        // Bought in 2018, in use at once: nine packages' £90,000 of 2017 are saved.
        #expect(near(best.price("lead time")?.worth, 30_000))
        // One package less to buy: £10,000 in each year.
        #expect(near(best.price("free today")?.worth, 10_000))
        // A bed more carries 0.9: 0.9 packages less (three years) and 0.9 avoided less (£1,000, two years): £28,800 over three years.
        #expect(near(best.price("safe to run")?.worth, 9600))
        // Two wards close, one a year and of two that may: a second in 2017 has no packages yet, a third no patients to avoid.
        for requirement in ["wards closed a year", "closable wards"] {
            let price = try #require(best.price(requirement))
            #expect(price.worth == nil && price.further?.netPresentValue == 0 && price.further?.netPresentValueAtMost == nil)
        }
        #expect(best.prices.count == 5)
        #expect(best.prices.map(\.requirement).prefix(3) == ["lead time", "free today", "safe to run"])
    }

    @Test("care that can be bought to its maximum, by hand")
    func maximum() throws {
        // All 18 patients could be avoided and all three wards close, if there were 18 packages; there are nine.
        var system = BedsFixtures.worked
        system.schemes[0].effects = [1]
        system.pools[0].closableWards = 3
        system.targetYear = 2019
        system.horizonYear = 2020
        system.wardsClosedPerYear = 2
        system.alternatives[0].maximum = 9
        // Nine packages let the second ward close; nothing that one more would do, but nine more let the third.
        let best = try #require(try Best(system))
        let price = try #require(best.price("as much as can be bought"))
        #expect(price.worth == 0)
        #expect(price.further?.units == 1 && price.further?.netPresentValue == 0)
        system.alternatives[0].maximum = 17
        let more = try #require(try Best(system))
        // Bought: nine of seventeen. It is not what binds.
        #expect(more.price("as much as can be bought") == nil)
        // With eighteen all three close.
        system.alternatives[0].maximum = 18
        #expect(try #require(try Best(system)).plan.last.pools[0].beds == 0)
    }

    @Test("a floor: the ward that it keeps open is worth £129,500")
    func floor() throws {
        var system = BedsFixtures.worked
        system.floors = [.init(place: "F", title: "The town", pools: [0], beds: 15)]
        let best = try #require(try Best(system))
        #expect(best.plan.last.pools[0].beds == 20)
        let price = try #require(best.price("floor"))
        #expect(price.further?.units == 5)
        // Section “Worked by hand”: what the second ward is worth.
        #expect(near(price.further?.netPresentValue, 129_500))
        #expect(price.sentence == "The town has to keep 15 beds and keeps 20 beds")
        #expect(price.more == "5 beds fewer to keep")
    }

    @Test("a gate: a year sooner is worth the year")
    func gate() throws {
        var system = BedsFixtures.worked
        system.pools[0].earliestClosureYear = 2018
        system.pools[0].closableWards = 1
        // The first ward, £250,000 a year less three months of double running, in 2018 and 2019; in 2017 as well, with the gate there.
        let best = try #require(try Best(system))
        let price = try #require(best.price("consultation gate"))
        #expect(near(price.further?.netPresentValue, 250_000))
        #expect(near(price.further?.annualSaving, 0))
        #expect(price.sentence == "no ward may close before 2018/19 at S")
    }

    // MARK: Against figures changed and programs counted out

    @Test("one more with the wards held is what the changed figures give, decisions held", arguments: 1...12)
    func finiteDifferences(_ seed: Int) throws {
        for movesFreely in [false, true] {
            let system = BedsBruteForce.system(UInt64(seed), movesFreely: movesFreely)
            guard let best = try Best(system) else { continue }
            let decisions = best.model.decisions(of: best.solution)
            for limit in best.limits {
                var changed = system
                switch limit.requirement {
                case "as much as can be bought": changed.alternatives[0].maximum += 1
                case "free today": changed.alternatives[0].spare += 1
                case "lead time": changed.alternatives[0].leadYears -= 1
                case "own effect": changed.schemes[0].effects[0] += 0.01
                default: continue
                }
                let model = BedsModel(changed, changed.free)
                let cost = try #require(model.holding(decisions).flatMap { GLPKSolver().solve($0).optimum }).objective
                let worth = 1000 * (best.solution.objective - cost) / best.weights
                let said = best.prices.first { $0.requirement == limit.requirement }
                #expect(worth >= -0.01)
                if worth >= 1000 {
                    #expect(((said?.worth ?? 0) - worth).magnitude <= 1e-6 * worth, "seed \(seed) \(limit.requirement)")
                } else {
                    #expect((said?.worth ?? 0) == 0, "seed \(seed) \(limit.requirement)")
                }
            }
        }
    }

    /// In a pool that takes no step, one more bed is the occupancy limit stretched.
    @Test("a safe bed", arguments: 1...18)
    func safeBed(_ seed: Int) throws {
        var system = BedsBruteForce.system(UInt64(seed), movesFreely: true)
        for place in system.pools.indices { system.pools[place].rule = BedsFixtures.occupancy(0.9) }
        guard let best = try Best(system), let said = best.price("safe to run")?.worth else { return }
        let decisions = best.model.decisions(of: best.solution)
        for (place, pool) in system.pools.enumerated()
        where decisions.closed[place].allSatisfy({ $0 == 0 }) && decisions.opened[place].allSatisfy({ $0 == 0 }) {
            var changed = system
            changed.pools[place].rule = BedsFixtures.occupancy(0.9 * (pool.openBeds + 1) / pool.openBeds)
            let held = BedsModel(changed, changed.free).holding(decisions)
            let cost = try #require(held.flatMap { GLPKSolver().solve($0).optimum }).objective
            let worth = 1000 * (best.solution.objective - cost) / best.weights
            #expect((said - worth).magnitude <= 51, "rounded to £100 where pools are put together")
        }
    }

    @Test("solved again with more: what counting out every way gives, all limits, and bounds where the search is cut short", arguments: 1...12)
    func countedOut(_ seed: Int) throws {
        for movesFreely in [false, true] {
            let system = BedsBruteForce.system(UInt64(seed), movesFreely: movesFreely)
            guard let whole = try Best(system), let short = try Best(system, iterations: 40) else { continue }
            let least = try #require(BedsBruteForce.least(system, movesFreely: movesFreely))
            for limit in whole.limits {
                guard let further = limit.further, let more = BedsBruteForce.least(further.system, movesFreely: movesFreely) else { continue }
                let worth = least - more
                func said(_ best: Best) -> BedsConfiguration.Price.Further? {
                    best.prices.first { $0.requirement == limit.requirement && $0.sentence == limit.sentence }?.further
                }
                if let found = said(whole) {
                    #expect(found.netPresentValueAtMost == nil)
                    #expect((found.netPresentValue - worth).magnitude <= 1001 + 1e-6 * least, "seed \(seed) \(limit.requirement): \(found.netPresentValue) \(worth)")
                }
                if let found = said(short) {
                    #expect(found.netPresentValue <= worth + 1 + 1e-6 * least)
                    #expect((found.netPresentValueAtMost ?? found.netPresentValue) >= worth - 1001 - 1e-6 * least)
                }
            }
        }
    }

    @Test("of these systems, each kind of limit binds somewhere and is worth something somewhere")
    func coverage() throws {
        var bound: Set<String> = []
        var worth: Set<String> = []
        for seed in 1...18 {
            for movesFreely in [false, true] {
                guard let best = try Best(BedsBruteForce.system(UInt64(seed), movesFreely: movesFreely)) else { continue }
                for price in best.prices {
                    bound.insert(price.requirement)
                    if (price.worth ?? 0) > 0 || (price.further?.netPresentValue ?? 0) > 0 { worth.insert(price.requirement) }
                }
            }
        }
        #expect(bound.isSuperset(of: ["free today", "lead time", "safe to run", "wards closed a year", "consultation gate"]), "\(bound.sorted())")
        #expect(worth.isSuperset(of: ["free today", "lead time", "safe to run", "consultation gate"]), "\(worth.sorted())")
    }

    // MARK: On footprints

    @Test("on Shropshire: a ward more a year, and a year sooner at the acute hospitals, against the whole comparison afresh")
    func footprint() throws {
        let best = try #require(try BedsComparisonTests.compared("shropshire").winner)
        func price(_ requirement: String) throws -> BedsConfiguration.Price.Further {
            let price = try #require(best.prices.first { $0.requirement == requirement })
            return try #require(price.further)
        }
        /// Equal where the search was settled, and between what was found and the bound where it was not.
        func agrees(_ changed: BedsConfiguration, _ requirement: String) throws -> Bool {
            let worth = changed.netPresentValue! - best.netPresentValue!
            let said = try price(requirement)
            return said.netPresentValue - 1001 <= worth && worth <= (said.netPresentValueAtMost ?? said.netPresentValue) + 1001
        }
        let ward = try #require(try BedsComparisonTests.compared("shropshire", ["bed_parameters[wardsClosedPerYear].value=4"]).winner)
        #expect(try agrees(ward, "wards closed a year"))
        let sooner = try #require(
            try BedsComparisonTests.compared("shropshire", ["pool_figures[RXWAS-acute,earliestClosureYear].value=2018"]).winner)
        #expect(try agrees(sooner, "consultation gate"))
    }

    @Test("the most valuable comes first, and every line says what more of it is", arguments: ["shropshire", "herefordshire-worcestershire"])
    func order(_ name: String) throws {
        let best = try #require(try BedsComparisonTests.compared(name).winner)
        #expect(best.prices.count >= 8)
        #expect(best.prices.allSatisfy { !$0.sentence.isEmpty && !$0.more.isEmpty && !$0.unit.isEmpty })
        #expect(best.prices.allSatisfy { $0.worth != nil || $0.further != nil })
        let worths = best.prices.compactMap(\.worth).filter { $0 > 0 }
        #expect(worths == worths.sorted(by: >))
        #expect(worths.allSatisfy { $0 >= 1000 })
    }
}
