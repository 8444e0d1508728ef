// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation
import Testing

@testable import FootprintReports

/// Reports of the planted answer, byte for byte: see `Golden`.
@Suite("Reports of a planted answer")
struct GoldenTests {
    @Test("text")
    func text() throws {
        try Golden.check(Data(ComparisonText(PlantedAppraisal.make()).text.utf8), "planted.txt")
    }

    @Test("text with details of every configuration")
    func details() throws {
        try Golden.check(Data(ComparisonText(PlantedAppraisal.make(), showsDetails: true).text.utf8), "planted-details.txt")
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
        try Golden.check(Data(ComparisonText(appraisal, top: 1).text.utf8), "planted-stopped.txt")
    }

    @Test("CSV")
    func csv() throws { try Golden.check(Data(ComparisonCSV.text(PlantedAppraisal.make()).utf8), "planted.csv") }

    @Test("JSON")
    func json() throws { try Golden.check(ComparisonJSON.data([PlantedAppraisal.make()]), "planted.json") }
}
