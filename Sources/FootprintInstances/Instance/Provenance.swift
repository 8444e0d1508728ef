// SPDX-License-Identifier: GPL-3.0-or-later

/// How many figures of a family rest on what: one for each figure of the long tables, for each numeric column of the wide ones,
/// and for each row of the tables that carry a basis (sites and their services).
public struct Provenance: Sendable, Hashable, Codable {
    public var stated = 0
    public var derived = 0
    public var estimated = 0
    public var assumed = 0
    /// Changed by the caller for this run.
    public var caller = 0

    /// All figures.
    public var total: Int { stated + derived + estimated + assumed + caller }

    mutating func count(_ basis: Basis) {
        switch basis {
        case .stated: stated += 1
        case .derived: derived += 1
        case .estimated: estimated += 1
        case .assumed: assumed += 1
        case .caller: caller += 1
        }
    }
}

extension Instance {
    /// How many of the figures of the family this is a view for rest on what.
    public var provenance: Provenance {
        let tables = Set(InstanceSchema.tables(of: family == .system ? families : [family]).map(\.name))
        var provenance = Provenance()
        for figure in figures.all { provenance.count(figure.basis) }
        if tables.contains("zones") { for column in zones.columnBasis.values { provenance.count(column.basis) } }
        if tables.contains("travel") { for column in travel.columnBasis.values { provenance.count(column.basis) } }
        if tables.contains("sites") { for site in sites { provenance.count(site.basis) } }
        if tables.contains("site_services") { for service in services { provenance.count(service.basis) } }
        if tables.contains("bed_floors") { for floor in beds?.floors ?? [] { provenance.count(floor.basis) } }
        return provenance
    }
}
