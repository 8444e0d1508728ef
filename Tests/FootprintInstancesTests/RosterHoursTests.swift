// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// Hours needed from a rostering system's export. The example, `roster-instance`, has two wards of nurses by the week's first
/// day: ward 1 needs 3,000 hours and 10 more each week, ward 2 needs 4,000, so that week `n` needs 7,000 + 10 n; and one row
/// a week of porters, who are left out.
@Suite struct RosterHoursTests {
    static let example = Fixtures.folder.appendingPathComponent("roster-instance")

    @Test func readsTheExample() throws {
        let instance = try InstanceLoader.load(folder: Self.example)
        let roster = try #require(instance.staffing?.rosterHours)
        #expect(roster.places == [RosterHours.Place(organisation: "TRUST", group: "nurses")])
        #expect(roster["TRUST", "nurses", 1] == 7_010)
        #expect(roster["TRUST", "nurses", 52] == 7_520)
        #expect(roster["TRUST", "nurses", 53] == nil)
        #expect(roster["TRUST", "support", 1] == nil)
        // 52 × 7,000 + 10 × (1 + … + 52)
        #expect(roster.weeks(organisation: "TRUST", group: "nurses")?.reduce(0, +) == 377_780.0)
        #expect((roster.rows, roster.rowsLeftOut) == (104, 52))
        let file = try #require(instance.inputFiles.first { $0.path == "roster.csv" })
        #expect(file.sha256.count == 64)
        #expect(file.bytes == (try Data(contentsOf: Self.example.appendingPathComponent("roster.csv")).count))
    }

    /// An instance without an export has none, and one that names no family of staff must not name one.
    @Test func isLeftOutWhereThereIsNone() throws {
        #expect(try FamilyTests.load([.staffing]).staffing?.rosterHours == nil)
        let said = try FamilyTests.faults([.beds]) { folder in
            let url = folder.appendingPathComponent("footprint.yaml")
            let roster = """
                staffing:
                  rosterHours: {file: roster.csv, columns: {week: Week, organisation: Trust, group: Group, hours: Hours}}

                """
            try (String(contentsOf: url, encoding: .utf8) + roster).write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(said.count == 1)
        #expect(said.first?.hasSuffix("key staffing.rosterHours.file: The family staffing is not declared. Add staffing to families, or take rosterHours out.") == true)
    }

    /// The order of rows and a row cut in two change nothing; nor does giving the weeks by number.
    @Test func addsUpInAnyOrder() throws {
        let expected = try InstanceLoader.load(folder: Self.example).staffing?.rosterHours
        let (header, rows) = try Self.rows()
        for changed in [
            rows.reversed(),
            rows.flatMap { $0.contains(",4000,") ? [$0.replacing(",4000,", with: ",1500,"), $0.replacing(",4000,", with: ",2500,")] : [$0] },
            rows.enumerated().map { index, row in
                (["\(index / 3 + 1)"] + row.split(separator: ",", omittingEmptySubsequences: false).dropFirst().map(String.init)).joined(separator: ",")
            },
            rows.enumerated().map { index, row in
                let week = index / 3 + 1
                return ((["W" + (week < 10 ? "0" : "") + "\(week)"]) + row.split(separator: ",", omittingEmptySubsequences: false).dropFirst().map(String.init))
                    .joined(separator: ",")
            },
        ] as [[String]] {
            let read = try Self.load([header] + changed)
            #expect(read?.weeks(organisation: "TRUST", group: "nurses") == expected?.weeks(organisation: "TRUST", group: "nurses"))
        }
    }

    /// Weeks of another financial year, said so, are the same weeks; a week belongs to the year of its fourth day.
    @Test func readsAnotherYear() throws {
        let (header, _) = try Self.rows()
        // 31 March 2018 is a Saturday: the week from 2 April is the first, the one from 25 March 2019 the last.
        let first = try #require(CalendarDate("2018-04-02"))
        let rows = (0..<52).map { "\(Self.slashed(first.advanced(by: 7 * $0))),Example Trust,Ward 1,Registered nursing,\($0 + 1),0" }
        let read = try Self.load([header] + rows) { yaml in
            yaml.replacing("    file: roster.csv", with: "    financialYear: 2018\n    file: roster.csv")
        }
        #expect(read?.weeks(organisation: "TRUST", group: "nurses") == (1...52).map(Double.init))
    }

    /// The lines that a new instance has for it, without the signs that make them remarks.
    @Test func theTemplateSaysHow() throws {
        let instance = try FamilyTests.load([.staffing]) { folder in
            let url = folder.appendingPathComponent("footprint.yaml")
            var isRoster = false
            let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
                isRoster = line == "# staffing:" || isRoster && line.hasPrefix("#   ")
                return isRoster ? String(line.dropFirst(2)) : String(line)
            }
            try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
            let rows = (1...52).map { "\($0),A trust,Registered nursing,100" }
            try (["Week commencing,Trust,Staff group,Hours required"] + rows).joined(separator: "\n")
                .write(to: folder.appendingPathComponent("roster.csv"), atomically: true, encoding: .utf8)
        }
        #expect(instance.staffing?.rosterHours?["TRUST", "nurses", 52] == 100)
    }

