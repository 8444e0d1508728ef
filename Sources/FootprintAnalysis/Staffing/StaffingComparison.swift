// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// `compare` for the family staffing: do-nothing and every option, as they are and at today's fill, under every limit to who
/// signs up.
public struct StaffingComparison: Sendable {
    public struct Options: Sendable {
        /// Years by month; nil: the first year by week.
        public var years: Int?
        /// Weeks of the plan that are over before the first period.
        public var firstWeek: Double
        /// Threads. The answer does not depend on it.
        public var jobs: Int
        /// Whether the options are solved again under other limits to who signs up.
        public var variesSignUps: Bool
        /// Whether every figure is moved, to say what the winner hangs on.
        public var findsSensitivity: Bool
        /// Nil: the usual year alone.
        public var uncertainty: Uncertainty?

        public init(
            years: Int? = nil, firstWeek: Double = 0, jobs: Int = 1, variesSignUps: Bool = true, findsSensitivity: Bool = false,
            uncertainty: Uncertainty? = nil
        ) {
            self.years = years
            self.firstWeek = firstWeek
            self.jobs = jobs
            self.variesSignUps = variesSignUps
            self.findsSensitivity = findsSensitivity
            self.uncertainty = uncertainty
        }
    }

    let instance: Instance
    let system: StaffingSystem
    let calendar: StaffingCalendar
    let options: Options

    /// Fails when the instance does not declare the family.
    public init(_ loaded: Instance, options: Options = .init()) throws(AnalysisFailure) {
        let (instance, system) = try Self.system(loaded)
        self.instance = instance
        self.system = system
        self.options = options
        calendar = Self.calendar(system, options)
        if options.uncertainty != nil, system.scenarios.isEmpty {
            throw .instance(["scenario_figures.csv: it lists no scenario, and --scenarios asks for some. Add those that a year may bring."])
        }
    }

    static func system(_ loaded: Instance) throws(AnalysisFailure) -> (Instance, StaffingSystem) {
        guard let instance = loaded.viewed(as: .staffing), let system = StaffingSystem(instance) else {
            throw .instance(["footprint.yaml: the instance has no tables of the family staffing. Add staffing to families."])
        }
        return (instance, system)
    }

    static func calendar(_ system: StaffingSystem, _ options: Options) -> StaffingCalendar {
        var calendar = options.years.map { .months(of: system.weeks, years: $0) } ?? StaffingCalendar(system.weeks)
        calendar.firstWeek = options.firstWeek
        return calendar
    }

    static func situation(_ system: StaffingSystem, _ options: Options) throws(AnalysisFailure) -> StaffingSituation {
        try situation(system, calendar(system, options))
    }

    /// The usual year of a system, with what its figures contradict as an instance's fault.
    static func situation(_ system: StaffingSystem, _ calendar: StaffingCalendar) throws(AnalysisFailure) -> StaffingSituation {
        do throws(StaffingFaults) {
            return try StaffingSituation(StaffingCalibration(system, calendar))
        } catch { throw .instance(error.sentences) }
    }

    /// The rows of the comparison but do-nothing: the page's options, under the instance's own ceiling and under 3%.
    static func options(_ instance: Instance) -> [StaffingOption] {
        let own = instance.figures.value("staffing_parameters", figure: "agencyCeilingShare") ?? 0.04
        let ceilings = Set([own, 0.03]).sorted(by: >)
        return [.ownBanks, .sharedBank, .sharedBankAndRecruitment] + ceilings.map(StaffingOption.ceiling)
    }

