// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintReports

/// Reports of the planted answer about beds, byte for byte (see `Golden`), and what every report about beds must be.
@Suite("Reports about beds")
struct BedsReportTests {
    @Test("text")
    func text() throws { try Golden.check(Data(BedsText(PlantedBeds.make()).text.utf8), "beds.txt") }

    @Test("text of a run that was stopped, of many years, with a figure changed and nothing found for the worth of limits")
    func stopped() throws {
        let appraisal = try PlantedBeds.changed {
            $0.stopped = .timeLimit
            $0.answeredCount = 2
            $0.netPresentValueBound = 25_000_000
            $0.isIllustrative = false
            $0.options.changed = ["parameters[discountRate].value=0.05"]
            $0.provenance.figures.caller = 1
            $0.provenance.savingRestingOnAssumed = nil
            $0.sensitivity = nil
            $0.claims = []
            $0.configurations.removeLast(2)
            $0.configurations[0].proof = .gap
            $0.configurations[0].gap = 0.025
            $0.configurations[0].prices = []
            let last = $0.configurations[0].result!.years[1]
            for year in 2019...2026 {
                var later = last
                later.year = year
                $0.configurations[0].result!.years.append(later)
            }
        }
        try Golden.check(Data(BedsText(appraisal).text.utf8), "beds-stopped.txt")
    }

    @Test("CSV")
    func csv() throws { try Golden.check(Data(BedsCSV.text(PlantedBeds.make()).utf8), "beds.csv") }

    @Test("JSON")
    func json() throws { try Golden.check(ComparisonJSON.data([PlantedBeds.make()]), "beds.json") }

    @Test("two hospitals whose short names are one go by their codes")
    func names() throws {
        let text = BedsText(
            try PlantedBeds.changed { for place in $0.pools.indices { $0.pools[place].siteName = "The Hospital, \(place)" } }
        ).text
        #expect(text.contains("\nEAST-acute "))
        #expect(!text.contains("The Hospital"))
    }

    @Test("all answered and stopped after that: it says so, and does not call the best unproven")
    func stoppedLate() throws {
        let text = BedsText(try PlantedBeds.changed { $0.stopped = .cancelled }).text.replacing("\n", with: " ")
        #expect(text.contains("Stopped by Ctrl-C: every program is answered;"))
        #expect(text.contains("Solved to proven optimality."))
        #expect(!text.contains("not proven best"))
    }

    private static func appraisal(_ name: String) throws -> BedsAppraisal {
        try BedsComparison(try InstanceLoader.load(folder: Repository.folder(name)), options: .init(findsSensitivity: false)).run()
    }

    @Test("no line is longer than 100 columns, and none ends in a blank", arguments: ["shropshire", "herefordshire-worcestershire"])
    func width(_ name: String) throws {
        for text in [BedsText(try Self.appraisal(name)).text, BedsText(try PlantedBeds.make()).text] {
            for line in text.split(separator: "\n") { #expect(line.count <= 100 && line.last != " ", "\(line)") }
        }
    }

    @Test("the same bytes from two runs, in every format; JSON read back and written again is the same")
    func determinism() throws {
        let (first, second) = (try Self.appraisal("shropshire"), try Self.appraisal("shropshire"))
        #expect(BedsText(first).text == BedsText(second).text)
        #expect(BedsCSV.text(first) == BedsCSV.text(second))
        let data = try ComparisonJSON.data([first])
        #expect(try ComparisonJSON.data([second]) == data)
        #expect(try ComparisonJSON.data(JSONDecoder().decode([BedsAppraisal].self, from: data)) == data)
    }

    @Test("CSV: a row for each configuration and a cell for each column; money and beds add up")
    func cells() throws {
        let appraisal = try Self.appraisal("staffordshire")
        let rows = BedsCSV.text(appraisal).split(separator: "\n").map { ShapeTests.cells(String($0)) }
        #expect(rows.count == appraisal.configurations.count + 1)
        let header = rows[0]
        #expect(Set(header).count == header.count)
        for (row, configuration) in zip(rows.dropFirst(), appraisal.configurations) {
            #expect(row.count == header.count)
            let cells = Dictionary(uniqueKeysWithValues: zip(header, row))
            #expect(Double(cells["annualSaving"] ?? "") == configuration.annualSaving)
            #expect(cells["status"] == configuration.status.rawValue)
            #expect(cells["reasons"]?.isEmpty == configuration.reasons.isEmpty)
            guard let cost = configuration.annualCost else {
                #expect(cells["closed.RJE01-acute"] == "" && cells["runs.home-first"] == "" && cells["beds.RJE01-acute"] == "")
                continue
            }
            func sum(_ names: [String]) -> Double { names.reduce(0) { $0 + (Double(cells[$1] ?? "") ?? .nan) } }
            let lines = appraisal.doNothing.costLines.keys.map { "cost.\($0)" }
            #expect((sum(lines) - cost).magnitude < 1)
            for pool in appraisal.pools {
                let years = appraisal.doNothing.years.map { "closed.\(pool.code).\($0.year)" }
                #expect(sum(years) == sum(["closed.\(pool.code)"]))
                #expect((pool.beds - sum(["closed.\(pool.code)"]) + sum(["opened.\(pool.code)"]) - sum(["beds.\(pool.code)"])).magnitude < 1e-9)
            }
        }
    }
}
