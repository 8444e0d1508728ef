// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis

/// What must add up, on the instances as they are and without limits (where every configuration has a cost).
@Suite("Accounts add up")
struct AccountsTests {
    struct Case: Sendable, CustomStringConvertible {
        let instance: String
        let hasLimits: Bool
        let hasLevers: Bool
        let boundary: Boundary

        var description: String {
            "\(instance), \(hasLimits ? "as it is" : "without limits"), levers \(hasLevers ? "all" : "none"), boundary \(boundary.rawValue)"
        }
    }

    static let cases = Repository.all.flatMap { instance in
        [
            Case(instance: instance, hasLimits: true, hasLevers: true, boundary: .open),
            Case(instance: instance, hasLimits: false, hasLevers: true, boundary: .open),
            Case(instance: instance, hasLimits: false, hasLevers: false, boundary: instance == "tiny-instance" ? .closed : .open),
        ]
    }

    @Test("every configuration that has a cost", arguments: cases)
    func addUp(_ one: Case) throws {
        let appraisal = try appraisal(one)
        let nothing = appraisal.doNothing
        let costed = appraisal.configurations.filter { $0.status != .infeasible }
        #expect(costed.count > (one.hasLimits ? 0 : 5))
        func isClose(_ sum: Double, _ whole: Double, of scale: Double) -> Bool {
            (sum - whole).magnitude <= 1e-6 * max(1, whole.magnitude) + 1e-10 * scale
        }
        #expect(isClose(nothing.costLines.values.reduce(0, +), nothing.annualCost, of: nothing.annualCost))
        #expect(nothing.annualSaving == 0)
        var kinds: Set<String> = []
        for configuration in costed {
            let name = configuration.name
            let cost = try #require(configuration.annualCost)
            let saving = try #require(configuration.annualSaving)
            let lines = try #require(configuration.costLines)
            let split = try #require(configuration.savingSplit)
            #expect(Set(lines.keys) == Set(CostLine.allCases.map(\.rawValue)))
            #expect(isClose(lines.values.reduce(0, +), cost, of: cost), "\(name): lines")
            #expect(isClose(nothing.annualCost - cost, saving, of: cost), "\(name): saving")
            #expect(isClose(split.cashReleasing + split.growthAvoided, saving, of: cost), "\(name): by nature")
            #expect(isClose(split.levers + split.configuration, saving, of: cost), "\(name): by cause")
            // Cash is never more than a saving that there is, and never less than nothing.
            #expect(split.cashReleasing >= 0)
            #expect(split.cashReleasing <= max(0, saving) + 1e-6 * cost)
            let changes = configuration.organisations.filter(\.countsInSaving).reduce(0) { $0 + $1.change }
            #expect((changes - saving).magnitude <= 1e-6 * max(saving.magnitude, 1) + 1e-9 * cost, "\(name): organisations \(changes), saving \(saving)")
            // What stays whatever leaves.
            for line in ["pfiUnitaryCharge", "capitalCharge"] {
                #expect(lines[line] == nothing.costLines[line], "\(name): \(line)")
            }
            #expect(lines.values.allSatisfy { $0 >= -1e-6 * cost }, "\(name): a line below nothing")
            for site in configuration.sites {
                #expect(site.admissions <= site.attendances * (1 + 1e-9))
                if let needed = site.bedsNeeded, let today = site.bedsToday, let built = site.bedsBuilt, let released = site.bedsReleased {
                    #expect(needed <= today + built - released + 1e-6, "\(name): \(site.code) has too few beds")
                    #expect(released <= today + 1e-6)
                    // Building and releasing at one site would be waste.
                    #expect(min(built, released) < 1e-6)
                }
                if let needed = site.spacesNeeded, let today = site.spacesToday, let built = site.spacesBuilt {
                    #expect(needed <= today + built + 1e-6)
                }
            }
            kinds.formUnion(configuration.organisations.filter(\.countsInSaving).map(\.code))
            for (organisation, places) in Dictionary(grouping: configuration.organisations, by: { "\($0.code)\($0.countsInSaving)" }) {
                #expect(places.count == 1, "\(name): \(organisation) is there twice")
            }
            for flow in configuration.flows { #expect(flow.from != flow.to && flow.attendances > 0) }
        }
        #expect(kinds.count >= 4)
        // Everybody is seen somewhere, and as many in every configuration.
        if one.boundary == .open {
            let totals = costed.map { $0.sites.reduce(0) { $0 + $1.attendances } }
            #expect(totals.allSatisfy { ($0 - totals[0]).magnitude <= 1e-7 * totals[0] })
            let before = nothing.sites.reduce(0) { $0 + $1.attendances }
            if one.hasLevers { #expect(totals[0] < before) } else { #expect((totals[0] - before).magnitude <= 1e-7 * before) }
        }
        // The ranks are 1, 2, 3 … in order of saving; what fails comes last and has none.
        #expect(costed.compactMap(\.rank) == Array(1...costed.count))
        #expect(zip(costed, costed.dropFirst()).allSatisfy { $0.annualSaving! >= $1.annualSaving! })
        #expect(appraisal.configurations.dropFirst(costed.count).allSatisfy { $0.rank == nil && $0.annualCost == nil && !$0.reasons.isEmpty })
        #expect(appraisal.configurations.filter(\.isToday).count == 1)
    }

    @Test("today with no lever is do-nothing", arguments: Repository.all)
    func todayIsDoNothing(_ name: String) throws {
        let appraisal = try appraisal(Case(instance: name, hasLimits: true, hasLevers: false, boundary: .open))
        let today = try #require(appraisal.configurations.first { $0.isToday })
        let size = appraisal.doNothing.annualCost
        #expect(try #require(today.annualSaving).magnitude <= 1e-9 * size)
        #expect(try #require(today.netPresentValue).magnitude <= 1e-8 * size)
        #expect(try #require(today.capital).magnitude <= 1e-9 * size)
        #expect(today.organisations.allSatisfy { $0.change.magnitude <= 1e-9 * size })
        #expect(today.flows.allSatisfy { flow in
            // Only people whose own door is shut at night go elsewhere.
            appraisal.doNothing.sites.contains { $0.code == flow.from && $0.level != "type1" }
        })
    }

