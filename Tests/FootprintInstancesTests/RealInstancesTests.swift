// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// The shipped instances: sound, complete, and true to what the documents print. Expected values are the documents' own,
/// as read from them by hand.
@Suite struct RealInstancesTests {
    static let footprints = ["staffordshire", "shropshire", "coventry-warwickshire", "herefordshire-worcestershire"]
    static func folder(_ name: String) -> URL { SchemaTests.repository.appendingPathComponent("Instances/\(name)") }
    static let sourceData = ProcessInfo.processInfo.environment["FOOTPRINT_SOURCE_DATA"]

    @Test(arguments: footprints)
    func isReadyForEveryFamily(_ name: String) throws {
        let instance = try InstanceLoader.load(folder: Self.folder(name))
        #expect(instance.families == Family.allCases)
        let coverage = instance.coverage()
        #expect(coverage.families.allSatisfy { $0.figures.total > 0 && $0.figures.caller == 0 })
        // Nothing assumed is without its range.
        for figure in instance.whole.figures where figure.basis == .assumed {
            #expect(figure.low != nil && figure.high != nil, "\(figure.cell)")
        }
        #expect(instance.whole.figures.allSatisfy { !$0.source.isEmpty })
    }

    @Test(arguments: zip(footprints, [(687, 1_139_794.0), (301, 506_737), (534, 963_173), (480, 791_685)]))
    func hasTheResidentsOfItsSystem(_ name: String, _ expected: (zones: Int, people: Double)) throws {
        let zones = try InstanceLoader.load(folder: Self.folder(name)).zones
        let inside = zones.isInside.indices.filter { zones.isInside[$0] }
        #expect(inside.count == expected.zones)
        #expect(inside.reduce(0) { $0 + zones.population[$1] } == expected.people)
    }

    /// The bridge as printed: do-nothing and total make do-something in each year, and the rows make the total within 1.
    @Test func staffordshireHasThePublishedBridge() throws {
        let instance = try #require(try InstanceLoader.load(folder: Self.folder("staffordshire")).viewed(as: .system))
        let lines = try #require(instance.system).bridgeLines
        func amount(_ line: String, _ year: Int) -> Double { instance.figures.value("bridge", line, "\(year)", figure: "amount") ?? 0 }
        for year in 2016...2020 {
            #expect(amount("do-nothing", year) + amount("total", year) == amount("do-something", year))
            let parts = lines.filter { $0.kind == .solution || $0.kind == .support }.reduce(0) { $0 + amount($1.code, year) }
            #expect(abs(parts - amount("total", year)) <= 1_000)
        }
        #expect(amount("do-something", 2020) == 1_420_000)
        #expect((2016...2020).reduce(0) { $0 + amount("do-nothing", $1) } == -1_079_770_000)
        #expect(instance.figures.value("one_off_costs", "double-running", "2018", figure: "amount") == 6_395_000)
        let costs = instance.figures.keys(of: "one_off_costs").reduce(0) { sum, key in
            sum + (instance.figures.value("one_off_costs", key[0], key[1], figure: "amount") ?? .nan)
        }
        #expect(costs == 120_000_000)
    }

