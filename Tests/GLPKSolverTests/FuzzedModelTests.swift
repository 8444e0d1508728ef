// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// Models that nobody would write: extreme and missing numbers, bounds the wrong way round, terms and names given
/// twice, rows and columns without anything. None may end the process or hang it, and whatever is called an answer
/// must be one.
@Suite struct FuzzedModelTests {
    /// How often each ending came up.
    private func endings(_ count: Int, seed: UInt64, wild: Double) -> [String: Int] {
        var generator = SeededGenerator(state: seed)
        var endings: [String: Int] = [:]
        for number in 0..<count {
            let model = model(&generator, number: number, wild: wild)
            let options = SolveOptions(
                timeLimit: 2, iterationLimit: Bool.random(using: &generator) ? 3_000 : nil,
                route: SolveOptions.Route.allCases.randomElement(using: &generator)!,
                presolve: Bool.random(using: &generator),
                cuts: Bool.random(using: &generator) ? Set(SolveOptions.Cut.allCases) : [],
                branching: SolveOptions.Branching.allCases.randomElement(using: &generator)!)
            let outcome = GLPKSolver().solve(model, options: options)
            // What the solver itself lets through as an optimum is ten times its own tolerance.
            let check = OutcomeCheck(outcome, of: model, tolerance: 2e-5, equations: 40)
            #expect(check.complaints == [], "model \(number) of seed \(seed)")
            let ending =
                switch outcome {
                case .optimal: "optimal"
                case .infeasible: "infeasible"
                case .unbounded: "unbounded"
                case .stopped: "stopped"
                case .numericalTrouble: "trouble"
                case .invalid: "invalid"
                }
            endings[ending, default: 0] += 1
            // What is refused is refused for reasons, and nothing else is.
            #expect((ending == "invalid") == !model.faults().isEmpty, "model \(number) of seed \(seed)")
        }
        return endings
    }

    /// A figure of any size: usually ordinary, sometimes as extreme as is allowed, and `wild` of the time not allowed.
    private func figure(_ generator: inout SeededGenerator, wild: Double) -> Double {
        if Double.random(in: 0..<1, using: &generator) < wild {
            return [Double.nan, .infinity, -.infinity, 1e21, -1e300, 1e-14, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
                .randomElement(using: &generator)!
        }
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return 0
        case 1: return [1e20, -1e20, 1e-13, -1e-13, 1e15, 1e9, -1e-9, 1e-5].randomElement(using: &generator)!
        case 2: return Double.random(in: -1...1, using: &generator)
        case 3: return Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 100
        default: return Double(Int.random(in: -9...9, using: &generator))
        }
    }

    private func model(_ generator: inout SeededGenerator, number: Int, wild: Double) -> Model<Items> {
        var model = Model(number % 3 == 0 ? "" : "fuzz\n\(number)", minimise: Items.self)
        let names = ["", "x", "x", "two\nlines", "£", String(repeating: "long ", count: 80)]
        func name() -> String { names.randomElement(using: &generator)! }
        var variables: [Variable<Items>] = []
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let ends = [figure(&generator, wild: wild), figure(&generator, wild: wild)].filter { !$0.isNaN }.sorted()
            let isInteger = Int.random(in: 0..<4, using: &generator) == 0
            // Far bounds on whole numbers make a search without end, which is for the limits' tests.
            let low = isInteger ? max(-20, ends.first ?? 0) : ends.first ?? 0
            let high = isInteger ? min(20, max(low, ends.last ?? 0)) : ends.last ?? 0
            let variable: Variable<Items>
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: variable = isInteger ? model.binary(name(), of: Items.self) : model.variable(name(), in: .free, of: Items.self)
            case 1: variable = model.variable(name(), in: ...high, of: Items.self)
            case 2: variable = model.variable(name(), in: low..., of: Items.self)
            case 3 where low <= high:
                variable = isInteger
                    ? model.integer(name(), in: low...high, of: Items.self)
                    : model.variable(name(), in: low...high, of: Items.self)
            default: variable = model.variable(name(), in: 0..., of: Items.self)
            }
            if Double.random(in: 0..<1, using: &generator) < wild { model.fix(variable, at: figure(&generator, wild: 0.5)) }
            variables.append(variable)
        }
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            var expression = Expression<Items>.zero
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                guard let variable = variables.randomElement(using: &generator) else { break }
                // The same variable more than once, and now and then taken away again.
                let coefficient = figure(&generator, wild: wild)
                expression += coefficient * variable
                if Int.random(in: 0..<10, using: &generator) == 0 { expression -= coefficient * variable }
            }
            let side = figure(&generator, wild: wild)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: model.require(name(), expression .== side)
            case 1: model.require(name(), expression .<= side)
            case 2: model.require(name(), expression .>= side)
            case 3:
                let row = model.require(name(), expression .<= side)
                // The wrong way round as often as not, but only where that is to be refused.
                let other = wild > 0 ? figure(&generator, wild: wild) : side - 1
                model.setSides(of: row, lower: other, upper: side)
            default: model.require(name(), 3, expression.within(-.infinity ... .infinity))
            }
        }
        var objective = Expression<Items>(figure(&generator, wild: wild))
        for variable in variables where Bool.random(using: &generator) {
            objective += figure(&generator, wild: wild) * variable
        }
        if Bool.random(using: &generator) { model.minimise(objective) } else { model.maximise(objective) }
        return model
    }

    @Test func nothingAborts() {
        let tame = endings(400, seed: 61, wild: 0)
        let wild = endings(200, seed: 62, wild: 0.03)
        // Every kind of ending that matters came up.
        for ending in ["optimal", "infeasible", "unbounded"] { #expect(tame[ending, default: 0] >= 20, "\(tame)") }
        #expect(wild["invalid", default: 0] >= 50, "\(wild)")
    }

    @Test(.enabled(if: isLong, "FOOTPRINT_LONG_TESTS is not 1"), arguments: 70..<80 as Range<UInt64>)
    func nothingAbortsInMany(seed: UInt64) {
        let tame = endings(2_000, seed: seed, wild: 0)
        let wild = endings(500, seed: seed + 100, wild: 0.03)
        print("Fuzz, seed \(seed): \(tame.sorted { $0.key < $1.key }), and wild: \(wild.sorted { $0.key < $1.key })")
    }
}
