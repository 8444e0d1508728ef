// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

@Suite struct ConflictTests {
    /// Three requirements that contradict each other in pairs of pairs, among others that harm nobody:
    /// x + y ≥ 10; x ≤ 3; y ≤ 4 — all three are needed.
    func model() -> (Model<Items>, [String: Row]) {
        var model = Model("conflict", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        let z = model.variable("z", in: 0...5, of: Items.self)
        var rows: [String: Row] = [:]
        rows["harmless"] = model.require("harmless", x - y .<= 100)
        rows["enough"] = model.require("enough", x + y .>= 10)
        rows["few x"] = model.require("few x", x .<= 3)
        rows["also harmless"] = model.require("also harmless", x + z .>= 1)
        rows["few y"] = model.require("few y", y .<= 4)
        model.minimise(x + 2 * y + z)
        return (model, rows)
    }

    @Test func everyRowOfAConflictIsNeeded() throws {
        let (model, rows) = model()
        let conflict = try #require(GLPKSolver().conflict(in: model, among: model.rows))
        #expect(conflict.isIrreducible)
        #expect(conflict.rows == [rows["enough"]!, rows["few x"]!, rows["few y"]!])
    }

    @Test func rowsThatMayNotBeGivenUpAreKept() throws {
        let (model, rows) = model()
        let conflict = try #require(GLPKSolver().conflict(in: model, among: [rows["few y"]!, rows["harmless"]!]))
        #expect(conflict.rows == [rows["few y"]!])
        // Where they contradict each other, giving up the rest helps nobody.
        let none = try #require(GLPKSolver().conflict(in: model, among: [rows["harmless"]!]))
        #expect(none.rows == [] && none.isIrreducible)
    }

    @Test func aModelWithASolutionHasNone() {
        var (model, rows) = model()
        model.setRightHandSide(of: rows["enough"]!, to: 7)
        #expect(GLPKSolver().conflict(in: model, among: model.rows) == nil)
        #expect(GLPKSolver().leastRelaxations(in: model, of: model.rows).map(\.amount) == [0, 0, 0, 0, 0])
    }

    @Test func conflictOfWholeNumbers() throws {
        // 3 ≤ 2n ≤ 3.5 has solutions, and none in whole numbers.
        var model = Model("whole", minimise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        let m = model.integer("m", in: 0...9, of: Items.self)
        let low = model.require("low", 2 * n .>= 3)
        model.require("other", m + n .<= 12)
        let high = model.require("high", 2 * n .<= 3.5)
        model.minimise(n + m)
        let conflict = try #require(GLPKSolver().conflict(in: model, among: model.rows))
        #expect(conflict.rows == [low, high])
        // n = 2 takes half of one more above; n = 1 takes one less below; the other row is no help.
        let least = GLPKSolver().leastRelaxations(in: model, of: model.rows)
        #expect(least.map(\.row) == model.rows)
        #expect(isClose(try #require(least[0].amount), 1))
        #expect(least[1].amount == nil)
        #expect(isClose(try #require(least[2].amount), 0.5))
    }

    @Test func theLeastThatEachRowMustGive() throws {
        let (model, rows) = model()
        let names = ["enough", "few x", "few y", "harmless"]
        let least = GLPKSolver().leastRelaxations(in: model, of: names.map { rows[$0]! })
        // 3 + 4 is three short of 10, whichever of the three gives.
        for place in 0..<3 { #expect(isClose(try #require(least[place].amount), 3)) }
        #expect(least[3].amount == nil)
    }

    @Test func noTimeNoClaim() {
        let (model, _) = model()
        #expect(GLPKSolver().conflict(in: model, among: model.rows, timeLimit: 0) == nil)
    }

    /// Random contradictions: what is found is infeasible, and feasible without any one of its rows.
    @Test func irreducibleInRandomPrograms() throws {
        var generator = SeededGenerator(state: 21)
        var found = 0
        for _ in 0..<60 {
            let item = RandomProgramTests().randomCase(&generator, integers: Bool.random(using: &generator))
            let model = item.model
            guard let conflict = GLPKSolver().conflict(in: model, among: model.rows) else {
                #expect(checkedOutcome(model).optimum != nil)
                continue
            }
            found += 1
            func isFeasible(_ kept: [Row]) -> Bool {
                var trial = model
                for row in model.rows where !kept.contains(row) {
                    trial.setSides(of: row, lower: -.infinity, upper: .infinity)
                }
                return checkedOutcome(trial).optimum != nil
            }
            #expect(!isFeasible(conflict.rows))
            for row in conflict.rows { #expect(isFeasible(conflict.rows.filter { $0 != row })) }
        }
        #expect(found > 10)
    }
}
