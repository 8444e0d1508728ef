// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// What a solved configuration means: where the beds, spaces and staff are, and what each line costs.
public struct EmergencyPlan: Sendable {
    public let configuration: Configuration
    /// As solved: with minor injury units closed where a lever closes them.
    public let levels: [Level]
    /// In the order of the system's sites.
    public let sites: [SitePlan]
    /// Lines that belong to no one site.
    public let sharedLines: CostLines
    /// All lines, £ a year; they add to the annual cost.
    public let costLines: CostLines
    /// £ once.
    public let capital: Double
    public let doubleRunningOnce: Double
    public let redundancyOnce: Double
    public let travel: Flows.Travel
    /// Attendances a year by today's site and the site in the configuration (places in the system's sites).
    public let moved: [[Int: Double]]

    public struct SitePlan: Sendable {
        public var attendances = 0.0
        public var admissions = 0.0
        /// By class.
        public var byClass: [Double] = [0, 0, 0]
        public var bedsOccupied = 0.0
        public var bedsNeeded = 0.0
        public var bedsStanding = 0.0
        public var bedsBuilt = 0.0
        public var bedsReleased = 0.0
        public var spacesNeeded = 0.0
        public var spacesStanding = 0.0
        public var spacesBuilt = 0.0
        public var agencyWTE = 0.0
        public var redeployedWTE = 0.0
        public var leavingWTE = 0.0
        public var lines = CostLines()
    }

    /// £ a year.
    public var annualCost: Double { costLines.total }
    /// £ a year without what is spent once and spread.
    public var running: Double {
        costLines.total - costLines[.newCapital] - costLines[.redundancy] - costLines[.doubleRunning]
    }
    /// £ once.
    public var once: Double { capital + doubleRunningOnce + redundancyOnce }
}

