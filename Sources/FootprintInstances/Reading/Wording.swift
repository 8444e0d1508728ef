// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that several messages share.
enum Wording {
    /// `a, b or c`.
    static func either(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " or " + last
    }

    /// `a, b and c`.
    static func all(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `2016/17`, from its first calendar year.
    static func financialYear(_ year: Int) -> String {
        let end = String((year + 1) % 100)
        return "\(year)/\(end.count < 2 ? "0" + end : end)"
    }

    /// `“x”`, cut where it would fill the screen.
    static func quoted(_ text: String) -> String {
        text.count > 60 ? "“\(text.prefix(57))…”" : "“\(text)”"
    }

    /// `The nearest known name is x.` where one is near, else what else may be written.
    static func nearest(to name: String, among names: some Sequence<String>, otherwise: String) -> String {
        NearestName.of(name, among: names).map { "The nearest known name is \($0)." } ?? otherwise
    }
}
