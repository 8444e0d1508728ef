// SPDX-License-Identifier: GPL-3.0-or-later

/// Arithmetic of remainders by one prime below 2^63.
struct PrimeField: Sendable {
    let prime: UInt64

    /// Primes of 61 to 63 bits: a matrix that is singular modulo one by chance is not so modulo the next.
    static let choices: [PrimeField] = [2_305_843_009_213_693_951, 4_611_686_018_427_387_847, 9_223_372_036_854_775_783]
        .map(PrimeField.init)

    func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return prime.dividingFullWidth(product).remainder
    }

    func subtract(_ a: UInt64, _ b: UInt64) -> UInt64 { a >= b ? a - b : a + (prime - b) }

    /// By Fermat's little theorem.
    func inverse(_ a: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var power = a
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { result = multiply(result, power) }
            power = multiply(power, power)
            exponent >>= 1
        }
        return result
    }
}
