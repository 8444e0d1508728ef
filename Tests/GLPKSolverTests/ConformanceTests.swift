// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// The whole suite by every route through the solver.
@Suite struct ConformanceTests {
    @Test func theSuiteIsLargeAndItsNamesAreUnique() {
        #expect(ConformanceSuite.cases.count >= 120)
        #expect(Set(ConformanceSuite.cases.map(\.name)).count == ConformanceSuite.cases.count)
        // No topic is empty, and every case expects something.
        for topic in ConformanceCase.Topic.allCases {
            #expect(ConformanceSuite.cases.filter { $0.topic == topic }.count >= 8, "\(topic)")
        }
        #expect(ConformanceSuite.cases.allSatisfy { !$0.steps.isEmpty })
    }

    @Test(arguments: linearRoutes) func everyRoute(options: SolveOptions) {
        var ranged = options
        ranged.findsRanges = true
        let solver = ConformanceSolver(
            solve: { model, start in GLPKSolver().solve(model, options: options, start: start) },
            solveWithRanges: { [ranged] model in GLPKSolver().solve(model, options: ranged) },
            conflict: { model in GLPKSolver().conflict(in: model, among: model.rows)?.rows },
            explain: { model in
                guard let conflict = GLPKSolver().explainInfeasibility(of: model).conflict, conflict.isIrreducible
                else { return nil }
                return Set(conflict.members.map { self.requirement($0, model) })
            })
        for (item, result) in ConformanceSuite.run(with: solver) { #expect(result == .passed, "\(item)") }
    }

    private func requirement(
        _ member: IrreducibleSubsystem.Member, _ model: Model<Quantity>
    ) -> ConformanceSolver.Requirement {
        switch member {
        case .side(let row, .lower): .atLeast(row: model.name(of: row))
        case .side(let row, .upper): .atMost(row: model.name(of: row))
        case .bound(let column, .lower): .lowerBound(column: model.program.name(ofColumn: column))
        case .bound(let column, .upper): .upperBound(column: model.program.name(ofColumn: column))
        case .wholeNumber(let column): .wholeNumber(column: model.program.name(ofColumn: column))
        }
    }

    @Test(arguments: SolveOptions.Branching.allCases, SolveOptions.Backtracking.allCases)
    func everySearch(branching: SolveOptions.Branching, backtracking: SolveOptions.Backtracking) {
        let options = SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: branching, backtracking: backtracking)
        let solver = ConformanceSolver(solve: { model, _ in GLPKSolver().solve(model, options: options) })
        for (item, result) in ConformanceSuite.run(with: solver) where item.steps.contains(where: { $0.model.program.hasIntegers }) {
            if case .leftOut = result { continue }
            #expect(result == .passed, "\(item)")
        }
    }

    /// The suite must be able to fail: a solver that answers everything with zeros fails every case that has an answer
    /// but zero, and one that calls everything infeasible fails all that are not.
    @Test func wrongSolversFail() {
        let zeros = ConformanceSolver(solve: { model, _ in
            let program = model.program
            return .optimal(
                Solution(objective: program.objectiveConstant, values: Array(repeating: 0, count: program.columnCount)))
        })
        let never = ConformanceSolver(solve: { _, _ in .infeasible(Infeasibility(proof: .agreement)) })
        let off = ConformanceSolver(solve: { model, start in
            let outcome = GLPKSolver().solve(model, start: start)
            guard let solution = outcome.optimum, let duals = solution.duals else { return outcome }
            // Right but for the signs of the prices.
            return .optimal(
                Solution(
                    objective: solution.objective, values: solution.values,
                    duals: Duals(rows: duals.rows.map { -$0 }, columns: duals.columns)))
        })
        func passes(_ solver: ConformanceSolver) -> [String] {
            ConformanceSuite.run(with: solver).filter { $0.result == .passed }.map(\.item.name)
        }
        #expect(Set(passes(zeros)).isSubset(of: [
            "nothing to choose by", "a constant objective, maximised", "empty: nothing", "empty: a constant",
            "empty: a constant, maximised", "empty: a free variable without a cost", "empty: a row without variables",
            "row: none but free ones",
        ]))
        let infeasible = ConformanceSuite.cases.filter { item in
            item.steps.allSatisfy { if case .infeasible(ray: false) = $0.expectation { true } else { false } }
        }
        #expect(Set(passes(never)) == Set(infeasible.map(\.name)))
        #expect(passes(off).filter { $0.hasPrefix("price") } == [])
    }

    @Test func exclusionsKeepTheirReasons() {
        let solver = ConformanceSolver(solve: { model, _ in GLPKSolver().solve(model) })
        let name = "Beale's circle"
        let results = ConformanceSuite.run(with: solver, excluding: [name: "cycling is not this solver's worry"])
        #expect(results.first { $0.item.name == name }?.result == .leftOut("cycling is not this solver's worry"))
        #expect(results.first { $0.item.topic == .conflicts }?.result == .leftOut("the solver finds no conflicts"))
        #expect(results.first { $0.item.topic == .ranges }?.result == .leftOut("the solver finds no ranges"))
    }
}
