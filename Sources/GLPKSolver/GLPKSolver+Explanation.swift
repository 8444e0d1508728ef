// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension GLPKSolver {
    /// Why a model has no solution: an irreducible infeasible subsystem, found in order of cost (Chinneck,
    /// *Feasibility and Infeasibility in Optimization*, 2008, chapters 6 and 7).
    ///
    /// First, for nothing: bounds that contradict each other, and rows that the bounds of their variables refute. Then
    /// the few rows and bounds in the proof of infeasibility (Farkas' multipliers) or, where only a search in whole
    /// numbers found no solution, those that an elastic filter leaves. Last, each of them is tried without: deletion.
    /// - Parameters:
    ///   - timeLimit: seconds for all of it; nil for no limit. A subsystem in hand when it is reached is given with what
    ///     is not yet known to be needed.
    ///   - nodeLimit: branch-and-bound nodes for one trial: without its bounds a search in whole numbers may have no end.
    public func explainInfeasibility<Objective>(
        of model: Model<Objective>, timeLimit: Double? = nil, nodeLimit: Int = 10_000
    ) -> InfeasibilityExplanation {
        var program = model.program
        // Only whether there is a solution matters, not which is best.
        program.setObjective(LinearForm(), direction: .minimise)
        let options = SolveOptions(timeLimit: timeLimit, nodeLimit: nodeLimit)
        let faultsOfOptions = options.faults(for: program)
        let contradictions = program.contradictoryBounds()
        if !contradictions.isEmpty {
            // What else is wrong, contradictory bounds set aside.
            var rest = program
            for members in contradictions { members.forEach { rest.giveUp($0) } }
            let faults = rest.faults() + faultsOfOptions
            guard faults.isEmpty else { return .invalid(faults) }
            return .conflict(
                IrreducibleSubsystem(
                    members: contradictions[0], origin: .contradictoryBounds, notShownToBeNeeded: []))
        }
        let faults = program.faults() + faultsOfOptions
        guard faults.isEmpty else { return .invalid(faults) }
        if let members = program.rowRefutedByBounds() {
            return .conflict(
                IrreducibleSubsystem(members: members, origin: .boundsRefuteRow, notShownToBeNeeded: []))
        }
        var search = DeletionSearch(solver: self, program: program, options: options)
        return search.run()
    }
}
