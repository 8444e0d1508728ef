// SPDX-License-Identifier: GPL-3.0-or-later

/// Names as they leave the program, for files and for readers that set limits.
public enum Names {
    /// The most bytes of UTF-8 that GLPK and its relatives read as one name.
    public static let longest = 255

    /// A name on one line of at most ``longest`` bytes: control characters become spaces, and what is too long is
    /// cut between characters.
    public static func cleaned(_ name: String) -> String {
        var result = ""
        var length = 0
        for character in name {
            let isControl = character.isNewline
                || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            let kept: Character = isControl ? " " : character
            length += kept.utf8.count
            if length > longest { break }
            result.append(kept)
        }
        return result
    }

    /// The names cleaned, and numbered from the second on where cleaning or their maker left two alike.
    public static func unique(_ names: some Sequence<String>) -> [String] {
        var taken: Set<String> = []
        var result: [String] = []
        for name in names {
            let plain = cleaned(name)
            var candidate = plain
            var number = 1
            while !taken.insert(candidate).inserted {
                number += 1
                let suffix = " #\(number)"
                var stem = plain
                while stem.utf8.count + suffix.utf8.count > longest { stem.removeLast() }
                candidate = stem + suffix
            }
            result.append(candidate)
        }
        return result
    }
}
