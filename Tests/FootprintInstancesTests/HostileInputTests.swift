// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// Files that nobody means well with: a clear fault, soon, without much memory, and nothing read outside the folder.
@Suite struct HostileInputTests {
    private static let files = FileManager.default

    /// What is said of the tiny instance after a change, which must not take long.
    private func faults(within seconds: Double = 5, overrides: [Override] = [], _ change: (URL) throws -> Void) throws -> [String] {
        try Fixtures.withCopy { copy in
            try change(copy)
            let start = Date()
            let said = Fixtures.faults(of: copy, overrides: overrides)
            #expect(Date().timeIntervalSince(start) < seconds)
            return said
        }
    }

    /// A file of some bytes, made by repeating a text.
    private func fill(_ url: URL, start: String, with text: String, bytes: Int) throws {
        try? Self.files.removeItem(at: url)
        try Data(start.utf8).write(to: url)
        let handle = try FileHandle(forWritingTo: url)
        defer { try? handle.close() }
        try handle.seekToEnd()
        let block = Data(String(repeating: text, count: max(1, (1 << 20) / text.utf8.count)).utf8)
        for _ in 0...(bytes / block.count) { try handle.write(contentsOf: block) }
    }

    @Test func aTableOf200MB() throws {
        let said = try faults { copy in
            try fill(copy.appendingPathComponent("tables/options.csv"), start: "name,title,decisions,source\n", with: "a,b,c,d\n", bytes: 200 << 20)
            try fill(copy.appendingPathComponent("tables/travel.csv"), start: "zone,HA\n", with: "Z1,1\n", bytes: 200 << 20)
        }
        #expect(
            said == [
                "tables/options.csv: The file is larger than 16 MB. Check that this is the file it is named for.",
                "tables/travel.csv: The file is larger than 128 MB. Check that this is the file it is named for.",
            ])
    }

    /// Just under the limit, every row wrong: not a fault for each.
    @Test func aTableOfNothingButFaults() throws {
        let said = try faults(within: 60) { copy in
            try fill(copy.appendingPathComponent("tables/options.csv"), start: "name,title,decisions,source\n", with: "a;b,,c,\n", bytes: 2 << 20)
        }
        #expect(said.count == InstanceReading.mostFaults + 1)
        #expect(said.first == "tables/options.csv: The file has more than 200 faults; the others are not told. Mend these first.")
    }

    @Test func journeysOfZonesThatDoNotExist() throws {
        let said = try faults(within: 30) { copy in
            try fill(copy.appendingPathComponent("tables/travel.csv"), start: "zone,HA,HB,HC,HX,MU\n", with: "NOWHERE,1,1,1,1,1\n", bytes: 32 << 20)
        }
        #expect(said.count == InstanceReading.mostFaults + 1)
        #expect(said.first == "tables/travel.csv: The file has more than 200 faults; the others are not told. Mend these first.")
    }

    /// Many zones times many columns is more than any memory holds, in two files that are small.
    @Test func fewBytesThatStandForManyJourneys() throws {
        let said = try faults(within: 60) { copy in
            var zones = try String(contentsOf: copy.appendingPathComponent("tables/zones.csv"), encoding: .utf8)
            let header = zones.prefix { $0 != "\n" }
            zones = header + "\n" + (1...100_000).map { "Z\($0),Z,yes,0,0,0,0,0,0,0,0,0\n" }.joined()
            try zones.write(to: copy.appendingPathComponent("tables/zones.csv"), atomically: true, encoding: .utf8)
            let columns = (1...100).map { "S\($0)" }.joined(separator: ",")
            try ("zone," + columns + "\nZ1" + String(repeating: ",1", count: 100) + "\n")
                .write(to: copy.appendingPathComponent("tables/travel.csv"), atomically: true, encoding: .utf8)
        }
        #expect(said.contains("tables/travel.csv: The file is too short for the journeys of 100000 zones to 100 sites. Give the minutes from every zone to every site."))
    }

    @Test func aRowOfAMillionColumns() throws {
        let said = try faults { copy in
            try String(repeating: "a,", count: 1_000_000).write(to: copy.appendingPathComponent("tables/options.csv"), atomically: true, encoding: .utf8)
        }
        #expect(said == ["tables/options.csv, row 1: The row has more than 10,000 cells. Check that this is the table it is named for."])
    }

    @Test func aQuoteThatNeverCloses() throws {
        let said = try faults { copy in
            try fill(copy.appendingPathComponent("tables/options.csv"), start: "name,title,decisions,source\n\"", with: "never closed\n", bytes: 15 << 20)
            try fill(copy.appendingPathComponent("tables/travel.csv"), start: "zone,HA,HB,HC,HX,MU\n\"", with: "never closed\n", bytes: 40 << 20)
        }
        #expect(
            said == [
                "tables/options.csv, row 2, column name: The quote that opens this cell is never closed. Close it with a quote; write a quote inside a quoted cell twice.",
                "tables/travel.csv, row 2: The row is longer than 16 MB. Check the line ends and the quotes of the file.",
            ])
    }

    @Test func linksOutOfTheFolder() throws {
        let outside = Self.files.temporaryDirectory.appendingPathComponent("footprint-outside-\(UUID().uuidString)")
        defer { try? Self.files.removeItem(at: outside) }
        try Self.files.copyItem(at: Fixtures.tiny, to: outside)
        // One file, the settings, and the folder of the tables itself.
        for (path, source, said) in [
            ("tables/sites.csv", "tables/sites.csv", "tables/sites.csv: The link leads out of the instance's folder. Put the file itself in the folder."),
            ("footprint.yaml", "footprint.yaml", "footprint.yaml: The link leads out of the instance's folder. Put the file itself in the folder."),
            ("tables", "tables", "tables: The link leads out of the instance's folder. Put the folder itself in its place."),
        ] {
            let faults = try faults { copy in
                try Self.files.removeItem(at: copy.appendingPathComponent(path))
                try Self.files.createSymbolicLink(at: copy.appendingPathComponent(path), withDestinationURL: outside.appendingPathComponent(source))
            }
            #expect(faults.contains(said), "\(path)")
            #expect(faults.allSatisfy { !$0.contains(outside.path) })
        }
        // A relative link upwards and a chain of links are followed before they are judged.
        let chained = try faults { copy in
            let tables = copy.appendingPathComponent("tables")
            try Self.files.removeItem(at: tables.appendingPathComponent("options.csv"))
            try Self.files.createSymbolicLink(atPath: tables.appendingPathComponent("step").path, withDestinationPath: "../../\(outside.lastPathComponent)/tables/options.csv")
            try Self.files.createSymbolicLink(atPath: tables.appendingPathComponent("options.csv").path, withDestinationPath: "step")
        }
        #expect(chained == ["tables/options.csv: The link leads out of the instance's folder. Put the file itself in the folder."])
        let claims = try faults { copy in
            try Self.files.createSymbolicLink(at: copy.appendingPathComponent("expected"), withDestinationURL: outside.appendingPathComponent("tables"))
            try "x".write(to: outside.appendingPathComponent("tables/claims.csv"), atomically: true, encoding: .utf8)
        }
        #expect(claims == ["expected/claims.csv: The link leads out of the instance's folder. Put the file itself in the folder."])
    }

    @Test func linksInACircle() throws {
        let said = try faults { copy in
            let tables = copy.appendingPathComponent("tables")
            try Self.files.removeItem(at: tables.appendingPathComponent("options.csv"))
            try Self.files.createSymbolicLink(atPath: tables.appendingPathComponent("options.csv").path, withDestinationPath: "other.csv")
            try Self.files.createSymbolicLink(atPath: tables.appendingPathComponent("other.csv").path, withDestinationPath: "options.csv")
        }
        #expect(said.contains("tables/options.csv: The link leads nowhere. Put the file itself in the folder."))
    }

    @Test func aTableNamedForAnotherFolder() throws {
        let override = Override(table: "../../sites", key: ["HA"], column: "name", value: "x")
        let said = try faults(overrides: [override]) { _ in }
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("--set ../../sites[HA].name=x: “../../sites” is not a table. ") == true)
        let yaml = try faults { copy in
            let url = copy.appendingPathComponent("footprint.yaml")
            let text = try String(contentsOf: url, encoding: .utf8)
            try text.replacingOccurrences(of: "  travel:", with: "  ../travel: {x: {basis: stated, source: y}}\n  travel:").write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(yaml.first?.contains("key columns.../travel: This key is not known. ") == true)
    }

    @Test func aYAMLBomb() throws {
        let said = try faults { copy in
            var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            for level in 1...20 { text += "a\(level): &a\(level) [\((1...9).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n" }
            try text.write(to: copy.appendingPathComponent("footprint.yaml"), atomically: true, encoding: .utf8)
        }
        #expect(said.contains("footprint.yaml: The file has more than 10 aliases. Write the values out."))
    }

    @Test func aNULByte() throws {
        let said = try faults { copy in
            let table = copy.appendingPathComponent("tables/options.csv")
            try Data("name,title,decisions,source\na\0,b,c,d\n".utf8).write(to: table)
            let yaml = copy.appendingPathComponent("footprint.yaml")
            try (Data("title: a\0b\n".utf8) + Data(contentsOf: yaml)).write(to: yaml)
        }
        #expect(said.contains("tables/options.csv, row 2, column name: The cell holds a NUL byte; this is not plain text. Save the file as CSV UTF-8."))
        #expect(said.contains { $0.hasPrefix("footprint.yaml") && $0.contains("This is not YAML") })
    }

    @Test func aFolderWhereAFileShouldBe() throws {
        let said = try faults { copy in
            for path in ["footprint.yaml", "tables/options.csv"] {
                try Self.files.removeItem(at: copy.appendingPathComponent(path))
                try Self.files.createDirectory(at: copy.appendingPathComponent(path), withIntermediateDirectories: false)
            }
        }
        #expect(said.contains("footprint.yaml: This is a folder. Put a file of this name in its place."))
        #expect(said.contains("tables/options.csv: This is a folder. Put a file of this name in its place."))
        let noFolder = try faults { copy in
            try Self.files.removeItem(at: copy.appendingPathComponent("tables"))
            try "x".write(to: copy.appendingPathComponent("tables"), atomically: true, encoding: .utf8)
        }
        #expect(noFolder.contains { $0.hasPrefix("tables/options.csv: The file is missing.") })
    }

    /// Reading a pipe would wait for ever.
    @Test func aPipeWhereAFileShouldBe() throws {
        let said = try faults { copy in
            let path = copy.appendingPathComponent("tables/options.csv").path
            try Self.files.removeItem(atPath: path)
            try #require(mkfifo(path, 0o600) == 0)
        }
        #expect(said == ["tables/options.csv: This is not an ordinary file. Put a file of this name in its place."])
    }

    @Test(.enabled(if: geteuid() != 0, "a superuser may read everything"))
    func aFileNobodyMayRead() throws {
        let said = try faults { copy in
            try Self.files.setAttributes([.posixPermissions: 0], ofItemAtPath: copy.appendingPathComponent("tables/options.csv").path)
        }
        #expect(said == ["tables/options.csv: The file cannot be read. Check its permissions and the disk."])
    }

    @Test func twoFilesThatClaimOneTable() throws {
        let said = try faults { copy in
            let tables = copy.appendingPathComponent("tables")
            try Self.files.copyItem(at: tables.appendingPathComponent("options.csv"), to: tables.appendingPathComponent("Options.csv"))
            try Self.files.copyItem(at: tables.appendingPathComponent("options.csv"), to: tables.appendingPathComponent("options.CSV"))
        }
        #expect(
            said == [
                "tables/Options.csv: This is not a table of the schema. The nearest known name is options.csv.",
                "tables/options.CSV: This is not a table of the schema. The nearest known name is options.csv.",
            ])
    }

    /// The same letters in two encodings are one code.
    @Test func twoRowsThatClaimOneKey() throws {
        let said = try faults { copy in
            try "name,title,decisions,source\ncaf\u{E9},a,HB=ucc,s\ncafe\u{301},b,HB=ucc,s\n"
                .write(to: copy.appendingPathComponent("tables/options.csv"), atomically: true, encoding: .utf8)
        }
        #expect(said == ["tables/options.csv, row 3, column name: “cafe\u{301}” is already in row 2. Keep one of the two rows."])
    }
}
