// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of the yearly cost: the page's cost table.
public enum CostLine: String, CaseIterable, Sendable, Hashable, Codable {
    case department, attendances, staff, agency, beds, bedOverheads, strandedBedOverheads
    case estate, strandedEstate, pfiUnitaryCharge, capitalCharge, newCapital
    case ambulance, reconveyed, outsideTariff, movedServices, replacementCare, redundancy, doubleRunning

    var ordinal: Int { Self.allCases.firstIndex(of: self)! }
}

/// £ a year for each line.
public struct CostLines: Sendable, Hashable {
    private var pounds = [Double](repeating: 0, count: CostLine.allCases.count)

    public init() {}

    public subscript(line: CostLine) -> Double {
        get { pounds[line.ordinal] }
        set { pounds[line.ordinal] = newValue }
    }

    /// £ a year, all lines.
    public var total: Double { pounds.reduce(0, +) }

    public static func += (lhs: inout CostLines, rhs: CostLines) {
        for line in lhs.pounds.indices { lhs.pounds[line] += rhs.pounds[line] }
    }
}
