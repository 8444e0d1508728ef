// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation

/// Comparisons as JSON: always an array, one object per family; keys sorted, so that the same answer is the same bytes.
public enum ComparisonJSON {
    public static func data(_ appraisals: [some Encodable]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(appraisals) + Data("\n".utf8)
    }
}
