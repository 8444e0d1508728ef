// SPDX-License-Identifier: GPL-3.0-or-later

/// The winner decided before the year is known: two stages. £ are of the whole plan, in the base year where it has several years.
public struct StaffingUncertainty: Sendable, Codable {
    /// The option's name.
    public var option: String
    /// Drawn with this seed; absent where the scenarios are those the instance lists.
    public var seed: UInt64?
    public var scenarios: [Scenario]
    /// To sign up before the year is known, beside those of the usual year.
    public var people: [People]
    public var expectedCost: Double
    /// Do-nothing's, over the same scenarios.
    public var expectedCostOfDoingNothing: Double
    public var expectedSaving: Double
    /// The dearest scenario.
    public var worst: Scenario
    /// What deciding for the mean year would cost more on average; absent where some scenario has no answer then.
    public var valueOfStochasticSolution: Double?
    /// What knowing the year beforehand would save on average.
    public var expectedValueOfPerfectInformation: Double
    /// What is minimised in place of the mean; absent unless asked for.
    public var risk: Risk?
    /// Of the cost: how far the optimum may be below it, as a share.
    public var gap: Double

    public struct Scenario: Sendable, Codable {
        public var name: String
        public var probability: Double
        public var cost: Double
        public var costOfDoingNothing: Double
    }

    public struct People: Sendable, Codable {
        public var group: String
        public var organisation: String
        /// Rounded up.
        public var peopleToSignUp: Int
        public var inTheUsualYear: Int
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
