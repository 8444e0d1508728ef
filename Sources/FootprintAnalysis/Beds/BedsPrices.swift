// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// What binds in an optimum, and what more of it is worth: section *Prices* of the page.
struct BedsPrices: Sendable {
    let model: BedsModel
    let solution: Solution
    let plan: BedsPlan
    let limits: [BedsLimit]
    let stop: StopSignal?

    let jobs: Int
    /// Simplex iterations for all limits that are solved again, wards and all. In iterations and not in seconds, so that the
    /// same input gives the same answer; ten thousand take about a second of one core.
    let iterations: Int
    let progress: ProgressReport?

    /// £ a year, or once: less is nothing.
    private static let nothing = 1000.0

    private var system: BedsSystem { model.system }
    /// £k of present value as £ a year.
    private var perYear: Double { 1000 / system.years.reduce(0) { $0 + system.weight($1) } }

    /// Those that are worth most first.
    func prices() throws(AnalysisFailure) -> [BedsConfiguration.Price] {
        guard let held = model.holding(model.decisions(of: solution)), let base = GLPKSolver().solve(held).optimum else { return [] }
        let worths = limits.map { worth($0, held, base).map { $0 < Self.nothing ? 0 : $0 } }
        // Where one more is worth nothing because there is enough, nothing binds.
        let binding = limits.indices.filter { (worths[$0] ?? 0) > 0 || holds(limits[$0], held, base) }
        let again = binding.filter { (worths[$0] ?? 0) == 0 && limits[$0].further != nil }
        let counter = Counter()
        let answers = try parallelTry(again.count, jobs: jobs) { number throws(AnalysisFailure) -> BedsConfiguration.Price.Further? in
            defer { progress?(counter.next(), again.count, "limits solved again with more") }
            return try further(limits[again[number]].further!, iterations: max(1, iterations / again.count))
        }
        let furthers = Dictionary(uniqueKeysWithValues: zip(again, answers))
        let prices = binding.map { place in
            let limit = limits[place]
            return BedsConfiguration.Price(
                requirement: limit.requirement, sentence: limit.sentence, more: limit.more, worth: worths[place],
                further: furthers[place] ?? nil, unit: limit.unit)
        }
        let safe = merged(prices.filter { $0.requirement == BedsLimits.safeToRun })
        let all = prices.filter { $0.requirement != BedsLimits.safeToRun } + safe
        func yearly(_ price: BedsConfiguration.Price) -> Double {
            max(price.worth ?? 0, (price.further?.netPresentValue ?? 0) / 1000 * perYear)
        }
        return all.indices.sorted { (yearly(all[$0]), $1) > (yearly(all[$1]), $0) }.map { all[$0] }
    }

    /// £ a year of one more with the wards as they are; nil where it is the wards that are limited.
    private func worth(_ limit: BedsLimit, _ held: Model<ThousandPounds>, _ base: Solution) -> Double? {
        let better: Solution?
        switch limit.withWardsHeld {
        case .none: return nil
        case .sides(let sides):
            var larger = held
            for (row, more) in sides {
                let (lower, upper) = larger.sides(of: row)
                larger.setSides(of: row, lower: lower, upper: upper + more)
            }
            better = GLPKSolver().solve(larger, start: base.basis).optimum
        case .system(let system):
            better = BedsModel(system, model.situation).holding(model.decisions(of: solution)).flatMap { GLPKSolver().solve($0).optimum }
        }
        return better.map { (base.objective - $0.objective) * perYear }
    }

    /// Whether a limit of which one more is worth nothing with the wards as they are is met all the same.
    private func holds(_ limit: BedsLimit, _ held: Model<ThousandPounds>, _ base: Solution) -> Bool {
        guard limit.further != nil else { return false }
        guard case .sides(let sides) = limit.withWardsHeld else { return true }
        return sides.contains { row, more in
            more > 0 && base.activity(of: row, in: held) >= held.sides(of: row).upper - 1e-6 && held.sides(of: row).upper > 1e-6
        }
    }

    /// The same case with more of something, wards and all. What was found is worth so much at least, and where the iterations
    /// did not do to prove that it is all, so much at most; nil where not even that is known.
    private func further(
        _ more: BedsLimit.Further, iterations: Int
    ) throws(AnalysisFailure) -> BedsConfiguration.Price.Further? {
        guard stop?.reason == nil else { return nil }
        let again = BedsModel(more.system, model.situation)
        var options = BedsSolving.options
        options.branching = .driebeckTomlin
        options.iterationLimit = iterations
        // The plan as it is remains possible: only better ones are looked for.
        options.cutoff = solution.objective - Self.nothing / 1000
        func found(_ better: Solution?, bound: Double?) -> BedsConfiguration.Price.Further {
            let plan = better.map(again.plan)
            let value = plan.map { self.plan.presentValue - $0.presentValue } ?? 0
            let most = bound.map { self.plan.presentValue - 1000 * $0 }
            return .init(
                units: more.units, netPresentValue: value, annualSaving: plan.map { self.plan.annualCost - $0.annualCost } ?? 0,
                netPresentValueAtMost: most.flatMap { $0 > value + Self.nothing * 1.001 ? $0 : nil })
        }
        switch try BedsSolving.solve(again.model, options: options, stop: stop) {
        case .optimal(let better): return found(better, bound: nil)
        case .stopped(let better, let bound):
            guard stop?.reason == nil, let bound else { return nil }
            return found(better, bound: bound)
        case .infeasible: throw .solver("\(again.model.title): infeasible with more of a limit, though the plan is still possible")
        }
    }

    /// Safe beds of one worth in one line: where patients can be moved, a bed is worth the same everywhere.
    private func merged(_ prices: [BedsConfiguration.Price]) -> [BedsConfiguration.Price] {
        var worths: [Double] = []
        var places: [Double: [String]] = [:]
        for price in prices {
            let worth = ((price.worth ?? 0) / 100).rounded() * 100
            if places[worth] == nil { worths.append(worth) }
            places[worth, default: []].append(price.sentence)
        }
        return worths.map { worth in
            BedsConfiguration.Price(
                requirement: BedsLimits.safeToRun,
                sentence: "at the winter peak the beds that are left are just enough at \(places[worth]!.joined(separator: "; "))",
                more: "one more safe bed", worth: worth, further: nil, unit: "beds")
        }
    }
}
