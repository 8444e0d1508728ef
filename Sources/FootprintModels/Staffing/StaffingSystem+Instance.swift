// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

extension StaffingSystem {
    /// The figures of an instance.
    /// - Parameter instance: its view as `.staffing`. The loader has checked that every figure is there and in range.
    /// - Returns: nil when the instance does not declare the family.
    public init?(_ instance: Instance) {
        guard let tables = instance.staffing else { return nil }
        let figures = instance.figures
        /// A figure that the schema requires, with its range.
        func range(_ table: String, _ key: [String], _ name: String) -> Range {
            guard let index = figures.index(table, key, name) else {
                preconditionFailure("\(table)[\((key + [name]).joined(separator: ","))] is required by the schema")
            }
            let figure = figures.figure(at: index)
            return Range(figure.value, low: figure.low, high: figure.high)
        }
        func value(_ table: String, _ key: [String], _ name: String) -> Double { range(table, key, name).value }
        func keys(_ table: String) -> [[String]] { figures.keys(of: table) }

        let codes = keys("organisation_pay").map { $0[0] }
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let groupPlaces = Dictionary(uniqueKeysWithValues: tables.groups.enumerated().map { ($1.code, $0) })
        let groups = tables.groups.map { group in
            func figure(_ name: String) -> Double { value("workforce_group_figures", [group.code], name) }
            let tiers = keys("agency_tiers").filter { $0[0] == group.code }.map { key in
                Tier(
                    code: key[1], rate: value("agency_tiers", key, "rate"),
                    availableShare: value("agency_tiers", key, "availableShare"))
            }
            return Group(
                code: group.code, title: group.title, mayFill: group.mayFill.map { groupPlaces[$0]! },
                tiers: tiers.sorted { $0.rate < $1.rate }, contractHours: figure("contractHours"),
                substantiveRate: figure("substantiveRate"),
                onCostShare: figure("onCostShare"), overtimeFactor: figure("overtimeFactor"),
                overtimeShare: figure("overtimeShare"), bankRate: figure("bankRate"), sharedBankRate: figure("sharedBankRate"),
                takeUpForRate: figure("takeUpForRate"), bankHoursPerPerson: figure("bankHoursPerPerson"), unfilledPrice: figure("unfilledPrice"),
                signUpFactor: figure("signUpFactor"), recruitmentCost: figure("recruitmentCost"), recruitmentLagWeeks: figure("recruitmentLagWeeks"),
                recruitsPerYear: figure("recruitsPerYear"), attritionPerYear: figure("attritionPerYear"),
                leaveShare: figure("leaveShare"), sicknessShare: figure("sicknessShare"))
        }
        func parameter(_ name: String) -> Double { value("staffing_parameters", [], name) }
        self.init(
            title: instance.settings.title, groups: groups,
            organisations: codes.map { code in
                Organisation(
                    code: code, name: instance.organisations.first { $0.code == code }?.name ?? code,
                    payBill: value("organisation_pay", [code], "payBill"),
                    agencySpend: value("organisation_pay", [code], "agencySpend"))
            },
            workforce: groups.map { group in
                codes.map { code in
                    func figure(_ name: String) -> Double { value("workforce", [code, group.code], name) }
                    return Workforce(
                        wteInPost: figure("wteInPost"), vacancyShare: figure("vacancyShare"), agencyHours: figure("agencyHours"),
                        bankHours: figure("bankHours"), unfilledShare: figure("unfilledShare"), bankPeople: figure("bankPeople"),
                        rosterHours: tables.rosterHours?.weeks(organisation: code, group: group.code))
                }
            },
            sharedBank: keys("shared_bank").map { key in
                Share(from: places[key[0]]!, to: places[key[1]]!, hoursFactor: value("shared_bank", key, "hoursFactor"))
            },
            weeks: keys("week_figures").map { key in
                Week(
                    demandFactor: range("week_figures", key, "demandFactor"),
                    leaveFactor: value("week_figures", key, "leaveFactor"),
                    sicknessFactor: value("week_figures", key, "sicknessFactor"))
            },
            scenarios: keys("scenario_figures").map { key in
                Scenario(
                    code: key[0], probability: value("scenario_figures", key, "probability"),
                    demandFactor: range("scenario_figures", key, "demandFactor"),
                    sicknessFactor: range("scenario_figures", key, "sicknessFactor"))
            },
            parameters: Parameters(
                discountRate: value("parameters", [], "discountRate"), workingTimeHours: parameter("workingTimeHours"),
                workingTimeWeeks: parameter("workingTimeWeeks"), conversionShare: parameter("conversionShare"),
                conversionWeek: parameter("conversionWeek"), bankSetUpCost: parameter("bankSetUpCost"),
                bankRunningCost: parameter("bankRunningCost"), bankPersonCost: parameter("bankPersonCost"),
                agencyPremium: parameter("agencyPremium")))
    }
}
