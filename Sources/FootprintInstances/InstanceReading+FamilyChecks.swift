// SPDX-License-Identifier: GPL-3.0-or-later

/// Figures and rows that have to agree, in the tables of the families beside `emergency`.
extension InstanceReading {
    mutating func checkFamilies() {
        checkOccupiedPools()
        checkSharesOfPools()
        checkWardsOfPools()
        checkMoves()
        checkClosures()
        checkScenarios()
        checkTiers()
        checkElectiveTravel()
        checkSpecialtySites()
        checkTenures()
        checkCircles("bed_schemes", "code", "after", "schemes")
        checkCircles("programmes", "code", "after", "programmes")
    }

    /// The number of a figure of a long table, by its key; nil when it is not there or not a number.
    private func number(_ table: Table, _ key: [String]) -> Double? {
        table.rows.indices.first { table.key($0) == key }.flatMap { PlainNumber.parse(table.text($0, "value")) }
    }

    // MARK: Beds

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

    // MARK: Staffing

    private mutating func checkScenarios() {
        guard let table = tables["scenario_figures"] else { return }
        let sum = table.rows.indices.filter { table.text($0, "figure") == "probability" }
            .reduce(0) { $0 + (PlainNumber.parse(table.text($1, "value")) ?? .nan) }
        if abs(sum - 1) > 0.001 {
            report(
                Fault(
                    file: table.schema.path, column: "value", fault: "The probabilities add up to \(sum.plain).",
                    fix: "Make them add up to 1."))
        }
    }

    private mutating func checkTiers() {
        guard let tiers = tables["agency_tiers"], let groups = tables["workforce_group_figures"] else { return }
        for row in tiers.rows.indices where tiers.text(row, "figure") == "rate" {
            let group = tiers.text(row, "group")
            guard let rate = PlainNumber.parse(tiers.text(row, "value")), let unfilled = number(groups, [group, "unfilledPrice"]),
                rate > unfilled
            else { continue }
            report(
                tiers.fault(
                    row, tiers.column("value"),
                    "An agency hour at \(rate.plain) is dearer than one of \(group) that nobody fills, at \(unfilled.plain).",
                    "Make unfilledPrice at least the dearest rate."))
        }
    }

    // MARK: Elective

    private mutating func checkElectiveTravel() {
        guard let sites = tables["elective_sites"], let columns = travel?.siteCodes else { return }
        for row in sites.rows.indices where codes.sets[.insideSites]?.contains(sites.text(row, "site")) == true {
            let site = sites.text(row, "site")
            if !columns.contains(site) {
                report(
                    sites.fault(
                        row, sites.column("site"), "tables/travel.csv has no column \(site).",
                        "Add it; every site of planned care needs the minutes to it."))
            }
        }
    }

    private mutating func checkSpecialtySites() {
        guard let table = tables["specialty_sites"], let figures = tables["specialty_site_figures"] else { return }
        let priced = Set(figures.rows.indices.map { [figures.text($0, "specialty"), figures.text($0, "site")] })
        for row in table.rows.indices {
            let has = table.text(row, "inpatients_today") == "yes"
            let may = table.text(row, "may_have") == "yes"
            if has || may, !priced.contains(table.key(row)) {
                let key = table.key(row).joined(separator: ",")
                report(
                    Fault(
                        file: figures.schema.path, fault: "There is no fixedCost of \(table.key(row).joined(separator: ", ")).",
                        fix: "Add the row “\(key),fixedCost,…”."))
            }
        }
    }

    // MARK: System

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
