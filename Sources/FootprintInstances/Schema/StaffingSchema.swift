// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `staffing` (formulations, section 4): hours needed, who gives them and at what rate.
public enum StaffingSchema {
    public static let tables: [TableSchema] = [
        SharedTables.organisations,
        SharedTables.parameters([SharedTables.discountRate]),
    ] + own.map { $0.kept(in: "staffing") }

    private static let own: [TableSchema] = [
        TableSchema(
            "workforce_groups", "Groups of staff that fill the same shifts.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("may_fill", .list(.workforceGroups), "groups whose shifts it may fill too, with ; between them"),
                .source,
            ]),
        TableSchema(
            "workforce_group_figures", "Figures of a group.",
            key: [ColumnSchema("group", .reference(.workforceGroups), "the group")],
            figures: [
                FigureSchema("contractHours", .hoursPerWeek, "a week of one WTE"),
                FigureSchema("substantiveRate", .poundsPerHour, "pay for a paid hour, before employer's on-costs"),
                FigureSchema("onCostShare", .share, "employer's national insurance and pension, over pay"),
                FigureSchema("overtimeFactor", .positiveFactor, "price of an overtime hour over a substantive one"),
                FigureSchema("overtimeShare", .share, "of contract hours, at most, worked over"),
                FigureSchema("bankRate", .poundsPerHour, "at the organisation's own bank, with on-costs"),
                FigureSchema("sharedBankRate", .poundsPerHour, "at a shared bank, with on-costs"),
                FigureSchema("takeUpForRate", .factor, "per cent more hours at another's for each per cent of the shared bank's rate over the own"),
                FigureSchema("bankHoursPerPerson", .hoursPerWeek, "a week that somebody on the bank takes"),
                FigureSchema("signUpFactor", .factor, "people who would sign up, over those on today's bank and beside them"),
                FigureSchema("unfilledPrice", .poundsPerHour, "of an hour nobody fills; no less than the dearest agency"),
                FigureSchema("recruitmentCost", .pounds, "for one recruit"),
                FigureSchema("recruitmentLagWeeks", .weeks, "from deciding to the first shift"),
                FigureSchema("recruitsPerYear", .staff, "in all organisations together, at most"),
                FigureSchema("attritionPerYear", .share, "of those in post, who leave"),
                FigureSchema("leaveShare", .shareBelowOne, "of paid hours"),
                FigureSchema("sicknessShare", .shareBelowOne, "of paid hours"),
            ]),
        TableSchema(
            "workforce", "Staff of a group at an organisation, base year.",
            key: [
                ColumnSchema("organisation", .reference(.insideProviders), "the organisation"),
                ColumnSchema("group", .reference(.workforceGroups), "the group"),
            ],
            figures: [
                FigureSchema("wteInPost", .staff, "substantive"),
                FigureSchema("vacancyShare", .shareBelowOne, "of the establishment"),
                FigureSchema("agencyHours", .hours, "a year"),
                FigureSchema("bankHours", .hours, "a year"),
                FigureSchema("unfilledShare", .shareBelowOne, "of the hours needed, today"),
                FigureSchema("bankPeople", .people, "on its bank today"),
            ], completeness: .listedKeys),
        TableSchema(
            "agency_tiers", "What agencies offer, dearer tiers after cheaper ones.",
            key: [ColumnSchema("group", .reference(.workforceGroups), "the group"), ColumnSchema("tier", .code, "the tier")],
            figures: [
                FigureSchema("rate", .poundsPerHour, "paid, commission included"),
                FigureSchema("availableShare", .share, "of a week's hours needed, that it can fill"),
            ], completeness: .listedKeys),
        TableSchema(
            "week_figures", "The pattern of a year by week.",
            key: [ColumnSchema("week", .code, "the week, such as W01")],
            figures: [
                FigureSchema("demandFactor", .positiveFactor, "hours needed over the mean week"),
                FigureSchema("leaveFactor", .factor, "leave over the mean week"),
                FigureSchema("sicknessFactor", .factor, "sickness over the mean week"),
            ], completeness: .listedKeys),
        TableSchema(
            "scenario_figures", "What a year may bring.",
            key: [ColumnSchema("scenario", .code, "the scenario")],
            figures: [
                FigureSchema("probability", Quantity("a probability", to: 1, includesLower: false), "the scenarios' add up to 1"),
                FigureSchema("demandFactor", .positiveFactor, "hours needed over the pattern"),
                FigureSchema("sicknessFactor", .factor, "sickness over the pattern"),
            ], completeness: .listedKeys),
        TableSchema(
            "shared_bank", "Hours a bank worker of one organisation takes at another.",
            key: [
                ColumnSchema("from", .reference(.insideProviders), "where they are on the bank"),
                ColumnSchema("to", .reference(.insideProviders), "where the shift is"),
            ],
            figures: [
                FigureSchema("hoursFactor", .share, "of the hours they would take at their own"),
                FigureSchema("minutes", .minutes, "by road between the two"),
            ], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "organisation_pay", "Pay of an organisation in the base year.",
            key: [ColumnSchema("organisation", .reference(.insideProviders), "the organisation")],
            figures: [
                FigureSchema("payBill", .pounds, "a year"),
                FigureSchema("agencySpend", .pounds, "a year, part of the pay bill"),
                FigureSchema("bankSpend", .pounds, "a year, part of the pay bill"),
            ], completeness: .listedKeys),
        TableSchema(
            "staffing_parameters", "Figures of the family staffing.", key: [],
            figures: [
                FigureSchema("workingTimeHours", .hoursPerWeek, "a head and week, mean over the weeks below"),
                FigureSchema("workingTimeWeeks", .weeks, "over which it is averaged"),
                FigureSchema("agencyCeilingShare", .share, "of do-nothing pay that agency may cost"),
                FigureSchema("conversionShare", .share, "of today's agency hours that bank takes over by the date"),
                FigureSchema("conversionWeek", .weeks, "from the start, by which it has"),
                FigureSchema("agencyPremium", .factor, "over pay, as a plan claims it; set beside what is worked out, and used for nothing else"),
                FigureSchema("bankSetUpCost", .pounds, "of a shared bank, once"),
                FigureSchema("bankRunningCost", .pounds, "of a shared bank, a year"),
                FigureSchema("bankPersonCost", .pounds, "of bringing one person on the bank, once"),
            ]),
    ]
}