    /// A lever that closes minor injury units sends their patients to hospitals. That today's hospitals have no room for them
    /// says nothing of other configurations, nor of a comparison without that lever.
    @Test("levers that today's sites have no room for do not end the comparison", arguments: [[], ["hub"]])
    func leversWithoutRoom(_ levers: [String]) throws {
        var instance = try Repository.instance("tiny-instance")
        func set(_ table: String, _ key: [String], _ figure: String, _ value: Double) throws {
            instance.figures[try #require(instance.figures.index(table, key, figure))] = value
        }
        // `hub` alone, in effect: `falls` does nothing.
        try set("effects", ["falls", "admitted", "over65"], "effect", 0)
        let before = try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
        let east = try #require(before.doNothing.sites.first { $0.code == "HB" })
        try set("site_figures", ["HB"], "spaces", try #require(east.spacesNeeded) + 1e-4)
        let appraisal = try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
        let possible = appraisal.configurations.filter { $0.status != .infeasible }
        // East as an urgent care centre needs few spaces.
        #expect(possible.contains { $0.decisions["HB"] == "ucc" })
        let today = try #require(appraisal.configurations.first { $0.isToday })
        #expect((today.status == .infeasible) == (levers == ["hub"]))
        for configuration in possible {
            let split = try #require(configuration.savingSplit)
            #expect((split.levers + split.configuration - configuration.annualSaving!).magnitude < 1)
            // The hub takes demand away, and what replaces it costs less.
            if levers.isEmpty { #expect(split.levers == 0) } else { #expect(split.levers.magnitude > 1) }
        }
    }

    /// The base year is only a cost to compare with: that more people came then than there is now room for is no fault.
    @Test("demand that falls, from a base year that today's sites had no room for")
    func fallingDemand() throws {
        var instance = try Repository.instance("tiny-instance")
        func set(_ table: String, _ key: [String], _ figure: String, _ value: Double) throws {
            instance.figures[try #require(instance.figures.index(table, key, figure))] = value
        }
        for name in ["admitted", "major", "minor"] { try set("class_figures", [name], "growthPerYear", -0.05) }
        // East in the base year: 450 × 0.5 × 1.3 / 0.9 = 325 beds of 320, and no room; by the target year × 0.95².
        try set("parameters", [], "bedPeakFactor", 1.3)
        let appraisal = try EmergencyComparison(instance, options: .init(levers: [], findsSensitivity: false)).run()
        let east = try #require(appraisal.doNothing.sites.first { $0.code == "HB" })
        #expect((try #require(east.bedsNeeded) - 325 * 0.9025).magnitude < 1e-6)
        #expect(appraisal.configurations.contains { $0.status == .feasible })
    }

    /// Net present value and payback from the other figures of the row, by the page's formulas.
    @Test("net present value by years, one after another", arguments: Repository.all)
    func netPresentValue(_ name: String) throws {
        let one = Case(instance: name, hasLimits: false, hasLevers: true, boundary: .open)
        let appraisal = try appraisal(one)
        let instance = appraisal.instance
        let figures = try Repository.instance(name).figures
        let rate = try #require(figures.value("parameters", figure: "discountRate"))
        func factor(_ year: Int) -> Double { 1 / (0..<(year - instance.baseYear)).reduce(1.0) { value, _ in value * (1 + rate) } }
        let spread = Double(instance.horizonYear - instance.openingYear + 1)
        // What is spent once and spread over the years of running is the annuity of it.
        let perYear = rate / (1 - (0..<Int(spread)).reduce(1.0) { value, _ in value / (1 + rate) })
        let once = ["newCapital", "redundancy", "doubleRunning"]
        func running(_ lines: [String: Double]) -> Double { lines.filter { !once.contains($0.key) }.values.reduce(0, +) }
        for configuration in appraisal.configurations {
            let lines = try #require(configuration.costLines)
            let redundancy = (lines["redundancy"]! - appraisal.doNothing.costLines["redundancy"]!) / perYear
            let doubleRunning = lines["doubleRunning"]! / perYear
            let capital = try #require(configuration.capital)
            let saved = running(appraisal.doNothing.costLines) - running(lines)
            var value = -factor(instance.openingYear - 1) * (capital + doubleRunning) - factor(instance.openingYear) * redundancy
            for year in instance.openingYear...instance.horizonYear { value += factor(year) * saved }
            let size = appraisal.doNothing.annualCost * spread
            #expect((value - configuration.netPresentValue!).magnitude <= 1e-7 * size, "\(configuration.name)")
            if saved > 1 {
                #expect((max(0, capital + doubleRunning + redundancy) / saved - configuration.paybackYears!).magnitude < 1e-4, "\(configuration.name)")
            } else if saved < -1 {
                #expect(configuration.paybackYears == nil)
            }
        }
    }

    private func appraisal(_ one: Case) throws -> Appraisal {
        var instance: Instance
        if one.hasLimits {
            instance = try Repository.instance(one.instance)
        } else {
            let changed = try ChangedInstance(one.instance, ChangedInstance.withoutLimits)
            try changed.giveEveryService()
            try changed.changeSettings("keepOpen: [HA]", "keepOpen: []")
            instance = try InstanceLoader.load(folder: changed.folder)
        }
        instance.settings.emergency.boundary = one.boundary
        let levers = one.hasLevers ? instance.schemes.map(\.name) : []
        return try EmergencyComparison(instance, options: .init(levers: levers, findsSensitivity: false)).run()
    }
}
