// SPDX-License-Identifier: GPL-3.0-or-later

/// The basis and source of a whole column of a wide table.
public struct ColumnBasis: Sendable, Hashable {
    public let basis: Basis
    public let source: String
}
