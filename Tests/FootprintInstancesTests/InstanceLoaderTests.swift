// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

@Suite struct InstanceLoaderTests {
    let instance: Instance

    init() throws { instance = try InstanceLoader.load(folder: Fixtures.tiny) }

    @Test func readsTheSettings() {
        #expect(instance.name == "tiny-instance")
        let settings = instance.settings
        #expect(settings.title == "Tiny")
        let years: [Int] = [settings.baseYear, settings.targetYear, settings.openingYear, settings.horizonYear]
        #expect(years == [2016, 2018, 2018, 2027] as [Int])
        #expect(settings.emergency.boundary == .open)
        #expect(settings.emergency.flow == .nearest)
        #expect(settings.emergency.bedRule == .occupancy)
        #expect(settings.emergency.keepOpen == ["HA"])
        #expect(settings.notes.map(\.cell) == ["parameters[capitalLimit].value"])
        #expect(settings.calibrationNotes.map(\.measure) == [.type3Attendances])
        #expect(instance.faults(in: settings).isEmpty)
    }

    @Test func readsTheTables() throws {
        #expect(instance.sites.map(\.code) == ["HA", "HB", "HC", "HX", "MU"])
        #expect(instance.admissibleLevels == ["HA": [.type1], "HB": [.type1, .ucc], "HC": [.type1, .type1PartTime, .ucc], "MU": [.ucc, .none]])
        #expect(instance.zones.count == 6)
        #expect(instance.zones.ageBands[0] == [20_000, 60_000, 10_000, 8_000, 2_000])
        #expect(instance.zones.isInside == [true, true, true, true, true, false])
        #expect(instance.travel.siteCodes == ["HA", "HB", "HC", "HX", "MU"])
        #expect(instance.travel.minutes(zone: 3, site: 4) == 15)
        #expect(instance.travel.columnBasis["MU"]?.basis == .estimated)
        #expect(instance.travel.columnBasis["HA"]?.basis == .derived)
        #expect(instance.levelAccepts.filter { $0.level == .ucc }.map(\.attendanceClass) == [.minor])
        #expect(instance.options.map(\.decisions) == [["HB": .ucc], ["HC": .type1PartTime, "MU": .none]])
        #expect(instance.schemes.map(\.after) == [[], ["falls"]])
        #expect(instance.schemes.map(\.closesMinorInjuryUnits) == [false, true])
        #expect(instance.services.filter { !$0.isPresent }.map(\.site) == ["HC"])
    }

    @Test func readsTheFigures() throws {
        #expect(instance.figures.value("parameters", figure: "discountRate") == 0.035)
        #expect(instance.figures.value("site_figures", "HA", figure: "beds") == 800)
        #expect(instance.figures.value("rates", "admitted", "age_85_plus", figure: "rate") == 0.5)
        #expect(instance.figures.value("activity", "TR1", "type1Admissions", figure: "total") == 30_000)
        #expect(instance.figures.value("site_figures", "HX", figure: "beds") == nil)
        let index = try #require(instance.figures.index("site_figures", ["HA"], "catchmentFactor"))
        let figure = instance.figures.figure(at: index)
        #expect(figure.cell == "site_figures[HA,catchmentFactor].value")
        #expect((figure.value, figure.low ?? 0, figure.high ?? 0) == (1.1, 1, 1.2))
        #expect((figure.basis, figure.source, figure.row ?? 0) == (.estimated, "made up for tests", 11))
    }

    @Test func changesAFigure() throws {
        var changed = instance
        let index = try #require(changed.figures.index("site_figures", ["HA"], "beds"))
        changed.figures[index] = 900
        #expect(changed.figures.value("site_figures", "HA", figure: "beds") == 900)
        #expect(changed.figures.all[index].value == 900)
        #expect(instance.figures[index] == 800)
    }

    @Test func countsWhatFiguresRestOn() {
        // 161 figures in the long tables, 9 numeric columns of zones, 5 of travel, 5 sites, 9 services of sites.
        #expect(instance.figures.count == 161)
        #expect(instance.provenance.total == 161 + 9 + 5 + 5 + 9)
        // MU's place and four columns of travel.
        #expect(instance.provenance.derived == 5)
        // A variance ratio, two catchments, and MU's travel.
        #expect(instance.provenance.estimated == 4)
        // Four parameters and three effects.
        #expect(instance.provenance.assumed == 7)
    }

    @Test func hashesEveryFile() throws {
        #expect(instance.inputFiles.map(\.path) == instance.inputFiles.map(\.path).sorted())
        #expect(Set(instance.inputFiles.map(\.path)) == Set(["footprint.yaml"] + EmergencySchema.tables.map(\.path)))
        // The hash as any other program gives it.
        try Fixtures.withCopy { copy in
            try "name,title,decisions,source\n".write(to: copy.appendingPathComponent("tables/options.csv"), atomically: true, encoding: .utf8)
            let file = try #require(try InstanceLoader.load(folder: copy).inputFiles.first { $0.path == "tables/options.csv" })
            #expect(file.sha256 == "f4bf0e3778250638918a2863e9548ed09bdd445d184226075d2e7038713b550f")
            #expect(file.bytes == 28)
        }
    }

    @Test func orderOfRowsAndColumnsHasNoEffect() throws {
        try Fixtures.withCopy { copy in
            for name in ["zones", "travel", "sites"] {
                let path = copy.appendingPathComponent("tables/\(name).csv")
                let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
                let turned = ([lines[0]] + lines.dropFirst().reversed()).map {
                    $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
                }
                try turned.joined(separator: "\r\n").write(to: path, atomically: true, encoding: .utf8)
            }
            let turned = try InstanceLoader.load(folder: copy)
            #expect(turned.sites == instance.sites)
            #expect(turned.zones.codes == instance.zones.codes)
            #expect(turned.zones.population == instance.zones.population)
            #expect(turned.travel.minutes == instance.travel.minutes)
        }
    }

    @Test func checksSettingsThatACallerChanges() {
        var settings = instance.settings
        settings.emergency.levers = ["hub"]
        settings.openingYear = 2015
        #expect(
            instance.faults(in: settings).map(\.description) == [
                "footprint.yaml, key emergency.levers: hub comes after falls, which is not on. Add falls, or leave hub out.",
                "footprint.yaml, key openingYear: openingYear 2015 is before baseYear 2016. Make it 2016 or later.",
            ])
    }
}
