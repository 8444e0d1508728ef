// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// What every solver test leans on must itself be able to say no.
@Suite struct OutcomeCheckTests {
    /// min 12x + 20y; 6x + 8y ≥ 100; 7x + 12y ≥ 120; y ≤ 3: x = 15, y = 1.25, prices ¼ and 1½, 205.
    func model() -> Model<Items> {
        var model = Model("tutorial", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0...3, of: Items.self)
        model.require("c1", 6 * x + 8 * y .>= 100)
        model.require("c2", 7 * x + 12 * y .>= 120)
        model.minimise(12 * x + 20 * y)
        return model
    }

    let prices = Duals(rows: [0.25, 1.5], columns: [0, 0])
    let corner = Basis(rows: [.atLower, .atLower], columns: [.basic, .basic])

    func complaints(_ outcome: Outcome) -> [String] { OutcomeCheck(outcome, of: model()).complaints }

    @Test func theRightAnswerIsProved() {
        let check = OutcomeCheck(
            .optimal(Solution(objective: 205, values: [15, 1.25], duals: prices, basis: corner)), of: model())
        #expect(check.complaints == [] && check.exactness == .proved)
        let small = OutcomeCheck(
            .optimal(Solution(objective: 205, values: [15, 1.25], duals: prices, basis: corner)), of: model(), equations: 1)
        #expect(small.exactness == .notTried)
    }

    @Test func theRightNumbersOfAnotherBasisAreNot() {
        // x = 50/3 at 200: less than the optimum, and c2 is broken by 10/3.
        let other = Basis(rows: [.atLower, .basic], columns: [.basic, .atLower])
        let said = complaints(.optimal(Solution(objective: 205, values: [15, 1.25], duals: prices, basis: other)))
        #expect(said.contains("the basis is worth 200.0 in fractions, and 205.0 was reported"))
        #expect(said.contains { $0.hasPrefix("of the basis in fractions: “c2”: row by 3.33") })
        let none = Basis(rows: [.basic, .basic], columns: [.basic, .basic])
        #expect(complaints(.optimal(Solution(objective: 205, values: [15, 1.25], duals: prices, basis: none)))
            == ["this is not a basis of the model: 0 rows are held and 2 columns are free to follow"])
    }

    @Test func whatIsWrongIsNamed() {
        #expect(!complaints(.optimal(Solution(objective: 205, values: [15, 1.2], duals: prices, basis: corner))).isEmpty)
        #expect(!complaints(.optimal(Solution(objective: 204, values: [15, 1.25]))).isEmpty)
        #expect(!complaints(.optimal(Solution(objective: .nan, values: [15, 1.25]))).isEmpty)
        #expect(!complaints(.stopped(.time, incumbent: Solution(objective: 260, values: [20, 1.0]), bound: 270)).isEmpty)
        #expect(complaints(.stopped(.time, incumbent: Solution(objective: 260, values: [20, 1.0]), bound: 200)).isEmpty)
        #expect(!complaints(.infeasible(Infeasibility(proof: .ray([1, -1])))).isEmpty)
        #expect(!complaints(.unbounded(Unboundedness(direction: [1, 0]))).isEmpty)
    }

    @Test func pricesOfWholeNumbersAreNotBelieved() {
        var model = Model("whole", minimise: Items.self)
        let n = model.integer("n", in: 0...9, of: Items.self)
        model.require("row", n .>= 2)
        model.minimise(n)
        let solution = Solution(objective: 2, values: [2], duals: Duals(rows: [1], columns: [0]))
        #expect(OutcomeCheck(.optimal(solution), of: model).complaints
            == ["a program with integers has no prices, and some were given"])
    }
}

/// How far the exact check goes in a time that can be waited for.
@Suite(.enabled(if: isLong, "FOOTPRINT_LONG_TESTS is not 1")) struct ExactSizeTests {
    private func seconds(_ model: Model<Items>) throws -> (equations: Int, seconds: Double, isOptimal: Bool) {
        let solution = try #require(GLPKSolver().solve(model).optimum)
        let basis = try #require(solution.basis)
        let clock = ContinuousClock()
        let start = clock.now
        let exact = try ExactBasicSolution(of: model, at: basis, atMost: 5_000)
        let time = clock.now - start
        #expect(isClose(exact.objective.double, solution.objective, 1e-9))
        return (
            basis.rows.filter { $0 != .basic }.count,
            Double(time.components.seconds) + 1e-18 * Double(time.components.attoseconds), exact.isOptimal)
    }

    /// Equations that are dense, with all 53 bits in every coefficient: as bad as it gets.
    @Test(arguments: [20, 50, 100]) func dense(size: Int) throws {
        var generator = SeededGenerator(state: 51)
        var model = Model("dense", minimise: Items.self)
        let rows = Members(0..<size)
        let columns = Members(0..<(3 * size / 2))
        let x = model.variables(over: columns, in: 0..., of: Items.self, name: "x")
        let point = columns.map { _ in Double.random(in: 0.5...2, using: &generator) }
        for row in rows {
            let coefficients = columns.map { _ in Double.random(in: 0.1...9, using: &generator) }
            let side = zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
            model.require("row", row, sum(over: columns) { coefficients[$0] * x[$0] } .== side)
        }
        model.minimise(sum(over: columns) { Double.random(in: 1...5, using: &generator) * x[$0] })
        let found = try seconds(model)
        print("dense, \(size) × \(3 * size / 2): \(found)")
        #expect(found.isOptimal)
    }

    /// As planners' models are: many rows, few of them tangled.
    @Test(arguments: [20, 60, 120]) func transport(size: Int) throws {
        let model = LimitTests().transport(size)
        let found = try seconds(model)
        print("transport, \(size) to \(size): \(found)")
        #expect(found.isOptimal)
    }
}
