// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A large program taken apart where no patient can be moved: section *In parts* of the page.
///
/// A part is the program of one area. What several parts use is left to prices: a unit of it costs a part its price, and the
/// parts' least costs, less what all there is of it would fetch, are a bound (Lagrangian relaxation: Held and Karp, 1971). Given
/// instead so much of it each, the parts are programs whose solutions together are a solution of the whole.
public struct BedsParts: Sendable {
    public let whole: BedsModel
    public let parts: [Part]
    /// What the parts share: rows of the whole, of 4 (*replaced first*), 5 (*wards closed a year*) and 7.
    public let shared: [Row]

    /// The program of one area.
    public struct Part: Sendable {
        public let model: BedsModel
        /// The places of its pools in the whole.
        public let pools: [Int]
        /// Its terms of what is shared: a place in ``BedsParts/shared``, and a row of its own model.
        let rows: [(place: Int, row: Row)]

        /// Whether patients can be moved in it: a pool alone is a small program indeed.
        public var hasMoves: Bool { pools.count > 1 }
    }

    /// A solution of one part.
    public struct Proposal: Sendable {
        public let solution: Solution
        /// £k, what is shared not counted.
        public let cost: Double
        /// The left of each of the part's rows of what is shared.
        let uses: [Double]
    }

    public init(_ whole: BedsModel) {
        self.whole = whole
        let system = whole.system
        let areas = system.areas(whole.situation)
        let sets = areas.map(Set.init)
        let floors = system.floors.indices.filter { floor in !sets.contains { $0.isSuperset(of: system.floors[floor].pools) } }
        let rows = whole.rowsOfSeveral(floors)
        let places = rows.indices.filter { rows[$0] != nil }
        let placeOf = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let avoidable = system.schemes.indices.map(system.avoidable)
        shared = places.map { rows[$0]! }
        parts = areas.map { pools in
            let sites = system.sites.indices.filter { site in system.sites[site].pools.contains { pools.contains($0) } }
            var model = BedsModel(system.part(pools, sites, avoidable), whole.situation.part(pools))
            // It is bought for all parts together.
            for years in model.variables.bought { for variable in years { model.model.fix(variable, at: 0) } }
            // A pool in another part may be one that cannot close.
            for (years, site) in zip(model.variables.empty, sites) where whole.variables.empty[site] == nil {
                for variable in years ?? [] { model.model.fix(variable, at: 0) }
            }
            let own = model.rowsOfSeveral(floors).enumerated().compactMap { number, row in
                placeOf[number].flatMap { place in row.map { (place, $0) } }
            }
            return Part(model: model, pools: pools, rows: own)
        }
    }

    /// Of one part, what the solution of its model, priced or limited, proposes.
    public func proposal(_ part: Part, _ solution: Solution) -> Proposal {
        Proposal(
            solution: solution, cost: part.model.model.program.objective(at: solution.values),
            uses: part.rows.map { row in
                let use = solution.activity(of: row.row, in: part.model.model)
                // Rounding, which a program refuses for a coefficient.
                return use.magnitude < 1e-9 ? 0 : use
            })
    }

    // MARK: Prices

    /// Where the search for prices begins: an alternative costs what it is bought for, and the rest nothing.
    public var firstPrices: [Double] {
        var prices = shared.map { _ in 0.0 }
        for (alternative, years) in whole.rows.replacedFirst.enumerated() {
            let costs = whole.variables.bought[alternative].map { whole.model.program.costs[Int($0.index)] }
            let lead = whole.system.alternatives[alternative].leadYears
            for (t, row) in years.enumerated() {
                guard let place = shared.firstIndex(where: { $0 == row }) else { continue }
                // In the years before any can be had, as dear as ever.
                prices[place] = t >= lead ? costs[t - lead] : costs.max()!
            }
        }
        return prices
    }

    /// A part's program with these prices and without the rows they stand for.
    public func priced(_ part: Part, at prices: [Double]) -> Model<ThousandPounds> {
        var model = part.model.model
        for (place, row) in part.rows {
            for term in model.program.terms(ofRow: row.index) {
                let column = Int(term.column)
                let cost = model.program.costs[column] + prices[place] * term.coefficient
                // What is left of two that cancel is rounding, which a program refuses for a cost.
                model.program.setCost(ofColumn: column, to: cost.magnitude < 1e-9 ? 0 : cost)
            }
            model.release(row)
        }
        return model
    }

