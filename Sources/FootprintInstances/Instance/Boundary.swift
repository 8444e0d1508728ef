// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether patients may go to sites outside the footprint.
public enum Boundary: String, CaseIterable, Sendable, Hashable, Codable {
    case open
    case closed
}
