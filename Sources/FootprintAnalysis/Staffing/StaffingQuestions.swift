// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// What the winner's saving at today's fill hangs on: its assumed figures, where another option overtakes it, and what share of the
/// saving they are. Section *What it hangs on* of the page.
///
/// Every figure is moved a little by the prices of the program as it is, which says what moves the saving most and costs no solve; the few
/// that do are then solved again at both ends of their ranges.
struct StaffingQuestions: Sendable {
    /// Its view as `.staffing`.
    let instance: Instance
    let options: StaffingComparison.Options
    /// At today's fill, in the order of the comparison; `winner` is a place among them.
    let rows: [StaffingOption]
    let winner: Int
    let stop: StopSignal?
    let progress: ProgressReport?

    /// How many of the figures that move the saving most are shown, and how many are solved again to find them.
    static let shown = 5
    static let solved = 10

    struct Answer: Sendable {
        let sensitivity: Sensitivity
        let shareRestingOnAssumed: Double?
    }

    /// The winner's program and its optimum.
    private struct Known: Sendable {
        let model: StaffingModel
        let solution: Solution
    }

    func answer() throws(AnalysisFailure) -> Answer? {
        let situation = try StaffingComparison.situation(StaffingSystem(instance)!, options)
        let model = StaffingModel(situation, rows[winner])
        guard case .optimal(let solution) = try StaffingSolving.solve(model, jobs: options.jobs, stop: stop) else { return nil }
        let known = Known(model: model, solution: solution)
        let figures = instance.figures.all
        let base = try saving(situation, by: 1000 * solution.objective)
        let slopes = try slopes(known, base)
        let byPrices = FigureSweep(figures: figures, base: base, jobs: options.jobs, progress: nil) {
            base + slopes[$0] * ($1 - figures[$0].value)
        }
        let exactly = FigureSweep(figures: figures, base: base, jobs: options.jobs, progress: progress) {
            place, value throws(AnalysisFailure) in try worths(place, value, [rows[winner]])?[0]
        }
        let candidates = Array(try byPrices.movements().prefix(Self.solved))
        let moved = try exactly.moved(candidates.map(\.place)).prefix(Self.shown)
            .filter { $0.swing > 1 || $0.low == nil || $0.high == nil }
        let sensitivity = try exactly.sensitivity(of: Array(moved), base: base, "ends of ranges searched for another winner") {
            place, end, saving throws(AnalysisFailure) in
            .init(saving: saving, change: try change(place, from: figures[place].value, to: end))
        }
        let share = try byPrices.shareRestingOnAssumed { !Self.isWhole($0) }
        return Answer(sensitivity: sensitivity, shareRestingOnAssumed: share)
    }

    /// Of the saving for each figure, £ a unit: by the prices at one per cent more, or less where more is none; of what counts whole things and
    /// of what is nothing, at an end of its range.
    private func slopes(_ known: Known, _ base: Double) throws(AnalysisFailure) -> [Double] {
        let figures = instance.figures.all
        let counter = Counter()
        return try parallelTry(figures.count, jobs: options.jobs) { place throws(AnalysisFailure) -> Double in
            defer { progress?(counter.next(), figures.count, "figures moved by the prices") }
            let figure = figures[place]
            let ends = [figure.high, figure.low].compactMap(\.self)
            let steps = figure.value == 0 || Self.isWhole(figure) ? ends : [1.01 * figure.value, 0.99 * figure.value]
            for value in steps where value != figure.value {
                if let moved = try estimate(place, value, known) { return (moved - base) / (value - figure.value) }
            }
            return 0
        }
    }

    private static func isWhole(_ figure: Figure) -> Bool { figure.quantity?.isWhole == true }

    /// £ below do-nothing, in present value where there are several years.
    private func saving(_ situation: StaffingSituation, by cost: Double) throws(AnalysisFailure) -> Double {
        situation.doNothing.cost(situation) - cost
    }

    /// The instance with one figure changed; nil where its figures then contradict each other.
    private func situation(_ place: Int, _ value: Double) throws(AnalysisFailure) -> StaffingSituation? {
        if stop?.reason != nil { throw .stopped }
        var changed = instance
        changed.figures[place] = value
        do throws(AnalysisFailure) { return try StaffingComparison.situation(StaffingSystem(changed)!, options) } catch .instance { return nil }
    }

    /// The winner's saving with a figure changed, by the prices of the program as it is; solved where the two programs are not of one
    /// shape.
    private func estimate(_ place: Int, _ value: Double, _ known: Known) throws(AnalysisFailure) -> Double? {
        guard let situation = try situation(place, value) else { return nil }
        let model = StaffingModel(situation, rows[winner])
        guard let cost = model.model.program.firstOrderOptimum(from: known.solution, of: known.model.model.program) else {
            return try worths(place, value, [rows[winner]])?[0]
        }
        return try saving(situation, by: 1000 * cost)
    }

    /// What options save with a figure changed, £; nil where the figures contradict each other, and of an option that then fails.
    private func worths(_ place: Int, _ value: Double, _ options: [StaffingOption]) throws(AnalysisFailure) -> [Double?]? {
        guard let situation = try situation(place, value) else { return nil }
        let answers = try StaffingAnswers(situation, options, stop: stop, report: {})
        var worths: [Double?] = []
        for answer in answers.answers {
            switch answer {
            case .solved(let solved): worths.append(try saving(situation, by: solved.plan.cost(situation)))
            case .infeasible: worths.append(nil)
            case .stopped: throw .stopped
            }
        }
        return worths
    }

    /// Where, between a figure's value and one end of its range, the winner stops winning: by bisection against the option that
    /// wins at that end, doing nothing among them.
    private func change(_ place: Int, from value: Double, to end: Double) throws(AnalysisFailure) -> Sensitivity.Change? {
        guard end != value, let atEnd = try worths(place, end, rows) else { return nil }
        let best = atEnd.indices.max { (atEnd[$0] ?? -.infinity, -$0) < (atEnd[$1] ?? -.infinity, -$1) }!
        let most = max(atEnd[best] ?? 0, 0)
        // A pound is no difference.
        if let kept = atEnd[winner], kept >= most - 1 { return nil }
        let isToday = (atEnd[best] ?? -.infinity) <= 0
        let fails = try breakEven(from: value, to: end) { middle throws(AnalysisFailure) in
            guard let both = try worths(place, middle, isToday ? [rows[winner]] : [rows[winner], rows[best]]), let kept = both[0]
            else { return false }
            return kept >= (isToday ? 0 : both[1] ?? -.infinity)
        }
        return .init(at: fails, newWinner: isToday ? StaffingOption.doNothing.name : rows[best].name)
    }
}
