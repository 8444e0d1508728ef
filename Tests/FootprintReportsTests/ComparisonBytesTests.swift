// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import Foundation
import Testing

@testable import FootprintReports

/// The same answer is the same bytes, whatever the number of jobs; and what a terminal shows fits it.
struct ComparisonBytesTests {
    private static func appraisal(_ name: String, jobs: Int) throws -> Appraisal {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let instance = try InstanceLoader.load(folder: root.appending(path: "Instances/\(name)"))
        return try EmergencyComparison(
            instance, options: .init(levers: instance.schemes.map(\.name), jobs: jobs, findsSensitivity: false)
        ).run()
    }

    @Test("two runs, and one job and two", arguments: ["staffordshire", "coventry-warwickshire"])
    func bytes(_ name: String) throws {
        let one = try Self.appraisal(name, jobs: 1)
        let two = try Self.appraisal(name, jobs: 2)
        let again = try Self.appraisal(name, jobs: 2)
        #expect(try ComparisonJSON.data([one]) == ComparisonJSON.data([two]))
        #expect(try ComparisonJSON.data([again]) == ComparisonJSON.data([two]))
        #expect(ComparisonText(one).text == ComparisonText(two).text)
        #expect(ComparisonCSV.text(one) == ComparisonCSV.text(two))
    }

    @Test("no line is wider than 100 columns", arguments: ["staffordshire", "coventry-warwickshire"])
    func width(_ name: String) throws {
        let text = ComparisonText(try Self.appraisal(name, jobs: 2), top: 48, showsDetails: true).text
        for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
}
