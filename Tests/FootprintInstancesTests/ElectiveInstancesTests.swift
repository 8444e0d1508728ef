// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// The tables of planned care of the shipped instances agree with each other and with what is published.
@Suite struct ElectiveInstancesTests {
    static let footprints = RealInstancesTests.footprints

    private static func instance(_ name: String) throws -> Instance {
        try #require(try InstanceLoader.load(folder: RealInstancesTests.folder(name)).viewed(as: .elective))
    }

    /// The base year fits what its sites have: minutes of every mode, clinic procedures included, within the sessions.
    @Test(arguments: footprints)
    func theBaseYearFitsItsSessions(_ name: String) throws {
        let instance = try Self.instance(name)
        let figures = instance.figures
        func figure(_ table: String, _ key: [String], _ name: String) -> Double { figures.index(table, key, name).map { figures[$0] } ?? .nan }
        let wanted = figures.keys(of: "specialty_modes").reduce(0.0) {
            $0 + figure("specialty_modes", $1, "spells") * figure("specialty_modes", $1, "minutes")
        }
        let minutesOfSession = figure("elective_parameters", [], "sessionMinutes")
        let given = try #require(instance.elective).sites.map(\.site).reduce(0.0) { sum, site in
            let share = figure("elective_site_figures", [site], "utilisation") * (1 - figure("elective_site_figures", [site], "cancelledShare"))
            return sum + figure("elective_site_figures", [site], "sessions") * minutesOfSession * share
        }
        // Sessions were made with 5% to spare, rounded up; clinic procedures are 6% of the minutes.
        #expect(given >= wanted * 1.04)
        #expect(given <= wanted * 1.08)
    }

    @Test(arguments: footprints)
    func sharesTodayAreOfAWhole(_ name: String) throws {
        let figures = try Self.instance(name).figures
        var sums: [String: Double] = [:]
        for key in figures.keys(of: "specialty_site_figures") {
            sums[key[0], default: 0] += figures.value("specialty_site_figures", key[0], key[1], figure: "shareToday") ?? .nan
        }
        #expect(sums.count >= 5)
        #expect(sums.values.allSatisfy { abs($0 - 1) < 0.001 })
    }

    /// The Strategy Unit's parameters, read by hand from its file.
    @Test(arguments: footprints)
    func spellsOfAPathwayAreThePublishedOnes(_ name: String) throws {
        let figures = try Self.instance(name).figures
        let published = ["100": 0.84, "101": 1.52, "110": 1.58, "120": 1.13, "130": 1.42, "140": 0.98, "160": 1.6, "502": 1.53]
        for key in figures.keys(of: "specialty_figures") {
            #expect(figures.value("specialty_figures", key[0], figure: "spellsPerPathway") == published[key[0]])
        }
    }

    /// Staffordshire's plan, L1061, L1066 and L1561.
    @Test func staffordshireHasTheStatedLevers() throws {
        let instance = try Self.instance("staffordshire")
        func lever(_ lever: String, _ name: String) -> Figure? {
            instance.figures.index("elective_levers", [lever], name).map(instance.figures.figure(at:))
        }
        #expect(lever("stays", "stayReduction")?.value == 0.05)
        #expect(lever("follow-ups", "followUpReduction")?.value == 0.3)
        #expect(lever("follow-ups", "followUpUnitCostReduction")?.value == 0.5)
        #expect(lever("theatres", "utilisationTarget")?.value == 0.85)
        #expect(lever("theatres", "utilisationTarget")?.basis == .stated)
        let option = try #require(instance.elective?.options.first { $0.title == "Orthopaedics from Royal Stoke to County" })
        #expect(option.moves == [SpecialtyMove(specialty: "110", from: "RJE01", to: "RJE09")])
        #expect(option.inpatientCentres == [])
        #expect(option.hubs == instance.elective?.sites.filter(\.isHubToday).map(\.site))
    }

    /// Shropshire's orthopaedic hospital can be taken out: with it go 77.3% of orthopaedics, and nothing else.
    @Test func shropshireWithoutItsOrthopaedicHospital() throws {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: RealInstancesTests.folder("shropshire"), to: copy)
        try FamilyTests.replace("outsideSites: []", "outsideSites: [RL131]", in: "footprint.yaml", of: copy)
        let instance = try #require(try InstanceLoader.load(folder: copy).viewed(as: .elective))
        #expect(instance.elective?.sites.map(\.site) == ["RXWAS", "RXWAT"])
        #expect(abs(instance.electiveShareInside(of: "110") - 0.227) < 0.0005)
        #expect(instance.electiveShareInside(of: "100") == 1)
        #expect(instance.elective?.options.first { $0.name == "telford-planned" }?.hubs == ["RXWAT"])
    }
}
