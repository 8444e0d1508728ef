// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver
import LinearPrograms

/// `compare` for the family beds: do-nothing, the schemes alone, the best, and every named option.
public struct BedsComparison: Sendable {
    let instance: Instance
    let tables: BedsTables
    let system: BedsSystem

    public struct Options: Sendable {
        /// Threads. The answer does not depend on it.
        public var jobs: Int
        /// Whether it is worked out which assumed figures the best hangs on, and limits are solved again until their worth is
        /// settled: some seconds.
        public var findsSensitivity: Bool

        public init(jobs: Int = 1, findsSensitivity: Bool = true) {
            self.jobs = jobs
            self.findsSensitivity = findsSensitivity
        }
    }

    let options: Options

    /// Fails when the instance does not declare the family.
    public init(_ loaded: Instance, options: Options = .init()) throws(AnalysisFailure) {
        self.options = options
        guard let instance = loaded.viewed(as: .beds), let tables = instance.beds, let system = BedsSystem(instance) else {
            throw .instance(["footprint.yaml: the instance has no tables of the family beds. Add beds to families."])
        }
        self.instance = instance
        self.tables = tables
        self.system = system
    }

    /// What one of each alternative is.
    private var units: [String] { tables.alternatives.map(\.unit) }

    private struct Row: Sendable {
        let kind: BedsConfiguration.Kind
        let name: String
        let title: String
        let situation: BedsCase
        var closures: [Int: Double]?
    }

    public func run(stop: StopSignal? = nil, progress: ProgressReport? = nil) throws(AnalysisFailure) -> BedsAppraisal {
        // The parts of a large program take the threads one row after another.
        let isLarge = BedsSolving.isLarge(system)
        let doNothing = try solvedDoNothing()
        var accounts = BedsAccounts(system: system, doNothing: doNothing, schemesOnly: nil)
        let rows = self.rows
        let counter = Counter()
        progress?(0, rows.count, "programs")
        let known = accounts
        let answers = try parallelTry(rows.count, jobs: isLarge ? 1 : options.jobs) { number throws(AnalysisFailure) -> Answer? in
            if stop?.reason != nil { return nil }
            defer { progress?(counter.next(), rows.count, "programs") }
            return try answer(rows[number], known, jobs: isLarge ? options.jobs : 1, stop)
        }.compactMap(\.self)
        accounts.schemesOnly = answers.first { $0.row.kind == .schemesOnly }?.plan
        var configurations = answers.compactMap { answer in answer.configuration.map { recause($0, accounts) } }
        var stopped = configurations.count < rows.count || answers.contains { $0.wasCut } ? stop?.reason : nil
        let bound = bound(answers, of: rows.count)
        let best = answers.first { $0.configuration?.kind == .best }

        var questions: BedsQuestions.Answer?
        if stopped == nil, !isLarge, let best, let solution = best.proven, let place = configurations.firstIndex(where: { $0.kind == .best }) {
            configurations[place].prices = try prices(of: best.model, solution, stop, progress)
            stopped = stop?.reason
            if options.findsSensitivity, stopped == nil, configurations[place].annualSaving != 0 {
                do throws(AnalysisFailure) {
                    questions = try BedsQuestions(
                        assumptions: BedsFigures(instance, system, together: true), figures: BedsFigures(instance, system, together: false),
                        best: best.model, decisions: best.model.decisions(of: solution), doNothing: BedsModel(system, system.doNothing), annualSaving: configurations[place].annualSaving!,
                        netPresentValue: configurations[place].netPresentValue!, jobs: options.jobs, stop: stop, progress: progress
                    ).answer()
                } catch {
                    // Every row is answered; only what the best hangs on is left out.
                    guard error == .stopped else { throw error }
                    stopped = stop?.reason
                }
            }
        }
        rank(&configurations)
        let growth = growth(doNothing, accounts.schemesOnly)
        return BedsAppraisal(
            program: .current, instance: .init(instance),
            isIllustrative: instance.isIllustrative(.beds),
            options: .init(changed: instance.overrides.map(\.description)),
            schemes: tables.schemes.map { .init(name: $0.code, title: $0.title, gate: $0.gate, isLaterPhase: !$0.after.isEmpty, source: $0.source) },
            pools: accounts.today, doNothing: accounts.result(doNothing, withMoves: false), configurations: configurations,
            configurationCount: rows.count, answeredCount: configurations.count, stopped: stopped,
            netPresentValueBound: stopped == nil ? nil : bound, bedsNeeded: bedsNeeded,
            claims: claims(answers, doNothing, accounts.schemesOnly, growth), growth: growth,
            provenance: .init(figures: instance.provenance, savingRestingOnAssumed: questions?.shareRestingOnAssumed),
            sensitivity: questions?.sensitivity)
    }

