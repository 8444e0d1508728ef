// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import LinearProgramsTesting
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// What a planner would insist on, whatever the figures: on each instance with every figure moved by seeded changes.
///
/// Only what is a theorem is asserted. Of costs: a configuration's least cost rises with every price, do-nothing's too, so
/// that it is the cost that is compared and not the saving. Of requirements: a limit that gives way lets through all that
/// it let through before, at the same cost.
@Suite("What a planner would insist on")
struct PropertyTests {
    struct Case: Sendable, CustomStringConvertible {
        let instance: String
        let seed: UInt64

        var description: String { "\(instance), seed \(seed)" }
    }

    static let cases: [Case] = {
        func seeds(_ name: String) -> Range<Int> {
            switch name {
            case "tiny-instance": 0..<(Repository.isLong ? 60 : 6)
            // As it is, without levers; and moved, with every lever.
            case "staffordshire": 0..<(Repository.isLong ? 12 : 1)
            default: (Repository.isLong ? 0 : 1)..<(Repository.isLong ? 12 : 2)
            }
        }
        return Repository.all.flatMap { name in seeds(name).map { Case(instance: name, seed: UInt64($0)) } }
    }()

    /// A family, solved: do-nothing, and for each configuration its least cost when it is not infeasible.
    private struct World {
        let family: EmergencyFamily
        let doNothing: DoNothing
        let costs: [Double?]
        /// Feasible outright, not only no worse than today.
        let isFeasible: [Bool]

        init(_ family: EmergencyFamily) throws(AnalysisFailure) {
            self.family = family
            doNothing = try DoNothing(family)
            var costs: [Double?] = []
            var isFeasible: [Bool] = []
            for configuration in family.system.configurations {
                var problem = family.problem(configuration, doNothing: doNothing.reference)
                if case .optimal(let solution) = try EmergencySolving.solve(&problem, start: doNothing.basis, stop: nil) {
                    isFeasible.append(true)
                    costs.append(problem.plan(solution).annualCost)
                    continue
                }
                isFeasible.append(false)
                var lenient = problem.allowingWhatTodayMisses
                if case .optimal(let solution) = try EmergencySolving.solve(&lenient, start: doNothing.basis, stop: nil) {
                    costs.append(lenient.plan(solution).annualCost)
                } else {
                    costs.append(nil)
                }
            }
            self.costs = costs
            self.isFeasible = isFeasible
        }

        /// Nil where do-nothing cannot be built with these figures.
        static func possible(_ family: EmergencyFamily) throws -> World? {
            do throws(AnalysisFailure) { return try World(family) } catch {
                guard case .instance = error else { throw error }
                return nil
            }
        }

        var best: Double? { costs.compactMap(\.self).min() }
        var bestSaving: Double? { best.map { doNothing.plan.annualCost - $0 } }
    }

    /// The instance's family with each changeable figure moved by up to a tenth; the instance itself for seed 0.
    private func family(_ one: Case, _ random: inout SeededGenerator) throws -> EmergencyFamily {
        var instance = try Repository.instance(one.instance)
        let levers = one.seed % 2 == 0 ? [] : instance.schemes.map(\.name)
        let fixed: Set<String> = [
            "opensAtNight", "minimumType1Sites", "maximumType1Sites", "hoursPerWeek", "total", "catchmentFactor",
        ]
        if one.seed > 0 {
            for index in 0..<instance.figures.count {
                let figure = instance.figures.figure(at: index)
                guard !fixed.contains(figure.name) else { continue }
                let moved = figure.value * (1 + Double.random(in: -0.1...0.1, using: &random))
                instance.figures[index] = figure.value <= 1 ? min(moved, 0.98) : moved
            }
            // Room to build, so that do-nothing stays possible.
            for code in instance.sites.map(\.code) {
                for name in ["maximumBedsBuilt", "maximumSpacesBuilt"] {
                    if let place = instance.figures.index("site_figures", [code], name) { instance.figures[place] += 20 }
                }
            }
        }
        return EmergencyFamily(instance, levers: levers)
    }

