// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// The four footprints, and what a comparison says of them.
@Suite("Comparing beds")
struct BedsComparisonTests {
    static let footprints = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]

    static func loaded(_ name: String, _ overrides: [String] = []) throws -> Instance {
        try InstanceLoader.load(
            folder: Repository.root.appending(path: "Instances/\(name)"), overrides: overrides.map { try Override(parsing: $0) })
    }

    /// Without sensitivity unless it is asked for: it is some hundreds of programs more.
    static func compared(_ name: String, _ overrides: [String] = [], sensitivity: Bool = false) throws -> BedsAppraisal {
        try BedsComparison(loaded(name, overrides), options: .init(findsSensitivity: sensitivity)).run()
    }

    @Test("every row is proven, its lines add up, and the best is at least as good as every other", arguments: footprints)
    func footprint(_ name: String) throws {
        let appraisal = try Self.compared(name)
        #expect(appraisal.stopped == nil)
        #expect(appraisal.answeredCount == appraisal.configurationCount)
        #expect((appraisal.doNothing.costLines.values.reduce(0, +) - appraisal.doNothing.annualCost).magnitude < 1)
        let best = try #require(appraisal.configurations.first { $0.kind == .best })
        #expect(best.rank == 1)
        for row in appraisal.configurations where row.status != .infeasible {
            #expect(row.proof == .optimal && row.gap == 0)
            let (cost, saving, split) = (row.annualCost!, row.annualSaving!, row.savingSplit!)
            #expect((row.costLines!.values.reduce(0, +) - cost).magnitude < 1)
            #expect((appraisal.doNothing.annualCost - cost - saving).magnitude < 1)
            #expect((split.cashReleasing + split.growthAvoided - saving).magnitude < 1)
            #expect((split.levers + split.configuration - saving).magnitude < 1)
            #expect((row.grossSaving! - row.replacementCost! - saving).magnitude < 1)
            #expect(row.netPresentValue! <= best.netPresentValue! + 1)
            for year in row.result!.years {
                for pool in year.pools {
                    // Safe by the pool's own rule, and nobody lost: who is moved arrives.
                    #expect(pool.bedsNeeded <= pool.beds + 1e-4, "\(name) \(row.name) \(pool.code) \(year.year)")
                    #expect(pool.occupied >= -1e-6)
                }
                let moved = year.pools.reduce(0) { $0 + $1.movedIn - $1.movedOut }
                #expect(moved.magnitude < 1e-6)
            }
        }
    }

    @Test("the option that closes more beds than there are says so, and what would be left")
    func tooManyBeds() throws {
        let appraisal = try Self.compared("staffordshire")
        let row = try #require(appraisal.configurations.first { $0.name == "finance-105" })
        #expect(row.status == .infeasible && row.rank == nil && row.annualSaving == nil)
        #expect(row.reasons.first?.sentence == "closes 55 beds at Cheadle Hospital, which has 46: 9 too many")
        #expect(row.reasons.first?.leastChange == 9)
        // 30 at Longton, 46 at Cheadle, 20 at Haywood.
        #expect(row.reasons.last?.sentence.hasPrefix("without that the rest would hold: 96 beds close") == true)
    }

    @Test("an option without the care that replaces its beds fails: how many patients, how many beds, how many packages")
    func tooLittleCare() throws {
        var overrides = ["home-care", "intermediate-care", "nursing-home"].map { "alternative_figures[\($0),maximum].value=10" }
        let community = ["R1E56", "R1EE3", "RJF04", "RJF05", "R1E75", "R1EE4", "R1EE5"]
        overrides += community.map { "pool_figures[\($0)-community,wardsThatCanOpen].value=1" }
        let appraisal = try Self.compared("staffordshire", overrides)
        let row = try #require(appraisal.configurations.first { $0.name == "workstream-167" })
        #expect(row.status == .infeasible)
        let short = try #require(row.reasons.first { $0.requirement == "safe to run" }?.leastChange)
        let stay = try #require(row.reasons.first { $0.requirement == "beds that have to stay" }?.leastChange)
        #expect(short > 0 && stay > 0 && stay <= 167)
        // By hand, from above: 372 beds less 167, and 3 wards of 20 where nothing closes (Haywood, Samuel Johnson, Robert Peel);
        // 345 occupied grow by 2.7% for four years; 10 home-care packages at 0.5 or 0.8 a bed free at most 20 beds.
        let demand = 345 * pow(1.027, 4.0)
        let capacity = 0.94 / 1.04 * (372.0 - 167 + 3 * 20)
        #expect(short >= 1.04 * (demand - 20 - capacity) - 1e-6)
        #expect(short <= 1.04 * (demand - capacity) + 1e-6)
        // With the packages back it holds: that is what each alone could not do.
        let whole = try Self.compared("staffordshire")
        #expect(whole.configurations.first { $0.name == "workstream-167" }?.status == .feasible)
    }

    @Test("do-nothing without room to open is refused, with the pool and the wards it would take")
    func impossible() throws {
        let instance = try Self.loaded("staffordshire", ["pool_figures[RJE01-acute,wardsThatCanOpen].value=2"])
        // 1,066 beds in four cohorts, 80% growing 2.7% and 20% growing 1% a year: 1,171 occupied, 1,324 needed: 204 more, 8 wards.
        do {
            _ = try BedsComparison(instance).run()
            Issue.record("it ran")
        } catch let failure {
            guard case .instance(let sentences) = failure else { throw failure }
            #expect(sentences.count == 1)
            #expect(sentences[0].contains("pool_figures[RJE01-acute,wardsThatCanOpen].value"))
            #expect(sentences[0].contains("needs 1,324 beds, and has 1,176"))
            #expect(sentences[0].contains("Let 8 wards open."))
        }
    }

    @Test("Shropshire's frailty block both ways: the later phases add, or are the first told again")
    func frailty() throws {
        let appraisal = try Self.compared("shropshire")
        let adding = try #require(appraisal.configurations.first { $0.kind == .best })
        let overlapping = try #require(appraisal.configurations.first { $0.kind == .bestWithoutLaterPhases })
        #expect(overlapping.schemesRunning.allSatisfy { !$0.hasSuffix("-after") })
        #expect(overlapping.netPresentValue! <= adding.netPresentValue!)
        let others = Self.footprints.filter { $0 != "shropshire" }
        for name in others {
            let system = BedsSystem(try Self.loaded(name).viewed(as: .beds)!)!
            #expect(system.laterPhases.isEmpty)
        }
    }

    @Test("the plan's +267 beds stand beside what do-nothing opens")
    func growth() throws {
        let appraisal = try Self.compared("staffordshire")
        let growth = try #require(appraisal.growth)
        #expect(growth.claimed == 267)
        #expect(growth.acuteBedsToday == 1871)
        #expect(growth.occupiedToday == 1671)
        // 80% of 1,671 at 2.7% and 20% at 1% for four years.
        let occupied = 1671 * (0.8 * pow(1.027, 4.0) + 0.2 * pow(1.01, 4.0))
        #expect((growth.occupied - occupied).magnitude < 1e-6)
        #expect((growth.needed - occupied * 1.04 / 0.92).magnitude < 1e-6)
        // Each hospital opens the fewest wards of 28 that are enough.
        let opened = [(1066.0, 1120.0), (250, 315), (355, 436)].reduce(0.0) { total, pool in
            let needed = pool.0 / 1671 * occupied * 1.04 / 0.92
            return total + max(0, ((needed - pool.1) / 28).rounded(.up)) * 28
        }
        #expect(growth.opened == opened)
        #expect(growth.removedBySchemes > 0 && growth.openedWithSchemes <= growth.opened)
    }

    @Test("on a real footprint: more growth costs more; less care saves less; a dearer scheme is let go")
    func properties() throws {
        func best(_ overrides: [String]) throws -> BedsAppraisal { try Self.compared("shropshire", overrides) }
        let base = try best([])
        let value = base.winner!.netPresentValue!
        let grown = try best(["cohort_figures[frail,growthPerYear].value=0.02"])
        #expect(grown.doNothing.presentValue >= base.doNothing.presentValue)
        let poorer = try best(["alternative_figures[home-care,maximum].value=0"])
        #expect(poorer.winner!.netPresentValue! <= value + 1)
        let dear = try best(["bed_scheme_figures[care-homes-first,costPerBedAvoided].value=1000000"])
        #expect(!dear.winner!.schemesRunning.contains("care-homes-first"))
        #expect(dear.winner!.netPresentValue! <= value + 1)
    }

    @Test("stopped before it begins: nothing is called best")
    func stopped() throws {
        let stop = StopSignal()
        stop.cancel()
        let appraisal = try BedsComparison(Self.loaded("staffordshire"), options: .init(findsSensitivity: false)).run(stop: stop)
        #expect(appraisal.stopped == .cancelled)
        #expect(appraisal.answeredCount < appraisal.configurationCount)
        #expect(appraisal.winner == nil)
    }

    @Test("the JSON keeps the outer shape of every comparison")
    func shape() throws {
        let data = try JSONEncoder().encode(Self.compared("staffordshire"))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        for key in ["schemaVersion", "program", "instance", "family", "doNothing", "configurations", "provenance"] { #expect(object[key] != nil, "\(key)") }
        #expect(object["family"] as? String == "beds")
        let rows = try #require(object["configurations"] as? [[String: Any]])
        let keys = [
            "rank", "name", "isToday", "status", "proof", "gap", "decisions", "annualCost", "annualSaving", "savingSplit", "netPresentValue",
            "capital", "costLines", "sites", "reasons",
        ]
        for key in keys { #expect(rows[0][key] != nil, "\(key)") }
    }
}
