// SPDX-License-Identifier: GPL-3.0-or-later

/// A demand lever: something that removes part of the demand, with a switch.
public struct Scheme: Sendable, Hashable {
    public let name: String
    public let title: String
    /// Whether the minor injury units shut when it is on.
    public let closesMinorInjuryUnits: Bool
    /// The schemes that must be on before it. Never in a circle.
    public let after: [String]
    public let source: String
}
