// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Finds the best plan of a case by zone, and how far from the best it can be: section *Without zones* of
/// `Models/elective/formulation.md`. A program in totals bounds the case from below and proposes what opens; programs of patterns
/// find what that costs, and the prices at which everybody's journeys prove it become rows of the program in totals.
struct ElectiveSearch: Sendable {
    let system: ElectiveSystem
    let reach: ElectiveReach
    /// What cases before have shown of journeys: it changes the effort, and no answer by more than the accuracy.
    private var known = Known()
    /// Of the simplex, so far.
    private var iterations = 0

    /// When the search of a case ends.
    struct Limits: Sendable {
        /// The gap it ends at, as a share of the present value: well within what counts as proven.
        var accuracy = 1e-7
        /// Of the simplex; it may take more to find a first plan.
        var iterations = Int.max
        /// £: or once the case is known to have no plan below this.
        var below: Double?
    }

    /// What a case is known to cost.
    private struct Found {
        private(set) var plan: ElectivePlan?
        private var least: Double?

        /// £: rows that were found to a tolerance may bound a plan by a little more than it costs.
        var bound: Double? { least.map { min($0, plan?.presentValue ?? .infinity) } }

        mutating func offer(_ other: ElectivePlan) {
            if other.presentValue < plan?.presentValue ?? .infinity { plan = other }
        }

        mutating func raise(_ bound: Double?) {
            if let bound { least = max(least ?? bound, bound) }
        }

        func isWithin(_ accuracy: Double) -> Bool {
            guard let plan, let bound else { return false }
            // A bound that is just so far below the plan is within it, however that rounds.
            return plan.presentValue - bound <= (accuracy + 1e-12) * max(1, plan.presentValue.magnitude)
        }
    }

    /// Rows of journeys and patterns, by group.
    struct Known: Sendable {
        var rows: [ElectiveJourneys.Group: [ElectiveJourneys.Row]] = [:]
        var patterns: [ElectiveJourneys.Group: [ElectiveJourneys.Pattern]] = [:]
    }

    init(_ system: ElectiveSystem, reach: ElectiveReach) {
        self.system = system
        self.reach = reach
    }

    /// What is known of a case after so much effort: neither plan nor bound where a stop came before anything was.
    ///
    /// It is searched to a thousandth first, and ten times closer each time that is reached.
    /// - Parameter previous: what is known of it already.
    mutating func answer(
        _ situation: ElectiveCase, from previous: ElectiveAnswer? = nil, limits: Limits, stop: StopSignal?
    ) throws(AnalysisFailure) -> ElectiveAnswer {
        if let previous, previous.isInfeasible { return previous }
        var totals = ElectiveModel(system, situation, detail: .totals, reach: reach)
        let journeys = ElectiveJourneys(system, situation, reach: reach)
        requireKnown(journeys, of: &totals)
        let last = limits.iterations == .max ? Int.max : iterations + limits.iterations
        var found = Found()
        if let plan = previous?.plan { found.offer(plan) }
        found.raise(previous?.bound)
        var accuracy = max(limits.accuracy, Self.firstAccuracy)
        var tried: Set<Configuration> = []
        search: while stop?.reason == nil {
            while found.isWithin(accuracy) {
                if accuracy <= limits.accuracy { break search }
                accuracy = max(limits.accuracy, accuracy / 10)
                tried = []
            }
            if let below = limits.below, let bound = found.bound, bound >= below { break }
            let own = found.plan.map { $0.presentValue - accuracy * max(1, $0.presentValue.magnitude) }
            let cutoff = [own, limits.below].compactMap(\.self).min()
            let solution: Solution
            switch searchWhole(totals, below: cutoff, hasPlan: found.plan != nil, accuracy, last, stop) {
            case .optimal(let whole):
                found.raise(1000 * whole.objective)
                solution = whole
            case .stopped(.cutoff, _, _), .infeasible:
                // With rows that only plans already found may break, there is none better than was asked for.
                guard let cutoff else {
                    return ElectiveAnswer(situation: situation, plan: nil, bound: nil, isInfeasible: true)
                }
                found.raise(cutoff)
                continue search
            case .stopped(_, let whole, let least):
                found.raise(least.map { 1000 * $0 })
                guard let whole else { break search }
                solution = whole
            case .numericalTrouble where found.plan != nil: break search
            case let other: throw failure(other, totals.model)
            }
            let configuration = Configuration(isHub: totals.isHub(solution), keeps: totals.keeps(solution))
            if !found.isWithin(accuracy) {
                if tried.insert(configuration).inserted {
                    switch try cost(configuration.fixed(in: situation), journeys, accuracy, stop) {
                    case .plan(let plan, let rows):
                        found.offer(plan)
                        for row in rows { totals.require(row) }
                    case .infeasible(let rows): for row in rows { totals.require(row) }
                    case .stopped: break search
                    }
                } else {
                    // The same again is as good as it gets at this accuracy: what is left is rounding.
                    if accuracy <= limits.accuracy { break }
                    accuracy = max(limits.accuracy, accuracy / 10)
                    tried = []
                }
            }
            if found.plan != nil, iterations >= last { break }
        }
        return ElectiveAnswer(situation: situation, plan: found.plan, bound: found.bound, isInfeasible: false)
    }

