// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// What the winner of a comparison hangs on: its assumed figures, and how it stands on a bad day.
struct EmergencyQuestions: Sendable {
    let known: KnownAnswers
    let stop: StopSignal?
    let progress: ProgressReport?

    /// How many of the figures that move the saving most are followed to where the winner changes.
    static let shown = 5

    private var system: EmergencySystem { known.family.system }
    /// £ a year: less is nothing.
    private static let pound = 1.0

    private func changed(_ index: Int, to value: Double) throws(AnalysisFailure) -> ChangedFigure {
        try ChangedFigure(known, index, to: value, stop: stop)
    }

    private func saving(of configuration: Configuration) -> Double? {
        known.answers[configuration]?.cost.map { known.doNothing.plan.annualCost - $0 }
    }

    private func sweep(of winner: Configuration, jobs: Int) -> FigureSweep {
        FigureSweep(
            figures: system.instance.figures.all, base: saving(of: winner), jobs: jobs, progress: progress
        ) { index, value throws(AnalysisFailure) in try changed(index, to: value).saving(winner) }
    }

    /// The assumed figures that move the winner's saving most over their stated ranges, and where the winner changes.
    func sensitivity(of winner: Configuration, jobs: Int) throws(AnalysisFailure) -> Sensitivity {
        let sweep = sweep(of: winner, jobs: jobs)
        let top = try sweep.movements().prefix(Self.shown).filter { $0.swing > Self.pound || $0.low == nil || $0.high == nil }
        return try sweep.sensitivity(of: Array(top), base: sweep.base, "ends of ranges searched for another winner") {
            index, end, saving throws(AnalysisFailure) in
            .init(saving: saving, change: try change(of: winner, index: index, from: sweep.figures[index].value, to: end))
        }
    }

    /// Where, between a figure's value and one end of its range, the winner stops winning: by bisection against the
    /// configuration that wins at that end.
    private func change(
        of winner: Configuration, index: Int, from value: Double, to end: Double
    ) throws(AnalysisFailure) -> Sensitivity.Change? {
        guard end != value else { return nil }
        let atEnd = try changed(index, to: end)
        guard atEnd.isPossible else { return nil }
        var best: (saving: Double, configuration: Configuration)?
        for configuration in known.configurations {
            guard let saving = try atEnd.saving(configuration) else { continue }
            if best == nil || saving > best!.saving + Self.pound { best = (saving, configuration) }
        }
        guard let best, best.configuration != winner else { return nil }
        if let kept = try atEnd.saving(winner), kept >= best.saving - Self.pound { return nil }
        let fails = try breakEven(from: value, to: end) { middle throws(AnalysisFailure) in
            let changed = try changed(index, to: middle)
            guard let kept = try changed.saving(winner) else { return false }
            return (try changed.saving(best.configuration) ?? -.infinity) <= kept
        }
        return .init(at: fails, newWinner: system.name(of: best.configuration))
    }

    /// Of the movement of the winner's saving when each figure moves by one per cent, the share that assumed figures cause.
    func shareRestingOnAssumed(of winner: Configuration, jobs: Int) throws(AnalysisFailure) -> Double? {
        try sweep(of: winner, jobs: jobs).shareRestingOnAssumed()
    }
}
