// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Where Python 3 is, which makes up the region.
private let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
}

/// A region too large to be solved whole, as the benchmark makes it up, and what scripts are told when it is stopped.
@Suite("The program as a process: beds of a region", .serialized, .enabled(if: python != nil, "python3 is not installed"))
struct BedsRegionTests {
    /// Calls with the folder of a region of so many sites, which share too little for all.
    private static func withRegion(sites: Int, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "region-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: python!)
        process.arguments = [Program.root.appending(path: "Benchmarks/beds.py").path, "--write", folder.path, "\(sites)"]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try body(folder.path)
    }

    private struct Answer: Decodable {
        struct Row: Decodable {
            let kind: String
            let status: String
            let proof: String
            let gap: Double
            let netPresentValue: Double?
        }
        let configurations: [Row]
        let configurationCount: Int
        let answeredCount: Int
        let stopped: String?
        let netPresentValueBound: Double?
    }

    private static func answer(_ run: Program.Run) throws -> Answer {
        let list = try JSONDecoder().decode([Answer].self, from: run.output)
        return try #require(list.first)
    }

    @Test("every row is answered with its gap, 5% at most, and none is called optimal; the same bytes for one thread and three")
    func jobs() throws {
        try Self.withRegion(sites: 4) { folder in
            let runs = try ["1", "3"].map { try Program.run("compare", folder, "--family", "beds", "--format", "json", "--jobs", $0) }
            #expect(runs[0].status == 0)
            #expect(runs[0].output == runs[1].output)
            let answer = try Self.answer(runs[0])
            #expect(answer.answeredCount == answer.configurationCount && answer.stopped == nil)
            for row in answer.configurations where row.status != "infeasible" {
                #expect(row.proof == "gap" && row.gap > 0 && row.gap < 0.05, "\(row)")
            }
            // What half of four hospitals' beds would take is said, and what closes more than there is.
            #expect(answer.configurations.filter { $0.status == "infeasible" }.count == 2)
        }
    }

    @Test("Ctrl-C with an answer in hand: 75, and the best so far with its bound")
    func interrupted() throws {
        try Self.withRegion(sites: 40) { folder in
            // How soon there is an answer depends on the machine: asked later until there is. Before the instance is read nobody
            // listens yet, and the program ends at once or runs on.
            for seconds in [6, 10, 16, 24, 32, 48, 64, 96] as [Double] {
                let run = try Program.run(
                    "compare", folder, "--family", "beds", "--format", "json", "--quiet", interruptAfter: seconds, patience: seconds + 60)
                guard !run.wasKilled, run.status != SIGINT else { continue }
                try #require(run.status == 75, "it ended with \(run.status) before it was stopped")
                // What is left to do is one node of each search, and the report.
                #expect(run.seconds < seconds + 30)
                let answer = try Self.answer(run)
                #expect(answer.stopped == "cancelled")
                #expect(answer.answeredCount < answer.configurationCount)
                guard let best = answer.configurations.first(where: { $0.kind == "best" }), best.gap < 1 else { continue }
                let value = try #require(best.netPresentValue)
                #expect(best.proof == "gap" && best.gap > 0)
                #expect(value > 0)
                // Options that were not reached have no bound, so that nothing is said of all rows together.
                #expect(answer.netPresentValueBound == nil)
                return
            }
            Issue.record("no answer to the best was in hand at any of the stops")
        }
    }
}
