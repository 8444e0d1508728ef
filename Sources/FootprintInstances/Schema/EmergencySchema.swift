// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `emergency`, version 1 of the schema: the one place that says what they hold.
public enum EmergencySchema {
    public static let version = 1

    public static let tables: [TableSchema] = [
        SharedTables.organisations,
        SharedTables.sites,
        TableSchema(
            "site_levels", "The levels each inside site may have, today's among them.",
            key: [ColumnSchema("site", .reference(.insideSites), "the site"), ColumnSchema("level", .word(.level), "a level it may have")],
            columns: [.source]),
        SharedTables.zones,
        SharedTables.travel,
        TableSchema(
            "site_services", "Which services each inside acute site has today.",
            key: [
                ColumnSchema("site", .reference(.insideAcuteSites), "the site"), ColumnSchema("service", .code, "the service"),
            ],
            columns: [ColumnSchema("present", .yesNo, "whether the site has it"), .basis, .source]),
        TableSchema(
            "level_services", "The services a level needs on the same site.",
            key: [
                ColumnSchema("level", .word(.levelWithDoor), "the level"),
                ColumnSchema("service", .reference(.services), "a service it needs"),
            ],
            columns: [.source], mayBeEmpty: true),
        TableSchema(
            "level_accepts", "The patients a level accepts; what no row names is not accepted.",
            key: [
                ColumnSchema("level", .word(.levelWithDoor), "the level"),
                ColumnSchema("class", .word(.attendanceClass), "a class it accepts"),
                ColumnSchema("arrival", .word(.arrival), "when they arrive so"),
            ],
            columns: [.source]),
        TableSchema(
            "options", "Configurations with a name, published or the user's own.",
            key: [ColumnSchema("name", .code, "its name")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("decisions", .decisions, "site=level with ; between them; a site not named keeps today's level"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "schemes", "Demand levers, each with a switch.",
            key: [ColumnSchema("name", .code, "its name")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("closes_minor_injury_units", .yesNo, "whether the minor injury units shut when it is on"),
                ColumnSchema("after", .list(.schemes), "the schemes that must be on first, with ; between them"),
                .source,
            ], mayBeEmpty: true),
        SharedTables.parameters(parameters),
        TableSchema(
            "site_figures", "Figures of a site; which, depends on what the site is.",
            key: [ColumnSchema("site", .reference(.sites), "the site")], figures: siteFigures),
        TableSchema(
            "class_figures", "Figures of a class of attendance.",
            key: [ColumnSchema("class", .word(.attendanceClass), "the class")],
            figures: [
                FigureSchema("ambulanceShare", .share, "share that comes by ambulance"),
                FigureSchema("nightShare", .share, "share that comes at night"),
                FigureSchema("spaceMinutes", .minutes, "minutes in a treatment space"),
                FigureSchema("variableCost", .pounds, "cost of one more attendance"),
                FigureSchema("tariff", .pounds, "price of an attendance"),
                FigureSchema("growthPerYear", .growth, "growth of demand a year"),
            ]),
        TableSchema(
            "level_figures", "Figures of a level that has a door; without one they are all zero.",
            key: [ColumnSchema("level", .word(.levelWithDoor), "the level")],
            figures: [
                FigureSchema("opensAtNight", .zeroOrOne, "1 when it takes people at night"),
                FigureSchema("hoursPerWeek", .hoursPerWeek, "hours open a week"),
                FigureSchema("departmentCost", .pounds, "cost a year that does not depend on the number of patients"),
                FigureSchema("supportRotaCost", .pounds, "cost a year of the rotas it needs behind it"),
                FigureSchema("conversionCapital", .pounds, "spent when a site takes this level and does not have it today"),
            ]),
        TableSchema(
            "rates", "How often residents attend.",
            key: [
                ColumnSchema("class", .word(.attendanceClass), "the class"), ColumnSchema("age_band", .word(.ageBand), "the ages"),
            ],
            figures: [FigureSchema("rate", .attendances, "attendances per resident and year, base year")]),
        TableSchema(
            "activity", "What inside providers publish of the base year.",
            key: [
                ColumnSchema("organisation", .reference(.insideProviders), "the provider"),
                ColumnSchema("measure", .word(.measure), "what is counted"),
            ],
            figures: [FigureSchema("total", .attendances, "in the base year")],
            completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "staff_figures", "Figures of a staff group on the emergency rota; its rows define the groups.",
            key: [ColumnSchema("group", .code, "the group")],
            figures: [
                FigureSchema("wtePerThousandAttendances", .staff, "needed for a thousand attendances a year"),
                FigureSchema("pay", .pounds, "a WTE year, with on-costs"),
                FigureSchema("agencyPremium", .factor, "share on top of pay for agency"),
                FigureSchema("redundancyCost", .pounds, "once, for a WTE who leaves"),
                FigureSchema("takeUpShare", .share, "share of released staff who accept a post at another site"),
            ], completeness: .listedKeys),
        TableSchema(
            "rota_floors", "The least staff of a rota, whatever the number of patients.",
            key: [
                ColumnSchema("level", .word(.levelWithDoor), "the level"), ColumnSchema("group", .reference(.staffGroups), "the group"),
            ],
            figures: [FigureSchema("floor", .staff, "WTE at a department of scale 1")]),
        TableSchema(
            "staff_in_post", "Who is in post today.",
            key: [
                ColumnSchema("site", .reference(.insideRotaSites), "the site"),
                ColumnSchema("group", .reference(.staffGroups), "the group"),
            ],
            figures: [FigureSchema("wte", .staff, "in post; 0 is allowed")]),
        TableSchema(
            "scheme_figures", "What replaces the demand a scheme removes.",
            key: [ColumnSchema("scheme", .reference(.schemes), "the scheme")],
            figures: [
                FigureSchema("replacementCostPerAttendance", .pounds, "community care for each attendance removed"),
                FigureSchema("replacementCostPerAdmission", .pounds, "community care for each admission removed"),
            ], mayBeEmpty: true),
        TableSchema(
            "effects", "What a scheme removes; what no row names it leaves.",
            key: [
                ColumnSchema("scheme", .reference(.schemes), "the scheme"),
                ColumnSchema("class", .word(.attendanceClass), "the class"),
                ColumnSchema("cohort", .word(.cohort), "the people"),
            ],
            figures: [FigureSchema("effect", .share, "share of their demand removed")],
            completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "service_moves", "Services that move away when their site has an emergency department today and no more.",
            key: [
                ColumnSchema("site", .reference(.insideAcuteSites), "the site"),
                ColumnSchema("service", .reference(.services), "the service"),
            ],
            figures: [
                FigureSchema("capital", .pounds, "spent on the move"),
                FigureSchema("annualCost", .pounds, "more a year afterwards"),
            ], completeness: .listedKeys, mayBeEmpty: true),
    ]

    private static let parameters: [FigureSchema] = [
        SharedTables.discountRate,
        SharedTables.assetLifeYears,
        SharedTables.maximumOccupancy,
        FigureSchema("overflowProbability", .probability, "of finding no bed"),
        FigureSchema("quantileZ", .factor, "standard deviations above the mean"),
        FigureSchema("varianceRatio", .factor, "variance over mean of occupied beds"),
        FigureSchema("emergencyBedShare", .share, "of a site's beds, those that serve emergencies"),
        FigureSchema("bedPeakFactor", .positiveFactor, "winter mean over yearly mean of occupied beds"),
        FigureSchema("attendancePeakFactor", .positiveFactor, "planned hour over mean hour of attendances"),
        FigureSchema("winterPeakFactor", .positiveFactor, "winter peak over mean demand"),
        FigureSchema("spaceUtilisation", .positiveShare, "of a treatment space's hours, those in use"),
        SharedTables.bedRunningCost,
        SharedTables.bedCostReleasedShare,
        FigureSchema("estateReleasedShare", .share, "of a bed's estate cost, what closing it releases"),
        SharedTables.capitalPerBed,
        FigureSchema("capitalPerSpace", .pounds, "to build a treatment space"),
        FigureSchema("ambulanceHourCost", .pounds, "an ambulance for an hour"),
        FigureSchema("ambulanceTurnaroundMinutes", .minutes, "at the door"),
        FigureSchema("reconveyedShare", .share, "of an urgent care centre's patients, those taken on to a department"),
        FigureSchema("standardMinutes", .minutes, "the standard journey"),
        FigureSchema("hardLimitMinutes", .minutes, "the longest journey allowed"),
        FigureSchema("allowedShareBeyondStandard", .share, "of residents"),
        FigureSchema("allowedShareBeyondStandardDeprived", .share, "of the most deprived fifth"),
        FigureSchema("meanMinutesLimit", .minutes, "the mean journey allowed"),
        FigureSchema("minimumType1Attendances", .attendances, "a year, for safe volume at a 24-hour department"),
        FigureSchema("minimumType1Sites", .sites, "with a department"),
        FigureSchema("maximumType1Sites", .sites, "with a department"),
        SharedTables.capitalLimit,
        SharedTables.doubleRunningMonths,
        FigureSchema("assignedDetourMinutes", .minutes, "beyond the quickest door that the program may send a patient"),
    ]

    private static let siteFigures: [FigureSchema] = [
        FigureSchema("beds", .positiveBeds, "open, all specialties", .at(.insideAcute)),
        FigureSchema("bedsOccupied", .beds, "mean of the year", .at(.insideAcute)),
        FigureSchema("estateRunningCost", .pounds, "a year", .at(.insideAcute)),
        FigureSchema("pfiUnitaryCharge", .pounds, "a year", .at(.insideAcute)),
        FigureSchema("capitalCharge", .pounds, "a year", .at(.insideAcute)),
        FigureSchema("maximumBedsBuilt", .beds, "that there is room for", .atDoors(.insideAcute)),
        FigureSchema("spaces", .spaces, "today", .atDoors(.insideAcute)),
        FigureSchema("maximumSpacesBuilt", .spaces, "that there is room for", .atDoors(.insideAcute)),
        FigureSchema("variableCostFactor", .factor, "its variable cost over the footprint's", .atDoors(.insideAcute)),
        FigureSchema("catchmentFactor", .positiveFactor, "attendances over what the rates predict", .atDoors(.insideAcute)),
        FigureSchema("inflowShare", .shareBelowOne, "of its patients, those who live outside the footprint", .atDoors(.insideAcute)),
        FigureSchema("departmentScale", .factor, "its fixed cost and rota over a department of scale 1", .atDoors(.insideAcute)),
        FigureSchema("spaces", .spaces, "today", .at(.insideMinorInjuryUnit)),
        FigureSchema("maximumSpacesBuilt", .spaces, "that there is room for", .at(.insideMinorInjuryUnit)),
        FigureSchema("variableCostFactor", .factor, "its variable cost over the footprint's", .at(.insideMinorInjuryUnit)),
        FigureSchema("departmentScale", .factor, "its fixed cost and rota over a unit of scale 1", .at(.insideMinorInjuryUnit)),
        FigureSchema("estateRunningCost", .pounds, "a year", .at(.insideMinorInjuryUnit)),
        FigureSchema("pfiUnitaryCharge", .pounds, "a year", .at(.insideMinorInjuryUnit)),
        FigureSchema("capitalCharge", .pounds, "a year", .at(.insideMinorInjuryUnit)),
        FigureSchema("beds", .beds, "open", .at(.insideCommunity)),
        FigureSchema("bedsOccupied", .beds, "mean of the year", .at(.insideCommunity)),
        FigureSchema("estateRunningCost", .pounds, "a year", .at(.insideCommunity)),
        FigureSchema("pfiUnitaryCharge", .pounds, "a year", .at(.insideCommunity)),
        FigureSchema("capitalCharge", .pounds, "a year", .at(.insideCommunity)),
        FigureSchema("offeredAttendances", .attendances, "more than today that it offers to take", .atDoors(.outside)),
        FigureSchema("offeredAdmissions", .attendances, "more than today that it offers to take", .atDoors(.outside)),
    ]
}
