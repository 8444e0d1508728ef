// SPDX-License-Identifier: GPL-3.0-or-later

/// What a year brings: `ω` of the page.
public struct StaffingScenario: Sendable, Hashable {
    public var name: String
    public var probability: Double
    /// Hours needed over those of the usual year, one for each period of the calendar.
    public var demandFactors: [Double]
    /// Sickness over that of the usual year.
    public var sicknessFactor: Double

    public init(name: String, probability: Double, demandFactors: [Double], sicknessFactor: Double) {
        self.name = name
        self.probability = probability
        self.demandFactors = demandFactors
        self.sicknessFactor = sicknessFactor
    }

    /// The year as the pattern has it.
    public static func usual(_ calendar: StaffingCalendar) -> StaffingScenario {
        StaffingScenario(
            name: "usual", probability: 1, demandFactors: calendar.periods.map { _ in 1 }, sicknessFactor: 1)
    }
}
