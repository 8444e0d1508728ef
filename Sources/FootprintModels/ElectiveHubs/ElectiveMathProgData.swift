// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The data file of `Models/elective/elective.mod` for one case: what `glpsol` needs to solve the same program without any of
/// this code. The contract is `Models/elective/README.md`.
public struct ElectiveMathProgData {
    private let system: ElectiveSystem
    private let situation: ElectiveCase
    private var file: MathProgText

    public init(_ system: ElectiveSystem, _ situation: ElectiveCase) {
        self.system = system
        self.situation = situation
        file = MathProgText(title: "\(system.title): elective, \(situation.name)", format: Self.number)
        writeSets()
        writeSpecialties()
        writeSites()
        writeZones()
        writeParameters()
        writeCase()
    }

    public var text: String { file.text }

    /// A whole number is written without a point: an integer parameter takes no other.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private var modes: [String] { ElectiveFigures.modes.map(\.rawValue) }

    /// Specialties at sites, with their places.
    private var places: [(key: [String], j: Int, s: Int, place: ElectiveSystem.Place)] {
        system.specialties.indices.flatMap { j in
            system.sites.indices.compactMap { s in
                system.places[j][s].map { ([system.specialties[j].code, system.sites[s].code], j, s, $0) }
            }
        }
    }

    private mutating func writeSets() {
        let codes = system.specialties.map(\.code)
        file.set("J", codes)
        file.set("S", system.sites.map(\.code))
        file.set("Z", system.zones.map(\.code))
        file.tuples("AT", places.map(\.key))
        if !system.needs.isEmpty { file.tuples("NEEDS", system.needs.map { [codes[$0.specialty], codes[$0.needs]] }) }
        for (name, year) in [
            ("baseYear", system.baseYear), ("targetYear", system.targetYear), ("openingYear", system.openingYear),
            ("horizonYear", system.horizonYear),
        ] { file.scalar(name, Double(year)) }
    }

    private mutating func writeSpecialties() {
        let figures: [(String, KeyPath<ElectiveSystem.Care, Double>)] = [
            ("spells", \.spells), ("growthPerYear", \.growthPerYear), ("lengthOfStay", \.lengthOfStay), ("minutesOfSpell", \.minutes),
            ("variableCost", \.variableCost), ("outsourcePrice", \.outsourcePrice), ("followUpsPerSpell", \.followUpsPerSpell),
        ]
        for (name, figure) in figures {
            file.matrix(name, modes, system.specialties.map { ($0.code, $0.care.map { $0[keyPath: figure] }) })
        }
        file.table(
            ["waitingList", "spellsPerPathway", "removedShare", "dayCaseCeiling", "minimumSpells", "followUpCost"],
            system.specialties.map {
                (
                    $0.code,
                    [$0.waitingList, $0.spellsPerPathway, $0.removedShare, $0.dayCaseCeiling, $0.minimumSpells, $0.followUpCost]
                )
            })
        file.table(
            ["hardLimitMinutes", "standardMinutes", "allowedShareBeyondStandard", "travelSupportPerMinute"],
            zip(modes, system.limits).map {
                ($0, [$1.hardLimitMinutes, $1.standardMinutes, $1.allowedShareBeyondStandard, $1.travelSupportPerMinute])
            })
    }

    private mutating func writeSites() {
        file.table(
            [
                "hubToday", "mayBeHub", "sessions", "maximumSessions", "utilisation", "hubUtilisation", "cancelledShare", "sessionCost",
                "bedsToday", "hubCapital", "hubFixedCost", "farthest",
            ],
            system.sites.map {
                (
                    $0.code,
                    [
                        $0.isHubToday ? 1 : 0, $0.mayBeHub ? 1 : 0, $0.sessions, $0.maximumSessions, $0.utilisation, $0.hubUtilisation,
                        $0.cancelledShare, $0.sessionCost, $0.beds, $0.hubCapital, $0.hubFixedCost, $0.farthest,
                    ]
                )
            })
        file.values("inpatientsToday", places.map { ($0.key, $0.place.hasInpatientsToday ? 1 : 0) })
        file.values("mayHave", places.map { ($0.key, $0.place.mayHaveInpatients ? 1 : 0) })
        file.values("fixedCost", places.map { ($0.key, $0.place.fixedCost) })
    }

