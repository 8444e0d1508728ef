// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver

/// `compare` for the family elective: do-nothing, today's sites with the levers, every named option, and every set of hubs and
/// inpatient centres.
public struct ElectiveComparison: Sendable {
    public struct Options: Sendable {
        public var jobs: Int
        /// Whether the root relaxation is solved with and without each strengthening.
        public var findsRootGaps: Bool
        /// Whether the search goes on until the best is proven best, however long that takes.
        public var isExact: Bool
        /// Sets of hubs and centres: up to so many each is its own program, and above that the best few are looked for.
        public var mostConfigurations: Int

        public init(
            jobs: Int = 1, findsRootGaps: Bool = false, isExact: Bool = false, mostConfigurations: Int = 256
        ) {
            self.jobs = jobs
            self.findsRootGaps = findsRootGaps
            self.isExact = isExact
            self.mostConfigurations = mostConfigurations
        }
    }

    let instance: Instance
    let tables: ElectiveTables
    let system: ElectiveSystem
    let options: Options

    /// Fails when the instance does not declare the family.
    public init(_ loaded: Instance, options: Options = Options()) throws(AnalysisFailure) {
        (instance, tables, system) = try Self.system(loaded)
        self.options = options
    }

    static func system(_ loaded: Instance) throws(AnalysisFailure) -> (Instance, ElectiveTables, ElectiveSystem) {
        guard let instance = loaded.viewed(as: .elective), let tables = instance.elective, let system = ElectiveSystem(instance) else {
            throw .instance(["footprint.yaml: the instance has no tables of the family elective. Add elective to families."])
        }
        return (instance, tables, system)
    }

    var leversOn: Set<ElectiveLever> { Set(instance.settings.elective.levers) }

    public func run(stop: StopSignal? = nil, progress: ProgressReport? = nil) throws(AnalysisFailure) -> ElectiveAppraisal {
        var solving = ElectiveSolving(system)
        let doNothing = try solvedDoNothing(solving)
        var rows = ElectiveRows(
            system, tables.options, levers: leversOn, capitalOfDoNothing: doNothing.capital, most: options.mostConfigurations)
        let count = rows.rows.count + (rows.hasEveryConfiguration ? 0 : Self.few)
        let levers = try leverResults(solving, doNothing, stop)
        progress?(0, count, "programs")
        // Today's sites are fixed, and take little: with them there is an answer however early the stop comes.
        let ofToday = rows.rows.count { $0.kind == .todayWithLevers || $0.kind == .todayWithLeversInFull }
        let situations = rows.rows.map(\.situation)
        var found = try solving.solve(Array(situations.prefix(ofToday)), jobs: options.jobs, stop: nil)
        found += try solving.solve(
            Array(situations.dropFirst(ofToday)), .init(iterations: Self.firstIterations), jobs: options.jobs, stop: stop
        ) {
            progress?(ofToday + $0, count, "programs")
        }
        try contend(&found, rows, solving, stop, progress)
        if !rows.hasEveryConfiguration { try findBest(&found, &rows, &solving, capitalOfDoNothing: doNothing.capital, stop, progress) }
        var accounts = ElectiveAccounts(system: system, doNothing: doNothing, baseYearCost: try baseYearCost())
        accounts.todayWithLevers = found[0].plan
        var configurations: [ElectiveConfiguration] = []
        for (row, answer) in zip(rows.rows, found) {
            guard answer.isInfeasible || answer.plan != nil else { continue }
            configurations.append(configuration(row, answer, accounts))
        }
        let isCut = found.contains { !$0.isInfeasible && !$0.isOptimal } || rows.rows.count < count
        let stopped = isCut ? stop?.reason : nil
        // Fewer than were looked for, and nothing stopped it: there are no more.
        let all = stopped == nil ? rows.rows.count : count
        let bound = try leastCost(found, rows, wasStopped: stopped != nil)
        explain(&configurations, rows, stop, progress)
        rank(&configurations)
        let best = configurations.first { $0.rank == 1 }
        let settings = instance.settings
        return ElectiveAppraisal(
            program: .current, instance: .init(instance), isIllustrative: isIllustrative, wouldMakeItReal: missingData,
            options: .init(
                changed: instance.overrides.map(\.description), levers: names(leversOn),
                outsideSites: settings.elective.outsideSites.map { code in instance.sites.first { $0.code == code }?.name ?? code }),
            levers: levers, conversions: conversions(configurations, best),
            doNothing: accounts.result(doNothing), configurations: configurations, configurationCount: all,
            answeredCount: configurations.count, hasEveryConfiguration: rows.hasEveryConfiguration, stopped: stopped,
            netPresentValueBound: bound.map { doNothing.presentValue - $0 },
            zoneClasses: .init(
                zones: system.zones.count, classes: system.zones.count, configuration: best?.name, gap: best.map { _ in 0 }),
            rootGaps: try rootGaps(best, stop, progress), liftedPrices: ElectiveLiftedPrice.all(of: system),
            claims: claims(settings, configurations),
            provenance: .init(figures: instance.provenance, savingRestingOnAssumed: nil))
    }

