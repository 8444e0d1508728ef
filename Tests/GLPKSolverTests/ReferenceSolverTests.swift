// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

let isLong = ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"

/// Thousands of random programs of every kind against HiGHS, which reads them from the files we write.
@Suite(.enabled(if: isLong, "FOOTPRINT_LONG_TESTS is not 1")) struct ReferenceSolverTests {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func highsAgrees() throws {
        // Its own environment, kept between runs beside the build.
        let environment = Self.root.appending(path: ".build/reference-python").path
        let made = try run(
            "/bin/sh", [Self.root.appending(path: "Scripts/reference/environment.sh").path, environment, "highspy"])
        guard made.status != 3 else {
            print("Skipped: HiGHS is not to be had here. \(made.error)")
            return
        }
        try #require(made.status == 0, "\(made.error)")
        let python = made.output.trimmingCharacters(in: .whitespacesAndNewlines)

        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var programs: [String: LinearProgram] = [:]
        var generator = SeededGenerator(state: 2_026)
        for kind in RandomPrograms.Kind.allCases {
            for number in 0..<300 {
                let size = number % 10 == 0 ? 60 : 4 + number % 20
                let program = RandomPrograms.program(kind, size: size, number: number, using: &generator)
                let name = "\(kind.rawValue)-\(number)"
                programs[name] = program
                let file = folder.appending(path: "\(name).mps")
                try Data(MPSWriter.text(of: program).utf8).write(to: file)
            }
        }
        let answers = try run(
            python, [Self.root.appending(path: "Scripts/reference/highs_batch.py").path, folder.path])
        try #require(answers.status == 0, "\(answers.error)")

        var counts: [String: [String: Int]] = [:]
        var proved = 0
        var compared = 0
        for line in answers.output.split(separator: "\n") {
            let words = line.split(separator: "\t")
            let program = try #require(programs[String(words[0])])
            let outcome = GLPKSolver().solve(program)
            let check = OutcomeCheck(outcome, of: program)
            #expect(check.complaints == [], "\(words[0])")
            if check.exactness == .proved { proved += 1 }
            compared += 1
            let ending =
                switch outcome {
                case .optimal: "optimal"
                case .infeasible: "infeasible"
                case .unbounded: "unbounded"
                default: "\(outcome)"
                }
            let kind = String(words[0].prefix { $0 != "-" })
            counts[kind, default: [:]][ending, default: 0] += 1
            #expect(ending == words[1], "\(words[0])\n\((try? MPSWriter.text(of: program)) ?? "")")
            guard let optimum = outcome.optimum, words[1] == "optimal" else { continue }
            let sign = program.direction == .maximise ? -1.0 : 1.0
            #expect(isClose(optimum.objective, sign * (try #require(Double(words[2]))), 1e-6), "\(words[0])")
        }
        #expect(compared == programs.count)
        // What each kind promises came true, and every ending occurred often enough to mean something.
        for kind in ["bounded", "degenerate", "equalities", "free"] { #expect(counts[kind] == ["optimal": 300]) }
        #expect(counts["infeasible"] == ["infeasible": 300])
        #expect(counts["unbounded"] == ["unbounded": 300])
        #expect(counts["integer", default: [:]]["infeasible", default: 0] >= 20)
        #expect(counts["integer", default: [:]]["optimal", default: 0] >= 100)
        for ending in ["optimal", "infeasible", "unbounded"] {
            #expect(counts["any", default: [:]][ending, default: 0] >= 20)
        }
        print("HiGHS agreed on \(compared) programs: \(counts). In fractions \(proved) optima were proved outright.")
    }

    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String, error: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        // To files: two pipes would have to be read at once.
        let folder = FileManager.default.temporaryDirectory
        let output = folder.appending(path: "footprint-\(UUID().uuidString).out")
        let error = folder.appending(path: "footprint-\(UUID().uuidString).err")
        defer { for file in [output, error] { try? FileManager.default.removeItem(at: file) } }
        for file in [output, error] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOf: output, encoding: .utf8),
            try String(contentsOf: error, encoding: .utf8))
    }
}
