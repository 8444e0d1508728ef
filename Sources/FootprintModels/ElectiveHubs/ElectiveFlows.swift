// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is treated where, in spells: everything of a plan that is by zone. Indices are places in the system's lists.
public struct ElectiveFlows: Sendable {
    private let years, sites, zones: Int
    /// By zone; none where nobody goes: most doors of a plan are shut, and a comparison keeps a hundred plans.
    private var going, elsewhere, turned: [[Double]]

    /// Nobody anywhere.
    public init(_ system: ElectiveSystem) {
        years = system.years.count
        sites = system.sites.count
        zones = system.zones.count
        let modes = system.specialties.count * ElectiveFigures.modes.count
        going = Array(repeating: [], count: modes * years * sites)
        elsewhere = Array(repeating: [], count: modes * years)
        turned = Array(repeating: [], count: system.specialties.count * years)
    }

    private func place(_ j: Int, _ i: Int, _ t: Int) -> Int { (j * ElectiveFigures.modes.count + i) * years + t }

    private func write(_ spells: Double, _ zone: Int, in list: inout [Double]) {
        if list.isEmpty { list = Array(repeating: 0, count: zones) }
        list[zone] = spells
    }

    /// Spells of zone `z` treated at a site.
    public subscript(specialty j: Int, mode i: Int, year t: Int, site s: Int, zone z: Int) -> Double {
        get {
            let there = place(j, i, t) * sites + s
            return going[there].isEmpty ? 0 : going[there][z]
        }
        set { write(newValue, z, in: &going[place(j, i, t) * sites + s]) }
    }

    /// Spells of zone `z` bought elsewhere.
    public subscript(outsourced j: Int, mode i: Int, year t: Int, zone z: Int) -> Double {
        get { elsewhere[place(j, i, t)].isEmpty ? 0 : elsewhere[place(j, i, t)][z] }
        set { write(newValue, z, in: &elsewhere[place(j, i, t)]) }
    }

    /// Inpatients of zone `z` treated as day cases.
    public subscript(converted j: Int, year t: Int, zone z: Int) -> Double {
        get { turned[j * years + t].isEmpty ? 0 : turned[j * years + t][z] }
        set { write(newValue, z, in: &turned[j * years + t]) }
    }

    /// Of all zones.
    public func total(specialty j: Int, mode i: Int, year t: Int, site s: Int) -> Double {
        going[place(j, i, t) * sites + s].reduce(0, +)
    }

    /// Of all zones.
    public func total(outsourced j: Int, mode i: Int, year t: Int) -> Double {
        elsewhere[place(j, i, t)].reduce(0, +)
    }

    /// Of all zones.
    public func total(converted j: Int, year t: Int) -> Double {
        turned[j * years + t].reduce(0, +)
    }
}
