// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `beds` (formulations, section 1): pools of beds, who is in them, what can take their place.
public enum BedsSchema {
    public static let tables: [TableSchema] = [
        SharedTables.organisations,
        SharedTables.sites,
        SharedTables.parameters([
            SharedTables.discountRate, SharedTables.assetLifeYears, SharedTables.capitalPerBed, SharedTables.doubleRunningMonths,
            SharedTables.capitalLimit,
        ]),
    ] + own.map { $0.kept(in: "beds") }

    private static let own: [TableSchema] = [
        TableSchema(
            "bed_pools", "Beds of one type at one site: what closes or opens together, by wards.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("site", .reference(.insideSites), "where it is"),
                ColumnSchema("bed_type", .word(.bedType), "what its beds are for"),
                ColumnSchema("bed_rule", .word(.bedRule), "how many beds its patients need"),
                .source,
            ]),
        TableSchema(
            "pool_figures", "Figures of a pool of beds.",
            key: [ColumnSchema("pool", .reference(.pools), "the pool")],
            figures: [
                FigureSchema("openBeds", .positiveBeds, "open in the base year"),
                FigureSchema("occupiedBeds", .beds, "mean of the base year"),
                FigureSchema("wardSize", .wardSize, "in a ward; 1 where single beds can close"),
                FigureSchema("variableCostPerBed", .pounds, "a bed and year, released when it closes"),
                FigureSchema("fixedCostPerWard", .pounds, "a ward and year, released when it closes"),
                FigureSchema("peakFactor", .positiveFactor, "winter mean over yearly mean of occupied beds"),
                FigureSchema("closableWards", .wards, "that may close at most"),
                FigureSchema("wardsThatCanOpen", .wards, "that there is room for"),
                FigureSchema("earliestClosureYear", .year, "the first year a ward may be closed in, after consultation"),
                FigureSchema("occupancyLimit", .positiveShare, "occupied beds over beds, for the rule occupancy"),
                FigureSchema("overflowProbability", .probability, "of finding no bed, for the rule overflow"),
                FigureSchema("quantileZ", .factor, "standard deviations above the mean, for the rule quantile"),
                FigureSchema("varianceRatio", .factor, "variance over mean of occupied beds"),
            ]),
        TableSchema(
            "bed_cohorts", "Disjoint groups of patients that schemes act on; a bed-day belongs to one.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [ColumnSchema("title", .text, "what a reader calls it"), .source]),
        TableSchema(
            "cohort_figures", "Figures of a cohort.",
            key: [ColumnSchema("cohort", .reference(.bedCohorts), "the cohort")],
            figures: [
                FigureSchema("growthPerYear", .growth, "growth of its occupied beds if nothing is done"),
                FigureSchema(
                    "removableShare", .share, "that all schemes together can remove; no row: as if they acted one after the other",
                    .optional),
            ]),
        TableSchema(
            "pool_cohorts", "Which cohorts occupy a pool; the shares of a pool add up to 1.",
            key: [ColumnSchema("pool", .reference(.pools), "the pool"), ColumnSchema("cohort", .reference(.bedCohorts), "the cohort")],
            figures: [FigureSchema("share", .share, "of the pool's occupied beds")], completeness: .listedKeys),
        TableSchema(
            "pool_moves", "From which pool to which patients may be moved.",
            key: [ColumnSchema("from", .reference(.pools), "the pool they leave"), ColumnSchema("to", .reference(.pools), "the pool they go to")],
            columns: [.source], mayBeEmpty: true),
        TableSchema(
            "bed_site_figures", "What the beds of a site cost beyond their wards.",
            key: [ColumnSchema("site", .reference(.insideSites), "the site")],
            figures: [FigureSchema("fixedCostReleased", .pounds, "a year, when its last pool closes; the building itself is a block")],
            completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "bed_floors", "Optional floors: the fewest beds a place may keep for its residents.",
            key: [ColumnSchema("place", .code, "the place")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("pools", .list(.pools), "the pools that count, with ; between them"),
                ColumnSchema("residents", .number(.people), "its residents"),
                ColumnSchema("beds_per_thousand", .number(.beds), "the fewest for a thousand of them"),
                .basis, .source,
            ], mayBeEmpty: true),
        TableSchema(
            "alternatives", "Care that can take the place of a bed.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("unit", .text, "what one of it is, such as a home-care package"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "alternative_figures", "Figures of an alternative to a bed.",
            key: [ColumnSchema("alternative", .reference(.alternatives), "the alternative")],
            figures: [
                FigureSchema("spare", .units, "free today"),
                FigureSchema("maximum", .units, "that can be bought beyond today"),
                FigureSchema("price", .pounds, "a unit and year"),
                FigureSchema("leadYears", .count, "from buying it to its taking patients"),
            ], mayBeEmpty: true),
        TableSchema(
            "bed_schemes", "Schemes that take patients out of beds.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("after", .list(.bedSchemes), "the schemes that must run first, with ; between them"),
                ColumnSchema("gate", .remark, "the approval it waits for; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "bed_scheme_figures", "Figures of a bed scheme.",
            key: [ColumnSchema("scheme", .reference(.bedSchemes), "the scheme")],
            figures: [
                FigureSchema("startYear", .year, "the first year it removes anything"),
                FigureSchema("rampYears", .years, "from its start to its whole effect"),
                FigureSchema("costPerBedAvoided", .pounds, "a year for each occupied bed avoided, its alternatives apart"),
                FigureSchema("fixedCost", .pounds, "a year while it runs"),
                FigureSchema("oneOffCost", .pounds, "in its first year"),
            ], mayBeEmpty: true),
        TableSchema(
            "bed_effects", "What a scheme can remove by itself; what no row names it leaves.",
            key: [
                ColumnSchema("scheme", .reference(.bedSchemes), "the scheme"),
                ColumnSchema("cohort", .reference(.bedCohorts), "the cohort"),
            ],
            figures: [FigureSchema("effect", .share, "of the cohort's occupied beds")], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "alternative_needs", "What a scheme uses of an alternative.",
            key: [
                ColumnSchema("scheme", .reference(.bedSchemes), "the scheme"),
                ColumnSchema("alternative", .reference(.alternatives), "the alternative"),
            ],
            figures: [FigureSchema("perBed", .perBed, "for each occupied bed avoided")], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "bed_options", "Closures with a name, published or the user's own. They are kept as published, even where they cannot be.",
            key: [ColumnSchema("name", .code, "its name")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("closures", .closures, "pool=beds closed with ; between them; a pool not named keeps its beds"),
                ColumnSchema("note", .remark, "what a reader has to know; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "bed_parameters", "Figures of the family beds.", key: [],
            figures: [FigureSchema("wardsClosedPerYear", .wards, "in all pools together, at most")]),
    ]
}