extension EmergencyModel {
    /// Reads a solution of this model back into places, people and pounds.
    func plan(_ solution: Solution, _ situation: EmergencySituation) -> EmergencyPlan {
        let system = situation.system
        let numbers = situation.numbers
        let prices = EmergencyPrices(system, numbers)
        let v = variables
        var sites = [EmergencyPlan.SitePlan](repeating: .init(), count: system.sites.count)
        var shared = CostLines()
        var redundancyOnce = 0.0

        for site in v.attendances.a {
            let place = site.place
            for (number, stream) in v.attendances.b.enumerated() {
                let patients = solution[v.attendances[site, stream]]
                sites[place].attendances += patients
                sites[place].byClass[number / 2] += patients
                if number / 2 == 0 { sites[place].admissions += patients }
                let line: CostLine = system.sites[place].isInside ? .attendances : .outsideTariff
                sites[place].lines[line] += prices.attendance(site: place, attendanceClass: number / 2) * patients
            }
        }
        for site in v.bedsBuilt.a {
            let place = site.place
            let standing = numbers(.emergencyBedShare) * numbers(.beds, site: place)
            let built = solution[v.bedsBuilt[site]]
            let released = solution[v.bedsReleased[site]]
            let perBed = prices.estatePerBed(site: place)
            sites[place].bedsOccupied = solution[v.occupied[site]]
            sites[place].bedsNeeded = solution[v.bedsNeeded[site]]
            sites[place].bedsStanding = standing
            sites[place].bedsBuilt = built
            sites[place].bedsReleased = released
            sites[place].lines[.beds] = prices.bedVariable * (standing + built - released)
            sites[place].lines[.bedOverheads] = prices.bedOverhead * (standing - released)
            sites[place].lines[.strandedBedOverheads] = prices.bedOverhead * released
            sites[place].lines[.estate] += perBed * (numbers(.estateReleasedShare) * built - released)
            sites[place].lines[.strandedEstate] = perBed * (1 - numbers(.estateReleasedShare)) * released
            sites[place].lines[.newCapital] += prices.capitalAnnuity * numbers(.capitalPerBed) * built
        }
        for site in v.spacesBuilt.a {
            let place = site.place
            let built = solution[v.spacesBuilt[site]]
            let level = situation.configuration.levels[place]
            if level != .none {
                let hours = 52 * numbers(.hoursPerWeek, level) * numbers(.spaceUtilisation)
                sites[place].spacesNeeded = sites[place].byClass.enumerated().reduce(0) {
                    $0 + numbers(.spaceMinutes, $1.offset) / 60 * numbers(.attendancePeakFactor) / hours * $1.element
                }
            }
            sites[place].spacesStanding = numbers(.spaces, site: place)
            sites[place].spacesBuilt = built
            sites[place].lines[.newCapital] += prices.capitalAnnuity * numbers(.capitalPerSpace) * built
            for group in v.staying.b {
                let leaving = solution[v.leaving[site, group]]
                let agency = solution[v.agency[site, group]]
                let comers = v.staying.a.filter { $0 != site }.reduce(0) { $0 + solution[v.redeployed[$1, site, group]] }
                let pay = numbers(.pay, group: group.place)
                sites[place].agencyWTE += agency
                // Staff who change places cost nothing, and mean nothing: what counts is who comes on top of those who go.
                let goers = v.staying.a.filter { $0 != site }.reduce(0) { $0 + solution[v.redeployed[site, $1, group]] }
                sites[place].redeployedWTE += max(0, comers - goers)
                sites[place].leavingWTE += leaving
                sites[place].lines[.staff] += pay * (solution[v.staying[site, group]] + comers)
                sites[place].lines[.agency] += pay * (1 + numbers(.agencyPremium, group: group.place)) * agency
                sites[place].lines[.redundancy] += prices.leaving(group: group.place) * leaving
                redundancyOnce += numbers(.redundancyCost, group: group.place) * leaving
            }
        }
        for place in system.sites.indices where system.sites[place].isInside {
            sites[place].lines[.department] += situation.departmentCost(place, situation.configuration.levels[place])
            sites[place].lines[.estate] += numbers(.estateRunningCost, site: place)
            sites[place].lines[.pfiUnitaryCharge] += numbers(.pfiUnitaryCharge, site: place)
            sites[place].lines[.capitalCharge] += numbers(.capitalCharge, site: place)
            let level = situation.configuration.levels[place]
            if level != system.sites[place].levelToday, level != .none {
                sites[place].lines[.newCapital] += prices.capitalAnnuity * numbers(.conversionCapital, level)
            }
            if situation.loses(department: place) {
                sites[place].lines[.doubleRunning] +=
                    prices.onceAnnuity * numbers(.doubleRunningMonths) / 12
                    * situation.departmentCost(place, system.sites[place].levelToday)
            }
        }
        for move in situation.movedServices {
            sites[move.site].lines[.newCapital] += prices.capitalAnnuity * numbers.move(move, .capital)
            sites[move.site].lines[.movedServices] += numbers.move(move, .annualCost)
        }
        let constants = situation.constantCosts
        shared[.replacementCare] = constants[.replacementCare]
        var travel: Flows.Travel
        var moved: [Double]
        switch situation.flow {
        case .nearest(let flows):
            shared[.ambulance] = constants[.ambulance]
            shared[.reconveyed] = constants[.reconveyed]
            travel = flows.travel
            moved = flows.moved
        case .assigned(let assignment):
            let flows = assignment.flows(flowRows!.mixture(solution))
            shared[.ambulance] = numbers(.ambulanceHourCost) * flows.ambulanceHours
            shared[.reconveyed] = numbers(.ambulanceHourCost) * numbers(.reconveyedShare) * flows.reconveyableHours
            travel = flows.travel
            moved = flows.moved
        }

        var total = shared
        for site in sites { total += site.lines }
        let doors = system.doors.count
        var movedBySite = [[Int: Double]](repeating: [:], count: system.sites.count)
        for from in 0..<doors {
            for to in 0..<doors where moved[from * doors + to] > 0 {
                movedBySite[system.doors[from]][system.doors[to]] = moved[from * doors + to]
            }
        }
        return EmergencyPlan(
            configuration: situation.chosen, levels: situation.configuration.levels, sites: sites, sharedLines: shared,
            costLines: total, capital: solution[v.capitalSpent] * 1000,
            doubleRunningOnce: situation.doubleRunningOnce, redundancyOnce: redundancyOnce, travel: travel,
            moved: movedBySite)
    }

    /// What the rest of a comparison is measured against, when this is do-nothing.
    func reference(_ solution: Solution) -> DoNothingReference {
        let v = variables
        var activity: [Requirement: Double] = [:]
        // What does not apply to do-nothing (the safe volume of a part-time department, say) is not missed by it.
        for row in requirements where row.limit.isFinite {
            activity[row.requirement] = solution.activity(of: row.row, in: model)
        }
        func patients(_ site: SiteCode, _ streams: some Sequence<Stream>) -> Double {
            streams.reduce(0) { $0 + solution[v.attendances[site, $1]] }
        }
        return DoNothingReference(
            capital: solution[v.capitalSpent],
            attendances: v.attendances.a.map { patients($0, v.attendances.b) },
            admissions: v.attendances.a.map { site in
                patients(site, v.attendances.b.filter { $0.attendanceClass == .admitted })
            },
            activity: activity)
    }
}
