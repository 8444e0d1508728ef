// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// Published claims about beds beside what is computed.
@Suite("Claims about beds")
struct BedsClaimsTests {
    @Test("every claim of every footprint has a figure or a reason, and says what it is", arguments: BedsComparisonTests.footprints)
    func every(_ name: String) throws {
        let instance = try BedsComparisonTests.loaded(name)
        let claims = try BedsComparisonTests.compared(name).claims
        #expect(claims.count == instance.claims.filter { $0.family == .beds }.count)
        for claim in claims { #expect(claim.remark?.isEmpty == false, "\(claim.subject)") }
        // None of the shipped ones is without a figure.
        #expect(claims.allSatisfy { $0.computed != nil })
    }

    @Test("Staffordshire's, by hand where a hand can")
    func staffordshire() throws {
        let appraisal = try BedsComparisonTests.compared("staffordshire")
        func claim(_ subject: String, _ measure: String) throws -> ComparedClaim {
            try #require(appraisal.claims.first { $0.subject == subject && $0.measure == measure })
        }
        // 355 occupied beds, 5% delayed, half of them avoided; at 1.04 for the peak and 92% occupied.
        let burton = try claim("discharge-to-assess", "beds freed at Burton")
        let burtonByHand: Double = 355 * 0.05 * 0.5 * 1.04 / 0.92
        #expect((try #require(burton.computed) - burtonByHand).magnitude < 1e-6)
        #expect(burton.remark?.contains("8.9 occupied beds") == true)
        // The gate is in 2018/19: nothing can have closed by 2017/18. 30 + 46 + 20 of the 105 are there.
        let finance = try claim("finance-105", "beds closed")
        #expect(finance.computed == 0)
        #expect(finance.remark?.contains("and 96 by 2020/21") == true && finance.remark?.contains("closes 55 beds at Cheadle") == true)
        #expect(try claim("delivery-144", "beds closed").computed == 0)
        let saving = try claim("finance-105", "annual saving")
        #expect(saving.remark?.contains("its closures add") == true)
        let row = try #require(appraisal.configurations.first { $0.name == "workstream-167" })
        let by2018 = row.decisions.values.flatMap(\.steps).filter { $0.year <= 2018 }.reduce(0) { $0 + $1.bedsClosed }
        #expect(try claim("workstream-167", "beds closed").computed == by2018)
        #expect(try claim("do nothing", "acute beds added").computed == appraisal.growth?.opened)
        // By itself a scheme saves something, and no more than the best with all of them.
        let frailty = try #require(try claim("frailty-ltc", "annual saving").computed)
        #expect(frailty > 0 && frailty < appraisal.winner!.annualSaving!)
    }

    @Test("Shropshire's bed-days: the share that the document's own figures make of the frail, grown to the year")
    func shropshire() throws {
        let claims = try BedsComparisonTests.compared("shropshire").claims
        // 376 and 276 occupied beds, 65% frail, growing 1.36% a year for two years.
        let frail = 0.65 * (376 + 276) * pow(1.0136, 2.0)
        for (subject, effect) in [("front-door-first", 0.1351), ("front-door-first;front-door-after", 0.1351 + 0.0675), ("care-homes-first", 0.0446)] {
            let claim = try #require(claims.first { $0.subject == subject })
            #expect((try #require(claim.computed) - 365 * effect * frail).magnitude < 1e-6 * claim.claimed, "\(subject)")
        }
    }

    @Test("a claim that nothing here computes says so")
    func unknown() throws {
        let loaded = try BedsComparisonTests.loaded("staffordshire")
        let instance = try #require(loaded.viewed(as: .beds))
        #expect(instance.claims.count == loaded.claims.count)
        let system = try #require(BedsSystem(instance))
        let plan = try #require(try planned(system))
        let claims = BedsClaims(
            instance: instance, system: system, doNothing: plan, schemesOnly: nil, best: nil, options: [:], growth: nil
        ).all
        // No option was answered, and the growth is not known.
        for claim in claims where claim.subject == "finance-105" || claim.subject == "do nothing" {
            #expect(claim.computed == nil && claim.remark?.isEmpty == false)
        }
    }

    private func planned(_ system: BedsSystem) throws -> BedsPlan? {
        let model = BedsModel(system, system.doNothing)
        guard case .optimal(let solution) = try BedsSolving.solve(model, jobs: 1, stop: nil) else { return nil }
        return model.plan(solution)
    }
}
