// SPDX-License-Identifier: GPL-3.0-or-later

/// Pools, their patients and the options of the family `beds`.
extension InstanceReading {
    mutating func checkBeds() {
        checkOccupiedPools()
        checkSharesOfPools()
        checkWardsOfPools()
        checkMoves()
        checkClosures()
        checkCircles("bed_schemes", "code", "after", "schemes")
    }

    private mutating func checkOccupiedPools() {
        guard let table = tables["pool_figures"] else { return }
        for row in table.rows.indices where table.text(row, "figure") == "occupiedBeds" {
            let pool = table.text(row, "pool")
            guard let occupied = PlainNumber.parse(table.text(row, "value")), let beds = number(table, [pool, "openBeds"]), occupied > beds
            else { continue }
            report(
                table.fault(
                    row, table.column("value"), "\(occupied.plain) beds of \(pool) are occupied, and it has \(beds.plain).",
                    "Make occupiedBeds at most openBeds."))
        }
    }

    private mutating func checkSharesOfPools() {
        guard let table = tables["pool_cohorts"], let pools = codes.lists[.pools] else { return }
        var sums: [String: Double] = [:]
        for row in table.rows.indices { sums[table.text(row, "pool"), default: 0] += PlainNumber.parse(table.text(row, "value")) ?? .nan }
        for pool in pools {
            let sum = sums[pool] ?? 0
            if abs(sum - 1) > 0.001 {
                report(
                    Fault(
                        file: table.schema.path, column: "value", fault: "The shares of \(pool) add up to \(sum.plain).",
                        fix: "Make them add up to 1."))
            }
        }
    }

    private mutating func checkWardsOfPools() {
        guard let table = tables["pool_figures"] else { return }
        for row in table.rows.indices where table.text(row, "figure") == "closableWards" {
            let pool = table.text(row, "pool")
            guard let closable = PlainNumber.parse(table.text(row, "value")), let beds = number(table, [pool, "openBeds"]),
                let size = number(table, [pool, "wardSize"]), size >= 1
            else { continue }
            let wards = (beds / size).rounded(.up)
            if closable > wards {
                report(
                    table.fault(
                        row, table.column("value"), "\(closable.plain) wards of \(pool) may close, and it has \(wards.plain).",
                        "Make closableWards at most openBeds / wardSize, rounded up."))
            }
        }
    }

    private mutating func checkMoves() {
        guard let table = tables["pool_moves"] else { return }
        for row in table.rows.indices where table.text(row, "from") == table.text(row, "to") {
            report(table.fault(row, table.column("to"), "\(table.text(row, "to")) is where they come from.", "Remove the row."))
        }
    }

    private mutating func checkClosures() {
        guard let table = tables["bed_options"] else { return }
        for row in table.rows.indices {
            var decided: Set<String> = []
            let items = Self.items(table.text(row, "closures"))
            if items.isEmpty {
                report(table.fault(row, table.column("closures"), "The cell is empty.", "Write pool=beds with ; between them."))
            }
            for item in items {
                guard let (fault, fix) = wrongClosure(item, &decided) else { continue }
                report(table.fault(row, table.column("closures"), fault, fix))
            }
        }
    }

    private func wrongClosure(_ item: String, _ decided: inout Set<String>) -> (String, String)? {
        guard let (pool, beds) = Self.decision(item) else {
            return ("\(Wording.quoted(item)) is not pool=beds.", "Write a pool's code, = and the beds it closes.")
        }
        if let wrong = wrongReference(pool, .pools) { return wrong }
        if let wrong = NumberCell.wrong(beds, .beds) { return wrong }
        return decided.insert(pool).inserted ? nil : ("\(pool) is decided twice.", "Keep one of the two.")
    }
}
