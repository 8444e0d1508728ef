// SPDX-License-Identifier: GPL-3.0-or-later

/// The people of the zones.
extension InstanceReading {
    mutating func checkZones() {
        guard let zones = tables["zones"] else { return }
        for row in zones.rows.indices {
            let bands = AgeBand.allCases.compactMap { PlainNumber.parse(zones.text(row, $0.rawValue)) }
            guard let population = PlainNumber.parse(zones.text(row, "population")), bands.count == AgeBand.allCases.count
            else { continue }
            let sum = bands.reduce(0, +)
            // Published bands are rounded each for itself.
            if abs(sum - population) > 1 {
                report(
                    zones.fault(
                        row, zones.column("population"),
                        "The age bands add up to \(sum.plain), and the population is \(population.plain).",
                        "Make them agree within 1."))
            }
        }
        if codes.sets[.zones] != nil, !zones.rows.indices.contains(where: { zones.text($0, "inside") == "yes" }) {
            report(
                Fault(
                    file: zones.schema.path, column: "inside", fault: "No zone is inside the footprint.",
                    fix: "Write yes for the zones whose people are its residents."))
        }
    }
}

extension Double {
    /// Without a decimal point where it is a whole number.
    var plain: String { rounded() == self && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
