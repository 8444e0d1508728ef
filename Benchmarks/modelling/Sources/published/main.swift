// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKSolver
import LinearPrograms
import LinearProgramsTesting

// published FOLDER SECONDS [NAME...]: solves the problems of Tests/Fixtures/benchmarks, or others in the same formats, and
// prints a row for each: what was published, what was found, and what was proved in the time.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let limit = Double(arguments[2]) else { fatalError("published FOLDER SECONDS [NAME...]") }
let folder = URL(filePath: arguments[1])
let wanted = Set(arguments.dropFirst(3))

func format(_ number: Double?) -> String { number.map { String(format: "%.3f", $0) } ?? "none" }

let problems = PublishedProblems(folder: folder)
print("| problem | columns | rows | published | found | bound | gap % | seconds | |")
print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
var proved = 0
var tried = 0
for (name, published) in try problems.optima() where wanted.isEmpty || wanted.contains(name) {
    let model: Model<PublishedProblems.Cost>
    do {
        model = try problems.model(name)
    } catch {
        print("| \(name) | | | \(published) | | | | | the file is not here |")
        continue
    }
    tried += 1
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = GLPKSolver().solve(model, options: options(of: name, limit: limit))
    let seconds = Double((clock.now - start).components.seconds) + 1e-18 * Double((clock.now - start).components.attoseconds)
    let found: Double?
    let bound: Double?
    var word: String
    switch outcome {
    case .optimal(let solution):
        found = solution.objective
        bound = solution.objective
        let isRight = (solution.objective - published).magnitude <= 1e-9 * published
        word = isRight ? "proved" : "WRONG"
        if isRight { proved += 1 }
    case .stopped(_, let incumbent, let proof):
        found = incumbent?.objective
        bound = proof
        word = "not proved"
        // Neither may be on the wrong side of the truth.
        if let found, found < published * (1 - 1e-9) { word = "WRONG" }
        if let bound, bound > published * (1 + 1e-9) { word = "WRONG" }
    default:
        found = nil
        bound = nil
        word = "\(outcome)"
    }
    let gap = found.flatMap { found in bound.map { 100 * (found - $0) / found } }
    print("| \(name) | \(model.program.columnCount) | \(model.program.rowCount) | \(format(published)) | \(format(found)) | "
        + "\(format(bound)) | \(gap.map { String(format: "%.2f", $0) } ?? "none") | \(String(format: "%.1f", seconds)) | \(word) |")
    fflush(nil)
}
print("\n\(proved) of \(tried) proved in \(limit) s each")
