// SPDX-License-Identifier: GPL-3.0-or-later

/// Which way the objective is to go.
public enum Direction: Sendable, Hashable, Codable {
    case minimise
    case maximise
}
