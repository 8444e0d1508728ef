// SPDX-License-Identifier: GPL-3.0-or-later

/// Who decides where a patient goes.
public enum FlowRule: String, CaseIterable, Sendable, Hashable, Codable {
    /// Everybody goes to the quickest door.
    case nearest
    /// The program sends them, within the limits of travel.
    case assigned
}
