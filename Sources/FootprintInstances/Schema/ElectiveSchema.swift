// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `elective` (formulations, section 3): specialties, the sites they are at, and lists.
public enum ElectiveSchema {
    public static let tables: [TableSchema] = [
        SharedTables.organisations,
        SharedTables.sites,
        SharedTables.zones,
        SharedTables.travel,
        SharedTables.parameters([
            SharedTables.discountRate, SharedTables.assetLifeYears, SharedTables.maximumOccupancy, SharedTables.bedRunningCost,
            SharedTables.bedCostReleasedShare, SharedTables.capitalPerBed, SharedTables.capitalLimit,
        ]),
    ] + own.map { $0.kept(in: "elective") }

    private static let own: [TableSchema] = [
        TableSchema(
            "specialties", "The specialties of planned care.",
            key: [ColumnSchema("code", .code, "its code, such as 110 for trauma and orthopaedics")],
            columns: [ColumnSchema("title", .text, "what a reader calls it"), .source]),
        TableSchema(
            "specialty_figures", "Figures of a specialty.",
            key: [ColumnSchema("specialty", .reference(.specialties), "the specialty")],
            figures: [
                FigureSchema("waitingList", .pathways, "admitted pathways waiting at the start"),
                FigureSchema("spellsPerPathway", .positiveFactor, "inpatient and day-case spells of one admitted pathway"),
                FigureSchema("removedShare", .share, "of the list, those who leave it untreated in a year"),
                FigureSchema("dayCaseCeiling", .share, "of today's inpatients, those who could be day cases"),
                FigureSchema("minimumSpells", .spells, "of inpatients a year at a site that keeps the specialty"),
                FigureSchema("followUpCost", .pounds, "of one follow-up attendance"),
            ]),
        TableSchema(
            "specialty_modes", "Demand and care of a specialty in one mode.",
            key: [
                ColumnSchema("specialty", .reference(.specialties), "the specialty"), ColumnSchema("mode", .word(.electiveMode), "the mode"),
            ],
            figures: [
                FigureSchema("spells", .spells, "a year, of residents, base year"),
                FigureSchema("growthPerYear", .growth, "growth of demand if nothing is done"),
                FigureSchema("lengthOfStay", .days, "mean, in a bed overnight"),
                FigureSchema("minutes", .minutes, "of a session for one spell"),
                FigureSchema("variableCost", .pounds, "of one more spell, session and bed apart"),
                FigureSchema("outsourcePrice", .pounds, "of a spell bought elsewhere"),
                FigureSchema("followUpsPerSpell", .attendances, "follow-ups after one spell"),
            ]),
        TableSchema(
            "mode_figures", "Limits of travel for a mode.",
            key: [ColumnSchema("mode", .word(.electiveMode), "the mode")],
            figures: [
                FigureSchema("hardLimitMinutes", .minutes, "the longest journey allowed"),
                FigureSchema("standardMinutes", .minutes, "the standard journey"),
                FigureSchema("allowedShareBeyondStandard", .share, "of its patients"),
                FigureSchema("travelSupportPerMinute", .pounds, "paid for a minute beyond the quickest site"),
            ]),
        TableSchema(
            "elective_sites", "Sites that have or may have planned care.",
            key: [ColumnSchema("site", .reference(.insideSites), "the site")],
            columns: [
                ColumnSchema("hub_today", .yesNo, "whether it is a hub today"),
                ColumnSchema("may_be_hub", .yesNo, "whether it may become one"),
                .source,
            ]),
        TableSchema(
            "elective_site_figures", "Figures of a site of planned care.",
            key: [ColumnSchema("site", .reference(.electiveSites), "the site")],
            figures: [
                FigureSchema("sessions", .sessions, "of half a day, available a year"),
                FigureSchema("maximumSessions", .sessions, "a year that its theatres can give"),
                FigureSchema("utilisation", .positiveShare, "of a session's minutes, those in use"),
                FigureSchema("hubUtilisation", .positiveShare, "the same as a hub"),
                FigureSchema("cancelledShare", .shareBelowOne, "of its sessions, those lost to emergencies; none at a hub"),
                FigureSchema("sessionCost", .pounds, "a session staffed"),
                FigureSchema("beds", .beds, "for planned care"),
                FigureSchema("hubCapital", .pounds, "to make it a hub"),
                FigureSchema("hubFixedCost", .pounds, "a year as a hub"),
            ]),
        TableSchema(
            "specialty_sites", "Where a specialty has or may have inpatients.",
            key: [
                ColumnSchema("specialty", .reference(.specialties), "the specialty"),
                ColumnSchema("site", .reference(.electiveSites), "the site"),
            ],
            columns: [
                ColumnSchema("inpatients_today", .yesNo, "whether it has them today"), ColumnSchema("may_have", .yesNo, "whether it may have them"),
                .source,
            ]),
        TableSchema(
            "specialty_site_figures", "Figures of a specialty at a site.",
            key: [
                ColumnSchema("specialty", .reference(.specialties), "the specialty"),
                ColumnSchema("site", .reference(.electiveSites), "the site"),
            ],
            figures: [
                FigureSchema("fixedCost", .pounds, "a year while it has inpatients there"),
                FigureSchema("shareToday", .share, "of the specialty's spells and list; what leaves with a site of elective.outsideSites"),
            ], completeness: .listedKeys),
        TableSchema(
            "elective_levers", "What the levers of planned care change, at every site, from the year they start.",
            key: [ColumnSchema("lever", .word(.electiveLever), "the lever; elective.levers of footprint.yaml names those that are on")],
            figures: [
                FigureSchema("startYear", .year, "the first year it acts, in full"),
                FigureSchema("stayReduction", .shareBelowOne, "of the length of stay", .ofKey(ElectiveLever.stays.rawValue)),
                FigureSchema("followUpReduction", .share, "of follow-ups", .ofKey(ElectiveLever.followUps.rawValue)),
                FigureSchema("followUpUnitCostReduction", .share, "of the cost of one that is left", .ofKey(ElectiveLever.followUps.rawValue)),
                FigureSchema("utilisationTarget", .positiveShare, "of a session's minutes, in use at least", .ofKey(ElectiveLever.theatres.rawValue)),
            ]),
        TableSchema(
            "specialty_needs", "A specialty that needs another on the same site.",
            key: [
                ColumnSchema("specialty", .reference(.specialties), "the specialty"),
                ColumnSchema("needs", .reference(.specialties), "the one it needs"),
            ],
            columns: [.source], mayBeEmpty: true),
        TableSchema(
            "elective_options", "Configurations of planned care with a name.",
            key: [ColumnSchema("name", .code, "its name")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("hubs", .list(.electiveSites), "the sites that are hubs, with ; between them"),
                ColumnSchema("inpatient_centres", .list(.electiveSites), "the sites that keep inpatients, with ; between them; empty: as today"),
                ColumnSchema("specialty_moves", .moves, "inpatients of a specialty that move from one site to another"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "elective_parameters", "Figures of the family elective.", key: [],
            figures: [
                FigureSchema("sessionMinutes", Quantity("minutes", includesLower: false), "in a session"),
                FigureSchema("hubGain", .positiveFactor, "spells at a hub for one in the same minutes elsewhere"),
                FigureSchema("hubStayFactor", .positiveFactor, "a stay at a hub over one elsewhere"),
                FigureSchema("waitingWeeks", .weeks, "the longest wait of the standard"),
                FigureSchema("waitingStandard", .positiveShare, "of those waiting, within it"),
                FigureSchema("waitingTargetYear", .year, "by which it holds"),
                FigureSchema("minimumInpatientCentres", .sites, "with planned inpatients, at least"),
                FigureSchema("maximumInpatientCentres", .sites, "with planned inpatients, at most"),
                FigureSchema("maximumOutsourcedShare", .share, "of a specialty's spells in one mode; 1 is no limit"),
            ]),
    ]
}