    private static let firstAccuracy = 1e-3

    /// The program in totals, of plans that cost less than so many £; with a solution if it takes all the iterations and more,
    /// where no plan is at hand.
    private mutating func searchWhole(
        _ totals: ElectiveModel, below cutoff: Double?, hasPlan: Bool, _ accuracy: Double, _ last: Int, _ stop: StopSignal?
    ) -> Outcome {
        var relaxed = totals.model
        relaxed.relaxIntegers()
        let root = solveLinear(relaxed, stop)
        guard case .optimal(let solution) = root, !totals.isWhole(solution) else { return root }
        let most = 200 * (totals.model.program.rowCount + totals.model.program.columnCount)
        var options = Self.options
        options.relativeGap = accuracy / 3
        options.cutoff = cutoff.map { $0 / 1000 }
        // A limit, however far, is what keeps the solver from going round in circles in a node.
        options.iterationLimit = last == .max ? Int(Int32.max) : min(most, max(100, last - iterations))
        if !hasPlan, last != .max {
            // Any plan first: what it takes shows more than a bound would.
            options.iterationLimit = most
            options.solutionLimit = 1
            // Pseudocosts take longer to know than such a plan does to find.
            options.branching = .mostFractional
        }
        let outcome = solve(totals.model, options: options, start: solution.basis, stop)
        guard case .stopped(let reason, let incumbent, let least) = outcome, reason != .cutoff else { return outcome }
        // A search that ends early may not have said what the relaxation says already.
        return .stopped(reason, incumbent: incumbent, bound: max(least ?? solution.objective, solution.objective))
    }

    /// A configuration and everything else that is whole.
    private struct Configuration: Hashable {
        let isHub: [Bool]
        let keeps: [[Bool]]

        func fixed(in situation: ElectiveCase) -> ElectiveCase {
            var fixed = situation
            fixed.hubs = isHub
            fixed.open = keeps
            return fixed
        }
    }

    // MARK: What a configuration costs

    private enum Cost {
        /// The best plan, and rows that prove it is, to a part of the accuracy.
        case plan(ElectivePlan, [ElectiveJourneys.Row])
        /// There is none, and these rows say so.
        case infeasible([ElectiveJourneys.Row])
        /// By the caller, or where GLPK finds no way to an answer that stands up.
        case stopped
    }

