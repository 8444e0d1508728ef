// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// How a solve of several goals in sequence ended.
public struct SequenceOutcome: Sendable {
    /// One goal that was solved to its optimum.
    public struct Stage: Sendable, Hashable {
        /// What the goal was called.
        public let name: String
        /// The best value the goal can have, all earlier goals kept.
        public let best: Double
        /// The worst value that was then allowed: the best, less what the goal may give.
        public let limit: Double
    }

    /// The goals that were solved to their optimum, in order: all of them where the outcome is optimal.
    public let stages: [Stage]
    /// How the last solve ended. Its solution, where it has one, is of the model as given: it meets every limit of the
    /// stages before, and its objective is the goal after them. It carries no prices and no basis, which would be of
    /// a model with those limits for rows.
    public let outcome: Outcome
}

extension GLPKSolver {
    /// Solves for several goals in the order of their importance (lexicographic or pre-emptive goal programming;
    /// Charnes and Cooper, 1961): the first as well as it can be, then the second without giving up more of the first
    /// than its tolerance, and so on. The model's own objective takes no part.
    /// - Parameters:
    ///   - goals: the most important first; at least one.
    ///   - options: the limits are for all goals together in time, and for each alone otherwise; a goal that ends at
    ///     one, a gap included, ends the sequence, because what comes after would rest on a guess. Ranges, exact
    ///     arithmetic and a cutoff are of one objective, and refused.
    public func solve<Objective>(
        _ model: Model<Objective>, inSequence goals: [Goal], options: SolveOptions = .init(),
        shouldStop: (() -> Bool)? = nil
    ) -> SequenceOutcome {
        var faults = model.program.faults() + options.faults(for: model.program) + goals.flatMap { $0.faults() }
        for goal in goals {
            // A number in a later goal is refused before the first is solved.
            var probe = model.program
            probe.setObjective(goal.form, direction: goal.direction)
            faults += probe.faults().filter { !faults.contains($0) }
        }
        if goals.isEmpty {
            faults.append(ModelFault(subject: model.title, sentence: "there is no goal; give at least one"))
        }
        for (subject, isAsked) in [
            ("ranges", options.findsRanges), ("exact arithmetic", options.isExact),
            ("cutoff", options.cutoff != nil),
        ] where isAsked {
            faults.append(
                ModelFault(
                    subject: subject,
                    sentence: "it is of one objective, and there are several in sequence; leave it out"))
        }
        guard faults.isEmpty else { return SequenceOutcome(stages: [], outcome: .invalid(faults)) }

        let clock = Deadline(after: options.timeLimit)
        var program = model.program
        var start: Basis?
        var stages: [SequenceOutcome.Stage] = []
        for (place, goal) in goals.enumerated() {
            program.setObjective(goal.form, direction: goal.direction)
            guard let limited = clock.limiting(options) else {
                return SequenceOutcome(stages: stages, outcome: .stopped(.time, incumbent: nil, bound: nil))
            }
            // After a change of costs the last optimum is still a solution: the primal simplex starts from it.
            var stageOptions = limited
            if start != nil, limited.route == .automatic { stageOptions.route = .primal }
            let outcome = solve(program, options: stageOptions, start: start, shouldStop: shouldStop)
            guard case .optimal(let solution) = outcome else {
                return SequenceOutcome(stages: stages, outcome: outcome.ofModel(stages))
            }
            let limit = goal.limit(of: solution.objective)
            stages.append(.init(name: goal.name, best: solution.objective, limit: limit))
            if place == goals.count - 1 {
                return SequenceOutcome(stages: stages, outcome: outcome.ofModel(stages))
            }
            start = solution.basis
            var form = goal.form
            let constant = form.constant
            form.constant = 0
            // Without terms the goal is a constant, which nothing can worsen.
            guard !form.merged.isEmpty else { continue }
            _ = program.addRow(
                form, lower: goal.direction == .minimise ? -.infinity : limit - constant,
                upper: goal.direction == .minimise ? limit - constant : .infinity, sentence: "keeps \(goal.name)",
                indices: [])
        }
        preconditionFailure("the last goal returns")
    }
}

extension Outcome {
    /// The outcome of a program with extra rows as one of the model without: values and objective alone.
    fileprivate func ofModel(_ stages: [SequenceOutcome.Stage]) -> Outcome {
        func bare(_ solution: Solution) -> Solution {
            Solution(objective: solution.objective, values: solution.values, effort: solution.effort)
        }
        switch self {
        case .optimal(let solution): return .optimal(bare(solution))
        case .stopped(let limit, let incumbent, let bound):
            return .stopped(limit, incumbent: incumbent.map(bare), bound: bound)
        case .infeasible where !stages.isEmpty:
            // The stage before has a solution that meets every row.
            return .numericalTrouble(
                "after “\(stages.last!.name)” nothing is left within rounding of its best value, "
                    + "\(stages.last!.best); give it a tolerance")
        case .infeasible, .unbounded, .numericalTrouble, .invalid: return self
        }
    }
}
