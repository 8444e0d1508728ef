// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis

/// The example that `Models/elective/formulation.md` works by hand, as an instance, and what a comparison says of it. Expected
/// figures are the page's and the README's of the twin, or worked out beside the test.
@Suite("Comparing planned care")
struct ElectiveComparisonTests {
    static func loaded(_ overrides: [String] = []) throws -> Instance {
        try InstanceLoader.load(
            folder: Repository.root.appending(path: "Tests/Fixtures/worked-elective"), overrides: overrides.map { try Override(parsing: $0) })
    }

    static func appraisal(_ overrides: [String] = [], jobs: Int = 1) throws -> ElectiveAppraisal {
        try ElectiveComparison(loaded(overrides), options: .init(jobs: jobs)).run()
    }

    private func near(_ first: Double?, _ second: Double) -> Bool { first.map { ($0 - second).magnitude < 1 } ?? false }

    @Test("do-nothing, the best and its money are those worked by hand")
    func byHand() throws {
        let appraisal = try Self.appraisal()
        #expect(near(appraisal.doNothing.presentValue, 7_939_500) && near(appraisal.doNothing.annualCost, 2_544_800))
        let best = try #require(appraisal.winner)
        #expect(best.option == "knees-to-bridge" && best.proof == .optimal && best.gap == 0)
        #expect(near(best.result?.presentValue, 7_375_278) && near(best.netPresentValue, 564_222) && near(best.annualSaving, 374_211))
        #expect(near(best.capital, 230_250))
        #expect(best.decisions == ["A": .dayCases, "B": .hubWithInpatients])
        // 211 of 800 and 300 of 100 sessions; 11.025 beds at B, where there are none.
        let sites = try #require(best.result?.sites)
        #expect((sites[0].sessionsReleased - 589.5).magnitude < 1e-3 && (sites[1].sessionsReleased + 200).magnitude < 1e-3)
        #expect((sites[0].bedsReleased - 14).magnitude < 1e-6 && (sites[1].bedsReleased + 11.025).magnitude < 1e-3)
        #expect((sites[1].inpatients["knees"]! - 882).magnitude < 1e-3 && sites[0].inpatients["knees"]!.magnitude < 1e-3)
        let conversion = try #require(appraisal.conversions.first)
        #expect((conversion.chosen! - 98).magnitude < 1e-3 && (conversion.published! - 98).magnitude < 1e-3)
    }

    @Test("the rows are today, the options and every set of hubs and centres, each once; their present values are the README's")
    func rows() throws {
        let appraisal = try Self.appraisal()
        // 2 sets of hubs and 4 of centres, as no centre is needed; two rows of today; two options besides “today”, one of which is a
        // set of centres.
        #expect(appraisal.configurations.count == 2 * 4 + 2 + 1)
        #expect(appraisal.configurationCount == 11 && appraisal.answeredCount == 11 && appraisal.hasEveryConfiguration)
        #expect(Set(appraisal.configurations.map(\.name)).count == 11)
        #expect(appraisal.configurations.first { $0.kind == .todayWithLevers }?.option == "today")
        let values = [
            "today": 7_731_740.0, "hubs:none;inpatients:A": 7_731_740, "hubs:none;inpatients:B": 8_128_915, "both": 7_839_240,
            "hubs:none;inpatients:none": 8_578_567, "hubs:B;inpatients:none": 8_493_239,
            "hubs:B;inpatients:A": 7_646_412, "hubs:B;inpatients:B": 7_375_278, "hubs:B;inpatients:A+B": 7_421_925,
        ]
        for (name, value) in values {
            #expect(near(appraisal.configurations.first { $0.name == name }?.result?.presentValue, value), "\(name)")
        }
    }

    @Test("every published lever in full at today's sites, by hand")
    func inFull() throws {
        let row = try #require(try Self.appraisal().configurations.first { $0.kind == .todayWithLeversInFull })
        // 882 inpatients and 1,078 day cases; a session gives 240 · 0.85 · 0.8 minutes; a stay is 0.95 · 3.65 days.
        let minutes: Double = 882 * 72 + 1078 * 36
        let sessions: Double = minutes / (240 * 0.85 * 0.8) * 2000
        let beds: Double = 882 * 0.95 * 3.65 / 365 / 0.8 * 20_000
        let travel: Double = 882 * 0.4 * 25
        #expect(near(row.annualCost, sessions + beds + travel + 280_000 + 50_000 + 460_600))
        #expect(row.rank == nil && row.status == .feasible)
    }

    @Test("savings by line add up, and both splits of the saving do")
    func sums() throws {
        let appraisal = try Self.appraisal()
        for row in appraisal.configurations {
            let (saving, split) = (row.annualSaving!, row.savingSplit!)
            #expect(near(row.savingLines!.values.reduce(0, +), saving) && near(row.costLines!.values.reduce(0, +), row.annualCost!))
            #expect(near(split.cashReleasing + split.growthAvoided, saving) && near(split.levers + split.configuration, saving))
        }
        let values = appraisal.configurations.filter { $0.rank != nil }.map { $0.netPresentValue! }
        #expect(values == values.sorted(by: >))
    }

