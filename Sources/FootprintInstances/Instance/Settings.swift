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
