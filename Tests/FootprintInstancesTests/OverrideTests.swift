// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

@Suite struct OverrideTests {
    @Test func readsTableKeyColumnAndValue() throws {
        let override = try Override(parsing: "site_figures[HA,beds].value=1100")
        #expect(override == Override(table: "site_figures", key: ["HA", "beds"], column: "value", value: "1100"))
        #expect(override.description == "site_figures[HA,beds].value=1100")
        #expect(try Override(parsing: "parameters[capitalLimit]=30e6").column == "value")
        #expect(try Override(parsing: "options[three-to-two].decisions=HB=ucc").value == "HB=ucc")
    }

    @Test(arguments: ["", "beds=5", "site_figures[HA,beds]", "site_figures[HA,beds].value=", "[HA].value=1", "t[].value=1", "t[a]x=1", "t]a[=1", "t[a].=1"])
    func refusesAnythingElse(_ text: String) {
        #expect(throws: Fault.self) { try Override(parsing: text) }
    }

    private func load(_ texts: String...) throws -> Instance {
        try InstanceLoader.load(folder: Fixtures.tiny, overrides: texts.map { try Override(parsing: $0) })
    }

    private func faults(_ text: String) throws -> [String] {
        Fixtures.faults(of: Fixtures.tiny, overrides: [try Override(parsing: text)])
    }

    @Test func isRecordedAsTheCallers() throws {
        let before = try load()
        let instance = try load("site_figures[HA,catchmentFactor].value=1.5")
        let index = try #require(instance.figures.index("site_figures", ["HA"], "catchmentFactor"))
        let figure = instance.figures.figure(at: index)
        #expect(figure.value == 1.5)
        #expect(figure.basis == .caller)
        #expect(figure.low == nil && figure.high == nil)
        #expect(instance.overrides.map(\.description) == ["site_figures[HA,catchmentFactor].value=1.5"])
        #expect(instance.provenance.caller == 1)
        #expect(instance.provenance.estimated == before.provenance.estimated - 1)
        #expect(instance.provenance.total == before.provenance.total)
        #expect(instance.inputFiles == before.inputFiles)
    }

    @Test func changesOtherCells() throws {
        let instance = try load("parameters[capitalLimit]=30e6", "sites[HC].level_today=ucc", "travel[Z3].HX=12.5")
        #expect(instance.figures.value("parameters", figure: "capitalLimit") == 30_000_000)
        #expect(instance.sites.first { $0.code == "HC" }?.levelToday == .ucc)
        #expect(instance.sites.first { $0.code == "HC" }?.basis == .caller)
        let site = try #require(instance.travel.siteCodes.firstIndex(of: "HX"))
        let zone = try #require(instance.zones.codes.firstIndex(of: "Z3"))
        #expect(instance.travel.minutes(zone: zone, site: site) == 12.5)
    }

    @Test func lastOfTwoHolds() throws {
        let instance = try load("parameters[quantileZ]=1", "parameters[quantileZ]=3")
        #expect(instance.figures.value("parameters", figure: "quantileZ") == 3)
    }

    @Test func givesAParameterThatTheFileLeavesOut() throws {
        let value = try Fixtures.withCopy { copy in
            let path = copy.appendingPathComponent("tables/parameters.csv")
            let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("capitalLimit") }
            try lines.joined(separator: "\n").write(to: path, atomically: true, encoding: .utf8)
            #expect(try InstanceLoader.load(folder: copy).figures.value("parameters", figure: "capitalLimit") == nil)
            let instance = try InstanceLoader.load(folder: copy, overrides: [Override(parsing: "parameters[capitalLimit]=5")])
            return instance.figures.value("parameters", figure: "capitalLimit")
        }
        #expect(value == 5)
    }

    @Test(arguments: [
        ("site_figures[HZ,beds].value=1", "There is no such cell. The nearest is site_figures[HA,beds].value."),
        ("parameters[capitalLimt].value=1", "There is no such cell. The nearest is parameters[capitalLimit].value."),
        ("site_figure[HA,beds].value=1", "“site_figure” is not a table. The nearest known name is site_figures."),
        ("site_figures[HA,beds].low=1", "“low” is not a column that can be set. Use value."),
        ("site_figures[HA,beds].value=lots", "“lots” is not a number. Use beds above 0."),
        ("parameters[maximumOccupancy].value=90%", "“90%” is a percentage. Write it as a share: 0.9."),
        ("travel[Z9].HA=1", "There is no such cell. The nearest is travel[Z1].HA."),
        ("travel[Z1].HA=-1", "-1 is out of range. Use minutes from 0 upwards."),
        ("sites[HC].level_today=none", "Today's level none is not one the site may have. Add “HC,none” to tables/site_levels.csv."),
    ])
    func refusesACellThatIsNotThereOrCannotBeSo(_ text: String, message: String) throws {
        #expect(try faults(text) == ["--set \(text): \(message)"])
    }
}