    /// What binds in the best, and what more of it is worth.
    private func prices(
        of model: BedsModel, _ solution: Solution, _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) -> [BedsConfiguration.Price] {
        let plan = model.plan(solution)
        let limits = BedsLimits(
            model: model, plan: plan, decisions: model.decisions(of: solution), units: units, cohortTitles: tables.cohorts.map(\.title))
        return try BedsPrices(
            model: model, solution: solution, plan: plan, limits: limits.all, stop: stop, jobs: options.jobs,
            iterations: options.findsSensitivity ? Self.iterationsToSettle : Self.iterationsInPassing, progress: progress
        ).prices()
    }

    /// Simplex iterations for the limits that are solved again: where time is short, and where there is more.
    static let iterationsInPassing = 4_000
    static let iterationsToSettle = 40_000

    /// Every row there is, in the order they are solved: the schemes first, since the split of savings needs them.
    private var rows: [Row] {
        var rows = [
            Row(
                kind: .schemesOnly, name: "schemes only", title: "Today's beds, with the schemes",
                situation: system.schemesOnly),
            Row(kind: .best, name: "best", title: "The best the program finds", situation: system.free),
        ]
        if !system.laterPhases.isEmpty {
            var without = system.free
            without.name = "best, phases overlap"
            for scheme in system.laterPhases { without.schemesOn[scheme] = false }
            rows.append(
                Row(
                    kind: .bestWithoutLaterPhases, name: without.name,
                    title: "The best if the later phases are the first ones told again", situation: without))
        }
        let places = Dictionary(uniqueKeysWithValues: system.pools.enumerated().map { ($1.code, $0) })
        for option in tables.options {
            let closures = Dictionary(uniqueKeysWithValues: option.closures.map { (places[$0.key]!, $0.value) })
            let possible = closures.reduce(into: [Int: Double]()) { $0[$1.key] = min($1.value, system.pools[$1.key].openBeds) }
            rows.append(
                Row(
                    kind: .option, name: option.name, title: option.title,
                    situation: system.option(option.name, closing: possible), closures: closures))
        }
        return rows
    }

    /// What no row's net present value can be above, £; nil where that of a row is not known: it could be anything.
    private func bound(_ answers: [Answer], of count: Int) -> Double? {
        let bounds = answers.filter { $0.configuration?.status != .infeasible }.map(\.bound)
        return answers.count < count || bounds.contains(nil) ? nil : bounds.compactMap(\.self).max()
    }

    /// Do-nothing, which must have a solution.
    private func solvedDoNothing() throws(AnalysisFailure) -> BedsPlan {
        let model = BedsModel(system, system.doNothing)
        // Without moves pools have nothing to do with each other: there is an answer however early the stop comes.
        switch try BedsSolving.solve(model, jobs: options.jobs, stop: nil) {
        case .optimal(let solution), .stopped(let solution?, _): return model.plan(solution)
        case .stopped: throw .stopped
        case .infeasible: throw .instance(impossible(model))
        }
    }

