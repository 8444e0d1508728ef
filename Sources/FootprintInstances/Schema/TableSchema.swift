// SPDX-License-Identifier: GPL-3.0-or-later

/// What one table of an instance holds. The loader validates from it, and a reference page can be made from it.
public struct TableSchema: Sendable {
    /// Such as `sites` for `tables/sites.csv`.
    public let name: String
    /// One sentence.
    public let meaning: String
    /// The columns in the order of the documentation; those of a long table without the six that all long tables have.
    public let columns: [ColumnSchema]
    /// How many columns, from the first, are the key.
    public let keyCount: Int
    /// What a long table's `figure` may be; empty for a wide table.
    public let figures: [FigureSchema]
    public let completeness: Completeness
    public let mayBeEmpty: Bool
    /// The kind of every further column, where the columns are named for the sites.
    public let siteColumns: Quantity?
    /// The folder of the instance that holds the file.
    public let folder: String
    /// Whether the file may be left out, which is the same as a table without rows.
    public let mayBeAbsent: Bool

    /// Which keys a long table has to have.
    public enum Completeness: Sendable {
        /// Every combination of what its key columns can be (of levels, those in use).
        case everyKey
        /// Those it lists, each with every required figure.
        case listedKeys
    }

    init(
        _ name: String, _ meaning: String, key: [ColumnSchema], columns: [ColumnSchema] = [], figures: [FigureSchema] = [],
        completeness: Completeness = .everyKey, mayBeEmpty: Bool = false, siteColumns: Quantity? = nil,
        folder: String = "tables", mayBeAbsent: Bool = false
    ) {
        self.name = name
        self.meaning = meaning
        self.columns = key + columns
        keyCount = key.count
        self.figures = figures
        self.completeness = completeness
        self.mayBeEmpty = mayBeEmpty
        self.siteColumns = siteColumns
        self.folder = folder
        self.mayBeAbsent = mayBeAbsent
    }

    /// The same table in another folder of the instance.
    func kept(in folder: String) -> TableSchema {
        TableSchema(
            name, meaning, key: Array(columns.prefix(keyCount)), columns: Array(columns.dropFirst(keyCount)), figures: figures,
            completeness: completeness, mayBeEmpty: mayBeEmpty, siteColumns: siteColumns, folder: folder, mayBeAbsent: mayBeAbsent)
    }

    /// The table with the figures that another family wants of it as well.
    func joined(with other: TableSchema) -> TableSchema {
        let added = other.figures.filter { figure in !figures.contains { $0.name == figure.name } }
        return TableSchema(
            name, meaning, key: Array(columns.prefix(keyCount)), columns: Array(columns.dropFirst(keyCount)),
            figures: figures + added, completeness: completeness, mayBeEmpty: mayBeEmpty && other.mayBeEmpty,
            siteColumns: siteColumns, folder: folder, mayBeAbsent: mayBeAbsent && other.mayBeAbsent)
    }

    /// Whether its rows are single figures with a basis and a source.
    public var isLong: Bool { !figures.isEmpty }
    /// Relative to the instance's folder.
    public var path: String { "\(folder)/\(name).csv" }
    /// Every column, those that all long tables have included.
    public var allColumns: [ColumnSchema] { isLong ? columns + Self.longColumns : columns }
    /// The names of the columns whose values together occur once.
    public var key: [String] { columns.prefix(keyCount).map(\.name) + (isLong ? ["figure"] : []) }

    static let longColumns: [ColumnSchema] = [
        ColumnSchema("figure", .figure, "which figure of the key"),
        ColumnSchema("value", .figureValue, "the figure, in the unit of its name"),
        ColumnSchema("low", .figureRange, "the least it is likely to be; required where it is assumed"),
        ColumnSchema("high", .figureRange, "the most it is likely to be; required where it is assumed"),
        .basis, .source,
    ]
}

/// One column of a table.
public struct ColumnSchema: Sendable {
    public let name: String
    public let kind: CellKind
    /// A phrase.
    public let meaning: String

    init(_ name: String, _ kind: CellKind, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
    }

    static let basis = ColumnSchema("basis", .word(.basis), "stated, derived, estimated or assumed")
    static let source = ColumnSchema("source", .source, "document and line, publisher and file, or the reason")
}

