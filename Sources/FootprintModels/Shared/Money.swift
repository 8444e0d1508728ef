// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The arithmetic of money over years.
public enum Money {
    /// The equal yearly payment that repays 1 over `years` at `rate`: `r / (1 − (1 + r)^−n)`, and `1/n` when the rate is zero.
    public static func annuity(years: Double, rate: Double) -> Double {
        rate == 0 ? 1 / years : rate / (1 - pow(1 + rate, -years))
    }

    /// What 1 in `year` is worth in `base`: `(1 + r)^−(year − base)`.
    public static func discount(year: Int, base: Int, rate: Double) -> Double {
        pow(1 + rate, -Double(year - base))
    }
}