    // MARK: What is refused

    /// A change to the example and everything the loader should say of it.
    struct Broken: Sendable, CustomTestStringConvertible {
        let old, new: String
        var path = "roster.csv"
        let says: [String]
        var testDescription: String { "\(path): \(new)" }
    }

    @Test(arguments: [
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-04,Example Trust,Ward 1,Registered nursing,-3010,0",
            says: ["roster.csv, row 2, column Hours required: -3010 is out of range. Use hours from 0 upwards."]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-04,Example Trust,Ward 1,Registered nursing,\"3,010\",0",
            says: ["roster.csv, row 2, column Hours required: “3,010” has thousands separators. Write 3010."]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-04,Example Trust,Ward 1,Registered nurses,3010,0",
            says: [
                "roster.csv, row 2, column Staff group: “Registered nurses” is not a workforce group, and staffing.rosterHours.groups does not map it. The nearest name there is Registered nursing. Map it to nurses, support or leave-out."
            ]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-04,Sample Hospital,Ward 1,Registered nursing,3010,0",
            says: [
                "roster.csv, row 2, column Trust: “Sample Hospital” is not an inside provider, and staffing.rosterHours.organisations does not map it. Map it to TRUST or leave-out."
            ]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-31,Example Trust,Ward 1,Registered nursing,3010,0",
            says: [
                "roster.csv, row 2, column Week commencing: “2016-04-31” is neither a date nor a week. Write the day it starts, such as 2016-04-04 or 04/04/2016, or its number from 1 to 52."
            ]),
        Broken(
            old: "2016-04-11,Example Trust,Ward 1,Registered nursing,3020,0", new: "2016-04-12,Example Trust,Ward 1,Registered nursing,3020,0",
            says: [
                "roster.csv, row 5, column Week commencing: It is a Tuesday, and the week of row 2 starts on a Monday. Give every week by the day it starts, all on the same day of the week."
            ]),
        Broken(
            old: "2016-04-11,Example Trust,Ward 1,Registered nursing,3020,0", new: "2,Example Trust,Ward 1,Registered nursing,3020,0",
            says: [
                "roster.csv, row 5, column Week commencing: Row 2 gives its week in the other form. Give every week by the day it starts, or every week by its number."
            ]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "53,Example Trust,Ward 1,Registered nursing,3010,0",
            says: [
                "roster.csv, row 2, column Week commencing: 53 is no week of the year. Write the day it starts, such as 2016-04-04 or 04/04/2016, or its number from 1 to 52."
            ]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-03-28,Example Trust,Ward 1,Registered nursing,3010,0",
            says: [
                "roster.csv, row 2, column Week commencing: The week from 2016-03-28 is in 2015/16, and the roster is for 2016/17. Leave its rows out, or set staffing.rosterHours.financialYear to the year of the export."
            ]),
        Broken(
            old: "2016-04-11,Example Trust,Ward 1,Registered nursing,3020,0", new: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0",
            says: [
                "roster.csv, row 5: The row is the same as row 2 in every cell. Remove one of the two; where both count, keep a column that tells them apart, such as the ward."
            ]),
        Broken(
            old: "2016-04-04,Example Trust,Ward 1,Registered nursing,3010,0", new: "2016-04-04,Example Trust,Ward 1,,3010,0",
            says: ["roster.csv, row 2, column Staff group: The cell is empty. Name a workforce group."]),
        Broken(
            old: "Week commencing,Trust,Ward,Staff group,Hours required,Hours filled", new: "Week Comencing,Trust,Ward,Group of staff,Hours required,Trust",
            says: [
                "footprint.yaml, line 25, key staffing.rosterHours.columns.group: roster.csv has no column “Staff group”. Its columns are Week Comencing, Trust, Ward, Group of staff, Hours required, Trust.",
                "footprint.yaml, line 25, key staffing.rosterHours.columns.week: roster.csv has no column “Week commencing”. The nearest known name is Week Comencing.",
                "roster.csv, row 1, column Trust: The column is there twice. Keep one of the two.",
            ]),
        Broken(
            old: "groups: {\"Registered nursing\": nurses, Porters: leave-out}", new: "groups: {\"Registered nursing\": nurse, Porters: leave-out}", path: "footprint.yaml",
            says: ["footprint.yaml, line 27, key staffing.rosterHours.groups.Registered nursing: “nurse” is not a workforce group. The nearest known name is nurses."]),
        Broken(
            old: "hours: \"Hours required\"}", new: "hours: \"Trust\"}", path: "footprint.yaml",
            says: ["footprint.yaml, line 25, key staffing.rosterHours.columns: Two of them are the same column. Name four."]),
        Broken(
            old: "file: roster.csv", new: "file: rota.csv", path: "footprint.yaml",
            says: ["rota.csv: The file is missing. Put the export there, or name the file that it is."]),
        Broken(
            old: "file: roster.csv", new: "file: staffing/workforce.csv", path: "footprint.yaml",
            says: ["footprint.yaml, line 24, key staffing.rosterHours.file: staffing/workforce.csv is a file of the instance itself. Name the export."]),
        Broken(
            old: "file: roster.csv", new: "file: ../roster.csv", path: "footprint.yaml",
            says: ["../roster.csv: The file is missing. Put the export there, or name the file that it is."]),
        Broken(
            old: "groups: {\"Registered nursing\": nurses, Porters: leave-out}", new: "groups: {\"Registered nursing\": leave-out, Porters: leave-out}",
            path: "footprint.yaml", says: ["roster.csv: Every row is left out. Map at least one organisation and one group to its code."]),
        Broken(
            old: "columns: {week: \"Week commencing\", ", new: "columns: {weeks: \"Week commencing\", ", path: "footprint.yaml",
            says: [
                "footprint.yaml, key staffing.rosterHours.columns.week: The key is missing. Add it.",
                "footprint.yaml, line 25, key staffing.rosterHours.columns.weeks: This key is not known. The nearest known name is week.",
            ]),
    ])
    func saysWhatIsWrong(_ broken: Broken) throws {
        let said = try Fixtures.withCopy(of: Self.example) { copy in
            try FamilyTests.replace(broken.old, broken.new, in: broken.path, of: copy)
            return Fixtures.faults(of: copy)
        }
        #expect(said == broken.says)
    }

    @Test func tellsTheMissingWeeks() throws {
        let (header, rows) = try Self.rows()
        let oneGone = rows.enumerated().filter { $0.offset / 3 != 11 }.map(\.element)
        #expect(
            try Self.faults([header] + oneGone) == [
                "roster.csv, column Week commencing: There are no hours of nurses at TRUST in week 12. Add them; a week without hours is 0."
            ])
        let tenGone = rows.enumerated().filter { $0.offset / 3 >= 10 }.map(\.element)
        #expect(
            try Self.faults([header] + tenGone) == [
                "roster.csv, column Week commencing: There are no hours of nurses at TRUST in weeks 1, 2, 3, 4, 5, 6, 7 and 3 more. Add them; a week without hours is 0."
            ])
        #expect(try Self.faults([header]) == ["roster.csv: The file has no rows. Export the hours needed by week."])
        #expect(
            try Self.faults([]) == [
                "roster.csv: The file is empty. Start it with a header row: Week commencing,Trust,Staff group,Hours required."
            ])
        #expect(try Self.faults([header.replacing(",", with: ";")]) == ["roster.csv, row 1: The cells are separated by semicolons. Save the file with commas between the cells."])
    }

    /// A group that the instance has no staff of cannot need hours.
    @Test func needsTheStaffOfItsGroups() throws {
        let said = try Fixtures.withCopy(of: Self.example) { copy in
            try FamilyTests.replace("Porters: leave-out", "Porters: support", in: "footprint.yaml", of: copy)
            let url = copy.appendingPathComponent("staffing/workforce.csv")
            let kept = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("TRUST,support") }
            try (kept.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
            return Fixtures.faults(of: copy)
        }
        #expect(said.count == 52)
        #expect(said.first == "roster.csv, row 4, column Staff group: staffing/workforce.csv has no support at TRUST. Add their rows, or map one of the two to leave-out.")
    }

    // MARK: Dates

    /// Days of the week as a calendar on the wall has them, and days that there are not.
    @Test func countsDays() throws {
        let day = try #require(CalendarDate("1970-01-01"))
        #expect((day.day, day.weekday) == (0, 3))
        #expect(CalendarDate("2000-02-29")?.weekday == 1)
        #expect(CalendarDate("29/02/2016")?.weekday == 0)
        #expect(CalendarDate("4/4/2016") == CalendarDate("2016-04-04"))
        for wrong in ["2015-02-29", "1900-02-29", "2016-13-01", "31/04/2016", "2016-00-10", "2016-4", "16-04-04", "2016/04/04", "04-04-2016", "٤/٤/2016", ""] {
            #expect(CalendarDate(wrong) == nil, "\(wrong)")
        }
        #expect(CalendarDate("2016-03-31")?.financialYear == 2015)
        #expect(CalendarDate("2016-04-01")?.financialYear == 2016)
        #expect(CalendarDate("2017-03-31")?.financialYear == 2016)
        #expect(CalendarDate("2016-12-31")?.financialYear == 2016)
    }

    /// Every Monday of forty years: a financial year has its 52 weeks once each, and now and then a fifty-third.
    @Test func everyYearHasItsWeeks() throws {
        var numbers: [Int: [Int]] = [:]
        var monday = try #require(CalendarDate("1999-12-27"))
        let last = try #require(CalendarDate("2040-12-31"))
        while monday < last {
            let year = monday.advanced(by: 3).financialYear
            let april = try #require(CalendarDate(year: year, month: 4, day: 1))
            numbers[year, default: []].append((monday.advanced(by: 3).day - april.day) / 7 + 1)
            monday = monday.advanced(by: 7)
        }
        let whole = numbers.filter { (2000...2039).contains($0.key) }
        #expect(whole.count == 40)
        #expect(whole.values.allSatisfy { $0 == Array(1...52) || $0 == Array(1...53) })
        // 40 years are 14,610 days, 2,087 weeks and a day: seven more than 40 times 52.
        #expect(whole.values.reduce(0) { $0 + $1.count } == 2_087)
    }

    // MARK: Copies of the example

    private static func rows() throws -> (header: String, rows: [String]) {
        let text = try String(contentsOf: example.appendingPathComponent("roster.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        return (try #require(lines.first), Array(lines.dropFirst()))
    }

    private static func slashed(_ date: CalendarDate) -> String {
        for month in 1...12 {
            for day in 1...31 {
                for year in 2018...2019 where CalendarDate(year: year, month: month, day: day) == date { return "\(day)/\(month)/\(year)" }
            }
        }
        return ""
    }

    private static func with<Result>(
        _ lines: [String], _ settings: (String) -> String = { $0 }, _ body: (URL) throws -> Result
    ) throws -> Result {
        try Fixtures.withCopy(of: example) { copy in
            try lines.map { $0 + "\n" }.joined().write(to: copy.appendingPathComponent("roster.csv"), atomically: true, encoding: .utf8)
            let url = copy.appendingPathComponent("footprint.yaml")
            try settings(String(contentsOf: url, encoding: .utf8)).write(to: url, atomically: true, encoding: .utf8)
            return try body(copy)
        }
    }

    private static func load(_ lines: [String], _ settings: (String) -> String = { $0 }) throws -> RosterHours? {
        try with(lines, settings) { try InstanceLoader.load(folder: $0).staffing?.rosterHours }
    }

    private static func faults(_ lines: [String]) throws -> [String] { try with(lines) { Fixtures.faults(of: $0) } }
}
