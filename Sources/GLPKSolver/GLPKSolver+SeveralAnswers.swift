// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Several answers to one model, best first, no two with the same yes-or-no decisions.
public struct RankedSolutions: Sendable {
    /// Why there are no more.
    public enum Ending: Sendable {
        /// As many were found as were asked for.
        case enough
        /// Every other configuration of the decisions is infeasible. With no solutions, the model is.
        case noOther
        /// The best of the others is worse than was allowed: its objective, or a value it cannot beat.
        case othersAreWorse(best: Double)
        /// The search for the next one did not end in an optimum: how it ended. Those found are still the best, in
        /// order; the next is not known.
        case unfinished(Outcome)
    }

    /// The answers, best first.
    public let solutions: [Solution]
    /// Why there are no more.
    public let ending: Ending
}

extension GLPKSolver {
    /// The best `count` configurations of the yes-or-no decisions, each with the best values of everything else.
    ///
    /// After each optimum a row forbids its configuration and no other (a no-good or canonical cut; Balas and Jeroslow,
    /// 1972), and the model is solved again. Configurations of equal objective come in no particular order, the same
    /// in every run. The decisions are all the 0-or-1 variables the model has; two answers may differ in other
    /// integers only if their decisions differ too.
    /// - Parameter options: the time limit is for all answers together. A gap would make “best” untrue, and a cutoff,
    ///   ranges and exact arithmetic have no use here: all are refused.
    public func best<Objective>(
        _ count: Int, of model: Model<Objective>, options: SolveOptions = .init(),
        shouldStop: (() -> Bool)? = nil
    ) -> RankedSolutions {
        ranked(model.program, atMost: count, within: nil, over: model.program.binaryColumns, options, shouldStop)
    }

    /// The best `count` configurations of some of the yes-or-no decisions, each with the best of the others.
    public func best<Objective, Decision>(
        _ count: Int, of model: Model<Objective>, over decisions: [Variable<Decision>],
        options: SolveOptions = .init(), shouldStop: (() -> Bool)? = nil
    ) -> RankedSolutions {
        ranked(
            model.program, atMost: count, within: nil, over: decisions.map { Int($0.index) }, options, shouldStop)
    }

    /// Every configuration of the yes-or-no decisions whose objective is no more than `tolerance` worse than the best,
    /// best first: with zero, every configuration that is optimal to within rounding (a millionth of the objective).
    /// - Parameters:
    ///   - tolerance: zero or more, in units of the objective.
    ///   - count: how many are listed at most; the ending is `enough` where there may be more.
    ///   - options: as for ``best(_:of:options:shouldStop:)``.
    public func allOptima<Objective>(
        of model: Model<Objective>, within tolerance: Double, atMost count: Int = 1_000,
        options: SolveOptions = .init(), shouldStop: (() -> Bool)? = nil
    ) -> RankedSolutions {
        ranked(
            model.program, atMost: count, within: tolerance, over: model.program.binaryColumns, options,
            shouldStop)
    }

    /// The same of some of the yes-or-no decisions, each with the best of the others.
    public func allOptima<Objective, Decision>(
        of model: Model<Objective>, within tolerance: Double, atMost count: Int = 1_000,
        over decisions: [Variable<Decision>], options: SolveOptions = .init(), shouldStop: (() -> Bool)? = nil
    ) -> RankedSolutions {
        ranked(
            model.program, atMost: count, within: tolerance, over: decisions.map { Int($0.index) }, options,
            shouldStop)
    }

