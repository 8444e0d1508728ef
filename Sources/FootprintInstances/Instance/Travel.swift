// SPDX-License-Identifier: GPL-3.0-or-later

/// Minutes by road from every zone to every site that has or may have a door.
public struct Travel: Sendable {
    /// The sites that have a column, sorted by code.
    public let siteCodes: [String]
    /// `minutes[zone * siteCodes.count + site]`, in the order of the zones and of `siteCodes`. Finite, from 0 upwards.
    public internal(set) var minutes: [Double]
    /// The basis and source of each site's column, by site code.
    public internal(set) var columnBasis: [String: ColumnBasis]

    /// Minutes by road.
    /// - Parameters:
    ///   - zone: index into the instance's zones.
    ///   - site: index into `siteCodes`.
    public func minutes(zone: Int, site: Int) -> Double { minutes[zone * siteCodes.count + site] }
}
