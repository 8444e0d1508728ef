// SPDX-License-Identifier: GPL-3.0-or-later

/// The data section of a MathProg file as it grows, a statement at a time: what the twins' data writers share.
struct MathProgText {
    private(set) var lines: [String] = []
    private let format: (Double) -> String

    /// - Parameters:
    ///   - title: a comment at the head of the file.
    ///   - format: how numbers are written.
    init(title: String, format: @escaping (Double) -> String) {
        self.format = format
        lines = ["# SPDX-License-Identifier: GPL-3.0-or-later", "# \(title)", "data;"]
    }

    /// The whole file, ended.
    var text: String { (lines + ["end;"]).joined(separator: "\n") + "\n" }

    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

    /// A parameter that takes one number.
    mutating func scalar(_ name: String, _ value: Double) { word(name, format(value)) }

    /// A parameter that takes one value, written as it stands.
    mutating func word(_ name: String, _ value: String) { lines.append("param \(name) := \(value);") }

    mutating func set(_ name: String, _ members: [String]) { self.members(name, members.map(Self.quoted)) }

    /// A set whose members the caller has written.
    mutating func members(_ name: String, _ members: [String]) {
        lines.append("set \(name) := \(members.joined(separator: " "));")
    }

    /// A set of tuples.
    mutating func tuples(_ name: String, _ members: [[String]]) {
        self.members(name, members.map { "(" + $0.map(Self.quoted).joined(separator: ",") + ")" })
    }

    /// A parameter by key, its values written as they stand.
    mutating func words(_ name: String, _ values: [(String, String)]) {
        lines.append("param \(name) :=")
        for (key, value) in values { lines.append("  \(Self.quoted(key)) \(value)") }
        lines.append(";")
    }

    /// A parameter by keys.
    mutating func values(_ name: String, _ values: [([String], Double)]) {
        lines.append("param \(name) :=")
        for (key, value) in values { lines.append("  \(key.map(Self.quoted).joined(separator: " ")) \(format(value))") }
        lines.append(";")
    }

    /// Several parameters of one key, a column each; nothing where there is no row.
    mutating func table(_ header: [String], _ rows: [(String, [Double])]) {
        guard !rows.isEmpty else { return }
        lines.append("param : \(header.joined(separator: " ")) :=")
        append(rows)
    }

    /// One parameter of two keys.
    mutating func matrix(_ name: String, _ columns: [String], _ rows: [(String, [Double])]) {
        lines.append("param \(name) : \(columns.map(Self.quoted).joined(separator: " ")) :=")
        append(rows)
    }

    /// A parameter whose rows the caller has written.
    mutating func rows(_ name: String, _ rows: [String]) { lines += ["param \(name) :="] + rows + [";"] }

    private mutating func append(_ rows: [(String, [Double])]) {
        for (key, values) in rows { lines.append("  \(Self.quoted(key)) \(values.map(format).joined(separator: " "))") }
        lines.append(";")
    }
}
