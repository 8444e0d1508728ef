// SPDX-License-Identifier: GPL-3.0-or-later

extension Figure {
    /// What the figure counts, and the values that make sense of it; nil for a figure that is in no schema.
    public var quantity: Quantity? { Self.quantities[table]?[name] }

    // A figure that is asked for at several places is listed once for each.
    private static let quantities: [String: [String: Quantity]] = Dictionary(
        uniqueKeysWithValues: InstanceSchema.tables(of: Family.allCases).map { table in
            (table.name, Dictionary(table.figures.map { ($0.name, $0.quantity) }, uniquingKeysWith: { first, _ in first }))
        })
}