/// What a cell may hold.
public enum CellKind: Sendable, Hashable {
    /// Any text, not empty.
    case text
    /// Where a figure comes from, not empty.
    case source
    /// A name that other cells use: no `, ; = [ ]` and no quotes, which addresses and lists are made with.
    case code
    /// A code of another table.
    case reference(Reference)
    /// One of a fixed list.
    case word(Vocabulary)
    case yesNo
    case number(Quantity)
    /// Codes with `;` between them, or empty.
    case list(Reference)
    /// `site=level` with `;` between them.
    case decisions
    /// `pool=beds closed` with `;` between them.
    case closures
    /// `specialty:from:to` with `;` between them, or empty.
    case moves
    /// Any text, or empty.
    case remark
    /// The `figure`, `value`, and `low` or `high` of a long table: what they may hold depends on the figure.
    case figure, figureValue, figureRange
}

/// The codes that a cell may refer to.
public enum Reference: String, Sendable, Hashable, CaseIterable {
    case organisations, insideProviders, sites, insideSites, insideAcuteSites, insideRotaSites, zones, services, staffGroups, schemes
    case pools, bedCohorts, alternatives, bedSchemes, specialties, electiveSites, workforceGroups, scenarios, weeks, programmes, blocks
    case bridgeLines, serviceGates

    /// What one of them is called in a message.
    var noun: String {
        switch self {
        case .organisations: "an organisation"
        case .insideProviders: "an inside provider"
        case .sites: "a site"
        case .insideSites: "an inside site"
        case .insideAcuteSites: "an inside acute site"
        case .insideRotaSites: "an inside acute site or minor injury unit"
        case .zones: "a zone"
        case .services: "a service"
        case .staffGroups: "a staff group"
        case .schemes: "a scheme"
        case .pools: "a bed pool"
        case .bedCohorts: "a cohort of bed users"
        case .alternatives: "an alternative to a bed"
        case .bedSchemes: "a bed scheme"
        case .specialties: "a specialty"
        case .electiveSites: "an elective site"
        case .workforceGroups: "a workforce group"
        case .scenarios: "a scenario"
        case .weeks: "a week"
        case .programmes: "a programme"
        case .blocks: "a block"
        case .bridgeLines: "a line of the bridge"
        case .serviceGates: "a service gate"
        }
    }

    /// The table that defines them.
    var table: String {
        switch self {
        case .organisations, .insideProviders: "organisations"
        case .sites, .insideSites, .insideAcuteSites, .insideRotaSites: "sites"
        case .zones: "zones"
        case .services: "site_services"
        case .staffGroups: "staff_figures"
        case .schemes: "schemes"
        case .pools: "bed_pools"
        case .bedCohorts: "bed_cohorts"
        case .alternatives: "alternatives"
        case .bedSchemes: "bed_schemes"
        case .specialties: "specialties"
        case .electiveSites: "elective_sites"
        case .workforceGroups: "workforce_groups"
        case .scenarios: "scenario_figures"
        case .weeks: "week_figures"
        case .programmes: "programmes"
        case .blocks: "blocks"
        case .bridgeLines: "bridge_lines"
        case .serviceGates: "service_gates"
        }
    }

    /// The column of that table that holds the codes; nil where only some of its rows count.
    var column: String? {
        switch self {
        case .organisations, .zones, .pools, .bedCohorts, .alternatives, .bedSchemes, .specialties, .workforceGroups, .programmes,
            .blocks, .serviceGates, .sites:
            "code"
        case .services: "service"
        case .staffGroups: "group"
        case .schemes: "name"
        case .electiveSites: "site"
        case .scenarios: "scenario"
        case .weeks: "week"
        case .bridgeLines: "line"
        case .insideProviders, .insideSites, .insideAcuteSites, .insideRotaSites: nil
        }
    }
}

/// A fixed list of words.
public enum Vocabulary: String, Sendable, Hashable, CaseIterable {
    case organisationKind, role, level, levelWithDoor, attendanceClass, arrival, ageBand, cohort, measure, basis
    case bedType, bedRule, electiveMode, electiveLever, tenure, bridgeKind, gateKind, planningScale, family