    /// Iterations of the simplex that a row may take at first: with the others so chosen that the four shipped footprints, of some
    /// 120 rows each, are compared in ten seconds on two cores.
    static let firstIterations = 300
    /// Rows that may still be the best that are searched again unless the best is to be proven, and how much longer.
    private static let contenders = 6
    static let factor = 16

    /// £: no row that is ranked has a lower present value; nil where the best that was found is proven best, or nothing is known.
    private func leastCost(_ found: [ElectiveAnswer], _ rows: ElectiveRows, wasStopped: Bool) throws(AnalysisFailure) -> Double? {
        let ranked = zip(rows.rows, found).filter { $0.kind.isRanked && !$1.isInfeasible }.map { $0.1 }
        let bounds = ranked.compactMap(\.bound)
        var least = rows.coverAll && bounds.count == ranked.count ? bounds.min() : nil
        if least == nil || wasStopped {
            let relaxed = try ElectiveBounds(system).leastPossible(of: system.free(levers: leversOn))
            least = [least, relaxed].compactMap(\.self).max()
        }
        guard let least, let best = ranked.compactMap({ $0.plan?.presentValue }).min() else { return least }
        return best - least > ElectiveAnswer.provenGap * max(1, best.magnitude) ? least : nil
    }

    /// Rows that may still be better than the best known are searched again: again and again with more effort where the best is to be
    /// proven, and else the few whose bounds are least once.
    private func contend(
        _ found: inout [ElectiveAnswer], _ rows: ElectiveRows, _ solving: ElectiveSolving, _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) {
        func bound(_ row: Int) -> Double { found[row].bound ?? -.infinity }
        let ranked = rows.rows.indices.filter { rows.rows[$0].kind.isRanked }
        var iterations = Self.firstIterations
        while stop?.reason == nil, let best = ranked.compactMap({ found[$0].plan?.presentValue }).min() {
            var open = ranked.filter { !found[$0].isInfeasible && !found[$0].isOptimal && bound($0) < best }
            if open.isEmpty || !options.isExact && iterations > Self.firstIterations { return }
            if !options.isExact { open = Array(open.sorted { (bound($0), $0) < (bound($1), $1) }.prefix(Self.contenders)) }
            iterations = iterations > .max / Self.factor ? .max : iterations * Self.factor
            let count = open.count
            progress?(0, count, "rows that may be the best")
            let again = try solving.improve(
                open.map { found[$0] }, .init(iterations: iterations, below: best), jobs: options.jobs, stop: stop
            ) { progress?($0, count, "rows that may be the best") }
            for (row, answer) in zip(open, again) { found[row] = answer }
        }
    }

    // MARK: References

