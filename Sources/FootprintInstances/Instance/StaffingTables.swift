// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `staffing` that are not figures, each in the order of its file. The numbers are in
/// `Instance.figures`, under `workforce_group_figures`, `workforce`, `agency_tiers`, `week_figures`, `scenario_figures`,
/// `shared_bank`, `organisation_pay` and `staffing_parameters`; `Figures.keys(of:)` lists the weeks, tiers and scenarios.
public struct StaffingTables: Sendable {
    public let groups: [WorkforceGroup]
    /// Hours needed by week from a rostering system's export; nil where `footprint.yaml` names none.
    public let rosterHours: RosterHours?
}

/// A group of staff that fill the same shifts.
public struct WorkforceGroup: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The codes of the groups whose shifts it may fill as well as its own.
    public let mayFill: [String]
    public let source: String
}
