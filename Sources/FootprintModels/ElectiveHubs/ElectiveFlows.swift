// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is treated where, in spells: everything of a plan that is by zone. Indices are places in the system's lists.
public struct ElectiveFlows: Sendable {
    private let years, sites, zones: Int
    private var going: [Double]
    private var elsewhere: [Double]
    private var turned: [Double]

    /// Nobody anywhere.
    public init(_ system: ElectiveSystem) {
        years = system.years.count
        sites = system.sites.count
        zones = system.zones.count
        let modes = system.specialties.count * ElectiveFigures.modes.count
        going = Array(repeating: 0, count: modes * years * sites * zones)
        elsewhere = Array(repeating: 0, count: modes * years * zones)
        turned = Array(repeating: 0, count: system.specialties.count * years * zones)
    }

    private func place(_ j: Int, _ i: Int, _ t: Int) -> Int { (j * ElectiveFigures.modes.count + i) * years + t }

    /// Spells of zone `z` treated at a site.
    public subscript(specialty j: Int, mode i: Int, year t: Int, site s: Int, zone z: Int) -> Double {
        get { going[(place(j, i, t) * sites + s) * zones + z] }
        set { going[(place(j, i, t) * sites + s) * zones + z] = newValue }
    }

    /// Spells of zone `z` bought elsewhere.
    public subscript(outsourced j: Int, mode i: Int, year t: Int, zone z: Int) -> Double {
        get { elsewhere[place(j, i, t) * zones + z] }
        set { elsewhere[place(j, i, t) * zones + z] = newValue }
    }

    /// Inpatients of zone `z` treated as day cases.
    public subscript(converted j: Int, year t: Int, zone z: Int) -> Double {
        get { turned[(j * years + t) * zones + z] }
        set { turned[(j * years + t) * zones + z] = newValue }
    }

    /// Of all zones.
    public func total(specialty j: Int, mode i: Int, year t: Int, site s: Int) -> Double {
        let start = (place(j, i, t) * sites + s) * zones
        return going[start..<start + zones].reduce(0, +)
    }

    /// Of all zones.
    public func total(outsourced j: Int, mode i: Int, year t: Int) -> Double {
        elsewhere[place(j, i, t) * zones..<(place(j, i, t) + 1) * zones].reduce(0, +)
    }

    /// Of all zones.
    public func total(converted j: Int, year t: Int) -> Double {
        turned[(j * years + t) * zones..<(j * years + t + 1) * zones].reduce(0, +)
    }
}
