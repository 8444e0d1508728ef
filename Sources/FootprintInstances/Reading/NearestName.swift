// SPDX-License-Identifier: GPL-3.0-or-later

/// The known name that a mistyped one most likely stands for.
enum NearestName {
    /// The letters that are compared at most, all names together: a suggestion is not worth more than a moment.
    static let mostLetters = 400_000

    /// Nil when nothing is near: more than a third of the letters would have to change.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(name.prefix(80).lowercased().unicodeScalars.prefix(80))
        guard wanted.count * known.underestimatedCount <= mostLetters else { return nil }
        var best: (distance: Int, name: String)?
        for candidate in known {
            let letters = Array(candidate.prefix(80).lowercased().unicodeScalars.prefix(80))
            let limit = max(2, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= limit, min(wanted.count, letters.count) > 1 else { continue }
            let distance = distance(wanted, letters)
            guard distance <= limit else { continue }
            // Of two equally near, the one that sorts first, so that the message does not depend on any order.
            if let held = best, (held.distance, held.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// Insertions, deletions, substitutions and swaps of neighbours.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in 1...left.count {
            var row = [i] + [Int](repeating: 0, count: right.count)
            for j in 1...right.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[right.count]
    }
}
