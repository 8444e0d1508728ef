// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation
import Testing

@testable import FootprintReports

/// Reports of the planted answer of planned care, byte for byte.
@Suite("Reports of a planted answer: elective")
struct ElectiveGoldenTests {
    @Test("text") func text() throws {
        try Golden.check(Data(ElectiveText(PlantedElective.make()).text.utf8), "planted-elective.txt")
    }

    @Test("text with details of every row") func details() throws {
        try Golden.check(Data(ElectiveText(PlantedElective.make(), showsDetails: true).text.utf8), "planted-elective-details.txt")
    }

    @Test("text of a run that was stopped, on a footprint's own figures, one row of the table") func stopped() throws {
        let text = ElectiveText(PlantedElective.stopped(), top: 1).text
        #expect(!text.lowercased().contains("illustrative"))
        #expect(!text.contains("Solved to proven optimality"))
        try Golden.check(Data(text.utf8), "planted-elective-stopped.txt")
    }

    @Test("CSV: as many cells in every row as in the header") func csv() throws {
        let text = ElectiveCSV.text(PlantedElective.make())
        let lines = text.split(separator: "\n")
        // Only titles and reasons hold a comma, and those are quoted.
        let counts = lines.map { line in
            line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
                .reduce(1) { $0 + $1.element.count { $0 == "," } }
        }
        #expect(Set(counts).count == 1)
        try Golden.check(Data(text.utf8), "planted-elective.csv")
    }

    @Test("JSON, which reads back as itself") func json() throws {
        let data = try ComparisonJSON.data([PlantedElective.make()])
        #expect(try ComparisonJSON.data(JSONDecoder().decode([ElectiveAppraisal].self, from: data)) == data)
        try Golden.check(data, "planted-elective.json")
    }

    @Test("no line is wider than 100 characters") func width() {
        for appraisal in [PlantedElective.make(), PlantedElective.stopped()] {
            for line in ElectiveText(appraisal, showsDetails: true).text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
        }
    }

    @Test("less capital than doing nothing is called so, and a small gap is not called none")
    func smallWords() throws {
        var appraisal = PlantedElective.make()
        for place in appraisal.configurations.indices {
            appraisal.configurations[place].capital = -1_200_000
            appraisal.configurations[place].proof = .gap
            appraisal.configurations[place].gap = 0.0003
        }
        let text = ElectiveText(appraisal).text.replacing(/\s+/, with: " ")
        #expect(text.contains("for £1.2m less capital than doing nothing. Not proven: the present value of its cost may still fall by less than 0.1%."))
        #expect(text.contains("capital £1.2m less than doing nothing"))
        #expect(text.contains("* not proven: the present value of its cost may still fall by less than 0.1%."))
        #expect(!text.contains("0.0%.") && !text.contains("−£1.2m of capital"))
    }

    @Test("where another row may be better, the best is not called so, whether or not it is solved to the end itself")
    func unsettled() throws {
        var appraisal = PlantedElective.make()
        appraisal.netPresentValueBound = 123_400_000
        let most = "worth more than £123.4m (--exact settles it)."
        #expect(ElectiveText(appraisal).text.replacing(/\s+/, with: " ").contains("That is solved to proven optimality, and no other row is \(most)"))
        for place in appraisal.configurations.indices {
            appraisal.configurations[place].proof = .gap
            appraisal.configurations[place].gap = 0.0003
        }
        #expect(ElectiveText(appraisal).text.replacing(/\s+/, with: " ").contains("Not proven best, but nothing is \(most)"))
    }
}
