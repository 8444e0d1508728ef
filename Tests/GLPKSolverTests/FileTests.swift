// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import TestSupport
import Testing

@testable import GLPKSolver

/// What is written is read back by GLPK's own program, to the same optimum.
@Suite(.enabled(if: Glpsol.isInstalled, "glpsol is not installed (Debian: glpk-utils)")) struct FileTests {
    enum Format: CaseIterable { case mps, lp }

    /// The optimum that glpsol finds in a file, in the model's own direction; nil where it finds none.
    func glpsolOptimum<Objective>(of model: Model<Objective>, _ format: Format) throws -> Double? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "model")
        let answer = folder.appending(path: "answer")
        let text = try format == .mps ? MPSWriter.text(of: model) : LPWriter.text(of: model)
        try Data(text.utf8).write(to: file)
        let run = try Glpsol.run([format == .mps ? "--freemps" : "--lp", file.path, "--write", answer.path])
        try #require(run.exitCode == 0, "\(run.text)\n\(text)")
        // The line "s bas 2 3 f f 12.5" or "s mip 2 3 o 12.5": status, then objective.
        let line = try #require(
            String(contentsOf: answer, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("s ") })
        let words = line.split(separator: " ")
        let isOptimal = words[1] == "bas" ? words[4] == "f" && words[5] == "f" : words[4] == "o"
        guard isOptimal else { return nil }
        let objective = try #require(Double(words.last!))
        let isNegated = format == .mps && model.program.direction == .maximise
        return isNegated ? -objective : objective
    }

    /// One of everything that file formats get wrong.
    func everything(direction: Direction, integers: Bool) -> Model<Items> {
        var model = Model("everything\n'£", minimise: Items.self)
        let free = model.variable("free", in: .free, of: Items.self)
        let below = model.variable("below zero", in: ...(-2), of: Items.self)
        let boxed = model.variable("boxed below zero", in: -7.25...(-1), of: Items.self)
        let fixed = model.variable("fixed", in: 3...3, of: Items.self)
        let plain = model.variable("plain", in: 0..., of: Items.self)
        let above = model.variable("above", in: 1.5..., of: Items.self)
        let upTo = model.variable("up to zero", in: -3...0, of: Items.self)
        _ = model.variable("in no row", in: 0...1, of: Items.self)
        var extra = Expression<Items>.zero
        if integers {
            let n = model.integer("n", in: 0..., of: Items.self)
            let m = model.integer("m", in: -5...(-2), of: Items.self)
            let b = model.binary("b", of: Items.self)
            let k = model.integer("k", in: .free, of: Items.self)
            let f = model.integer("f", in: 2...2, of: Items.self)
            extra = 1.5 * n + 0.7 * m + 3 * b + 0.9 * k + f
            model.require("n is small", n + b .<= 3.5)
            model.require("k is between", (k + 0.1 * n).within(-4.3...4.3))
        }
        model.require("range", (free + plain).within(-5...5.3))
        model.require("equal", free - below + boxed .== 4.125)
        model.require("free row", (free + plain).within(-.infinity ... .infinity))
        model.require("at least", 0.1 * plain + 0.2 * above - upTo .>= 1.0 / 3)
        model.require("empty", 0 * plain .<= 5)
        model.require("limit", plain + above - boxed + extra .<= 30)
        model.require("floor", plain + above - boxed + extra .>= 4)
        let objective = free - 2 * below + 3 * boxed + plain + above - upTo + fixed + extra + 100.5
        if direction == .minimise { model.minimise(objective) } else { model.maximise(objective) }
        return model
    }

    @Test(arguments: Format.allCases, [Direction.minimise, .maximise])
    func oneOfEverything(format: Format, direction: Direction) throws {
        for integers in [false, true] {
            let model = everything(direction: direction, integers: integers)
            let expected = try optimum(of: model).objective
            let found = try #require(try glpsolOptimum(of: model, format))
            #expect(isClose(found, expected, 1e-9), "\(found) for \(expected)")
        }
    }

    @Test(arguments: Format.allCases) func randomPrograms(format: Format) throws {
        var generator = SeededGenerator(state: 31)
        for number in 0..<12 {
            let model = RandomProgramTests().randomCase(&generator, integers: number % 2 == 0).model
            let expected = checkedOutcome(model).optimum?.objective
            let found = try glpsolOptimum(of: model, format)
            #expect((found == nil) == (expected == nil))
            if let found, let expected { #expect(isClose(found, expected, 1e-9)) }
        }
    }

    @Test(arguments: Format.allCases) func modelsWithNothingInThem(format: Format) throws {
        var model = Model("empty", minimise: Items.self)
        model.minimise(Expression(4))
        model.require("no rows to speak of", Expression<Items>.zero .<= 3)
        #expect(try glpsolOptimum(of: model, format) == 4)
    }
}
