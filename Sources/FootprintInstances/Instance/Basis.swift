// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a figure comes from.
public enum Basis: String, CaseIterable, Sendable, Hashable, Codable {
    /// Printed in the source.
    case stated
    /// Calculated from what is printed in the source.
    case derived
    /// Fitted or measured by the maker of the instance.
    case estimated
    /// Chosen by the maker of the instance; always with a range.
    case assumed
    /// Changed by the caller for one run. No file may say so.
    case caller

    /// The bases that a file may give.
    public static let inFiles: [Basis] = [.stated, .derived, .estimated, .assumed]
}
