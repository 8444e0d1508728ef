// SPDX-License-Identifier: GPL-3.0-or-later

/// One number of a long table, with where it comes from.
public struct Figure: Sendable, Hashable {
    /// The table, such as `site_figures`.
    public let table: String
    /// The values of the table's key columns, empty for `parameters`.
    public let key: [String]
    /// Which figure, such as `beds`.
    public let name: String
    public internal(set) var value: Double
    /// The range of its uncertainty; both or neither. A figure the caller set has none.
    public let low: Double?
    public let high: Double?
    public let basis: Basis
    public let source: String
    /// The row of the file as a text editor counts lines; nil for a figure that only the caller gives.
    public let row: Int?

    /// The address of the value, such as `site_figures[RJE01,beds].value`.
    public var cell: String { Figure.address(table, key, name) + ".value" }

    static func address(_ table: String, _ key: [String], _ name: String) -> String {
        var address = table
        address += "["
        for part in key {
            address += part
            address += ","
        }
        address += name
        address += "]"
        return address
    }
}
