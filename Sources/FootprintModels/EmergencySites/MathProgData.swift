// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The data file of `Models/emergency/emergency.mod` for one configuration: what `glpsol` needs to solve the same program
/// without any of this code. The contract is `Models/emergency/README.md`.
public struct MathProgData {
    private let situation: EmergencySituation
    private let doNothing: DoNothingReference
    private let limits: [Requirement: Double]
    private var lines: [String] = []

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
        write()
    }

    public var text: String { lines.joined(separator: "\n") + "\n" }

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
        lines.append("# SPDX-License-Identifier: GPL-3.0-or-later")
        lines.append("# \(system.name(of: situation.chosen))")
        lines.append("data;")
        set("S_in", inside.map(code))
        set("S_out", outside.map(code))
        set("ACUTE", system.acute.map(code))
        set("MIU", units.filter { system.sites[$0].role == .minorInjuryUnit }.map(code))
        set("Z", instance.zones.codes)
        set("L", Level.allCases.map(\.rawValue))
        set("G", numbers.places.groups)
        set("K", levers.map { instance.schemes[$0].name })
        set("SERVICES", services)
        set("KEEP_OPEN", system.settings.keepOpen)
        set("FORCE_CLOSED", system.settings.forceClosed)
        scalar("closed", system.settings.boundary == .closed ? 1 : 0)
        if case .assigned = situation.flow { scalar("assigned", 1) }
        lines.append("param bedRule := \(system.settings.bedRule.rawValue);")
        pairs("level", system.sites.indices.map { (code($0), quoted(situation.configuration.levels[$0].rawValue)) })
        pairs("today", inside.map { (code($0), quoted(system.sites[$0].levelToday.rawValue)) })
        tuples("ACCEPTS", instance.levelAccepts.map { [$0.level.rawValue, $0.attendanceClass.rawValue, $0.arrival.rawValue] })
        table(LevelFigure.allCases.map { "\($0)" }, Level.allCases.map { level in
            (level.rawValue, LevelFigure.allCases.map { numbers($0, level) })
        })
        writeZones()
        table(["ambulanceShare", "nightShare", "spaceMinutes", "variableCost", "tariff"], classes { place in
            [.ambulanceShare, .nightShare, .spaceMinutes, .variableCost, .tariff].map { numbers($0, place) }
        })
        sites([.beds, .maximumBedsBuilt], system.acute)
        sites([.spaces, .maximumSpacesBuilt], units)
        sites([.estateRunningCost, .pfiUnitaryCharge, .capitalCharge], inside)
        sites([.variableCostFactor, .departmentScale, .inflowShare], inside)
        tuples("NEEDS", instance.levelServices.map { [$0.level.rawValue, $0.service] })
        tuples("HAS", instance.services.filter(\.isPresent).map { [$0.site, $0.service] })
        tuples("MOVES", moves.map { [code($0.site), $0.service] })
        matrixOfPairs("moveCapital", moves.map { ([code($0.site), $0.service], numbers.move($0, .capital)) })
        matrixOfPairs("moveAnnualCost", moves.map { ([code($0.site), $0.service], numbers.move($0, .annualCost)) })
        let groups = numbers.places.groups
        table(StaffFigure.allCases.map { "\($0)" }, groups.indices.map { group in
            (groups[group], StaffFigure.allCases.map { numbers($0, group: group) })
        })
        matrixOfPairs("rotaFloor", Level.allCases.flatMap { level in
            groups.indices.map { ([level.rawValue, groups[$0]], numbers.floor(level, group: $0)) }
        })
        matrixOfPairs("inPost", units.flatMap { site in
            groups.indices.map { ([code(site), groups[$0]], numbers.inPost(site: site, group: $0)) }
        })
        if !levers.isEmpty {
            matrix("removed", AttendanceClass.allCases.map(\.rawValue), levers.map {
                (instance.schemes[$0].name, situation.demand.removed[$0])
            })
            table(["replacementCostPerAdmission", "replacementCostPerAttendance"], levers.map { lever in
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
        table(["population", "resident", "deprivedWeight", "bedDays"], (0..<zones.count).map { zone in
            (zones.codes[zone], [
                zones.population[zone], zones.isInside[zone] ? 1 : 0, system.deprivedResidents[zone],
                situation.demand.bedDays[zone],
            ])
        })
        matrix("demand", AttendanceClass.allCases.map(\.rawValue), (0..<zones.count).map { zone in
            (zones.codes[zone], AttendanceClass.allCases.indices.map { situation.demand(zone, $0) })
        })
        matrix("minutes", system.doors.map(code), (0..<zones.count).map { zone in
            (zones.codes[zone], system.doors.indices.map { system.minutes(zone, $0) })
        })
    }

    private mutating func writeParameters(_ outside: [Int]) {
        let settings = system.instance.settings
        scalar("openingYear", Double(settings.openingYear))
        scalar("horizonYear", Double(settings.horizonYear))
        let asGiven: [Parameter] = [
            .discountRate, .assetLifeYears, .maximumOccupancy, .overflowProbability, .quantileZ, .varianceRatio,
            .emergencyBedShare, .bedPeakFactor, .attendancePeakFactor, .spaceUtilisation, .bedRunningCost,
            .bedCostReleasedShare, .estateReleasedShare, .capitalPerBed, .capitalPerSpace, .ambulanceHourCost,
            .ambulanceTurnaroundMinutes, .reconveyedShare, .standardMinutes, .hardLimitMinutes, .assignedDetourMinutes,
            .doubleRunningMonths,
        ]
        for parameter in asGiven { scalar("\(parameter)", numbers(parameter)) }
        if let limit = numbers.capitalLimit { scalar("capitalLimit", limit) }
        scalar("capitalDoNothing", doNothing.capital * 1000)
        let doors = Dictionary(uniqueKeysWithValues: system.doors.enumerated().map { ($1, $0) })
        table(["offeredAttendances", "offeredAdmissions", "attendancesDoNothing", "admissionsDoNothing"], outside.map { site in
            (code(site), [
                numbers(.offeredAttendances, site: site), numbers(.offeredAdmissions, site: site),
                doors[site].map { doNothing.attendances[$0] } ?? 0, doors[site].map { doNothing.admissions[$0] } ?? 0,
            ])
        })
        scalar("meanMinutesLimit", limits[.meanJourney]!)
        scalar("allowedShareBeyondStandard", limits[.standardJourney]!)
        scalar("allowedShareBeyondStandardDeprived", limits[.standardJourneyMostDeprived]!)
        scalar("allowedBeyondHardLimit", limits[.hardLimit]!)
        scalar("minimumType1Sites", limits[.fewestSites]!)
        scalar("maximumType1Sites", limits[.mostSites]!)
        let inside = system.sites.indices.filter { system.sites[$0].isInside }
        pairs("minimumType1Attendances", inside.map { site in
            let limit = limits[.safeVolume(site: site)].flatMap { $0.isFinite ? $0 : nil }
            return (code(site), number(limit ?? numbers(.minimumType1Attendances)))
        })
        pairs("allowedMissingServices", inside.map { (code($0), number(limits[.services(site: $0)]!)) })
        lines.append("end;")
    }

    // MARK: MathProg

    private func code(_ site: Int) -> String { system.sites[site].code }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
    private func number(_ value: Double) -> String { "\(value)" }

    private func classes(_ values: (Int) -> [Double]) -> [(String, [Double])] {
        AttendanceClass.allCases.enumerated().map { ($1.rawValue, values($0)) }
    }

    private mutating func set(_ name: String, _ members: [String]) {
        lines.append("set \(name) := \(members.map(quoted).joined(separator: " "));")
    }

    private mutating func tuples(_ name: String, _ members: [[String]]) {
        lines.append("set \(name) := \(members.map { "(" + $0.map(quoted).joined(separator: ",") + ")" }.joined(separator: " "));")
    }

    private mutating func scalar(_ name: String, _ value: Double) { lines.append("param \(name) := \(number(value));") }

    private mutating func pairs(_ name: String, _ values: [(String, String)]) {
        lines.append("param \(name) :=")
        for (key, value) in values { lines.append("  \(quoted(key)) \(value)") }
        lines.append(";")
    }

    private mutating func matrixOfPairs(_ name: String, _ values: [([String], Double)]) {
        lines.append("param \(name) :=")
        for (key, value) in values { lines.append("  \(key.map(quoted).joined(separator: " ")) \(number(value))") }
        lines.append(";")
    }

    private mutating func table(_ header: [String], _ rows: [(String, [Double])]) {
        guard !rows.isEmpty else { return }
        lines.append("param : \(header.joined(separator: " ")) :=")
        append(rows)
    }

    private mutating func matrix(_ name: String, _ columns: [String], _ rows: [(String, [Double])]) {
        lines.append("param \(name) : \(columns.map(quoted).joined(separator: " ")) :=")
        append(rows)
    }

    private mutating func append(_ rows: [(String, [Double])]) {
        for (key, values) in rows { lines.append("  \(quoted(key)) \(values.map(number).joined(separator: " "))") }
        lines.append(";")
    }

    private mutating func sites(_ figures: [SiteFigure], _ places: [Int]) {
        table(figures.map { "\($0)" }, places.map { site in (code(site), figures.map { numbers($0, site: site) }) })
    }
}
