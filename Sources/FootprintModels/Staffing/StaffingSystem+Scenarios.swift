// SPDX-License-Identifier: GPL-3.0-or-later

// Section *Scenarios* of the page.
extension StaffingSystem {
    /// The scenarios the instance lists, with their probabilities.
    public func listedScenarios(_ calendar: StaffingCalendar) -> [StaffingScenario] {
        let all = scenarios.reduce(0) { $0 + $1.probability }
        return scenarios.map { scenario in
            StaffingScenario(
                name: scenario.code, probability: scenario.probability / all,
                demandFactors: calendar.periods.map { _ in scenario.demandFactor.value },
                sicknessFactor: scenario.sicknessFactor.value)
        }
    }

    /// Scenarios drawn from the ranges of those listed and of the weeks, each as likely as any other; the same for one seed.
    /// - Precondition: the instance lists scenarios, and `count` is above zero.
    public func drawnScenarios(_ count: Int, seed: UInt64, _ calendar: StaffingCalendar) -> [StaffingScenario] {
        precondition(count > 0 && !scenarios.isEmpty, "there is nothing to draw from")
        var numbers = SeededNumbers(seed: seed)
        return (1...count).map { number in
            var left = numbers.next() * scenarios.reduce(0) { $0 + $1.probability }
            var listed = scenarios[scenarios.count - 1]
            for scenario in scenarios {
                if left < scenario.probability {
                    listed = scenario
                    break
                }
                left -= scenario.probability
            }
            let demand = numbers.next(in: listed.demandFactor)
            let sickness = numbers.next(in: listed.sicknessFactor)
            var drawn: [Double] = []
            for (place, week) in weeks.enumerated() {
                // Weeks of one value on end move together.
                let isLast = place > 0 && weeks[place - 1].demandFactor == week.demandFactor
                drawn.append(isLast ? drawn[place - 1] : numbers.next(in: week.demandFactor))
            }
            return StaffingScenario(
                name: "\(listed.code) \(number)", probability: 1 / Double(count),
                demandFactors: calendar.periods.map { period in
                    let usual = period.parts.reduce(0) { $0 + $1.share * weeks[$1.week].demandFactor.value }
                    return demand * period.parts.reduce(0) { $0 + $1.share * drawn[$1.week] } / usual
                }, sicknessFactor: sickness)
        }
    }
}

extension StaffingScenario {
    /// The mean of several: each period's demand, and sickness, weighed by probability.
    public static func mean(_ scenarios: [StaffingScenario]) -> StaffingScenario {
        let periods = scenarios[0].demandFactors.indices
        return StaffingScenario(
            name: "mean", probability: 1,
            demandFactors: periods.map { p in scenarios.reduce(0) { $0 + $1.probability * $1.demandFactors[p] } },
            sicknessFactor: scenarios.reduce(0) { $0 + $1.probability * $1.sicknessFactor })
    }
}
