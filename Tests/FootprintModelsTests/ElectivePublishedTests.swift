// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import TestSupport
import Testing

@testable import FootprintModels

/// OR-Library's warehouses with capacities as planned care, to the published optima: section *Capacitated facility location as
/// a special case* of `Models/elective/formulation.md`.
@Suite("Elective on published problems")
struct ElectivePublishedTests {
    static let published = PublishedProblems(folder: Repository.root.appending(path: "Tests/Fixtures/benchmarks"))

    /// One specialty of inpatients for one year: customers are zones, a warehouse is a site whose sessions are its capacity.
    static func system(_ name: String) throws -> ElectiveSystem {
        let problem = try published.warehouses(name)
        let total = problem.demands.reduce(0, +)
        let zones = zip(problem.demands, problem.costs).enumerated().map { z, customer in
            let minutes = customer.1.map { $0 / customer.0 }
            return ElectiveSystem.Zone(code: "z\(z)", peopleShare: customer.0 / total, minutes: minutes, extraMinutes: minutes)
        }
        let worst = zones.flatMap(\.minutes).max()!
        let limits = ElectiveSystem.Limits(
            hardLimitMinutes: worst, standardMinutes: worst, allowedShareBeyondStandard: 1, travelSupportPerMinute: 1)
        return ElectiveSystem(
            title: name, baseYear: 0, targetYear: 1, openingYear: 1, horizonYear: 1,
            specialties: [
                .init(
                    code: "one", title: "one", waitingList: 0, spellsPerPathway: 1, removedShare: 0, dayCaseCeiling: 0, minimumSpells: 0,
                    followUpCost: 0,
                    care: [
                        ElectiveFixtures.care(total, minutes: 1), ElectiveFixtures.care(0, minutes: 1), ElectiveFixtures.care(0, minutes: 1),
                    ])
            ],
            limits: [limits, limits, limits],
            sites: problem.capacities.enumerated().map { s, capacity in
                ElectiveFixtures.site(
                    "s\(s)", mayBeHub: false, most: capacity, utilisation: 1, hubUtilisation: 1, cancelled: 0, cost: 0, farthest: worst)
            },
            places: [problem.fixedCosts.map { .init(hasInpatientsToday: true, mayHaveInpatients: true, fixedCost: $0) }],
            needs: [], zones: zones,
            parameters: .init(
                sessionMinutes: 1, hubGain: 1, waitingWeeks: 0, waitingStandard: 1, waitingTargetYear: 1,
                maximumInpatientCentres: Double(problem.capacities.count), maximumOutsourcedShare: 0, discountRate: 0, assetLifeYears: 1,
                maximumOccupancy: 1, bedRunningCost: 0, capitalPerBed: 0),
            levers: ElectiveLevers())
    }

    /// `cap41` to `cap124`, and in short tests one of each size and kind.
    static let names = Repository.isLong
        ? ((try? published.optima()) ?? []).map(\.name).filter { $0.hasPrefix("cap") && $0.dropFirst(3).allSatisfy(\.isNumber) }
        : ["cap41", "cap44", "cap71"]

    @Test("the published optimum", arguments: names)
    func optimum(_ name: String) throws {
        let system = try Self.system(name)
        let plan = try #require(try ElectiveFixtures.optimum(system, system.free(levers: [])))
        let expected = try Self.published.optimum(of: name)
        // Published to three decimals.
        #expect((plan.presentValue - expected).magnitude <= 1e-3, "\(name): \(plan.presentValue)")
        #expect((plan.annualCost - expected).magnitude <= 1e-3)
    }

    @Test("there is a problem for every name in the long tests") func all() throws {
        #expect(Self.names.count == (Repository.isLong ? 25 : 3))
    }
}
