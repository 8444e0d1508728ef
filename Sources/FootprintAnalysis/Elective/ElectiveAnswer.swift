// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// What is known of one case.
public struct ElectiveAnswer: Sendable {
    public let situation: ElectiveCase
    /// The best found, on the zones; nil where there is none, or none was found before a stop.
    public let plan: ElectivePlan?
    /// £: no plan of the case has a lower present value; nil where infeasible, or nothing is proven.
    public let bound: Double?
    public let isInfeasible: Bool

    /// Of the present value: what it may still fall by, as a share of it; nil without a plan or a bound.
    public var gap: Double? {
        guard let plan, let bound else { return nil }
        return max(0, plan.presentValue - bound) / max(1, plan.presentValue.magnitude)
    }

    public var isOptimal: Bool { gap.map { $0 <= Self.provenGap } ?? false }

    /// What counts as proven, as a share of the present value.
    static let provenGap = 1e-6
}
