// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis

/// What only a comparison of staffing takes.
struct StaffingOptions: ParsableArguments {
    @Option(help: "So many years by month, 1 to 5, in place of the first year by week.")
    var years: Int?

    @Option(help: "Weeks of the plan that are over before the first that is solved: 104 for the year after two.")
    var firstWeek: Double?

    @Option(help: "Decide before the year is known: the years the instance lists, or, where N is more than it lists, N drawn from them.")
    var scenarios: Int?

    @Option(help: "The seed by which scenarios are drawn, 1 unless given.")
    var seed: UInt64?

    @Option(help: "With --scenarios, the weight of the mean of the dearest, from 0 to 1; 0 unless given.")
    var riskWeight: Double?

    @Option(help: "With --risk-weight, the dearest are those beyond this share of scenarios, 0.9 unless given.")
    var riskLevel: Double?

    func validate() throws {
        if let years, !(1...5).contains(years) { throw ValidationError("--years must be from 1 to 5.") }
        if let firstWeek, !(firstWeek >= 0 && firstWeek.isFinite) { throw ValidationError("--first-week must not be below zero.") }
        if let scenarios, scenarios < 1 { throw ValidationError("--scenarios must be at least 1.") }
        if let riskWeight, !(0...1).contains(riskWeight) { throw ValidationError("--risk-weight must be from 0 to 1.") }
        if let riskLevel, !(riskLevel >= 0 && riskLevel < 1) { throw ValidationError("--risk-level must be from 0 to below 1.") }
        if scenarios == nil, seed != nil || riskWeight != nil || riskLevel != nil {
            throw ValidationError("--seed, --risk-weight and --risk-level need --scenarios.")
        }
    }

    /// What was given, for a family that cannot honour it.
    var given: [String] {
        [
            years.map { _ in "--years" }, firstWeek.map { _ in "--first-week" }, scenarios.map { _ in "--scenarios" },
        ].compactMap(\.self)
    }

    func comparison(jobs: Int, findsSensitivity: Bool) -> StaffingComparison.Options {
        .init(
            years: years, firstWeek: firstWeek ?? 0, jobs: jobs, variesSignUps: findsSensitivity, findsSensitivity: findsSensitivity,
            uncertainty: scenarios.map {
                .init(scenarios: $0, seed: seed ?? 1, riskWeight: riskWeight ?? 0, riskLevel: riskLevel ?? 0.9)
            })
    }
}
