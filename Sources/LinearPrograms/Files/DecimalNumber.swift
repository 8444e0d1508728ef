// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads numbers as people and programs write them: `12`, `-.5`, `+3.`, `1e-5`.
enum DecimalNumber {
    /// Beyond this a side or bound is none: CPLEX's convention, which the public collections are written to.
    static let infinite = 1e20

    /// Where the number that begins at `start` ends, and what it is; nil where there is none. A sign is not part of it.
    ///
    /// A point needs a digit on one side of it, and an `e` is only part of the number with digits after it.
    static func scan(_ text: FileText, from start: Int, to end: Int) -> (value: Double, end: Int)? {
        var place = start
        // The digits as a whole number, as far as they fit, and the power of ten to take it by.
        var whole: UInt64 = 0
        var power = 0
        var digits = 0
        var significant = 0
        while place < end, Byte.isDigit(text[place]) {
            let digit = UInt64(text[place] &- 48)
            if significant > 0 || digit != 0 {
                significant += 1
                if significant <= 19 { whole = whole &* 10 &+ digit } else { power += 1 }
            }
            digits += 1
            place += 1
        }
        if place < end, text[place] == Byte.point {
            let point = place
            place += 1
            while place < end, Byte.isDigit(text[place]) {
                let digit = UInt64(text[place] &- 48)
                if significant > 0 || digit != 0 {
                    significant += 1
                    if significant <= 19 {
                        whole = whole &* 10 &+ digit
                        power -= 1
                    }
                } else {
                    power -= 1
                }
                digits += 1
                place += 1
            }
            // A point on its own is not part of a number.
            if digits == 0 { place = point }
        }
        guard digits > 0 else { return nil }
        if place < end, text[place] | 32 == UInt8(ascii: "e") {
            var next = place + 1
            var isNegative = false
            if next < end, text[next] == Byte.plus || text[next] == Byte.minus {
                isNegative = text[next] == Byte.minus
                next += 1
            }
            if next < end, Byte.isDigit(text[next]) {
                var exponent = 0
                while next < end, Byte.isDigit(text[next]) {
                    if exponent < 1_000_000_000 { exponent = exponent * 10 + Int(text[next] &- 48) }
                    next += 1
                }
                power += isNegative ? -exponent : exponent
                place = next
            }
        }
        if whole == 0 { return (0, place) }
        // Both factors are exact, so that their product or quotient is rounded once, as it should be (Clinger, 1990).
        if significant <= 19, whole <= 1 << 53, power >= -22, power <= 22 {
            let number = Double(whole)
            return (power < 0 ? number / powersOfTen[-power] : number * powersOfTen[power], place)
        }
        let string = String(decoding: text.bytes(of: Piece(start, place)), as: UTF8.self)
        // The library's reader rounds correctly, but answers nil beyond the largest number or below the least.
        return (Double(string) ?? (power + min(significant, 19) > 0 ? .infinity : 0), place)
    }

    /// The whole piece as a number with or without a sign, or as an infinity in any of its spellings; nil where it is
    /// neither.
    static func read(_ text: FileText, _ piece: Piece) -> Double? {
        var start = piece.offset
        let end = piece.end
        guard start < end else { return nil }
        let isNegative = text[start] == Byte.minus
        if isNegative || text[start] == Byte.plus { start += 1 }
        if let (value, stop) = scan(text, from: start, to: end) {
            return stop == end ? (isNegative ? -value : value) : nil
        }
        return isInfinity(text, Piece(start, end)) ? (isNegative ? -.infinity : .infinity) : nil
    }

    static func isInfinity(_ text: FileText, _ piece: Piece) -> Bool {
        text.equalsIgnoringCase(piece, "inf") || text.equalsIgnoringCase(piece, "infinity")
    }

    /// A side or bound: infinite from 1e20 on.
    static func bounded(_ number: Double) -> Double {
        number.magnitude < infinite ? number : (number > 0 ? .infinity : -.infinity)
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
