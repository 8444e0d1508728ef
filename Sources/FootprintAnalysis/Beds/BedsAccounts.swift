// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver

/// Savings, their split and net present value: a plan held against do-nothing.
struct BedsAccounts {
    let system: BedsSystem
    let doNothing: BedsPlan
    /// Nil while it is not solved.
    var schemesOnly: BedsPlan?

    static func lines(_ lines: BedsCostLines) -> [String: Double] {
        [
            "beds": lines.beds, "wards": lines.wards, "sites": lines.sites, "alternatives": lines.alternatives,
            "schemes": lines.schemes, "newCapital": lines.newCapital,
        ]
    }

    /// £ a year of the base year's beds, wards and sites.
    var baseYearCost: Double {
        system.pools.reduce(0) { $0 + $1.variableCostPerBed * $1.openBeds + $1.fixedCostPerWard * Double($1.wards) }
            + system.sites.reduce(0) { $0 + ($1.fixedCostReleased ?? 0) }
    }

    /// The pools in the base year.
    var today: [BedsAppraisal.Pool] {
        system.sites.flatMap { site in site.pools.map { ($0, site) } }.sorted { $0.0 < $1.0 }.map { place, site in
            let pool = system.pools[place]
            let peak = pool.peakFactor * pool.occupiedBeds
            return BedsAppraisal.Pool(
                code: pool.code, title: pool.title, site: site.code, siteName: site.name, beds: pool.openBeds,
                occupied: pool.occupiedBeds, bedsNeeded: system.rule(place, withMoves: false)(peak),
                occupancy: pool.occupiedBeds / pool.openBeds,
                overflowRisk: BedsNeeded.erlangLoss(servers: Int(pool.openBeds), load: peak))
        }
    }

    func result(_ plan: BedsPlan, withMoves: Bool) -> BedsResult {
        BedsResult(
            annualCost: plan.annualCost, costLines: Self.lines(plan.last.lines),
            capital: plan.years.reduce(0) { $0 + $1.capital }, oneOff: plan.years.reduce(0) { $0 + $1.oneOff },
            doubleRunning: plan.years.reduce(0) { $0 + $1.doubleRunning }, presentValue: plan.presentValue,
            years: plan.years.map { year in
                BedsResult.Year(
                    year: year.year, costLines: Self.lines(year.lines), capital: year.capital, oneOff: year.oneOff,
                    doubleRunning: year.doubleRunning,
                    pools: system.pools.indices.map { pool($0, year.pools[$0], withMoves: withMoves) },
                    bought: Dictionary(uniqueKeysWithValues: zip(system.alternatives.map(\.code), year.bought)),
                    avoided: Dictionary(uniqueKeysWithValues: zip(system.schemes.map(\.code), year.avoided)))
            })
    }

    private func pool(_ place: Int, _ year: BedsPlan.PoolYear, withMoves: Bool) -> BedsResult.Pool {
        let pool = system.pools[place]
        let occupied = max(0, year.occupied)
        return BedsResult.Pool(
            code: pool.code, beds: year.beds, demand: year.demand, avoided: year.avoided, movedIn: year.movedIn,
            movedOut: year.movedOut, occupied: occupied,
            bedsNeeded: system.rule(place, withMoves: withMoves)(pool.peakFactor * occupied),
            occupancy: year.beds > 0 ? occupied / year.beds : nil,
            overflowRisk: year.beds > 0
                ? BedsNeeded.erlangLoss(servers: Int(year.beds), load: pool.peakFactor * occupied) : nil,
            wardsClosed: year.wardsClosed, bedsClosed: year.bedsClosed, bedsOpened: year.bedsOpened)
    }

    /// Puts a plan's money and beds into a row.
    func fill(_ row: inout BedsConfiguration, with plan: BedsPlan, of model: BedsModel, units: [String]) {
        let saving = doNothing.annualCost - plan.annualCost
        let levers = schemesOnly.map { doNothing.annualCost - $0.annualCost } ?? 0
        let cash = max(0, min(saving, baseYearCost - plan.annualCost))
        row.annualCost = plan.annualCost
        row.annualSaving = saving
        row.savingSplit = .init(
            cashReleasing: cash, growthAvoided: saving - cash, levers: levers, configuration: saving - levers)
        row.netPresentValue = doNothing.presentValue - plan.presentValue
        let result = result(plan, withMoves: model.situation.allowsMoves)
        row.capital = result.capital - doNothing.years.reduce(0) { $0 + $1.capital }
        row.costLines = result.costLines
        row.grossSaving = doNothing.last.lines.estate - plan.last.lines.estate
        row.replacementCost = plan.last.lines.replacement - doNothing.last.lines.replacement
        row.oneOffCost = result.oneOff + result.doubleRunning
        row.result = result
        row.decisions = decisions(plan)
        row.sites = system.sites.enumerated().map { place, site in
            BedsConfiguration.Site(
                code: site.code, name: site.name, bedsToday: site.pools.reduce(0) { $0 + system.pools[$1].openBeds },
                beds: site.pools.reduce(0) { $0 + plan.last.pools[$1].beds },
                emptyFrom: plan.years.first { $0.emptySites[place] }?.year)
        }
        row.alternatives = system.alternatives.enumerated().map { place, alternative in
            let bought = plan.last.bought[place]
            return BedsConfiguration.Alternative(
                code: alternative.code, title: alternative.title, unit: units[place], bought: bought,
                maximum: alternative.maximum, cost: bought * alternative.price)
        }
        row.schemesRunning = system.schemes.indices.filter { plan.runs[$0] }.map { system.schemes[$0].code }
        if missesFloor(plan) { row.status = .noWorseThanToday }
    }

    private func decisions(_ plan: BedsPlan) -> [String: BedsConfiguration.Decision] {
        var decisions: [String: BedsConfiguration.Decision] = [:]
        for (place, pool) in system.pools.enumerated() {
            let last = plan.last.pools[place]
            guard last.bedsClosed > 0 || last.bedsOpened > 0 else { continue }
            var steps: [BedsConfiguration.Decision.Step] = []
            var before = (closed: 0.0, opened: 0.0)
            for year in plan.years {
                let now = (closed: year.pools[place].bedsClosed, opened: year.pools[place].bedsOpened)
                if now != before {
                    steps.append(
                        .init(
                            year: year.year, bedsClosed: now.closed - before.closed, bedsOpened: now.opened - before.opened))
                }
                before = now
            }
            decisions[pool.code] = .init(
                bedsClosed: last.bedsClosed, wardsClosed: last.wardsClosed, bedsOpened: last.bedsOpened, steps: steps)
        }
        return decisions
    }

    private func missesFloor(_ plan: BedsPlan) -> Bool {
        system.floors.contains { floor in
            plan.years.contains { year in floor.pools.reduce(0) { $0 + year.pools[$1].beds } < floor.beds - 1e-6 }
        }
    }
}
