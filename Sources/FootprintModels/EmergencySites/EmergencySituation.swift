// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// All that a model is made from: the system, the figures, the demand, a configuration, and who goes where in it.
public struct EmergencySituation: Sendable {
    enum Flow: Sendable {
        case nearest(Flows)
        case assigned(Assignment)
    }

    let system: EmergencySystem
    private(set) var numbers: EmergencyNumbers
    let demand: Demand
    /// What the caller asked for.
    let chosen: Configuration
    /// What is solved: the same, with minor injury units closed where a lever that is on closes them.
    let configuration: Configuration
    let flow: Flow

    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ demand: Demand, _ chosen: Configuration,
        flow rule: FlowRule, known: Flows? = nil
    ) {
        self.system = system
        self.numbers = numbers
        self.demand = demand
        self.chosen = chosen
        configuration = Self.solved(chosen, demand, system)
        flow =
            switch rule {
            case .nearest: .nearest(known ?? Flows(system, numbers, demand, configuration))
            case .assigned: .assigned(Assignment(system, numbers, demand, configuration))
            }
    }

    /// A configuration with minor injury units closed where a lever that is on closes them.
    static func solved(_ chosen: Configuration, _ demand: Demand, _ system: EmergencySystem) -> Configuration {
        let closesUnits = demand.levers.contains { system.instance.schemes[$0].closesMinorInjuryUnits }
        return Configuration(
            levels: chosen.levels.enumerated().map { site, level in
                closesUnits && system.sites[site].isInside && system.sites[site].role == .minorInjuryUnit ? .none : level
            })
    }

    /// The same situation reading other numbers, which must be equal.
    func with(_ numbers: EmergencyNumbers) -> EmergencySituation {
        var situation = self
        situation.numbers = numbers
        return situation
    }

    var nearestFlows: Flows? { if case .nearest(let flows) = flow { flows } else { nil } }

    /// Services that move: their site has a department today and none in the configuration.
    var movedServices: [FigurePlaces.ServiceMove] { numbers.places.moves.filter { loses(department: $0.site) } }

    func loses(department site: Int) -> Bool {
        system.sites[site].levelToday.isDepartment && !configuration.levels[site].isDepartment
    }

    /// Conversion of sites to a level they do not have today, and services that move, £ once.
    var conversionCapital: Double {
        let conversions = system.sites.indices.reduce(0.0) { total, site in
            let level = configuration.levels[site]
            guard system.sites[site].isInside, level != system.sites[site].levelToday, level != .none else { return total }
            return total + numbers(.conversionCapital, level)
        }
        return conversions + movedServices.reduce(0) { $0 + numbers.move($1, .capital) }
    }

    /// Three months, say, of the departments that close, £ once.
    var doubleRunningOnce: Double {
        system.sites.indices.filter { loses(department: $0) }.reduce(0.0) { total, site in
            let today = system.sites[site].levelToday
            return total + numbers(.doubleRunningMonths) / 12 * departmentCost(site, today)
        }
    }

    func departmentCost(_ site: Int, _ level: Level) -> Double {
        numbers(.departmentScale, site: site) * (numbers(.departmentCost, level) + numbers(.supportRotaCost, level))
    }

    /// The lines that no variable of the program moves, £ a year.
    var constantCosts: CostLines {
        let prices = EmergencyPrices(system, numbers)
        var lines = CostLines()
        for site in system.sites.indices where system.sites[site].isInside {
            lines[.department] += departmentCost(site, configuration.levels[site])
            lines[.estate] += numbers(.estateRunningCost, site: site)
            lines[.pfiUnitaryCharge] += numbers(.pfiUnitaryCharge, site: site)
            lines[.capitalCharge] += numbers(.capitalCharge, site: site)
        }
        for site in system.acute {
            let standing = numbers(.emergencyBedShare) * numbers(.beds, site: site)
            lines[.beds] += prices.bedVariable * standing
            lines[.bedOverheads] += prices.bedOverhead * standing
        }
        if let flows = nearestFlows {
            lines[.ambulance] = numbers(.ambulanceHourCost) * flows.ambulanceHours
            lines[.reconveyed] = numbers(.ambulanceHourCost) * numbers(.reconveyedShare) * flows.reconveyableHours
        }
        lines[.movedServices] = movedServices.reduce(0) { $0 + numbers.move($1, .annualCost) }
        for lever in demand.levers {
            let removed = demand.removed[lever]
            lines[.replacementCare] +=
                numbers(.replacementCostPerAdmission, scheme: lever) * removed[0]
                + numbers(.replacementCostPerAttendance, scheme: lever) * (removed[1] + removed[2])
        }
        lines[.doubleRunning] = prices.onceAnnuity * doubleRunningOnce
        return lines
    }
}

extension EmergencySituation {
    /// As solved, in the order of the system's sites.
    public var levels: [Level] { configuration.levels }

    /// Known before anything is solved under `nearest`; nil under `assigned`.
    public var travel: Flows.Travel? { nearestFlows?.travel }
}
