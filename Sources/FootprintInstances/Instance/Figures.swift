// SPDX-License-Identifier: GPL-3.0-or-later

/// Every number of the long tables.
///
/// The values stand apart from what never changes, so that a scenario which moves a few of them copies one flat array
/// and not thousands of sources.
public struct Figures: Sendable {
    private let records: [Figure]
    private let positions: [String: Int]
    private var values: [Double]

    init(_ records: [Figure]) {
        self.records = records
        values = records.map(\.value)
        positions = Dictionary(
            records.enumerated().map { (Figure.address($1.table, $1.key, $1.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of figures.
    public var count: Int { records.count }

    /// Every figure with its value as it now is, in the order of the tables of the schema and of their rows.
    public var all: [Figure] { records.indices.map { figure(at: $0) } }

    /// A figure with its value as it now is.
    public func figure(at index: Int) -> Figure {
        var figure = records[index]
        figure.value = values[index]
        return figure
    }

    /// Where a figure stands, for the subscript; nil when the instance does not have it.
    public func index(_ table: String, _ key: [String], _ name: String) -> Int? {
        positions[Figure.address(table, key, name)]
    }

    /// A figure's value as it now is; nil when the instance does not have it.
    public func value(_ table: String, _ key: String..., figure name: String) -> Double? {
        index(table, key, name).map { values[$0] }
    }

    /// The keys of a table, without the figure's name, each once in the order of its rows.
    public func keys(of table: String) -> [[String]] {
        var seen: Set<[String]> = []
        return records.filter { $0.table == table && seen.insert($0.key).inserted }.map(\.key)
    }

    /// A figure's value. What is set is not checked against the figure's range.
    public subscript(index: Int) -> Double {
        get { values[index] }
        set { values[index] = newValue }
    }
}
