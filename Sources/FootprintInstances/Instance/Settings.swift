// SPDX-License-Identifier: GPL-3.0-or-later

/// What `footprint.yaml` says. Variables, so that a caller can change them for one run; `Instance.faults(in:)` checks
/// the changed ones.
public struct Settings: Sendable, Hashable {
    public var title: String
    /// The version of the schema the folder is written in.
    public var schemaVersion: Int
    /// The year of the activity and the population, by its first calendar year: 2016 is 2016/17.
    public var baseYear: Int
    /// The year that is solved.
    public var targetYear: Int
    /// The first year a changed configuration runs.
    public var openingYear: Int
    /// The last year counted in net present value.
    public var horizonYear: Int
    /// The financial year whose prices every amount is in, such as `2016/17`.
    public var priceBase: String
    /// The family that is solved when none is named; one of `families`.
    public var defaultFamily: String
    public var families: [String]
    /// Those of `families` whose figures are mostly assumed: what is computed from them is titled illustrative.
    public var illustrative: [String]
    public var emergency: EmergencySettings
    public var elective: ElectiveSettings
    public var staffing: StaffingSettings
    public var notes: [Note]
    public var calibrationNotes: [CalibrationNote]
}

/// What `footprint.yaml` says of the family `emergency`.
public struct EmergencySettings: Sendable, Hashable {
    public var boundary: Boundary
    public var flow: FlowRule
    public var bedRule: BedRule
    /// Names of the schemes that are on.
    public var levers: [String]
    /// Codes of inside sites that must stay an emergency department.
    public var keepOpen: [String]
    /// Codes of inside sites that must not be an emergency department.
    public var forceClosed: [String]

    /// Of an instance without the family `emergency`.
    static let absent = EmergencySettings(
        boundary: .open, flow: .nearest, bedRule: .occupancy, levers: [], keepOpen: [], forceClosed: [])
}

/// What `footprint.yaml` says of the family `elective`; nothing of it is required.
public struct ElectiveSettings: Sendable, Hashable {
    /// Those of `elective_levers` that are on.
    public var levers: [ElectiveLever] = []
    /// Codes of sites of planned care that leave the family. The lists leave them out when the instance is read, so a
    /// caller who changes this reads it again.
    public internal(set) var outsideSites: [String] = []
}

/// What `footprint.yaml` says of the family `staffing`; nothing of it is required.
public struct StaffingSettings: Sendable, Hashable {
    /// Where hours needed are read from instead of being worked out; nil: they are worked out.
    public internal(set) var rosterHours: RosterSource?
}

/// A rostering system's export, and what its columns and names mean.
public struct RosterSource: Sendable, Hashable {
    /// Relative to the instance's folder.
    public let file: String
    public let columns: Columns
    /// The export's names to codes of organisations, or to `leaveOut`; a name that is a code needs no entry.
    public let organisations: [String: String]
    /// The export's names to codes of workforce groups, likewise.
    public let groups: [String: String]
    /// The financial year its dates are in, by its first calendar year; nil: the base year.
    public let financialYear: Int?

    /// What stands for a code where the rows of a name are not to count.
    public static let leaveOut = "leave-out"

    /// The names of the columns that are read, as in the export's header.
    public struct Columns: Sendable, Hashable {
        /// The day a week starts, or its number.
        public let week: String
        public let organisation: String
        public let group: String
        /// Hours needed.
        public let hours: String

        static let keys = ["week", "organisation", "group", "hours"]
        var names: [String] { [week, organisation, group, hours] }
        var byKey: [(key: String, name: String)] { Array(zip(Self.keys, names)) }
    }

    /// Where the columns stand in the file.
    struct Places {
        let week: Int
        let organisation: Int
        let group: Int
        let hours: Int
    }
}

/// A contradiction or remark about a cell, for a reader.
public struct Note: Sendable, Hashable {
    /// The cell's address, such as `parameters[capitalLimit].value`.
    public var cell: String
    public var note: String
}

/// Why an organisation's modelled activity is far from what it publishes.
public struct CalibrationNote: Sendable, Hashable {
    public var organisation: String
    public var measure: Measure
    public var note: String
}
