// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import GLPKSolver
import LinearPrograms
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// A program taken apart gives a bound and an answer: held against the whole, solved whole.
@Suite("Beds in parts")
struct BedsPartsTests {
    /// The proven optimum of the whole, £k; nil where it is infeasible.
    private static func optimum(_ model: BedsModel) throws -> Double? {
        switch GLPKSolver().solve(model.model, options: BedsSolving.options) {
        case .optimal(let solution): return solution.objective
        case .infeasible: return nil
        case let other: throw Unsettled(what: "\(other)")
        }
    }

    private struct Unsettled: Error { let what: String }

    private static func search(_ model: BedsModel, jobs: Int = 2, stop: StopSignal? = nil) throws -> BedsSolving.Answer {
        try BedsPartsSearch(parts: BedsParts(model), jobs: jobs, stop: stop).run()
    }

    @Test("on the footprints: bound ≤ optimum ≤ answer, both close; do-nothing shares nothing and is proven", arguments: BedsComparisonTests.footprints)
    func footprints(_ name: String) throws {
        let system = try #require(BedsSystem(BedsComparisonTests.loaded(name).viewed(as: .beds)!))
        #expect(!BedsSolving.isLarge(system))
        for situation in [system.doNothing, system.schemesOnly, system.free] {
            let model = BedsModel(system, situation)
            let optimum = try #require(try Self.optimum(model))
            switch try Self.search(model) {
            case .optimal(let solution): #expect((solution.objective - optimum).magnitude <= 1e-6 * optimum, "\(name) \(situation.name)")
            case .stopped(let solution?, let bound?):
                #expect(situation.name != "do nothing")
                #expect(bound <= optimum * (1 + 1e-9) && optimum <= solution.objective * (1 + 1e-9), "\(name) \(situation.name)")
                #expect(solution.objective - bound <= 0.02 * optimum, "\(name) \(situation.name): \(bound) \(optimum) \(solution.objective)")
                let plan = model.plan(solution)
                #expect((model.presentValue(of: plan) - plan.presentValue).magnitude <= 1e-6 * plan.presentValue)
            case let other: Issue.record("\(name) \(situation.name): \(other)")
            }
        }
    }

    @Test("on small systems that share what is scarce: bound ≤ optimum ≤ answer, and infeasible only what is")
    func scarce() throws {
        var answered = 0
        var apart = 0
        var infeasible = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            let system = ScarceRegion.system(seed)
            let half = Dictionary(uniqueKeysWithValues: system.pools.indices.filter { $0 % 2 == 0 }.map { ($0, min(10, system.pools[$0].openBeds)) })
            for situation in [system.free, system.schemesOnly, system.option("half", closing: half)] {
                let model = BedsModel(system, situation)
                let optimum = try Self.optimum(model)
                switch try Self.search(model) {
                case .optimal(let solution):
                    let least = try #require(optimum)
                    #expect((solution.objective - least).magnitude <= 1e-6 * least, "\(seed) \(situation.name)")
                    answered += 1
                case .stopped(let solution, let bound):
                    if let optimum, let bound { #expect(bound <= optimum * (1 + 1e-7), "\(seed) \(situation.name)") }
                    guard let solution else { continue }
                    let least = try #require(optimum)
                    #expect(solution.objective >= least * (1 - 1e-7), "\(seed) \(situation.name)")
                    #expect(SolutionCheck(solution, of: model.model).passes)
                    answered += 1
                    if let bound, bound < least * (1 - 1e-4) { apart += 1 }
                case .infeasible:
                    #expect(optimum == nil, "\(seed) \(situation.name)")
                    infeasible += 1
                }
            }
        }
        // Or the systems are not what they are meant to be: too easy, or too tight to say anything.
        #expect(answered > 120 && apart > 10 && infeasible > 0, "\(answered) \(apart) \(infeasible)")
    }

    @Test("packages that one area gives up as another takes them are bought once, and the bound knows it")
    func boughtStays() throws {
        // One pool's patients become fewer, the other's more: with the same packages.
        var system = ScarceRegion.system(1)
        system.moves = []
        system.floors = []
        system.pools = Array(system.pools.prefix(2))
        system.sites = [.init(code: "S", name: "S", pools: [0, 1], fixedCostReleased: nil)]
        for place in 0..<2 {
            system.pools[place].openBeds = 20
            system.pools[place].occupiedBeds = place == 0 ? 25 : 16
            system.pools[place].shares = place == 0 ? [1, 0] : [0, 1]
            system.pools[place].closableWards = 0
            system.pools[place].wardsThatCanOpen = 2
            system.pools[place].peakFactor = 1
        }
        system.cohorts[0].growthPerYear = -0.12
        system.cohorts[1].growthPerYear = 0.1
        system.schemes = [
            .init(
                code: "K", title: "K", startYear: 2017, rampYears: 1, costPerBedAvoided: 0, fixedCost: 0, oneOffCost: 0,
                effects: [0.5, 0.5], needs: [1], after: [])
        ]
        system.alternatives = [.init(code: "A", title: "A", spare: 0, maximum: 10, price: 10_000, leadYears: 0)]
        let model = BedsModel(system, system.schemesOnly)
        // By hand: 22, 19.36 and 17.04 occupied beds, and 17.6, 19.36 and 21.3, of 18 each: 4, 2.72 and 3.3 packages together.
        let plan = model.plan(try #require(GLPKSolver().solve(model.model).optimum))
        #expect((plan.last.bought[0] - 4).magnitude < 1e-6)
        switch try Self.search(model) {
        case .optimal(let solution): #expect((solution.objective * 1000 - plan.presentValue).magnitude < 1)
        case .stopped(let solution, let bound):
            #expect(try #require(bound) * 1000 <= plan.presentValue + 1)
            #expect(try #require(solution).objective * 1000 >= plan.presentValue - 1)
        case .infeasible: Issue.record("it is feasible")
        }
    }

    @Test("the answer does not depend on the number of threads")
    func jobs() throws {
        let system = ScarceRegion.system(7)
        let model = BedsModel(system, system.free)
        let answers = try [1, 3].map { try Self.search(model, jobs: $0) }
        switch (answers[0], answers[1]) {
        case (.optimal(let one), .optimal(let other)): #expect(one.values == other.values)
        case (.stopped(let one, let bound), .stopped(let other, let itsBound)):
            #expect(one?.values == other?.values && bound == itsBound)
            #expect(one != nil)
        case let other: Issue.record("\(other)")
        }
    }

    @Test("stopped before it begins, there is neither answer nor bound")
    func stopped() throws {
        let stop = StopSignal()
        stop.cancel()
        let system = ScarceRegion.system(7)
        guard case .stopped(nil, bound: nil) = try Self.search(BedsModel(system, system.free), stop: stop) else {
            Issue.record("something was answered")
            return
        }
    }

    @Test("row 10 asks nothing: without it the optimum is the same")
    func safeTogether() throws {
        var rows = 0
        for seed in 1...30 as ClosedRange<UInt64> {
            let system = ScarceRegion.system(seed)
            let model = BedsModel(system, system.free)
            rows += model.rows.safeTogether.count
            var without = model
            for one in model.rows.safeTogether { without.model.release(one.row) }
            let (first, second) = (try Self.optimum(model), try Self.optimum(without))
            #expect((first == nil) == (second == nil), "\(seed)")
            if let first, let second { #expect((first - second).magnitude <= 1e-7 * first, "\(seed)") }
        }
        #expect(rows > 60)
    }
}
