// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Irreducible infeasible subsystems against enumeration: the members have no solution together, and every proper
/// subset has one. The judge shares nothing with the solver.
@Suite struct ExplanationTests {
    typealias Member = IrreducibleSubsystem.Member

    /// Two variables, each whole or not, and up to four rows.
    struct Case {
        var model = Model("small", minimise: Items.self)
        var isWhole: [Bool] = []
        var lower: [Double] = []
        var upper: [Double] = []
        var rows: [(coefficients: [Double], lower: Double, upper: Double)] = []

        init(_ generator: inout SeededGenerator) {
            var variables: [Variable<Items>] = []
            for name in ["x", "y"] {
                let low = Double(Int.random(in: -4...2, using: &generator))
                let high = low + Double(Int.random(in: 0...6, using: &generator))
                let whole = Bool.random(using: &generator)
                lower.append(low)
                upper.append(high)
                isWhole.append(whole)
                variables.append(
                    whole ? model.integer(name, in: low...high, of: Items.self)
                        : model.variable(name, in: low...high, of: Items.self))
            }
            for row in 0..<Int.random(in: 2...4, using: &generator) {
                let coefficients = (0..<2).map { _ in Double(Int.random(in: -4...4, using: &generator)) }
                // Near what some point of the box has, so that it is seldom the bounds alone that refuse it.
                let point = (0..<2).map { Double.random(in: lower[$0]...upper[$0], using: &generator) }
                let activity = zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
                let low = (2 * activity).rounded() / 2 + (Int.random(in: 0...5, using: &generator) == 0 ? 20 : 0)
                let sides =
                    switch Int.random(in: 0...3, using: &generator) {
                    case 0: (low, low)
                    case 1: (low, Double.infinity)
                    case 2: (-Double.infinity, low)
                    default: (low, low + 0.5)
                    }
                rows.append((coefficients, sides.0, sides.1))
                let total = coefficients[0] * variables[0] + coefficients[1] * variables[1]
                model.require("row", row, total.within(sides.0...sides.1))
            }
            model.minimise(variables[0] + variables[1])
        }

        /// Half-planes a·x ≥ b of the members kept, in a box far beyond any corner.
        func planes(_ kept: Set<Member>) -> [(a: [Double], b: Double)] {
            var planes: [(a: [Double], b: Double)] = []
            for column in 0..<2 {
                let unit = column == 0 ? [1.0, 0] : [0, 1]
                planes.append((unit, -400))
                planes.append((unit.map { -$0 }, -400))
                if kept.contains(.bound(column: column, .lower)) { planes.append((unit, lower[column])) }
                if kept.contains(.bound(column: column, .upper)) { planes.append((unit.map { -$0 }, -upper[column])) }
            }
            for (place, row) in rows.enumerated() {
                let handle = model.rows[place]
                if kept.contains(.side(handle, .lower)) { planes.append((row.coefficients, row.lower)) }
                if kept.contains(.side(handle, .upper)) { planes.append((row.coefficients.map { -$0 }, -row.upper)) }
            }
            return planes
        }

        func isFeasible(_ members: some Sequence<Member>) -> Bool {
            let kept = Set(members)
            let planes = planes(kept)
            func holds(_ x: Double, _ y: Double) -> Bool {
                planes.allSatisfy { $0.a[0] * x + $0.a[1] * y >= $0.b - 1e-7 }
            }
            // With one coordinate given, the other has an interval.
            func ends(_ other: Int, given value: Double) -> (Double, Double)? {
                var low = -400.0
                var high = 400.0
                for plane in planes {
                    let left = plane.b - plane.a[1 - other] * value
                    let slope = plane.a[other]
                    if slope > 0 { low = max(low, left / slope) } else if slope < 0 { high = min(high, left / slope) } else if left > 1e-7 { return nil }
                }
                return low <= high + 1e-7 ? (low, high) : nil
            }
            let whole = (0..<2).filter { kept.contains(.wholeNumber(column: $0)) }
            if whole.count == 2 {
                return (-400...400).contains { x in
                    ends(1, given: Double(x)).map { ($0.0 - 1e-7).rounded(.up) <= ($0.1 + 1e-7).rounded(.down) } ?? false
                }
            }
            if let column = whole.first {
                return (-400...400).contains { ends(1 - column, given: Double($0)) != nil }
            }
            // Any solution set within the box has a corner.
            for i in planes.indices {
                for j in planes.indices where j > i {
                    let (p, q) = (planes[i], planes[j])
                    let determinant = p.a[0] * q.a[1] - p.a[1] * q.a[0]
                    guard abs(determinant) > 1e-9 else { continue }
                    let x = (p.b * q.a[1] - p.a[1] * q.b) / determinant
                    let y = (p.a[0] * q.b - p.b * q.a[0]) / determinant
                    if holds(x, y) { return true }
                }
            }
            return false
        }
    }