    /// The words, in the order they are given to a reader.
    public var words: [String] {
        switch self {
        case .organisationKind: OrganisationKind.allCases.map(\.rawValue)
        case .role: SiteRole.allCases.map(\.rawValue)
        case .level: Level.allCases.map(\.rawValue)
        case .levelWithDoor: Level.allCases.filter { $0 != .none }.map(\.rawValue)
        case .attendanceClass: AttendanceClass.allCases.map(\.rawValue)
        case .arrival: Arrival.allCases.map(\.rawValue)
        case .ageBand: AgeBand.allCases.map(\.rawValue)
        case .cohort: Cohort.allCases.map(\.rawValue)
        case .measure: Measure.allCases.map(\.rawValue)
        case .basis: Basis.inFiles.map(\.rawValue)
        case .bedType: BedType.allCases.map(\.rawValue)
        case .bedRule: BedRule.allCases.map(\.rawValue)
        case .electiveMode: ElectiveMode.allCases.map(\.rawValue)
        case .electiveLever: ElectiveLever.allCases.map(\.rawValue)
        case .tenure: Tenure.allCases.map(\.rawValue)
        case .bridgeKind: BridgeLine.Kind.allCases.map(\.rawValue)
        case .gateKind: ServiceGate.Kind.allCases.map(\.rawValue)
        case .planningScale: PlanningScale.allCases.map(\.rawValue)
        case .family: Family.allCases.map(\.rawValue)
        }
    }

    /// What one of them is called in a message.
    var noun: String {
        switch self {
        case .organisationKind: "a kind of organisation"
        case .role: "a role"
        case .level: "a level"
        case .levelWithDoor: "a level with a door"
        case .attendanceClass: "a class"
        case .arrival: "an arrival"
        case .ageBand: "an age band"
        case .cohort: "a cohort"
        case .measure: "a measure"
        case .basis: "a basis"
        case .bedType: "a bed type"
        case .bedRule: "a rule for beds"
        case .electiveMode: "a mode of elective care"
        case .electiveLever: "a lever of elective care"
        case .tenure: "a tenure"
        case .bridgeKind: "a kind of line"
        case .gateKind: "a kind of gate"
        case .planningScale: "a scale of planning"
        case .family: "a family"
        }
    }
}

/// One figure a long table may hold.
public struct FigureSchema: Sendable {
    public let name: String
    public let quantity: Quantity
    /// A phrase.
    public let meaning: String
    public let need: Need

    /// Where the figure is required.
    public enum Need: Sendable, Hashable {
        /// For every key of the table.
        case always
        case optional
        /// At the sites of one place; at others it is refused.
        case at(SitePlace)
        /// As `at`, but required only at sites that have or may have a door.
        case atDoors(SitePlace)
        /// For one value of the table's first key column; for others it is refused.
        case ofKey(String)
    }

    init(_ name: String, _ quantity: Quantity, _ meaning: String, _ need: Need = .always) {
        self.name = name
        self.quantity = quantity
        self.meaning = meaning
        self.need = need
    }

    /// The place the figure belongs to, nil for all.
    var place: SitePlace? {
        switch need {
        case .at(let place), .atDoors(let place): place
        case .always, .optional, .ofKey: nil
        }
    }

    /// Whether a row with this value in the first key column may hold the figure.
    func belongs(to key: String?) -> Bool {
        guard case .ofKey(let only) = need else { return true }
        return only == key
    }
}

/// The kinds of site that have different figures.
public enum SitePlace: Sendable, Hashable, CaseIterable {
    case insideAcute, insideMinorInjuryUnit, insideCommunity, outside

    init(isInside: Bool, role: SiteRole) {
        self =
            switch (isInside, role) {
            case (false, _): .outside
            case (true, .acute): .insideAcute
            case (true, .minorInjuryUnit): .insideMinorInjuryUnit
            case (true, .community): .insideCommunity
            }
    }

    /// What such a site is called in a message.
    var noun: String {
        switch self {
        case .insideAcute: "an inside acute site"
        case .insideMinorInjuryUnit: "an inside minor injury unit"
        case .insideCommunity: "an inside community site"
        case .outside: "an outside site"
        }
    }
}
