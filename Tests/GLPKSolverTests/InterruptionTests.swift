// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// How soon a caller is heard while GLPK is inside a long linear program.
@Suite(.serialized) struct InterruptionTests {
    /// Facilities and zones, each pair with a row of its own: 24,460 rows, whose relaxation takes seconds.
    func facilities() -> Model<Items> {
        var generator = SeededGenerator(state: 5)
        var model = Model("facilities", minimise: Items.self)
        let sites = Members(0..<60)
        let zones = Members(0..<400)
        let isOpen = model.binaries(over: sites, of: Items.self, name: "open")
        let share = model.variables(over: zones, sites, in: 0..., of: Items.self, name: "share")
        for zone in zones { model.require("served", zone, sum(over: sites) { share[zone, $0] } .== 1) }
        for zone in zones {
            for site in sites { model.require("only if open", zone, site, share[zone, site] - isOpen[site] .<= 0) }
        }
        for site in sites { model.require("room", site, sum(over: zones) { share[$0, site] } - 20 * isOpen[site] .<= 0) }
        let fixed = sum(over: sites) { Double(Int.random(in: 200...400, using: &generator)) * isOpen[$0] }
        model.minimise(fixed + sum(share.all.map { Double(Int.random(in: 1...100, using: &generator)) * $0 }))
        return model
    }

    /// 2,000 iterations of this model take 3.3 s. What is asserted leaves room for a busy machine; alone it is 0.2 s.
    @Test func nobodyWaitsForALongLinearProgram() {
        let model = facilities()
        let clock = ContinuousClock()
        let start = clock.now
        var last = start
        var longest = Duration.zero
        let outcome = GLPKSolver().solve(
            model,
            shouldStop: {
                longest = max(longest, clock.now - last)
                last = clock.now
                return last - start > .seconds(4)
            })
        longest = max(longest, clock.now - last)
        guard case .stopped(.cancelled, _, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(longest < .seconds(1.5), "\(longest)")
    }

    @Test(arguments: [false, true]) func aTimeLimitIsHeardInsideALinearProgram(isWatched: Bool) {
        let model = facilities()
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = GLPKSolver().solve(
            model, options: .init(timeLimit: 1.5), shouldStop: isWatched ? { false } : nil)
        #expect(clock.now - start < .seconds(3))
        guard case .stopped(.time, _, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    /// A node's linear program is solved in a copy where it is long: the same optimum as when nobody watches.
    @Test func watchingChangesNoOptimum() throws {
        var generator = SeededGenerator(state: 6)
        var model = Model("facilities", minimise: Items.self)
        let sites = Members(0..<12)
        let zones = Members(0..<300)
        let isOpen = model.binaries(over: sites, of: Items.self, name: "open")
        let share = model.variables(over: zones, sites, in: 0..., of: Items.self, name: "share")
        for zone in zones { model.require("served", zone, sum(over: sites) { share[zone, $0] } .== 1) }
        for zone in zones {
            for site in sites { model.require("only if open", zone, site, share[zone, site] - isOpen[site] .<= 0) }
        }
        for site in sites { model.require("room", site, sum(over: zones) { share[$0, site] } - 75 * isOpen[site] .<= 0) }
        let fixed = sum(over: sites) { Double(Int.random(in: 500...900, using: &generator)) * isOpen[$0] }
        model.minimise(fixed + sum(share.all.map { Double(Int.random(in: 1...100, using: &generator)) * $0 }))
        #expect(model.program.nonzeroCount > 10_000)
        let alone = try optimum(of: model)
        var relaxed = model
        relaxed.relaxIntegers()
        // A basis given makes every node be solved in slices from the first.
        let basis = try #require(try optimum(of: relaxed).basis)
        var asked = 0
        let outcome = GLPKSolver().solve(model, start: basis, shouldStop: { asked += 1; return false })
        let watched = try #require(outcome.optimum)
        #expect(isClose(watched.objective, alone.objective) && asked > 3)
        #expect(watched.effort.nodes > 1)
        #expect(SolutionCheck(watched, of: model).violations == [])
    }
}
