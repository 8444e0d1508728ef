// SPDX-License-Identifier: GPL-3.0-or-later

/// What has to be on before a scheme must not come round to the scheme itself.
extension InstanceReading {
    mutating func checkSchemes() { checkCircles("schemes", "name", "after", "schemes") }

    /// - Parameters:
    ///   - code: the column with the code of a row.
    ///   - before: the column with the codes of the rows it comes after.
    ///   - plural: what the rows are called in a message.
    mutating func checkCircles(_ table: String, _ code: String, _ before: String, _ plural: String) {
        guard let schemes = tables[table] else { return }
        let names = schemes.rows.indices.map { schemes.text($0, code) }
        let after = Dictionary(
            schemes.rows.indices.map { (names[$0], Self.items(schemes.text($0, before))) }, uniquingKeysWith: { first, _ in first })
        var told: Set<String> = []
        for (row, name) in names.enumerated() {
            guard !told.contains(name), let circle = Self.circle(from: name, after) else { continue }
            // Each circle once, in the row of the scheme that comes first in the file.
            told.formUnion(circle)
            report(
                schemes.fault(
                    row, schemes.column(before),
                    "The \(plural) wait for each other in a circle: \((circle + [name]).joined(separator: " after ")).",
                    "Take one of them out of the circle."))
        }
    }

    /// A shortest way from a scheme through what it comes after back to itself.
    private static func circle(from start: String, _ after: [String: [String]]) -> [String]? {
        var paths = [[start]]
        var seen: Set<String> = []
        while !paths.isEmpty {
            var longer: [[String]] = []
            for path in paths {
                for next in after[path[path.count - 1]] ?? [] {
                    if next == start { return path }
                    if seen.insert(next).inserted { longer.append(path + [next]) }
                }
            }
            paths = longer
        }
        return nil
    }
}
