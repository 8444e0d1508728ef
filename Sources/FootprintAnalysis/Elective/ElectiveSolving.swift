// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves cases of one system on its zone classes, and spreads what it finds over the zones: a bound on the zones' own optimum
/// (`ElectiveBounds`).
public struct ElectiveSolving: Sendable {
    private let classes: ZoneClasses
    private let merged: ElectiveSystem
    private let reach: ElectiveReach

    public init(_ system: ElectiveSystem) {
        classes = ZoneClasses(system, reach: ElectiveReach(system))
        merged = classes.merged(.upper)
        reach = ElectiveReach(merged)
    }

    /// In the order given, the same whatever `jobs` is; a case that a stop came before has neither plan nor bound.
    /// - Parameters:
    ///   - accuracy: a case may end at this gap.
    ///   - progress: called with the number that is done, from any thread.
    public func solve(
        _ cases: [ElectiveCase], accuracy: Double = 1e-6, jobs: Int, stop: StopSignal?, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(AnalysisFailure) -> [ElectiveAnswer] {
        let done = Counter()
        return try parallelTry(cases.count, jobs: jobs) { number throws(AnalysisFailure) in
            let answer = try self.answer(cases[number], accuracy, stop)
            progress?(done.next())
            return answer
        }
    }

    private func answer(_ situation: ElectiveCase, _ accuracy: Double, _ stop: StopSignal?) throws(AnalysisFailure) -> ElectiveAnswer {
        guard stop?.reason == nil else { return ElectiveAnswer(situation: situation, plan: nil, bound: nil, isInfeasible: false) }
        let model = ElectiveModel(merged, situation, reach: reach)
        let found = try ElectiveProgram.solve(model, accuracy: accuracy, stop: stop)
        return ElectiveAnswer(
            situation: situation, plan: found.solution.map { classes.spread(model.plan($0)) }, bound: found.bound,
            isInfeasible: found.isInfeasible)
    }
}
