// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// What an answer's saving does when the figures it is made from move one at a time, everything else as it is: the same
/// questions for every family. A family says what its saving is with one figure changed; which figures are asked for, on how
/// many threads, and what is made of the answers is here. Nothing of it depends on the number of threads.
struct FigureSweep: Sendable {
    /// The saving, £, with one figure at another value; nil where the answer is then infeasible. Called from any thread.
    /// - Parameter place: the figure's, in `figures`.
    typealias Saving = @Sendable (_ place: Int, _ value: Double) throws(AnalysisFailure) -> Double?

    /// In the order of the instance.
    let figures: [Figure]
    /// The saving as it is; nil where there is none.
    let base: Double?
    let jobs: Int
    let progress: ProgressReport?
    let saving: Saving

    /// One assumed figure at the ends of its range.
    struct Movement: Sendable {
        /// The figure's, in `figures`.
        let place: Int
        /// The saving at either end, £; nil where the answer is infeasible there.
        let low, high: Double?
        /// How far the saving moves, £.
        let swing: Double
    }

    /// Every assumed figure that has a range, by how far the saving moves over it, the furthest first; of two that move it
    /// alike, the first of the instance.
    func movements() throws(AnalysisFailure) -> [Movement] {
        try moved(figures.indices.filter { figures[$0].basis == .assumed && figures[$0].low != figures[$0].high })
    }

    /// The same of some figures alone.
    func moved(_ ranged: [Int]) throws(AnalysisFailure) -> [Movement] {
        let counter = Counter()
        let found = try parallelTry(ranged.count, jobs: jobs) { number throws(AnalysisFailure) -> Movement in
            defer { progress?(counter.next(), ranged.count, "assumed figures moved over their ranges") }
            let place = ranged[number]
            let figure = figures[place]
            let low = try saving(place, figure.low ?? figure.value)
            let high = try saving(place, figure.high ?? figure.value)
            return Movement(place: place, low: low, high: high, swing: Self.swing([low, high, base]))
        }
        return found.sorted { $0.swing != $1.swing ? $0.swing > $1.swing : $0.place < $1.place }
    }

    /// What is known at one end of a figure's range: the saving, nil where the answer is infeasible there, and the value on the
    /// way to it at which another answer wins, if one does.
    struct End: Sendable {
        let saving: Double?
        let change: Sensitivity.Change?
    }

    /// Both ends of some figures' ranges looked at more closely.
    /// - Parameters:
    ///   - base: the saving as it is, £ a year.
    ///   - what: the ends, as progress names them.
    ///   - end: what is found at an end: a figure's place, the value there, and the saving that `movements()` had there.
    func sensitivity(
        of movements: [Movement], base: Double?, _ what: String,
        end: @Sendable (_ place: Int, _ value: Double, _ saving: Double?) throws(AnalysisFailure) -> End
    ) throws(AnalysisFailure) -> Sensitivity {
        let counter = Counter()
        let ends = try parallelTry(movements.count * 2, jobs: jobs) { number throws(AnalysisFailure) -> End in
            defer { progress?(counter.next(), movements.count * 2, what) }
            let movement = movements[number / 2]
            let figure = figures[movement.place]
            let (limit, saving) = number % 2 == 0 ? (figure.low, movement.low) : (figure.high, movement.high)
            return try end(movement.place, limit ?? figure.value, saving)
        }
        let swings = movements.enumerated().map { number, movement in
            let figure = figures[movement.place]
            let (low, high) = (ends[number * 2], ends[number * 2 + 1])
            return Sensitivity.Swing(
                cell: figure.cell, alike: nil, value: figure.value, low: figure.low ?? figure.value, high: figure.high ?? figure.value,
                source: figure.source, savingAtLow: low.saving, savingAtHigh: high.saving,
                swing: Self.swing([low.saving, high.saving, base]), changes: [low.change, high.change].compactMap(\.self))
        }
        let order = swings.indices.sorted {
            swings[$0].swing != swings[$1].swing
                ? swings[$0].swing > swings[$1].swing : movements[$0].place < movements[$1].place
        }
        return Sensitivity(figures: order.map { swings[$0] })
    }

    /// Of the movement of the saving when each figure moves by one per cent, the share that assumed figures cause:
    /// `Σ_assumed |θ ∂S/∂θ| / Σ_all |θ ∂S/∂θ|`, by finite differences. Nil where nothing moves it.
    /// - Parameter moves: whether a figure that is not zero can move by one per cent; a year, say, cannot.
    func shareRestingOnAssumed(where moves: (Figure) -> Bool = { _ in true }) throws(AnalysisFailure) -> Double? {
        guard let base else { return nil }
        let moving = figures.indices.filter { figures[$0].value != 0 && moves(figures[$0]) }
        let counter = Counter()
        let movements = try parallelTry(moving.count, jobs: jobs) { number throws(AnalysisFailure) -> Double in
            defer { progress?(counter.next(), moving.count, "figures moved by one per cent") }
            let place = moving[number]
            // Downwards where upwards is not possible: a share of 1 cannot grow.
            for factor in [1.01, 0.99] {
                if let moved = try saving(place, figures[place].value * factor) { return (moved - base).magnitude }
            }
            return 0
        }
        let total = movements.reduce(0, +)
        let assumed = zip(moving, movements).reduce(0) { figures[$1.0].basis == .assumed ? $0 + $1.1 : $0 }
        return total > 0 ? assumed / total : nil
    }

    private static func swing(_ savings: [Double?]) -> Double {
        let values = savings.compactMap(\.self)
        return (values.max() ?? 0) - (values.min() ?? 0)
    }
}
