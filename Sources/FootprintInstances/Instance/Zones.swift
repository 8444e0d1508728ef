// SPDX-License-Identifier: GPL-3.0-or-later

/// Where people live: one entry per zone in every array, sorted by code so that the order of rows in the file has no
/// effect on any result.
public struct Zones: Sendable {
    public let codes: [String]
    public let names: [String]
    /// Whether the zone's people are residents of the footprint.
    public let isInside: [Bool]
    /// Residents, all ages.
    public let population: [Double]
    /// `ageBands[zone]` holds the residents of each band in the order of `AgeBand.allCases`; they add up to `population` within 1.
    public let ageBands: [[Double]]
    /// Share of the residents who are income-deprived, 0–1.
    public let incomeDeprivation: [Double]
    /// Metres on the British National Grid.
    public let easting: [Double]
    /// Metres on the British National Grid.
    public let northing: [Double]
    /// The basis and source of each numeric column, by the column's name in the file.
    public let columnBasis: [String: ColumnBasis]

    /// The number of zones.
    public var count: Int { codes.count }
}
