// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import TestSupport
import Testing

@testable import GLPKSolver

/// The conformance suite by way of files: written by us, solved by GLPK's own program, which shares none of our code.
@Suite(.enabled(if: isLong && Glpsol.isInstalled, "FOOTPRINT_LONG_TESTS is not 1, or glpsol is not installed"))
struct FileConformanceTests {
    @Test(arguments: FileTests.Format.allCases) func everyCaseThroughAFile(format: FileTests.Format) {
        var solver = ConformanceSolver(solve: { model, _ in Self.outcome(of: model, format) })
        solver.givesValuesOnly = true
        var exclusions = [
            "whole: no trickle through a closed door":
                "glpsol takes 0.000005 of an open door for none and lets five people through it; see HostileInputTests",
            "whole: bounds between whole numbers": "glpsol refuses a whole number with a bound that is none",
            "empty: no rows, whole numbers": "glpsol refuses a whole number with a bound that is none",
        ]
        if format == .lp {
            for name in [
                "empty: nothing", "empty: a constant", "empty: a constant, maximised", "empty: no rows",
                "empty: no rows and no end", "empty: a free variable without a cost", "row: none but free ones",
            ] { exclusions[name] = "glpsol's LP reader wants a row" }
        }
        let results = ConformanceSuite.run(with: solver, excluding: exclusions)
        #expect(Set(exclusions.keys).isSubset(of: ConformanceSuite.cases.map(\.name)))
        var passed = 0
        for (item, result) in results {
            if case .leftOut = result { continue }
            #expect(result == .passed, "\(item)")
            if result == .passed { passed += 1 }
        }
        // All but those, and ranges, conflicts and explanations.
        #expect(passed >= 120, "\(passed)")
    }

    private static func outcome(of model: Model<Quantity>, _ format: FileTests.Format) -> Outcome {
        do {
            let text = try format == .mps ? MPSWriter.text(of: model) : LPWriter.text(of: model)
            return try solved(text, model, format)
        } catch let error as InvalidModel {
            return .invalid(error.faults)
        } catch {
            return .numericalTrouble("\(error)")
        }
    }

    private static func solved(_ text: String, _ model: Model<Quantity>, _ format: FileTests.Format) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "model")
        let answer = folder.appending(path: "answer")
        try Data(text.utf8).write(to: file)
        let run = try Glpsol.run([format == .mps ? "--freemps" : "--lp", file.path, "--nopresol", "--write", answer.path])
        let said = run.text
        guard run.exitCode == 0 else { return .numericalTrouble(said + text) }
        let lines = try String(contentsOf: answer, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
        // "s bas 2 3 f f 12.5" or "s mip 2 3 o 12.5"; then "j 1 b 3 0" or "j 1 3" for each column.
        guard let status = lines.first(where: { $0.first == "s" }) else { return .numericalTrouble(said) }
        let isLinear = status[1] == "bas"
        guard isLinear ? status[4] == "f" && status[5] == "f" : status[4] == "o" else {
            // The unbounded relaxation of a program with integers that has a solution.
            if said.contains("HAS UNBOUNDED PRIMAL SOLUTION") || said.contains("HAS UNBOUNDED SOLUTION")
                || said.contains("HAS NO DUAL FEASIBLE SOLUTION") {
                return .unbounded(Unboundedness(direction: nil))
            }
            if said.contains("HAS NO PRIMAL FEASIBLE SOLUTION") || said.contains("HAS NO FEASIBLE SOLUTION")
                || said.contains("HAS NO INTEGER FEASIBLE SOLUTION") {
                return .infeasible(Infeasibility(proof: .agreement))
            }
            return .numericalTrouble(said)
        }
        // The last column may be ours, for the objective's constant.
        let values = lines.filter { $0.first == "j" }.prefix(model.program.columnCount).map { Double($0[isLinear ? 3 : 2])! }
        return .optimal(Solution(objective: model.program.objective(at: Array(values)), values: Array(values)))
    }
}
