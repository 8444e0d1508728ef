// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// A published claim beside what is computed.
public struct ComparedClaim: Sendable, Codable {
    public var subject: String
    public var measure: String
    public var unit: String
    public var year: Int
    public var claimed: Double
    /// Absent where the program computes no such figure.
    public var computed: Double?
    /// What the computed figure is of, where that is not what is claimed word for word.
    public var remark: String?
    /// The instance's.
    public var note: String
    public var source: String

    init(_ claim: Claim, computed: Double?, remark: String? = nil) {
        subject = claim.subject
        measure = claim.measure
        unit = claim.unit
        year = claim.year
        claimed = claim.value
        self.computed = computed
        self.remark = remark
        note = claim.note
        source = claim.source
    }
}