    @Test(arguments: [91, 92, 93, 94] as [UInt64]) func everyProperSubsetHasASolution(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        var origins: [IrreducibleSubsystem.Origin: Int] = [:]
        var withWhole = 0
        var unsettled = 0
        for _ in 0..<150 {
            let item = Case(&generator)
            let all = item.model.program.members
            switch GLPKSolver().explainInfeasibility(of: item.model, nodeLimit: 500) {
            case .feasible: #expect(item.isFeasible(all))
            case .conflict(let conflict):
                let members = conflict.members
                #expect(Set(members).isSubset(of: all) && Set(members).count == members.count)
                #expect(!item.isFeasible(members), "\(members)")
                origins[conflict.origin, default: 0] += 1
                if members.contains(where: { if case .wholeNumber = $0 { true } else { false } }) { withWhole += 1 }
                guard conflict.isIrreducible else {
                    unsettled += 1
                    continue
                }
                for bits in 0..<(1 << members.count) - 1 {
                    let subset = members.indices.filter { bits >> $0 & 1 == 1 }.map { members[$0] }
                    #expect(item.isFeasible(subset), "\(members) without \(Set(members).subtracting(subset))")
                }
            case let other: Issue.record("\(other)")
            }
        }
        #expect(origins[.boundsRefuteRow, default: 0] > 5 && origins[.deletion, default: 0] > 10, "\(origins)")
        // A search in whole numbers without bounds may have no end; then it is said.
        #expect(withWhole > 2 && unsettled <= 8, "\(withWhole), \(unsettled)")
    }

    @Test func boundsThatContradictEachOther() throws {
        var model = Model("bounds", minimise: Items.self)
        let x = model.variable("x", in: 0...5, of: Items.self)
        let n = model.integer("n", in: 1.2...1.8, of: Items.self)
        let row = model.require("row", x + n .>= 1)
        model.minimise(x)
        let broken = try #require(GLPKSolver().explainInfeasibility(of: model).conflict)
        #expect(broken.origin == .contradictoryBounds && broken.isIrreducible)
        #expect(broken.members == [.bound(column: 1, .lower), .bound(column: 1, .upper), .wholeNumber(column: 1)])
        model.relax(n)
        model.setSides(of: row, lower: 4, upper: 3)
        let crossed = try #require(GLPKSolver().explainInfeasibility(of: model).conflict)
        #expect(crossed.members == [.side(row, .lower), .side(row, .upper)])
        // A number that is none is a fault, not a conflict.
        model.setRightHandSide(of: model.require("bad", x .>= .nan), to: .nan)
        guard case .invalid(let faults) = GLPKSolver().explainInfeasibility(of: model) else {
            Issue.record("not refused")
            return
        }
        #expect(faults.map(\.subject) == ["bad"])
    }

    @Test func aRowThatBoundsRefute() throws {
        var model = Model("row", minimise: Items.self)
        let x = model.variable("x", in: 0...5, of: Items.self)
        let y = model.variable("y", in: 1...4, of: Items.self)
        model.require("fine", x + y .>= 2)
        let row = model.require("too much", 2 * x - y .>= 10)
        model.minimise(x)
        let conflict = try #require(GLPKSolver().explainInfeasibility(of: model).conflict)
        #expect(conflict.origin == .boundsRefuteRow)
        #expect(conflict.members == [.side(row, .lower), .bound(column: 0, .upper), .bound(column: 1, .lower)])
    }

    /// x + y ≥ 10; x ≤ 3; y ≤ 4, as rows and with bounds nobody leans on.
    func wards() -> Model<Items> {
        var model = Model("wards", minimise: Items.self)
        let x = model.variable("beds[A]", in: 0..., of: Items.self)
        let y = model.variable("beds[B]", in: 0..., of: Items.self)
        let n = model.integer("wards", in: 0...9, of: Items.self)
        model.require("harmless", x - y + n .<= 100)
        model.require("enough beds", x + 2 * y .== 11.5)
        model.require("few in A", x .<= 3)
        model.require("few in B", y - 0.5 * n .<= 4)
        model.require("one ward", n .<= 0.5)
        model.minimise(x + y)
        return model
    }

