// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `elective` that are not figures, each in the order of its file. The numbers are in
/// `Instance.figures`, under `specialty_figures`, `specialty_modes`, `mode_figures`, `elective_site_figures`,
/// `specialty_site_figures`, `elective_levers`, `elective_parameters` and `parameters`.
///
/// Sites of `elective.outsideSites` are in none of these lists, and options do not name them; their figures stay.
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
    /// Inpatients of a specialty that go from one site to another, whatever the rest says.
    public let moves: [SpecialtyMove]
    public let source: String
}

/// The inpatients of one specialty at one site, who go to another.
public struct SpecialtyMove: Sendable, Hashable {
    public let specialty: String
    /// The site that keeps them no longer.
    public let from: String
    /// The site that has them.
    public let to: String
}

extension Instance {
    /// Of a specialty's spells and list, the share that stays in the family when `elective.outsideSites` are left out: 1
    /// without any. `specialty_modes` and `specialty_figures` hold those of every site.
    public func electiveShareInside(of specialty: String) -> Double {
        settings.elective.outsideSites.reduce(1.0) { share, site in
            share - (figures.value("specialty_site_figures", specialty, site, figure: "shareToday") ?? 0)
        }
    }
}
