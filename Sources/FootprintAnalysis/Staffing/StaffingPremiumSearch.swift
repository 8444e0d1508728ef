// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

/// How dear agency would have to be for an option to save so much of its spend at today's fill.
///
/// Agency's rates, and so its spend, are multiplied by `k`; hours stay as they are. A plan saves `a + k · b`: `b` is the agency it
/// does without at today's rates, `−a` what the rest of it costs more. The best plan's `a + k · b − share · k · spend` is the largest of
/// such lines, so it is convex in `k`: from where it is not below zero Newton's steps, each the root of the line of the plan
/// that is best there, fall to the root and reach it after as many steps as there are lines on the way.
struct StaffingPremiumSearch {
    let system: StaffingSystem
    let calendar: StaffingCalendar
    let option: StaffingOption
    let stop: StopSignal?

    /// Beyond any rate that is paid: what no rate below it reaches is said to be out of reach.
    static let most = 100.0

    private struct Line {
        /// £ a year, as above.
        let rest: Double
        let agency: Double
        let spend: Double

        func above(_ share: Double, at times: Double) -> Double { rest + times * (agency - share * spend) }
    }

    /// - Returns: the least `k` above 1; 1 where today's rates are enough; nil where none is.
    /// - Throws: `.stopped` where a limit came first.
    func times(toSave share: Double) throws(AnalysisFailure) -> Double? {
        var times = 1.0
        var line = try best(at: times)
        if line.above(share, at: times) >= 0 { return 1 }
        // To the right until the best plan is above the share: the line that is best there meets it on the way back.
        while line.above(share, at: times) < 0 {
            guard times < Self.most else { return nil }
            let slope = line.agency - share * line.spend
            times = min(Self.most, slope > 0 ? max(times * 1.01, -line.rest / slope) : times * 2)
            line = try best(at: times)
        }
        for _ in 0..<100 {
            let root = -line.rest / (line.agency - share * line.spend)
            guard root < times - 1e-9 * times else { return times }
            times = root
            line = try best(at: times)
        }
        return times
    }

    /// The line of the plan that is best at so many times today's rates.
    private func best(at times: Double) throws(AnalysisFailure) -> Line {
        var dearer = system
        for g in dearer.groups.indices {
            for tier in dearer.groups[g].tiers.indices { dearer.groups[g].tiers[tier].rate *= times }
        }
        for s in dearer.organisations.indices { dearer.organisations[s].agencySpend *= times }
        let situation = try StaffingComparison.situation(dearer, calendar)
        guard case .solved(let solved) = try StaffingAnswers.answer(situation, option, stop) else { throw .stopped }
        let accounts = StaffingAccounts(situation: situation)
        let spend = accounts.agencySpend(situation.doNothing) / times
        let agency = spend - accounts.agencySpend(solved.plan) / times
        return Line(rest: accounts.cashSaving(solved.plan).net - times * agency, agency: agency, spend: spend)
    }
}
