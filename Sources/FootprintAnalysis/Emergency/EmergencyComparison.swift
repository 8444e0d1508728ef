// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver
import LinearPrograms

/// `compare` for the emergency family: every configuration, answered, ranked and explained.
public struct EmergencyComparison: Sendable {
    public struct Options: Sendable {
        /// Names of the levers that are on in every row but do-nothing.
        public var levers: [String]
        /// Threads. The answer does not depend on it.
        public var jobs: Int
        public var findsSensitivity: Bool

        public init(levers: [String] = [], jobs: Int = 1, findsSensitivity: Bool = true) {
            self.levers = levers
            self.jobs = jobs
            self.findsSensitivity = findsSensitivity
        }
    }

    /// Above this many configurations they are not enumerated.
    public static let enumerationLimit = 4096

    let instance: Instance
    let options: Options
    let family: EmergencyFamily

    public init(_ instance: Instance, options: Options) {
        self.instance = instance
        self.options = options
        family = EmergencyFamily(instance, levers: options.levers)
    }

    /// - Parameter progress: configurations as they are answered, then figures as they are moved.
    public func run(stop: StopSignal? = nil, progress: ProgressReport? = nil) throws(AnalysisFailure) -> Appraisal {
        let system = family.system
        guard system.configurationCount <= Self.enumerationLimit else {
            throw .instance([
                "there are \(system.configurationCount == .max ? "more" : Words.number(Double(system.configurationCount))) configurations\(system.configurationCount == .max ? " than can be counted" : ""); at most \(Self.enumerationLimit) are solved one by one. "
                    + "Leave some levels out of site_levels.csv."
            ])
        }
        // One small program each, people going to the quickest door: done before a stop could be heard. With them there is
        // an answer to give, however early the stop comes.
        let doNothing = try DoNothing(family)
        let baseYear = try solved(family.baseYear, start: doNothing.basis)
        let stopOfToday = family.system.settings.flow == .assigned ? stop : nil
        let allLevers = family.levers.isEmpty ? Array(instance.schemes.indices) : family.levers
        let leverFamily = family.levers.isEmpty ? family.withLevers(allLevers) : family
        let todayWithLevers = try solved(leverFamily.todayWithLevers, start: doNothing.basis, stopOfToday)
        let todayAsSolved =
            family.levers.isEmpty && !allLevers.isEmpty
            ? try solved(family.todayWithLevers, start: doNothing.basis, stopOfToday) : todayWithLevers

        let configurations = system.configurations
        let (answers, enumerationStop) = try Self.answers(family, configurations, doNothing, jobs: options.jobs, stop, progress)
        var stopped = enumerationStop

        let accounts = EmergencyAccounts(
            family: family, doNothing: doNothing.plan, today: todayAsSolved, baseYearCost: baseYear.annualCost)
        var results = answers.map { accounts.result($0, optionName(of: $0.configuration)) }
        Self.rank(&results)
        let winner = Self.winner(results, answers, system)

        var sensitivity: Sensitivity?
        var restingOnAssumed: Double?
        // Today's sites with every lever shut are do-nothing: their saving is nothing, whatever the figures.
        let savesSomething = winner?.configuration != system.today || !family.levers.isEmpty
        if options.findsSensitivity, savesSomething, stopped == nil, let winner {
            do throws(AnalysisFailure) {
                let known = KnownAnswers(
                    family, doNothing, answers, winner: winner.configuration, jobs: options.jobs)
                let questions = EmergencyQuestions(known: known, stop: stop, progress: progress)
                sensitivity = try questions.sensitivity(of: winner.configuration, jobs: options.jobs)
                restingOnAssumed = try questions.shareRestingOnAssumed(of: winner.configuration, jobs: options.jobs)
            } catch {
                // Every configuration is answered; only what the winner hangs on is left out.
                guard error == .stopped else { throw error }
                stopped = stop?.reason
            }
        }
        var resilience: [Resilience] = []
        if let winner, winner.configuration != system.today {
            resilience.append(Resilience(family, winner, isToday: false))
        }
        if let today = answers.first(where: { $0.configuration == system.today }), today.plan != nil {
            resilience.append(Resilience(family, today, isToday: true))
        }

        let settings = instance.settings
        return Appraisal(
            program: .init(name: "footprint", version: footprintVersion, glpk: GLPKSolver.version),
            instance: .init(
                name: instance.name, title: settings.title, baseYear: settings.baseYear,
                targetYear: settings.targetYear, openingYear: settings.openingYear, horizonYear: settings.horizonYear,
                priceBase: settings.priceBase,
                files: instance.inputFiles.map { .init(path: $0.path, sha256: $0.sha256) }),
            family: "emergency",
            options: .init(
                boundary: settings.emergency.boundary.rawValue, flow: settings.emergency.flow.rawValue,
                bedRule: settings.emergency.bedRule.rawValue, changed: instance.overrides.map(\.description)),
            levers: instance.schemes.enumerated().map {
                .init(name: $1.name, title: $1.title, isOn: family.levers.contains($0), source: $1.source)
            },
            doNothing: accounts.reference("Do nothing", [], doNothing.plan),
            todayWithLevers: accounts.reference(
                "Today's sites with the levers", allLevers.map { instance.schemes[$0].name },
                todayWithLevers),
            configurations: results, configurationCount: configurations.count, answeredCount: answers.count,
            stopped: stopped, savingBound: stopped == nil ? nil : accounts.largestPossibleSaving,
            provenance: .init(figures: instance.provenance, savingRestingOnAssumed: restingOnAssumed),
            sensitivity: sensitivity, resilience: resilience)
    }

