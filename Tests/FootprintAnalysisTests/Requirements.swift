// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import GLPKSolver
import LinearPrograms

@testable import FootprintAnalysis
@testable import FootprintModels

/// Solves a problem with some requirements moved or set aside.
enum Requirements {
    struct NoOptimum: Error, CustomStringConvertible {
        let description: String
    }

    /// The least-cost plan when no requirement is imposed.
    static func setAside(in problem: EmergencyProblem, start: LinearPrograms.Basis?) throws -> EmergencyPlan {
        var model = problem.model
        for row in model.requirements { model.model.setSides(of: row.row, lower: -.infinity, upper: .infinity) }
        return model.plan(try optimum(of: model.model, start: start), problem.situation)
    }

    static func optimum(of model: Model<ThousandPounds>, start: LinearPrograms.Basis? = nil) throws -> Solution {
        let outcome = GLPKSolver().solve(model, start: start)
        guard let solution = outcome.optimum else { throw NoOptimum(description: "\(model.title): \(outcome)") }
        return solution
    }

    /// Whether values exist that meet the definitions and the requirements that `keeps` keeps, each moved by `relax` (in the
    /// requirement's own direction).
    static func hold(
        _ problem: EmergencyProblem, keeping keeps: (RequirementRow) -> Bool, relaxedBy relax: (RequirementRow) -> Double = { _ in 0 }
    ) throws -> Bool {
        var model = problem.model.model
        for row in problem.model.requirements {
            let sides = model.sides(of: row.row)
            if !keeps(row) {
                model.setSides(of: row.row, lower: -.infinity, upper: .infinity)
            } else {
                let change = relax(row)
                model.setSides(of: row.row, lower: sides.lower - change, upper: sides.upper + change)
            }
        }
        if problem.model.isGrowing {
            // Not infeasible for the flows it has so far: others may be made.
            var growing = problem
            growing.model.model = model
            if case .optimal = try EmergencySolving.solve(&growing, start: nil, stop: nil) { return true }
            return false
        }
        let outcome = GLPKSolver().solve(model)
        switch outcome {
        case .optimal: return true
        case .infeasible: return false
        default: throw NoOptimum(description: "\(model.title): \(outcome)")
        }
    }
}
