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
    private(set) var numbers: EmergencyNumbers
    let demand: Demand
    private let demandLeversShut: Demand
    /// The figures that calibration and demand rest on; nil where they were worked out for a changed figure.
    private let demandReads: FiguresRead?
    /// The figure that is changed, a place in the instance's figures.
    private var changedFigure: Int?

    /// - Parameter levers: names of the schemes that are on; those that must be on first are taken to be on as well.
    public init(_ instance: Instance, levers: [String]) {
        self.init(EmergencySystem(instance), EmergencyNumbers(instance), levers: Self.places(of: levers, instance))
    }

    private init(_ system: EmergencySystem, _ numbers: EmergencyNumbers, levers: [Int]) {
        let (worked, reads) = numbers.recording { Self.demand(system, $0, levers) }
        self.init(system, numbers, levers, worked, reads: reads)
    }

    private typealias Worked = (calibration: Calibration, leversShut: Demand, demand: Demand)

    private init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ levers: [Int], _ worked: Worked, reads: FiguresRead?
    ) {
        self.system = system
        self.numbers = numbers
        self.levers = levers
        (calibration, demandLeversShut, demand) = worked
        demandReads = reads
    }

    private static func demand(_ system: EmergencySystem, _ numbers: EmergencyNumbers, _ levers: [Int]) -> Worked {
        let calibration = Calibration(system, numbers)
        let settings = system.instance.settings
        let years = settings.targetYear - settings.baseYear
        let leversShut = Demand(system, numbers, calibration, years: years, levers: [])
        return (
            calibration, leversShut,
            levers.isEmpty ? leversShut : Demand(system, numbers, calibration, years: years, levers: levers)
        )
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
        let changed = numbers.changing(index, to: value)
        // What is known of the readings is known of this family's own figures, not of a second change to them.
        guard let demandReads, changedFigure == nil, !demandReads.contains(index) else {
            return EmergencyFamily(system, changed, levers, Self.demand(system, changed, levers), reads: nil)
        }
        var family = self
        family.numbers = changed
        family.changedFigure = index
        return family
    }

    /// Who goes where in a configuration, and what that rests on; for do-nothing, with every lever shut. Nil under `assigned`.
    public func knownFlows(_ configuration: Configuration, isDoNothing: Bool = false) -> KnownFlows? {
        guard isDoNothing || system.settings.flow == .nearest else { return nil }
        let demand = isDoNothing ? demandLeversShut : demand
        let (flows, reads) = numbers.recording {
            Flows(system, $0, demand, EmergencySituation.solved(configuration, demand, system))
        }
        return KnownFlows(flows: flows, reads: reads)
    }

    /// Whether calibration and demand were worked out again for the change that made this family.
    public var hasOwnDemand: Bool { demandReads == nil }

    /// Flows that are still right after the change that made this family, if any.
    private func stillRight(_ known: KnownFlows?) -> Flows? {
        guard let known, let changedFigure, demandReads != nil, !known.reads.contains(changedFigure) else { return nil }
        return known.flows
    }

    /// Today's sites on the target year's demand with every lever shut. Whatever the flow rule, people then go where they go
    /// today: to the quickest open door.
    public var doNothing: EmergencyProblem { doNothing(known: nil) }

    /// - Parameter known: do-nothing's flows before the change that made this family.
    public func doNothing(known: KnownFlows?) -> EmergencyProblem {
        EmergencyProblem(
            EmergencySituation(
                system, numbers, demandLeversShut, system.today, flow: .nearest, known: stillRight(known)),
            doNothing: nil)
    }

    /// Today's sites on base-year demand.
    public var baseYear: EmergencyProblem {
        let demand = Demand(system, numbers, calibration, years: 0, levers: [])
        return EmergencyProblem(EmergencySituation(system, numbers, demand, system.today, flow: .nearest), doNothing: nil)
            .withoutRequirements
    }

    /// Today's sites with the levers that are on, whether or not they then meet every standard: what the levers alone save.
    public var todayWithLevers: EmergencyProblem {
        EmergencyProblem(
            EmergencySituation(system, numbers, demand, system.today, flow: system.settings.flow), doNothing: nil
        ).withoutRequirements
    }

    /// A configuration on the target year's demand with the levers that are on.
    /// - Parameter known: its flows before the change that made this family.
    public func problem(
        _ configuration: Configuration, doNothing: DoNothingReference, known: KnownFlows? = nil
    ) -> EmergencyProblem {
        EmergencyProblem(
            EmergencySituation(
                system, numbers, demand, configuration, flow: system.settings.flow, known: stillRight(known)),
            doNothing: doNothing)
    }

    /// The tariff that commissioners pay for one patient of a class, £.
    public func tariff(_ attendanceClass: Int) -> Double { numbers(.tariff, attendanceClass) }

    /// `(1 + r)^−(year − base year)` at the instance's discount rate.
    public func discount(_ year: Int) -> Double {
        Money.discount(year: year, base: system.instance.settings.baseYear, rate: numbers(.discountRate))
    }
}

/// Who goes where in one configuration under `nearest`, and the figures it was worked out from.
public struct KnownFlows: Sendable {
    let flows: Flows
    let reads: FiguresRead

    /// Whether a figure (a place in the instance's figures) was read to find them, calibration and demand aside.
    public func restsOn(_ index: Int) -> Bool { reads.contains(index) }
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

    /// The figures that the program itself is made from, on top of those that demand and flows rest on.
    public var figuresRead: FiguresRead {
        situation.numbers.recording { EmergencyModel(situation.with($0), doNothing: doNothing) }.reads
    }

    /// The same with each limit that do-nothing misses moved to do-nothing's value.
    public var allowingWhatTodayMisses: EmergencyProblem {
        var lenient = self
        if let doNothing { lenient.model.letThroughWhatTodayMisses(doNothing) }
        return lenient
    }

    /// The same with every requirement set aside, room to build too: what it would cost, whether or not it is possible.
    public var withoutRequirements: EmergencyProblem {
        var free = self
        for row in model.requirements { free.model.model.setSides(of: row.row, lower: -.infinity, upper: .infinity) }
        return free
    }

    public func plan(_ solution: Solution) -> EmergencyPlan { model.plan(solution, situation) }

    public func reference(_ solution: Solution) -> DoNothingReference { model.reference(solution) }
}
