// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a cell that should hold a number, told by what people commonly write there.
enum NumberCell {
    static func wrong(_ text: String, _ quantity: Quantity) -> (fault: String, fix: String)? {
        let wanted = "Use \(quantity.description)."
        if text.isEmpty { return ("The cell is empty.", wanted) }
        if let value = PlainNumber.parse(text) {
            return quantity.contains(value) ? nil : ("\(text) is out of range.", wanted)
        }
        let quoted = Wording.quoted(text)
        if ["nan", "inf", "infinity", "+inf", "-inf", "+infinity", "-infinity", "∞", "-∞"].contains(text.lowercased()) {
            return ("\(quoted) is not a finite number.", wanted)
        }
        let joined = text.filter { $0 != "," }
        if joined != text, PlainNumber.parse(joined) != nil { return ("\(quoted) has thousands separators.", "Write \(joined).") }
        if text.hasSuffix("%"), let value = PlainNumber.parse(text.dropLast().trimmed) {
            return ("\(quoted) is a percentage.", "Write it as a share: \(value / 100).")
        }
        if text.hasPrefix("£") { return ("\(quoted) has a pound sign.", "Write the number of pounds in digits.") }
        return ("\(quoted) is not a number.", wanted)
    }
}
