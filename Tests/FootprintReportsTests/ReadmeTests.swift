// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import Foundation
import Testing

@testable import FootprintReports

/// The README shows what `make compare` prints.
struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("the README's table is the program's")
    func table() throws {
        let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        let block = try #require(readme.components(separatedBy: "```\n").first { $0.hasPrefix("Staffordshire and Stoke") })
        let instance = try InstanceLoader.load(folder: Self.root.appending(path: "Instances/staffordshire"))
        let appraisal = try EmergencyComparison(instance, options: .init(levers: instance.schemes.map(\.name), jobs: 2)).run()
        let printed = ComparisonText(appraisal).text
        // “…” stands for lines left out; what is left is there word for word, and in this order.
        var rest = printed[...]
        for part in block.components(separatedBy: "  …\n\n") {
            let place = try #require(rest.range(of: part), "the README has what is not printed:\n\(part)")
            rest = rest[place.upperBound...]
        }
        #expect(rest.isEmpty)
        #expect(printed.hasPrefix(block.prefix(1000)))
    }
}
