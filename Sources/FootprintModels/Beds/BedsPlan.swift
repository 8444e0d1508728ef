// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// What a solution of a beds program says, in beds and £: the page's quantities by year and pool.
public struct BedsPlan: Sendable {
    /// In the order of the system's years.
    public let years: [Year]
    /// Which schemes run.
    public let runs: [Bool]
    /// £, the page's objective: present value in the base year.
    public let presentValue: Double

    public struct Year: Sendable {
        public let year: Int
        public let pools: [PoolYear]
        /// Units bought, by alternative; and those in use, spare ones among them.
        public let bought: [Double]
        public let used: [Double]
        /// Occupied beds avoided, by scheme.
        public let avoided: [Double]
        /// Which sites have no beds left.
        public let emptySites: [Bool]
        /// £ a year by line of the page; they add up to the year's cost.
        public let lines: BedsCostLines
        /// £ once, in this year: cash, not discounted.
        public let capital, oneOff, doubleRunning: Double
    }

    /// A pool in a year.
    public struct PoolYear: Sendable {
        public let demand: Double
        public let avoided: Double
        public let movedIn: Double
        public let movedOut: Double
        public let beds: Double
        public let wards: Double
        public let bedsClosed: Double
        public let wardsClosed: Double
        public let bedsOpened: Double
        /// Mean occupied beds at the peak that the beds carry.
        public let capacity: Double
        /// The mean of the year.
        public var occupied: Double { demand - avoided + movedIn - movedOut }
    }

    /// The target year.
    public var last: Year { years[years.count - 1] }

    /// £ a year in the target year.
    public var annualCost: Double { last.lines.total }
}

/// £ a year, the page's six lines.
public struct BedsCostLines: Sendable, Hashable, Codable {
    public var beds = 0.0
    public var wards = 0.0
    public var sites = 0.0
    public var alternatives = 0.0
    public var schemes = 0.0
    public var newCapital = 0.0

    public var total: Double { beds + wards + sites + alternatives + schemes + newCapital }
    /// What closing and opening moves.
    public var estate: Double { beds + wards + sites + newCapital }
    /// What the care that replaces beds costs.
    public var replacement: Double { alternatives + schemes }
}

extension BedsModel {
    /// - Parameter solution: of this model.
    public func plan(_ solution: Solution) -> BedsPlan {
        let years = system.years
        let annuity = Money.annuity(years: system.assetLifeYears, rate: system.discountRate)
        let runs = variables.runs.map { $0.map { solution[$0] > 0.5 } ?? false }
        var result: [BedsPlan.Year] = []
        for (t, year) in years.enumerated() {
            let avoidedHere = variables.avoided.filter { $0.year == t }
            let pools = system.pools.indices.map { pool in self.pool(pool, t, solution, avoidedHere) }
            let empty = system.sites.map { site in site.pools.allSatisfy { pools[$0].beds < 1e-9 } }
            let bought = variables.bought.map { max(0, solution[$0[t]]) }
            var avoided = system.schemes.map { _ in 0.0 }
            for one in avoidedHere { avoided[one.scheme] += max(0, solution[one.variable]) }
            var lines = BedsCostLines()
            for (place, pool) in system.pools.enumerated() {
                lines.beds += pool.variableCostPerBed * pools[place].beds
                lines.wards += pool.fixedCostPerWard * pools[place].wards
                lines.newCapital += annuity * system.capitalPerBed * pools[place].bedsOpened
            }
            for (place, site) in system.sites.enumerated() where !empty[place] {
                lines.sites += site.fixedCostReleased ?? 0
            }
            for (place, alternative) in system.alternatives.enumerated() { lines.alternatives += alternative.price * bought[place] }
            for (place, scheme) in system.schemes.enumerated() {
                lines.schemes += scheme.costPerBedAvoided * avoided[place]
                if runs[place], year >= scheme.startYear { lines.schemes += scheme.fixedCost }
            }
            let before = result.last
            var capital = 0.0
            var oneOff = 0.0
            var doubleRunning = 0.0
            for (place, pool) in system.pools.enumerated() {
                let earlier = before?.pools[place]
                capital += system.capitalPerBed * (pools[place].bedsOpened - (earlier?.bedsOpened ?? 0))
                doubleRunning +=
                    pool.variableCostPerBed * (pools[place].bedsClosed - (earlier?.bedsClosed ?? 0))
                    + pool.fixedCostPerWard * (pools[place].wardsClosed - (earlier?.wardsClosed ?? 0))
            }
            for (place, site) in system.sites.enumerated() where empty[place] && before?.emptySites[place] != true {
                doubleRunning += site.fixedCostReleased ?? 0
            }
            for (place, scheme) in system.schemes.enumerated() where runs[place] && year == max(scheme.startYear, years[0]) {
                oneOff += scheme.oneOffCost
            }
            result.append(
                BedsPlan.Year(
                    year: year, pools: pools, bought: bought,
                    used: system.alternatives.indices.map { alternative in
                        system.schemes.indices.reduce(0) { $0 + system.schemes[$1].needs[alternative] * avoided[$1] }
                    },
                    avoided: avoided, emptySites: empty, lines: lines, capital: capital, oneOff: oneOff,
                    doubleRunning: system.doubleRunningMonths / 12 * doubleRunning))
        }
        return BedsPlan(years: result, runs: runs, presentValue: solution.objective * 1000)
    }

    private func pool(
        _ place: Int, _ t: Int, _ solution: Solution, _ avoidedHere: [Variables.Avoided]
    ) -> BedsPlan.PoolYear {
        func taken(_ variables: [[Variable<Choice>]], _ steps: [BedStep]) -> BedStep {
            var all = (beds: 0.0, wards: 0.0, capacity: 0.0)
            for (n, step) in steps.enumerated() where solution[variables[n][t]] > 0.5 {
                all = (all.beds + step.beds, all.wards + step.wards, all.capacity + step.capacity)
            }
            return BedStep(beds: all.beds, wards: all.wards, capacity: all.capacity)
        }
        let today = steps[place].today
        let closed = taken(variables.closed[place], steps[place].closing)
        let opened = taken(variables.opened[place], steps[place].opening)
        var movedIn = 0.0
        var movedOut = 0.0
        for (move, moved) in variables.moved.enumerated() {
            if system.moves[move].to == place { movedIn += max(0, solution[moved[t]]) }
            if system.moves[move].from == place { movedOut += max(0, solution[moved[t]]) }
        }
        return BedsPlan.PoolYear(
            demand: system.demand(place, system.years[t]),
            avoided: avoidedHere.reduce(0) { $1.pool == place ? $0 + max(0, solution[$1.variable]) : $0 },
            movedIn: movedIn, movedOut: movedOut, beds: today.beds - closed.beds + opened.beds,
            wards: today.wards - closed.wards + opened.wards, bedsClosed: closed.beds, wardsClosed: closed.wards,
            bedsOpened: opened.beds, capacity: today.capacity - closed.capacity + opened.capacity)
    }

    /// The page's present value worked out again from a plan, £: what the objective must be.
    public func presentValue(of plan: BedsPlan) -> Double {
        plan.years.reduce(0) { total, year in
            total + system.weight(year.year) * (year.lines.total - year.lines.newCapital)
                + system.discount(year.year) * (year.capital + year.oneOff + year.doubleRunning)
        }
    }
}
