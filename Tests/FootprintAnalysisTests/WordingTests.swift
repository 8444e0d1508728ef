// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// One sentence for each requirement, over the tiny instance (sites HA, HB, HC, HX and MU in that order).
@Suite("Requirements in a planner's words")
struct WordingTests {
    @Test("amounts", arguments: [
        (1.0, "services", "1 service"), (2, "services", "2 services"), (1, "admissions a year", "1 admission a year"),
        (0.96, "beds", "1 bed"), (1.4, "treatment spaces", "1.4 treatment spaces"), (12_345.4, "residents", "12,345 residents"),
        (1e300, "beds", "1e+300 beds"), (.infinity, "beds", "inf beds"), (.nan, "beds", "nan beds"),
    ])
    func amounts(_ value: Double, _ unit: String, _ text: String) { #expect(Words.amount(value, unit) == text) }

    struct Case: Sendable, CustomStringConvertible {
        let requirement: Requirement
        let limit: Double
        let change: Double?
        var level: Level?
        let sentence: String
        let unit: String

        var description: String { "\(requirement.name), change \(change.map { "\($0)" } ?? "unknown")" }
    }

    static let cases = [
        Case(
            requirement: .roomForBeds(site: 0), limit: 250, change: 36.2,
            sentence: "Central Hospital would have to open 287 beds; it has room for 250", unit: "beds"),
        Case(
            requirement: .roomForBeds(site: 0), limit: 250, change: nil,
            sentence: "Central Hospital would have to open more; it has room for 250", unit: "beds"),
        Case(
            requirement: .roomForSpaces(site: 2), limit: 10, change: 4.5,
            sentence: "West Hospital would have to build 15 treatment spaces; it has room for 10", unit: "treatment spaces"),
        Case(
            requirement: .capitalLimit, limit: 20_000_000, change: 5_250_000,
            sentence: "building would cost £25.2m; the limit is £20.0m", unit: "£"),
        Case(
            requirement: .outsideAttendances(site: 3), limit: 30_000, change: 1_234,
            sentence: "Neighbour Hospital would receive 31,234 attendances a year from this area; it offers to take 30,000",
            unit: "attendances a year"),
        Case(
            requirement: .outsideAdmissions(site: 3), limit: 5_000, change: 10,
            sentence: "Neighbour Hospital would admit 5,010 emergency patients a year from this area; it offers to take 5,000",
            unit: "admissions a year"),
        Case(
            requirement: .meanJourney, limit: 25, change: 1.5,
            sentence: "the mean journey would be 26.5 minutes; the limit is 25.0 minutes", unit: "minutes"),
        Case(
            requirement: .standardJourney, limit: 0.025, change: 0.0565,
            sentence: "8.2% of residents would be beyond the journey standard; 2.5% may be", unit: "share of residents"),
        Case(
            requirement: .standardJourneyMostDeprived, limit: 0.025, change: 0.1,
            sentence: "12.5% of the most deprived fifth would be beyond the journey standard; 2.5% may be",
            unit: "share of residents"),
        Case(
            requirement: .hardLimit, limit: 0, change: 1_700,
            sentence: "1,700 residents would be beyond the longest journey allowed; none may be", unit: "residents"),
        Case(
            requirement: .hardLimit, limit: 300, change: 1_700,
            sentence: "2,000 residents would be beyond the longest journey allowed; 300 may be", unit: "residents"),
        Case(
            requirement: .safeVolume(site: 1), limit: 40_000, change: 5_500,
            sentence: "East Hospital would see 34,500 attendances a year as a 24-hour A&E; a safe department sees 40,000",
            unit: "attendances a year"),
        Case(
            requirement: .safeVolume(site: 1), limit: 40_000, change: nil,
            sentence: "East Hospital would see fewer attendances a year as a 24-hour A&E; a safe department sees 40,000",
            unit: "attendances a year"),
        Case(
            requirement: .services(site: 4), limit: 0, change: 2, level: .type1,
            sentence: "Minor Injury Unit has no critical care and no surgery on site, which this level of A&E needs",
            unit: "services"),
        Case(
            requirement: .services(site: 4), limit: 0, change: 1, level: .type1PartTime,
            sentence: "Minor Injury Unit has no critical care on site, which this level of A&E needs", unit: "services"),
        Case(
            requirement: .fewestSites, limit: 3, change: 1,
            sentence: "2 A&E departments would be left; at least 3 must be", unit: "departments"),
        Case(
            requirement: .mostSites, limit: 2, change: 1, sentence: "3 A&E departments would be open; at most 2 may be",
            unit: "departments"),
        Case(
            requirement: .keptOpen(site: 1), limit: 1, change: 1,
            sentence: "East Hospital must keep an A&E department (keepOpen in footprint.yaml)", unit: "departments"),
        Case(
            requirement: .closed(site: 1), limit: 0, change: 1,
            sentence: "East Hospital must not have an A&E department (forceClosed in footprint.yaml)", unit: "departments"),
        Case(
            requirement: .everyoneIsSeen, limit: 0, change: 12_000.4,
            sentence: "12,000 patients a year would find no door open to them", unit: "patients a year"),
    ]

    @Test("sentence and unit", arguments: cases)
    func sentence(_ one: Case) throws {
        let system = EmergencySystem(try Repository.instance("tiny-instance"))
        #expect(system.sites.map(\.code) == ["HA", "HB", "HC", "HX", "MU"])
        let found = EmergencyWording(system: system).sentence(
            one.requirement, limit: one.limit, change: one.change, level: one.level)
        #expect(found == one.sentence)
        #expect(EmergencyWording.unit(one.requirement) == one.unit)
    }

    @Test("every requirement has a sentence here")
    func complete() {
        let names = Set(Self.cases.map { $0.requirement.name })
        #expect(names.count == 16)
        // What the model itself can require, by the rows of one configuration.
        let rows = try? EmergencyFamily(Repository.instance("tiny-instance"), levers: []).doNothing.model.requirements
        let required = Set((rows ?? []).map { $0.requirement.name })
        #expect(!required.isEmpty)
        #expect(required.subtracting(names) == [])
    }
}
