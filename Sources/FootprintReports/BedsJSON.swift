// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation

/// A comparison of the family beds as JSON: an array with one object; keys sorted, so that the same answer is the same bytes.
public enum BedsJSON {
    public static func data(_ appraisal: BedsAppraisal) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode([appraisal]) + Data("\n".utf8)
    }
}
