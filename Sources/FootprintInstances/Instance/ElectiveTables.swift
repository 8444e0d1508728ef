// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `elective` that are not figures, each in the order of its file. The numbers are in
/// `Instance.figures`, under `specialty_figures`, `specialty_modes`, `mode_figures`, `elective_site_figures`,
/// `specialty_site_figures`, `elective_parameters` and `parameters`.
public struct ElectiveTables: Sendable {
    public let specialties: [Specialty]
    public let sites: [ElectiveSite]
    public let specialtySites: [SpecialtySite]
    public let needs: [SpecialtyNeed]
    public let options: [ElectiveOption]
}

/// A specialty of planned care.
public struct Specialty: Sendable, Hashable {
    public let code: String
    public let title: String
    public let source: String
}

/// A site that has or may have planned care.
public struct ElectiveSite: Sendable, Hashable {
    public let site: String
    public let isHubToday: Bool
    public let mayBeHub: Bool
    public let source: String
}

/// Where a specialty has or may have inpatients.
public struct SpecialtySite: Sendable, Hashable {
    public let specialty: String
    public let site: String
    public let hasInpatientsToday: Bool
    public let mayHaveInpatients: Bool
    public let source: String
}

/// A specialty that needs another on the same site.
public struct SpecialtyNeed: Sendable, Hashable {
    public let specialty: String
    public let needs: String
    public let source: String
}

/// A configuration of planned care with a name.
public struct ElectiveOption: Sendable, Hashable {
    public let name: String
    public let title: String
    /// The codes of the sites that are hubs.
    public let hubs: [String]
    /// The codes of the sites that keep inpatients; empty where it leaves them as today.
    public let inpatientCentres: [String]
    public let source: String
}
