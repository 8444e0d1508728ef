// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// The best configurations against all of them, solved one by one.
@Suite struct SeveralAnswersTests {
    struct Case {
        let model: Model<Items>
        let decisions: [Variable<Items>]
        let rest: Variable<Items>
        let worth: [Double]
        let weights: [Double]
        let room: Double
        let maximise: Bool

        /// Every configuration's objective, worked out by hand: the rest is filled with what room is left, at 2 each,
        /// when maximising; when minimising, room is what must be filled and the rest fills it at 2 each.
        var objectives: [(configuration: [Bool], objective: Double)] {
            (0..<(1 << worth.count)).compactMap { bits in
                let configuration = worth.indices.map { bits >> $0 & 1 == 1 }
                let weight = zip(weights, configuration).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
                let value = zip(worth, configuration).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
                let left = room - weight
                if maximise { return left < 0 ? nil : (configuration, value + 2 * min(left, 3)) }
                return left > 3 ? nil : (configuration, value + 2 * max(left, 0))
            }
        }
    }

    func randomCase(_ generator: inout SeededGenerator) -> Case {
        let count = Int.random(in: 3...6, using: &generator)
        let maximise = Bool.random(using: &generator)
        let worth = (0..<count).map { _ in Double(Int.random(in: 1...9, using: &generator)) }
        let weights = (0..<count).map { _ in Double(Int.random(in: 1...6, using: &generator)) }
        let room = (weights.reduce(0, +) * 0.6).rounded()
        var model = Model("knapsack", minimise: Items.self)
        let rest = model.variable("rest", in: 0...3, of: Items.self)
        let decisions = (0..<count).map { model.binary("x\($0)", of: Items.self) }
        let weight = sum(zip(weights, decisions).map { $0 * $1 }) + rest
        let value = sum(zip(worth, decisions).map { $0 * $1 }) + 2 * rest
        if maximise {
            model.require("room", weight .<= room)
            model.maximise(value)
        } else {
            model.require("enough", weight .>= room)
            model.minimise(value)
        }
        return Case(
            model: model, decisions: decisions, rest: rest, worth: worth, weights: weights, room: room,
            maximise: maximise)
    }

    @Test func theBestAreTheBest() throws {
        var generator = SeededGenerator(state: 71)
        for _ in 0..<40 {
            let item = randomCase(&generator)
            let all = item.objectives.map(\.objective).sorted { item.maximise ? $0 > $1 : $0 < $1 }
            let found = GLPKSolver().best(7, of: item.model)
            let objectives = found.solutions.map(\.objective)
            #expect(objectives.count == min(7, all.count))
            #expect(zip(objectives, all).allSatisfy { isClose($0, $1) }, "\(objectives), \(all)")
            // No two alike, each worth what its configuration is worth.
            let configurations = found.solutions.map { solution in item.decisions.map { solution[$0] > 0.5 } }
            #expect(Set(configurations).count == configurations.count)
            for (configuration, objective) in zip(configurations, objectives) {
                let expected = try #require(item.objectives.first { $0.configuration == configuration })
                #expect(isClose(expected.objective, objective))
            }
            for solution in found.solutions { #expect(SolutionCheck(solution, of: item.model).violations == []) }
            switch found.ending {
            case .enough: #expect(all.count >= 7)
            case .noOther: #expect(all.count < 7)
            default: Issue.record("\(found.ending)")
            }
        }
    }

    @Test func everyOptimumWithinATolerance() throws {
        var generator = SeededGenerator(state: 72)
        var several = 0
        for _ in 0..<40 {
            let item = randomCase(&generator)
            let best = try #require(
                item.maximise ? item.objectives.map(\.objective).max() : item.objectives.map(\.objective).min())
            for tolerance in [0.0, 1, 2.5] {
                let expected = Set(
                    item.objectives.filter { abs($0.objective - best) <= tolerance }.map(\.configuration))
                let found = GLPKSolver().allOptima(of: item.model, within: tolerance)
                let configurations = found.solutions.map { solution in item.decisions.map { solution[$0] > 0.5 } }
                #expect(configurations.count == expected.count && Set(configurations) == expected)
                if expected.count > 1 { several += 1 }
                switch found.ending {
                case .othersAreWorse(let next): #expect(abs(next - best) > tolerance)
                case .noOther: #expect(expected.count == item.objectives.count)
                default: Issue.record("\(found.ending)")
                }
            }
        }
        #expect(several > 20)
    }

    @Test func someDecisionsAlone() throws {
        var generator = SeededGenerator(state: 73)
        let item = randomCase(&generator)
        let some = Array(item.decisions.prefix(2))
        let found = GLPKSolver().best(10, of: item.model, over: some)
        // The best of each of the four.
        var expected: [[Bool]: Double] = [:]
        for (configuration, objective) in item.objectives {
            let key = Array(configuration.prefix(2))
            let better = item.maximise ? max : min as (Double, Double) -> Double
            expected[key] = expected[key].map { better($0, objective) } ?? objective
        }
        #expect(found.solutions.count == expected.count)
        for solution in found.solutions {
            #expect(isClose(try #require(expected[some.map { solution[$0] > 0.5 }]), solution.objective))
        }
        guard case .noOther = found.ending else {
            Issue.record("\(found.ending)")
            return
        }
    }

    @Test func withoutDecisionsThereIsOneAnswer() throws {
        var model = Model("linear", maximise: Items.self)
        let x = model.variable("x", in: 0...5, of: Items.self)
        model.require("row", 2 * x .<= 7)
        model.maximise(x)
        let found = GLPKSolver().best(3, of: model)
        #expect(found.solutions.map(\.objective) == [3.5])
        guard case .noOther = found.ending else {
            Issue.record("\(found.ending)")
            return
        }
    }

    @Test func whatEndsTheSearchIsSaid() throws {
        var model = Model("impossible", maximise: Items.self)
        let x = model.binary("x", of: Items.self)
        let n = model.integer("n", in: 0...5, of: Items.self)
        model.require("row", 2 * x + n .>= 9)
        model.maximise(x)
        guard case .noOther = GLPKSolver().best(2, of: model).ending else {
            Issue.record("infeasible")
            return
        }
        guard case .unfinished(.stopped(.time, _, _)) = GLPKSolver().best(2, of: hardModel(), options: .init(timeLimit: 0.2)).ending
        else {
            Issue.record("time")
            return
        }
        let refused = GLPKSolver().best(
            0, of: model, over: [n], options: .init(relativeGap: 0.1, absoluteGap: 1, cutoff: 1))
        guard case .unfinished(.invalid(let faults)) = refused.ending else {
            Issue.record("not refused")
            return
        }
        #expect(faults.map(\.subject) == ["number of answers", "n", "relative gap", "absolute gap", "cutoff"])
        guard case .unfinished(.invalid(let two)) = GLPKSolver().allOptima(of: model, within: -1, atMost: -1).ending else {
            Issue.record("not refused")
            return
        }
        #expect(two.map(\.subject) == ["number of answers", "tolerance"])
    }
}
