// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import LinearProgramsTesting

/// Small systems of staff drawn from a seed, with everything in them that the page has.
enum StaffingRandom {
    /// A system and a calendar it can be worked out in: figures that would be refused are drawn again.
    static func calibration(_ seed: UInt64) -> StaffingCalibration {
        var numbers = SeededGenerator(state: seed)
        while true {
            let (system, calendar) = draw(&numbers)
            if let calibration = try? StaffingCalibration(system, calendar) { return calibration }
        }
    }

    private static func draw(_ numbers: inout SeededGenerator) -> (StaffingSystem, StaffingCalendar) {
        func next(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
        func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
        let (groupCount, places, weekCount) = (whole(1...3), whole(1...3), whole(3...6))
        let groups = (0..<groupCount).map { g -> StaffingSystem.Group in
            let pay = next(10...30)
            return StaffingSystem.Group(
                code: "g\(g)", title: "Group \(g)", mayFill: (0..<groupCount).filter { $0 > g && next(0...1) < 0.6 },
                tiers: (0..<whole(1...3)).map { .init(code: "t\($0)", rate: pay * (1.6 + 0.4 * Double($0)), availableShare: next(0.02...0.1)) },
                contractHours: 37.5, substantiveRate: pay, onCostShare: next(0...0.3), overtimeFactor: 1.5, overtimeShare: next(0...0.05),
                bankRate: pay * next(1.1...1.3), sharedBankRate: pay * next(1.1...1.4),
                takeUpForRate: next(0...2), bankHoursPerPerson: next(2...8),
                unfilledPrice: pay * next(1...4), signUpFactor: next(0...1) < 0.2 ? nil : next(0...2), recruitmentCost: next(0...2000),
                recruitmentLagWeeks: Double(whole(0...2)), recruitsPerYear: next(0...100), attritionPerYear: next(0...0.3),
                leaveShare: next(0...0.2), sicknessShare: next(0...0.1))
        }
        var spend = Array(repeating: 0.0, count: places)
        let workforce = groups.map { group in
            (0..<places).map { s -> StaffingSystem.Workforce in
                let wte = next(5...50)
                let agency = wte * 1500 * next(0...0.1)
                spend[s] += agency * group.tiers[0].rate * next(0.9...1.2)
                return .init(
                    wteInPost: wte, vacancyShare: next(0...0.2), agencyHours: agency, bankHours: wte * 1500 * next(0...0.1),
                    unfilledShare: next(0...0.05), bankPeople: wte * next(0...0.3))
            }
        }
        let weeks = (0..<weekCount).map { _ -> StaffingSystem.Week in
            let value = next(0.9...1.1)
            return .init(
                demandFactor: .init(value, low: value - 0.1, high: value + 0.1), leaveFactor: next(0.5...1.5),
                sicknessFactor: next(0.5...1.5))
        }
        let pairs = (0..<places).flatMap { a in (0..<places).filter { $0 != a }.map { (a, $0) } }
        let system = StaffingSystem(
            title: "random", groups: groups,
            organisations: (0..<places).map { .init(code: "o\($0)", name: "o\($0)", payBill: spend[$0] * 15 + 1000, agencySpend: spend[$0]) },
            workforce: workforce,
            sharedBank: pairs.filter { _ in next(0...1) < 0.7 }.map { .init(from: $0.0, to: $0.1, hoursFactor: next(0...1)) },
            weeks: weeks,
            scenarios: [
                .init(code: "usual", probability: 0.5, demandFactor: .init(1, low: 0.98, high: 1.03), sicknessFactor: .init(1, low: 0.9, high: 1.2)),
                .init(code: "hard", probability: 0.3, demandFactor: .init(1.05, low: 1, high: 1.1), sicknessFactor: .init(1.3, low: 1, high: 2)),
                .init(code: "mild", probability: 0.2, demandFactor: .init(0.95, low: 0.9, high: 1), sicknessFactor: .init(0.8, low: 0.5, high: 1)),
            ],
            parameters: .init(
                discountRate: 0.035, workingTimeHours: next(38...44), workingTimeWeeks: Double(whole(1...3)), conversionShare: next(0...0.4),
                conversionWeek: Double(whole(0...3)), bankSetUpCost: next(0...100), bankRunningCost: next(0...1000),
                bankPersonCost: next(0...50)))
        return (system, StaffingCalendar(weeks))
    }

    /// Options of every kind.
    static func options(_ seed: UInt64) -> [StaffingOption] {
        let share = 0.01 + 0.01 * Double(seed % 6)
        return [
            .doNothing, .overtime, .ownBanks, .sharedBank, .sharedBankAndRecruitment, .ceiling(share),
            .sharedBankAndRecruitment.with { $0.overtimeOpen = true },
            .sharedBankAndRecruitment.with { $0.sameFill = true },
            .ceiling(share).with { $0.conversion = false },
        ]
    }
}
