// SPDX-License-Identifier: GPL-3.0-or-later

/// What an organisation does.
public enum OrganisationKind: String, CaseIterable, Sendable, Hashable, Codable {
    case provider
    case ambulance
    case commissioner
}
