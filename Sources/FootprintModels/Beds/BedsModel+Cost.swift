// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension BedsModel {
    /// The page's objective: the present value of every year's cost, in thousands of pounds.
    static func setCost(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ steps: [BedSteps]
    ) {
        model.minimise(cost(v, system, steps, weight: system.weight, once: system.discount))
    }

    /// £ in the target year, as the page's lines add up, of any solution: of one with parts of wards too.
    public func annualCost(of solution: Solution) -> Double {
        let target = system.targetYear
        var cost = Self.cost(variables, system, steps, weight: { $0 == target ? 1 : 0 }, once: { _ in 0 })
        let annuity = Money.annuity(years: system.assetLifeYears, rate: system.discountRate)
        for place in system.pools.indices {
            for (n, step) in steps[place].opening.enumerated() {
                let price = annuity * system.capitalPerBed * step.beds / 1000
                cost += Rate<ThousandPounds, Choice>(price) * variables.opened[place][n].last!
            }
        }
        return 1000 * solution[cost]
    }

    /// £k: each year's running cost by its weight, and what is spent once in it by another.
    private static func cost(
        _ v: Variables, _ system: BedsSystem, _ steps: [BedSteps], weight: (_ year: Int) -> Double, once: (_ year: Int) -> Double
    ) -> Expression<ThousandPounds> {
        let years = system.years
        var cost = Expression<ThousandPounds>.zero
        for (t, year) in years.enumerated() {
            let weight = weight(year) / 1000
            let once = once(year) / 1000
            for (place, pool) in system.pools.enumerated() {
                func yearly(_ step: BedStep) -> Double {
                    pool.variableCostPerBed * step.beds + pool.fixedCostPerWard * step.wards
                }
                cost = cost + weight * (pool.variableCostPerBed * pool.openBeds + pool.fixedCostPerWard * Double(pool.wards))
                for (n, step) in steps[place].closing.enumerated() {
                    cost -= Rate<ThousandPounds, Choice>(weight * yearly(step)) * v.closed[place][n][t]
                    increase(of: v.closed[place][n], t, costing: once * system.doubleRunningMonths / 12 * yearly(step), &cost)
                }
                for (n, step) in steps[place].opening.enumerated() {
                    cost += Rate<ThousandPounds, Choice>(weight * yearly(step)) * v.opened[place][n][t]
                    increase(of: v.opened[place][n], t, costing: once * system.capitalPerBed * step.beds, &cost)
                }
            }
            for (place, site) in system.sites.enumerated() {
                let fixed = site.fixedCostReleased ?? 0
                cost = cost + weight * fixed
                guard let empty = v.empty[place] else { continue }
                cost -= Rate<ThousandPounds, Choice>(weight * fixed) * empty[t]
                increase(of: empty, t, costing: once * system.doubleRunningMonths / 12 * fixed, &cost)
            }
            for (place, alternative) in system.alternatives.enumerated() {
                cost += Rate<ThousandPounds, AlternativeUnits>(weight * alternative.price) * v.bought[place][t]
            }
            for (place, scheme) in system.schemes.enumerated() {
                guard let runs = v.runs[place] else { continue }
                if year >= scheme.startYear { cost += Rate<ThousandPounds, Choice>(weight * scheme.fixedCost) * runs }
                if year == max(scheme.startYear, years[0]) {
                    cost += Rate<ThousandPounds, Choice>(once * scheme.oneOffCost) * runs
                }
            }
            for one in v.avoided where one.year == t {
                let price = weight * system.schemes[one.scheme].costPerBedAvoided
                cost += Rate<ThousandPounds, Beds>(price) * one.variable
            }
        }
        return cost
    }

    /// £k for what is new in year `t` of a decision that is not taken back.
    private static func increase(
        of variables: [Variable<Choice>], _ t: Int, costing price: Double, _ cost: inout Expression<ThousandPounds>
    ) {
        cost += Rate<ThousandPounds, Choice>(price) * variables[t]
        if t > 0 { cost -= Rate<ThousandPounds, Choice>(price) * variables[t - 1] }
    }
}

extension BedsModel {
    /// As an objective: fewest beds left in the target year, closed ones only counted, one thousand pounds a bed.
    public var openBedsInTheTargetYear: Expression<ThousandPounds> {
        var beds = Expression<ThousandPounds>.zero
        for place in system.pools.indices {
            for (n, step) in steps[place].closing.enumerated() {
                beds -= Rate<ThousandPounds, Choice>(step.beds) * variables.closed[place][n].last!
            }
        }
        return beds
    }
}
