// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// The families beside `emergency`, on the template: the smallest instance that has every table.
@Suite struct FamilyTests {
    /// What the loader says of the template once a change has been made to it.
    static func faults(_ families: [Family] = Family.allCases, _ change: (URL) throws -> Void = { _ in }) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try InstanceTemplate.write(to: folder, families: families)
        try change(folder)
        return Fixtures.faults(of: folder)
    }

    static func load(_ families: [Family] = Family.allCases, _ change: (URL) throws -> Void = { _ in }) throws -> Instance {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try InstanceTemplate.write(to: folder, families: families)
        try change(folder)
        return try InstanceLoader.load(folder: folder)
    }

    /// Puts one text in the place of another in a file, which must hold it once.
    static func replace(_ old: String, _ new: String, in path: String, of folder: URL) throws {
        let url = folder.appendingPathComponent(path)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.components(separatedBy: old).count == 2, "\(path) holds “\(old)” once")
        try text.replacingOccurrences(of: old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    @Test func theTemplateIsSound() throws {
        #expect(try Self.faults() == [])
    }

    @Test(arguments: Family.allCases)
    func theTemplateOfOneFamilyIsSound(_ family: Family) throws {
        #expect(try Self.faults([family]) == [])
        let instance = try Self.load([family])
        #expect(instance.families == [family])
        #expect(instance.family == family)
        #expect(Set(instance.inputFiles.map(\.path)) == Set(family.tables.map(\.path) + ["footprint.yaml"]))
    }

    @Test func writesOnlyIntoAnEmptyFolder() throws {
        try Fixtures.withCopy { copy in
            _ = #expect(throws: Fault(file: copy.path, fault: "The folder is not empty.", fix: "Give a new one.")) {
                try InstanceTemplate.write(to: copy)
            }
        }
    }

    @Test func readsTheTables() throws {
        let instance = try Self.load()
        let beds = try #require(instance.beds)
        #expect(beds.pools.map(\.code) == ["SITE-A-acute", "SITE-B-acute"])
        #expect(beds.pools.map(\.bedRule) == [.occupancy, .occupancy])
        #expect(beds.moves.map(\.to) == ["SITE-A-acute"])
        #expect(beds.floors.map(\.pools) == [["SITE-A-acute", "SITE-B-acute"]])
        #expect(beds.floors.map(\.residents) == [200_000])
        #expect(beds.options.map(\.closures) == [["SITE-B-acute": 28]])
        let elective = try #require(instance.elective)
        #expect(elective.specialties.map(\.code) == ["100", "110"])
        #expect(elective.sites.map(\.mayBeHub) == [true, true])
        #expect(elective.needs.map(\.needs) == ["100"])
        #expect(elective.options.map(\.hubs) == [["SITE-B"]])
        #expect(elective.options.map(\.inpatientCentres) == [[]])
        #expect(elective.options.map(\.moves) == [[SpecialtyMove(specialty: "110", from: "SITE-A", to: "SITE-B")]])
        #expect(try #require(instance.staffing).groups.map(\.mayFill) == [["support"], []])
        let system = try #require(instance.system)
        #expect(system.blocks.map(\.site) == ["SITE-A", "SITE-B"])
        #expect(system.bridgeLines.map(\.kind) == [.doNothing, .solution])
        #expect(system.planningScales.map(\.scale) == [.twoCounties])
        #expect(instance.claims == [])
    }

    @Test func eachFamilySeesItsOwnFigures() throws {
        let instance = try Self.load()
        #expect(instance.family == .emergency)
        #expect(instance.figures.value("pool_figures", "SITE-A-acute", figure: "openBeds") == nil)
        let beds = try #require(instance.viewed(as: .beds))
        #expect(beds.figures.value("pool_figures", "SITE-A-acute", figure: "openBeds") == 500)
        #expect(beds.figures.value("site_figures", "SITE-A", figure: "beds") == nil)
        // Of the shared table, the figures of the family alone.
        #expect(beds.figures.value("parameters", figure: "discountRate") == 0.035)
        #expect(beds.figures.value("parameters", figure: "meanMinutesLimit") == nil)
        #expect(beds.inputFiles.contains { $0.path == "beds/bed_pools.csv" })
        #expect(!beds.inputFiles.contains { $0.path == "tables/zones.csv" })
        let whole = try #require(instance.viewed(as: .system))
        #expect(whole.figures.value("site_figures", "SITE-A", figure: "beds") == 500)
        #expect(whole.figures.keys(of: "pool_cohorts") == [
            ["SITE-A-acute", "frail"], ["SITE-A-acute", "other"], ["SITE-B-acute", "frail"], ["SITE-B-acute", "other"],
        ])
        let one = try Self.load([.beds])
        #expect(one.viewed(as: .emergency) == nil)
        #expect((one.beds != nil, one.elective == nil, one.staffing == nil, one.system == nil) == (true, true, true, true))
    }

    @Test func tellsWhatItCovers() throws {
        let coverage = try Self.load { folder in
            try Self.replace("illustrative: [emergency, beds, elective, staffing, system]", "illustrative: [staffing]", in: "footprint.yaml", of: folder)
            try Self.replace("discountRate,0.035,0.035,0.035,assumed", "discountRate,0.035,,,stated", in: "tables/parameters.csv", of: folder)
            try Self.replace("bankSetUpCost,100000,100000,100000", "bankSetUpCost,100000,50000,400000", in: "staffing/staffing_parameters.csv", of: folder)
            try Self.replace("bankRunningCost,100000,100000,100000", "bankRunningCost,100000,100000,200000", in: "staffing/staffing_parameters.csv", of: folder)
        }.coverage(widest: 1)
        #expect(coverage.families.map(\.family) == Family.allCases)
        #expect(coverage.families.map(\.isIllustrative) == [false, false, false, true, false])
        // The discount rate is in the parameters of every family.
        #expect(coverage.families.map(\.figures.stated) == [1, 1, 1, 1, 1])
        let widest = try #require(coverage.families[3].widest.first)
        #expect((widest.cell, widest.relativeRange) == ("staffing_parameters[bankSetUpCost].value", 3.5))
        #expect(coverage.families.map(\.widest.count) == [0, 0, 0, 1, 1])
        #expect(coverage.notes == ["parameters[discountRate].value: Made up, as is every figure of the template."])
    }

    /// A cell of any family can be set, and is checked as the file's are.
    @Test func setsACellOfAFamily() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try InstanceTemplate.write(to: folder, families: [.beds, .staffing])
        let set = try Override(parsing: "pool_figures[SITE-A-acute,openBeds].value=600")
        let instance = try #require(try InstanceLoader.load(folder: folder, overrides: [set]).viewed(as: .beds))
        #expect(instance.figures.value("pool_figures", "SITE-A-acute", figure: "openBeds") == 600)
        #expect(instance.provenance.caller == 1)
        #expect(instance.viewed(as: .staffing)?.provenance.caller == 0)
        let tooFew = try Override(parsing: "pool_figures[SITE-A-acute,openBeds].value=400")
        #expect(
            Fixtures.faults(of: folder, overrides: [tooFew]) == [
                "beds/pool_figures.csv, row 3, column value: 420 beds of SITE-A-acute are occupied, and it has 400. Make occupiedBeds at most openBeds."
            ])
    }

    @Test func readsClaims() throws {
        let instance = try Self.load([.beds]) { folder in
            try """
            claim,family,subject,measure,unit,year,value,note,source
            one,beds,one-ward,annual saving,pounds,2020,-4202000,,"A plan, L1"

            """.write(to: folder.appendingPathComponent("expected/claims.csv"), atomically: true, encoding: .utf8)
        }
        #expect(instance.claims.map(\.value) == [-4_202_000])
        #expect(instance.claims.map(\.family) == [.beds])
        let without = try Self.load([.beds]) { try FileManager.default.removeItem(at: $0.appendingPathComponent("expected")) }
        #expect(without.claims == [])
    }

    /// A change to one file and everything the loader should say of it.
    struct Broken: Sendable, CustomTestStringConvertible {
        let path, old, new: String
        let says: [String]
        var testDescription: String { "\(path): \(new)" }
    }

    @Test(arguments: [
        Broken(
            path: "beds/pool_figures.csv", old: "SITE-B-acute,occupiedBeds,250,250,250", new: "SITE-B-acute,occupiedBeds,310,310,310",
            says: ["beds/pool_figures.csv, row 16, column value: 310 beds of SITE-B-acute are occupied, and it has 300. Make occupiedBeds at most openBeds."]),
        Broken(
            path: "beds/pool_figures.csv", old: "SITE-B-acute,closableWards,3,3,3", new: "SITE-B-acute,closableWards,12,12,12",
            says: ["beds/pool_figures.csv, row 21, column value: 12 wards of SITE-B-acute may close, and it has 11. Make closableWards at most openBeds / wardSize, rounded up."]),
        Broken(
            path: "beds/pool_figures.csv", old: "SITE-A-acute,wardSize,28,28,28", new: "SITE-A-acute,wardSize,0.5,0.5,0.5",
            says: [
                "beds/pool_figures.csv, row 4, column high: 0.5 is out of range. Use beds from 1 upwards.",
                "beds/pool_figures.csv, row 4, column low: 0.5 is out of range. Use beds from 1 upwards.",
                "beds/pool_figures.csv, row 4, column value: 0.5 is out of range. Use beds from 1 upwards.",
            ]),
        Broken(
            path: "beds/pool_cohorts.csv", old: "SITE-A-acute,frail,share,0.5,0.5,0.5", new: "SITE-A-acute,frail,share,0.4,0.4,0.4",
            says: ["beds/pool_cohorts.csv, column value: The shares of SITE-A-acute add up to 0.9. Make them add up to 1."]),
        Broken(
            path: "beds/pool_moves.csv", old: "SITE-B-acute,SITE-A-acute", new: "SITE-B-acute,SITE-B-acute",
            says: ["beds/pool_moves.csv, row 2, column to: SITE-B-acute is where they come from. Remove the row."]),
        Broken(
            path: "beds/bed_options.csv", old: "SITE-B-acute=28", new: "SITE-C-acute=28;SITE-B-acute;SITE-A-acute=-1;SITE-B-acute=1;SITE-B-acute=2",
            says: [
                "beds/bed_options.csv, row 2, column closures: “SITE-C-acute” is not a bed pool. The nearest known name is SITE-A-acute.",
                "beds/bed_options.csv, row 2, column closures: “SITE-B-acute” is not pool=beds. Write a pool's code, = and the beds it closes.",
                "beds/bed_options.csv, row 2, column closures: -1 is out of range. Use beds from 0 upwards.",
                "beds/bed_options.csv, row 2, column closures: SITE-B-acute is decided twice. Keep one of the two.",
            ]),
        Broken(
            path: "beds/bed_schemes.csv", old: "frailty,Frailty team,,,", new: "frailty,Frailty team,frailty,,",
            says: ["beds/bed_schemes.csv, row 2, column after: The schemes wait for each other in a circle: frailty after frailty. Take one of them out of the circle."]),
        Broken(
            path: "system/programmes.csv", old: "programme,A programme,,,,,,", new: "programme,A programme,programme,,fewer-fall,,,",
            says: [
                "system/programmes.csv, row 2, column after: The programmes wait for each other in a circle: programme after programme. Take one of them out of the circle.",
                "system/programmes.csv, row 2, column levers: “fewer-fall” is not a scheme. The nearest known name is fewer-falls.",
            ]),
        Broken(
            path: "staffing/scenario_figures.csv", old: "usual,probability,0.5,0.5,0.5", new: "usual,probability,0.7,0.7,0.7",
            says: ["staffing/scenario_figures.csv, column value: The probabilities add up to 1.2. Make them add up to 1."]),
        Broken(
            path: "staffing/agency_tiers.csv", old: "nurses,tier-1,rate,30,30,30", new: "nurses,tier-1,rate,75,75,75",
            says: ["staffing/agency_tiers.csv, row 2, column value: An agency hour at 75 is dearer than one of nurses that nobody fills, at 60. Make unfilledPrice at least the dearest rate."]),
        Broken(
            path: "elective/specialty_sites.csv", old: "100,SITE-A,yes,yes", new: "100,SITE-C,yes,yes",
            says: [
                "elective/specialty_site_figures.csv: There is no fixedCost of 100, SITE-C. Add the row “100,SITE-C,fixedCost,…”.",
                "elective/specialty_sites.csv, row 2, column site: “SITE-C” is not an elective site. The nearest known name is SITE-A.",
            ]),
        Broken(
            path: "elective/specialty_site_figures.csv", old: "110,SITE-B,shareToday,0.5,0.5,0.5", new: "110,SITE-B,shareToday,0.4,0.4,0.4",
            says: ["elective/specialty_site_figures.csv, column value: The shareToday of 110 add up to 0.9. Make them add up to 1."]),
        Broken(
            path: "elective/elective_levers.csv", old: "theatres,utilisationTarget", new: "theatres,stayReduction",
            says: [
                "elective/elective_levers.csv: There is no utilisationTarget of theatres. Add the row “theatres,utilisationTarget,…”.",
                "elective/elective_levers.csv, row 10, column figure: “stayReduction” is not a figure of “theatres”. Use startYear or utilisationTarget.",
            ]),
        Broken(
            path: "elective/elective_levers.csv", old: "day-cases,startYear", new: "day-case,startYear",
            says: [
                "elective/elective_levers.csv: There is no startYear of day-cases. Add the row “day-cases,startYear,…”.",
                "elective/elective_levers.csv, row 2, column lever: “day-case” is not a lever of elective care. Use day-cases, day-cases-in-full, stays, follow-ups or theatres.",
            ]),
        Broken(
            path: "elective/elective_options.csv", old: "110:SITE-A:SITE-B",
            new: "110:SITE-A;11O:SITE-A:SITE-B;110:SITE-C:SITE-B;110:SITE-A:SITE-A;110:SITE-A:SITE-B;110:SITE-B:SITE-A",
            says: [
                "elective/elective_options.csv, row 2, column specialty_moves: “110:SITE-A” is not specialty:from:to. Write a specialty and two sites, such as 110:SITE-A:SITE-B.",
                "elective/elective_options.csv, row 2, column specialty_moves: “11O” is not a specialty. The nearest known name is 110.",
                "elective/elective_options.csv, row 2, column specialty_moves: “SITE-C” is not an elective site. The nearest known name is SITE-A.",
                "elective/elective_options.csv, row 2, column specialty_moves: SITE-A is where they come from. Name two sites.",
                "elective/elective_options.csv, row 2, column specialty_moves: 110 at SITE-B is decided twice. Keep one of the two.",
            ]),
        Broken(
            path: "elective/specialty_sites.csv", old: "110,SITE-B,yes,yes", new: "110,SITE-B,no,no",
            says: [
                "elective/elective_options.csv, row 2, column specialty_moves: SITE-B may not have inpatients of 110. Name a site that may, or say so in specialty_sites."
            ]),
        Broken(
            path: "elective/specialty_sites.csv", old: "110,SITE-A,yes,yes", new: "110,SITE-A,no,yes",
            says: [
                "elective/elective_options.csv, row 2, column specialty_moves: SITE-A has no inpatients of 110 today. Name a site that has, or say so in specialty_sites."
            ]),
        Broken(
            path: "footprint.yaml", old: "outsideSites: []", new: "outsideSites: [SITE-X]",
            says: ["footprint.yaml, line 22, key elective.outsideSites: “SITE-X” is not a site of planned care. The nearest known name is SITE-A."]),
        Broken(
            path: "footprint.yaml", old: "outsideSites: []", new: "outsideSites: [SITE-A, SITE-B, SITE-B]",
            says: [
                "elective/elective_options.csv, row 2, column specialty_moves: SITE-A is one of elective.outsideSites. Take the move out, or the site in.",
                "footprint.yaml, line 22, key elective.outsideSites: No site of planned care is left inside. Leave at least one out of the list.",
                "footprint.yaml, line 22, key elective.outsideSites: A site is there twice. Keep one of the two: each takes its share with it once.",
            ]),
        Broken(
            path: "footprint.yaml", old: "  levers: []            # of elective_levers", new: "  levers: [stay]        # of elective_levers",
            says: ["footprint.yaml, line 21, key elective.levers: “stay” is not known here. The nearest known name is stays."]),
        Broken(
            path: "footprint.yaml", old: "  levers: []            # of elective_levers",
            new: "  levers: [day-cases, day-cases-in-full]        # of elective_levers",
            says: ["footprint.yaml, line 21, key elective.levers: day-cases and day-cases-in-full are both on. Keep one of the two."]),
        Broken(
            path: "system/blocks.csv", old: "SITE-B,freehold,yes", new: "SITE-B,pfi,yes",
            says: [
                "system/block_figures.csv: There is no unitaryCharge of SITE-B-estate, which is held under PFI. Add the row “SITE-B-estate,unitaryCharge,…”.",
                "system/block_figures.csv: There is no contractEndYear of SITE-B-estate, which is held under PFI. Add the row “SITE-B-estate,contractEndYear,…”.",
            ]),
        Broken(
            path: "system/bridge.csv", old: "do-nothing,2020,amount", new: "do-nothing,2020.5,amount",
            says: ["system/bridge.csv, row 2, column year: 2020.5 is out of range. Use whole a year from 1948 to 2200."]),
        Broken(
            path: "tables/travel.csv", old: "zone,SITE-A,SITE-B,SITE-X", new: "zone,SITE-A,SITE-C,SITE-X",
            says: [
                "elective/elective_sites.csv, row 3, column site: tables/travel.csv has no column SITE-B. Add it; every site of planned care needs the minutes to it.",
                "tables/travel.csv, row 1, column SITE-C: This column is not a site of tables/sites.csv. The nearest known name is SITE-B.",
            ]),
        Broken(
            path: "footprint.yaml", old: "families: [emergency, beds, elective, staffing, system]", new: "families: [emergency, bed, elective, staffing, system]",
            says: [
                "footprint.yaml, line 11, key families: “bed” is not a family of this version. The nearest known name is beds.",
                "footprint.yaml, line 12, key illustrative: “beds” is not one of families. The nearest known name is bed.",
            ]),
    ])
    func saysWhatIsWrong(_ broken: Broken) throws {
        let said = try Self.faults { try Self.replace(broken.old, broken.new, in: broken.path, of: $0) }
        // A family that is not declared leaves its tables over: told below.
        #expect(said.filter { !$0.contains("which families does not name") } == broken.says)
    }

    /// A site that is left out is gone from every list, with the share of a specialty that it has today.
    @Test func leavesOutSitesOfPlannedCare() throws {
        let whole = try Self.load()
        #expect(whole.electiveShareInside(of: "110") == 1)
        let part = try Self.load { folder in
            try Self.replace("outsideSites: []", "outsideSites: [SITE-A]", in: "footprint.yaml", of: folder)
            try Self.replace(",SITE-B,,110:SITE-A:SITE-B,", ",SITE-A;SITE-B,SITE-A;SITE-B,,", in: "elective/elective_options.csv", of: folder)
            try Self.replace("110,SITE-A,shareToday,0.5,0.5,0.5", "110,SITE-A,shareToday,0.8,0.8,0.8", in: "elective/specialty_site_figures.csv", of: folder)
            try Self.replace("110,SITE-B,shareToday,0.5,0.5,0.5", "110,SITE-B,shareToday,0.2,0.2,0.2", in: "elective/specialty_site_figures.csv", of: folder)
        }
        let elective = try #require(part.elective)
        #expect(elective.sites.map(\.site) == ["SITE-B"])
        #expect(elective.specialtySites.map(\.site) == ["SITE-B", "SITE-B"])
        #expect(elective.options.map(\.hubs) == [["SITE-B"]])
        #expect(elective.options.map(\.inpatientCentres) == [["SITE-B"]])
        let view = try #require(part.viewed(as: .elective))
        #expect(abs(view.electiveShareInside(of: "110") - 0.2) < 1e-12)
        #expect(view.electiveShareInside(of: "100") == 0.5)
        // The spells of the table are still those of every site.
        #expect(view.figures.value("specialty_modes", "110", "inpatient", figure: "spells") == 1000)
        let said = try Self.faults { folder in
            try Self.replace("outsideSites: []", "outsideSites: [SITE-A]", in: "footprint.yaml", of: folder)
            try Self.replace(",SITE-B,,110:SITE-A:SITE-B,", ",SITE-B,SITE-A,,", in: "elective/elective_options.csv", of: folder)
        }
        #expect(said == ["elective/elective_options.csv, row 2, column inpatient_centres: Every site it names is one of elective.outsideSites. Name a site inside, or take the option out."])
    }

    @Test func refusesATableOfAFamilyThatIsNotDeclared() throws {
        let said = try Self.faults([.staffing]) { folder in
            try FileManager.default.createDirectory(at: folder.appendingPathComponent("beds"), withIntermediateDirectories: true)
            try "code\n".write(to: folder.appendingPathComponent("tables/bed_pools.csv"), atomically: true, encoding: .utf8)
            try "code\n".write(to: folder.appendingPathComponent("beds/bed_pools.csv"), atomically: true, encoding: .utf8)
            try "code\n".write(to: folder.appendingPathComponent("tables/zones.csv"), atomically: true, encoding: .utf8)
        }
        #expect(
            said == [
                "beds/bed_pools.csv: This is a table of beds, which families does not name. Add the family to families in footprint.yaml, or remove the file.",
                "tables/bed_pools.csv: This is not a table of the schema. Remove the file.",
                "tables/zones.csv: This is a table of emergency or elective, which families does not name. Add the family to families in footprint.yaml, or remove the file.",
            ])
    }

    @Test func tellsATableInTheWrongFolder() throws {
        let said = try Self.faults([.beds]) { folder in
            try FileManager.default.moveItem(at: folder.appendingPathComponent("beds/bed_cohorts.csv"), to: folder.appendingPathComponent("tables/bed_cohorts.csv"))
        }
        #expect(
            said == [
                "beds/bed_cohorts.csv: The file is missing. Add it; its columns are code, title, source.",
                "tables/bed_cohorts.csv: The file is in the wrong folder. Its place is beds/bed_cohorts.csv.",
            ])
    }

    @Test func needsTheTablesOfItsFamilies() throws {
        let said = try Self.faults([.beds]) { try FileManager.default.removeItem(at: $0.appendingPathComponent("beds/bed_cohorts.csv")) }
        #expect(said == ["beds/bed_cohorts.csv: The file is missing. Add it; its columns are code, title, source."])
    }
}
