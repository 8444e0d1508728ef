// SPDX-License-Identifier: GPL-3.0-or-later

/// A footprint as read from its folder: complete, consistent and with the source of every figure. `InstanceLoader`
/// makes it.
public struct Instance: Sendable {
    /// The name of the folder.
    public let name: String
    public var settings: Settings
    /// In the order of the file.
    public let organisations: [Organisation]
    /// Sorted by code.
    public let sites: [Site]
    /// The levels each inside site may have, today's among them, in the order of `Level.allCases`. Outside sites keep
    /// today's level and are not here.
    public let admissibleLevels: [String: [Level]]
    public let zones: Zones
    public let travel: Travel
    /// Every inside acute site, whether or not it has the service.
    public let services: [SiteService]
    public let levelServices: [LevelService]
    public let levelAccepts: [LevelAcceptance]
    public let options: [NamedOption]
    public let schemes: [Scheme]
    /// Nil where the instance does not declare the family.
    public let beds: BedsTables?
    /// Nil where the instance does not declare the family.
    public let elective: ElectiveTables?
    /// Nil where the instance does not declare the family.
    public let staffing: StaffingTables?
    /// Nil where the instance does not declare the family.
    public let system: SystemTables?
    /// What a published plan claims, in the order of the file.
    public let claims: [Claim]
    /// The figures of the family this is a view for; see `viewed(as:)`.
    public var figures: Figures
    /// `footprint.yaml` and the tables of the family this is a view for, sorted by path.
    public internal(set) var inputFiles: [InputFile]
    /// What the caller changed, in the order it was given.
    public let overrides: [Override]
    /// The family whose figures and files this instance lists.
    public internal(set) var family: Family
    /// Every figure and file of the folder, for the views of the other families.
    let whole: Whole

    struct Whole: Sendable {
        let figures: [Figure]
        let inputFiles: [InputFile]
    }
}