    private func ranked(
        _ original: LinearProgram, atMost count: Int, within tolerance: Double?, over columns: [Int],
        _ options: SolveOptions, _ shouldStop: (() -> Bool)?
    ) -> RankedSolutions {
        let faults = original.faults() + options.faults(for: original)
            + Self.faults(original, count, tolerance, columns, options)
        guard faults.isEmpty else { return RankedSolutions(solutions: [], ending: .unfinished(.invalid(faults))) }
        let deadline = Deadline(after: options.timeLimit)
        let sign = original.direction == .minimise ? 1.0 : -1.0
        var program = original
        var start: Basis?
        var solutions: [Solution] = []
        var seen: Set<[Bool]> = []
        while solutions.count < count {
            guard let limited = deadline.limiting(options) else {
                return .init(
                    solutions: solutions, ending: .unfinished(.stopped(.time, incumbent: nil, bound: nil)))
            }
            switch solve(program, options: limited, start: start, shouldStop: shouldStop) {
            case .optimal(let solution):
                let allowed = (tolerance ?? .infinity)
                    + 1e-6 * max(1, solutions.first?.objective.magnitude ?? 0)
                if let best = solutions.first, sign * (solution.objective - best.objective) > allowed {
                    return .init(solutions: solutions, ending: .othersAreWorse(best: solution.objective))
                }
                let configuration = columns.map { solution.values[$0] > 0.5 }
                guard seen.insert(configuration).inserted else {
                    return .init(
                        solutions: solutions,
                        ending: .unfinished(
                            .numericalTrouble("the solver came back with a configuration that was forbidden")))
                }
                start = solution.basis
                // A basis of a model with more rows is no start for the caller's own.
                solutions.append(
                    Solution(
                        objective: solution.objective, values: solution.values,
                        duals: solutions.isEmpty ? solution.duals : nil,
                        basis: solutions.isEmpty ? solution.basis : nil, effort: solution.effort))
                program.forbid(configuration, of: columns)
            case .infeasible:
                return .init(solutions: solutions, ending: .noOther)
            case let other:
                return .init(solutions: solutions, ending: .unfinished(other))
            }
        }
        return .init(solutions: solutions, ending: .enough)
    }

    private static func faults(
        _ program: LinearProgram, _ count: Int, _ tolerance: Double?, _ decisions: [Int], _ options: SolveOptions
    ) -> [ModelFault] {
        var faults: [ModelFault] = []
        if count <= 0 {
            faults.append(
                ModelFault(subject: "number of answers", sentence: "\(count) is too few; ask for one or more"))
        }
        if let tolerance, !(tolerance >= 0 && tolerance < .infinity) {
            faults.append(
                ModelFault(
                    subject: "tolerance",
                    sentence: "\(tolerance) is not a distance; give zero or more, in units of the objective"))
        }
        let binaries = Set(program.binaryColumns)
        for column in decisions where !binaries.contains(column) {
            faults.append(
                ModelFault(
                    subject: program.name(ofColumn: column),
                    sentence: "it is not a whole number between 0 and 1, so it is no yes-or-no decision"))
        }
        for (subject, isAsked) in [
            ("relative gap", options.relativeGap > 0), ("absolute gap", options.absoluteGap > 0),
            ("cutoff", options.cutoff != nil), ("ranges", options.findsRanges),
            ("exact arithmetic", options.isExact),
        ] where isAsked {
            faults.append(
                ModelFault(subject: subject, sentence: "it has no meaning for several answers; leave it out"))
        }
        return faults
    }
}

extension LinearProgram {
    /// The columns that are 0 or 1: integers with bounds from 0 to 1, or fixed at either.
    var binaryColumns: [Int] {
        (0..<columnCount).filter { isInteger[$0] && columnLower[$0] >= 0 && columnUpper[$0] <= 1 }
    }

    /// Adds a row that this one configuration breaks: at least one decision must be another.
    mutating func forbid(_ configuration: [Bool], of columns: [Int]) {
        var form = LinearForm()
        for (column, isTaken) in zip(columns, configuration) {
            form.add(Term(column: Int32(column), coefficient: isTaken ? -1 : 1))
        }
        let taken = Double(configuration.count { $0 })
        _ = addRow(form, lower: 1 - taken, upper: .infinity, sentence: "another configuration", indices: [])
    }
}
