// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis

/// Stock glpsol on the twin, and on the exported files, finds what the Swift formulation finds.
@Suite("The twin of beds")
struct BedsTwinTests {
    private static func solve(_ options: [String], _ text: String) throws -> Glpsol {
        try Glpsol.run(["--nopresol", "--mir", "--bestp", "--tmlim", "120"] + options, on: text)
    }

    @Test("every case of every footprint", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: BedsComparisonTests.footprints)
    func cases(_ name: String) throws {
        let instance = try BedsComparisonTests.loaded(name)
        let twin = ["-m", Repository.twin("beds"), "-d"]
        let appraisal = try BedsComparisonTests.compared(name)
        var expected = ["do-nothing": (appraisal.doNothing.presentValue, appraisal.doNothing.annualCost)]
        for row in appraisal.configurations where row.result != nil {
            switch row.kind {
            case .best: expected["best"] = (row.result!.presentValue, row.annualCost!)
            case .schemesOnly: expected["today"] = (row.result!.presentValue, row.annualCost!)
            case .option: expected[row.name] = (row.result!.presentValue, row.annualCost!)
            case .bestWithoutLaterPhases: break
            }
        }
        #expect(expected.count >= 3)
        for (configuration, (presentValue, annualCost)) in expected {
            let data = try BedsExport(instance, configuration: configuration).mathprog.text
            let run = try Self.solve(twin, data)
            #expect(run.isOptimal, "\(name) \(configuration)")
            let found = run.number("presentValue") ?? .nan
            #expect((found - presentValue).magnitude <= 1e-8 * presentValue, "\(name) \(configuration): \(found) \(presentValue)")
            // Two plans of one present value may differ in the target year; on the shipped instances they do not.
            #expect(((run.number("annualCost") ?? .nan) - annualCost).magnitude <= 1e-6 * annualCost, "\(name) \(configuration)")
        }
    }

    @Test("under the rules overflow and quantile too", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: ["overflow", "quantile"])
    func rules(_ rule: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beds-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Repository.root.appending(path: "Instances/shropshire"), to: folder)
        let pools = folder.appending(path: "beds/bed_pools.csv")
        let text = try String(contentsOf: pools, encoding: .utf8)
        try text.replacing(",occupancy,", with: ",\(rule),").write(to: pools, atomically: true, encoding: .utf8)
        let instance = try InstanceLoader.load(
            folder: folder,
            // Small pools need more spare beds than a share of occupancy says.
            overrides: ["R1D21", "R1D22", "R1D34", "R1D25"].map { try Override(parsing: "pool_figures[\($0)-community,wardsThatCanOpen].value=3") })
        let twin = ["-m", Repository.twin("beds"), "-d"]
        let appraisal = try BedsComparison(instance, options: .init(jobs: 2, findsSensitivity: false)).run()
        let best = try #require(appraisal.configurations.first { $0.kind == .best })
        for (configuration, value) in [("do-nothing", appraisal.doNothing.presentValue), ("best", best.result!.presentValue)] {
            let data = try BedsExport(instance, configuration: configuration).mathprog.text
            let run = try Self.solve(twin, data)
            #expect(run.isOptimal)
            #expect(((run.number("presentValue") ?? .nan) - value).magnitude <= 1e-8 * value, "\(configuration)")
        }
    }

    @Test("MPS and LP files are read back to the same optimum", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"))
    func files() throws {
        let instance = try BedsComparisonTests.loaded("shropshire")
        let best = try #require(try BedsComparisonTests.compared("shropshire").configurations.first { $0.kind == .best }?.result?.presentValue)
        let export = try BedsExport(instance, configuration: "best")
        for (option, file) in [("--freemps", try export.mps()), ("--lp", try export.lp())] {
            let run = try Self.solve([option], file.text)
            #expect(run.isOptimal)
            let objective = run.objective ?? .nan
            #expect((objective - best / 1000).magnitude <= 1e-8 * best / 1000, "\(option)")
        }
    }

    @Test("an option that closes more beds than there are has no program to write, and an unknown case is named")
    func refusals() throws {
        let instance = try BedsComparisonTests.loaded("staffordshire")
        #expect(throws: AnalysisFailure.instance(["finance-105 closes 55 beds at Cheadle Hospital, which has 46: 9 too many: there is no program to write."])) {
            try BedsExport(instance, configuration: "finance-105")
        }
        #expect(throws: AnalysisFailure.self) { try BedsExport(instance, configuration: "nonsense") }
    }
}
