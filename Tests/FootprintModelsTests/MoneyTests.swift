// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Testing

@Suite("Money over years")
struct MoneyTests {
    @Test("annuity by hand")
    func annuity() {
        // One year: the sum and its interest. Two years at 10%: 0.1 / (1 − 1/1.21) = 0.1 × 1.21 / 0.21.
        #expect((Money.annuity(years: 1, rate: 0.035) - 1.035).magnitude < 1e-12)
        #expect((Money.annuity(years: 2, rate: 0.1) - 0.121 / 0.21).magnitude < 1e-12)
        // Tables of annuities: 0.05 over 10 years 0.12950, 0.035 over 40 years 0.04683.
        #expect((Money.annuity(years: 10, rate: 0.05) - 0.12950).magnitude < 0.000005)
        #expect((Money.annuity(years: 40, rate: 0.035) - 0.04683).magnitude < 0.000005)
        #expect(Money.annuity(years: 8, rate: 0) == 0.125)
    }

    @Test("an annuity repays exactly what was borrowed", arguments: [(5, 0.035), (40, 0.035), (25, 0.07), (12, 0.0)])
    func repays(_ years: Int, _ rate: Double) {
        var owed = 1.0
        for _ in 0..<years { owed = owed * (1 + rate) - Money.annuity(years: Double(years), rate: rate) }
        #expect(owed.magnitude < 1e-10)
    }

    @Test("the rate falls to zero without a jump")
    func continuity() {
        #expect((Money.annuity(years: 30, rate: 1e-6) - Money.annuity(years: 30, rate: 0)).magnitude < 1e-6)
    }

    @Test("discount factors")
    func discount() {
        #expect(Money.discount(year: 2016, base: 2016, rate: 0.035) == 1)
        #expect((Money.discount(year: 2018, base: 2016, rate: 0.1) - 1 / 1.21).magnitude < 1e-15)
        #expect((Money.discount(year: 2015, base: 2016, rate: 0.1) - 1.1).magnitude < 1e-15)
    }
}
