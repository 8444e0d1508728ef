// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// What each route of GLPK makes of a model that has no optimum, and what we say of it.
@Suite struct StatusTests {
    /// min x + y; x + y ≥ 5; x + y ≤ 3; x, y ≥ 0.
    func contradictory(integers: Bool = false) -> Model<Items> {
        var model = Model("contradictory", minimise: Items.self)
        let x = integers ? model.integer("x", in: 0..., of: Items.self) : model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("at least five", x + y .>= 5)
        model.require("at most three", x + y .<= 3)
        model.minimise(x + y)
        return model
    }

    @Test(arguments: linearRoutes) func infeasibleCarriesACheckedRay(options: SolveOptions) throws {
        let model = contradictory()
        guard case .infeasible(let infeasibility) = checkedOutcome(model, options: options),
            case .ray(let ray) = infeasibility.proof
        else {
            Issue.record("not infeasible by a ray")
            return
        }
        #expect(model.program.isContradicted(by: ray))
        // The first row leans on its lower side, the second on its upper, in equal parts.
        #expect(ray[0] < 0 && ray[1] > 0)
        #expect(isClose(ray[0], -ray[1]))
    }

    @Test func infeasibleOnlyInWholeNumbers() {
        // 2x = 3 has the solution 1.5.
        var model = Model("odd", minimise: Items.self)
        let x = model.integer("x", in: 0...10, of: Items.self)
        let y = model.integer("y", in: 0...10, of: Items.self)
        model.require("twice is odd", 2 * x - 2 * y .== 3)
        model.minimise(x + y)
        guard case .infeasible(let infeasibility) = checkedOutcome(model) else {
            Issue.record("not infeasible")
            return
        }
        #expect(infeasibility.proof == .exhaustedSearch)
    }

    @Test func relaxationInfeasibleCarriesARay() {
        guard case .infeasible(let infeasibility) = checkedOutcome(contradictory(integers: true)) else {
            Issue.record("not infeasible")
            return
        }
        guard case .ray = infeasibility.proof else {
            Issue.record("no ray")
            return
        }
    }

    @Test(arguments: linearRoutes, [Direction.minimise, .maximise])
    func unboundedCarriesACheckedDirection(options: SolveOptions, direction: Direction) throws {
        // max x + y (min −x − y); x − y ≤ 1: x = y for ever.
        var model = Model("endless", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("not far apart", x - y .<= 1)
        if direction == .minimise { model.minimise(-x - y) } else { model.maximise(x + y) }
        guard case .unbounded(let unboundedness) = checkedOutcome(model, options: options) else {
            Issue.record("not unbounded")
            return
        }
        let way = try #require(unboundedness.direction)
        #expect(model.program.isImprovedForever(along: way))
    }

    @Test(arguments: linearRoutes) func neitherSolutionNorEndIsInfeasible(options: SolveOptions) {
        // The cost falls along y for ever, and x has nowhere to be: no solution, so not unbounded.
        var model = Model("both", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        let y = model.variable("y", in: 0..., of: Items.self)
        model.require("too much", x .>= 5)
        model.require("too little", x .<= 3)
        model.require("a row for y", y - x .>= -1)
        model.minimise(x - y)
        guard case .infeasible = checkedOutcome(model, options: options) else {
            Issue.record("not infeasible")
            return
        }
    }

    @Test func unboundedInWholeNumbers() {
        var model = Model("endless integers", maximise: Items.self)
        let x = model.integer("x", in: 0..., of: Items.self)
        let y = model.integer("y", in: 0..., of: Items.self)
        model.require("not far apart", x - y .<= 1)
        model.maximise(x + y)
        guard case .unbounded = checkedOutcome(model) else {
            Issue.record("not unbounded")
            return
        }
        // With an equality that no whole number meets, there is nothing to be unbounded.
        let z = model.integer("z", in: 0...5, of: Items.self)
        model.require("twice is odd", 2 * z .== 3)
        guard case .infeasible = checkedOutcome(model) else {
            Issue.record("not infeasible")
            return
        }
    }

    /// The same in whole numbers, by every route of the relaxation: GLPK's own presolve and status are never the answer.
    @Test(arguments: linearRoutes) func wholeNumbersByEveryRoute(options: SolveOptions) throws {
        guard case .infeasible(let infeasibility) = checkedOutcome(contradictory(integers: true), options: options),
            case .ray = infeasibility.proof
        else {
            Issue.record("not infeasible by a ray")
            return
        }
        var odd = Model("odd", minimise: Items.self)
        let x = odd.integer("x", in: 0...10, of: Items.self)
        odd.require("twice is odd", 2 * x .== 3)
        odd.minimise(x)
        guard case .infeasible(let searched) = checkedOutcome(odd, options: options) else {
            Issue.record("not infeasible")
            return
        }
        #expect(searched.proof == .exhaustedSearch)
        var endless = Model("endless", maximise: Items.self)
        let n = endless.integer("n", in: 0..., of: Items.self)
        let m = endless.integer("m", in: 0..., of: Items.self)
        endless.require("not far apart", (n - m).within(-1...1))
        endless.maximise(n + m)
        guard case .unbounded(let unboundedness) = checkedOutcome(endless, options: options) else {
            Issue.record("not unbounded")
            return
        }
        #expect(endless.program.isImprovedForever(along: try #require(unboundedness.direction)))
        var halves = Model("halves", maximise: Items.self)
        let k = halves.integer("k", in: 0..., of: Items.self)
        halves.require("room", 2 * k .<= 7)
        halves.maximise(k)
        #expect(try optimum(of: halves, options: options).objective == 3)
    }

    @Test func versionIsGLPKs() { #expect(GLPKSolver.version.hasPrefix("5.")) }
}
