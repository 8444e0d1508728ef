// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Numbers that nobody should write, in every place a caller can write one: the process goes on, what is called optimal
/// meets the model, and a refusal names a fault.
@Suite struct FuzzTests {
    let numbers: [Double] = [
        .nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0, 0,
        1.5, -1.5, 1, -1, 2, 3, 7, 1e20, -1e20, 1e-13, 1e9, 1e-9, 0.1, 1e15,
    ]

    func number(_ generator: inout SeededGenerator, wild: Int) -> Double {
        Int.random(in: 0..<100, using: &generator) < wild
            ? numbers.randomElement(using: &generator)! : Double(Int.random(in: -5...5, using: &generator))
    }

    func model(_ generator: inout SeededGenerator, wild: Int) -> Model<Items> {
        var model = Model("wild", minimise: Items.self)
        var variables: [Variable<Items>] = []
        for column in 0..<Int.random(in: 0...4, using: &generator) {
            let variable = Bool.random(using: &generator)
                ? model.variable("x\(column)", in: 0...9, of: Items.self) : model.integer("n\(column)", in: 0...9, of: Items.self)
            let low = number(&generator, wild: wild)
            // Not as a range, which Swift itself refuses: as a caller's edit.
            model.program.setBounds(ofColumn: column, lower: low, upper: Bool.random(using: &generator) ? low + 5 : number(&generator, wild: wild))
            variables.append(variable)
        }
        for row in 0..<Int.random(in: 0...4, using: &generator) {
            let form = sum(variables.map { number(&generator, wild: wild) * $0 })
            let handle = model.require("row", row, form .<= number(&generator, wild: wild))
            model.setSides(of: handle, lower: Bool.random(using: &generator) ? -.infinity : number(&generator, wild: wild), upper: number(&generator, wild: wild))
        }
        let objective = sum(variables.map { number(&generator, wild: wild) * $0 }) + number(&generator, wild: wild / 2)
        if Bool.random(using: &generator) { model.minimise(objective) } else { model.maximise(objective) }
        return model
    }

    func options(_ generator: inout SeededGenerator, wild: Bool) -> SolveOptions {
        // A limit, so that a search without an end has one.
        var options = SolveOptions(timeLimit: 0.5, nodeLimit: 200)
        options.route = SolveOptions.Route.allCases.randomElement(using: &generator)!
        options.presolve = Bool.random(using: &generator)
        options.findsRanges = Bool.random(using: &generator)
        options.isExact = Int.random(in: 0...4, using: &generator) == 0
        options.cuts = Bool.random(using: &generator) ? [] : Set(SolveOptions.Cut.allCases)
        options.branching = SolveOptions.Branching.allCases.randomElement(using: &generator)!
        options.backtracking = SolveOptions.Backtracking.allCases.randomElement(using: &generator)!
        guard wild else { return options }
        if Bool.random(using: &generator) { options.timeLimit = min(0.5, numbers.randomElement(using: &generator)!) }
        if Bool.random(using: &generator) { options.relativeGap = numbers.randomElement(using: &generator)! }
        if Bool.random(using: &generator) { options.absoluteGap = numbers.randomElement(using: &generator)! }
        if Bool.random(using: &generator) { options.cutoff = numbers.randomElement(using: &generator)! }
        let counts = [Int.min, -1, 0, 1, 7, Int.max]
        if Bool.random(using: &generator) { options.iterationLimit = counts.randomElement(using: &generator)! }
        if Bool.random(using: &generator) { options.solutionLimit = counts.randomElement(using: &generator)! }
        if Bool.random(using: &generator) { options.memoryLimit = counts.randomElement(using: &generator)! }
        return options
    }

    func check(_ outcome: Outcome, _ model: Model<Items>) {
        if let solution = outcome.solution {
            #expect(SolutionCheck(solution, of: model, tolerance: 1e-5).violations == [])
            #expect(solution.objective.isFinite)
        }
        if case .invalid(let faults) = outcome { #expect(!faults.isEmpty) }
    }

    @Test(arguments: 0..<6) func solves(round: Int) {
        var generator = SeededGenerator(state: UInt64(200 + round))
        var kinds: [String: Int] = [:]
        for _ in 0..<2000 {
            let model = model(&generator, wild: [0, 5, 5, 15, 15, 60][round])
            let outcome = GLPKSolver().solve(model, options: options(&generator, wild: round % 2 == 1))
            check(outcome, model)
            kinds[String("\(outcome)".prefix { $0 != "(" }), default: 0] += 1
        }
        // Tame numbers are mostly answered, wild ones mostly refused.
        #expect(kinds.count >= 2, "\(kinds)")
    }

    @Test(arguments: 0..<3) func everyOtherQuestion(round: Int) {
        var generator = SeededGenerator(state: UInt64(300 + round))
        let solver = GLPKSolver()
        for _ in 0..<400 {
            let model = model(&generator, wild: [0, 5, 15][round])
            let options = options(&generator, wild: true)
            let wild = numbers.randomElement(using: &generator)!
            let time = min(0.3, wild)
            let count = [Int.min, -1, 0, 1, 3].randomElement(using: &generator)!
            for solution in solver.best(count, of: model, options: options).solutions { check(.optimal(solution), model) }
            for solution in solver.allOptima(of: model, within: wild, atMost: count, options: options).solutions {
                check(.optimal(solution), model)
            }
            let variable = (0..<model.program.columnCount).map { Variable<Items>(index: Int32($0)) }
            let goals = variable.map { Goal.maximise("g", wild * $0, giving: Bool.random(using: &generator) ? .absolute(wild) : .share(wild)) }
            check(solver.solve(model, inSequence: goals, options: options).outcome.withoutObjective, model.withoutObjective)
            if case .conflict(let conflict) = solver.explainInfeasibility(of: model, timeLimit: time.isNaN ? 0.3 : time, nodeLimit: 50) {
                for voice in IrreducibleSubsystem.Voice.allCases {
                    #expect(conflict.lines(in: model, for: voice).count >= 2)
                }
            }
            _ = solver.conflict(in: model, among: model.rows, timeLimit: time)
            _ = solver.leastRelaxations(in: model, of: model.rows, timeLimit: time)
            _ = solver.leastRelaxation(
                of: model, weights: Dictionary(uniqueKeysWithValues: model.rows.map { ($0, number(&generator, wild: 30)) }), timeLimit: 0.3)
            if let solution = solver.solve(model, options: .init(timeLimit: 0.3, nodeLimit: 200)).solution {
                _ = solution.degeneracy(in: model)
                for row in model.rows {
                    for side in Side.allCases { _ = solver.oneSidedPrices(of: row, side, in: model, at: solution) }
                    _ = solution.duals?.worthOfRelaxing(row, in: model)
                }
                let fixed = model.fixingIntegers(at: solution)
                check(solver.solve(fixed, options: .init(timeLimit: 0.3, findsRanges: true)), fixed)
            }
        }
    }
}

extension Outcome {
    /// Goals have objectives of their own: only the values are checked.
    fileprivate var withoutObjective: Outcome {
        guard let solution else { return self }
        return .optimal(Solution(objective: 0, values: solution.values))
    }
}

extension Model {
    fileprivate var withoutObjective: Model {
        var model = self
        model.program.setObjective(LinearForm(), direction: .minimise)
        return model
    }
}
