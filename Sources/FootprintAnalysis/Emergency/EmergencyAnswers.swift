// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// Do-nothing, solved: what every configuration of a family is measured against.
struct DoNothing: Sendable {
    let plan: EmergencyPlan
    let reference: DoNothingReference
    let basis: LinearPrograms.Basis?

    init(_ family: EmergencyFamily, start: LinearPrograms.Basis? = nil, stop: StopSignal? = nil) throws(AnalysisFailure) {
        var problem = family.doNothing
        switch try EmergencySolving.solve(&problem, start: start, stop: stop) {
        case .optimal(let solution):
            plan = problem.plan(solution)
            reference = problem.reference(solution)
            basis = solution.basis
        case .infeasible:
            let wording = EmergencyWording(system: family.system)
            throw .instance(
                try Conflicts(problem).conflicts.flatMap { $0 }.map {
                    "do-nothing is not possible: "
                        + wording.sentence(
                            $0.requirement.requirement, limit: $0.limit, change: $0.leastChange, level: nil)
                        + ". Capacity is below what today's activity needs by the target year: correct the site's beds, "
                        + "spaces or room to build in site_figures.csv."
                })
        case .stopped: throw .stopped
        }
    }
}

/// One configuration, answered.
struct ConfigurationAnswer: Sendable {
    enum Verdict: Sendable {
        case feasible(EmergencyPlan)
        case noWorseThanToday(EmergencyPlan, [ConfigurationResult.Reason])
        case infeasible([ConfigurationResult.Reason])
    }

    let configuration: Configuration
    let verdict: Verdict
    /// Known under `nearest` even where the configuration is infeasible; nil under `assigned` then.
    let travel: Flows.Travel?
    /// Where the solver ended, when feasible.
    let basis: LinearPrograms.Basis?
    /// Multipliers of the rows that prove it infeasible, even with what today misses let through.
    let ray: [Double]?

    var plan: EmergencyPlan? {
        switch verdict {
        case .feasible(let plan), .noWorseThanToday(let plan, _): plan
        case .infeasible: nil
        }
    }

    /// - Parameter explains: whether to find the reasons.
    /// - Returns: nil when stopped before an answer.
    init?(
        _ family: EmergencyFamily, _ configuration: Configuration, _ doNothing: DoNothing, stop: StopSignal? = nil,
        explains: Bool = true
    ) throws(AnalysisFailure) {
        self.configuration = configuration
        var problem = family.problem(configuration, doNothing: doNothing.reference)
        travel = problem.situation.travel
        switch try EmergencySolving.solve(&problem, start: doNothing.basis, stop: stop) {
        case .stopped: return nil
        case .optimal(let solution):
            verdict = .feasible(problem.plan(solution))
            (basis, ray) = (solution.basis, nil)
            return
        case .infeasible: break
        }
        var lenient = problem.allowingWhatTodayMisses
        switch try EmergencySolving.solve(&lenient, start: doNothing.basis, stop: stop) {
        case .stopped: return nil
        case .optimal(let solution):
            verdict = .noWorseThanToday(
                lenient.plan(solution), explains ? Self.missed(solution, lenient, family.system) : [])
            (basis, ray) = (solution.basis, nil)
        case .infeasible(let infeasibility):
            guard let reasons = explains ? try Self.reasons(lenient, family.system, start: doNothing.basis, stop) : [] else {
                return nil
            }
            verdict = .infeasible(reasons)
            basis = nil
            if case .ray(let multipliers) = infeasibility.proof { ray = multipliers } else { ray = nil }
        }
    }

    /// The standards that a solution misses and today misses too.
    private static func missed(
        _ solution: Solution, _ problem: EmergencyProblem, _ system: EmergencySystem
    ) -> [ConfigurationResult.Reason] {
        problem.model.requirements.compactMap { row in
            guard row.limit.isFinite else { return nil }
            let activity = solution.activity(of: row.row, in: problem.model.model)
            let change = row.isFloor ? row.limit - activity : activity - row.limit
            guard change > 1e-6 * max(1, row.limit.magnitude) else { return nil }
            return reason(row, limit: row.limit, change: change, conflict: 1, problem, system, suffix: "; no worse than today")
        }
    }

    /// Nil when stopped.
    private static func reasons(
        _ problem: EmergencyProblem, _ system: EmergencySystem, start: LinearPrograms.Basis?, _ stop: StopSignal?
    ) throws(AnalysisFailure) -> [ConfigurationResult.Reason]? {
        let conflicts: [[Conflicts.Member]]
        do throws(AnalysisFailure) {
            conflicts = try Conflicts(problem, start: start, stop: stop).conflicts
        } catch {
            guard case .stopped = error else { throw error }
            return nil
        }
        return conflicts.enumerated().flatMap { number, conflict in
            conflict.map { member in
                reason(
                    member.requirement, limit: member.limit, change: member.leastChange, conflict: number + 1, problem,
                    system)
            }
        }
    }

    private static func reason(
        _ row: RequirementRow, limit: Double, change: Double?, conflict: Int, _ problem: EmergencyProblem,
        _ system: EmergencySystem, suffix: String = ""
    ) -> ConfigurationResult.Reason {
        let scale = EmergencyWording.scale(row.requirement)
        let level = row.requirement.site.map { problem.situation.levels[$0] }
        return ConfigurationResult.Reason(
            requirement: row.requirement.name, site: row.requirement.site.map { system.sites[$0].code },
            conflict: conflict,
            sentence: EmergencyWording(system: system).sentence(
                row.requirement, limit: limit * scale, change: change.map { $0 * scale }, level: level) + suffix,
            leastChange: change.map { $0 * scale }, unit: EmergencyWording.unit(row.requirement))
    }
}