    /// A yardstick's plan. None of the requirements is imposed on it, so that it always has one.
    private func solved(
        _ problem: EmergencyProblem, start: LinearPrograms.Basis?, _ stop: StopSignal? = nil
    ) throws(AnalysisFailure) -> EmergencyPlan {
        var problem = problem
        switch try EmergencySolving.solve(&problem, start: start, stop: stop) {
        case .optimal(let solution): return problem.plan(solution)
        case .infeasible: throw .solver("\(problem.model.model.title): its definitions contradict each other")
        case .stopped: throw .stopped
        }
    }

    /// Every configuration's answer in order; those not reached before a stop are left out.
    static func answers(
        _ family: EmergencyFamily, _ configurations: [Configuration], _ doNothing: DoNothing, jobs: Int,
        _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) -> (answers: [ConfigurationAnswer], stopped: Appraisal.StopReason?) {
        let counter = Counter()
        let results = try parallelTry(configurations.count, jobs: jobs) { number throws(AnalysisFailure) -> ConfigurationAnswer? in
            if stop?.reason != nil { return nil }
            let answer = try ConfigurationAnswer(family, configurations[number], doNothing, stop: stop)
            progress?(counter.next(), configurations.count, "configurations")
            return answer
        }
        let answers = results.compactMap(\.self)
        return (answers, answers.count < configurations.count ? stop?.reason : nil)
    }

    private func optionName(of configuration: Configuration) -> String? {
        instance.options.first { family.system.configuration($0.decisions) == configuration }?.title
    }

    /// By saving, the largest first; ties by name; infeasible ones last, those that miss least requirements first.
    private static func rank(_ results: inout [ConfigurationResult]) {
        results.sort { first, second in
            switch (first.annualSaving, second.annualSaving) {
            case (let a?, let b?): a != b ? a > b : first.name < second.name
            case (.some, .none): true
            case (.none, .some): false
            case (.none, .none):
                first.reasons.count != second.reasons.count
                    ? first.reasons.count < second.reasons.count : first.name < second.name
            }
        }
        var rank = 0
        for place in results.indices where results[place].status != .infeasible {
            rank += 1
            results[place].rank = rank
        }
    }

    private static func winner(
        _ results: [ConfigurationResult], _ answers: [ConfigurationAnswer], _ system: EmergencySystem
    ) -> ConfigurationAnswer? {
        guard let name = results.first(where: { $0.rank == 1 })?.name else { return nil }
        return answers.first { system.name(of: $0.configuration) == name }
    }
}

/// The program's version, as results record it.
public let footprintVersion = "0.1.0"
