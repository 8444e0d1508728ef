// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver
import LinearPrograms

/// What the best plan hangs on: its assumed figures, where another plan becomes better, and what share of what it saves they
/// are. Section *What it hangs on* of the page.
///
/// Every figure is moved with wards that can be divided: two linear programs, a hundredth of a second. The few that move the
/// saving most are then solved whole.
struct BedsQuestions: Sendable {
    /// Assumptions, and single figures.
    let assumptions, figures: BedsFigures
    /// The free case and its proven optimum.
    let best: BedsModel
    let decisions: BedsDecisions
    let doNothing: BedsModel
    /// £ in the target year, proven.
    let annualSaving: Double
    /// £.
    let netPresentValue: Double
    let jobs: Int
    let stop: StopSignal?
    let progress: ProgressReport?

    /// How many of the figures that move the saving most are solved whole at both ends.
    static let shown = 5
    /// Of the net present value: no nearer to the best does a plan at an end of a range have to be.
    static let gap = 0.002

    struct Answer: Sendable {
        let sensitivity: Sensitivity
        let shareRestingOnAssumed: Double?
    }

    func answer() throws(AnalysisFailure) -> Answer {
        guard let bestBase = Self.divided(best, nil), let doNothingBase = Self.divided(doNothing, nil) else {
            throw .solver("\(best.model.title): its linear relaxation has no solution, though the program has")
        }
        /// £ of net present value, wards divided.
        func sweep(_ figures: BedsFigures) -> FigureSweep {
            let base = 1000 * (doNothingBase.objective - bestBase.objective)
            return FigureSweep(figures: figures.figures, base: base, jobs: jobs, progress: progress) {
                place, value throws(AnalysisFailure) -> Double? in
                if stop?.reason != nil { throw .stopped }
                let system = figures.system(with: place, at: value)
                func cost(_ model: BedsModel, _ known: BedsModel, _ base: Solution) -> Double? {
                    if model.model.program.hasSameNumbers(as: known.model.program) { return base.objective }
                    return Self.divided(model, base.basis)?.objective
                }
                guard let idle = cost(BedsModel(system, system.doNothing), doNothing, doNothingBase),
                    let free = cost(BedsModel(system, system.free), best, bestBase)
                else { return nil }
                return 1000 * (idle - free)
            }
        }
        let together = sweep(assumptions)
        let top = try together.movements().prefix(Self.shown).filter { $0.swing > 1000 || $0.low == nil || $0.high == nil }
        var sensitivity = try together.sensitivity(of: Array(top), base: annualSaving, "ends of ranges solved again") {
            place, value, _ throws(AnalysisFailure) in try end(place, value)
        }
        for place in sensitivity.figures.indices {
            sensitivity.figures[place].alike = assumptions.alike(sensitivity.figures[place].cell)
        }
        let share = try sweep(figures).shareRestingOnAssumed { $0.quantity?.isWhole != true }
        return Answer(sensitivity: sensitivity, shareRestingOnAssumed: share)
    }

    /// The optimum where wards can be divided; nil where there is none.
    static func divided(_ model: BedsModel, _ start: LinearPrograms.Basis?) -> Solution? {
        var relaxed = model.model
        relaxed.relaxIntegers()
        let fits = start.map { $0.rows.count == relaxed.program.rowCount && $0.columns.count == relaxed.program.columnCount }
        return GLPKSolver().solve(relaxed, start: fits == true ? start : nil).optimum
    }

    /// The best with a figure at an end of its range, solved whole, and on the way there the value at which its plan overtakes
    /// today's best.
    private func end(_ place: Int, _ value: Double) throws(AnalysisFailure) -> FigureSweep.End {
        let system = assumptions.system(with: place, at: value)
        let idle = BedsModel(system, system.doNothing)
        let idleCost: Double
        switch try BedsSolving.solve(idle.model, stop: stop) {
        case .optimal(let solution): idleCost = idle.annualCost(of: solution)
        case .infeasible: return .init(saving: nil, change: nil)
        case .stopped: throw .stopped
        }
        let free = BedsModel(system, system.free)
        let kept = Self.solution(of: free, holding: decisions)
        let tolerance = max(1, Self.gap * netPresentValue.magnitude / 1000)
        var options = BedsSolving.options
        options.absoluteGap = tolerance
        options.cutoff = kept.map { $0.objective - tolerance }
        let better: Solution?
        switch try BedsSolving.solve(free.model, options: options, stop: stop) {
        case .optimal(let solution): better = solution
        case .infeasible: better = nil
        case .stopped(let solution, _):
            if stop?.reason != nil { throw .stopped }
            // Near enough, or nothing better than the plan as it is.
            better = solution
        }
        guard let better else {
            return .init(saving: kept.map { idleCost - free.annualCost(of: $0) }, change: nil)
        }
        return .init(
            saving: idleCost - free.annualCost(of: better), change: try change(place, to: value, free.decisions(of: better)))
    }

    /// From which value on another plan is better than today's best, which is not possible or not best at `end`.
    private func change(_ place: Int, to end: Double, _ other: BedsDecisions) throws(AnalysisFailure) -> Sensitivity.Change? {
        let figure = assumptions.figures[place]
        guard end != figure.value, other != decisions else { return nil }
        let value = try breakEven(from: figure.value, to: end) { value throws(AnalysisFailure) in
            if stop?.reason != nil { throw .stopped }
            let system = assumptions.system(with: place, at: value)
            let model = BedsModel(system, system.free)
            guard let kept = Self.solution(of: model, holding: decisions) else { return false }
            return kept.objective <= (Self.solution(of: model, holding: other)?.objective ?? .infinity) + 1
        }
        return .init(at: figure.quantity?.isWhole == true ? value.rounded(.towardZero) : value, newWinner: words(other))
    }

    private static func solution(of model: BedsModel, holding decisions: BedsDecisions) -> Solution? {
        model.holding(decisions).flatMap { GLPKSolver().solve($0).optimum }
    }

    /// What another plan does otherwise, in the target year: “20 more beds close at Haywood Hospital”.
    private func words(_ other: BedsDecisions) -> String {
        func beds(_ steps: [BedStep], _ taken: Int?) -> Double { steps.prefix(taken ?? 0).reduce(0) { $0 + $1.beds } }
        let differences = best.system.pools.indices.flatMap { pool -> [String] in
            let steps = best.steps[pool]
            let kinds = [("close", steps.closing, decisions.closed, other.closed), ("open", steps.opening, decisions.opened, other.opened)]
            return kinds.compactMap { verb, steps, before, after in
                let more = beds(steps, after[pool].last) - beds(steps, before[pool].last)
                guard more.magnitude > 1e-6 else { return nil }
                return "\(Words.number(more.magnitude)) \(more > 0 ? "more" : "fewer") beds \(verb) at \(best.system.placeName(pool))"
            }
        }
        if differences.isEmpty {
            return decisions.runs == other.runs ? "one with the same beds in other years" : "one with the same beds and other schemes"
        }
        let others = differences.count - 2
        return "one in which \(differences.prefix(2).joined(separator: ", "))"
            + (others > 0 ? ", with \(Words.amount(Double(others), "other changes"))" : "")
    }
}
