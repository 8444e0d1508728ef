// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension BedsModel {
    /// The page's rows, in its order.
    static func require(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ situation: BedsCase,
        _ steps: [BedSteps], _ groups: [LikeSteps]
    ) -> Rows {
        var rows = Rows()
        let years = system.years
        let moves = situation.allowsMoves ? system.moves : []
        let avoidedAt = Dictionary(grouping: v.avoided) { [$0.pool, $0.year] }

        for (place, pool) in system.pools.enumerated() {
            var ofPool: [Row] = []
            for (t, year) in years.enumerated() {
                var leaving = Expression<Beds>.zero
                for one in avoidedAt[[place, t]] ?? [] { leaving += one.variable }
                for (move, pair) in moves.enumerated() where pair.from == place { leaving += v.moved[move][t] }
                let demand = system.demand(place, year)
                if !leaving.isConstant { model.require("nobody twice", pool.code, year, leaving .<= demand) }
                var occupied = demand - leaving
                for (move, pair) in moves.enumerated() where pair.to == place { occupied += v.moved[move][t] }
                var capacity = Expression<Beds>(steps[place].today.capacity)
                for (n, step) in steps[place].closing.enumerated() {
                    capacity -= Rate<Beds, Choice>(step.capacity) * v.closed[place][n][t]
                }
                for (n, step) in steps[place].opening.enumerated() {
                    capacity += Rate<Beds, Choice>(step.capacity) * v.opened[place][n][t]
                }
                ofPool.append(model.require("safe to run", pool.code, year, pool.peakFactor * occupied .<= capacity))
            }
            rows.safeToRun.append(ofPool)
        }
        requireEffects(of: &model, v, system, situation, &rows)
        requireReplacements(of: &model, v, system, &rows)
        requireSteps(of: &model, v, system, situation, steps, &rows)
        for (place, site) in system.sites.enumerated() {
            guard let empty = v.empty[place] else { continue }
            for (t, year) in years.enumerated() {
                for pool in site.pools {
                    model.require(
                        "site empty", system.pools[pool].code, year, empty[t] - v.closed[pool].last![t] .<= 0)
                }
                if t > 0 { model.require("site stays empty", site.code, year, empty[t - 1] - empty[t] .<= 0) }
            }
        }
        for floor in system.floors {
            let today = floor.pools.reduce(0) { $0 + steps[$1].today.beds }
            rows.floors.append(
                years.enumerated().map { t, year in
                    let beds = sum(over: floor.pools) { Self.beds($0, t, v, steps) }
                    return model.require("floor", floor.place, year, beds .>= min(floor.beds, today))
                })
        }
        for (place, scheme) in system.schemes.enumerated() {
            guard let runs = v.runs[place] else { continue }
            for earlier in scheme.after {
                // A scheme whose earlier one is off or starts too late cannot run.
                if let first = v.runs[earlier] {
                    model.require("earlier schemes", scheme.code, system.schemes[earlier].code, runs - first .<= 0)
                } else {
                    model.require("earlier schemes", scheme.code, system.schemes[earlier].code, runs .<= 0)
                }
            }
        }
        for (number, group) in groups.enumerated() {
            for (t, year) in years.enumerated() {
                let taken = sum(over: group.pools) { pool in
                    sum(over: (group.isClosing ? v.closed : v.opened)[pool]) { $0[t] }
                }
                model.require("like steps", number + 1, year, v.count[number][t] - taken .== 0)
            }
        }
        requireAreas(of: &model, v, system, situation, steps, groups, &rows)
        return rows
    }

    /// `beds[p, t]`.
    static func beds(_ pool: Int, _ t: Int, _ v: Variables, _ steps: [BedSteps]) -> Expression<Beds> {
        var beds = Expression<Beds>(steps[pool].today.beds)
        for (n, step) in steps[pool].closing.enumerated() { beds -= Rate<Beds, Choice>(step.beds) * v.closed[pool][n][t] }
        for (n, step) in steps[pool].opening.enumerated() { beds += Rate<Beds, Choice>(step.beds) * v.opened[pool][n][t] }
        return beds
    }

    /// Row 3.
    private static func requireEffects(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ situation: BedsCase, _ rows: inout Rows
    ) {
        let years = system.years
        for one in v.avoided {
            let year = years[one.year]
            let most = system.effect(one.scheme, one.cohort, year) * system.demand(one.cohort, one.pool, year)
            let row = model.require(
                "own effect",
                indices: [
                    system.schemes[one.scheme].code, system.cohorts[one.cohort].code, system.pools[one.pool].code, year,
                ],
                one.variable - Rate<Beds, Choice>(most) * v.runs[one.scheme]! .<= 0)
            rows.ownEffect.append((one.scheme, one.cohort, one.pool, one.year, row))
        }
        let groups = Dictionary(grouping: v.avoided) { [$0.cohort, $0.pool, $0.year] }
        for cohort in system.cohorts.indices {
            for pool in system.pools.indices {
                for (t, year) in years.enumerated() {
                    guard let together = groups[[cohort, pool, t]] else { continue }
                    let most = system.together(cohort, year, on: situation.schemesOn) * system.demand(cohort, pool, year)
                    let row = model.require(
                        "counted once", system.cohorts[cohort].code, system.pools[pool].code, year,
                        sum(over: together) { $0.variable } .<= most)
                    rows.together.append((cohort, pool, t, row))
                }
            }
        }
    }

    /// Row 4.
    private static func requireReplacements(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ rows: inout Rows
    ) {
        let years = system.years
        for (place, alternative) in system.alternatives.enumerated() {
            var replacedFirst: [Row?] = []
            for (t, year) in years.enumerated() {
                var used = Expression<AlternativeUnits>.zero
                for one in v.avoided where one.year == t {
                    let need = system.schemes[one.scheme].needs[place]
                    if need > 0 { used += Rate<AlternativeUnits, Beds>(need) * one.variable }
                }
                if !used.isConstant {
                    if t >= alternative.leadYears { used -= v.bought[place][t - alternative.leadYears] }
                    replacedFirst.append(model.require("replaced first", alternative.code, year, used .<= alternative.spare))
                } else {
                    replacedFirst.append(nil)
                }
                if t > 0 {
                    model.require(
                        "bought stays", alternative.code, year, v.bought[place][t - 1] - v.bought[place][t] .<= 0)
                }
            }
            rows.replacedFirst.append(replacedFirst)
            rows.maximum.append(
                model.require(
                    "as much as can be bought", alternative.code, v.bought[place].last! .<= alternative.maximum))
        }
    }

    /// Row 5.
    private static func requireSteps(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ situation: BedsCase,
        _ steps: [BedSteps], _ rows: inout Rows
    ) {
        let years = system.years
        for (place, pool) in system.pools.enumerated() {
            for (sentence, variables) in [("closing in turn", v.closed[place]), ("opening in turn", v.opened[place])] {
                for n in variables.indices.dropFirst() {
                    for (t, year) in years.enumerated() {
                        model.require(
                            sentence, pool.code, n + 1, year, variables[n][t] - variables[n - 1][t] .<= 0)
                    }
                }
            }
            for (sentence, variables) in [("no way back", v.closed[place]), ("opened stays", v.opened[place])] {
                for n in variables.indices {
                    for t in years.indices.dropFirst() {
                        model.require(
                            sentence, pool.code, n + 1, years[t], variables[n][t - 1] - variables[n][t] .<= 0)
                    }
                }
            }
            if let closed = v.closed[place].first?.last, let opened = v.opened[place].first?.last {
                model.require("closed or opened", pool.code, closed + opened .<= 1)
            }
            if case .option(let beds) = situation.closures, beds[place] != nil, let closed = v.closed[place].last?.last {
                rows.taken.append(model.require("taken by the target year", pool.code, closed .>= 1))
            } else {
                rows.taken.append(nil)
            }
        }
        for (t, year) in years.enumerated() {
            var wards = Expression<Wards>.zero
            for place in system.pools.indices {
                for (n, step) in steps[place].closing.enumerated() where step.wards > 0 {
                    wards += Rate<Wards, Choice>(step.wards) * v.closed[place][n][t]
                    if t > 0 { wards -= Rate<Wards, Choice>(step.wards) * v.closed[place][n][t - 1] }
                }
            }
            rows.wardsPerYear.append(
                wards.isConstant
                    ? nil : model.require("wards closed a year", year, wards .<= system.wardsClosedPerYear))
        }
    }
}

extension Expression {
    /// Whether no variable is in it.
    fileprivate var isConstant: Bool { form.terms.isEmpty }
}
