// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// What the winner of a comparison hangs on: its assumed figures, and how it stands on a bad day.
struct EmergencyQuestions: Sendable {
    let family: EmergencyFamily
    let doNothing: DoNothing
    let configurations: [Configuration]
    var stop: StopSignal?

    /// How many of the figures that move the saving most are followed to where the winner changes.
    static let shown = 5

    private var system: EmergencySystem { family.system }

    /// Do-nothing and some configurations with one figure changed.
    private struct Changed {
        let family: EmergencyFamily
        /// Nil where do-nothing itself is then impossible.
        let doNothing: DoNothing?

        init(_ questions: EmergencyQuestions, _ index: Int, _ value: Double) throws(AnalysisFailure) {
            if questions.stop?.reason != nil { throw .stopped }
            family = questions.family.changing(index, to: value)
            do throws(AnalysisFailure) {
                doNothing = try DoNothing(family, start: questions.doNothing.basis)
            } catch {
                guard case .instance = error else { throw error }
                doNothing = nil
            }
        }

        /// Nil where the configuration is infeasible.
        func saving(_ configuration: Configuration) throws(AnalysisFailure) -> Double? {
            guard let doNothing else { return nil }
            return try ConfigurationAnswer(family, configuration, doNothing, explains: false)?.plan.map {
                doNothing.plan.annualCost - $0.annualCost
            }
        }
    }

    /// The assumed figures that move the winner's saving most over their stated ranges, and where the winner changes.
    func sensitivity(of winner: Configuration, jobs: Int) throws(AnalysisFailure) -> Sensitivity {
        let figures = system.instance.figures.all
        let candidates = figures.indices.filter { figures[$0].basis == .assumed && figures[$0].low != figures[$0].high }
        let swings = parallelMap(candidates.count, jobs: jobs) { number -> Result<(Double?, Double?), AnalysisFailure> in
            let figure = figures[candidates[number]]
            do throws(AnalysisFailure) {
                let low = try Changed(self, candidates[number], figure.low ?? figure.value).saving(winner)
                let high = try Changed(self, candidates[number], figure.high ?? figure.value).saving(winner)
                return .success((low, high))
            } catch {
                return .failure(error)
            }
        }
        let base = try Changed(self, candidates.first ?? 0, figures[candidates.first ?? 0].value).saving(winner)
        var rows: [(index: Int, low: Double?, high: Double?, swing: Double)] = []
        for (number, result) in swings.enumerated() {
            let (low, high) = try result.get()
            let values = [low, high, base].compactMap(\.self)
            let swing = (values.max() ?? 0) - (values.min() ?? 0)
            rows.append((candidates[number], low, high, swing))
        }
        rows.sort { $0.swing != $1.swing ? $0.swing > $1.swing : $0.index < $1.index }
        let top = Array(rows.prefix(Self.shown).filter { $0.swing > 0 || $0.low == nil || $0.high == nil })
        let ends = parallelMap(top.count * 2, jobs: jobs) { number -> Result<Sensitivity.Change?, AnalysisFailure> in
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
        let atEnd = try Changed(self, index, end)
        guard atEnd.doNothing != nil else { return nil }
        var best: (saving: Double, configuration: Configuration)?
        for configuration in configurations {
            guard let saving = try atEnd.saving(configuration) else { continue }
            if best == nil || saving > best!.saving + 1 { best = (saving, configuration) }
        }
        guard let best, best.configuration != winner else { return nil }
        if let kept = try atEnd.saving(winner), kept >= best.saving - 1 { return nil }
        var (holds, fails) = (value, end)
        for _ in 0..<12 {
            let middle = (holds + fails) / 2
            let changed = try Changed(self, index, middle)
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
        guard let first = moving.first, let base = try Changed(self, first, figures[first].value).saving(winner) else {
            return nil
        }
        let movements = parallelMap(moving.count, jobs: jobs) { number -> Result<Double, AnalysisFailure> in
            do throws(AnalysisFailure) {
                let index = moving[number]
                // Downwards where upwards is not possible: a share of 1 cannot grow.
                for factor in [1.01, 0.99] {
                    if let saving = try Changed(self, index, figures[index].value * factor).saving(winner) {
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

    func resilience(of answer: ConfigurationAnswer, isToday: Bool) -> Resilience {
        let bad = family.badDays(answer.configuration, answer.plan!)
        func name(_ site: Int) -> (String, String) { (system.sites[site].code, system.sites[site].name) }
        return Resilience(
            configuration: system.name(of: answer.configuration), isToday: isToday,
            winterPeak: bad.winter.map {
                .init(
                    site: name($0.site).0, name: name($0.site).1, bedsShort: $0.bedsShort, spacesShort: $0.spacesShort)
            },
            oneSiteShut: bad.shut.map {
                .init(
                    site: name($0.site).0, name: name($0.site).1, patientsThatDay: $0.patients,
                    mostAffected: name($0.receiver).0, mostAffectedName: name($0.receiver).1,
                    extraPatients: $0.extra, spacesShort: $0.spacesShort)
            })
    }
}
