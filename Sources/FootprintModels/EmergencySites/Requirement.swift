// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A requirement of a configuration: the page's rows 13 to 25, each of which may be in conflict with others.
public enum Requirement: Hashable, Sendable {
    /// Beds built at a site (place in the system's sites) within the room there is.
    case roomForBeds(site: Int)
    case roomForSpaces(site: Int)
    case capitalLimit
    case outsideAttendances(site: Int)
    case outsideAdmissions(site: Int)
    case meanJourney
    case standardJourney
    case standardJourneyMostDeprived
    case hardLimit
    case safeVolume(site: Int)
    case services(site: Int)
    case fewestSites
    case mostSites
    case keptOpen(site: Int)
    case closed(site: Int)
    case everyoneIsSeen

    /// The name used in JSON and in the twin's data.
    public var name: String {
        switch self {
        case .roomForBeds: "roomForBeds"
        case .roomForSpaces: "roomForSpaces"
        case .capitalLimit: "capitalLimit"
        case .outsideAttendances: "outsideAttendances"
        case .outsideAdmissions: "outsideAdmissions"
        case .meanJourney: "meanJourney"
        case .standardJourney: "standardJourney"
        case .standardJourneyMostDeprived: "standardJourneyMostDeprived"
        case .hardLimit: "hardLimit"
        case .safeVolume: "safeVolume"
        case .services: "services"
        case .fewestSites: "fewestSites"
        case .mostSites: "mostSites"
        case .keptOpen: "keptOpen"
        case .closed: "closed"
        case .everyoneIsSeen: "everyoneIsSeen"
        }
    }

    /// The site it is about, a place in the system's sites.
    public var site: Int? {
        switch self {
        case .roomForBeds(let site), .roomForSpaces(let site), .outsideAttendances(let site),
            .outsideAdmissions(let site), .safeVolume(let site), .services(let site), .keptOpen(let site),
            .closed(let site):
            site
        default: nil
        }
    }

    /// Whether a configuration that misses it by no more than do-nothing does is “no worse than today”: the page's rows 16 to
    /// 22. Do-nothing builds within the room and the capital there is; what footprint.yaml asks for is an instruction; and
    /// everyone has a door.
    var isStandard: Bool {
        switch self {
        case .outsideAttendances, .outsideAdmissions, .meanJourney, .standardJourney, .standardJourneyMostDeprived,
            .hardLimit, .safeVolume, .services:
            true
        case .roomForBeds, .roomForSpaces, .capitalLimit, .fewestSites, .mostSites, .keptOpen, .closed, .everyoneIsSeen:
            false
        }
    }

    /// Whether do-nothing must meet it too.
    var bindsDoNothing: Bool {
        switch self {
        case .roomForBeds, .roomForSpaces: true
        default: false
        }
    }
}

/// A requirement as it stands in one model: its row, which side limits, and the limit as the instance sets it.
public struct RequirementRow: Sendable {
    public let requirement: Requirement
    public let row: Row
    /// Whether the row is `activity ≥ limit`.
    public let isFloor: Bool
    /// As the instance sets it; ±infinity when it does not apply to the configuration.
    public let limit: Double
}
