// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// Small systems of staff, written down in a test.
public enum StaffingFixtures {
    /// A week like any other.
    public static let plainWeek = StaffingSystem.Week(demandFactor: .init(1), leaveFactor: 1, sicknessFactor: 1)

    public static func nurses(tiers: [StaffingSystem.Tier]) -> StaffingSystem.Group {
        StaffingSystem.Group(
            code: "nurses", title: "Nurses", mayFill: [], tiers: tiers, contractHours: 40, substantiveRate: 20,
            overtimeFactor: 1.5, overtimeShare: 0.03, bankRate: 22, sharedBankRate: 24, bankHoursPerPerson: 5, unfilledPrice: 60,
            signUpFactor: 1, recruitmentCost: 5000, recruitmentLagWeeks: 16, recruitsPerYear: 0, attritionPerYear: 0.1,
            leaveShare: 0.15, sicknessShare: 0.05)
    }

    public static let parameters = StaffingSystem.Parameters(
        discountRate: 0, workingTimeHours: 48, workingTimeWeeks: 2, conversionShare: 0.25, conversionWeek: 104,
        bankSetUpCost: 100, bankRunningCost: 1300, bankPersonCost: 20)

    /// The example that the page works by hand: two organisations, one group, two weeks that are alike.
    public static var worked: StaffingSystem {
        StaffingSystem(
            title: "worked",
            groups: [
                nurses(tiers: [
                    .init(code: "first", rate: 30, availableShare: 0.1), .init(code: "second", rate: 40, availableShare: 0.1),
                ])
            ],
            organisations: [
                .init(code: "A", name: "A", payBill: 292_500, agencySpend: 38_220),
                .init(code: "B", name: "B", payBill: 146_250, agencySpend: 0),
            ],
            workforce: [[
                .init(wteInPost: 10, vacancyShare: 0, agencyHours: 1092, bankHours: 520, unfilledShare: 0.025, bankPeople: 2),
                .init(wteInPost: 5, vacancyShare: 0, agencyHours: 0, bankHours: 520, unfilledShare: 0, bankPeople: 4),
            ]],
            sharedBank: [.init(from: 1, to: 0, hoursFactor: 0.5)], weeks: [plainWeek, plainWeek], scenarios: [],
            parameters: parameters)
    }

    /// Organisation A of it, alone.
    public static var alone: StaffingSystem {
        var system = worked
        system.organisations.removeLast()
        system.workforce[0].removeLast()
        system.sharedBank = []
        return system
    }

    /// The page's own lever beside the shared bank: no conversion falls due in two weeks.
    public static let shared = StaffingOption(name: "shared", title: "Shared bank").with {
        $0.signUp = true
        $0.shared = true
        $0.safe = true
    }

    /// The example of `Models/staffing/README.md`: one organisation, two groups, four quarters.
    public static var recruits: StaffingSystem {
        var nurses = nurses(tiers: [.init(code: "only", rate: 40, availableShare: 0.5)])
        nurses.mayFill = [1]
        nurses.overtimeShare = 0.05
        (nurses.bankRate, nurses.sharedBankRate, nurses.unfilledPrice) = (45, 45, 100)
        (nurses.recruitmentCost, nurses.recruitmentLagWeeks, nurses.recruitsPerYear) = (1000, 13, 4)
        (nurses.attritionPerYear, nurses.leaveShare, nurses.sicknessShare, nurses.signUpFactor) = (0.5904, 0, 0, nil)
        var support = nurses
        (support.code, support.title, support.mayFill, support.tiers) = ("support", "Support staff", [], [])
        (support.substantiveRate, support.overtimeShare, support.unfilledPrice) = (10, 0, 60)
        (support.bankRate, support.sharedBankRate) = (20, 20)
        (support.recruitsPerYear, support.attritionPerYear, support.signUpFactor) = (0, 0, 1)
        var parameters = Self.parameters
        (parameters.workingTimeHours, parameters.workingTimeWeeks, parameters.conversionWeek) = (41.5, 13, 26)
        (parameters.bankSetUpCost, parameters.bankRunningCost, parameters.bankPersonCost) = (0, 0, 100)
        return StaffingSystem(
            title: "recruits", groups: [nurses, support],
            organisations: [.init(code: "A", name: "A", payBill: 1_000_000, agencySpend: 104_000)],
            workforce: [
                [.init(wteInPost: 10, vacancyShare: 1.0 / 11, agencyHours: 2600, bankHours: 0, unfilledShare: 0, bankPeople: 0)],
                [.init(wteInPost: 10, vacancyShare: 0, agencyHours: 0, bankHours: 0, unfilledShare: 1.0 / 21, bankPeople: 0)],
            ],
            sharedBank: [], weeks: [plainWeek, plainWeek, plainWeek, plainWeek], scenarios: [], parameters: parameters)
    }

    public static let recruitsCalendar = StaffingCalendar(recruits.weeks, weeksEach: 13)

    public static let everythingButShared = StaffingOption(name: "recruits", title: "Recruits").with {
        $0.signUp = true
        $0.overtimeOpen = true
        $0.recruitment = true
        $0.substitution = true
        $0.safe = true
        $0.conversion = true
    }

    public static func situation(
        _ system: StaffingSystem, _ calendar: StaffingCalendar? = nil, _ scenario: StaffingScenario? = nil
    ) throws -> StaffingSituation {
        let calibration = try StaffingCalibration(system, calendar ?? StaffingCalendar(system.weeks))
        return try scenario.map { scenario throws(StaffingFaults) in try StaffingSituation(calibration, scenario) }
            ?? StaffingSituation(calibration)
    }
}