    /// What is to be added to the least costs of the priced parts for a bound on the whole, £k: the least that buying costs, less
    /// what it fetches, less what all there is would fetch.
    public func remainder(at prices: [Double]) -> Double {
        let program = whole.model.program
        var costs = program.costs
        var total = 0.0
        for (row, price) in zip(shared, prices) where price != 0 {
            total -= price * (price > 0 ? program.rowUpper : program.rowLower)[row.index]
            for term in program.terms(ofRow: row.index) { costs[Int(term.column)] += price * term.coefficient }
        }
        for (alternative, years) in zip(whole.system.alternatives, whole.variables.bought) {
            // What is bought stays: at best all of it, from the year on from which it is worth most.
            var fromHereOn = 0.0
            var least = 0.0
            for variable in years.reversed() {
                fromHereOn += costs[Int(variable.index)]
                least = min(least, fromHereOn)
            }
            total += alternative.maximum * least
        }
        return total
    }

    // MARK: Shares

    /// A part's program with so much of what is shared and no more.
    /// - Parameter shares: one for each of the part's rows of it; zero is as today.
    func limited(_ part: Part, to shares: [Double]) -> Model<ThousandPounds> {
        var model = part.model.model
        for ((place, row), share) in zip(part.rows, shares) {
            let isMost = whole.model.sides(of: shared[place]).upper.isFinite
            model.setSides(of: row, lower: isMost ? -.infinity : share, upper: isMost ? share : .infinity)
        }
        return model
    }

    /// A part's program without anything that is shared: no alternative bought, no ward closed, no floor any nearer.
    public func idle(_ part: Part) -> Model<ThousandPounds> { limited(part, to: part.rows.map { _ in 0 }) }
}

extension BedsModel {
    /// Rows that several areas may have terms in, in one order for the whole and its parts; nil where there are no terms.
    /// - Parameter floors: those over several areas.
    fileprivate func rowsOfSeveral(_ floors: [Int]) -> [Row?] {
        let rows: [Row?] = self.rows.replacedFirst.flatMap(\.self) + self.rows.wardsPerYear + floors.flatMap { self.rows.floors[$0] }
        return rows.map { row in row.flatMap { model.program.terms(ofRow: $0.index).isEmpty ? nil : $0 } }
    }
}

extension BedsSystem {
    /// These pools alone. What a scheme costs whatever it does is divided among the parts by the beds it can avoid there, and what
    /// a site costs by its pools: a scheme that runs is paid for everywhere, and the least of several is at most their mean.
    /// - Parameters:
    ///   - here: the sites that have any of these pools.
    ///   - avoidable: of each scheme, in all pools.
    fileprivate func part(_ places: [Int], _ here: [Int], _ avoidable: [Double]) -> BedsSystem {
        var part = self
        let own = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        part.pools = places.map { pools[$0] }
        part.moves = moves.compactMap { move in
            guard let from = own[move.from], let to = own[move.to] else { return nil }
            return Move(from: from, to: to)
        }
        part.sites = here.map { place in
            var site = sites[place]
            site.pools = site.pools.compactMap { own[$0] }
            site.fixedCostReleased = site.fixedCostReleased.map { $0 * Double(site.pools.count) / Double(sites[place].pools.count) }
            return site
        }
        for floor in floors.indices { part.floors[floor].pools = floors[floor].pools.compactMap { own[$0] } }
        for scheme in schemes.indices {
            let share = avoidable[scheme] > 0 ? part.avoidable(scheme) / avoidable[scheme] : 0
            part.schemes[scheme].fixedCost *= share
            part.schemes[scheme].oneOffCost *= share
        }
        return part
    }

    /// Occupied beds that a scheme could avoid by itself, over all years.
    fileprivate func avoidable(_ scheme: Int) -> Double {
        years.reduce(0) { total, year in
            pools.indices.reduce(total) { total, pool in
                cohorts.indices.reduce(total) { $0 + effect(scheme, $1, year) * demand($1, pool, year) }
            }
        }
    }
}

extension BedsCase {
    fileprivate func part(_ places: [Int]) -> BedsCase {
        guard case .option(let beds) = closures else { return self }
        var part = self
        part.closures = .option(
            places.enumerated().reduce(into: [:]) { closed, pool in
                if let named = beds[pool.element] { closed[pool.offset] = named }
            })
        return part
    }
}
