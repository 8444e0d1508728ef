// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `system` (formulations, section 5): estate, programmes, money by year, and what was published.
/// The other families an instance declares are part of the same plan.
public enum SystemSchema {
    public static let tables: [TableSchema] = [
        SharedTables.organisations,
        SharedTables.sites,
        SharedTables.parameters([SharedTables.discountRate, SharedTables.assetLifeYears]),
    ] + own.map { $0.kept(in: "system") }

    private static let own: [TableSchema] = [
        TableSchema(
            "blocks", "Parts of the estate that can be let go by themselves.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("organisation", .reference(.organisations), "who pays for it"),
                ColumnSchema("site", .list(.sites), "the site of tables/sites.csv it is on; empty for none of them"),
                ColumnSchema("tenure", .word(.tenure), "how it is held"),
                ColumnSchema("may_be_released", .yesNo, "whether the plan may let it go"),
                .source,
            ]),
        TableSchema(
            "block_figures", "Figures of a block.",
            key: [ColumnSchema("block", .reference(.blocks), "the block")],
            figures: [
                FigureSchema("area", .squareMetres, "gross internal"),
                FigureSchema("clinicalShare", .share, "of its area"),
                FigureSchema("emptyShare", .share, "of its area"),
                FigureSchema("runningCost", .pounds, "a year, finance apart"),
                FigureSchema("capitalCharge", .pounds, "a year, stops on disposal"),
                FigureSchema("backlogHigh", .pounds, "to put right, high risk"),
                FigureSchema("backlogSignificant", .pounds, "to put right, significant risk"),
                FigureSchema("backlogModerate", .pounds, "to put right, moderate risk"),
                FigureSchema("backlogLow", .pounds, "to put right, low risk"),
                FigureSchema("receipt", .pounds, "when it is sold"),
                FigureSchema("releaseCost", .pounds, "of emptying it, once"),
                FigureSchema("earliestReleaseYear", .year, "the first it can be let go in"),
                FigureSchema("unitaryCharge", .pounds, "a year under PFI, due whether or not it is used", .optional),
                FigureSchema("contractEndYear", .year, "the last of the PFI contract or lease", .optional),
                FigureSchema("breakPrice", .pounds, "to leave the contract early, once", .optional),
            ]),
        TableSchema(
            "programmes", "The programmes of the plan: what can start, wait or be left out.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("after", .list(.programmes), "the programmes that must have started, with ; between them"),
                ColumnSchema("excludes", .list(.programmes), "the programmes that cannot be with it, with ; between them"),
                ColumnSchema("levers", .list(.schemes), "the schemes of tables/schemes.csv it turns on, with ; between them"),
                ColumnSchema("bed_schemes", .list(.bedSchemes), "the schemes of tables/bed_schemes.csv it turns on, with ; between them"),
                ColumnSchema("gate", .remark, "the approval it waits for; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "programme_figures", "Figures of a programme.",
            key: [ColumnSchema("programme", .reference(.programmes), "the programme")],
            figures: [
                FigureSchema("earliestYear", .year, "the first it can start in"),
                FigureSchema("rampYears", .years, "from its start to its whole saving"),
                FigureSchema("savingPerYear", .balance, "net, at its whole; a cost where it is below 0"),
                FigureSchema("oneOffRevenue", .pounds, "spent once on starting it"),
                FigureSchema("capital", .pounds, "spent once on starting it"),
                FigureSchema("elapsedYears", .count, "after the last of those it waits for"),
            ], mayBeEmpty: true),
        TableSchema(
            "bridge_lines", "The lines of the published bridge, in its order and its money.",
            key: [ColumnSchema("line", .code, "its code")],
            columns: [
                ColumnSchema("position", .number(.count), "its place in the bridge"),
                ColumnSchema("title", .text, "as it is printed"),
                ColumnSchema("kind", .word(.bridgeKind), "what it is"),
                ColumnSchema("programmes", .list(.programmes), "the programmes it is the money of, with ; between them"),
                ColumnSchema("note", .remark, "what a reader has to know; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "bridge", "The published amounts, cash, as printed.",
            key: [ColumnSchema("line", .reference(.bridgeLines), "the line"), ColumnSchema("year", .number(.year), "the year")],
            figures: [FigureSchema("amount", .balance, "a deficit below 0, a saving above")], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "one_off_costs", "The plan's transformation costs by year, cash, as printed.",
            key: [ColumnSchema("cost", .code, "the cost"), ColumnSchema("year", .number(.year), "the year")],
            figures: [FigureSchema("amount", .pounds, "in that year alone")], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "budgets", "What a year allows.",
            key: [ColumnSchema("year", .number(.year), "the year")],
            figures: [
                FigureSchema("revenue", .pounds, "for one-off costs; no row, no limit", .optional),
                FigureSchema("capital", .pounds, "for works; no row, no limit", .optional),
            ], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "organisation_accounts", "Income and cost of an organisation in one year.",
            key: [
                ColumnSchema("organisation", .reference(.organisations), "the organisation"), ColumnSchema("year", .number(.year), "the year"),
            ],
            figures: [
                FigureSchema("income", .pounds, "of the year", .optional),
                FigureSchema("staffCost", .pounds, "of the year", .optional),
                FigureSchema("variableCost", .pounds, "of the year", .optional),
                FigureSchema("fixedCost", .pounds, "of the year", .optional),
                FigureSchema("normalisedBalance", .balance, "surplus above 0, once what does not recur is left out", .optional),
            ], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "control_totals", "The balance an organisation is held to.",
            key: [
                ColumnSchema("organisation", .reference(.organisations), "the organisation"), ColumnSchema("year", .number(.year), "the year"),
            ],
            figures: [FigureSchema("balance", .balance, "surplus above 0")], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "service_gates", "Conditions a change of a service has to meet before it can go ahead.",
            key: [ColumnSchema("code", .code, "its code")],
            columns: [
                ColumnSchema("title", .text, "what a reader calls it"),
                ColumnSchema("kind", .word(.gateKind), "what it tests"),
                ColumnSchema("service", .code, "the service"),
                ColumnSchema("sites", .list(.insideSites), "the sites that may keep the service, with ; between them; empty: any"),
                ColumnSchema("note", .remark, "what a reader has to know; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "service_gate_figures", "Figures of a gate.",
            key: [ColumnSchema("gate", .reference(.serviceGates), "the gate")],
            figures: [
                FigureSchema("required", .staff, "posts, or sites at most, that the change needs"),
                FigureSchema("available", .staff, "posts funded, or sites today"),
                FigureSchema("obtainable", .staff, "posts that could be filled beyond those"),
            ], completeness: .listedKeys, mayBeEmpty: true),
        TableSchema(
            "planning_scales", "At which scale a service may be planned.",
            key: [ColumnSchema("service", .code, "the service"), ColumnSchema("scale", .word(.planningScale), "the scale")],
            columns: [
                ColumnSchema("proposed", .yesNo, "whether the plan proposes it"), ColumnSchema("note", .remark, "what a reader has to know; may be empty"),
                .source,
            ], mayBeEmpty: true),
        TableSchema(
            "system_parameters", "Figures of the family system.", key: [],
            figures: [
                FigureSchema("balanceYear", .year, "by which the plan has to balance"),
                FigureSchema("nonClinicalShareLimit", .share, "of the estate's area"),
                FigureSchema("emptyShareLimit", .share, "of the estate's area"),
                FigureSchema("carriesBudgetOver", .zeroOrOne, "1 when what a year leaves of its budget passes to the next"),
                FigureSchema("shortfallPrice", .factor, "paid for a pound by which do-nothing misses a control total"),
            ]),
    ]
}