    @Test func inTwoVoices() throws {
        // 3 + 2·4 = 11 < 11.5, and a half of one ward would do: its being whole is in the way.
        let model = wards()
        let conflict = try #require(GLPKSolver().explainInfeasibility(of: model).conflict)
        #expect(conflict.isIrreducible && conflict.origin == .deletion)
        #expect(
            conflict.lines(in: model, for: .planner) == [
                "These cannot all be met. Give up any one of them and the others can be:",
                "“enough beds” asks for at least 11.5",
                "“few in A” asks for at most 3",
                "“few in B” asks for at most 4",
                "“one ward” asks for at most 0.5",
                "“wards” comes in whole numbers only",
            ])
        #expect(
            conflict.lines(in: model, for: .engineer) == [
                "irreducible infeasible subsystem, 5 members (deletion):",
                "row 2 “enough beds”, lower side: beds[A] + 2 beds[B] ≥ 11.5",
                "row 3 “few in A”, upper side: beds[A] ≤ 3",
                "row 4 “few in B”, upper side: beds[B] − 0.5 wards ≤ 4",
                "row 5 “one ward”, upper side: wards ≤ 0.5",
                "column 3 “wards”, integrality",
            ])
    }

    @Test func bothSidesShareALine() throws {
        var model = Model("odd", minimise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        let k = model.variable("k", in: 2...2, of: Items.self)
        model.require("odd", 2 * n + k .== 5)
        model.minimise(n)
        let conflict = try #require(GLPKSolver().explainInfeasibility(of: model).conflict)
        #expect(conflict.isIrreducible)
        #expect(
            conflict.lines(in: model, for: .planner) == [
                "These cannot all be met. Give up any one of them and the others can be:",
                "“odd” asks for exactly 5", "“k” is fixed at 2", "“n” comes in whole numbers only",
            ])
        #expect(
            conflict.lines(in: model, for: .engineer) == [
                "irreducible infeasible subsystem, 5 members (deletion):",
                "row 1 “odd”, both sides: 2 n + k = 5", "column 2 “k”, both bounds: k = 2",
                "column 1 “n”, integrality",
            ])
    }

    /// 400 integers with one equality that parity refutes and much else beside: no time to try all.
    @Test func notYetIrreducibleWhenTimeRunsOut() throws {
        var model = Model("parity", minimise: Items.self)
        let members = Members(0..<400)
        let n = model.integers(over: members, in: 0...9, of: Items.self, name: "n")
        for member in members { model.require("fine", member, n[member] .<= 8) }
        model.require("odd", 2 * sum(n.all.prefix(3)) .== 7)
        model.minimise(sum(n.all))
        let clock = ContinuousClock()
        let start = clock.now
        let explanation = GLPKSolver().explainInfeasibility(of: model, timeLimit: 0.25)
        #expect(clock.now - start < .seconds(3))
        switch explanation {
        case .conflict(let conflict):
            #expect(!conflict.isIrreducible)
            #expect(conflict.lines(in: model, for: .planner)[0].hasSuffix("so some may not matter:"))
            #expect(conflict.lines(in: model, for: .engineer)[0].contains("not yet irreducible"))
            #expect(conflict.lines(in: model, for: .planner).contains { $0.hasSuffix("(this may not matter)") })
        default: Issue.record("\(explanation)")
        }
        guard case .invalid(let faults) = GLPKSolver().explainInfeasibility(of: model, timeLimit: 0, nodeLimit: 0) else {
            Issue.record("not refused")
            return
        }
        #expect(faults.map(\.subject) == ["time limit", "node limit"])
    }

    @Test func aModelWithASolutionHasNone() {
        var model = wards()
        model.setRightHandSide(of: model.rows[1], to: 11)
        guard case .feasible = GLPKSolver().explainInfeasibility(of: model) else {
            Issue.record("not feasible")
            return
        }
        guard case .feasible = GLPKSolver().explainInfeasibility(of: Model("empty", minimise: Items.self)) else {
            Issue.record("not feasible")
            return
        }
    }
}

