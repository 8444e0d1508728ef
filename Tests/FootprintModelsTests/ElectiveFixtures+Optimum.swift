// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms
import TestSupport

@testable import FootprintModels

extension ElectiveFixtures {
    /// The proven optimum of a case, whose plan must keep every row and cost what the program says; nil where it is infeasible.
    static func optimum(_ system: ElectiveSystem, _ situation: ElectiveCase) throws -> ElectivePlan? {
        let model = ElectiveModel(system, situation)
        switch GLPKSolver().solve(model.model) {
        case .optimal(let solution):
            let plan = model.plan(solution)
            if let violation = plan.violations().first { throw Wrong(what: "\(situation.name): \(violation)") }
            let objective = 1000 * solution.objective
            if (plan.presentValue - objective).magnitude > 1e-7 * max(1, objective.magnitude) {
                throw Wrong(what: "\(situation.name): the plan costs \(plan.presentValue), the objective is \(objective)")
            }
            return plan
        case .infeasible: return nil
        case let other: throw Wrong(what: "\(situation.name): \(other)")
        }
    }

    struct Wrong: Error { let what: String }
}
