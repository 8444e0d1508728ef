// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// How a configuration stands on a bad day: the page's section *Resilience*.
public struct BadDays: Sendable {
    public struct Winter: Sendable {
        public let site: Int
        public let bedsShort: Double
        public let spacesShort: Double
    }

    public struct Shut: Sendable {
        public let site: Int
        /// Patients of the department that is shut, that day.
        public let patients: Double
        /// The site that receives most on top of its ordinary day.
        public let receiver: Int
        public let extra: Double
        public let spacesShort: Double
    }

    public let winter: [Winter]
    public let shut: [Shut]
}

extension EmergencyFamily {
    /// - Parameter plan: the configuration's solved plan, which says what beds and spaces stand in it.
    public func badDays(_ configuration: Configuration, _ plan: EmergencyPlan) -> BadDays {
        let peak = numbers(.winterPeakFactor)
        let rule = numbers.bedsNeeded(system.settings.bedRule)
        let departments = system.acute.filter { plan.levels[$0].isDepartment }
        let winter = departments.map { site in
            let found = plan.sites[site]
            let beds = rule(found.bedsOccupied / numbers(.bedPeakFactor) * peak)
            let spaces = found.spacesNeeded / numbers(.attendancePeakFactor) * peak
            return BadDays.Winter(
                site: site, bedsShort: max(0, beds - (found.bedsStanding + found.bedsBuilt - found.bedsReleased)),
                spacesShort: max(0, spaces - (found.spacesStanding + found.spacesBuilt)))
        }
        let shut = departments.compactMap { shutSite -> BadDays.Shut? in
            var levels = plan.levels
            levels[shutSite] = .none
            let flows = flows(Configuration(levels: levels))
            let streams = Stream.allCases.count
            let after = system.doors.indices.map { door in
                (0..<streams).reduce(0) { $0 + flows.attendances[door * streams + $1] }
            }
            let extras = system.doors.indices.map { after[$0] - plan.sites[system.doors[$0]].attendances }
            guard let receiver = extras.indices.max(by: { extras[$0] < extras[$1] }), extras[receiver] > 0 else { return nil }
            let site = system.doors[receiver]
            let found = plan.sites[site]
            // Spaces for the day's patients at the site's ordinary mix; an outside site's spaces are not known.
            let perPatient = found.attendances > 0 ? found.spacesNeeded / found.attendances : 0
            let short = system.sites[site].isInside
                ? max(0, perPatient * after[receiver] - (found.spacesStanding + found.spacesBuilt)) : 0
            return BadDays.Shut(
                site: shutSite, patients: plan.sites[shutSite].attendances / 365, receiver: site,
                extra: extras[receiver] / 365, spacesShort: short)
        }
        return BadDays(winter: winter, shut: shut)
    }

    /// Who goes where by the quickest open door, whatever the comparison's flow rule: on a bad day nobody assigns people.
    func flows(_ configuration: Configuration) -> Flows { Flows(system, numbers, demand, configuration) }
}
