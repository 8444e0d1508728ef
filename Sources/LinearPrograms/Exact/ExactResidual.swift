// SPDX-License-Identifier: GPL-3.0-or-later

/// By how much something that ought to hold does not, without rounding.
public struct ExactResidual: Sendable, Hashable, CustomStringConvertible {
    /// What does not hold.
    public let condition: SolutionCheck.Violation.Condition
    /// The row, the variable or the model.
    public let subject: String
    /// Above zero. In the row's or the variable's own unit for sides, bounds and whole numbers; in the objective's
    /// for the objective, for complementarity (the price times the distance from the side) and for the duality gap;
    /// in the objective's unit for each of the row's or the variable's for prices.
    public let amount: Rational

    public var description: String { "“\(subject)”: \(condition.rawValue) by \(amount.double)" }
}
