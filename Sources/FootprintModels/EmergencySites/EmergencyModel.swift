// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// The linear program of one configuration: the rows of `Models/emergency/formulation.md`.
///
/// Its columns and rows are the same for every configuration of an instance, so that a basis of one is a start for another:
/// what does not apply to a configuration has an infinite side, not a missing row.
public struct EmergencyModel: Sendable {
    public var model: Model<ThousandPounds>
    public let requirements: [RequirementRow]
    let variables: Variables
    /// Under `assigned`: the rows that flows enter, and the proposals so far.
    public internal(set) var flowRows: FlowRows?

    // A place tells one from another; the name is for people, and hashing it would cost more than building the model.
    struct SiteCode: Hashable, Sendable, CustomStringConvertible {
        let place: Int
        let description: String

        static func == (first: Self, second: Self) -> Bool { first.place == second.place }
        func hash(into hasher: inout Hasher) { hasher.combine(place) }
    }

    struct Group: Hashable, Sendable, CustomStringConvertible {
        let place: Int
        let description: String

        static func == (first: Self, second: Self) -> Bool { first.place == second.place }
        func hash(into hasher: inout Hasher) { hasher.combine(place) }
    }

    /// The page's variables, by its names.
    struct Variables: Sendable {
        let attendances: Family2<Patients, SiteCode, Stream>
        let occupied, bedsNeeded, bedsBuilt, bedsReleased: Family1<Beds, SiteCode>
        let spacesBuilt: Family1<Spaces, SiteCode>
        let staying, leaving, agency: Family2<WTE, SiteCode, Group>
        let redeployed: Family3<WTE, SiteCode, SiteCode, Group>
        let capitalSpent: Variable<ThousandPounds>
        let meanMinutes: Variable<Minutes>
        let beyondStandard, beyondStandardDeprived: Variable<Share>
        let beyondHardLimit, unserved: Variable<Patients>
        let missingServices: Family1<Count, SiteCode>
        let isDepartment: Family1<Count, SiteCode>
    }

