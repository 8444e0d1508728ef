// SPDX-License-Identifier: GPL-3.0-or-later

/// Sites of planned care, of the family `elective`.
extension InstanceReading {
    mutating func checkElective() {
        checkElectiveTravel()
        checkSpecialtySites()
    }

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
}
