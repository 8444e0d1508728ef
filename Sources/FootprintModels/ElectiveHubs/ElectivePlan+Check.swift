// SPDX-License-Identifier: GPL-3.0-or-later

extension ElectivePlan {
    /// A row of the page that a plan does not keep.
    public struct Violation: Sendable, Hashable, CustomStringConvertible {
        /// The row's number and what it is of.
        public let row: String
        /// By how much, in the row's own unit.
        public let excess: Double

        public var description: String { "row \(row) is missed by \(excess)" }
    }

    /// Every row of the page that the plan does not keep by more than `tolerance` of the size of what it adds up: the check of
    /// an answer that trusts neither the program nor the solver. Rows 7, 10, 11 and 12 hold by how sessions, beds and capital
    /// are worked out.
    /// - Parameter reach: of the plan's system, where it is at hand.
    public func violations(reach: ElectiveReach? = nil, tolerance: Double = 1e-6) -> [Violation] {
        var check = Check(plan: self, tolerance: tolerance, reach: reach ?? ElectiveReach(system))
        check.people()
        check.lists()
        check.doors()
        if situation.hasRequirements { check.requirements() }
        return check.violations
    }

    private struct Check {
        let plan: ElectivePlan
        let tolerance: Double
        let system: ElectiveSystem
        let figures: ElectiveFigures
        let reach: ElectiveReach
        var violations: [Violation] = []

        init(plan: ElectivePlan, tolerance: Double, reach: ElectiveReach) {
            self.plan = plan
            self.tolerance = tolerance
            system = plan.system
            figures = ElectiveFigures(plan.system, plan.situation)
            self.reach = reach
        }

        private mutating func hold(_ row: String, _ excess: Double, of size: Double) {
            // Written so that a NaN fails.
            if !(excess <= tolerance * max(1, size)) { violations.append(Violation(row: row, excess: excess)) }
        }

        private func isAfterOpening(_ t: Int) -> Bool { system.years[t] >= system.openingYear }

        private func label(_ j: Int, _ i: Int, _ t: Int) -> String {
            "\(system.specialties[j].code),\(ElectiveFigures.modes[i].rawValue),\(system.years[t])"
        }

        /// Reach, and rows 5, 6 and 19.
        mutating func people() {
            for j in system.specialties.indices {
                for i in ElectiveFigures.modes.indices {
                    let beyondReach = system.sites.indices.map { s in
                        var isAstray = system.zones.map { _ in true }
                        for z in reach.people[j][i][s] { isAstray[z] = false }
                        return system.zones.indices.filter { isAstray[$0] }
                    }
                    for (t, year) in plan.years.enumerated() {
                        let done = year.specialties[j].done[i]
                        for s in system.sites.indices {
                            var astray = 0.0
                            for z in beyondReach[s] { astray += plan.flows[specialty: j, mode: i, year: t, site: s, zone: z] }
                            hold("reach[\(label(j, i, t)),\(system.sites[s].code)]", astray, of: done)
                        }
                        var excess = 0.0
                        var converting = 0.0
                        for (z, zone) in system.zones.enumerated() {
                            var away = plan.flows[outsourced: j, mode: i, year: t, zone: z]
                            for s in system.sites.indices { away += plan.flows[specialty: j, mode: i, year: t, site: s, zone: z] }
                            let converted = plan.flows[converted: j, year: t, zone: z]
                            if i == ElectiveFigures.inpatient {
                                away += converted
                                let most = figures.ceiling[j][t] * zone.peopleShare * done
                                let over = plan.situation.convertsInFull ? (converted - most).magnitude : converted - most
                                converting += max(0, over, -converted)
                            }
                            if i == ElectiveFigures.dayCase { away -= converted }
                            excess += (away - zone.peopleShare * done).magnitude
                        }
                        hold("5[\(label(j, i, t))]", converting, of: done)
                        hold("6[\(label(j, i, t))]", excess, of: done)
                        // Without a limit all may be bought, and of day cases converted inpatients besides.
                        guard system.parameters.maximumOutsourcedShare < 1 else { continue }
                        let outsourced = year.specialties[j].outsourced[i]
                        hold("19[\(label(j, i, t))]", outsourced - system.parameters.maximumOutsourcedShare * done, of: done)
                    }
                }
            }
        }

