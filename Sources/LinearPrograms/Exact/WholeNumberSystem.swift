// SPDX-License-Identifier: GPL-3.0-or-later
import BigInt

/// A square system of linear equations in whole numbers, solved without rounding.
///
/// By lifting (Dixon, "Exact solution of linear equations using p-adic expansions", 1982): one factorisation modulo a
/// prime p gives the solution's digits to base p one after another, and the fractions are read off the digits (Wang,
/// 1981). The answer is tried as soon as it might be complete and multiplied out, so what is returned is the solution
/// whatever was guessed on the way: vertices of planners' models have small fractions and need few digits.
struct WholeNumberSystem {
    /// Each equation's coefficients, each column once.
    var rows: [[(column: Int, coefficient: BigInt)]] = []
    var sides: [BigInt] = []

    /// Numerators over one denominator above zero; nil where the matrix is singular modulo three primes of more than
    /// 60 bits, which none is that is not singular itself but by a chance of one in 10^54.
    func solution() -> (numerators: [BigInt], denominator: BigInt)? {
        if rows.isEmpty { return ([], 1) }
        for field in PrimeField.choices {
            let prime = BigInt(field.prime)
            let remainders = rows.map { row in row.map { ($0.column, Self.remainder($0.coefficient, prime)) } }
            if let factors = ModularFactors(remainders, field: field) { return lifted(factors, prime) }
        }
        return nil
    }

    private static func remainder(_ number: BigInt, _ prime: BigInt) -> UInt64 {
        let rest = number % prime
        return UInt64(rest.sign == .minus ? rest + prime : rest)
    }

    private func lifted(_ factors: ModularFactors, _ prime: BigInt) -> (numerators: [BigInt], denominator: BigInt)? {
        var left = sides
        var digits = [BigInt](repeating: 0, count: rows.count)
        var modulus: BigInt = 1
        var next = 1
        for step in 1... {
            let digit = factors.solve(left.map { Self.remainder($0, prime) })
            for row in rows.indices {
                var rest = left[row]
                for entry in rows[row] where digit[entry.column] != 0 {
                    rest -= entry.coefficient * BigInt(digit[entry.column])
                }
                left[row] = rest / prime
            }
            for column in digits.indices where digit[column] != 0 { digits[column] += BigInt(digit[column]) * modulus }
            modulus *= prime
            guard step == next else { continue }
            if let found = fractions(digits, modulus), solves(found) { return found }
            // Half as many again each time, so that trying costs no more than lifting.
            next = step + (step + 1) / 2
            // Cramer and Hadamard: with this many digits the fractions are determined, so they would have been found.
            if modulus.magnitude.bitWidth > 4 * sizeInBits + 256 { return nil }
        }
        return nil
    }

    /// Bits that no determinant of the system exceeds.
    private var sizeInBits: Int {
        zip(rows, sides).reduce(0) { total, equation in
            let sum = equation.0.reduce(equation.1.magnitude) { $0 + $1.coefficient.magnitude }
            return total + sum.bitWidth
        }
    }

    /// The fractions with small numerators and denominators that the digits stand for, over one denominator.
    private func fractions(_ digits: [BigInt], _ modulus: BigInt) -> (numerators: [BigInt], denominator: BigInt)? {
        let limit = BigInt(1) << ((modulus.magnitude.bitWidth - 2) / 2)
        var numerators: [BigInt] = []
        var denominator: BigInt = 1
        for digit in digits {
            // Most fractions share the denominator that is already known.
            var value = (digit * denominator) % modulus
            if value + value > modulus { value -= modulus }
            if value.magnitude > limit.magnitude {
                guard let (numerator, extra) = Self.fraction(value, modulus, limit) else { return nil }
                value = numerator
                denominator *= extra
                guard denominator < limit else { return nil }
                for place in numerators.indices { numerators[place] *= extra }
            }
            numerators.append(value)
        }
        return (numerators, denominator)
    }

    /// Numerator and denominator of a fraction from its remainder, by Euclid's algorithm stopped half-way.
    private static func fraction(_ value: BigInt, _ modulus: BigInt, _ limit: BigInt) -> (BigInt, BigInt)? {
        var (a, b) = (modulus, value.sign == .minus ? value + modulus : value)
        var (s, t): (BigInt, BigInt) = (0, 1)
        while b > limit {
            let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
            (a, b) = (b, remainder)
            (s, t) = (t, s - quotient * t)
        }
        guard !t.isZero, t.magnitude < limit.magnitude else { return nil }
        return t.sign == .minus ? (-b, -t) : (b, t)
    }

    /// Whether the fractions multiplied out give the right-hand sides.
    private func solves(_ found: (numerators: [BigInt], denominator: BigInt)) -> Bool {
        zip(rows, sides).allSatisfy { row, side in
            row.reduce(BigInt(0)) { $0 + $1.coefficient * found.numerators[$1.column] } == side * found.denominator
        }
    }
}
