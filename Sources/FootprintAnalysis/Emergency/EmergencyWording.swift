// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation

/// Requirements of the emergency family in a planner's words.
struct EmergencyWording {
    let system: EmergencySystem

    /// - Parameters:
    ///   - activity: what the configuration would reach (limit plus least change), nil when not known.
    ///   - limit: what is allowed.
    func sentence(_ requirement: Requirement, limit: Double, change: Double?, level: Level?) -> String {
        let site = requirement.site.map { system.sites[$0].name } ?? ""
        func reach(_ text: (Double) -> String) -> String { change.map { text(limit + $0) } ?? "more" }
        switch requirement {
        case .roomForBeds:
            return "\(site) would have to open \(reach(Words.beds)); it has room for \(Words.number(limit))"
        case .roomForSpaces:
            return
                "\(site) would have to build \(reach(Words.spaces)); it has room for \(Words.number(limit))"
        case .capitalLimit:
            return "building would cost \(reach(Words.pounds)); the limit is \(Words.pounds(limit))"
        case .outsideAttendances:
            return
                "\(site) would receive \(reach(Words.number)) attendances a year from this area; it offers to take \(Words.number(limit))"
        case .outsideAdmissions:
            return
                "\(site) would admit \(reach(Words.number)) emergency patients a year from this area; it offers to take \(Words.number(limit))"
        case .meanJourney:
            return "the mean journey would be \(reach(Words.minutes)); the limit is \(Words.minutes(limit))"
        case .standardJourney:
            return
                "\(reach(Words.percent)) of residents would be beyond the journey standard; \(Words.percent(limit)) may be"
        case .standardJourneyMostDeprived:
            return
                "\(reach(Words.percent)) of the most deprived fifth would be beyond the journey standard; \(Words.percent(limit)) may be"
        case .hardLimit:
            return
                "\(reach(Words.number)) residents would be beyond the longest journey allowed; \(limit > 0 ? Words.number(limit) : "none") may be"
        case .safeVolume:
            let seen = change.map { Words.number(limit - $0) } ?? "fewer"
            return
                "\(site) would see \(seen) attendances a year as a 24-hour A&E; a safe department sees \(Words.number(limit))"
        case .services:
            let missing = requirement.site.flatMap { place in level.map { system.servicesMissing(place, at: $0) } } ?? []
            return "\(site) has no \(missing.map(Words.service).joined(separator: " and no ")) on site, which this level of A&E needs"
        case .fewestSites:
            let left = change.map { Words.amount(limit - $0, "A&E departments") } ?? "fewer A&E departments"
            return "\(left) would be left; at least \(Words.number(limit)) must be"
        case .mostSites:
            return "\(reach { Words.amount($0, "A&E departments") }) would be open; at most \(Words.number(limit)) may be"
        case .keptOpen: return "\(site) must keep an A&E department (keepOpen in footprint.yaml)"
        case .closed: return "\(site) must not have an A&E department (forceClosed in footprint.yaml)"
        case .everyoneIsSeen:
            return "\(reach(Words.number)) patients a year would find no door open to them"
        }
    }

    /// The unit that `leastChange` is in, as shown to people and in JSON.
    static func unit(_ requirement: Requirement) -> String {
        switch requirement {
        case .roomForBeds: "beds"
        case .roomForSpaces: "treatment spaces"
        case .capitalLimit: "£"
        case .outsideAttendances: "attendances a year"
        case .outsideAdmissions: "admissions a year"
        case .meanJourney: "minutes"
        case .standardJourney, .standardJourneyMostDeprived: "share of residents"
        case .hardLimit: "residents"
        case .safeVolume: "attendances a year"
        case .services: "services"
        case .fewestSites, .mostSites, .keptOpen, .closed: "departments"
        case .everyoneIsSeen: "patients a year"
        }
    }

    /// Models count capital in thousands.
    static func scale(_ requirement: Requirement) -> Double { requirement == .capitalLimit ? 1000 : 1 }
}
