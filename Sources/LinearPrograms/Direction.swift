// SPDX-License-Identifier: GPL-3.0-or-later

/// Which way the objective is to go.
public enum Direction: Sendable, Hashable, Codable {
    /// As small as can be.
    case minimise
    /// As large as can be.
    case maximise
}
