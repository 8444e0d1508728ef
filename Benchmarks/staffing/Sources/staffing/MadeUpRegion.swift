// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// A system of any size whose figures are made up, the same in every run.
enum MadeUpRegion {
    static func system(groups: Int, organisations: Int) -> StaffingSystem {
        var state: UInt64 = 2026
        func next(_ low: Double, _ high: Double) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + (high - low) * Double(state >> 33) / Double(1 << 31)
        }
        var made: [StaffingSystem.Group] = []
        var workforce: [[StaffingSystem.Workforce]] = []
        var spend = Array(repeating: 0.0, count: organisations)
        var pay = spend
        for g in 0..<groups {
            let pay0 = next(10, 34)
            // Every third group may fill the shifts of the next.
            let mayFill = g % 3 == 1 && g + 1 < groups ? [g + 1] : []
            let rates = [1.55, 1.94, 2.48].map { $0 * pay0 }
            made.append(
                StaffingSystem.Group(
                    code: "g\(g + 1)", title: "Group \(g + 1)", mayFill: mayFill,
                    tiers: rates.enumerated().map { .init(code: "t\($0 + 1)", rate: $1, availableShare: 0.04) }, contractHours: 37.5,
                    substantiveRate: pay0, onCostShare: 0.25, overtimeFactor: 1.5, overtimeShare: 0.03, bankRate: pay0 * 1.3,
                    sharedBankRate: pay0 * 1.34, bankHoursPerPerson: 6, unfilledPrice: pay0 * 3.1, signUpFactor: 1,
                    recruitmentCost: 5000, recruitmentLagWeeks: 16, recruitsPerYear: 20 + 100 * next(0, 1), attritionPerYear: 0.11,
                    leaveShare: 0.15, sicknessShare: next(0.03, 0.06)))
            workforce.append(
                (0..<organisations).map { s in
                    let wte = next(200, 3000)
                    let year = wte * 37.5 * 52 * 0.8
                    let agency = year * next(0.02, 0.07)
                    let bank = year * next(0.02, 0.05)
                    spend[s] += agency * rates[0] * 1.15
                    pay[s] += wte * 37.5 * 52 * pay0 * 1.25 + bank * pay0 * 1.3
                    return .init(
                        wteInPost: wte, vacancyShare: next(0.04, 0.12), agencyHours: agency, bankHours: bank,
                        unfilledShare: next(0.01, 0.03), bankPeople: bank / 312)
                })
        }
        let weeks = (0..<52).map { week -> StaffingSystem.Week in
            // Months of four or five weeks move together.
            let month = Double(week * 12 / 52)
            let winter = (month - 8.5).magnitude < 2.5 ? 0.02 : -0.008
            let value = 1 + winter + 0.003 * month.truncatingRemainder(dividingBy: 3)
            return .init(
                demandFactor: .init(value, low: value - 0.03, high: value + 0.03),
                leaveFactor: [16, 17, 29, 30, 31, 32, 33, 38, 39, 51].contains(week) ? 1.4 : 0.9, sicknessFactor: 1 + 5 * winter)
        }
        let all = organisations
        let pairs = (0..<(all * all)).map { (from: $0 / all, to: $0 % all) }.filter { $0.from != $0.to }
        return StaffingSystem(
            title: "A made-up region of \(groups) groups and \(organisations) organisations", groups: made,
            organisations: (0..<all).map { .init(code: "o\($0 + 1)", name: "Organisation \($0 + 1)", payBill: pay[$0] + spend[$0], agencySpend: spend[$0]) },
            workforce: workforce,
            sharedBank: pairs.map { pair in
                let apart = Double((pair.from - pair.to).magnitude)
                return StaffingSystem.Share(from: pair.from, to: pair.to, hoursFactor: max(0, 0.6 - 0.1 * apart))
            },
            weeks: weeks,
            scenarios: [
                .init(code: "usual", probability: 0.6, demandFactor: .init(1, low: 0.99, high: 1.01), sicknessFactor: .init(1, low: 0.95, high: 1.05)),
                .init(code: "hard-winter", probability: 0.2, demandFactor: .init(1.03, low: 1.01, high: 1.06), sicknessFactor: .init(1.25, low: 1.1, high: 1.5)),
                .init(code: "mild", probability: 0.2, demandFactor: .init(0.98, low: 0.96, high: 0.99), sicknessFactor: .init(0.9, low: 0.8, high: 1)),
            ],
            parameters: .init(
                discountRate: 0.035, workingTimeHours: 48, workingTimeWeeks: 17, conversionShare: 0.25, conversionWeek: 104,
                bankSetUpCost: 400_000, bankRunningCost: 350_000, bankPersonCost: 300))
    }
}
