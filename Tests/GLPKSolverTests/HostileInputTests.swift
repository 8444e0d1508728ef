// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKShim
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// What makes GLPK abort, or answer wrongly without a word, when it is called directly.
@Suite struct HostileInputTests {
    @Test func numbersThatAreNotAreRefused() {
        var model = Model("bad", minimise: Items.self)
        let x = model.variable("x", in: 0...5, of: Items.self)
        model.require("row", x .>= .nan)
        model.minimise(x)
        guard case .invalid(let faults) = checkedOutcome(model) else {
            Issue.record("not refused")
            return
        }
        #expect(faults.map(\.subject) == ["row"])
    }

    @Test func optionsThatCannotBeHonouredAreRefusedAtOnce() {
        let model = Model("sound", minimise: Items.self)
        let options = SolveOptions(timeLimit: 0, iterationLimit: -1, relativeGap: .nan, memoryLimit: 0)
        guard case .invalid(let faults) = checkedOutcome(model, options: options) else {
            Issue.record("not refused")
            return
        }
        #expect(faults.map(\.subject) == ["time limit", "iteration limit", "relative gap", "memory limit"])
    }

    @Test func anAbortComesBackAsASentence() throws {
        var model = Model("small", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        model.require("row", x .>= 1)
        model.minimise(x)
        let solve = Solve(program: model.program, options: .init(), watcher: nil)
        for _ in 0..<100 {
            let run = ShimRun(model.program, options: .init(), start: nil, watcher: nil, forceFatal: true)
            #expect(run.ending == SHIM_FATAL)
            guard case .numericalTrouble(let sentence) = solve.interpret(run) else {
                Issue.record("not trouble")
                return
            }
            // The row asked for does not exist; the name of the function depends on GLPK alone.
            #expect(sentence.contains("glp_set_row_bnds: i = 2; row number out of range"))
            // The next solve on this thread is none the worse.
            #expect(try optimum(of: model).objective == 1)
        }
    }

    @Test func tooLittleMemoryIsALimit() {
        var model = Model("large", minimise: Items.self)
        let members = Members(0..<20_000)
        let x = model.variables(over: members, in: 0..., of: Items.self, name: "x")
        for member in members { model.require("row", member, x[member] .>= 1) }
        model.minimise(sum(x.all))
        guard case .stopped(.memory, nil, nil) = checkedOutcome(model, options: .init(memoryLimit: 1)) else {
            Issue.record("not stopped")
            return
        }
    }

    @Test func aSolveInsideASolveIsRefused() {
        let model = hardModel()
        var inner: [Outcome] = []
        let outcome = GLPKSolver().solve(
            model, options: .init(timeLimit: 20),
            shouldStop: {
                inner.append(checkedOutcome(model))
                return true
            })
        guard case .stopped(.cancelled, _, _) = outcome, case .numericalTrouble(let sentence)? = inner.first else {
            Issue.record("\(outcome), \(inner)")
            return
        }
        #expect(sentence.contains("already under way on this thread"))
    }

    @Test func namesNeverReachGLPK() throws {
        var model = Model("a title\nin two lines", minimise: Items.self)
        let x = model.variable(String(repeating: "very ", count: 100) + "long", in: 0..., of: Items.self)
        model.require("a line\nand another", x .>= 2)
        model.require(String(repeating: "£'\u{0}", count: 200), x .>= 1)
        model.minimise(x)
        #expect(try optimum(of: model).objective == 2)
    }

    @Test(arguments: linearRoutes) func modelsWithNothingInThem(options: SolveOptions) throws {
        var model = Model("empty", minimise: Items.self)
        #expect(try optimum(of: model, options: options).objective == 0)
        model.minimise(Expression(4))
        #expect(try optimum(of: model, options: options).objective == 4)
        // Columns and no rows.
        let x = model.variable("x", in: 1...3, of: Items.self)
        let n = model.integer("n", in: 0.5...2.5, of: Items.self)
        model.minimise(x - n + 4)
        let solution = try optimum(of: model, options: options)
        #expect(solution[x] == 1 && solution[n] == 2 && solution.objective == 3)
        // Rows and no coefficients.
        model.require("nothing is nothing", Expression<Items>.zero .<= 1)
        #expect(try optimum(of: model, options: options).objective == 3)
        let impossible = model.require("nothing is something", Expression<Items>.zero .>= 1)
        guard case .infeasible(let infeasibility) = checkedOutcome(model, options: options),
            case .ray(let ray) = infeasibility.proof
        else {
            Issue.record("not infeasible")
            return
        }
        #expect(model.program.isContradicted(by: ray))
        // The same row among others that have coefficients.
        model.setSides(of: impossible, lower: -1, upper: 1)
        let real = model.require("real", x .>= 2)
        #expect(try optimum(of: model, options: options).objective == 4)
        model.setSides(of: impossible, lower: 1, upper: 1)
        guard case .infeasible = checkedOutcome(model, options: options) else {
            Issue.record("not infeasible")
            return
        }
        #expect(model.sides(of: real).lower == 2)
    }

    @Test func emptyAndUnbounded() throws {
        var model = Model("empty", maximise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        model.maximise(2 * x)
        guard case .unbounded(let unboundedness) = checkedOutcome(model) else {
            Issue.record("not unbounded")
            return
        }
        #expect(model.program.isImprovedForever(along: try #require(unboundedness.direction)))
    }

    @Test(arguments: linearRoutes) func boundsOfEveryKind(options: SolveOptions) throws {
        var model = Model("bounds", minimise: Items.self)
        let free = model.variable("free", in: .free, of: Items.self)
        let below = model.variable("below", in: ...(-2), of: Items.self)
        let above = model.variable("above", in: 1..., of: Items.self)
        let fixed = model.variable("fixed", in: 3...3, of: Items.self)
        let boxed = model.variable("boxed", in: -1...1, of: Items.self)
        model.require("free row", (free + below).within(-.infinity ... .infinity))
        model.require("equal sides", (free + below + above + fixed + boxed).within(7...7))
        model.require("range", (free - boxed).within(-10...10))
        model.minimise(free - below + 2 * above + 5 * fixed - 3 * boxed)
        let solution = try optimum(of: model, options: options)
        // boxed = 1, fixed = 3, above = 1: free + below = 2, cheapest with below at its bound: free = 4.
        #expect(isClose(solution[boxed], 1) && isClose(solution[fixed], 3) && isClose(solution[above], 1))
        #expect(isClose(solution[below], -2) && isClose(solution[free], 4))
        #expect(isClose(solution.objective, 4 + 2 + 2 + 15 - 3))
    }

    @Test func wholeNumbersBetweenBrokenBounds() throws {
        // GLPK refuses an integer variable with a bound of 1.5.
        var model = Model("inward", maximise: Items.self)
        let n = model.integer("n", in: 0.5...1.5, of: Items.self)
        let m = model.integer("m", in: -2.5...7.9999999999999, of: Items.self)
        model.require("row", n + m .<= 100)
        model.maximise(n + m)
        let solution = try optimum(of: model)
        // 7.9999999999999 is 8 but for rounding; the check allows that much.
        #expect(solution[n] == 1 && solution[m] == 8)
    }

    @Test func duplicateTermsAreAddedUp() throws {
        var model = Model("duplicates", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        model.require("thrice", x + x + x .>= 12)
        model.minimise(x + x)
        #expect(isClose(try optimum(of: model).objective, 8))
    }

    /// GLPK takes 0.000005 of an open site for none, and lets five people through it: a cost of 0 where it is 15.
    @Test func aTrickleThroughAClosedDoor() throws {
        var model = Model("trickle", minimise: Items.self)
        let isOpen = model.binary("open", of: Items.self)
        let through = model.variable("through", in: 0..., of: Items.self)
        let elsewhere = model.variable("elsewhere", in: 0..., of: Items.self)
        model.require("only if open", through .<= 1_000_000 * isOpen)
        model.require("everyone", through + elsewhere .>= 5)
        model.minimise(100 * isOpen + 3 * elsewhere)
        #expect(isClose(try optimum(of: model).objective, 15))
    }

    @Test func hugeCoefficientsAreRefused() {
        var model = Model("huge", minimise: Items.self)
        let x = model.variable("x", in: 0..., of: Items.self)
        model.require("row", 1e30 * x .>= 1)
        guard case .invalid = checkedOutcome(model) else {
            Issue.record("not refused")
            return
        }
    }
}

/// A knapsack with several limits that branch and bound does not finish in any time we have: it finds solutions at
/// once and closes the gap slowly.
func hardModel(rows: Int = 10, columns: Int = 100) -> Model<Items> {
    var generator = SeededGenerator(state: 7)
    var model = Model("hard", maximise: Items.self)
    let members = Members(0..<columns)
    let x = model.binaries(over: members, of: Items.self, name: "x")
    var worth = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
        let weights = members.map { _ in Double(Int.random(in: 1...1000, using: &generator)) }
        for member in members { worth[member] += weights[member] / Double(rows) }
        model.require("room", row, sum(over: members) { weights[$0] * x[$0] } .<= weights.reduce(0, +).rounded() / 2)
    }
    for member in members { worth[member] += Double(Int.random(in: 0...500, using: &generator)) }
    model.maximise(sum(over: members) { worth[$0] * x[$0] })
    return model
}