    public func run(stop: StopSignal? = nil, progress: ProgressReport? = nil) throws(AnalysisFailure) -> StaffingAppraisal {
        let situation = try Self.situation(system, calendar)
        let rows = Self.options(instance)
        let solved = try solve(rows, limits, stop, progress)
        let accounts = StaffingAccounts(situation: situation)
        var configurations = [today(accounts)]
        for (place, option) in rows.enumerated() {
            guard let row = try configuration(option, solved.free.answers[place], solved.atTodaysFill.answers[place], accounts, stop)
            else { continue }
            configurations.append(row)
        }
        rank(&configurations)
        let signUps = solved.limits.map { StaffingSignUpLimit($0.limit, $0.answers, rows, stop: stop) }
        let reach = try reach(configurations, signUps, accounts, stop)
        let premium = accounts.premium
        let winner = configurations.first { $0.rank == 1 && !$0.isToday }
        var uncertainty: StaffingUncertainty?
        if let asked = options.uncertainty {
            progress?(0, 1, "decisions in uncertain years")
            uncertainty = try self.uncertainty(asked, winner, rows, situation.calibration, stop)
        }
        let hangsOn = try options.findsSensitivity ? questions(winner, rows, stop, progress) : nil
        let isMissing = winner != nil && (options.uncertainty != nil && uncertainty == nil || options.findsSensitivity && hangsOn == nil)
        let wasCut = configurations.count < rows.count + 1 || solved.wasStopped || isMissing
        return StaffingAppraisal(
            program: .current, instance: .init(instance), isIllustrative: instance.isIllustrative(.staffing),
            options: .init(
                changed: instance.overrides.map(\.description), periods: calendar.isDiscounted ? .months : .weeks,
                years: calendar.years.count, firstWeek: calendar.firstWeek),
            groups: system.groups.map { .init(code: $0.code, title: $0.title) },
            organisations: system.organisations.map {
                .init(code: $0.code, name: $0.name, payBill: $0.payBill, agencySpend: $0.agencySpend)
            },
            doNothing: accounts.result(situation.doNothing), premium: premium, configurations: configurations,
            configurationCount: rows.count + 1, answeredCount: configurations.count, stopped: wasCut ? stop?.reason : nil,
            signUpLimits: signUps,
            claims: StaffingClaims(
                claims: instance.claims.filter { $0.family == .staffing }, situation: situation, configurations: configurations,
                premium: premium, reach: reach
            ).compared(),
            reach: reach, uncertainty: uncertainty, rosters: StaffingRemarks.rosters(system),
            remarks: StaffingRemarks(instance: instance, situation: situation, options: rows).sentences,
            provenance: .init(figures: instance.provenance, savingRestingOnAssumed: hangsOn?.shareRestingOnAssumed),
            sensitivity: hangsOn?.sensitivity)
    }

    // MARK: Solving

    struct Limit: Sendable {
        let kind: StaffingSignUpLimit.Kind
        let system: StaffingSystem
    }

    /// Who would sign up, at the ends of the tables' ranges and without any limit; the value itself among them.
    private var limits: [Limit] {
        guard options.variesSignUps else { return [Limit(kind: .value, system: system)] }
        func changed(_ factor: (StaffingSystem.Group) -> Double?) -> StaffingSystem {
            var copy = system
            for g in copy.groups.indices { copy.groups[g].signUpFactor = factor(system.groups[g]) }
            return copy
        }
        func figure(_ group: StaffingSystem.Group) -> Figure? {
            instance.figures.index("workforce_group_figures", [group.code], "signUpFactor").map { instance.figures.figure(at: $0) }
        }
        var limits = [Limit(kind: .value, system: system)]
        // A figure that the caller set has no range.
        if system.groups.contains(where: { figure($0)?.low != nil }) {
            limits.insert(Limit(kind: .low, system: changed { figure($0)?.low ?? $0.signUpFactor }), at: 0)
            limits.append(Limit(kind: .high, system: changed { figure($0)?.high ?? $0.signUpFactor }))
        }
        return limits + [Limit(kind: .none, system: changed { _ in nil })]
    }

    private struct Solved {
        let free: StaffingAnswers
        let limits: [(limit: Limit, answers: StaffingAnswers)]

        var atTodaysFill: StaffingAnswers { limits.first { $0.limit.kind == .value }!.answers }
        var wasStopped: Bool {
            ([free] + limits.map(\.answers)).contains { $0.answers.contains { if case .stopped = $0 { true } else { false } } }
        }
    }

    /// The options as they are, and at today's fill under every limit: each a list of programs, solved side by side.
    private func solve(
        _ rows: [StaffingOption], _ limits: [Limit], _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) -> Solved {
        let done = Counter()
        let total = rows.count * (limits.count + 1)
        let sameFill = rows.map { $0.with { $0.sameFill = true } }
        let answers = try parallelTry(limits.count + 1, jobs: options.jobs) { number throws(AnalysisFailure) in
            let system = number == 0 ? self.system : limits[number - 1].system
            return try StaffingAnswers(
                Self.situation(system, calendar), number == 0 ? rows : sameFill, stop: stop,
                report: { progress?(done.next(), total, "programs") })
        }
        return Solved(free: answers[0], limits: Array(zip(limits, answers.dropFirst())).map { (limit: $0.0, answers: $0.1) })
    }

    // MARK: Rows