    /// Column generation (Dantzig and Wolfe, 1960): mixtures of the patterns at hand are priced, and at their prices everybody
    /// goes where it is cheapest, until nobody would rather go otherwise.
    private mutating func cost(
        _ fixed: ElectiveCase, _ journeys: ElectiveJourneys, _ accuracy: Double, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> Cost {
        var totals = ElectiveModel(system, fixed, detail: .totals, reach: reach)
        var patterns = PatternList()
        let atHand = journeys.groups.map { group in (known.patterns[group] ?? []).filter(totals.allows) }
        // With patterns of other cases to begin with there is no need to ask what prices may be.
        if atHand.contains(where: \.isEmpty) {
            requireKnown(journeys, of: &totals)
            totals.model.relaxIntegers()
            switch solveLinear(totals.model, stop) {
            case .optimal(let solution): _ = price(totals.sharedPrices(solution.duals!.rows), totals, journeys, &patterns)
            case .infeasible: return .infeasible([])
            case .stopped, .numericalTrouble: return .stopped
            case let other: throw failure(other, totals.model)
            }
        }
        for pattern in atHand.joined() { patterns.add(pattern) }
        var basis: Basis?
        while true {
            var mixed = ElectiveModel(system, fixed, detail: .patterns(patterns.list), reach: reach)
            mixed.model.relaxIntegers()
            // More patterns leave the last mixture a solution: the primal simplex goes on from it.
            let outcome = solveLinear(mixed.model, start: basis, stop)
            let count = patterns.list.count
            switch outcome {
            case .optimal(let solution):
                basis = solution.basis
                let found = price(mixed.sharedPrices(solution.duals!.rows), totals, journeys, &patterns)
                // What the journeys of every group could cost less at these prices.
                let left = zip(journeys.groups, found).reduce(0.0) { sum, one in
                    let (group, (row, _)) = one
                    return sum - min(0, row.excess(mixed.volumes(group, solution))) * system.weight(system.years[group.year])
                }
                guard left > accuracy / 4 * 1000 * solution.objective.magnitude, patterns.list.count > count else {
                    let plan = mixed.plan(solution, journeys)
                    try check(plan, 1000 * solution.objective, mixed.model.title)
                    let used = (0..<count).filter { mixed.spells(ofPattern: $0, solution) > 0 }.map { patterns.list[$0] }
                    let rows = found.map(\.row)
                    remember(rows, used, found.flatMap(\.patterns))
                    return .plan(plan, rows)
                }
            case .infeasible(let proof):
                basis = nil
                guard case .ray(let multipliers) = proof.proof else { return .stopped }
                let rows = price(mixed.sharedPrices(multipliers.map { -$0 }), totals, journeys, &patterns, countsCost: false).map(\.row)
                if patterns.list.count == count { return .infeasible(rows) }
            case .stopped, .numericalTrouble: return .stopped
            case let other: throw failure(other, mixed.model)
            }
        }
    }

    /// The row of every group at these prices, and its patterns, which are added where they are new.
    private func price(
        _ shared: [Double], _ totals: ElectiveModel, _ journeys: ElectiveJourneys, _ patterns: inout PatternList,
        countsCost: Bool = true
    ) -> [(row: ElectiveJourneys.Row, patterns: [ElectiveJourneys.Pattern])] {
        let prices = totals.prices(journeys.groups, shared: shared, countsCost: countsCost)
        let found = zip(journeys.groups, prices).map { journeys.row($0, $1) }
        for one in found { for pattern in one.patterns { patterns.add(pattern) } }
        return found
    }

    /// Patterns in the order they were found, each once.
    private struct PatternList {
        private(set) var list: [ElectiveJourneys.Pattern] = []
        private var seen: Set<ElectiveJourneys.Pattern> = []

        mutating func add(_ pattern: ElectiveJourneys.Pattern) {
            if seen.insert(pattern).inserted { list.append(pattern) }
        }
    }

    private func requireKnown(_ journeys: ElectiveJourneys, of totals: inout ElectiveModel) {
        for row in journeys.groups.flatMap({ known.rows[$0] ?? [] }) { totals.require(row) }
    }

    private mutating func remember(
        _ rows: [ElectiveJourneys.Row], _ used: [ElectiveJourneys.Pattern], _ last: [ElectiveJourneys.Pattern]
    ) {
        for row in rows { known.rows[row.group] = [row] + (known.rows[row.group] ?? []).prefix(1) }
        var patterns: [ElectiveJourneys.Group: [ElectiveJourneys.Pattern]] = [:]
        for pattern in used + last { patterns[pattern.group, default: []].append(pattern) }
        known.patterns.merge(patterns) { $1 }
    }

    // MARK: Solving

    /// Chosen by measurement: see the page.
    private static let options = SolveOptions(cuts: [.gomory], branching: .pseudocost)

    /// GLPK's simplex goes round in circles on a few of these programs (“numerical instability”): each way gets so many
    /// iterations, and then the next has a try.
    private mutating func solveLinear(_ model: Model<ThousandPounds>, start: Basis? = nil, _ stop: StopSignal?) -> Outcome {
        let most = 10 * (model.program.rowCount + model.program.columnCount)
        var outcome = solve(model, options: .init(iterationLimit: most, route: .primal), start: start, stop)
        if isLost(outcome) { outcome = solve(model, options: .init(iterationLimit: most, route: .dual), stop) }
        if isLost(outcome), start != nil { outcome = solve(model, options: .init(iterationLimit: most, route: .primal), stop) }
        // GLPK simplifies only what nobody can interrupt.
        for route in [SolveOptions.Route.dual, .primal] where isLost(outcome) {
            outcome = solve(model, options: .init(iterationLimit: most, route: route, presolve: true), nil)
        }
        return outcome
    }

    /// Whether another way to solve it may say more: without an end, or infeasible without the combination of rows that says why,
    /// which the dual simplex ends in.
    private func isLost(_ outcome: Outcome) -> Bool {
        switch outcome {
        case .stopped(.iterations, _, _), .numericalTrouble: true
        case .infeasible(let proof): if case .ray = proof.proof { false } else { true }
        default: false
        }
    }

    private mutating func solve(
        _ model: Model<ThousandPounds>, options: SolveOptions, start: Basis? = nil, _ stop: StopSignal?
    ) -> Outcome {
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        let outcome = GLPKSolver().solve(model, options: options, start: start, shouldStop: shouldStop)
        if let solution = outcome.solution {
            iterations += solution.effort.iterations
        } else if case .stopped(.iterations, _, _) = outcome {
            iterations += options.iterationLimit ?? 0
        }
        return outcome
    }

    private func failure(_ outcome: Outcome, _ model: Model<ThousandPounds>) -> AnalysisFailure {
        switch outcome {
        case .unbounded: .solver("\(model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): .solver("\(model.title): \(sentence)")
        case .invalid(let faults): .instance(faults.map { "\(model.title): \($0)" })
        case .optimal, .infeasible, .stopped: .solver("\(model.title): \(outcome)")
        }
    }

    /// No plan is shown that does not keep the page's rows, or costs other than its program says.
    private func check(_ plan: ElectivePlan, _ objective: Double, _ title: String) throws(AnalysisFailure) {
        if let violation = plan.violations(reach: reach).first { throw .solver("\(title): the plan found does not hold: \(violation)") }
        guard (plan.presentValue - objective).magnitude <= 1e-7 * max(1, objective.magnitude) else {
            throw .solver("\(title): the plan's cost, added up line by line, is not the objective")
        }
    }
}
