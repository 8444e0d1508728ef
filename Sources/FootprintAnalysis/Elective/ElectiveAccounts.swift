// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// Savings, their split, net present value and what is released: a plan held against do-nothing.
struct ElectiveAccounts: Sendable {
    let system: ElectiveSystem
    let doNothing: ElectivePlan
    /// £ a year of the base year's activity at today's sites.
    let baseYearCost: Double
    /// Today's sites with the levers that are on; nil while it is not solved.
    var todayWithLevers: ElectivePlan?

    static func lines(_ lines: ElectiveCostLines) -> [String: Double] {
        [
            "sessions": lines.sessions, "beds": lines.beds, "bedOverheads": lines.bedOverheads, "specialties": lines.specialties,
            "hubs": lines.hubs, "treatment": lines.treatment, "followUps": lines.followUps, "outsourcing": lines.outsourcing,
            "travelSupport": lines.travelSupport, "newCapital": lines.newCapital,
        ]
    }

    func result(_ plan: ElectivePlan) -> ElectiveResult {
        ElectiveResult(
            annualCost: plan.annualCost, costLines: Self.lines(plan.last.lines), capital: plan.capital,
            presentValue: plan.presentValue,
            travel: plan.travel.map { .init(mode: $0.mode.rawValue, all: $0.all, mostDeprivedFifth: $0.mostDeprivedFifth) },
            years: plan.years.map { year in
                ElectiveResult.Year(
                    year: year.year, cost: year.lines.total - year.lines.newCapital,
                    specialties: zip(system.specialties, year.specialties).map { specialty, found in
                        .init(
                            code: specialty.code, waiting: found.waiting, arrivals: found.arrivals, treated: found.treated,
                            converted: found.converted, outsourced: found.outsourced.reduce(0, +))
                    })
            },
            sites: system.sites.indices.map { site($0, plan) })
    }

    private func site(_ s: Int, _ plan: ElectivePlan) -> ElectiveResult.Site {
        let (site, found) = (system.sites[s], plan.last.sites[s])
        return ElectiveResult.Site(
            code: site.code, name: site.name, isHub: plan.isHub[s],
            inpatientSpecialties: system.specialties.indices.filter { plan.keeps[$0][s] }.map { system.specialties[$0].code },
            spells: Dictionary(uniqueKeysWithValues: zip(ElectiveFigures.modes.map(\.rawValue), found.spells)),
            inpatients: Dictionary(
                uniqueKeysWithValues: system.specialties.indices.map { (system.specialties[$0].code, plan.last.inpatients[$0][s]) }),
            sessionsToday: site.sessions, sessions: found.sessions, sessionsReleased: site.sessions - found.sessions,
            bedsToday: site.beds, beds: found.beds, bedsReleased: site.beds - found.beds, bedsBuilt: plan.bedsBuilt[s])
    }

    /// Puts a plan's money, travel and sites into a row.
    func fill(_ row: inout ElectiveConfiguration, with plan: ElectivePlan) {
        let saving = doNothing.annualCost - plan.annualCost
        let levers = todayWithLevers.map { doNothing.annualCost - $0.annualCost } ?? 0
        let cash = max(0, min(saving, baseYearCost - plan.annualCost))
        row.annualCost = plan.annualCost
        row.annualSaving = saving
        row.savingSplit = .init(
            cashReleasing: cash, growthAvoided: saving - cash, levers: levers, configuration: saving - levers)
        let result = result(plan)
        row.costLines = result.costLines
        row.savingLines = Self.lines(doNothing.last.lines).merging(result.costLines) { $0 - $1 }
        // To the penny: rows that ask for the same in other words are then worth the same.
        row.netPresentValue = ((doNothing.presentValue - plan.presentValue) * 100).rounded() / 100
        row.capital = plan.capital - doNothing.capital
        row.result = result
        row.decisions = Dictionary(
            uniqueKeysWithValues: system.sites.indices.map {
                (system.sites[$0].code, ElectiveConfiguration.Role(isHub: plan.isHub[$0], isCentre: plan.isCentre[$0]))
            })
        row.status = isBeyondStandard(plan) ? .noWorseThanToday : .feasible
    }

    /// Whether more people travel beyond the standard than it allows, let through because today is no better: row 18.
    private func isBeyondStandard(_ plan: ElectivePlan) -> Bool {
        system.limits.enumerated().contains { i, limits in
            plan.years.contains { year in
                let done = year.specialties.reduce(0) { $0 + $1.done[i] }
                return year.year >= system.openingYear && year.beyond[i] > limits.allowedShareBeyondStandard * done + 1e-6 * max(1, done)
            }
        }
    }
}

extension ElectiveConfiguration.Role {
    init(isHub: Bool, isCentre: Bool) {
        self = isHub ? (isCentre ? .hubWithInpatients : .hub) : isCentre ? .inpatients : .dayCases
    }
}
