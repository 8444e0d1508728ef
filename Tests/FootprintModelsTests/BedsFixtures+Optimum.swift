// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import TestSupport

extension BedsFixtures {
    /// The proven optimum of a case; nil where it is infeasible.
    static func optimum(_ system: BedsSystem, _ situation: BedsCase) -> BedsPlan? {
        let model = BedsModel(system, situation)
        return GLPKSolver().solve(model.model).optimum.map(model.plan)
    }
}
