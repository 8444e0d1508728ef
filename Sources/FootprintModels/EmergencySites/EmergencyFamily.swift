// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import LinearPrograms

/// The emergency family over one instance: makes the program of any configuration and reads its solution.
///
/// Everything here is arithmetic; nothing is solved. The same family with one figure changed is cheap to make
/// (`changing(_:to:)`), which is what sensitivity does.
public struct EmergencyFamily: Sendable {
    public let system: EmergencySystem
    public let calibration: Calibration
    /// Levers that are on, places in the instance's schemes.
    public let levers: [Int]
    let numbers: EmergencyNumbers
    let demand: Demand
    private let demandLeversShut: Demand

    /// - Parameter levers: names of the schemes that are on; those that must be on first are taken to be on as well.
    public init(_ instance: Instance, levers: [String]) {
        self.init(EmergencySystem(instance), EmergencyNumbers(instance), levers: Self.places(of: levers, instance))
    }

    private init(_ system: EmergencySystem, _ numbers: EmergencyNumbers, levers: [Int]) {
        self.system = system
        self.numbers = numbers
        self.levers = levers
        calibration = Calibration(system, numbers)
        let settings = system.instance.settings
        let years = settings.targetYear - settings.baseYear
        demandLeversShut = Demand(system, numbers, calibration, years: years, levers: [])
        demand = levers.isEmpty ? demandLeversShut : Demand(system, numbers, calibration, years: years, levers: levers)
    }

    private static func places(of levers: [String], _ instance: Instance) -> [Int] {
        var on: Set<Int> = []
        func turnOn(_ name: String) {
            guard let place = instance.schemes.firstIndex(where: { $0.name == name }), on.insert(place).inserted
            else { return }
            instance.schemes[place].after.forEach(turnOn)
        }
        levers.forEach(turnOn)
        return on.sorted()
    }

    /// The same family with the levers given by their places in the instance's schemes.
    public func withLevers(_ levers: [Int]) -> EmergencyFamily { EmergencyFamily(system, numbers, levers: levers) }

    /// The same family with the figure at `index` of the instance's figures changed.
    public func changing(_ index: Int, to value: Double) -> EmergencyFamily {
        EmergencyFamily(system, numbers.changing(index, to: value), levers: levers)
    }

    /// Today's sites on the target year's demand with every lever shut. Whatever the flow rule, people then go where they go
    /// today: to the quickest open door.
    public var doNothing: EmergencyProblem {
        EmergencyProblem(EmergencySituation(system, numbers, demandLeversShut, system.today, flow: .nearest), doNothing: nil)
    }

    /// Today's sites on base-year demand.
    public var baseYear: EmergencyProblem {
        let demand = Demand(system, numbers, calibration, years: 0, levers: [])
        return EmergencyProblem(EmergencySituation(system, numbers, demand, system.today, flow: .nearest), doNothing: nil)
    }

    /// Today's sites with the levers that are on, whether or not they then meet every standard: what the levers alone save.
    public var todayWithLevers: EmergencyProblem {
        EmergencyProblem(
            EmergencySituation(system, numbers, demand, system.today, flow: system.settings.flow), doNothing: nil)
    }

    /// A configuration on the target year's demand with the levers that are on.
    public func problem(_ configuration: Configuration, doNothing: DoNothingReference) -> EmergencyProblem {
        EmergencyProblem(EmergencySituation(system, numbers, demand, configuration, flow: system.settings.flow), doNothing: doNothing)
    }

    /// The tariff that commissioners pay for one patient of a class, £.
    public func tariff(_ attendanceClass: Int) -> Double { numbers(.tariff, attendanceClass) }

    /// `(1 + r)^−(year − base year)` at the instance's discount rate.
    public func discount(_ year: Int) -> Double {
        Money.discount(year: year, base: system.instance.settings.baseYear, rate: numbers(.discountRate))
    }
}

/// A configuration's program, and how to read what the solver says of it.
public struct EmergencyProblem: Sendable {
    public let situation: EmergencySituation
    public var model: EmergencyModel
    private let doNothing: DoNothingReference?

    init(_ situation: EmergencySituation, doNothing: DoNothingReference?) {
        self.situation = situation
        self.doNothing = doNothing
        model = EmergencyModel(situation, doNothing: doNothing)
    }

    /// The same with each limit that do-nothing misses moved to do-nothing's value.
    public var allowingWhatTodayMisses: EmergencyProblem {
        var lenient = self
        if let doNothing { lenient.model.letThroughWhatTodayMisses(doNothing) }
        return lenient
    }

    public func plan(_ solution: Solution) -> EmergencyPlan { model.plan(solution, situation) }

    public func reference(_ solution: Solution) -> DoNothingReference { model.reference(solution) }
}
