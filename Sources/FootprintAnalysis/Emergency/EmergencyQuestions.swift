// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// What the winner of a comparison hangs on: its assumed figures, and how it stands on a bad day.
struct EmergencyQuestions: Sendable {
    let known: KnownAnswers
    let stop: StopSignal?
    let progress: EmergencyComparison.Progress?

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

    /// The assumed figures that move the winner's saving most over their stated ranges, and where the winner changes.
    func sensitivity(of winner: Configuration, jobs: Int) throws(AnalysisFailure) -> Sensitivity {
        let figures = system.instance.figures.all
        let candidates = figures.indices.filter { figures[$0].basis == .assumed && figures[$0].low != figures[$0].high }
        let counter = Counter()
        let swings = parallelMap(candidates.count, jobs: jobs) { number -> Result<(Double?, Double?), AnalysisFailure> in
            defer { progress?(counter.next(), candidates.count, "assumed figures moved over their ranges") }
            let figure = figures[candidates[number]]
            do throws(AnalysisFailure) {
                let low = try changed(candidates[number], to: figure.low ?? figure.value).saving(winner)
                let high = try changed(candidates[number], to: figure.high ?? figure.value).saving(winner)
                return .success((low, high))
            } catch {
                return .failure(error)
            }
        }
        let base = saving(of: winner)
        var rows: [(index: Int, low: Double?, high: Double?, swing: Double)] = []
        for (number, result) in swings.enumerated() {
            let (low, high) = try result.get()
            let values = [low, high, base].compactMap(\.self)
            let swing = (values.max() ?? 0) - (values.min() ?? 0)
            rows.append((candidates[number], low, high, swing))
        }
        rows.sort { $0.swing != $1.swing ? $0.swing > $1.swing : $0.index < $1.index }
        let top = Array(rows.prefix(Self.shown).filter { $0.swing > Self.pound || $0.low == nil || $0.high == nil })
        let changes = Counter()
        let ends = parallelMap(top.count * 2, jobs: jobs) { number -> Result<Sensitivity.Change?, AnalysisFailure> in
            defer { progress?(changes.next(), top.count * 2, "ends of ranges searched for another winner") }
            let figure = figures[top[number / 2].index]
            let end = number % 2 == 0 ? figure.low : figure.high
            do throws(AnalysisFailure) {
                return .success(try change(of: winner, index: top[number / 2].index, from: figure.value, to: end ?? figure.value))
            } catch {
                return .failure(error)
            }
        }
        var result: [Sensitivity.Swing] = []
        for (number, row) in top.enumerated() {
            let figure = figures[row.index]
            var changes: [Sensitivity.Change] = []
            for end in 0..<2 { if let change = try ends[number * 2 + end].get() { changes.append(change) } }
            result.append(
                .init(
                    cell: figure.cell, value: figure.value, low: figure.low ?? figure.value,
                    high: figure.high ?? figure.value, source: figure.source, savingAtLow: row.low,
                    savingAtHigh: row.high, swing: row.swing, changes: changes))
        }
        return Sensitivity(figures: result)
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
        var (holds, fails) = (value, end)
        for _ in 0..<12 {
            let middle = (holds + fails) / 2
            let changed = try changed(index, to: middle)
            let kept = try changed.saving(winner)
            let challenger = try changed.saving(best.configuration)
            if kept == nil || (challenger ?? -.infinity) > kept! { fails = middle } else { holds = middle }
        }
        return .init(at: fails, newWinner: system.name(of: best.configuration))
    }

    /// Of the movement of the winner's saving when each figure moves by one per cent, the share that assumed figures cause:
    /// `Σ_assumed |θ ∂S/∂θ| / Σ_all |θ ∂S/∂θ|`, by finite differences.
    func shareRestingOnAssumed(of winner: Configuration, jobs: Int) throws(AnalysisFailure) -> Double? {
        let figures = system.instance.figures.all
        let moving = figures.indices.filter { figures[$0].value != 0 }
        guard let base = saving(of: winner) else { return nil }
        let counter = Counter()
        let movements = parallelMap(moving.count, jobs: jobs) { number -> Result<Double, AnalysisFailure> in
            defer { progress?(counter.next(), moving.count, "figures moved by one per cent") }
            do throws(AnalysisFailure) {
                let index = moving[number]
                // Downwards where upwards is not possible: a share of 1 cannot grow.
                for factor in [1.01, 0.99] {
                    if let saving = try changed(index, to: figures[index].value * factor).saving(winner) {
                        return .success((saving - base).magnitude)
                    }
                }
                return .success(0)
            } catch {
                return .failure(error)
            }
        }
        var assumed = 0.0
        var total = 0.0
        for (number, result) in movements.enumerated() {
            let movement = try result.get()
            total += movement
            if figures[moving[number]].basis == .assumed { assumed += movement }
        }
        return total > 0 ? assumed / total : nil
    }
}
