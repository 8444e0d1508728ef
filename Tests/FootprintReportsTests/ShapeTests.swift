// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintReports

@Suite("What every report must be")
struct ShapeTests {
    static let instances = ["tiny-instance", "staffordshire", "coventry-warwickshire"]

    private func appraisal(
        _ name: String, levers: Bool = false, jobs: Int = 1, sensitivity: Bool = false
    ) throws -> Appraisal {
        let instance = try Repository.instance(name)
        return try EmergencyComparison(
            instance, options: .init(levers: levers ? instance.schemes.map(\.name) : [], jobs: jobs, findsSensitivity: sensitivity)
        ).run()
    }

    private func longLines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { $0.count > 100 }
    }

    @Test("no line is longer than 100 columns, with details and all rows", arguments: instances, [false, true])
    func width(_ name: String, _ levers: Bool) throws {
        let appraisal = try appraisal(name, levers: levers, sensitivity: name == "tiny-instance")
        let text = ComparisonText(appraisal, top: 1000, showsDetails: true).text
        #expect(text.count > 2_000)
        let long = longLines(text)
        #expect(long.isEmpty, "\(long.count) long lines, the first \(long.first?.count ?? 0): \(long.first ?? "")")
        #expect(!text.contains("\t"))
        #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    }

    @Test("the planted answer's reports too")
    func plantedWidth() throws {
        #expect(longLines(ComparisonText(try PlantedAppraisal.make(), showsDetails: true).text) == [])
    }

    @Test("no line of check is longer than 100 columns", arguments: instances)
    func checkWidth(_ name: String) throws {
        let text = CheckReport.text(try InstanceCheck(try Repository.instance(name)))
        let long = longLines(text)
        #expect(long.isEmpty, "\(long.count) long lines, the first \(long.first?.count ?? 0): \(long.first ?? "")")
        #expect(text.hasSuffix("\n"))
    }

    @Test("the same bytes from two runs, and from one thread and two", arguments: instances)
    func determinism(_ name: String) throws {
        let sensitivity = name == "tiny-instance"
        let first = try ComparisonJSON.data([try appraisal(name, levers: true, sensitivity: sensitivity)])
        let again = try ComparisonJSON.data([try appraisal(name, levers: true, sensitivity: sensitivity)])
        let parallel = try ComparisonJSON.data([try appraisal(name, levers: true, jobs: 2, sensitivity: sensitivity)])
        #expect(first.count > 10_000)
        #expect(first == again)
        #expect(first == parallel)
    }

    @Test("sensitivity does not depend on the number of threads", .enabled(if: ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"), arguments: ["staffordshire", "coventry-warwickshire"])
    func sensitivityDeterminism(_ name: String) throws {
        let first = try ComparisonJSON.data([try appraisal(name, levers: true, jobs: 1, sensitivity: true)])
        let parallel = try ComparisonJSON.data([try appraisal(name, levers: true, jobs: 2, sensitivity: true)])
        #expect(first == parallel)
    }

    @Test("JSON says what the answer says: reading it back and writing it again changes no byte")
    func roundTrip() throws {
        let data = try ComparisonJSON.data([try appraisal("tiny-instance")])
        let back = try JSONDecoder().decode([Appraisal].self, from: data)
        #expect(back.count == 1)
        #expect(try ComparisonJSON.data(back) == data)
        #expect(data.last == UInt8(ascii: "\n"))
    }

    @Test("CSV has a row for each configuration, and a cell for each column in every row", arguments: instances)
    func csv(_ name: String) throws {
        let appraisal = try appraisal(name, levers: true)
        let rows = ComparisonCSV.text(appraisal).split(separator: "\n").map { Self.cells(String($0)) }
        #expect(rows.count == appraisal.configurations.count + 1)
        #expect(Set(rows[0]).count == rows[0].count)
        for row in rows.dropFirst() { #expect(row.count == rows[0].count) }
        let saving = try #require(rows[0].firstIndex(of: "annualSaving"))
        let status = try #require(rows[0].firstIndex(of: "status"))
        let reasons = try #require(rows[0].firstIndex(of: "reasons"))
        for (row, configuration) in zip(rows.dropFirst(), appraisal.configurations) {
            #expect(Double(row[saving]) == configuration.annualSaving)
            #expect(row[status] == configuration.status.rawValue)
            #expect(row[reasons].isEmpty == configuration.reasons.isEmpty)
        }
        // Where people go is in it: what the rows say of attendances adds up to what the answer says.
        let first = appraisal.configurations[0]
        let attendances = rows[0].indices.filter { rows[0][$0].hasSuffix(".attendances") && !rows[0][$0].hasPrefix("cost") }
        let written = attendances.reduce(0.0) { $0 + (Double(rows[1][$1]) ?? 0) }
        let held = first.sites.reduce(0.0) { $0 + $1.attendances }
        #expect((written - held).magnitude <= 1e-6 * held, "columns for \(written) of \(held) attendances")
    }

    /// RFC 4180.
    static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
                // A doubled quote inside a quoted cell ends and starts it again: it stands for itself.
                if isQuoted, let last = cells[cells.count - 1].last, last == "\u{1}" {
                    cells[cells.count - 1].removeLast()
                    cells[cells.count - 1].append("\"")
                } else if !isQuoted {
                    cells[cells.count - 1].append("\u{1}")
                }
            } else if letter == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(letter)
            }
        }
        return cells.map { $0.replacing("\u{1}", with: "") }
    }

    @Test("quotes and commas survive CSV")
    func quoting() throws {
        let rows = ComparisonCSV.text(try PlantedAppraisal.make()).split(separator: "\n").map { Self.cells(String($0)) }
        let option = try #require(rows[0].firstIndex(of: "option"))
        #expect(rows[1][option] == "East, as a centre")
        let quoted = try PlantedAppraisal.changed { $0.configurations[0].option = "East, the \"Royal\"" }
        let again = ComparisonCSV.text(quoted).split(separator: "\n").map { Self.cells(String($0)) }
        #expect(again[1][option] == "East, the \"Royal\"")
    }

    @Test("the answer comes first, and says how many fail")
    func answerFirst() throws {
        let text = ComparisonText(try PlantedAppraisal.make()).text
        let sentence = "The largest saving is £3.0m a year: an urgent care centre in place of A&E at East"
        let place = try #require(text.range(of: sentence))
        let table = try #require(text.range(of: "saving  cash"))
        #expect(place.lowerBound < table.lowerBound)
        #expect(text.replacing("\n", with: " ").contains("Of 3 configurations"))
    }

    @Test("with nothing feasible it says so")
    func nothingFeasible() throws {
        let appraisal = try PlantedAppraisal.changed { $0.configurations.removeFirst(2) }
        #expect(appraisal.winner == nil)
        let text = ComparisonText(appraisal).text
        #expect(text.contains("No configuration is feasible. The reasons are below."))
        #expect(text.contains("West Hospital would have to open 92 beds; it has room for 50 (least change 42 beds)"))
        #expect(text.contains("(least change £2.5m)"))
        #expect(text.contains("(least change 7.5 points)"))
    }

    @Test("numbers as planners say them", arguments: [
        (0.0, "0"), (9.9, "9.9"), (9.96, "10"), (7, "7"), (7.3, "7.3"), (12.4, "12"), (12.6, "13"), (999.5, "1,000"), (1234567, "1,234,567"), (-4321, "−4,321"),
    ])
    func numbers(_ value: Double, _ text: String) {
        #expect(Words.number(value) == text)
    }

    @Test("pounds", arguments: [
        (0.0, "£0"), (78, "£78"), (1_500, "£1.5k"), (456_000, "£456k"), (999_499, "£999k"), (999_500, "£1.0m"), (12_345_678, "£12.3m"),
        (-2_000_000, "−£2.0m"), (427_825_175, "£427.8m"),
    ])
    func pounds(_ value: Double, _ text: String) {
        #expect(Words.pounds(value) == text)
    }

    @Test("never a minus nothing")
    func minusNothing() {
        #expect(Words.fixed(-0.04, 1) == "0.0")
        #expect(Words.fixed(-0.06, 1) == "−0.1")
        #expect(Words.number(-0.04) == "0")
        #expect(Words.percent(0.123) == "12.3%")
        #expect(Words.minutes(25) == "25.0 minutes")
    }

    /// An instance may do without the family that calibration is of.
    @Test("check of an instance without A&E")
    func checkWithoutEmergency() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try InstanceTemplate.write(to: folder, title: "Beds only", families: [.beds])
        let check = try InstanceCheck(try InstanceLoader.load(folder: folder), lintsModel: true)
        #expect(check.coverage.map(\.family) == ["beds"])
        #expect(check.calibration.isEmpty)
        #expect(check.model == nil)
        let text = CheckReport.text(check)
        #expect(text.hasPrefix("Beds only: the instance is sound."))
        #expect(!text.contains("Calibration"))
        #expect(text.contains("\nbeds "))
    }
}