    /// Which pool has no room, and how many beds more it would need.
    private func impossible(_ model: BedsModel) -> [String] {
        system.pools.indices.compactMap { place in
            let pool = system.pools[place]
            let most = model.steps[place].states.map(\.capacity).max() ?? 0
            let worst = system.years.map { pool.peakFactor * system.demand(place, $0) }.enumerated().max { $0.1 < $1.1 }!
            guard worst.1 > most + 1e-9, let beds = model.steps[place].states.last?.beds else { return nil }
            let needed = system.rule(place, withMoves: false)(worst.1)
            return
                "pool_figures[\(pool.code),wardsThatCanOpen].value: do-nothing is not possible: in \(Words.year(system.years[worst.0])) \(pool.title) "
                + "needs \(Words.beds(needed)), and has \(Words.number(beds)) with every ward opened that there is room for. "
                + "Let \(Words.amount(((needed - pool.openBeds) / pool.wardSize).rounded(.up), "wards")) open."
        }
    }

    /// What is known of a row.
    private struct Answer: Sendable {
        let row: Row
        let model: BedsModel
        /// Nil where it was stopped with nothing in hand.
        var configuration: BedsConfiguration?
        /// Of an option that closes beds or wards that are not there: without them.
        var plan: BedsPlan?
        /// An optimum that has been proven.
        var proven: Solution?
        /// On its net present value, £; nil where none is known.
        var bound: Double?
        var wasCut = false
    }

