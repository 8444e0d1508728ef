// SPDX-License-Identifier: GPL-3.0-or-later

/// Sites of planned care, of the family `elective`.
extension InstanceReading {
    mutating func checkElective() {
        checkElectiveTravel()
        checkSpecialtySites()
        checkSharesToday()
        checkSpecialtyMoves()
        checkOutsideCentres()
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

    /// What leaves with a site is a part of a whole, so the parts of a specialty are the whole.
    private mutating func checkSharesToday() {
        guard let table = tables["specialty_site_figures"], let specialties = codes.lists[.specialties] else { return }
        for specialty in specialties {
            let rows = table.rows.indices.filter { table.text($0, "specialty") == specialty && table.text($0, "figure") == "shareToday" }
            let sum = rows.reduce(0.0) { $0 + (PlainNumber.parse(table.text($1, "value")) ?? .nan) }
            if !rows.isEmpty, abs(sum - 1) > 0.001 {
                report(
                    Fault(
                        file: table.schema.path, column: "value", fault: "The shareToday of \(specialty) add up to \(sum.plain).",
                        fix: "Make them add up to 1."))
            }
        }
    }

    // MARK: Moves of an option

    private mutating func checkSpecialtyMoves() {
        guard let options = tables["elective_options"], let places = tables["specialty_sites"] else { return }
        for row in options.rows.indices {
            var decided: Set<[String]> = []
            for item in Self.items(options.text(row, "specialty_moves")) {
                guard let (fault, fix) = wrongMove(item, places, &decided) else { continue }
                report(options.fault(row, options.column("specialty_moves"), fault, fix))
            }
        }
    }

    /// An option without centres keeps inpatients as today, so one must not lose all it names.
    private mutating func checkOutsideCentres() {
        guard let options = tables["elective_options"], let outside = settings?.elective.outsideSites, !outside.isEmpty else { return }
        for row in options.rows.indices {
            let centres = Self.items(options.text(row, "inpatient_centres"))
            if !centres.isEmpty, centres.allSatisfy(outside.contains) {
                report(
                    options.fault(
                        row, options.column("inpatient_centres"), "Every site it names is one of elective.outsideSites.",
                        "Name a site inside, or take the option out."))
            }
        }
    }

    private func wrongMove(_ item: String, _ places: Table, _ decided: inout Set<[String]>) -> (String, String)? {
        guard let move = Self.move(item) else {
            return ("\(Wording.quoted(item)) is not specialty:from:to.", "Write a specialty and two sites, such as 110:SITE-A:SITE-B.")
        }
        if let wrong = wrongReference(move.specialty, .specialties) { return wrong }
        for site in [move.from, move.to] {
            if let wrong = wrongReference(site, .electiveSites) { return wrong }
            if settings?.elective.outsideSites.contains(site) == true {
                return ("\(site) is one of elective.outsideSites.", "Take the move out, or the site in.")
            }
        }
        guard move.from != move.to else { return ("\(move.to) is where they come from.", "Name two sites.") }
        func says(_ column: String, _ site: String) -> Bool {
            places.rows.indices.contains { places.key($0) == [move.specialty, site] && places.text($0, column) == "yes" }
        }
        guard says("inpatients_today", move.from) else {
            return ("\(move.from) has no inpatients of \(move.specialty) today.", "Name a site that has, or say so in specialty_sites.")
        }
        guard says("may_have", move.to) || says("inpatients_today", move.to) else {
            return ("\(move.to) may not have inpatients of \(move.specialty).", "Name a site that may, or say so in specialty_sites.")
        }
        for site in [move.from, move.to] where !decided.insert([move.specialty, site]).inserted {
            return ("\(move.specialty) at \(site) is decided twice.", "Keep one of the two.")
        }
        return nil
    }
}
