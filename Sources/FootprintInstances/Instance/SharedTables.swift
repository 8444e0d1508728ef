// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables and figures that more than one family reads.
enum SharedTables {
    static let organisations = TableSchema(
        "organisations", "Who runs sites and ambulances and pays for care.",
        key: [ColumnSchema("code", .code, "its code")],
        columns: [
            ColumnSchema("name", .text, "its name"),
            ColumnSchema("kind", .word(.organisationKind), "what it does"),
            ColumnSchema("inside", .yesNo, "whether it belongs to the footprint"),
            .source,
        ])

    static let sites = TableSchema(
        "sites", "Where there is a door for emergencies, or beds or an estate the footprint pays for.",
        key: [ColumnSchema("code", .code, "its code")],
        columns: [
            ColumnSchema("name", .text, "its name"),
            ColumnSchema("organisation", .reference(.organisations), "who runs it"),
            ColumnSchema("inside", .yesNo, "whether it is in the footprint"),
            ColumnSchema("role", .word(.role), "what kind of place it is"),
            ColumnSchema("postcode", .text, "its postcode"),
            ColumnSchema("easting", .number(.easting), "metres east on the British National Grid"),
            ColumnSchema("northing", .number(.northing), "metres north on the British National Grid"),
            ColumnSchema("level_today", .word(.level), "its level today"),
            .basis, .source,
        ])

    static let zones = TableSchema(
        "zones", "Where people live.",
        key: [ColumnSchema("code", .code, "its code")],
        columns: [
            ColumnSchema("name", .text, "its name"),
            ColumnSchema("inside", .yesNo, "whether its people are residents of the footprint"),
            ColumnSchema("population", .number(.people), "residents of all ages"),
        ]
            + AgeBand.allCases.map { (band: AgeBand) in ColumnSchema(band.rawValue, .number(.people), "residents of these ages") }
            + [
                ColumnSchema("income_deprivation", .number(.share), "share of residents who are income-deprived"),
                ColumnSchema("easting", .number(.easting), "metres east on the British National Grid"),
                ColumnSchema("northing", .number(.northing), "metres north on the British National Grid"),
            ])

    static let travel = TableSchema(
        "travel", "Minutes by road from every zone to every site that has or may have a door: one column per site.",
        key: [ColumnSchema("zone", .reference(.zones), "the zone")], siteColumns: .minutes)

    /// The figures of the whole instance that a family needs. Those of several families are in one table.
    static func parameters(_ figures: [FigureSchema]) -> TableSchema {
        TableSchema("parameters", "Figures of the whole instance.", key: [], figures: figures)
    }

    /// What a document claims, for a report to set beside what is computed.
    static let claims = TableSchema(
        "claims", "What a published plan claims, to be set beside what is computed; its money keeps the plan's own basis.",
        key: [ColumnSchema("claim", .code, "its code")],
        columns: [
            ColumnSchema("family", .word(.family), "the family it can be compared in"),
            ColumnSchema("subject", .text, "the scheme, option or line it is about"),
            ColumnSchema("measure", .text, "what is counted"),
            ColumnSchema("unit", .text, "in what"),
            ColumnSchema("year", .number(.year), "the financial year it is for, by its first calendar year"),
            ColumnSchema("value", .number(.anyNumber), "what is claimed"),
            ColumnSchema("note", .remark, "what a reader has to know; may be empty"),
            .source,
        ], mayBeEmpty: true, folder: "expected", mayBeAbsent: true)

    // MARK: Parameters of several families

    static let discountRate = FigureSchema("discountRate", Quantity("a share", to: 1, includesLower: false), "a year, real")
    static let assetLifeYears = FigureSchema("assetLifeYears", .years, "over which capital is paid for")
    static let maximumOccupancy = FigureSchema("maximumOccupancy", .positiveShare, "occupied beds over beds")
    static let bedRunningCost = FigureSchema("bedRunningCost", .pounds, "a bed and year")
    static let bedCostReleasedShare = FigureSchema("bedCostReleasedShare", .share, "of a bed's running cost, what closing it releases")
    static let capitalPerBed = FigureSchema("capitalPerBed", .pounds, "to build a bed")
    static let capitalLimit = FigureSchema("capitalLimit", .pounds, "beyond do-nothing; no row, no limit", .optional)
    static let doubleRunningMonths = FigureSchema(
        "doubleRunningMonths", .months, "a department that goes runs beside its replacement")
}