    /// Do-nothing, which must have a solution.
    private func solvedDoNothing(_ solving: ElectiveSolving) throws(AnalysisFailure) -> ElectivePlan {
        try plan(
            solving, system.doNothing,
            orElse: "elective_parameters[maximumOutsourcedShare].value: do-nothing is not possible: today's sites cannot treat everyone "
                + "within the longest journeys, and no more than \(Words.percent(system.parameters.maximumOutsourcedShare)) may be "
                + "bought elsewhere. Let more be bought, or raise maximumSessions.")
    }

    /// £ a year: today's sites and the list as it stands.
    private func baseYearCost() throws(AnalysisFailure) -> Double {
        let today = system.asItStands
        return try plan(
            ElectiveSolving(today), today.doNothing,
            orElse: "elective_site_figures: today's sites cannot treat the base year's patients. Raise maximumSessions, or let more be bought elsewhere."
        ).annualCost
    }

    /// Sites are fixed: there is an answer however early the stop comes.
    private func plan(
        _ solving: ElectiveSolving, _ situation: ElectiveCase, orElse fault: String
    ) throws(AnalysisFailure) -> ElectivePlan {
        let answer = try solving.solve([situation], jobs: 1, stop: nil)[0]
        if let plan = answer.plan { return plan }
        throw answer.isInfeasible ? .instance([fault]) : .solver("\(system.title), \(situation.name): GLPK came to no end")
    }

    // MARK: Rows

    private func configuration(
        _ row: ElectiveRows.Row, _ answer: ElectiveAnswer, _ accounts: ElectiveAccounts
    ) -> ElectiveConfiguration {
        var result = ElectiveConfiguration(
            rank: nil, name: row.name, title: row.title, kind: row.kind, option: row.option,
            isToday: row.kind == .todayWithLevers || row.kind == .todayWithLeversInFull, status: .infeasible, proof: .optimal, gap: 0,
            decisions: row.decisions, levers: names(row.situation.levers), reasons: [])
        guard let plan = answer.plan else { return result }
        accounts.fill(&result, with: plan)
        result.proof = answer.isOptimal ? .optimal : .gap
        result.gap = answer.isOptimal ? 0 : answer.gap ?? 1
        return result
    }

    /// Says of every row that fails why it does.
    private func explain(
        _ configurations: inout [ElectiveConfiguration], _ rows: ElectiveRows, _ stop: StopSignal?, _ progress: ProgressReport?
    ) {
        let failing = configurations.indices.filter { configurations[$0].status == .infeasible }
        guard !failing.isEmpty else { return }
        let cases = Dictionary(uniqueKeysWithValues: rows.rows.map { ($0.name, $0.situation) })
        let asked = failing.map { cases[configurations[$0].name]! }
        let diagnosis = ElectiveDiagnosis(system)
        let done = Counter()
        progress?(0, failing.count, "reasons")
        let found = parallelMap(failing.count, jobs: options.jobs) { number in
            let reasons = diagnosis.reasons(asked[number], stop: stop)
            progress?(done.next(), asked.count, "reasons")
            return reasons
        }
        for (place, reasons) in zip(failing, found) { configurations[place].reasons = reasons }
    }

    /// By net present value; then what has other levers than the rest and so no rank; those that fail last.
    private func rank(_ rows: inout [ElectiveConfiguration]) {
        func isRanked(_ row: ElectiveConfiguration) -> Bool { row.status != .infeasible && row.kind.isRanked }
        let holding = rows.enumerated().filter { isRanked($0.element) }.sorted {
            let (first, second) = ($0.element.netPresentValue!, $1.element.netPresentValue!)
            return first == second ? $0.offset < $1.offset : first > second
        }
        rows = holding.enumerated().map { place, row in
            var row = row.element
            row.rank = place + 1
            return row
        } + rows.filter { !isRanked($0) && $0.status != .infeasible } + rows.filter { $0.status == .infeasible }
    }

    private func names(_ levers: Set<ElectiveLever>) -> [String] {
        ElectiveLever.allCases.filter(levers.contains).map(\.rawValue)
    }

