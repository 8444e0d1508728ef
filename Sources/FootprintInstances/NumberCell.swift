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
        if text.contains(","), let value = PlainNumber.parse(text.filter { $0 != "," }) {
            return ("\(quoted) has thousands separators.", "Write \(plain(text.filter { $0 != "," }, value)).")
        }
        if text.hasSuffix("%"), let value = PlainNumber.parse(text.dropLast().trimmed) {
            return ("\(quoted) is a percentage.", "Write it as a share: \(value / 100).")
        }
        if text.hasPrefix("£") { return ("\(quoted) has a pound sign.", "Write the number of pounds in digits.") }
        return ("\(quoted) is not a number.", wanted)
    }

    /// As the text has it where that is plain, so that 1234 is not shown as 1234.0.
    private static func plain(_ text: String, _ value: Double) -> String { text.isEmpty ? "\(value)" : text }
}
