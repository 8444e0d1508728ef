// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// The winner decided before the year is known: two stages. £ are of the whole plan, in the base year where it has several
/// years, with hours that nobody fills at their price.
public struct StaffingUncertainty: Sendable, Codable {
    /// The option's name.
    public var option: String
    /// Drawn with this seed; absent where the scenarios are those the instance lists.
    public var seed: UInt64?
    /// How many years may come.
    public var scenarioCount: Int
    /// Absent where nothing that is decided beforehand is one that every scenario can live with.
    public var answer: Answer?

    public struct Answer: Sendable, Codable {
        public var scenarios: [Scenario]
        public var people: [People]
        public var expectedCost: Double
        /// Do-nothing's, over the same scenarios.
        public var expectedCostOfDoingNothing: Double
        public var expectedSaving: Double
        /// The dearest scenario.
        public var worst: Scenario
        /// What deciding for the mean year would cost more on average; absent where some scenario has no answer then, and where a
        /// risk is weighed.
        public var valueOfStochasticSolution: Double?
        /// What knowing the year beforehand would save on average; absent where a risk is weighed.
        public var expectedValueOfPerfectInformation: Double?
        /// What is minimised in place of the mean; absent unless asked for.
        public var risk: Risk?
        /// Of what is minimised: how far the optimum may be below it, as a share.
        public var gap: Double
    }

    public struct Scenario: Sendable, Codable {
        public var name: String
        public var probability: Double
        public var cost: Double
        public var costOfDoingNothing: Double
    }

    public struct People: Sendable, Codable {
        public var group: String
        public var organisation: String
        /// Before the year is known, rounded up.
        public var peopleToSignUp: Int
        /// For the usual year, rounded up.
        public var inTheUsualYear: Int
        /// WTE.
        public var recruits: Double
    }

    /// The mean cost of the dearest years, weighed against the mean of all.
    public struct Risk: Sendable, Codable {
        /// Of the mean of the dearest, from 0 to 1.
        public var weight: Double
        /// The dearest `1 − level`.
        public var level: Double
        public var meanOfTheDearest: Double
    }
}

extension StaffingComparison.Options {
    /// Years that may come.
    public struct Uncertainty: Sendable {
        /// No more than the instance lists: those; more: drawn.
        public var scenarios: Int
        public var seed: UInt64
        /// Of the mean of the dearest scenarios, from 0 (none) to 1.
        public var riskWeight: Double
        /// The dearest `1 − riskLevel`.
        public var riskLevel: Double

        public init(scenarios: Int, seed: UInt64 = 1, riskWeight: Double = 0, riskLevel: Double = 0.9) {
            self.scenarios = scenarios
            self.seed = seed
            self.riskWeight = riskWeight
            self.riskLevel = riskLevel
        }
    }
}

extension StaffingComparison {
    /// The winner's option in uncertain years; nil where doing nothing wins or a limit came first.
    func uncertainty(
        _ asked: Options.Uncertainty, _ winner: StaffingConfiguration?, _ rows: [StaffingOption], _ calibration: StaffingCalibration,
        _ stop: StopSignal?
    ) throws(AnalysisFailure) -> StaffingUncertainty? {
        guard let winner, let option = rows.first(where: { $0.name == winner.name }) else { return nil }
        let isListed = asked.scenarios <= system.scenarios.count
        let scenarios =
            isListed ? system.listedScenarios(calendar) : system.drawnScenarios(asked.scenarios, seed: asked.seed, calendar)
        var solving = StaffingTwoStages.Options()
        (solving.riskWeight, solving.riskLevel, solving.jobs) = (asked.riskWeight, asked.riskLevel, options.jobs)
        // Both values are of the mean alone.
        solving.findsValues = asked.riskWeight == 0
        let found: StaffingTwoStages.Answer?
        do throws(AnalysisFailure) {
            found = try StaffingTwoStages(calibration, option, scenarios).solve(options: solving, stop: stop)
        } catch .stopped { return nil }
        return StaffingUncertainty(
            option: option.name, seed: isListed ? nil : asked.seed, scenarioCount: scenarios.count,
            answer: found.map { answer($0, scenarios, winner, asked) })
    }

    private func answer(
        _ found: StaffingTwoStages.Answer, _ scenarios: [StaffingScenario], _ winner: StaffingConfiguration, _ asked: Options.Uncertainty
    ) -> StaffingUncertainty.Answer {
        let all = scenarios.enumerated().map { number, scenario in
            StaffingUncertainty.Scenario(
                name: scenario.name, probability: scenario.probability, cost: found.scenarioCosts[number],
                costOfDoingNothing: found.doNothingCosts[number])
        }
        let doNothing = all.reduce(0) { $0 + $1.probability * $1.costOfDoingNothing }
        return StaffingUncertainty.Answer(
            scenarios: all,
            people: system.groups.indices.flatMap { g in
                system.organisations.indices.compactMap { s -> StaffingUncertainty.People? in
                    let (group, place) = (system.groups[g].code, system.organisations[s].code)
                    let usual = winner.decisions.first { $0.group == group && $0.organisation == place }?.peopleToSignUp ?? 0
                    let people = StaffingAccounts.whole(found.people.signed[g][s].reduce(0, +))
                    // Nobody is recruited where recruitment is shut.
                    let recruits = found.people.recruits.isEmpty ? 0 : found.people.recruits[g][s].reduce(0, +)
                    guard people > 0 || usual > 0 || recruits > 1e-6 else { return nil }
                    return .init(group: group, organisation: place, peopleToSignUp: people, inTheUsualYear: usual, recruits: recruits)
                }
            },
            expectedCost: found.expectedCost, expectedCostOfDoingNothing: doNothing, expectedSaving: doNothing - found.expectedCost,
            worst: all.max { $0.cost < $1.cost }!,
            // Neither is below nothing but by rounding.
            valueOfStochasticSolution: found.valueOfStochasticSolution.map { max(0, $0) },
            expectedValueOfPerfectInformation: found.expectedValueOfPerfectInformation.map { max(0, $0) },
            risk: found.meanOfTheDearest.map { .init(weight: asked.riskWeight, level: asked.riskLevel, meanOfTheDearest: $0) },
            gap: found.gap)
    }
}