    /// Places of figures by name.
    private func figures(_ family: EmergencyFamily, _ names: Set<String>) -> [Int] {
        let figures = family.system.instance.figures
        return (0..<figures.count).filter { names.contains(figures.figure(at: $0).name) }
    }

    private func changed(_ family: EmergencyFamily, _ indices: [Int], _ change: (Double) -> Double) -> EmergencyFamily {
        indices.reduce(family) { $0.changing($1, to: change($0.numbers.figures[$1])) }
    }

    private static let tolerance = 1e-7

    @Test("a cheaper price never raises a cost", arguments: cases)
    func cheaperPrice(_ one: Case) throws {
        var random = SeededGenerator(state: one.seed &* 7 &+ 1)
        guard let before = try World.possible(family(one, &random)) else { return }
        let prices = figures(
            before.family,
            [
                "pay", "agencyPremium", "variableCost", "tariff", "bedRunningCost", "capitalPerBed", "capitalPerSpace",
                "departmentCost", "supportRotaCost", "ambulanceHourCost", "redundancyCost", "pfiUnitaryCharge",
                "capitalCharge", "annualCost", "replacementCostPerAdmission", "replacementCostPerAttendance", "variableCostFactor",
            ])
        var movedSomething = false
        for _ in 0..<2 {
            // One price alone, and half of all of them at once.
            for some in [[prices.randomElement(using: &random)!], prices.filter { _ in Bool.random(using: &random) }] {
                let factor = Double.random(in: 0.2...0.95, using: &random)
                let after = try World(changed(before.family, some) { $0 * factor })
                let size = before.doNothing.plan.annualCost
                #expect(after.doNothing.plan.annualCost <= before.doNothing.plan.annualCost + Self.tolerance * size)
                if let best = before.best { #expect(try #require(after.best) <= best + Self.tolerance * size) }
                for (old, new) in zip(before.costs, after.costs) {
                    // Prices do not decide what is possible.
                    #expect((old == nil) == (new == nil))
                    if let old, let new {
                        #expect(new <= old + Self.tolerance * size)
                        if new < old - 1 { movedSomething = true }
                    }
                }
            }
        }
        #expect(movedSomething)
    }

    @Test("limits that give way never make a configuration infeasible, nor dearer", arguments: cases)
    func looserLimits(_ one: Case) throws {
        var random = SeededGenerator(state: one.seed &* 7 &+ 2)
        guard let before = try World.possible(family(one, &random)) else { return }
        let looser: [(name: String, figures: Set<String>, change: (Double) -> Double)] = [
            ("longer journeys", ["meanMinutesLimit", "hardLimitMinutes", "standardMinutes"], { $0 * 1.3 }),
            ("more people beyond the standard", ["allowedShareBeyondStandard", "allowedShareBeyondStandardDeprived"], { $0 + 0.1 }),
            ("more room to build", ["maximumBedsBuilt", "maximumSpacesBuilt"], { $0 + 40 }),
            ("outside hospitals offer more", ["offeredAttendances", "offeredAdmissions"], { $0 * 2 + 5_000 }),
            ("a smaller safe department, fewer of them", ["minimumType1Attendances", "minimumType1Sites"], { $0 / 2 }),
            ("more capital", ["capitalLimit"], { $0 * 2 }),
        ]
        let size = before.doNothing.plan.annualCost
        if one.seed == 0 { #expect(before.isFeasible.contains(true)) }
        for (name, figures, change) in looser {
            let after = try World(changed(before.family, self.figures(before.family, figures), change))
            for place in before.costs.indices {
                let configuration = before.family.system.name(of: before.family.system.configurations[place])
                #expect(!before.isFeasible[place] || after.isFeasible[place], "\(name): \(configuration) was feasible")
                guard let cost = before.costs[place] else { continue }
                let now = after.costs[place]
                #expect(now != nil, "\(name): \(configuration) was possible")
                if let now { #expect(now <= cost + Self.tolerance * size, "\(name): \(configuration) became dearer") }
            }
        }
    }

    @Test("a site that must stay open, or must close, never raises the best saving", arguments: Repository.all)
    func forcedSites(_ name: String) throws {
        var instance = try Repository.instance(name)
        let levers = instance.schemes.map(\.name)
        instance.settings.emergency.keepOpen = []
        let free = try World(EmergencyFamily(instance, levers: levers))
        let best = try #require(free.bestSaving)
        let size = free.doNothing.plan.annualCost
        var bound = 0
        for site in instance.sites where site.isInside && (instance.admissibleLevels[site.code]?.count ?? 1) > 1 && site.role == .acute {
            for mustBeOpen in [true, false] {
                var forced = instance
                if mustBeOpen { forced.settings.emergency.keepOpen = [site.code] } else { forced.settings.emergency.forceClosed = [site.code] }
                let world = try World(EmergencyFamily(forced, levers: levers))
                // Do-nothing is today whatever is asked of the rest.
                #expect((world.doNothing.plan.annualCost - size).magnitude <= Self.tolerance * size)
                let saving = world.bestSaving
                if let saving { #expect(saving <= best + Self.tolerance * size, "\(site.code)") }
                if world.isFeasible != free.isFeasible { bound += 1 }
                // Each configuration that is left costs what it did, and is at the level asked.
                for (place, configuration) in world.family.system.configurations.enumerated() {
                    guard world.isFeasible[place] else { continue }
                    let level = configuration.levels[world.family.system.sites.firstIndex { $0.code == site.code }!]
                    #expect(level.isDepartment == mustBeOpen, "\(site.code) \(level)")
                    #expect((world.costs[place]! - free.costs[place]!).magnitude <= Self.tolerance * size)
                }
            }
        }
        #expect(bound > 0)
    }

    @Test("more demand never lowers the beds needed anywhere", arguments: cases)
    func moreDemand(_ one: Case) throws {
        var random = SeededGenerator(state: one.seed &* 7 &+ 3)
        let before = try family(one, &random)
        let classes = figures(before, ["growthPerYear"])
        #expect(classes.count == 3)
        for rule in BedRule.allCases {
            var instance = before.system.instance
            instance.settings.emergency.bedRule = rule
            for index in 0..<instance.figures.count { instance.figures[index] = before.numbers.figures[index] }
            let family = EmergencyFamily(instance, levers: before.levers.map { instance.schemes[$0].name })
            let more = changed(family, classes) { $0 + 0.02 }
            var grew = 0.0
            let configurations = family.system.configurations
            for place in [0, configurations.count / 3, configurations.count - 1] {
                let (less, greater) = (try needed(family, configurations[place]), try needed(more, configurations[place]))
                for (one, other) in zip(less, greater) {
                    #expect(other >= one - 1e-7)
                    grew += other - one
                }
            }
            #expect(grew > 1)
        }
    }

    private func needed(_ family: EmergencyFamily, _ configuration: Configuration) throws -> [Double] {
        let doNothing = try family.doNothing.withEverythingAllowed()
        let problem = family.problem(configuration, doNothing: doNothing)
        return try Requirements.setAside(in: problem, start: nil).sites.map(\.bedsNeeded)
    }

    /// A lever takes demand away, and so never adds to the lines that demand drives; what replaces it and what conversion
    /// costs are lines of their own. Where replacement is free and units stay open, it never lowers the saving.
    @Test("a free lever never lowers the saving of a configuration; the lines that demand drives never rise", arguments: Repository.all)
    func levers(_ name: String) throws {
        let instance = try Repository.instance(name)
        let none = EmergencyFamily(instance, levers: [])
        let doNothing = try DoNothing(none)
        let free = changed(none, figures(none, ["replacementCostPerAdmission", "replacementCostPerAttendance"])) { _ in 0 }
        let size = doNothing.plan.annualCost
        var lowered = 0
        for lever in instance.schemes.indices where !instance.schemes[lever].closesMinorInjuryUnits {
            let with = free.withLevers([lever])
            for configuration in none.system.configurations {
                let before = try Requirements.setAside(in: none.problem(configuration, doNothing: doNothing.reference), start: doNothing.basis)
                let after = try Requirements.setAside(in: with.problem(configuration, doNothing: doNothing.reference), start: doNothing.basis)
                #expect(after.annualCost <= before.annualCost + Self.tolerance * size)
                for line in [CostLine.attendances, .ambulance, .reconveyed, .outsideTariff, .newCapital, .beds] {
                    #expect(after.costLines[line] <= before.costLines[line] + Self.tolerance * size, "\(line)")
                }
                for line in [CostLine.department, .pfiUnitaryCharge, .capitalCharge, .movedServices, .doubleRunning] {
                    #expect(after.costLines[line] == before.costLines[line], "\(line)")
                }
                #expect(after.costLines[.replacementCare] == 0)
                if after.annualCost < before.annualCost - 1 { lowered += 1 }
            }
        }
        #expect(lowered > 0)
    }

    /// With the boundary closed nobody leaves, and sites receive what comes from outside in proportion.
    @Test("a closed boundary sends nobody outside", arguments: ["tiny-instance", "coventry-warwickshire"])
    func closedBoundary(_ name: String) throws {
        var instance = try Repository.instance(name)
        instance.settings.emergency.boundary = .closed
        let appraisal = try EmergencyComparison(instance, options: .init(levers: [], findsSensitivity: false)).run()
        #expect(appraisal.doNothing.costLines["outsideTariff"] == 0)
        #expect(appraisal.doNothing.sites.allSatisfy { $0.isInside })
        for configuration in appraisal.configurations where configuration.status != .infeasible {
            #expect(configuration.costLines?["outsideTariff"] == 0)
            #expect(configuration.sites.allSatisfy { $0.isInside })
            #expect(configuration.organisations.allSatisfy { $0.countsInSaving })
        }
    }

    /// The freedom to send people elsewhere than to the quickest door never costs more, while the quickest is allowed.
    @Test("assigned never costs more than nearest where both are possible")
    func assigned() throws {
        var instance = try Repository.instance("tiny-instance")
        let nearest = try World(EmergencyFamily(instance, levers: []))
        instance.settings.emergency.flow = .assigned
        let assigned = try World(EmergencyFamily(instance, levers: []))
        let size = nearest.doNothing.plan.annualCost
        #expect(assigned.doNothing.plan.annualCost <= size * (1 + Self.tolerance))
        var compared = 0
        for configuration in nearest.family.system.configurations {
            let one = try Requirements.setAside(
                in: nearest.family.problem(configuration, doNothing: nearest.doNothing.reference), start: nil)
            let other = try Requirements.setAside(
                in: assigned.family.problem(configuration, doNothing: assigned.doNothing.reference), start: nil)
            #expect(other.annualCost <= one.annualCost + Self.tolerance * size)
            #expect((other.sites.reduce(0) { $0 + $1.attendances } - one.sites.reduce(0) { $0 + $1.attendances }).magnitude < 1e-4)
            compared += 1
        }
        #expect(compared == 12)
        // With no detour at all there is nothing to choose.
        let place = try #require(instance.figures.index("parameters", [], "assignedDetourMinutes"))
        instance.figures[place] = 0
        let same = try World(EmergencyFamily(instance, levers: []))
        for (one, other) in zip(nearest.costs, same.costs) {
            #expect((one == nil) == (other == nil))
            if let one, let other { #expect((one - other).magnitude <= Self.tolerance * size) }
        }
    }
}

extension EmergencyProblem {
    /// What this do-nothing would be a reference for if it had all the room it needs.
    func withEverythingAllowed() throws -> DoNothingReference {
        var problem = self
        let solution = try Requirements.optimum(settingAsideAllOf: &problem)
        return problem.reference(solution)
    }
}
