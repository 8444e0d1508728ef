// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver

/// The fewest more people on the banks than would sign up with whom an option that fails would hold.
enum StaffingMorePeople {
    /// Nil where no number of people is enough, none is needed, or it was not settled in time.
    static func reason(_ staffing: StaffingModel, stop: StopSignal?) -> ConfigurationResult.Reason? {
        guard stop?.reason == nil else { return nil }
        let system = staffing.situation.system
        // More people than would sign up may come to the limits of working time that those who would cannot reach.
        let free = StaffingModel(staffing.situation, staffing.option, windows: .all(staffing.situation))
        let (program, more) = free.fewestMorePeople()
        let shouldStop: (() -> Bool)? = stop.map { stop in { stop.reason != nil } }
        guard let solution = GLPKSolver().solve(program, shouldStop: shouldStop).optimum else { return nil }
        var parts: [String] = []
        var total = 0
        for (g, group) in system.groups.enumerated() {
            for (s, organisation) in system.organisations.enumerated() {
                // The same people are missing year after year.
                let people = StaffingAccounts.whole(more[g][s].map { solution[$0] }.max() ?? 0)
                guard people > 0 else { continue }
                total += people
                parts.append("\(Words.number(Double(people))) \(group.title.lowercasedFirst) at \(organisation.code)")
            }
        }
        guard total > 0 else { return nil }
        return .init(
            requirement: "who would sign up", site: nil, conflict: 1,
            sentence: "with \(Words.number(Double(total))) more people on the banks than would sign up it would hold: "
                + parts.joined(separator: ", "), leastChange: Double(total), unit: "people")
    }
}
