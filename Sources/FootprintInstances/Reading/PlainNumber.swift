// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a number as people write it in a table: digits with a point for decimals, perhaps with an exponent.
enum PlainNumber {
    /// Nil for anything else: `NaN`, `inf`, hexadecimal, thousands separators, units, an empty cell.
    ///
    /// A plain decimal of at most 15 digits is a whole number below 2⁵³ over a power of ten up to 10¹⁵. Both are exact
    /// as `Double`, and one division rounds once, so the result is the nearest `Double`, as the general reader gives,
    /// at a tenth of its time.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let count = bytes.count
        let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var digits: UInt64 = 0
        var digitCount = 0
        var pointAt = -1
        while index < count, digitCount <= 15 {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                digits = digits &* 10 &+ UInt64(digit)
                digitCount += 1
            } else if bytes[index] == UInt8(ascii: "."), pointAt < 0 {
                pointAt = digitCount
            } else {
                break
            }
            index += 1
        }
        if index == count, digitCount > 0, digitCount <= 15 {
            let magnitude = pointAt < 0 ? Double(digits) : Double(digits) / powersOfTen[digitCount - pointAt]
            return isNegative ? -magnitude : magnitude
        }
        return parseSlowly(bytes)
    }

    static func parse(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func parseSlowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        // `Double(String)` also reads hexadecimal and the names of what is not finite.
        guard !bytes.isEmpty, bytes.count <= 400, bytes.allSatisfy({ allowed.contains($0) }),
            let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
        else { return nil }
        return value
    }

    private static let allowed = Set("0123456789+-.eE".utf8)
}
