// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import LinearProgramsTesting
import Testing

@testable import GLPKSolver

/// Problems whose optima others have published, through the modelling layer.
@Suite struct BenchmarkTests {
    @Test(arguments: ["cap41", "cap42", "cap43", "cap44", "cap51", "cap61", "cap62", "cap63", "cap64", "cap71",
        "cap72", "cap73", "cap74"])
    func warehouses(name: String) throws {
        let solution = try optimum(of: published.model(name))
        #expect(isClose(solution.objective, try published.optimum(of: name), 1e-9))
    }

    @Test(arguments: ["pmed1", "pmed2", "pmed3", "pmed4", "pmed5"])
    func medians(name: String) throws {
        let solution = try optimum(of: published.model(name))
        #expect(isClose(solution.objective, try published.optimum(of: name), 1e-9))
    }
}

/// The folder of test data that all targets share.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

let published = PublishedProblems(folder: fixtures.appending(path: "benchmarks"))
