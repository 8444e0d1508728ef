// SPDX-License-Identifier: GPL-3.0-or-later
import BigInt

/// A fraction without rounding, in lowest terms.
public struct Rational: Sendable, Hashable {
    let numerator: BigInt
    /// Above zero.
    let denominator: BigInt

    init(_ numerator: BigInt, over denominator: BigInt = 1) {
        precondition(!denominator.isZero, "a fraction of nothing")
        let common = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        self.numerator = sign * numerator / common
        self.denominator = sign * denominator / common
    }

    init(_ number: Dyadic, over denominator: BigInt = 1) {
        if number.exponent >= 0 {
            self.init(number.mantissa << number.exponent, over: denominator)
        } else {
            self.init(number.mantissa, over: denominator << -number.exponent)
        }
    }

    /// A whole number as a fraction.
    public init(_ whole: Int) { self.init(BigInt(whole)) }

    /// The fraction of two whole numbers.
    /// - Precondition: the denominator is not zero.
    public init(_ numerator: Int, over denominator: Int) { self.init(BigInt(numerator), over: BigInt(denominator)) }

    /// The number that a double is, digit for digit: 0.1 is 3602879701896397/36028797018963968. Nil where it is
    /// infinite or not a number.
    public init?(exactly number: Double) {
        guard number.isFinite else { return nil }
        self.init(Dyadic(number))
    }

    /// Nothing.
    public static let zero = Rational(0)

    /// The nearest double; infinite where none is as large.
    public var double: Double {
        guard !numerator.isZero else { return 0 }
        // 66 bits of quotient, the last one set where anything was left over, so that rounding happens once.
        let shift = 66 - (numerator.magnitude.bitWidth - denominator.magnitude.bitWidth)
        let top = shift > 0 ? numerator.magnitude << shift : numerator.magnitude
        let bottom = shift < 0 ? denominator.magnitude << -shift : denominator.magnitude
        var (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
        if !remainder.isZero { quotient |= 1 }
        let size = Double(sign: .plus, exponent: -shift, significand: Double(quotient))
        return numerator.sign == .minus ? -size : size
    }

    /// The fraction without its sign.
    public var magnitude: Rational { Rational(BigInt(numerator.magnitude), over: denominator) }
    /// Whether it is nothing.
    public var isZero: Bool { numerator.isZero }

    /// The sum.
    public static func + (lhs: Rational, rhs: Rational) -> Rational {
        Rational(
            lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
            over: lhs.denominator * rhs.denominator)
    }

    /// The difference.
    public static func - (lhs: Rational, rhs: Rational) -> Rational { lhs + -rhs }

    /// The product.
    public static func * (lhs: Rational, rhs: Rational) -> Rational {
        Rational(lhs.numerator * rhs.numerator, over: lhs.denominator * rhs.denominator)
    }

    /// The fraction with its sign turned.
    public static prefix func - (number: Rational) -> Rational {
        Rational(-number.numerator, over: number.denominator)
    }
}

extension Rational: Comparable {
    public static func < (lhs: Rational, rhs: Rational) -> Bool {
        lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
    }
}

extension Rational: CustomStringConvertible {
    /// `-7/3`, or `5` where it is whole.
    public var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}
