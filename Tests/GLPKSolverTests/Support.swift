// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@testable import GLPKSolver

enum Pounds: Unit { static let symbol = "£" }
enum Items: Unit { static let symbol = "items" }
/// Of a customer's demand.
enum Share: Unit { static let symbol = "" }

/// Solves, holds whatever solution comes back to the arithmetic, and returns the outcome.
func checkedOutcome<Objective>(
    _ model: Model<Objective>, options: SolveOptions = .init(), start: Basis? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) -> Outcome {
    let outcome = GLPKSolver().solve(model, options: options, start: start)
    if let solution = outcome.solution {
        #expect(SolutionCheck(solution, of: model).violations == [], sourceLocation: sourceLocation)
    }
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

/// Numbers that look random and are the same in every run (SplitMix64; Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-7) -> Bool {
    (a - b).magnitude <= tolerance * max(1, a.magnitude, b.magnitude)
}
