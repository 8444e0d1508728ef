// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Row 20 of the page says in totals what people who have no open site near cost. Where the standard journey decides what stays open,
/// the search that has it must find what the program by zone finds, which does not.
@Suite("Elective: who has no site near")
struct ElectiveNearnessTests {
    /// Inpatients of everything at every site today, dear to keep and dear to buy elsewhere: the standard journey is what keeps
    /// them open.
    static func system(_ seed: Int) -> ElectiveSystem {
        var system = ElectiveFixtures.random(seed, plain: false)
        system.limits[0].standardMinutes = 30
        system.limits[0].hardLimitMinutes = 90
        system.limits[0].allowedShareBeyondStandard = [0, 0.15, 0.4][seed % 3]
        for j in system.specialties.indices {
            system.specialties[j].minimumSpells = 0
            system.specialties[j].care[0].outsourcePrice = 20_000
            for s in system.sites.indices {
                system.places[j][s] = .init(hasInpatientsToday: true, mayHaveInpatients: true, fixedCost: 300_000)
            }
        }
        return system
    }

    @Test("the search finds what the program by zone finds", arguments: 1...(Repository.isLong ? 90 : 30))
    func equal(_ seed: Int) throws {
        let system = Self.system(seed)
        let free = system.free(levers: [.dayCases, .theatres])
        let found = try ElectiveSolving(system).solve([free], jobs: 1, stop: nil)[0]
        switch GLPKSolver().solve(ElectiveModel(system, free).model) {
        case .optimal(let solution):
            let value = 1000 * solution.objective
            #expect(try (#require(found.plan).presentValue - value).magnitude <= 1e-6 * value, "seed \(seed)")
            #expect(found.isOptimal)
        case .infeasible: #expect(found.isInfeasible, "seed \(seed)")
        case let other: Issue.record("seed \(seed): \(other)")
        }
    }

    @Test("in many of the systems the standard journey decides what is kept, so that the row matters")
    func matters() throws {
        var decides = 0
        for seed in 1...30 {
            let system = Self.system(seed)
            var without = system
            without.limits[0].allowedShareBeyondStandard = 1
            let values = [system, without].map { system in
                GLPKSolver().solve(ElectiveModel(system, system.free(levers: [.dayCases, .theatres])).model).optimum?.objective ?? .infinity
            }
            decides += values[0] > values[1] * (1 + 1e-6) ? 1 : 0
        }
        #expect(decides >= 10, "\(decides)")
    }
}
