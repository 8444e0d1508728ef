// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// By how much each lever changes what, and from when.
public struct ElectiveLevers: Sendable, Hashable {
    /// Of a length of stay.
    public var stayReduction: Double
    /// Of the number of follow-up appointments.
    public var followUpReduction: Double
    /// Of what one costs.
    public var followUpUnitCostReduction: Double
    /// The share of a session's minutes that are to be in use; 0 for as today.
    public var utilisationTarget: Double
    /// The first year of a lever; the opening year where it is not said.
    public var startYear: [ElectiveLever: Int]

    public init(
        stayReduction: Double = 0, followUpReduction: Double = 0, followUpUnitCostReduction: Double = 0,
        utilisationTarget: Double = 0, startYear: [ElectiveLever: Int] = [:]
    ) {
        self.stayReduction = stayReduction
        self.followUpReduction = followUpReduction
        self.followUpUnitCostReduction = followUpUnitCostReduction
        self.utilisationTarget = utilisationTarget
        self.startYear = startYear
    }
}
