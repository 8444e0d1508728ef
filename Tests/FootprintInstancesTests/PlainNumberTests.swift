// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FootprintInstances

@Suite struct PlainNumberTests {
    @Test(arguments: ["", " ", "nan", "NaN", "inf", "-inf", "0x10", "1,234", "1 234", "1e999", "12a", "-", ".", "+", "1.2.3", "--1", "1e", "£1", "5%", "1_000"])
    func refuses(_ text: String) {
        #expect(PlainNumber.parse(text) == nil)
    }

    @Test func keepsTheSignOfZero() {
        #expect(PlainNumber.parse("-0")?.sign == .minus)
    }

    /// The same number as the general reader gives, to the last bit.
    @Test func agreesWithTheGeneralReader() {
        let fixed = [
            "0", "1", "-1", "+1", "0.1", "-0.35", "5.", ".5", "000123.4500", "123456789012345", "0.123456789012345",
            "999999999999999", "9007199254740993", "0.30000000000000004", "1e3", "1E-7", "3E+07", "2.2250738585072014e-308",
            "1234567890123456789012345", "00000000000000000001", "0.00000000000000000001",
        ]
        for text in fixed { #expect(PlainNumber.parse(text) == Double(text), "\(text)") }
        for _ in 0..<200_000 {
            let digits = String(Int.random(in: 0..<1_000_000_000_000_000))
            let point = Int.random(in: 0...digits.count)
            let text = digits.prefix(point) + "." + digits.dropFirst(point)
            if PlainNumber.parse(String(text)) != Double(String(text)) { Issue.record("\(text)") }
        }
    }
}
