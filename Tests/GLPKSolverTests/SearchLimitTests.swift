// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// The limits that GLPK lacks.
@Suite struct SearchLimitTests {
    @Test func aNodeLimit() throws {
        for limit in [1, 20, 500] {
            var nodes = 0
            let outcome = GLPKSolver().solve(
                hardModel(), options: .init(timeLimit: 30, nodeLimit: limit), progress: { nodes = max(nodes, $0.nodes) })
            guard case .stopped(.nodes, let incumbent, let bound?) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            if let incumbent { #expect(incumbent.objective <= bound) }
            // Two nodes are made at a time.
            #expect(nodes <= limit)
        }
        // A model that needs none but the first is not stopped by it.
        var model = Model("whole already", maximise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        model.require("row", n .<= 4)
        model.maximise(n)
        #expect(try optimum(of: model, options: .init(nodeLimit: 1)).objective == 4)
    }

    @Test func aSolutionLimit() throws {
        var objectives: [Double] = []
        for limit in 1...2 {
            let outcome = checkedOutcome(hardModel(), options: .init(timeLimit: 30, solutionLimit: limit))
            guard case .stopped(.solutions, let incumbent?, let bound?) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(incumbent.objective <= bound)
            objectives.append(incumbent.objective)
        }
        // Each better than the last.
        #expect(objectives[0] < objectives[1])
    }

    @Test(arguments: [600.0, 2_000]) func anAbsoluteGap(gap: Double) {
        let outcome = checkedOutcome(hardModel(), options: .init(timeLimit: 30, absoluteGap: gap))
        guard case .stopped(.gap, let incumbent?, let bound?) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bound >= incumbent.objective && bound - incumbent.objective <= gap)
    }

    /// Random whole-number programs: with a cutoff worse than the best, the best; else nothing, and no claim that the
    /// model has no solution.
    @Test func aCutoff() throws {
        var generator = SeededGenerator(state: 81)
        var beaten = 0
        var cut = 0
        for _ in 0..<300 {
            let item = RandomProgramTests().randomCase(&generator, integers: true)
            guard let best = RandomProgramTests().best(of: RandomProgramTests().wholePoints(item), item) else { continue }
            let sign = item.maximise ? -1.0 : 1.0
            for distance in [-1.5, -1, 0, 0.5, 3] {
                let cutoff = best + sign * distance
                let outcome = checkedOutcome(item.model, options: .init(cutoff: cutoff))
                if distance > 0 {
                    beaten += 1
                    #expect(isClose(try #require(outcome.optimum, "\(outcome)").objective, best))
                } else {
                    cut += 1
                    guard case .stopped(.cutoff, nil, let bound?) = outcome else {
                        Issue.record("\(outcome), cutoff \(cutoff), best \(best)")
                        continue
                    }
                    #expect(sign * (best - bound) >= -1e-6)
                }
            }
        }
        #expect(beaten > 100 && cut > 100)
    }

    /// What was given up for the cutoff is not proven to be worse than it: a search that a limit ends says no more than the cutoff.
    @Test func aCutoffAndALimit() throws {
        var generator = SeededGenerator(state: 82)
        var ended = 0
        for number in 0..<20 {
            let worths = (0..<12).map { _ in Double.random(in: 10...40, using: &generator) }
            let sizes = (0..<3).map { _ in (0..<12).map { _ in Double.random(in: 5...30, using: &generator) } }
            let most = sizes.map { $0.reduce(0, +) * 0.4 }
            var model = Model("knapsacks \(number)", maximise: Items.self)
            let x = (0..<12).map { model.integer("x[\($0)]", in: 0...1, of: Items.self) }
            for (row, limit) in zip(sizes, most) { model.require("room", sum(over: x.indices) { row[$0] * x[$0] } .<= limit) }
            model.maximise(sum(over: x.indices) { worths[$0] * x[$0] })
            // Every choice, one by one.
            let best = (0..<4096).filter { choice in
                zip(sizes, most).allSatisfy { row, limit in row.indices.reduce(0) { $0 + (choice >> $1 & 1 == 1 ? row[$1] : 0) } <= limit }
            }.map { choice in worths.indices.reduce(0) { $0 + (choice >> $1 & 1 == 1 ? worths[$1] : 0) } }.max()!
            for (nodes, above) in (1...40).flatMap({ nodes in [0.5, 2, 6].map { (nodes, $0) } }) {
                let outcome = checkedOutcome(model, options: .init(iterationLimit: 3 * nodes, cutoff: best + above))
                guard case .stopped(.iterations, nil, let bound?) = outcome else { continue }
                ended += 1
                #expect(bound >= best - 1e-6, "\(outcome), best \(best)")
            }
        }
        #expect(ended > 10)
    }

    @Test func aCutoffOfALinearProgram() throws {
        var model = Model("linear", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        model.require("row", x .>= 3)
        model.minimise(x)
        #expect(try optimum(of: model, options: .init(cutoff: 3.5)).objective == 3)
        guard case .stopped(.cutoff, nil, let bound?) = checkedOutcome(model, options: .init(cutoff: 3)) else {
            Issue.record("not cut off")
            return
        }
        #expect(bound == 3)
    }

    /// A cutoff close to the relaxation's optimum is refuted in moments, where the search for the best takes minutes.
    @Test func aCutoffSparesWork() throws {
        let model = hardModel()
        var relaxed = model
        relaxed.relaxIntegers()
        let root = try optimum(of: relaxed).objective
        var nodes = 0
        let outcome = GLPKSolver().solve(
            model, options: .init(timeLimit: 20, cutoff: root - 60), progress: { nodes = max(nodes, $0.nodes) })
        guard case .stopped(.cutoff, nil, let bound?) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bound == root - 60 && nodes > 1)
    }

    @Test func whatCannotBeHonouredIsRefusedAtOnce() {
        let model = Model("sound", minimise: Items.self)
        let options = SolveOptions(
            timeLimit: -.infinity, iterationLimit: 0, relativeGap: 2, memoryLimit: -4, absoluteGap: -1, nodeLimit: 0,
            solutionLimit: -7, cutoff: .nan)
        guard case .invalid(let faults) = checkedOutcome(model, options: options) else {
            Issue.record("not refused")
            return
        }
        #expect(
            faults.map(\.subject) == [
                "time limit", "iteration limit", "relative gap", "memory limit", "absolute gap", "node limit",
                "solution limit", "cutoff",
            ])
    }
}