    @Test("the base year: today's sites and the list as it stands")
    func baseYear() throws {
        // 70 of the list of 700 leave it untreated, and it may not grow: 1,930 of 2,000 are treated, 965 of each mode.
        let each = 965.0
        let sessions: Double = each * (0.5 + 0.25) * 2000
        let treatment: Double = each * (400 + 100)
        let beds: Double = each * 0.0125 * 20_000
        let travel: Double = each * 0.4 * 25
        let cost = sessions + treatment + beds + travel + 50_000 + 280_000
        let best = try #require(try Self.appraisal().winner)
        #expect(near(best.savingSplit?.cashReleasing, cost - best.annualCost!) && cost < 2_544_800)
    }

    @Test("an option that cannot hold says what lacks, and by how much")
    func reasons() throws {
        // B's 300 sessions give 300 · 144 / 72 = 600 inpatients, 100 fewer than it would need; A and the list have more than enough:
        // up to 0.9 · 700 + 2,000 pathways, half of them inpatients, can be treated in 2018.
        let both = try #require(
            try Self.appraisal(["specialty_figures[knees,minimumSpells].value=700"]).configurations.first { $0.option == "both" })
        #expect(both.status == .infeasible && both.annualSaving == nil && both.rank == nil)
        #expect((both.reasons.compactMap(\.leastChange).reduce(0, +) - 100).magnitude < 1e-3)
        #expect(
            both.reasons.map(\.sentence)
                == ["Knees at Bridge Hospital would have 600 inpatients in 2018/19; a site that keeps them needs 700"])
        let one = try #require(
            try Self.appraisal(["elective_parameters[maximumInpatientCentres].value=1"]).configurations.first { $0.option == "both" })
        #expect(one.reasons.map(\.sentence) == ["2 sites would keep inpatients; 1 may"])
        #expect(one.reasons.first?.leastChange == 1)
    }

    @Test("a row whose journeys are only no worse than today says so")
    func noWorse() throws {
        let appraisal = try Self.appraisal(["mode_figures[inpatient,allowedShareBeyondStandard].value=0.1"])
        // Z2, 40% of the people, is 40 minutes from A, beyond 35: allowed because it is so today.
        #expect(appraisal.configurations.first { $0.kind == .todayWithLevers }?.status == .noWorseThanToday)
        // From Z1 to B it is 30 minutes.
        #expect(appraisal.winner?.status == .feasible)
    }

    @Test("stated figures are not titled illustrative; assumed minutes are, and so is a declared footprint")
    func illustrative() throws {
        #expect(try !Self.appraisal().isIllustrative)
        let shipped = try ElectiveComparison(
            InstanceLoader.load(folder: Repository.root.appending(path: "Instances/shropshire"), overrides: []))
        #expect(shipped.isIllustrative)
        #expect(shipped.missingData.map(\.figure).contains("specialty_modes.minutes"))
        // The caller's own figures are not assumed.
        let own = ["inpatient", "daycase", "outpatient-procedure"].flatMap { mode in
            ["100", "101", "110", "120", "130", "140", "502"].map { "specialty_modes[\($0),\(mode),minutes].value=60" }
        }
        let better = try ElectiveComparison(
            InstanceLoader.load(
                folder: Repository.root.appending(path: "Instances/shropshire"), overrides: own.map { try Override(parsing: $0) }))
        #expect(!better.missingData.map(\.figure).contains("specialty_modes.minutes"))
    }

    @Test("one thread and four say the same")
    func jobs() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(Self.appraisal(jobs: 1)) == encoder.encode(Self.appraisal(jobs: 4)))
    }

    @Test("check lists the prices of the last resort that are lifted: £1,000 to £2,196.75 and £500 to £631.25")
    func lifted() throws {
        let prices = try InstanceCheck(Self.loaded()).liftedPrices
        #expect(prices.map(\.table) == [1000, 500])
        #expect(near(prices[0].used, 2196.75) && near(prices[1].used, 631.25))
    }

    @Test("a stop before anything: today's rows are answered, the others counted as missing, and a bound is given that the best keeps")
    func stopped() throws {
        let stop = StopSignal()
        stop.cancel()
        let appraisal = try ElectiveComparison(Self.loaded()).run(stop: stop)
        #expect(appraisal.stopped == .cancelled && appraisal.answeredCount == 2 && appraisal.configurationCount == 11)
        #expect(appraisal.winner?.kind == .todayWithLevers)
        #expect(try #require(appraisal.netPresentValueBound) >= 564_222 - 1)
    }

    @Test("export knows the names that compare prints, and refuses others with those")
    func export() throws {
        for name in ["do-nothing", "today", "best", "knees-to-bridge", "hubs:B;inpatients:A+B", "hubs:none;inpatients:none"] {
            #expect(try ElectiveExport(Self.loaded(), configuration: name).mps().text.contains("ROWS"))
        }
        #expect(throws: AnalysisFailure.self) { try ElectiveExport(Self.loaded(), configuration: "hubs:A") }
    }

    @Test("glpsol on the exported data finds the same optimum", .enabled(if: Glpsol.isInstalled))
    func twin() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "elective-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "elective.dat")
        try Data(ElectiveExport(Self.loaded(), configuration: "knees-to-bridge").mathprog.text.utf8).write(to: file)
        let run = try Glpsol.run([
            "--nopresol", "-m", Repository.root.appending(path: "Models/elective/elective.mod").path, "-d", file.path,
        ])
        #expect(run.isOptimal)
        #expect(near(run.number("presentValue"), 7_375_278))
    }
}
