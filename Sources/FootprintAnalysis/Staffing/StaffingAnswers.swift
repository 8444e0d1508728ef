// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// The options of a comparison solved in one system, at today's fill or not.
struct StaffingAnswers: Sendable {
    enum Answer: Sendable {
        case solved(Solved)
        case infeasible
        /// A limit or Ctrl-C came first.
        case stopped
    }

    /// An optimum.
    struct Solved: Sendable {
        let plan: StaffingPlan
        /// By group, organisation, year and season, £ in present value.
        let bankWorth: [[[[Double]]]]
    }

    let situation: StaffingSituation
    /// In the order of the options.
    let answers: [Answer]

    /// Each on this thread alone: it is the lists of options that are solved side by side.
    /// - Parameter report: called after each option.
    init(
        _ situation: StaffingSituation, _ options: [StaffingOption], stop: StopSignal?, report: () -> Void
    ) throws(AnalysisFailure) {
        self.situation = situation
        var answers: [Answer] = []
        for (place, option) in options.enumerated() {
            // An optimum that keeps a ceiling which it was not asked to keep is the optimum under it.
            let same = options[..<place].firstIndex { free in
                let capped = free.with { ($0.name, $0.title, $0.ceilingShare) = (option.name, option.title, option.ceilingShare) }
                return free.ceilingShare == nil && capped == option
            }
            if let same, case .solved(let free) = answers[same], Self.keeps(option, free.plan, situation) {
                answers.append(.solved(free))
            } else {
                answers.append(try Self.answer(situation, option, stop))
            }
            report()
        }
        self.answers = answers
    }

    static func answer(
        _ situation: StaffingSituation, _ option: StaffingOption, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> Answer {
        if stop?.reason != nil { return .stopped }
        let model = StaffingModel(situation, option)
        switch try StaffingSolving.solve(model, jobs: 1, stop: stop) {
        case .infeasible: return .infeasible
        case .stopped: return .stopped
        case .optimal(let solution):
            return .solved(
                Solved(plan: model.plan(solution), bankWorth: solution.duals.map(model.worthOfBankPerson) ?? []))
        }
    }

    /// Whether a plan keeps an option's ceiling, row 14 of the page.
    private static func keeps(_ option: StaffingOption, _ plan: StaffingPlan, _ situation: StaffingSituation) -> Bool {
        guard let share = option.ceilingShare else { return true }
        return situation.system.organisations.indices.allSatisfy { s in
            situation.calendar.years.allSatisfy { year in
                let limit = share * situation.system.organisations[s].payBill * situation.calendar.weeks(of: year) / 52
                return plan.agencySpend(situation, s, year: year) <= limit
            }
        }
    }
}