    /// 85 beds at Longton and Cheadle are published and 76 returned: the option stays, and cannot be carried out.
    @Test func staffordshireKeepsTheClosuresAsPublished() throws {
        let instance = try #require(try InstanceLoader.load(folder: Self.folder("staffordshire")).viewed(as: .beds))
        let options = Dictionary(uniqueKeysWithValues: try #require(instance.beds).options.map { ($0.name, $0.closures) })
        #expect(options.mapValues { $0.values.reduce(0, +) } == ["finance-105": 105, "workstream-167": 167, "delivery-144": 144])
        func beds(_ pool: String) -> Double { instance.figures.value("pool_figures", pool, figure: "openBeds") ?? .nan }
        #expect(beds("R1E75-community") + beds("R1EE4-community") == 76)
        let finance = try #require(options["finance-105"])
        #expect((finance["R1E75-community"] ?? 0) + (finance["R1EE4-community"] ?? 0) == 85)
        #expect(finance.contains { $0.value > beds($0.key) })
        for name in ["workstream-167", "delivery-144"] { #expect(options[name]?.allSatisfy { $0.value <= beds($0.key) } == true) }
    }

    /// The contradictions that the document holds are told with the cells and rows they are about.
    @Test func staffordshireTellsItsContradictions() throws {
        let notes = try InstanceLoader.load(folder: Self.folder("staffordshire")).coverage().notes
        for line in ["L457", "L1064", "L1364", "L1051", "L1050", "L1047", "L1085", "L563", "L1559", "L293-299", "L333"] {
            #expect(notes.contains { $0.contains(line) }, "\(line)")
        }
        #expect(notes.contains { $0.hasPrefix("bed_options[finance-105]: 85 at Longton and Cheadle together") })
        #expect(notes.contains { $0.hasPrefix("bridge_lines[estates]: Yet to be identified") })
    }

    @Test func coventryHasItsBridgeAndItsGates() throws {
        let instance = try #require(try InstanceLoader.load(folder: Self.folder("coventry-warwickshire")).viewed(as: .system))
        func amount(_ line: String) -> Double { instance.figures.value("bridge", line, "2020", figure: "amount") ?? 0 }
        let solutions = ["bau", "proactive", "planned", "productivity"].map(amount)
        #expect(solutions == [141_200_000, 34_700_000, 24_500_000, 7_100_000])
        #expect(amount("do-nothing") + solutions.reduce(0, +) + amount("stf") == amount("result"))
        let posts = ["required", "available", "obtainable"].map { instance.figures.value("service_gate_figures", "maternity-posts", figure: $0) }
        #expect(posts == [39, 31, 0])
        #expect(try #require(instance.system).serviceGates.first { $0.code == "stroke-one-site" }?.sites == ["RKB01"])
    }

    /// Bed days of both phases, back from the shares: 20,897 and 31,345; 6,899 and 10,374.
    @Test func shropshireHasBothPhases() throws {
        let instance = try #require(try InstanceLoader.load(folder: Self.folder("shropshire")).viewed(as: .beds))
        let occupied = ["RXWAS-acute", "RXWAT-acute"].reduce(0.0) { sum, pool in
            sum + (instance.figures.value("pool_figures", pool, figure: "occupiedBeds") ?? .nan)
                * (instance.figures.value("pool_cohorts", pool, "frail", figure: "share") ?? .nan)
        }
        func days(_ scheme: String) -> Double { (instance.figures.value("bed_effects", scheme, "frail", figure: "effect") ?? .nan) * occupied * 365 }
        #expect(abs(days("front-door-first") - 20_897) < 10)
        #expect(abs(days("front-door-first") + days("front-door-after") - 31_345) < 20)
        #expect(abs(days("care-homes-first") - 6_899) < 10)
        #expect(abs(days("care-homes-first") + days("care-homes-after") - 10_374) < 20)
    }

    @Test func herefordshireHasTheScaleOfPlanning() throws {
        let instance = try InstanceLoader.load(folder: Self.folder("herefordshire-worcestershire"))
        let scales = try #require(instance.system).planningScales
        #expect(Set(scales.map(\.scale)) == Set(PlanningScale.allCases))
        #expect(scales.filter { $0.service == "acute" }.map(\.scale) == [.twoCounties, .oneCounty])
        #expect(instance.settings.illustrative == ["beds", "elective", "staffing", "system"])
    }

    @Test func englandHasEveryZoneAndHospital() throws {
        let instance = try InstanceLoader.load(folder: Self.folder("england"))
        #expect(instance.zones.count == 32_843)
        #expect(instance.travel.siteCodes.count == 125)
        // ONS, England, mid-2020, less the Isles of Scilly, which the matrix does not have.
        #expect(instance.zones.population.reduce(0, +) == 56_550_138 - 2_226)
    }

    /// Every table as the scripts make it from the publishers' files, byte for byte.
    @Test(.enabled(if: sourceData != nil, "FOOTPRINT_SOURCE_DATA does not name the publishers' files"), arguments: footprints + ["england"])
    func theScriptsRebuildIt(_ name: String) throws {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", SchemaTests.repository.appendingPathComponent("Scripts/instances/build.py").path, name, "--output", output.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let built = output.appendingPathComponent(name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: built.path).filter { $0.contains(".") }.sorted()
        #expect(paths.count >= 24)
        for path in paths {
            let same = FileManager.default.contentsEqual(atPath: built.appendingPathComponent(path).path, andPath: Self.folder(name).appendingPathComponent(path).path)
            #expect(same, "\(name)/\(path)")
        }
        let shipped = try FileManager.default.subpathsOfDirectory(atPath: Self.folder(name).path).filter { $0.contains(".") }
        #expect(Set(shipped) == Set(paths + ["datapackage.json"]))
    }
}
