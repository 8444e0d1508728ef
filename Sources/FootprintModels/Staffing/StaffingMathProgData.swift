// SPDX-License-Identifier: GPL-3.0-or-later

/// The data file of `Models/staffing/staffing.mod` for one option: what `glpsol` needs to solve the same program without any of
/// this code. The contract is `Models/staffing/README.md`.
public struct StaffingMathProgData {
    private let situation: StaffingSituation
    private let option: StaffingOption
    private var file: MathProgText

    public init(_ situation: StaffingSituation, _ option: StaffingOption) {
        self.situation = situation
        self.option = option
        file = MathProgText(title: "\(situation.system.title): staffing, \(option.name)", format: Self.number)
        writeSets()
        writeOption()
        writePeriods()
        writeFigures()
        writeToday()
    }

    public var text: String { file.text }

    private var system: StaffingSystem { situation.system }
    private var calendar: StaffingCalendar { situation.calendar }
    /// Places of every group at every organisation.
    private var places: [(g: Int, s: Int)] {
        system.groups.indices.flatMap { g in system.organisations.indices.map { (g, $0) } }
    }

    private func key(_ g: Int, _ s: Int) -> String {
        "\(MathProgText.quoted(system.groups[g].code)) \(MathProgText.quoted(system.organisations[s].code))"
    }

    private mutating func writeSets() {
        let groups = system.groups
        file.set("G", groups.map(\.code))
        file.set("S", system.organisations.map(\.code))
        let tiers = groups.flatMap { group in group.tiers.indices.map { "(\(MathProgText.quoted(group.code)),\($0 + 1))" } }
        file.members("TIERS", tiers)
        file.tuples("MAY_FILL", system.fills.map { [groups[$0.from].code, groups[$0.to].code] })
        file.tuples(
            "SHARES", system.sharedBank.map { [system.organisations[$0.from].code, system.organisations[$0.to].code] })
    }

    private mutating func writeOption() {
        for (name, isOn) in [
            ("signUp", option.signUp), ("overtimeOpen", option.overtimeOpen), ("shared", option.shared),
            ("recruitment", option.recruitment), ("substitution", option.substitution), ("safe", option.safe),
            ("conversion", option.conversion), ("sameFill", option.sameFill), ("discounted", calendar.isDiscounted),
        ] { file.word(name, isOn ? "1" : "0") }
        if let share = option.ceilingShare { file.scalar("ceilingShare", share) }
    }

    private mutating func writePeriods() {
        file.word("periods", "\(calendar.periods.count)")
        file.scalar("firstWeek", calendar.firstWeek)
        file.rows(
            ": weeks year demandFactor leaveFactor sicknessFactor demandScale",
            calendar.periods.enumerated().map { p, period in
                let numbers = [
                    period.demandFactor, period.leaveFactor, period.sicknessFactor, situation.scenario.demandFactors[p],
                ].map(Self.number)
                return "  \(p + 1) \(Self.number(period.weeks)) \(period.year) \(numbers.joined(separator: " "))"
            })
        file.scalar("sicknessScale", situation.scenario.sicknessFactor)
    }

    private mutating func writeFigures() {
        file.table(
            [
                "contractHours", "substantiveRate", "onCostShare", "overtimeFactor", "overtimeShare", "bankRate", "sharedBankRate",
                "takeUpForRate", "bankHoursPerPerson", "unfilledPrice", "recruitmentCost", "recruitmentLagWeeks", "recruitsPerYear",
                "attritionPerYear", "leaveShare", "sicknessShare",
            ],
            system.groups.map {
                (
                    $0.code,
                    [
                        $0.contractHours, $0.substantiveRate, $0.onCostShare, $0.overtimeFactor, $0.overtimeShare, $0.bankRate,
                        $0.sharedBankRate, $0.takeUpForRate, $0.bankHoursPerPerson, $0.unfilledPrice, $0.recruitmentCost, $0.recruitmentLagWeeks,
                        $0.recruitsPerYear, $0.attritionPerYear, $0.leaveShare, $0.sicknessShare,
                    ]
                )
            })
        rows(
            ["rate", "availableShare"],
            system.groups.flatMap { group in
                group.tiers.enumerated().map {
                    ("\(MathProgText.quoted(group.code)) \($0 + 1)", [$1.rate, $1.availableShare])
                }
            })
        rows(
            [
                "wteInPost", "vacancyShare", "agencyHours", "bankHours", "unfilledShare", "signUpLimit", "offerFactor",
                "workingTimeToday",
            ],
            places.map { g, s in
                let workforce = system.workforce[g][s]
                return (
                    key(g, s),
                    [
                        workforce.wteInPost, workforce.vacancyShare, workforce.agencyHours, workforce.bankHours,
                        workforce.unfilledShare, system.signUpLimit(g, s) ?? -1, situation.calibration.offerFactor[g][s],
                        situation.workingTimeToday(g, s),
                    ]
                )
            })
        rows(
            ["rosterHours"],
            places.filter { system.workforce[$0.g][$0.s].rosterHours != nil }.flatMap { g, s in
                calendar.periods.indices.map { ("\(key(g, s)) \($0 + 1)", [situation.calibration.hours.needed[g, s, $0]]) }
            })
        rows(
            ["rateFactor", "payBill"],
            system.organisations.enumerated().map {
                (MathProgText.quoted($1.code), [situation.calibration.rateFactor[$0], $1.payBill])
            })
        let shares = system.sharedBank.map {
            ([system.organisations[$0.from].code, system.organisations[$0.to].code], $0.hoursFactor)
        }
        if !shares.isEmpty { file.values("hoursFactor", shares) }
        let parameters = system.parameters
        for (name, value) in [
            ("discountRate", parameters.discountRate), ("workingTimeHours", parameters.workingTimeHours),
            ("workingTimeWeeks", parameters.workingTimeWeeks), ("conversionShare", parameters.conversionShare),
            ("conversionWeek", parameters.conversionWeek), ("bankSetUpCost", parameters.bankSetUpCost),
            ("bankRunningCost", parameters.bankRunningCost), ("bankPersonCost", parameters.bankPersonCost),
        ] { file.scalar(name, value) }
    }

    /// What do-nothing does.
    private mutating func writeToday() {
        let groups = system.groups.indices
        rows(
            ["unfilledToday"],
            groups.flatMap { g in
                calendar.years.map { ("\(MathProgText.quoted(system.groups[g].code)) \($0)", [situation.unfilledToday(g, $0)]) }
            })
        rows(
            ["agencyToday", "bankToday"],
            groups.flatMap { g in
                calendar.periods.indices.map { p in
                    (
                        "\(MathProgText.quoted(system.groups[g].code)) \(p + 1)",
                        [situation.agencyToday(g, [p]), situation.bankToday(g, [p])]
                    )
                }
            })
        guard option.sameFill else { return }
        rows(
            ["unfilledThen"],
            places.flatMap { g, s in
                calendar.periods.indices.map { ("\(key(g, s)) \($0 + 1)", [situation.doNothing.unfilled[g, s, $0]]) }
            })
    }

    /// Parameters of one key, a column each; the keys as they are to be written. Nothing where there is no row.
    private mutating func rows(_ header: [String], _ rows: [(String, [Double])]) {
        guard !rows.isEmpty else { return }
        file.rows(
            ": \(header.joined(separator: " "))", rows.map { "  \($0) \($1.map(Self.number).joined(separator: " "))" })
    }

    /// As many digits as the number has.
    private static func number(_ value: Double) -> String { "\(value)" }
}
