// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// What is known of one case.
struct ElectiveAnswer: Sendable {
    /// The best found, on the zones; nil where none is.
    var plan: ElectivePlan?
    /// Whether it is known that there is none.
    var isInfeasible: Bool
    /// £: no answer has a lower present value; nil where nothing is known.
    var bound: Double?

    /// Of the present value: what it may still fall by, as a share of it; nil without a plan or a bound.
    var gap: Double? {
        guard let plan, let bound else { return nil }
        let gap = max(0, plan.presentValue - bound) / max(1, plan.presentValue.magnitude)
        return gap <= 1e-6 ? 0 : gap
    }
}

/// Answers cases of one system on its zone classes, and spreads what it finds over the zones.
struct ElectiveAnswers: Sendable {
    let system: ElectiveSystem
    let classes: ZoneClasses
    private let upper: ElectiveSystem
    private let reach: ElectiveReach

    init(_ system: ElectiveSystem) {
        self.system = system
        classes = ZoneClasses(system, reach: ElectiveReach(system))
        upper = classes.merged(.upper)
        reach = ElectiveReach(upper)
    }

    /// Every case's answer in order; nil for those that a stop came before.
    func answers(
        _ cases: [ElectiveCase], jobs: Int, stop: StopSignal?, progress: (@Sendable (Int) -> Void)? = nil
    ) throws(AnalysisFailure) -> [ElectiveAnswer?] {
        let done = Counter()
        return try parallelTry(cases.count, jobs: jobs) { number throws(AnalysisFailure) in
            if stop?.reason != nil { return nil }
            let answer = try self.answer(cases[number], in: upper, reach, stop)
            progress?(done.next())
            return answer
        }
    }

    /// `(upper − lower) / upper`: what taking zones together may cost the case at most; nil where it was not settled.
    func classGap(of situation: ElectiveCase, stop: StopSignal?) throws(AnalysisFailure) -> Double? {
        let lower = classes.merged(.lower)
        guard let most = try answer(situation, in: upper, reach, stop)?.plan?.presentValue,
            let least = try answer(situation, in: lower, reach, stop)?.bound
        else { return nil }
        return max(0, most - least) / max(1, most.magnitude)
    }

    /// The case that the program may choose everything in, relaxed, against the best answer known.
    func rootGaps(of situation: ElectiveCase, bestKnown: Double) throws(AnalysisFailure) -> [ElectiveAppraisal.RootGap] {
        let kinds: [(String, ElectiveCase.Strengthenings)] = [
            ("all", .all), ("without zones", [.volumes, .list]), ("without volumes", [.zones, .list]),
            ("without list", [.zones, .volumes]), ("none", []),
        ]
        var gaps: [ElectiveAppraisal.RootGap] = []
        for (name, strengthenings) in kinds {
            var situation = situation
            situation.strengthenings = strengthenings
            var model = ElectiveModel(upper, situation, reach: reach).model
            model.relaxIntegers()
            guard let root = GLPKSolver().solve(model).optimum?.objective else { continue }
            gaps.append(.init(strengthenings: name, gap: (bestKnown - root * 1000) / max(1, bestKnown.magnitude)))
        }
        return gaps
    }

    /// £: no case of these levers has a lower present value, whatever its sites, on the zones; by a relaxation that takes seconds.
    func leastPossible(of situation: ElectiveCase) throws(AnalysisFailure) -> Double? {
        var situation = situation
        situation.strengthenings = [.volumes, .list]
        var model = ElectiveModel(classes.merged(.lower), situation).model
        model.relaxIntegers()
        return GLPKSolver().solve(model).optimum.map { $0.objective * 1000 }
    }

    private func answer(
        _ situation: ElectiveCase, in classes: ElectiveSystem, _ reach: ElectiveReach, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> ElectiveAnswer? {
        let model = ElectiveModel(classes, situation, reach: reach)
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        let options = SolveOptions(cuts: Set(SolveOptions.Cut.allCases), branching: .pseudocost)
        switch GLPKSolver().solve(model.model, options: options, shouldStop: shouldStop) {
        case .optimal(let solution):
            return ElectiveAnswer(
                plan: self.classes.spread(model.plan(solution)), isInfeasible: false, bound: solution.objective * 1000)
        case .infeasible: return ElectiveAnswer(plan: nil, isInfeasible: true, bound: nil)
        case .stopped(_, let incumbent, let bound):
            return ElectiveAnswer(
                plan: incumbent.map { self.classes.spread(model.plan($0)) }, isInfeasible: false, bound: bound.map { $0 * 1000 })
        case .unbounded: throw .solver("\(model.model.title): the program is unbounded, which the page's rows rule out")
        case .numericalTrouble(let sentence): throw .solver("\(model.model.title): \(sentence)")
        case .invalid(let faults): throw .instance(faults.map { "\(model.model.title): \($0)" })
        }
    }
}
