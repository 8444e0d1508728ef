// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// What do-nothing leaves behind for every other row of a comparison: what capital and outside hospitals are measured
/// against, and by how much today misses a standard.
public struct DoNothingReference: Sendable {
    /// £k.
    let capital: Double
    /// By door, all streams.
    let attendances: [Double]
    let admissions: [Double]
    /// Activity of each requirement's row in do-nothing.
    let activity: [Requirement: Double]
}

extension EmergencyModel {
    static func addRequirements(
        to model: inout Model<ThousandPounds>, _ v: Variables, _ situation: EmergencySituation,
        _ doNothing: DoNothingReference?, doors: Members<SiteCode>, acute: Members<SiteCode>,
        units: Members<SiteCode>, inside: Members<SiteCode>, streams: Members<Stream>
    ) -> [RequirementRow] {
        let system = situation.system
        let numbers = situation.numbers
        var rows: [RequirementRow] = []

        // A ceiling or floor; with no do-nothing to compare with, and where it does not apply, a row without a side.
        func add<M: Unit>(
            _ requirement: Requirement, _ sentence: String, at site: SiteCode? = nil, _ expression: Expression<M>,
            isFloor: Bool = false, limit: Double, applies: Bool = true
        ) {
            let infinite = isFloor ? -Double.infinity : .infinity
            let imposed = applies && (doNothing != nil || requirement.bindsDoNothing) ? limit : infinite
            let condition = isFloor ? expression .>= imposed : expression .<= imposed
            let row =
                if let site { model.require(sentence, site, condition) } else { model.require(sentence, condition) }
            rows.append(
                RequirementRow(requirement: requirement, row: row, isFloor: isFloor, limit: applies ? limit : infinite))
        }

        for site in acute {
            add(
                .roomForBeds(site: site.place), "room to build beds", at: site, Expression(v.bedsBuilt[site]),
                limit: numbers(.maximumBedsBuilt, site: site.place))
        }
        for site in units {
            add(
                .roomForSpaces(site: site.place), "room to build treatment spaces", at: site,
                Expression(v.spacesBuilt[site]), limit: numbers(.maximumSpacesBuilt, site: site.place))
        }
        add(
            .capitalLimit, "capital limit", Expression(v.capitalSpent),
            limit: (numbers.capitalLimit ?? 0) / 1000 + (doNothing?.capital ?? 0),
            applies: numbers.capitalLimit != nil)
        for (door, site) in doors.enumerated() where !system.sites[site.place].isInside {
            add(
                .outsideAttendances(site: site.place), "outside hospitals take what they offer", at: site,
                sum(over: streams) { v.attendances[site, $0] },
                limit: numbers(.offeredAttendances, site: site.place) + (doNothing?.attendances[door] ?? 0))
            add(
                .outsideAdmissions(site: site.place), "outside hospitals admit what they offer", at: site,
                sum(over: streams.filter { $0.attendanceClass == .admitted }) { v.attendances[site, $0] },
                limit: numbers(.offeredAdmissions, site: site.place) + (doNothing?.admissions[door] ?? 0))
        }
        add(.meanJourney, "mean journey", Expression(v.meanMinutes), limit: numbers(.meanMinutesLimit))
        add(
            .standardJourney, "standard journey", Expression(v.beyondStandard),
            limit: numbers(.allowedShareBeyondStandard))
        add(
            .standardJourneyMostDeprived, "standard journey for the most deprived fifth",
            Expression(v.beyondStandardDeprived), limit: numbers(.allowedShareBeyondStandardDeprived))
        add(.hardLimit, "hard limit", Expression(v.beyondHardLimit), limit: 0)
        for site in acute where doors.contains(site) {
            add(
                .safeVolume(site: site.place), "safe volume", at: site, sum(over: streams) { v.attendances[site, $0] },
                isFloor: true, limit: numbers(.minimumType1Attendances),
                applies: situation.configuration.levels[site.place] == .type1)
        }
        for site in inside {
            add(.services(site: site.place), "services on the same site", at: site, Expression(v.missingServices[site]), limit: 0)
        }
        let departments = sum(over: inside) { v.isDepartment[$0] }
        add(
            .fewestSites, "fewest departments", departments, isFloor: true, limit: numbers(.minimumType1Sites))
        add(.mostSites, "most departments", departments, limit: numbers(.maximumType1Sites))
        for site in inside {
            let code = system.sites[site.place].code
            add(
                .keptOpen(site: site.place), "kept open", at: site, Expression(v.isDepartment[site]), isFloor: true, limit: 1,
                applies: system.settings.keepOpen.contains(code))
            add(
                .closed(site: site.place), "closed", at: site, Expression(v.isDepartment[site]), limit: 0,
                applies: system.settings.forceClosed.contains(code))
        }
        add(.everyoneIsSeen, "everyone is seen", Expression(v.unserved), limit: 0)
        return rows
    }

    /// Moves the limit of each standard that do-nothing misses to do-nothing's value.
    mutating func letThroughWhatTodayMisses(_ doNothing: DoNothingReference) {
        for requirement in requirements where requirement.requirement.isStandard && requirement.limit.isFinite {
            guard let today = doNothing.activity[requirement.requirement] else { continue }
            if requirement.isFloor {
                model.setSides(of: requirement.row, lower: min(requirement.limit, today), upper: .infinity)
            } else {
                model.setSides(of: requirement.row, lower: -.infinity, upper: max(requirement.limit, today))
            }
        }
    }
}
