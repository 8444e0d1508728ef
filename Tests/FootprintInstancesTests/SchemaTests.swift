// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// The schema of every family, and what is made from it.
///
/// With FOOTPRINT_REGENERATE=1 in the environment the generated files are written instead of compared.
@Suite struct SchemaTests {
    static let repository = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
    static let instances = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire", "england"]
    static let regenerates = ProcessInfo.processInfo.environment["FOOTPRINT_REGENERATE"] == "1"

    private func expect(_ path: String, holds text: String) throws {
        let url = Self.repository.appendingPathComponent(path)
        if Self.regenerates { try text.write(to: url, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text, "run the tests with FOOTPRINT_REGENERATE=1 once")
    }

    @Test func namesAreUniqueAndEverythingHasAMeaning() {
        for family in Family.allCases {
            let names = family.tables.map(\.name)
            #expect(Set(names).count == names.count)
        }
        for table in InstanceSchema.tables(of: Family.allCases) {
            let columns = table.allColumns.map(\.name)
            #expect(Set(columns).count == columns.count, "\(table.name)")
            let figures = table.figures.map { "\($0.name) \($0.place.map(\.noun) ?? "")" }
            #expect(Set(figures).count == figures.count, "\(table.name)")
            #expect(table.meaning.hasSuffix("."))
            #expect(table.allColumns.allSatisfy { !$0.meaning.isEmpty && !$0.kind.words.isEmpty })
            #expect(table.figures.allSatisfy { !$0.meaning.isEmpty && !$0.quantity.unit.isEmpty })
        }
    }

    /// A table of two families has the same key in both, or their figures could not be joined.
    @Test func sharedTablesAgree() {
        var seen: [String: TableSchema] = [:]
        for table in Family.allCases.flatMap(\.tables) {
            if let first = seen[table.name] {
                #expect(first.columns.map(\.name) == table.columns.map(\.name))
                for figure in table.figures {
                    let other = first.figures.first { $0.name == figure.name }
                    #expect(other == nil || other?.quantity == figure.quantity, "\(table.name) \(figure.name)")
                }
            } else {
                seen[table.name] = table
            }
        }
    }

    @Test func theFamilyEmergencyHasTheTablesItHad() {
        #expect(InstanceSchema.tables(of: [.emergency]).dropLast().map(\.name) == EmergencySchema.tables.map(\.name))
        #expect(EmergencySchema.tables.count == 22)
    }

    /// What a cell may refer to is a table that the same families have, or one whose codes may be absent.
    @Test func referencesHaveATable() {
        let names = Set(InstanceSchema.tables(of: Family.allCases).map(\.name))
        for reference in Reference.allCases {
            #expect(names.contains(reference.table), "\(reference)")
            guard let column = reference.column else { continue }
            let table = InstanceSchema.tables(of: Family.allCases).first { $0.name == reference.table }
            #expect(table?.columns.contains { $0.name == column } == true, "\(reference)")
        }
    }

    @Test func theReferencePageIsUpToDate() throws {
        try expect("Instances/TABLES.md", holds: SchemaPage.markdown)
    }

    @Test(arguments: instances)
    func theDataPackageIsUpToDate(_ name: String) throws {
        let instance = try InstanceLoader.load(folder: Self.repository.appendingPathComponent("Instances/\(name)"))
        try expect("Instances/\(name)/datapackage.json", holds: DataPackage(instance).json)
    }

    @Test func aPackageSaysWhatTheSchemaSays() throws {
        let json = DataPackage(try FamilyTests.load([.beds])).json
        let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let resources = try #require(root["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["name"] as? String } == InstanceSchema.tables(of: [.beds]).map(\.name))
        let floors = try #require(resources.first { $0["name"] as? String == "bed_floors" })
        let schema = try #require(floors["schema"] as? [String: Any])
        #expect(schema["primaryKey"] as? [String] == ["place"])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["type"] as? String } == ["string", "string", "string", "number", "number", "string", "string"])
        let residents = try #require(fields[3]["constraints"] as? [String: Any])
        #expect(residents["minimum"] as? Double == 0)
        #expect(residents["required"] as? Bool == true)
        let pools = try #require(resources.first { $0["name"] as? String == "pool_figures" }?["schema"] as? [String: Any])
        let key = try #require((pools["foreignKeys"] as? [[String: Any]])?.first)
        #expect(key["fields"] as? String == "pool")
        #expect(key["reference"] as? [String: String] == ["resource": "bed_pools", "fields": "code"])
    }
}