        /// Rows 2 and 3, and that what is treated is not below nothing.
        mutating func lists() {
            for (j, specialty) in system.specialties.enumerated() {
                for (t, year) in plan.years.enumerated() {
                    let one = year.specialties[j]
                    let size = specialty.waitingList + one.arrivals
                    let label = "\(specialty.code),\(year.year)"
                    hold("1[\(label)]", max(-one.treated, -one.waiting), of: size)
                    hold("2[\(label)]", -one.fall, of: size)
                    if year.year >= system.parameters.waitingTargetYear {
                        hold("3[\(label)]", one.waiting - figures.standardList[j][t], of: size)
                    }
                }
            }
        }

        /// What the case says, and rows 8 and 9.
        mutating func doors() {
            hold("21", plan.situation.excluded.contains(plan.configuration) ? 1 : 0, of: 0)
            for (s, site) in system.sites.enumerated() {
                let said = plan.situation.hubs[s]
                let canBe = site.mayBeHub || site.isHubToday
                hold("hub[\(site.code)]", said.map { $0 != plan.isHub[s] } == true || plan.isHub[s] && !canBe ? 1 : 0, of: 0)
                let centre = plan.situation.centres[s]
                hold("16[\(site.code)]", centre.map { $0 != plan.isCentre[s] } == true ? 1 : 0, of: 0)
                for (j, specialty) in system.specialties.enumerated() {
                    let place = system.places[j][s]
                    let may = place.map { $0.mayHaveInpatients || $0.hasInpatientsToday } ?? false
                    let fixed = place == nil ? nil : plan.situation.open[j][s]
                    let keeps = plan.keeps[j][s]
                    hold("open[\(specialty.code),\(site.code)]", fixed.map { $0 != keeps } == true || keeps && !may ? 1 : 0, of: 0)
                    for (t, year) in plan.years.enumerated() {
                        let isOpen = isAfterOpening(t) ? keeps : place?.hasInpatientsToday ?? false
                        hold("9[\(specialty.code),\(site.code),\(year.year)]", isOpen ? 0 : year.inpatients[j][s], of: 0)
                    }
                }
                for year in plan.years {
                    let sessions = year.sites[s].sessions
                    hold("8[\(site.code),\(year.year)]", sessions - site.maximumSessions, of: site.maximumSessions)
                }
            }
        }

        /// Rows 13 to 18.
        mutating func requirements() {
            let parameters = system.parameters
            if let limit = parameters.capitalLimit {
                let allowed = limit + plan.situation.capitalOfDoNothing
                hold("13", plan.capital - allowed, of: allowed)
            }
            for (s, site) in system.sites.enumerated() {
                for (j, specialty) in system.specialties.enumerated() where plan.keeps[j][s] {
                    for (t, year) in plan.years.enumerated() where isAfterOpening(t) {
                        hold(
                            "14[\(specialty.code),\(site.code),\(year.year)]", specialty.minimumSpells - year.inpatients[j][s],
                            of: specialty.minimumSpells)
                    }
                }
                for need in system.needs where plan.keeps[need.specialty][s] && !plan.keeps[need.needs][s] {
                    hold("15[\(system.specialties[need.specialty].code),\(site.code)]", 1, of: 0)
                }
            }
            let centres = Double(plan.isCentre.count { $0 })
            hold("17", max(centres - parameters.maximumInpatientCentres, parameters.minimumInpatientCentres - centres), of: 0)
            for (i, limits) in system.limits.enumerated() {
                for (t, year) in plan.years.enumerated() where isAfterOpening(t) {
                    let allowed = system.specialties.indices.reduce(0) {
                        $0 + max(limits.allowedShareBeyondStandard, reach.far[$1][i]) * year.specialties[$1].done[i]
                    }
                    hold("18[\(ElectiveFigures.modes[i].rawValue),\(year.year)]", year.beyond[i] - allowed, of: allowed)
                }
            }
        }
    }
}
