// SPDX-License-Identifier: GPL-3.0-or-later

/// So much of one unit for each of another: pounds per bed, beds per admission.
///
/// A rate times a variable measured in its denominator is an expression measured in its numerator. A conversion
/// factor is a rate too.
public struct Rate<Numerator: Unit, Denominator: Unit>: Sendable, Hashable, Codable {
    /// Units of `Numerator` for one unit of `Denominator`.
    public var value: Double

    /// So many units of `Numerator` for one of `Denominator`.
    @inlinable public init(_ value: Double) { self.value = value }

    /// The same fact read the other way: beds per pound from pounds per bed.
    @inlinable public var inverse: Rate<Denominator, Numerator> { .init(1 / value) }

    /// The sum of two rates of one kind.
    @inlinable public static func + (lhs: Self, rhs: Self) -> Self { .init(lhs.value + rhs.value) }

    /// The difference of two rates of one kind.
    @inlinable public static func - (lhs: Self, rhs: Self) -> Self { .init(lhs.value - rhs.value) }

    /// So many times the rate.
    @inlinable public static func * (factor: Double, rate: Self) -> Self { .init(factor * rate.value) }

    /// Pounds per bed times beds per admission is pounds per admission.
    @inlinable public static func * <Base: Unit>(
        lhs: Self, rhs: Rate<Denominator, Base>
    ) -> Rate<Numerator, Base> { .init(lhs.value * rhs.value) }
}

extension Rate: CustomStringConvertible {
    public var description: String { "\(value) \(Numerator.symbol)/\(Denominator.symbol)" }
}
