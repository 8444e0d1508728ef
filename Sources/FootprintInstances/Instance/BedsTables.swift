// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables of the family `beds` that are not figures, each in the order of its file. The numbers are in
/// `Instance.figures`, under `pool_figures`, `cohort_figures`, `pool_cohorts`, `bed_site_figures`, `alternative_figures`,
/// `bed_scheme_figures`, `bed_effects`, `alternative_needs`, `bed_parameters` and `parameters`.
public struct BedsTables: Sendable {
    public let pools: [BedPool]
    public let cohorts: [BedCohort]
    /// From which pool to which patients may be moved.
    public let moves: [PoolMove]
    public let floors: [BedFloor]
    public let alternatives: [Alternative]
    public let schemes: [BedScheme]
    /// Closures with a name, as published, whether or not they can be carried out.
    public let options: [BedOption]
}

/// Beds of one type at one site.
public struct BedPool: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The code of an inside site.
    public let site: String
    public let bedType: BedType
    public let bedRule: BedRule
    public let source: String
}

/// A group of patients that schemes act on; no two share a bed-day.
public struct BedCohort: Sendable, Hashable {
    public let code: String
    public let title: String
    public let source: String
}

/// An allowed move of patients between two pools.
public struct PoolMove: Sendable, Hashable {
    public let from: String
    public let to: String
    public let source: String
}

/// The fewest beds a place may keep for its residents.
public struct BedFloor: Sendable, Hashable {
    public let place: String
    public let title: String
    /// The codes of the pools that count.
    public let pools: [String]
    public let residents: Double
    /// Beds for a thousand residents.
    public let bedsPerThousand: Double
    public let basis: Basis
    public let source: String
}

/// Care that can take the place of a bed.
public struct Alternative: Sendable, Hashable {
    public let code: String
    public let title: String
    /// What one of it is.
    public let unit: String
    public let source: String
}

/// A scheme that takes patients out of beds.
public struct BedScheme: Sendable, Hashable {
    public let code: String
    public let title: String
    /// The codes of the schemes that must run first.
    public let after: [String]
    /// The approval it waits for; empty for none.
    public let gate: String
    public let source: String
}

/// Closures with a name.
public struct BedOption: Sendable, Hashable {
    public let name: String
    public let title: String
    /// Beds closed by pool, as published: they may be more than a pool has.
    public let closures: [String: Double]
    public let note: String
    public let source: String
}
