// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
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
        var problem = problem
        let solution = try optimum(settingAsideAllOf: &problem, start: start)
        return problem.plan(solution)
    }

    static func optimum(settingAsideAllOf problem: inout EmergencyProblem, start: LinearPrograms.Basis? = nil) throws -> Solution {
        for row in problem.model.requirements {
            problem.model.model.setSides(of: row.row, lower: -.infinity, upper: .infinity)
        }
        guard case .optimal(let solution) = try EmergencySolving.solve(&problem, start: start, stop: nil) else {
            throw NoOptimum(description: "\(problem.model.model.title): impossible without any requirement")
        }
        return solution
    }

    /// Whether values exist that meet the definitions and the requirements that `keeps` keeps, each moved by `relax` (in the
    /// requirement's own direction).
    static func hold(
        _ problem: EmergencyProblem, keeping keeps: (RequirementRow) -> Bool, relaxedBy relax: (RequirementRow) -> Double = { _ in 0 }
    ) throws -> Bool {
        var moved = problem
        for row in problem.model.requirements {
            let sides = problem.model.model.sides(of: row.row)
            let change = relax(row)
            moved.model.model.setSides(
                of: row.row, lower: keeps(row) ? sides.lower - change : -.infinity,
                upper: keeps(row) ? sides.upper + change : .infinity)
        }
        switch try EmergencySolving.solve(&moved, start: nil, stop: nil) {
        case .optimal: return true
        case .infeasible: return false
        case .stopped: throw NoOptimum(description: "\(problem.model.model.title): stopped")
        }
    }
}
