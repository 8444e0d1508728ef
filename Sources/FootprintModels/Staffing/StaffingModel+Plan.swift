// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Who is signed up and recruited before the year is known.
public struct StaffingPeople: Sendable {
    /// By group, organisation and year (the plan's first year first).
    public let signed: [[[Double]]]
    /// WTE decided on, by group, organisation and period.
    public let recruits: [[[Double]]]
}

extension StaffingModel {
    /// What a solution says, in hours and people.
    /// - Parameter solution: of this model. What is below zero by rounding is zero.
    public func plan(_ solution: Solution) -> StaffingPlan {
        let (system, calendar) = (situation.system, situation.calendar)
        let v = variables
        var plan = StaffingPlan(option: option, routes: situation.routes.count, system: system, calendar: calendar)
        func value<M>(_ variable: Variable<M>) -> Double { max(0, solution[variable]) }
        for g in system.groups.indices {
            for s in system.organisations.indices {
                plan.signed[g][s] = v.signed[g][s].map(value)
                plan.listed[g][s] = v.listed[g][s].map(value)
                for p in calendar.periods.indices {
                    plan.post[g, s, p] = option.recruitment ? value(v.post[g][s][p]) : system.workforce[g][s].wteInPost
                    if option.recruitment { plan.recruits[g, s, p] = value(v.recruits[g][s][p]) }
                    plan.substantive[g, s, p] = value(v.substantive[g][s][p])
                    if option.overtimeOpen { plan.overtime[g, s, p] = value(v.overtime[g][s][p]) }
                    for tier in system.groups[g].tiers.indices { plan.agency[tier][g, s, p] = value(v.agency[g][tier][s][p]) }
                    plan.unfilled[g, s, p] = value(v.unfilled[g][s][p])
                }
            }
            // Without a shared bank the routes at home, which come first, are all there are.
            for (number, ways) in v.bank.enumerated() {
                let to = situation.routes[number].to
                for p in calendar.periods.indices { plan.bank[number][g, to, p] = value(ways[g][p]) }
            }
        }
        for (place, ways) in v.down.enumerated() {
            for s in system.organisations.indices {
                for p in calendar.periods.indices { plan.down[place][s][p] = value(ways[s][p]) }
            }
        }
        return plan
    }

    /// The first stage of a solution.
    /// - Parameter values: of the first-stage columns at least, in the program's order.
    package func people(_ values: [Double]) -> StaffingPeople {
        func value<M>(_ variable: Variable<M>) -> Double { max(0, values[Int(variable.index)]) }
        let none = situation.system.groups.map { _ in
            situation.system.organisations.map { _ in situation.calendar.periods.map { _ in 0.0 } }
        }
        return StaffingPeople(
            signed: variables.signed.map { $0.map { $0.map(value) } },
            recruits: option.recruitment ? variables.recruits.map { $0.map { $0.map(value) } } : none)
    }

    /// The first stage with nobody signed up and nobody recruited, in the program's order.
    package var nobodyNew: [Double] {
        var values = [Double](repeating: 0, count: firstStage.columns)
        for (g, ofGroup) in variables.post.enumerated() {
            for (s, periods) in ofGroup.enumerated() {
                for post in periods { values[Int(post.index)] = situation.system.workforce[g][s].wteInPost }
            }
        }
        return values
    }
}
