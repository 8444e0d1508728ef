// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation
import TestSupport
import Testing

@testable import FootprintReports

/// Reports of the planted answer, byte for byte. The files were read line by line against the planted figures before they
/// were kept. After a deliberate change of a report, set FOOTPRINT_WRITE_GOLDEN=1 for one run, and read what it wrote.
@Suite("Reports of a planted answer")
struct GoldenTests {
    private func check(_ found: Data, _ file: String) throws {
        let url = Repository.root.appending(path: "Tests/Fixtures/golden/reports").appending(path: file)
        if ProcessInfo.processInfo.environment["FOOTPRINT_WRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try found.write(to: url)
            Issue.record("\(file) was written: read it, then run without FOOTPRINT_WRITE_GOLDEN")
        }
        let expected = try Data(contentsOf: url)
        guard found != expected else { return }
        let lines = String(decoding: found, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let kept = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(lines, kept).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, kept.count)
        Issue.record(
            "\(file), line \(place + 1): “\(place < lines.count ? lines[place] : "")” in place of “\(place < kept.count ? kept[place] : "")”")
    }

    @Test("text")
    func text() throws {
        try check(Data(ComparisonText(PlantedAppraisal.make()).text.utf8), "planted.txt")
    }

    @Test("text with details of every configuration")
    func details() throws {
        try check(Data(ComparisonText(PlantedAppraisal.make(), showsDetails: true).text.utf8), "planted-details.txt")
    }

    @Test("text of a run that was stopped, with levers on and a figure changed")
    func stopped() throws {
        let appraisal = try PlantedAppraisal.changed {
            $0.stopped = .timeLimit
            $0.configurationCount = 48
            $0.answeredCount = 3
            $0.savingBound = 12_500_000
            $0.levers[0].isOn = true
            $0.options.changed = ["parameters[capitalPerBed].value=200000"]
            $0.sensitivity = nil
            $0.resilience = []
            $0.provenance.savingRestingOnAssumed = nil
            $0.provenance.figures.caller = 1
        }
        try check(Data(ComparisonText(appraisal, top: 1).text.utf8), "planted-stopped.txt")
    }

    @Test("CSV")
    func csv() throws { try check(Data(ComparisonCSV.text(PlantedAppraisal.make()).utf8), "planted.csv") }

    @Test("JSON")
    func json() throws { try check(ComparisonJSON.data([PlantedAppraisal.make()]), "planted.json") }
}
