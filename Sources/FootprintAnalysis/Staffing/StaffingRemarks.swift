// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// What an answer promises, what of the page's rows is not there, and what is assumed, in sentences.
struct StaffingRemarks {
    let instance: Instance
    let situation: StaffingSituation
    let options: [StaffingOption]

    private var system: StaffingSystem { situation.system }
    private var calendar: StaffingCalendar { situation.calendar }

    var sentences: [String] {
        [promise, people, conversion, overtime, rosters, published].compactMap(\.self) + assumed
    }

    private var promise: String {
        "What is planned is hours of a group in a \(calendar.isDiscounted ? "month" : "week"). No more than "
            + "\(Words.number(system.parameters.workingTimeHours)) hours a week over \(Words.number(system.parameters.workingTimeWeeks)) weeks is kept by "
            + "the mean of each group at each organisation; each person's roster is not promised."
    }

    private var people: String {
        "People to sign up are rounded up to whole people by group and organisation; money is of the people as the program has them."
    }

    /// Rows 15 and 16, where some year of the plan is over before the date.
    private var conversion: String? {
        guard options.contains(where: \.conversion) else { return nil }
        let parameters = system.parameters
        let without = calendar.years.filter { calendar.due($0, week: parameters.conversionWeek).isEmpty }
        guard !without.isEmpty else { return nil }
        let share = Words.percent(parameters.conversionShare)
        let date = "\(Words.number(parameters.conversionWeek)) weeks"
        guard without.count == calendar.years.count else {
            return "That \(share) of agency hours go to the bank is asked after \(date): of the years before, "
                + "\(without.map(String.init).joined(separator: ", ")), nothing of the kind."
        }
        return "That \(share) of agency hours go to the bank falls due after \(date), beyond the weeks that are solved: it is not asked here. "
            + "--first-week \(Words.number(parameters.conversionWeek)) or --years 5 asks it."
    }

    private var overtime: String? {
        options.contains(where: \.overtimeOpen)
            ? nil : "Overtime is shut: the tables do not have today's, and the bank would be credited with what overtime does."
    }

    private var rosters: String? {
        let own = StaffingRemarks.rosters(system)
        guard !own.isEmpty else { return nil }
        return "Hours needed by week are the roster's own for " + own.map { "\($0.group) at \($0.organisation)" }.joined(separator: ", ") + "."
    }

    static func rosters(_ system: StaffingSystem) -> [StaffingAppraisal.Roster] {
        system.groups.indices.flatMap { g in
            system.organisations.indices.compactMap { s in
                system.workforce[g][s].rosterHours == nil
                    ? nil : .init(group: system.groups[g].code, organisation: system.organisations[s].code)
            }
        }
    }

    // MARK: What is assumed

    /// Figures as a sentence says them, in its order.
    private static let named: [(table: String, figure: String, words: String)] = [
        ("workforce", "wteInPost", "staff in post"), ("workforce", "vacancyShare", "vacancies"),
        ("workforce", "agencyHours", "agency hours"), ("workforce", "bankHours", "bank hours"),
        ("workforce", "bankPeople", "people on the banks"), ("workforce", "unfilledShare", "unfilled hours"),
        ("organisation_pay", "payBill", "pay bills"), ("organisation_pay", "agencySpend", "agency spend"),
        ("week_figures", "demandFactor", "the weekly shape of hours needed"), ("week_figures", "leaveFactor", "the weekly shape of leave"),
        ("week_figures", "sicknessFactor", "the weekly shape of sickness"),
        ("workforce_group_figures", "sicknessShare", "sickness"), ("workforce_group_figures", "leaveShare", "leave"),
        ("workforce_group_figures", "substantiveRate", "pay"), ("workforce_group_figures", "bankRate", "bank rates"),
        ("agency_tiers", "rate", "agency rates"), ("agency_tiers", "availableShare", "what agencies offer"),
        ("workforce_group_figures", "signUpFactor", "who would sign up"),
        ("workforce_group_figures", "bankHoursPerPerson", "hours that somebody on a bank takes"),
        ("shared_bank", "hoursFactor", "take-up of shifts elsewhere"),
        ("workforce_group_figures", "takeUpForRate", "take-up for a better rate"),
        ("workforce_group_figures", "recruitsPerYear", "recruits to be had"),
        ("workforce_group_figures", "attritionPerYear", "leavers"),
        ("workforce_group_figures", "unfilledPrice", "the price of an unfilled hour"),
    ]

    private func isAssumed(_ table: String, _ figure: String) -> Bool? {
        let bases = instance.figures.all.filter { $0.table == table && $0.name == figure }.map(\.basis)
        return bases.isEmpty ? nil : bases.contains(.assumed)
    }

    private var published: String? {
        let known = Self.named.filter { isAssumed($0.table, $0.figure) == false }.map(\.words)
        guard !known.isEmpty else { return nil }
        return "Published, or worked out from what is: \(known.joined(separator: ", ")), for "
            + "\(Words.amount(Double(system.groups.count), "groups")) of staff at each organisation."
    }

    private var assumed: [String] {
        let guessed = Self.named.filter { isAssumed($0.table, $0.figure) == true }.map(\.words)
        guard !guessed.isEmpty else { return [] }
        return ["Assumed, at least for some, with ranges in the tables: \(guessed.joined(separator: ", "))."]
    }
}