    private func today(_ accounts: StaffingAccounts) -> StaffingConfiguration {
        let nothing = accounts.situation.doNothing
        let result = accounts.result(nothing)
        return StaffingConfiguration(
            rank: nil, name: StaffingOption.doNothing.name, title: "Today", isToday: true, status: .feasible, proof: .optimal, gap: 0,
            decisions: [], annualCost: result.annualCost, annualSaving: 0, savingSplit: .init(cashReleasing: 0, hoursFilled: 0),
            cashSavingNet: 0, cashSavingGross: 0, netPresentValue: accounts.netPresentValue(nothing), costLines: result.costLines,
            result: result, bankWorth: [],
            atTodaysFill: .init(
                decisions: [], cashSavingNet: 0, cashSavingGross: 0, netPresentValue: accounts.netPresentValue(nothing),
                result: result, bankWorth: []),
            reasons: [])
    }

    /// Nil where a limit came before the option was answered.
    private func configuration(
        _ option: StaffingOption, _ free: StaffingAnswers.Answer, _ atTodaysFill: StaffingAnswers.Answer,
        _ accounts: StaffingAccounts, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> StaffingConfiguration? {
        var row = StaffingConfiguration(
            rank: nil, name: option.name, title: option.title, isToday: false, status: .feasible, proof: .optimal, gap: 0,
            decisions: [], bankWorth: [], reasons: [])
        switch free {
        case .stopped: return nil
        case .infeasible:
            row.status = .infeasible
            row.reasons = try reasons(accounts.situation, option, stop)
        case .solved(let solved):
            let plan = solved.plan
            let result = accounts.result(plan)
            let saving = accounts.annualCost(accounts.situation.doNothing) - result.annualCost
            let cash = accounts.cashSaving(plan)
            row.decisions = accounts.decisions(plan)
            row.annualCost = result.annualCost
            row.annualSaving = saving
            row.savingSplit = .init(cashReleasing: cash.net, hoursFilled: saving - cash.net)
            (row.cashSavingNet, row.cashSavingGross) = (cash.net, cash.gross)
            row.netPresentValue = accounts.netPresentValue(plan)
            row.costLines = result.costLines
            row.result = result
            row.bankWorth = bankWorth(solved, accounts)
        }
        switch atTodaysFill {
        case .stopped: break
        case .infeasible where row.status == .infeasible: break
        case .infeasible:
            row.reasons = try reasons(accounts.situation, option.with { $0.sameFill = true }, stop)
        case .solved(let solved):
            let cash = accounts.cashSaving(solved.plan)
            row.atTodaysFill = .init(
                decisions: accounts.decisions(solved.plan), cashSavingNet: cash.net, cashSavingGross: cash.gross,
                netPresentValue: accounts.netPresentValue(solved.plan), result: accounts.result(solved.plan),
                bankWorth: bankWorth(solved, accounts))
        }
        return row
    }

    /// Why an option fails; what is left out where a limit comes first is told by `stopped`.
    private func reasons(
        _ situation: StaffingSituation, _ option: StaffingOption, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> [ConfigurationResult.Reason] {
        let model = StaffingModel(situation, option)
        do throws(AnalysisFailure) {
            return try StaffingDiagnosis(staffing: model, stop: stop).reasons()
                + [StaffingMorePeople.reason(model, stop: stop)].compactMap(\.self)
        } catch .stopped { return [] }
    }

    private func bankWorth(_ solved: StaffingAnswers.Solved, _ accounts: StaffingAccounts) -> [StaffingBankWorth] {
        solved.bankWorth.enumerated().flatMap { g, organisations in
            organisations.enumerated().flatMap { s, years in
                years.enumerated().map { y, seasons in
                    StaffingBankWorth(
                        group: system.groups[g].code, organisation: system.organisations[s].code, year: y + 1,
                        seasons: seasons.map { $0 / accounts.situation.discount(y + 1) })
                }
            }
        }
    }

    /// See `StaffingConfiguration.rank`. What differs by less than a pound does not differ.
    private func rank(_ rows: inout [StaffingConfiguration]) {
        func order(_ row: StaffingConfiguration) -> (atFill: Double, saving: Double) {
            let measured = row.atTodaysFill.map { $0.netPresentValue ?? $0.cashSavingNet } ?? -.infinity
            return (measured.rounded(), (row.annualSaving ?? 0).rounded())
        }
        let holding = rows.filter { $0.status != .infeasible }.enumerated().sorted {
            let (first, second) = (order($0.element), order($1.element))
            return first == second ? $0.offset < $1.offset : first > second
        }
        rows =
            holding.enumerated().map { place, row in
                var row = row.element
                row.rank = place + 1
                return row
            } + rows.filter { $0.status == .infeasible }
    }

    /// Nil where doing nothing wins or a limit came first.
    private func questions(
        _ winner: StaffingConfiguration?, _ rows: [StaffingOption], _ stop: StopSignal?, _ progress: ProgressReport?
    ) throws(AnalysisFailure) -> StaffingQuestions.Answer? {
        guard let place = rows.firstIndex(where: { $0.name == winner?.name }), winner?.atTodaysFill != nil else { return nil }
        do throws(AnalysisFailure) {
            return try StaffingQuestions(
                instance: instance, options: options, rows: rows.map { $0.with { $0.sameFill = true } }, winner: place, stop: stop,
                progress: progress
            ).answer()
        } catch .stopped { return nil }
    }

    // MARK: The claim

    private func reach(
        _ configurations: [StaffingConfiguration], _ signUps: [StaffingSignUpLimit], _ accounts: StaffingAccounts, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> StaffingReach? {
        guard let claim = StaffingClaims.base(instance.claims.filter { $0.family == .staffing }, system) else { return nil }
        let spend = accounts.agencySpend(accounts.situation.doNothing)
        let best = configurations.filter { !$0.isToday && $0.rank != nil }.first { $0.atTodaysFill != nil }
        guard let best, let saving = best.atTodaysFill?.cashSavingNet, spend > 0 else { return nil }
        let free = signUps.first { $0.limit == .none }
        let most = free?.answers.first { $0.name == free?.winner }
        return StaffingReach(
            claim: claim, onTopOfPay: claim.premium.map { .onTopOfPay(claim, premium: $0) },
            ofSpend: claim.premium.map { .ofSpend(claim, premium: $0) },
            found: .init(option: best.name, agencySpend: spend, saving: saving, claim: claim),
            foundWithoutLimit: most.map {
                .init(option: $0.name, agencySpend: spend, saving: $0.cashSavingNet ?? 0, claim: claim)
            },
            premiumFound: try premium(best.name, claim, accounts.premium, stop))
    }

    /// Of a year of weeks alone: over several years the program weighs pounds by their year, and a share of spend does not.
    private func premium(
        _ name: String, _ claim: StaffingReach.Claim, _ today: StaffingAppraisal.Premium, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> StaffingReach.Premium? {
        guard options.variesSignUps, !calendar.isDiscounted, let option = Self.options(instance).first(where: { $0.name == name })
        else { return nil }
        let search = StaffingPremiumSearch(
            system: system, calendar: calendar, option: option.with { $0.sameFill = true }, stop: stop)
        do throws(AnalysisFailure) {
            let times = try search.times(toSave: claim.saving / claim.base)
            return .init(today: today.overPay, needed: times.map { $0 * (1 + today.overPay) - 1 }, ratesTimes: times)
        } catch .stopped { return nil }
    }
}

extension StaffingSignUpLimit {
    init(_ limit: StaffingComparison.Limit, _ answers: StaffingAnswers, _ options: [StaffingOption], stop: StopSignal?) {
        let accounts = StaffingAccounts(situation: answers.situation)
        let rows = zip(options, answers.answers).map { option, answer -> (answer: Answer, worth: Double) in
            guard case .solved(let solved) = answer else {
                var failed = Answer(name: option.name)
                if case .infeasible = answer {
                    let model = StaffingModel(answers.situation, option.with { $0.sameFill = true })
                    failed.reason = StaffingMorePeople.reason(model, stop: stop)
                }
                return (failed, -.infinity)
            }
            let plan = solved.plan
            return (
                Answer(
                    name: option.name, cashSavingNet: accounts.cashSaving(plan).net, netPresentValue: accounts.netPresentValue(plan),
                    agencySpend: accounts.agencySpend(plan),
                    peopleToSignUp: accounts.decisions(plan).reduce(0) { $0 + $1.peopleToSignUp }),
                accounts.worth(plan).rounded()
            )
        }
        self.limit = limit.kind
        factors = Dictionary(
            uniqueKeysWithValues: limit.system.groups.compactMap { group in group.signUpFactor.map { (group.code, $0) } })
        self.answers = rows.map(\.answer)
        let most = rows.map(\.worth).max() ?? -.infinity
        winner = most > -.infinity ? rows.first { $0.worth == most }?.answer.name : nil
    }
}
