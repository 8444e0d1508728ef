// SPDX-License-Identifier: GPL-3.0-or-later

/// The families of questions an instance can be asked, each with its own tables.
public enum Family: String, CaseIterable, Sendable, Hashable, Codable {
    /// Which A&E sites to keep.
    case emergency
    /// Which beds to close, and what replaces them.
    case beds
    /// Where planned care is done.
    case elective
    /// How many people a staff bank needs.
    case staffing
    /// All of it together with estate and money, year by year.
    case system

    /// The tables of this family alone, those it shares with others among them.
    public var tables: [TableSchema] {
        switch self {
        case .emergency: EmergencySchema.tables
        case .beds: BedsSchema.tables
        case .elective: ElectiveSchema.tables
        case .staffing: StaffingSchema.tables
        case .system: SystemSchema.tables
        }
    }
}
