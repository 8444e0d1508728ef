// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import Foundation

/// Numbers as planners say them.
public enum Words {
    /// 12,345; one decimal below 10 unless whole.
    public static func number(_ value: Double) -> String {
        // Nobody says such a number; it must not end the program either.
        guard value.magnitude < 1e15 else { return "\(value)" }
        if value.magnitude < 10, (value - value.rounded()).magnitude > 0.05 { return fixed(value, 1) }
        let digits = String(Int(value.rounded().magnitude))
        var grouped = ""
        for (place, digit) in digits.reversed().enumerated() {
            if place > 0, place % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return (value.rounded() < 0 ? "−" : "") + String(grouped.reversed())
    }

    /// £12.3m, £456k, £78.
    public static func pounds(_ value: Double) -> String {
        let sign = value < 0 ? "−" : ""
        let size = value.magnitude
        if size >= 999_500 { return "\(sign)£\(fixed(size / 1e6, 1))m" }
        if size >= 1000 { return "\(sign)£\(number(size / 1000))k" }
        return "\(sign)£\(number(size.rounded()))"
    }

    /// A financial year by the calendar year it begins in: 2018/19.
    public static func year(_ start: Int) -> String { "\(start)/\(String(start + 1).suffix(2))" }

    public static func percent(_ share: Double) -> String { "\(fixed(share * 100, 1))%" }
    /// A share as an instance gives it: 20%, 34.4%.
    public static func share(_ share: Double) -> String {
        let text = fixed(100 * share, 1)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
    }
    public static func minutes(_ value: Double) -> String { "\(fixed(value, 1)) minutes" }
    public static func beds(_ value: Double) -> String { amount(value.rounded(.up), "beds") }
    public static func spaces(_ value: Double) -> String { amount(value.rounded(.up), "treatment spaces") }
    /// “1 treatment space”, “2 admissions a year”.
    /// - Parameter unit: in the plural, `s` at the end of its noun.
    public static func amount(_ value: Double, _ unit: String) -> String {
        let text = number(value)
        guard text == "1" else { return "\(text) \(unit)" }
        let rate = unit.hasSuffix(" a year") ? " a year" : ""
        return "1 \(unit.dropLast(rate.count + 1))\(rate)"
    }
    static func service(_ name: String) -> String { name.replacingOccurrences(of: "-", with: " ") }

    /// A fixed number of decimals, with a proper minus sign.
    public static func fixed(_ value: Double, _ decimals: Int) -> String {
        let text = String(format: "%.\(decimals)f", locale: Locale(identifier: "en_GB_POSIX"), value)
        let isZero = !text.contains { $0 >= "1" && $0 <= "9" }
        return text.hasPrefix("-") ? (isZero ? "" : "−") + text.dropFirst() : text
    }
}