    // MARK: Bounds

    private func rootGaps(
        _ best: ElectiveConfiguration?, _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) -> [ElectiveAppraisal.RootGap] {
        guard options.findsRootGaps, let value = best?.result?.presentValue, stop?.reason == nil else { return [] }
        progress?(0, 1, "root relaxations")
        return try ElectiveBounds(system).rootGaps(of: system.free(levers: leversOn), bestKnown: value)
    }

    // MARK: Levers

    /// What each lever saves alone, at today's sites.
    private func leverResults(
        _ solving: ElectiveSolving, _ doNothing: ElectivePlan, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> [ElectiveLeverResult] {
        let all = ElectiveLever.allCases
        let alone = try solving.solve(
            all.map { lever in
                var situation = system.today(levers: [lever])
                situation.hasRequirements = false
                return situation
            }, jobs: options.jobs, stop: stop)
        return zip(all, alone).map { lever, answer in
            ElectiveLeverResult(
                name: lever.rawValue, title: lever.title, isOn: leversOn.contains(lever),
                startYear: system.levers.startYear[lever] ?? system.openingYear,
                figures: instance.figures.all.filter { $0.table == "elective_levers" && $0.key == [lever.rawValue] && $0.name != "startYear" }
                    .map { .init(name: $0.name, value: $0.value, low: $0.low, high: $0.high, source: $0.source) },
                savingAlone: answer.plan.map { doNothing.annualCost - $0.annualCost })
        }
    }

    /// Published conversions beside those of the best configuration.
    private func conversions(_ rows: [ElectiveConfiguration], _ best: ElectiveConfiguration?) -> [ElectiveConversion] {
        func converted(_ row: ElectiveConfiguration?, _ code: String) -> Double? {
            row?.result?.years.last?.specialties.first { $0.code == code }?.converted
        }
        let full = rows.first { $0.kind == .todayWithLeversInFull }
        return system.specialties.map { specialty in
            let figures = instance.figures
            let place = figures.index("specialty_figures", [specialty.code], "dayCaseCeiling")
            let figure = place.map { figures.figure(at: $0) }
            return ElectiveConversion(
                specialty: specialty.code, title: specialty.title, ceiling: specialty.dayCaseCeiling, low: figure?.low,
                high: figure?.high, published: converted(full, specialty.code), chosen: converted(best, specialty.code))
        }
    }

    private func claims(_ settings: Settings, _ rows: [ElectiveConfiguration]) -> [ComparedClaim] {
        let full = rows.first { $0.kind == .todayWithLeversInFull }
        return instance.claims.filter { $0.family == .elective }.map { claim in
            switch (claim.measure, claim.subject) {
            case ("annual saving", "planned care"):
                ComparedClaim(
                    claim, computed: full?.annualSaving,
                    remark: "today's sites with every published lever in full, against doing nothing")
            case ("in-session theatre utilisation", _):
                ComparedClaim(
                    claim, computed: system.levers.utilisationTarget, remark: "the setting of the lever theatres, not a finding")
            default: ComparedClaim(claim, computed: nil)
            }
        }
    }
}

extension ElectiveConfiguration.Kind {
    /// Whether it has the levers that the other rows have, and so a rank among them.
    fileprivate var isRanked: Bool { self != .todayWithLeversInFull }
}

extension ElectiveLever {
    /// What a reader calls it.
    var title: String {
        switch self {
        case .dayCases: "inpatients to day cases, as many as pays"
        case .dayCasesInFull: "inpatients to day cases, as many as published"
        case .stays: "shorter stays"
        case .followUps: "fewer and cheaper follow-ups"
        case .theatres: "fuller theatre sessions"
        }
    }
}

extension ElectiveLiftedPrice {
    static func all(of system: ElectiveSystem) -> [Self] {
        system.liftedPrices.map { .init(specialty: $0.specialty, mode: $0.mode.rawValue, table: $0.table, used: $0.used) }
    }
}
