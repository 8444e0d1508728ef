// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import TestSupport
import Testing

@testable import GLPKSolver

/// Files read by our readers and solved: to optima worked out by hand, published, or found by stock glpsol in its own files.
@Suite struct FileReadingTests {
    private func solved(_ program: LinearProgram) -> Solution? {
        let outcome = GLPKSolver().solve(program)
        if let solution = outcome.solution { #expect(SolutionCheck(solution, of: program).violations == []) }
        return outcome.optimum
    }

    private func read(_ text: String, _ kind: String) throws -> LinearProgram {
        let bytes = Array(text.utf8)
        return try kind == "lp" ? LinearProgram(lp: bytes, named: "test.lp") : LinearProgram(mps: bytes, named: "test.mps")
    }

    // MARK: By hand

    @Test(arguments: ["mps", "lp"]) func optimaByHand(kind: String) throws {
        let folder = fixtures.appending(path: kind)
        let lines = try String(contentsOf: folder.appending(path: "optima.tsv"), encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            let cells = line.split(separator: "\t")
            let data = try Data(contentsOf: folder.appending(path: "\(cells[0]).\(kind)"))
            let program = try kind == "lp" ? LinearProgram(lp: data, named: "file") : LinearProgram(mps: data, named: "file")
            let optimum = try #require(solved(program), "\(cells[0])")
            #expect(isClose(optimum.objective, try #require(Double(cells[1])), 1e-9), "\(cells[0])")
        }
    }

    // MARK: Published

    @Test(arguments: ["cap41", "cap71", "cap74", "pmed1"], ["mps", "lp"])
    func publishedProblems(name: String, kind: String) throws {
        let model = try published.model(name)
        let text = try kind == "lp" ? LPWriter.text(of: model) : MPSWriter.text(of: model)
        let optimum = try published.optimum(of: name)
        let program = try read(text, kind)
        #expect(program.title == name)
        #expect(program.name(ofRow: 0) == model.program.name(ofRow: 0))
        #expect(isClose(try #require(solved(program)).objective, optimum, 1e-9))
    }

    // MARK: Written by glpsol

    private struct Run {
        let optimum: Double?
        let written: [String: String]
    }

    /// Lets glpsol read a file, write it in each of its formats and solve it.
    private func run(_ text: String, _ option: String) throws -> Run {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "input")
        try Data(text.utf8).write(to: input)
        let kinds = ["wlp", "wmps", "wfreemps"]
        let run = try Glpsol.run(
            [option, input.path, "--write", folder.appending(path: "answer").path]
                + kinds.flatMap { ["--\($0)", folder.appending(path: $0).path] })
        try #require(run.exitCode == 0, "\(run.text)")
        let line = try #require(
            String(contentsOf: folder.appending(path: "answer"), encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("s ") })
        let words = line.split(separator: " ")
        let isOptimal = words[1] == "bas" ? words[4] == "f" && words[5] == "f" : words[4] == "o"
        var written: [String: String] = [:]
        for kind in kinds {
            written[kind] = try? String(contentsOf: folder.appending(path: kind), encoding: .utf8)
        }
        return Run(optimum: isOptimal ? Double(words.last!) : nil, written: written)
    }

    /// - Parameter isMaximised: glpsol writes MPS without the direction, and loses it when it reads its own file again.
    private func compare(_ run: Run, isMaximised: Bool) throws {
        #expect(run.written.count == 3)
        for (kind, written) in run.written {
            var text = written
            if isMaximised, kind != "wlp" {
                text = written.replacing("\nROWS\n", with: "\nOBJSENSE\n    MAX\nROWS\n", maxReplacements: 1)
            }
            let program: LinearProgram
            do { program = try read(text, kind == "wlp" ? "lp" : "mps") } catch {
                Issue.record("\(error)\n\(text)")
                continue
            }
            let ours = solved(program)?.objective
            #expect((ours == nil) == (run.optimum == nil), "\(kind)\n\(text)")
            // glpsol writes ten significant digits.
            if let ours, let theirs = run.optimum { #expect(isClose(ours, theirs, 1e-8), "\(kind): \(ours) for \(theirs)\n\(text)") }
        }
    }

    @Test(.enabled(if: Glpsol.isInstalled, "glpsol is not installed (Debian: glpk-utils)"), arguments: ["mps", "lp"])
    func randomProgramsByGLPK(kind: String) throws {
        var generator = SeededGenerator(state: 77)
        var infeasible = 0
        for number in 0..<(ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1" ? 200 : 24) {
            var model = RandomProgramTests().randomCase(&generator, integers: number % 2 == 0).model
            // Names that people give, which glpsol changes as it needs to.
            model.require("enough £ & beds", Expression<Items>.zero .<= 3)
            let run = try run(kind == "lp" ? LPWriter.text(of: model) : MPSWriter.text(of: model), kind == "lp" ? "--lp" : "--freemps")
            if run.optimum == nil { infeasible += 1 }
            try compare(run, isMaximised: kind == "lp" && model.program.direction == .maximise)
        }
        #expect(infeasible > 0)
    }

    @Test(.enabled(if: Glpsol.isInstalled, "glpsol is not installed (Debian: glpk-utils)"))
    func oneOfEverythingByGLPK() throws {
        for integers in [false, true] {
            let model = FileTests().everything(direction: .minimise, integers: integers)
            let run = try run(MPSWriter.text(of: model), "--freemps")
            let expected = try optimum(of: model).objective
            #expect(isClose(try #require(run.optimum), expected, 1e-9))
            try compare(run, isMaximised: false)
        }
    }

    /// Ranges as glpsol reads them, without the constant, whose sign it has of its own.
    @Test(.enabled(if: Glpsol.isInstalled, "glpsol is not installed (Debian: glpk-utils)"), arguments: [
        "least 3 alike -2", "least -1 alike 2", "least 0 alike 0", "alike -0.25",
    ])
    func rangesByGLPK(line: String) throws {
        let text = try String(contentsOf: fixtures.appending(path: "mps/ranges.mps"), encoding: .utf8)
            .replacing(" cost -10", with: "").replacing("least 3 alike -2", with: line)
        let run = try run(text, "--freemps")
        #expect(isClose(try #require(solved(read(text, "mps"))).objective, try #require(run.optimum), 1e-9))
        try compare(run, isMaximised: false)
    }

    /// Our fixtures through glpsol: both readers find the same optimum in the same bytes.
    @Test(.enabled(if: Glpsol.isInstalled, "glpsol is not installed (Debian: glpk-utils)"), arguments: [
        ("mps/wards.mps", "--freemps"), ("mps/wards-fixed.mps", "--mps"), ("lp/wards.lp", "--lp"), ("lp/choice.lp", "--lp"),
    ])
    func fixturesByGLPK(file: String, option: String) throws {
        let text = try String(contentsOf: fixtures.appending(path: file), encoding: .utf8)
        let run = try run(text, option)
        let ours = try #require(solved(read(text, file.hasSuffix("lp") ? "lp" : "mps")))
        #expect(isClose(ours.objective, try #require(run.optimum), 1e-9))
        try compare(run, isMaximised: text.hasPrefix("Max"))
    }
}
