// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The data file of `Models/emergency/emergency.mod` for one configuration: what `glpsol` needs to solve the same program
/// without any of this code. The contract is `Models/emergency/README.md`.
public struct MathProgData {
    private let situation: EmergencySituation
    private let doNothing: DoNothingReference
    private let limits: [Requirement: Double]
    private var file: MathProgText

    /// - Parameter problem: the configuration with the limits that do-nothing misses already moved.
    public init(_ problem: EmergencyProblem, doNothing: DoNothingReference) {
        situation = problem.situation
        self.doNothing = doNothing
        var limits: [Requirement: Double] = [:]
        for row in problem.model.requirements {
            let sides = problem.model.model.sides(of: row.row)
            limits[row.requirement] = row.isFloor ? sides.lower : sides.upper
        }
        self.limits = limits
        file = MathProgText(title: situation.system.name(of: situation.chosen)) { "\($0)" }
        write()
    }

    public var text: String { file.text }

    private var system: EmergencySystem { situation.system }
    private var numbers: EmergencyNumbers { situation.numbers }

    // MARK: The file

    private mutating func write() {
        let instance = system.instance
        let inside = system.sites.indices.filter { system.sites[$0].isInside }
        let outside = system.sites.indices.filter { !system.sites[$0].isInside }
        let units = system.acute + system.units.filter { !system.acute.contains($0) }
        let levers = situation.demand.levers
        let moves = numbers.places.moves
        let services = Set(instance.levelServices.map(\.service))
            .union(instance.services.map(\.service)).union(moves.map(\.service)).sorted()
        file.set("S_in", inside.map(code))
        file.set("S_out", outside.map(code))
        file.set("ACUTE", system.acute.map(code))
        file.set("MIU", units.filter { system.sites[$0].role == .minorInjuryUnit }.map(code))
        file.set("Z", instance.zones.codes)
        file.set("L", Level.allCases.map(\.rawValue))
        file.set("G", numbers.places.groups)
        file.set("K", levers.map { instance.schemes[$0].name })
        file.set("SERVICES", services)
        file.set("KEEP_OPEN", system.settings.keepOpen)
        file.set("FORCE_CLOSED", system.settings.forceClosed)
        file.scalar("closed", system.settings.boundary == .closed ? 1 : 0)
        if case .assigned = situation.flow { file.scalar("assigned", 1) }
        file.word("bedRule", system.settings.bedRule.rawValue)
        file.words("level", system.sites.indices.map { (code($0), MathProgText.quoted(situation.configuration.levels[$0].rawValue)) })
        file.words("today", inside.map { (code($0), MathProgText.quoted(system.sites[$0].levelToday.rawValue)) })
        file.tuples("ACCEPTS", instance.levelAccepts.map { [$0.level.rawValue, $0.attendanceClass.rawValue, $0.arrival.rawValue] })
        file.table(LevelFigure.allCases.map { "\($0)" }, Level.allCases.map { level in
            (level.rawValue, LevelFigure.allCases.map { numbers($0, level) })
        })
        writeZones()
        file.table(["ambulanceShare", "nightShare", "spaceMinutes", "variableCost", "tariff"], classes { place in
            [.ambulanceShare, .nightShare, .spaceMinutes, .variableCost, .tariff].map { numbers($0, place) }
        })
        sites([.beds, .maximumBedsBuilt], system.acute)
        sites([.spaces, .maximumSpacesBuilt], units)
        sites([.estateRunningCost, .pfiUnitaryCharge, .capitalCharge], inside)
        sites([.variableCostFactor, .departmentScale, .inflowShare], inside)
        file.tuples("NEEDS", instance.levelServices.map { [$0.level.rawValue, $0.service] })
        file.tuples("HAS", instance.services.filter(\.isPresent).map { [$0.site, $0.service] })
        file.tuples("MOVES", moves.map { [code($0.site), $0.service] })
        file.values("moveCapital", moves.map { ([code($0.site), $0.service], numbers.move($0, .capital)) })
        file.values("moveAnnualCost", moves.map { ([code($0.site), $0.service], numbers.move($0, .annualCost)) })
        let groups = numbers.places.groups
        file.table(StaffFigure.allCases.map { "\($0)" }, groups.indices.map { group in
            (groups[group], StaffFigure.allCases.map { numbers($0, group: group) })
        })
        file.values("rotaFloor", Level.allCases.flatMap { level in
            groups.indices.map { ([level.rawValue, groups[$0]], numbers.floor(level, group: $0)) }
        })
        file.values("inPost", units.flatMap { site in
            groups.indices.map { ([code(site), groups[$0]], numbers.inPost(site: site, group: $0)) }
        })
        if !levers.isEmpty {
            file.matrix("removed", AttendanceClass.allCases.map(\.rawValue), levers.map {
                (instance.schemes[$0].name, situation.demand.removed[$0])
            })
            file.table(["replacementCostPerAdmission", "replacementCostPerAttendance"], levers.map { lever in
                (instance.schemes[lever].name, [
                    numbers(.replacementCostPerAdmission, scheme: lever),
                    numbers(.replacementCostPerAttendance, scheme: lever),
                ])
            })
        }
        writeParameters(outside)
    }

