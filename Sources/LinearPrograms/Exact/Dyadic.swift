// SPDX-License-Identifier: GPL-3.0-or-later
import BigInt

/// A whole number times a power of two: what every finite double is, and what sums and products of doubles are.
///
/// Kept apart from ``Rational`` because it needs no greatest common divisor, which is what exact fractions spend their
/// time on.
struct Dyadic: Sendable {
    var mantissa: BigInt
    var exponent: Int

    static let zero = Dyadic(mantissa: 0, exponent: 0)

    init(mantissa: BigInt, exponent: Int) {
        self.mantissa = mantissa
        self.exponent = exponent
    }

    init(_ whole: BigInt) { self.init(mantissa: whole, exponent: 0) }

    /// The number itself, without rounding.
    /// - Precondition: it is finite.
    init(_ number: Double) {
        precondition(number.isFinite, "\(number) is not a number to calculate with")
        guard number != 0 else {
            self = .zero
            return
        }
        // The significand is from 1 up to 2 with 52 places after the point.
        let significand = Int64(number.significand * 0x1p52)
        let spare = significand.trailingZeroBitCount
        let magnitude = significand >> Int64(spare)
        mantissa = BigInt(number < 0 ? -magnitude : magnitude)
        exponent = Int(number.exponent) - 52 + spare
    }

    var isZero: Bool { mantissa.isZero }
    var isNegative: Bool { mantissa.sign == .minus && !mantissa.isZero }
    var magnitude: Dyadic { Dyadic(mantissa: BigInt(mantissa.magnitude), exponent: exponent) }

    static prefix func - (number: Dyadic) -> Dyadic {
        Dyadic(mantissa: -number.mantissa, exponent: number.exponent)
    }

    static func + (lhs: Dyadic, rhs: Dyadic) -> Dyadic {
        if lhs.isZero { return rhs }
        if rhs.isZero { return lhs }
        if lhs.exponent == rhs.exponent {
            return Dyadic(mantissa: lhs.mantissa + rhs.mantissa, exponent: lhs.exponent)
        }
        let (low, high) = lhs.exponent < rhs.exponent ? (lhs, rhs) : (rhs, lhs)
        let shifted = high.mantissa << (high.exponent - low.exponent)
        return Dyadic(mantissa: low.mantissa + shifted, exponent: low.exponent)
    }

    static func - (lhs: Dyadic, rhs: Dyadic) -> Dyadic { lhs + -rhs }

    static func * (lhs: Dyadic, rhs: Dyadic) -> Dyadic {
        Dyadic(mantissa: lhs.mantissa * rhs.mantissa, exponent: lhs.exponent + rhs.exponent)
    }

    static func * (lhs: Dyadic, rhs: BigInt) -> Dyadic {
        Dyadic(mantissa: lhs.mantissa * rhs, exponent: lhs.exponent)
    }

    static func += (lhs: inout Dyadic, rhs: Dyadic) { lhs = lhs + rhs }
    static func -= (lhs: inout Dyadic, rhs: Dyadic) { lhs = lhs - rhs }

    static func < (lhs: Dyadic, rhs: Dyadic) -> Bool { (lhs - rhs).isNegative }
    static func > (lhs: Dyadic, rhs: Dyadic) -> Bool { rhs < lhs }
}
