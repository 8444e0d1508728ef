// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation
import LinearPrograms

/// Who to sign up and recruit before the year is known: section *Uncertain years* of the page.
public struct StaffingTwoStages: Sendable {
    /// What to minimise, and how closely.
    public struct Options: Sendable {
        /// Of the cost, at which to end.
        public var gap = 1e-6
        /// Of the mean of the dearest scenarios, from 0 (none) to 1, against the mean of all.
        public var riskWeight = 0.0
        /// The dearest `1 − riskLevel`.
        public var riskLevel = 0.9
        public var jobs = ProcessInfo.processInfo.activeProcessorCount
        /// Whether to work out what the other ways to decide would cost.
        public var findsValues = true
        /// Up to so many scenarios the program of all together is solved as well, and must agree.
        public var checkedScenarios = 10

        public init() {}
    }

    /// £ are of the whole plan, in the base year where it has several years.
    public struct Answer: Sendable {
        public let people: StaffingPeople
        public let expectedCost: Double
        /// What is minimised: the expected cost, or that and the mean of the dearest weighed.
        public let objective: Double
        /// Of the objective: how far the optimum may be below it, as a share.
        public let gap: Double
        /// By scenario: what the whole plan costs there.
        public let scenarioCosts: [Double]
        /// By scenario, if nothing is done.
        public let doNothingCosts: [Double]
        /// Of `scenarioCosts`, where a risk is weighed.
        public let meanOfTheDearest: Double?
        /// What deciding for the mean year would cost more on average; nil where some scenario has no answer then, or not asked for.
        public let valueOfStochasticSolution: Double?
        /// What knowing the year beforehand would save on average; nil where not asked for.
        public let expectedValueOfPerfectInformation: Double?
        /// Rounds of lines, of the part that took most.
        public let rounds: Int
    }

    public let calibration: StaffingCalibration
    public let option: StaffingOption
    public let scenarios: [StaffingScenario]

    /// - Parameter scenarios: their probabilities add up to 1.
    public init(_ calibration: StaffingCalibration, _ option: StaffingOption, _ scenarios: [StaffingScenario]) {
        precondition(!scenarios.isEmpty, "a year that brings nothing is no year")
        self.calibration = calibration
        self.option = option
        self.scenarios = scenarios
    }

    /// - Returns: nil where no decision is one that every scenario can live with.
    public func solve(options: Options = .init(), stop: StopSignal? = nil) throws(AnalysisFailure) -> Answer? {
        let programs = try StaffingStages(self, options: options, stop: stop)
        let risk = options.riskWeight > 0 ? TwoStageRisk(weight: options.riskWeight, level: options.riskLevel) : nil
        var x = [Double](repeating: 0, count: programs.template.firstStage.columns)
        var (objective, bound, rounds) = (programs.constant, programs.constant, 0)
        var costs = scenarios.map { _ in 0.0 }
        let beginning = programs.meanYear ?? programs.template.nobodyNew
        for part in programs.parts {
            let first = part.columns.map { beginning[$0] }
            let shaped = LShaped(stages: part.stages, risk: risk, gap: options.gap, jobs: options.jobs, stop: stop)
            let found: LShaped.Answer
            do throws(TwoStageFailure) { found = try shaped.solve(from: first) } catch {
                switch error {
                case .infeasible: return nil
                case .stopped: throw .stopped
                case .unsettled(let sentence): throw .solver(sentence)
                }
            }
            for (place, column) in part.columns.enumerated() { x[column] = found.x[place] }
            objective += found.cost
            bound += found.bound
            rounds = max(rounds, found.rounds)
            for (number, cost) in found.scenarioCosts.enumerated() { costs[number] += cost }
            if scenarios.count <= options.checkedScenarios { try check(part.stages, part.start, found, risk, options, stop) }
        }
        let people = programs.template.model.program
        let fixed = programs.constant + zip(people.costs, x).reduce(0) { $0 + $1.0 * $1.1 }
        let expected = fixed + zip(scenarios, costs).reduce(0) { $0 + $1.0.probability * $1.1 }
        var values: (stochastic: Double?, information: Double?) = (nil, nil)
        if options.findsValues {
            values.information = 1000 * (expected - programs.waitAndSee)
            values.stochastic = try costOfTheMeanYear(programs, options, stop).map { 1000 * ($0 - expected) }
        }
        return Answer(
            people: programs.template.people(x), expectedCost: 1000 * expected, objective: 1000 * objective,
            gap: max(0, objective - bound) / max(1, objective.magnitude), scenarioCosts: costs.map { 1000 * (fixed + $0) },
            doNothingCosts: programs.doNothingCosts,
            meanOfTheDearest: risk.map { risk in
                1000 * (fixed + LShaped.meanOfTheDearest(programs.parts[0].stages, costs, level: risk.level))
            },
            valueOfStochasticSolution: values.stochastic, expectedValueOfPerfectInformation: values.information, rounds: rounds)
    }

    /// £k of deciding for the mean year, over the scenarios; nil where one has no answer then.
    private func costOfTheMeanYear(
        _ programs: StaffingStages, _ options: Options, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> Double? {
        guard let meanYear = programs.meanYear else { return nil }
        var cost = programs.constant
        for part in programs.parts {
            let shaped = LShaped(stages: part.stages, jobs: options.jobs, stop: stop)
            do throws(TwoStageFailure) {
                guard let found = try shaped.cost(of: part.columns.map { meanYear[$0] }) else { return nil }
                cost += found.cost
            } catch {
                if case .unsettled(let sentence) = error { throw .solver(sentence) }
                throw .stopped
            }
        }
        return cost
    }

    /// The program of all scenarios together, solved by other means.
    private func check(
        _ stages: TwoStageProgram, _ start: Basis?, _ found: LShaped.Answer, _ risk: TwoStageRisk?, _ options: Options,
        _ stop: StopSignal?
    ) throws(AnalysisFailure) {
        let whole = stages.extensive(risk: risk, firstStart: start)
        let title = whole.program.title
        let optimum: Solution
        do throws(BlockProgram.Ending) {
            optimum = try BlockProgram(whole.program, joining: [], start: whole.start, jobs: options.jobs, stop: stop).solve()
        } catch {
            switch error {
            case .stopped: throw .stopped
            case .infeasible: throw .solver("\(title): together the scenarios have no answer, and one by one they have")
            case .unsettled(let sentence): throw .solver(sentence)
            }
        }
        let slack = max(options.gap, 1e-7) * max(1, optimum.objective.magnitude)
        guard (optimum.objective - found.cost).magnitude <= slack, found.bound <= optimum.objective + slack else {
            throw .solver("\(title): together the scenarios cost \(optimum.objective), by lines \(found.bound) to \(found.cost)")
        }
    }
}
