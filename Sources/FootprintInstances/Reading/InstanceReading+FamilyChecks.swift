// SPDX-License-Identifier: GPL-3.0-or-later

/// The families beside `emergency`: each check leaves out what the instance does not have.
extension InstanceReading {
    mutating func checkFamilies() {
        checkBeds()
        checkElective()
        checkStaffing()
        checkSystem()
    }

    /// The number of a figure of a long table, by its key; nil when it is not there or not a number.
    func number(_ table: Table, _ key: [String]) -> Double? {
        table.rows.indices.first { table.key($0) == key }.flatMap { PlainNumber.parse(table.text($0, "value")) }
    }
}
