// SPDX-License-Identifier: GPL-3.0-or-later

/// Programmes and the estate, of the family `system`.
extension InstanceReading {
    mutating func checkSystem() {
        checkTenures()
        checkCircles("programmes", "code", "after", "programmes")
    }

    private mutating func checkTenures() {
        guard let blocks = tables["blocks"], let figures = tables["block_figures"] else { return }
        for row in blocks.rows.indices where blocks.text(row, "tenure") == Tenure.pfi.rawValue {
            let block = blocks.text(row, "code")
            for name in ["unitaryCharge", "contractEndYear"] where number(figures, [block, name]) == nil {
                report(
                    Fault(
                        file: figures.schema.path, fault: "There is no \(name) of \(block), which is held under PFI.",
                        fix: "Add the row “\(block),\(name),…”."))
            }
        }
    }
}