    private mutating func writeZones() {
        let zones = system.instance.zones
        file.table(["population", "resident", "deprivedWeight", "bedDays"], (0..<zones.count).map { zone in
            (zones.codes[zone], [
                zones.population[zone], zones.isInside[zone] ? 1 : 0, system.deprivedResidents[zone],
                situation.demand.bedDays[zone],
            ])
        })
        file.matrix("demand", AttendanceClass.allCases.map(\.rawValue), (0..<zones.count).map { zone in
            (zones.codes[zone], AttendanceClass.allCases.indices.map { situation.demand(zone, $0) })
        })
        file.matrix("minutes", system.doors.map(code), (0..<zones.count).map { zone in
            (zones.codes[zone], system.doors.indices.map { system.minutes(zone, $0) })
        })
    }

    private mutating func writeParameters(_ outside: [Int]) {
        let settings = system.instance.settings
        file.scalar("openingYear", Double(settings.openingYear))
        file.scalar("horizonYear", Double(settings.horizonYear))
        let asGiven: [Parameter] = [
            .discountRate, .assetLifeYears, .maximumOccupancy, .overflowProbability, .quantileZ, .varianceRatio,
            .emergencyBedShare, .bedPeakFactor, .attendancePeakFactor, .spaceUtilisation, .bedRunningCost,
            .bedCostReleasedShare, .estateReleasedShare, .capitalPerBed, .capitalPerSpace, .ambulanceHourCost,
            .ambulanceTurnaroundMinutes, .reconveyedShare, .standardMinutes, .hardLimitMinutes, .assignedDetourMinutes,
            .doubleRunningMonths,
        ]
        for parameter in asGiven { file.scalar("\(parameter)", numbers(parameter)) }
        if let limit = numbers.capitalLimit { file.scalar("capitalLimit", limit) }
        file.scalar("capitalDoNothing", doNothing.capital * 1000)
        let doors = Dictionary(uniqueKeysWithValues: system.doors.enumerated().map { ($1, $0) })
        file.table(["offeredAttendances", "offeredAdmissions", "attendancesDoNothing", "admissionsDoNothing"], outside.map { site in
            (code(site), [
                numbers(.offeredAttendances, site: site), numbers(.offeredAdmissions, site: site),
                doors[site].map { doNothing.attendances[$0] } ?? 0, doors[site].map { doNothing.admissions[$0] } ?? 0,
            ])
        })
        file.scalar("meanMinutesLimit", limits[.meanJourney]!)
        file.scalar("allowedShareBeyondStandard", limits[.standardJourney]!)
        file.scalar("allowedShareBeyondStandardDeprived", limits[.standardJourneyMostDeprived]!)
        file.scalar("allowedBeyondHardLimit", limits[.hardLimit]!)
        file.scalar("minimumType1Sites", limits[.fewestSites]!)
        file.scalar("maximumType1Sites", limits[.mostSites]!)
        let inside = system.sites.indices.filter { system.sites[$0].isInside }
        file.words("minimumType1Attendances", inside.map { site in
            let limit = limits[.safeVolume(site: site)].flatMap { $0.isFinite ? $0 : nil }
            return (code(site), "\(limit ?? numbers(.minimumType1Attendances))")
        })
        file.words("allowedMissingServices", inside.map { (code($0), "\(limits[.services(site: $0)]!)") })
    }

    // MARK: MathProg

    private func code(_ site: Int) -> String { system.sites[site].code }

    private func classes(_ values: (Int) -> [Double]) -> [(String, [Double])] {
        AttendanceClass.allCases.enumerated().map { ($1.rawValue, values($0)) }
    }

    private mutating func sites(_ figures: [SiteFigure], _ places: [Int]) {
        file.table(figures.map { "\($0)" }, places.map { site in (code(site), figures.map { numbers($0, site: site) }) })
    }
}