    private func answer(
        _ row: Row, _ accounts: BedsAccounts, jobs: Int, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> Answer {
        var result = BedsConfiguration(
            rank: nil, name: row.name, title: row.title, kind: row.kind, isToday: row.kind == .schemesOnly, status: .feasible,
            proof: .optimal, gap: 0, decisions: [:], sites: [], alternatives: [], schemesRunning: [], prices: [], reasons: [])
        var answer = Answer(row: row, model: BedsModel(system, row.situation))
        let model = answer.model
        let diagnosis = row.closures.map { BedsDiagnosis(system: system, closures: $0, units: units, stop: stop) }
        result.reasons = diagnosis?.plainReasons ?? []
        // A gate after the target year leaves nothing to solve for: the diagnosis would only say it again.
        let solved = try BedsSolving.solve(model, jobs: jobs, stop: stop)
        switch solved {
        case .infeasible:
            result.status = .infeasible
            if let diagnosis { result.reasons += try diagnosis.reasons(model) }
            answer.configuration = result
        case .stopped(nil, let bound):
            answer.bound = bound.map { accounts.doNothing.presentValue - $0 * 1000 }
            answer.wasCut = true
        case .stopped(let solution?, _), .optimal(let solution):
            let plan = model.plan(solution)
            guard (model.presentValue(of: plan) - plan.presentValue).magnitude <= 1e-6 * max(1, plan.presentValue.magnitude) else {
                throw .solver("\(model.model.title): the plan's cost, added up line by line, is not the objective")
            }
            answer.plan = plan
            if case .stopped = solved { answer.wasCut = stop?.reason != nil }
            if result.reasons.isEmpty {
                accounts.fill(&result, with: plan, of: model, units: units)
                let value = result.netPresentValue!
                if case .stopped(_, let bound) = solved {
                    answer.bound = bound.map { accounts.doNothing.presentValue - $0 * 1000 }
                    result.proof = .gap
                    result.gap = answer.bound.map { max(0, $0 - value) / max(1, value.magnitude) } ?? 1
                } else {
                    answer.proven = solution
                    answer.bound = value
                }
            } else {
                result.status = .infeasible
                let closed = plan.last.pools.reduce(0) { $0 + $1.bedsClosed }
                result.reasons.append(
                    .init(
                        requirement: "the rest", site: nil, conflict: 1,
                        sentence: "without that the rest would hold: \(Words.amount(closed, "beds")) close, and "
                            + "\(Words.pounds(accounts.doNothing.annualCost - plan.annualCost)) a year is saved against doing nothing",
                        leastChange: nil, unit: "beds"))
            }
            answer.configuration = result
        }
        return answer
    }

    /// The row with the split by cause put right: the schemes alone were not known when it was answered.
    private func recause(_ row: BedsConfiguration, _ accounts: BedsAccounts) -> BedsConfiguration {
        guard let saving = row.annualSaving, let alone = accounts.schemesOnly else { return row }
        var row = row
        let levers = accounts.doNothing.annualCost - alone.annualCost
        row.savingSplit?.levers = levers
        row.savingSplit?.configuration = saving - levers
        return row
    }

    /// By net present value; those that fail last, in the order of the instance.
    private func rank(_ rows: inout [BedsConfiguration]) {
        let holding = rows.enumerated().filter { $0.element.status != .infeasible }.sorted {
            let (first, second) = ($0.element.netPresentValue!, $1.element.netPresentValue!)
            return first == second ? $0.offset < $1.offset : first > second
        }
        let failing = rows.filter { $0.status == .infeasible }
        rows = holding.enumerated().map { place, row in
            var row = row.element
            row.rank = place + 1
            return row
        } + failing
    }

    private var bedsNeeded: [BedsNeededRow] {
        system.pools.indices.flatMap { place in
            BedSteps(system, pool: place, in: system.free).states.map {
                BedsNeededRow(
                    pool: system.pools[place].code, wardsClosed: $0.wardsClosed, wardsOpened: $0.wardsOpened, beds: $0.beds,
                    capacity: $0.capacity)
            }
        }
    }

    private func claims(
        _ answers: [Answer], _ doNothing: BedsPlan, _ schemesOnly: BedsPlan?, _ growth: BedsGrowth?
    ) -> [ComparedClaim] {
        let options = answers.filter { $0.row.kind == .option }.compactMap { answer -> (String, BedsClaims.Option)? in
            guard let plan = answer.plan else { return nil }
            let reasons = (answer.configuration?.reasons ?? []).filter { $0.leastChange != nil }
            return (answer.row.name, .init(plan: plan, reasons: reasons.map(\.sentence)))
        }
        return BedsClaims(
            instance: instance, system: system, doNothing: doNothing, schemesOnly: schemesOnly,
            best: answers.first { $0.row.kind == .best }?.plan, options: Dictionary(uniqueKeysWithValues: options), growth: growth
        ).all
    }

    private func growth(_ doNothing: BedsPlan, _ schemesOnly: BedsPlan?) -> BedsGrowth? {
        guard
            let claim = instance.claims.first(where: { $0.family == .beds && $0.measure == "acute beds added" }),
            let year = doNothing.years.first(where: { $0.year == claim.year }),
            let with = schemesOnly?.years.first(where: { $0.year == claim.year })
        else { return nil }
        let acute = system.pools.indices.filter { system.pools[$0].type == .acute }
        func total(_ value: (Int) -> Double) -> Double { acute.reduce(0) { $0 + value($1) } }
        func needed(_ pool: Int, _ occupied: Double) -> Double {
            system.rule(pool, withMoves: false)(system.pools[pool].peakFactor * occupied)
        }
        let before = total { needed($0, year.pools[$0].occupied) }
        return BedsGrowth(
            year: claim.year, claimed: claim.value, acuteBedsToday: total { system.pools[$0].openBeds },
            opened: total { year.pools[$0].bedsOpened },
            neededToday: total { needed($0, system.pools[$0].occupiedBeds) }, needed: before,
            occupiedToday: total { system.pools[$0].occupiedBeds }, occupied: total { year.pools[$0].occupied },
            removedBySchemes: before - total { needed($0, max(0, year.pools[$0].demand - with.pools[$0].avoided)) },
            openedWithSchemes: total { with.pools[$0].bedsOpened }, source: claim.source)
    }
}
