// SPDX-License-Identifier: GPL-3.0-or-later

/// What an instance covers and how well: for each family, what its figures rest on and which of them would most repay
/// finding out. Whether it calibrates is for the model families.
public struct InstanceCoverage: Sendable, Hashable, Codable {
    /// One family.
    public struct FamilyCoverage: Sendable, Hashable, Codable {
        public let family: Family
        /// Whether what is computed for it has to be titled illustrative.
        public let isIllustrative: Bool
        /// The tables it reads.
        public let tables: Int
        /// What its figures rest on.
        public let figures: Provenance
        /// The assumed figures with the widest range, widest first.
        public let widest: [WideFigure]
    }

    /// An assumed figure and its range.
    public struct WideFigure: Sendable, Hashable, Codable {
        /// Such as `site_figures[RJE01,spaces].value`.
        public let cell: String
        public let value: Double
        public let low: Double
        public let high: Double
        /// The range over the value; over the larger end of the range where the value is 0.
        public let relativeRange: Double
        /// Why it is assumed so.
        public let source: String
    }

    /// In the order of `Family.allCases`.
    public let families: [FamilyCoverage]
    /// Contradictions and remarks, each with the cell or row it is about: those of `footprint.yaml`, then those that the
    /// tables keep in a column `note`.
    public let notes: [String]
    /// The number of published claims the instance holds.
    public let claims: Int
}

extension Instance {
    /// What the instance covers and how well, as it was read.
    /// - Parameter widest: how many of the widest assumed figures of each family are listed.
    public func coverage(widest: Int = 10) -> InstanceCoverage {
        InstanceCoverage(
            families: families.compactMap { family in
                viewed(as: family).map { view in
                    .init(
                        family: family, isIllustrative: isIllustrative(family), tables: view.inputFiles.count - 1,
                        figures: view.provenance, widest: view.widestFigures(widest))
                }
            },
            notes: settings.notes.map { "\($0.cell): \($0.note)" } + notesOfTables, claims: claims.count)
    }

    private var notesOfTables: [String] {
        let rows =
            (beds?.options ?? []).map { ("bed_options[\($0.name)]", $0.note) }
            + (system?.bridgeLines ?? []).map { ("bridge_lines[\($0.code)]", $0.note) }
            + (system?.serviceGates ?? []).map { ("service_gates[\($0.code)]", $0.note) }
            + (system?.planningScales ?? []).map { ("planning_scales[\($0.service),\($0.scale.rawValue)]", $0.note) }
            + claims.map { ("claims[\($0.code)]", $0.note) }
        return rows.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    }

    private func widestFigures(_ count: Int) -> [InstanceCoverage.WideFigure] {
        let wide = figures.all.compactMap { figure -> InstanceCoverage.WideFigure? in
            guard figure.basis == .assumed, let low = figure.low, let high = figure.high, high > low else { return nil }
            let scale = figure.value == 0 ? max(abs(low), abs(high)) : abs(figure.value)
            return .init(
                cell: figure.cell, value: figure.value, low: low, high: high, relativeRange: (high - low) / scale, source: figure.source)
        }
        // Ties by cell, so that the list does not depend on the order of the tables.
        return Array(wide.sorted { ($1.relativeRange, $0.cell) < ($0.relativeRange, $1.cell) }.prefix(count))
    }
}
