// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import TestSupport

extension StaffingFixtures {
    /// The optimum of an option; nil where it is infeasible.
    static func optimum(_ situation: StaffingSituation, _ option: StaffingOption) -> StaffingPlan? {
        let model = StaffingModel(situation, option)
        return GLPKSolver().solve(model.model).optimum.map(model.plan)
    }

    static func cost(_ situation: StaffingSituation, _ option: StaffingOption) -> Double? {
        optimum(situation, option).map { $0.cost(situation) }
    }
}
