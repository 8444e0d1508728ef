// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing wrong with an instance, and what would be right.
public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// The file, relative to the instance's folder, or `--set` and the override for one of the caller's.
    public let file: String
    /// The row as a text editor counts lines, the header being 1; nil when it is the whole file.
    public let row: Int?
    /// The column by its name, or the key of `footprint.yaml`.
    public let column: String?
    /// What is wrong.
    public let fault: String
    /// What would be right.
    public let fix: String

    public init(file: String, row: Int? = nil, column: String? = nil, fault: String, fix: String) {
        self.file = file
        self.row = row
        self.column = column
        self.fault = fault
        self.fix = fix
    }

    /// One line: `tables/sites.csv, row 4, column role: “acut” is not a role. Use acute, minor-injury-unit or community.`
    public var description: String {
        let isSettings = file.hasSuffix(".yaml")
        var place = file
        if let row { place += isSettings ? ", line \(row)" : ", row \(row)" }
        if let column { place += isSettings ? ", key \(column)" : ", column \(column)" }
        return "\(place): \(fault) \(fix)"
    }
}

/// Everything wrong with an instance, sorted by file, row and column.
public struct InstanceFaults: Error, Sendable, CustomStringConvertible {
    public let faults: [Fault]

    public init(_ faults: [Fault]) {
        // What has no row or column comes before what has one; faults of one cell stay in the order they were found; the
        // same fault is said once.
        var said: Set<Fault> = []
        self.faults = faults.filter { said.insert($0).inserted }.enumerated().sorted { left, right in
            (left.element.file, left.element.row ?? 0, left.element.column ?? "", left.offset)
                < (right.element.file, right.element.row ?? 0, right.element.column ?? "", right.offset)
        }.map(\.element)
    }

    /// One line per fault.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