    private mutating func writeZones() {
        file.table(["peopleShare"], system.zones.map { ($0.code, [$0.peopleShare]) })
        let sites = system.sites.map(\.code)
        file.matrix("minutes", sites, system.zones.map { ($0.code, $0.minutes) })
        file.matrix("extraMinutes", sites, system.zones.map { ($0.code, $0.extraMinutes) })
    }

    private mutating func writeParameters() {
        let parameters = system.parameters
        for (name, value) in [
            ("sessionMinutes", parameters.sessionMinutes), ("hubGain", parameters.hubGain), ("hubStayFactor", parameters.hubStayFactor),
            ("waitingWeeks", parameters.waitingWeeks), ("waitingStandard", parameters.waitingStandard),
            ("waitingTargetYear", Double(parameters.waitingTargetYear)),
            ("minimumInpatientCentres", parameters.minimumInpatientCentres),
            ("maximumInpatientCentres", parameters.maximumInpatientCentres),
            ("maximumOutsourcedShare", parameters.maximumOutsourcedShare), ("discountRate", parameters.discountRate),
            ("assetLifeYears", parameters.assetLifeYears), ("maximumOccupancy", parameters.maximumOccupancy),
            ("bedRunningCost", parameters.bedRunningCost), ("bedCostReleasedShare", parameters.bedCostReleasedShare),
            ("capitalPerBed", parameters.capitalPerBed),
        ] { file.scalar(name, value) }
        if let limit = parameters.capitalLimit { file.scalar("capitalLimit", limit) }
    }

    private mutating func writeCase() {
        let levers = system.levers
        let on = situation.levers
        func flag(_ isSet: Bool) -> Double { isSet ? 1 : 0 }
        file.scalar("conversion", flag(situation.converts))
        file.scalar("conversionInFull", flag(situation.convertsInFull))
        if on.contains(.stays) { file.scalar("stayReduction", levers.stayReduction) }
        if on.contains(.followUps) {
            file.scalar("followUpReduction", levers.followUpReduction)
            file.scalar("followUpUnitCostReduction", levers.followUpUnitCostReduction)
        }
        if on.contains(.theatres) { file.scalar("utilisationTarget", levers.utilisationTarget) }
        /// The twin knows one switch of conversion, in full or not.
        let starts = ElectiveLever.allCases.compactMap { lever -> ([String], Double)? in
            guard on.contains(lever), !(lever == .dayCases && situation.convertsInFull), let year = levers.startYear[lever] else { return nil }
            return ([lever == .dayCasesInFull ? ElectiveLever.dayCases.rawValue : lever.rawValue], Double(year))
        }
        if !starts.isEmpty { file.values("startYear", starts) }
        func fixed(_ name: String, _ values: [([String], Bool?)]) {
            let said = values.compactMap { key, value in value.map { (key, flag($0)) } }
            if !said.isEmpty { file.values(name, said) }
        }
        fixed("hubMustBe", zip(system.sites, situation.hubs).map { ([$0.code], $1) })
        fixed("openMustBe", places.map { ($0.key, situation.open[$0.j][$0.s]) })
        fixed("centreMustBe", zip(system.sites, situation.centres).map { ([$0.code], $1) })
        file.scalar("requirements", flag(situation.hasRequirements))
        file.scalar("capitalDoNothing", situation.capitalOfDoNothing)
        for (name, part) in [
            ("strongZones", ElectiveCase.Strengthenings.zones), ("strongVolumes", .volumes), ("strongList", .list),
        ] { file.scalar(name, flag(situation.strengthenings.contains(part))) }
    }
}
