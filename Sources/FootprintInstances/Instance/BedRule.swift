// SPDX-License-Identifier: GPL-3.0-or-later

/// How many beds an expected number of occupied beds needs.
public enum BedRule: String, CaseIterable, Sendable, Hashable, Codable {
    /// Occupied beds over the greatest occupancy.
    case occupancy
    /// The least number that is full no more often than a given probability.
    case overflow
    /// The mean and a number of standard deviations.
    case quantile
}
