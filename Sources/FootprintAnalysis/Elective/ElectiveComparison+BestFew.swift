// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

extension ElectiveComparison {
    /// How many are looked for where there are too many sets of hubs and centres for each to be its own program: as many as are
    /// shown unless more are asked for.
    static let few = 20

    /// The best configurations, best first: the program that may choose everything, again and again, each time without what it chose
    /// before (row 21 of the page).
    func findBest(
        _ found: inout [ElectiveAnswer], _ rows: inout ElectiveRows, _ solving: inout ElectiveSolving, capitalOfDoNothing: Double,
        _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) {
        var free = system.free(levers: leversOn)
        free.capitalOfDoNothing = capitalOfDoNothing
        free.excluded = rows.named
        var least = -Double.infinity
        for number in 0..<Self.few where stop?.reason == nil {
            progress?(number, Self.few, "best configurations")
            // With the first proven best there is none to be proven of those after it.
            let isUnlimited = options.isExact && number == 0
            let limits = ElectiveSearch.Limits(iterations: isUnlimited ? .max : Self.firstIterations * Self.factor)
            let answer = try solving.solve([free], limits, jobs: 1, stop: stop)[0]
            guard number == 0 && answer.isInfeasible || answer.plan != nil else { return }
            // What nothing was better than with more to choose from, nothing is now.
            least = max(least, answer.bound ?? -.infinity)
            found.append(
                ElectiveAnswer(
                    situation: free, plan: answer.plan, bound: least.isFinite ? least : nil, isInfeasible: answer.isInfeasible))
            rows.append(free, answer.plan)
            guard let plan = answer.plan else { return }
            free.excluded.append(plan.configuration)
        }
    }
}
