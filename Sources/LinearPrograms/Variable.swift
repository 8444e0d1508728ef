// SPDX-License-Identifier: GPL-3.0-or-later

/// A quantity for the solver to choose, measured in `Measure`. A handle: its bounds and its name are in the model
/// that made it, and in every copy of that model.
public struct Variable<Measure: Unit>: Sendable, Hashable {
    /// The variable's place among the columns of its model, from zero.
    public let index: Int32

    @inlinable package init(index: Int32) { self.index = index }
}
