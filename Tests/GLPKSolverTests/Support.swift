// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

enum Pounds: Unit { static let symbol = "£" }
enum Items: Unit { static let symbol = "items" }
/// Of a customer's demand.
enum Share: Unit { static let symbol = "" }

/// Solves, holds whatever comes back to the arithmetic, in doubles and in fractions, and returns the outcome.
func checkedOutcome<Objective>(
    _ model: Model<Objective>, options: SolveOptions = .init(), start: Basis? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Outcome {
    let outcome = GLPKSolver().solve(model, options: options, start: start)
    #expect(OutcomeCheck(outcome, of: model).complaints == [], sourceLocation: sourceLocation)
    return outcome
}

/// The optimum, checked; a failed test where there is none.
func optimum<Objective>(
    of model: Model<Objective>, options: SolveOptions = .init(), start: Basis? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Solution {
    let outcome = checkedOutcome(model, options: options, start: start, sourceLocation: sourceLocation)
    return try #require(outcome.optimum, "\(outcome)", sourceLocation: sourceLocation)
}

/// Every route a linear program can take.
let linearRoutes: [SolveOptions] = [.automatic, .primal, .dual].flatMap { route in
    [false, true].map { SolveOptions(route: route, presolve: $0) }
}

/// For every test file here, whether it needs the rest of the testing library or not.
typealias SeededGenerator = LinearProgramsTesting.SeededGenerator

func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-7) -> Bool {
    (a - b).magnitude <= tolerance * max(1, a.magnitude, b.magnitude)
}
