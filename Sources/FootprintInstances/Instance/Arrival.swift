// SPDX-License-Identifier: GPL-3.0-or-later

/// How a person comes to the door.
public enum Arrival: String, CaseIterable, Sendable, Hashable, Codable {
    case ambulance
    case foot
}
