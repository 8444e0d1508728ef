// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the two ends between which a row or a variable must lie.
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    /// The least it may be.
    case lower
    /// The most it may be.
    case upper
}
