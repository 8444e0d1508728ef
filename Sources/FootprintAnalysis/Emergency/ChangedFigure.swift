// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import LinearPrograms

/// What is known of the comparison as it stands, to be used again when one figure changes: who goes where, what that and each
/// program was made from, and where the solver ended.
struct KnownAnswers: Sendable {
    struct Answer: Sendable {
        let flows: KnownFlows?
        /// What the program was made from, where it was asked for.
        let reads: FiguresRead?
        /// £ a year; nil where infeasible.
        let cost: Double?
        let basis: LinearPrograms.Basis?
        /// Multipliers that prove it infeasible, where the solver gave any.
        let ray: [Double]?
    }

    let family: EmergencyFamily
    let doNothing: DoNothing
    let doNothingAnswer: Answer
    let configurations: [Configuration]
    let answers: [Configuration: Answer]

    /// - Parameter winner: the one whose saving is followed from figure to figure.
    init(
        _ family: EmergencyFamily, _ doNothing: DoNothing, _ answers: [ConfigurationAnswer], winner: Configuration, jobs: Int
    ) {
        self.family = family
        self.doNothing = doNothing
        configurations = answers.map(\.configuration)
        doNothingAnswer = Answer(
            flows: family.knownFlows(family.system.today, isDoNothing: true), reads: family.doNothing.figuresRead,
            cost: doNothing.plan.annualCost, basis: doNothing.basis, ray: nil)
        let known = parallelMap(answers.count, jobs: jobs) { number -> Answer in
            let answer = answers[number]
            let reads =
                answer.configuration == winner
                ? family.problem(winner, doNothing: doNothing.reference).figuresRead : nil
            return Answer(
                flows: family.knownFlows(answer.configuration), reads: reads, cost: answer.plan?.annualCost,
                basis: answer.basis, ray: answer.ray)
        }
        self.answers = Dictionary(zip(configurations, known), uniquingKeysWith: { first, _ in first })
    }
}

/// Do-nothing and any configuration with one figure changed.
struct ChangedFigure {
    private let known: KnownAnswers
    private let index: Int
    private let family: EmergencyFamily
    private let stop: StopSignal?
    /// Nil where do-nothing itself is then impossible.
    private let doNothing: (cost: Double, reference: DoNothingReference)?
    private let doNothingChanges: Bool

    /// - Parameters:
    ///   - index: the figure, a place in the instance's figures.
    ///   - value: what it becomes.
    init(_ known: KnownAnswers, _ index: Int, to value: Double, stop: StopSignal?) throws(AnalysisFailure) {
        if stop?.reason != nil { throw .stopped }
        self.known = known
        self.index = index
        self.stop = stop
        family = known.family.changing(index, to: value)
        doNothingChanges = family.hasOwnDemand || known.doNothingAnswer.isMade(from: index)
        guard doNothingChanges else {
            doNothing = (known.doNothing.plan.annualCost, known.doNothing.reference)
            return
        }
        var problem = family.doNothing(known: known.doNothingAnswer.flows)
        switch try EmergencySolving.solve(&problem, start: known.doNothing.basis, stop: stop) {
        case .optimal(let solution): doNothing = (solution.objective * 1000, problem.reference(solution))
        case .infeasible: doNothing = nil
        case .stopped: throw .stopped
        }
    }

    /// Whether do-nothing is still possible.
    var isPossible: Bool { doNothing != nil }

    /// £ a year against do-nothing; nil where the configuration is infeasible.
    func saving(_ configuration: Configuration) throws(AnalysisFailure) -> Double? {
        guard let doNothing else { return nil }
        let before = known.answers[configuration]
        if let before, !doNothingChanges, !before.isMade(from: index) {
            return before.cost.map { doNothing.cost - $0 }
        }
        var problem = family.problem(configuration, doNothing: doNothing.reference, known: before?.flows)
        // What proved it infeasible before mostly still does, and saying so takes one pass over the rows. The proof is
        // against the limits as they stand once what today misses is let through, so it holds against the stricter too.
        var lenient = problem.allowingWhatTodayMisses
        if !lenient.model.isGrowing, let ray = before?.ray, lenient.model.model.program.isContradicted(by: ray) { return nil }
        let start = before?.basis ?? known.doNothing.basis
        switch try EmergencySolving.solve(&problem, start: start, stop: stop) {
        case .optimal(let solution): return doNothing.cost - solution.objective * 1000
        case .infeasible: break
        case .stopped: throw .stopped
        }
        switch try EmergencySolving.solve(&lenient, start: start, stop: stop) {
        case .optimal(let solution): return doNothing.cost - solution.objective * 1000
        case .infeasible: return nil
        case .stopped: throw .stopped
        }
    }
}

extension KnownAnswers.Answer {
    /// Whether the figure may be in its flows or its program.
    fileprivate func isMade(from index: Int) -> Bool {
        guard let reads, let flows else { return true }
        return reads.contains(index) || flows.restsOn(index)
    }
}