@Suite struct LeastRelaxationTests {
    /// x + y ≥ 10; x ≤ 3; y ≤ 4 is three short, whichever gives.
    func model() -> Model<Items> {
        var model = Model("short", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("enough", x + y .>= 10)
        model.require("few x", x .<= 3)
        model.require("few y", y .<= 4)
        model.minimise(x + 2 * y)
        return model
    }

    @Test func theCheapestGives() throws {
        let model = model()
        let rows = model.rows
        for (weights, expected) in [([1.0, 5, 0.5], 2), ([1, 5, 7], 0), ([9, 5, 7], 1)] {
            let result = GLPKSolver().leastRelaxation(of: model, weights: Dictionary(uniqueKeysWithValues: zip(rows, weights)))
            guard case .moves(let moves, let total, let values) = result, let move = moves.first else {
                Issue.record("\(result)")
                return
            }
            #expect(moves.count == 1 && move.row == rows[expected])
            #expect(move.side == (expected == 0 ? .lower : .upper) && isClose(move.amount, 3))
            #expect(isClose(total, 3 * weights[expected]) && values.count == 2)
        }
        // Only what may give does.
        guard case .impossible = GLPKSolver().leastRelaxation(of: Self.stuck(), weights: [Self.stuck().rows[1]: 1]) else {
            Issue.record("not impossible")
            return
        }
    }

    static func stuck() -> Model<Items> {
        var model = Model("stuck", minimise: Items.self)
        let x = model.variable("x", in: 0...1, of: Items.self)
        model.require("too much", x .>= 5)
        model.require("other", x .<= 9)
        model.minimise(x)
        return model
    }

    @Test func inTwoVoices() {
        let model = model()
        let rows = model.rows
        let result = GLPKSolver().leastRelaxation(of: model, weights: [rows[0]: 4, rows[2]: 0.5])
        #expect(
            result.lines(in: model, for: .planner) == [
                "Everything can be met if these give way:",
                "“few y” would have to ask for at most 7 instead of 4: 3 more",
            ])
        #expect(
            result.lines(in: model, for: .engineer) == [
                "least relaxation, weighted total 1.5:", "row 3 “few y”, upper side: 4 → 7",
            ])
        let less = GLPKSolver().leastRelaxation(of: model, weights: [rows[0]: 4])
        #expect(
            less.lines(in: model, for: .planner)[1]
                == "“enough” would have to ask for at least 7 instead of 10: 3 less")
        let stuck = Self.stuck()
        #expect(
            GLPKSolver().leastRelaxation(of: stuck, weights: [stuck.rows[1]: 1]).lines(in: stuck, for: .planner) == [
                "Letting these give way is not enough: the rest cannot be met by itself."
            ])
        var open = stuck
        open.release(open.rows[0])
        for voice in ExplanationVoice.allCases {
            #expect(
                GLPKSolver().leastRelaxation(of: open, weights: [open.rows[1]: 1]).lines(in: open, for: voice)
                    == ["Nothing has to give: the model has a solution."])
        }
    }

    /// Random whole-number programs: the least weighted violation of any point.
    @Test func againstEveryPoint() throws {
        var generator = SeededGenerator(state: 95)
        var moved = 0
        for _ in 0..<200 {
            let item = RandomProgramTests().randomCase(&generator, integers: true)
            let weights = item.rows.map { _ in Double(Int.random(in: 1...5, using: &generator)) }
            let result = GLPKSolver().leastRelaxation(
                of: item.model, weights: Dictionary(uniqueKeysWithValues: zip(item.model.rows, weights)))
            let expected = RandomProgramTests().wholePoints(item).map { point in
                zip(item.rows, weights).reduce(0.0) { total, pair in
                    let activity = zip(pair.0.coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
                    return total + pair.1 * max(0, pair.0.lower - activity, activity - pair.0.upper)
                }
            }.min()!
            guard case .moves(let moves, let total, let values) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(isClose(total, expected))
            if !moves.isEmpty { moved += 1 }
            // With the moves made, the values are a solution.
            var relaxed = item
            for move in moves {
                if move.side == .lower { relaxed.rows[move.row.index].lower -= move.amount + 1e-6 }
                if move.side == .upper { relaxed.rows[move.row.index].upper += move.amount + 1e-6 }
            }
            #expect(RandomProgramTests().isFeasible(values, relaxed))
        }
        #expect(moved > 40)
    }

    @Test func weightsThatAreNoneAreRefusedAtOnce() {
        let model = model()
        let result = GLPKSolver().leastRelaxation(
            of: model, weights: [model.rows[0]: 0, model.rows[1]: .nan, model.rows[2]: -1], timeLimit: -1)
        guard case .invalid(let faults) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(faults.map(\.subject) == ["time limit", "enough", "few x", "few y"])
    }
}
