// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Why an option has no answer: which of its requirements cannot hold together, and the least each of them would have to give.
struct StaffingDiagnosis {
    let staffing: StaffingModel
    let stop: StopSignal?

    /// A requirement that may give, in a planner's words.
    private struct Requirement {
        let name: String
        let row: Row
        /// The code of the group or organisation.
        let code: String
        let unit: String
        /// From the amount by which it would have to give, in the row's unit.
        let sentence: (Double) -> String
        /// What the row counts in for each `unit`.
        let scale: Double
    }

    /// Each conflict is irreducible; reasons with the same number cannot all hold together. Conflicts that share no requirement are
    /// told apart, each with the others out of the way.
    /// - Throws: `.stopped` when asked to stop; there is no half a conflict.
    func reasons() throws(AnalysisFailure) -> [ConfigurationResult.Reason] {
        let requirements = self.requirements
        var open = requirements
        var conflicts: [[Requirement]] = []
        var model = staffing.model
        while !open.isEmpty {
            if stop?.reason != nil { throw .stopped }
            guard let conflict = GLPKSolver().conflict(in: model, among: open.map(\.row)) else { break }
            let rows = Set(conflict.rows)
            guard !rows.isEmpty else {
                throw .solver("\(model.title): without any of its requirements it has no answer, though do-nothing is one")
            }
            conflicts.append(open.filter { rows.contains($0.row) })
            open.removeAll { rows.contains($0.row) }
            for row in conflict.rows { model.release(row) }
        }
        var reasons: [ConfigurationResult.Reason] = []
        for (number, conflict) in conflicts.enumerated() {
            var others = staffing.model
            for (place, other) in conflicts.enumerated() where place != number { for one in other { others.release(one.row) } }
            for requirement in conflict {
                if stop?.reason != nil { throw .stopped }
                let least = GLPKSolver().leastRelaxations(in: others, of: [requirement.row])[0].amount.map { $0 * requirement.scale }
                reasons.append(
                    .init(
                        requirement: requirement.name, site: requirement.code, conflict: number + 1,
                        sentence: least.map(requirement.sentence) ?? "\(requirement.sentence(0)): alone it can give nothing that is enough",
                        leastChange: least, unit: requirement.unit))
            }
        }
        return reasons
    }

    /// Rows 13 to 16; row 17 holds whatever the others ask, as do-nothing keeps it.
    private var requirements: [Requirement] {
        let (system, rows) = (staffing.situation.system, staffing.rows)
        let calendar = staffing.situation.calendar
        let share = staffing.option.ceilingShare ?? 0
        func when(_ y: Int) -> String { calendar.years.count > 1 ? " in year \(y + 1)" : "" }
        // What is left of a whole hour by rounding is no further hour.
        func hours(_ amount: Double) -> String { Words.amount((amount - 1e-6).rounded(.up), "hours") }
        var all: [Requirement] = []
        for (g, ofGroup) in rows.safe.enumerated() {
            let (code, title) = (system.groups[g].code, system.groups[g].title)
            for (y, row) in ofGroup.enumerated() {
                all.append(
                    Requirement(
                        name: "no fewer hours filled than today", row: row, code: code, unit: "hours",
                        sentence: { $0 > 0 ? "\(title): \(hours($0)) more than today would go unfilled\(when(y))" : "\(title): no more hours unfilled than today\(when(y))" },
                        scale: 1))
            }
        }
        for (s, ofOrganisation) in rows.ceiling.enumerated() {
            let organisation = system.organisations[s]
            for (y, row) in ofOrganisation.enumerated() {
                all.append(
                    Requirement(
                        name: "agency ceiling", row: row, code: organisation.code, unit: "£",
                        sentence: {
                            let ceiling = "\(organisation.name): agency of at most \(Words.percent(share)) of pay\(when(y))"
                            return $0 > 0 ? "\(ceiling) would have to be \(Words.pounds($0)) more" : ceiling
                        }, scale: 1000))
            }
        }
        for (name, goal, every) in [
            ("agency converted", "agency hours brought down by the share that is to be converted", rows.converted),
            ("bank takes it over", "the banks' hours brought up by what agency gives up", rows.takenOver),
        ] {
            for (g, ofGroup) in every.enumerated() {
                let title = system.groups[g].title
                for (y, row) in ofGroup.enumerated() {
                    guard let row else { continue }
                    all.append(
                        Requirement(
                            name: name, row: row, code: system.groups[g].code, unit: "hours",
                            sentence: { $0 > 0 ? "\(title): \(goal)\(when(y)) falls short by \(hours($0))" : "\(title): \(goal)\(when(y))" },
                            scale: 1))
                }
            }
        }
        return all.sorted { $0.row < $1.row }
    }
}