    /// - Parameters:
    ///   - situation: the configuration, the figures and the demand.
    ///   - doNothing: what capital and outside hospitals are measured against; nil for do-nothing itself, on which only
    ///     the room to build is imposed.
    init(_ situation: EmergencySituation, doNothing: DoNothingReference?) {
        let system = situation.system
        let numbers = situation.numbers
        let levels = situation.configuration.levels
        var model = Model<ThousandPounds>(system.name(of: situation.configuration), minimise: ThousandPounds.self)

        let codes = system.sites.enumerated().map { SiteCode(place: $0, description: $1.code) }
        let doors = Members(system.doors.map { codes[$0] })
        let acute = Members(system.acute.map { codes[$0] })
        let units = Members(system.units.map { codes[$0] })
        let inside = Members(codes.filter { system.sites[$0.place].isInside })
        let groups = Members(numbers.places.groups.enumerated().map { Group(place: $0, description: $1) })
        let streams = Members(Stream.allCases)

        let attendances = model.variables(over: doors, streams, in: 0..., of: Patients.self, name: "attendances")
        let occupied = model.variables(over: acute, in: 0..., of: Beds.self, name: "occupied")
        let bedsNeeded = model.variables(over: acute, in: 0..., of: Beds.self, name: "bedsNeeded")
        let bedsBuilt = model.variables(over: acute, in: 0..., of: Beds.self, name: "bedsBuilt")
        let bedsReleased = model.variables(over: acute, in: 0..., of: Beds.self, name: "bedsReleased")
        let spacesBuilt = model.variables(over: units, in: 0..., of: Spaces.self, name: "spacesBuilt")
        let staying = model.variables(over: units, groups, in: 0..., of: WTE.self, name: "staying")
        let leaving = model.variables(over: units, groups, in: 0..., of: WTE.self, name: "leaving")
        let agency = model.variables(over: units, groups, in: 0..., of: WTE.self, name: "agency")
        let redeployed = model.variables(over: units, units, groups, in: 0..., of: WTE.self, name: "redeployed")
        let capitalSpent = model.variable("capitalSpent", in: 0..., of: ThousandPounds.self)
        let meanMinutes = model.variable("meanMinutes", in: 0..., of: Minutes.self)
        let beyondStandard = model.variable("beyondStandard", in: 0..., of: Share.self)
        let beyondStandardDeprived = model.variable("beyondStandardDeprived", in: 0..., of: Share.self)
        let beyondHardLimit = model.variable("beyondHardLimit", in: 0..., of: Patients.self)
        let unserved = model.variable("unserved", in: 0..., of: Patients.self)
        let missingServices = model.variables(over: inside, in: 0..., of: Count.self, name: "missingServices")
        let isDepartment = model.variables(over: inside, in: 0..., of: Count.self, name: "isDepartment")
        let variables = Variables(
            attendances: attendances, occupied: occupied, bedsNeeded: bedsNeeded, bedsBuilt: bedsBuilt,
            bedsReleased: bedsReleased, spacesBuilt: spacesBuilt, staying: staying, leaving: leaving,
            agency: agency, redeployed: redeployed, capitalSpent: capitalSpent, meanMinutes: meanMinutes,
            beyondStandard: beyondStandard, beyondStandardDeprived: beyondStandardDeprived,
            beyondHardLimit: beyondHardLimit, unserved: unserved, missingServices: missingServices,
            isDepartment: isDepartment)
        self.variables = variables

        var flowRows: FlowRows?
        // 1, 2 and 12: constants of the configuration under `nearest`; sums of flows under `assigned`.
        switch situation.flow {
        case .nearest(let flows):
            for (door, site) in doors.enumerated() {
                for (place, stream) in streams.enumerated() {
                    model.require(
                        "attendances are what the doors receive", site, stream,
                        attendances[site, stream] .== flows.attendances[door * streams.count + place])
                }
            }
            for site in acute {
                let bedDays = system.doors.firstIndex(of: site.place).map { flows.bedDays[$0] } ?? 0
                model.require("beds occupied", site, occupied[site] .== numbers(.bedPeakFactor) / 365 * bedDays)
            }
            model.require("mean journey", meanMinutes .== flows.travel.all.meanMinutes)
            model.require("residents beyond the standard", beyondStandard .== flows.travel.all.shareBeyondStandard)
            model.require(
                "most deprived fifth beyond the standard",
                beyondStandardDeprived .== flows.travel.mostDeprivedFifth.shareBeyondStandard)
            model.require(
                "residents beyond the hard limit", beyondHardLimit .== flows.travel.all.peopleBeyondHardLimit)
            model.require("patients with no open door", unserved .== flows.unserved)
        case .assigned(let assignment):
            flowRows = FlowRows(
                addingTo: &model, assignment, variables, doors: doors, acute: acute, streams: streams, situation)
        }

        // 3. Beds needed.
        for site in acute {
            let rule = numbers.bedsNeeded(system.settings.bedRule)
            if rule.rule == .occupancy {
                model.require("beds needed", site, bedsNeeded[site] - occupied[site] / rule.maximumOccupancy .== 0)
            } else {
                let bedDays = situation.nearestFlows?.bedDays[system.doors.firstIndex(of: site.place) ?? 0] ?? 0
                model.require("beds needed", site, bedsNeeded[site] .== rule(numbers(.bedPeakFactor) / 365 * bedDays))
            }
        }
        // 4 and 6. Beds stand where they are needed.
        let bedShare = numbers(.emergencyBedShare)
        for site in acute {
            let standing = bedShare * numbers(.beds, site: site.place)
            model.require(
                "beds stand where they are needed", site,
                bedsNeeded[site] - bedsBuilt[site] + bedsReleased[site] .<= standing)
            model.require("released no more than stand", site, bedsReleased[site] .<= standing)
        }
        // 5. Treatment spaces.
        for site in units where doors.contains(site) {
            let level = levels[site.place] == .none ? Level.type1 : levels[site.place]
            let hours = 52 * numbers(.hoursPerWeek, level) * numbers(.spaceUtilisation)
            let needed = sum(over: AttendanceClass.allCases.indices, Arrival.allCases.indices) { attendanceClass, arrival in
                let perPatient = numbers(.spaceMinutes, attendanceClass) / 60 * numbers(.attendancePeakFactor) / hours
                return Rate<Spaces, Patients>(perPatient) * attendances[site, streams[attendanceClass * 2 + arrival]]
            }
            model.require("treatment spaces", site, needed - spacesBuilt[site] .<= numbers(.spaces, site: site.place))
        }
        // 7 to 10. The rota.
        for site in units {
            let scale = numbers(.departmentScale, site: site.place)
            for group in groups {
                let comers = sum(over: units.filter { $0 != site }) { redeployed[$0, site, group] }
                let goers = sum(over: units.filter { $0 != site }) { redeployed[site, $0, group] }
                let working = staying[site, group] + comers + agency[site, group]
                model.require(
                    "rota floor", site, group,
                    working .>= scale * numbers.floor(levels[site.place], group: group.place))
                if doors.contains(site) {
                    let perPatient = Rate<WTE, Patients>(numbers(.wtePerThousandAttendances, group: group.place) / 1000)
                    let volume = sum(over: streams) { perPatient * attendances[site, $0] }
                    model.require("rota for the volume", site, group, working - volume .>= 0)
                }
                let inPost = numbers.inPost(site: site.place, group: group.place)
                model.require(
                    "staff in post", site, group, staying[site, group] + goers + leaving[site, group] .== inPost)
                let takeUp = numbers(.takeUpShare, group: group.place)
                model.require(
                    "take-up", site, group, goers + takeUp * staying[site, group] .<= takeUp * inPost)
                model.fix(redeployed[site, site, group], at: 0)
            }
        }
        // 11. Capital.
        let perBed = Rate<ThousandPounds, Beds>(numbers(.capitalPerBed) / 1000)
        let perSpace = Rate<ThousandPounds, Spaces>(numbers(.capitalPerSpace) / 1000)
        let building = sum(over: acute) { perBed * bedsBuilt[$0] } + sum(over: units) { perSpace * spacesBuilt[$0] }
        model.require("capital", capitalSpent - building .== situation.conversionCapital / 1000)
        // What the configuration itself decides.
        for site in inside {
            let level = levels[site.place]
            model.require(
                "services it needs and has not", site,
                missingServices[site] .== Double(system.missingServices[site.place][level.ordinal].count))
            model.require("has a department", site, isDepartment[site] .== (level.isDepartment ? 1 : 0))
        }

        requirements = Self.addRequirements(
            to: &model, variables, situation, doNothing, doors: doors, acute: acute, units: units, inside: inside,
            streams: streams)
        Self.setCost(
            of: &model, variables, situation, doors: doors, acute: acute, units: units, groups: groups,
            streams: streams)
        flowRows?.addQuickest(to: &model)
        self.model = model
        self.flowRows = flowRows
    }
}

extension EmergencyNumbers {
    func bedsNeeded(_ rule: BedRule) -> BedsNeeded {
        BedsNeeded(
            rule: rule, maximumOccupancy: self(.maximumOccupancy), overflowProbability: self(.overflowProbability),
            quantileZ: self(.quantileZ), varianceRatio: self(.varianceRatio))
    }
}

extension EmergencyModel {
    /// Under `assigned`: adds the proposals that a solution's prices ask for (see `FlowRows.improve`); 0 under `nearest`.
    public mutating func improve(_ duals: Duals, isCosted: Bool, tolerance: Double) -> Double {
        guard var rows = flowRows else { return 0 }
        flowRows = nil
        let left = rows.improve(&model, duals, isCosted: isCosted, tolerance: tolerance)
        flowRows = rows
        return left
    }

    /// Whether the program grows by proposals as it is solved.
    public var isGrowing: Bool { flowRows != nil }
}

extension EmergencyModel {
    /// Takes over the proposals of a copy of this model that was used for something else, with this model's objective.
    public mutating func adopt(_ other: EmergencyModel) {
        guard let found = other.flowRows, var rows = flowRows else { return }
        flowRows = nil
        rows.adopt(found, into: &model)
        flowRows = rows
    }
}
