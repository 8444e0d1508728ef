// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import TestSupport
import Testing

@testable import FootprintModels

/// How far residents are from the footprint's own departments, by which of them are open all day: the rows that were
/// worked out from the travel tables when the instances were made, without this program.
@Suite("Travel that was worked out beforehand")
struct ExpectedTravelTests {
    struct Row: Sendable, CustomStringConvertible {
        let instance: String
        /// Code of the one department that is shut.
        let without: String?
        let mean: Printed
        let over30: Printed
        let over45: Printed
        let longest: Printed

        var description: String { "\(instance) without \(without ?? "none")" }
    }

    /// A figure as it was printed, and how far off the figure itself may be.
    struct Printed: Sendable {
        let value: Double
        let within: Double

        init(_ value: Double, decimals: Int) { (self.value, within) = (value, 0.5 * pow(10, -Double(decimals)) + 1e-9) }
        init(_ value: Double, within: Double) { (self.value, self.within) = (value, within) }

        func agrees(with found: Double) -> Bool { (found - value).magnitude <= within }
    }

    static let departments = [
        "coventry-warwickshire": ["RJC02", "RKB01", "RLT01"],
        "staffordshire": ["RJE01", "RJE09", "RJF02"],
    ]

    static let rows: [Row] = {
        func row(
            _ instance: String, _ without: String?, _ mean: Printed, _ over30: Double, _ over45: Double, _ longest: Double
        ) -> Row {
            Row(
                instance: instance, without: without, mean: mean, over30: Printed(over30, decimals: 1),
                over45: Printed(over45, decimals: 1), longest: Printed(longest, decimals: 0))
        }
        let (first, second) = ("coventry-warwickshire", "staffordshire")
        return [
            row(first, nil, Printed(16.36, decimals: 2), 2.5, 0, 39),
            row(first, "RLT01", Printed(18.13, decimals: 2), 4.9, 0, 39),
            row(first, "RKB01", Printed(18.12, decimals: 2), 3.6, 0, 39),
            row(first, "RJC02", Printed(19.98, decimals: 2), 13.4, 0.7, 53),
            row(second, nil, Printed(20.1, decimals: 1), 8.0, 0.2, 45),
            // Printed as 23.1; from unrounded minutes 23.049.
            row(second, "RJF02", Printed(23.1, within: 0.06), 24.8, 0.2, 45),
            row(second, "RJE09", Printed(23.6, decimals: 1), 25.9, 3.8, 57),
            row(second, "RJE01", Printed(27.0, decimals: 1), 36.2, 0.2, 45),
        ]
    }()

    private func closed(_ name: String) throws -> EmergencyFamily {
        var instance = try Repository.instance(name)
        instance.settings.emergency.boundary = .closed
        return EmergencyFamily(instance, levers: [])
    }

    @Test("the family's own flows give the rows as printed", arguments: rows)
    func throughTheFamily(_ row: Row) throws {
        let family = try closed(row.instance)
        let departments = try #require(Self.departments[row.instance])
        var levels = family.system.today.levels
        for (place, site) in family.system.sites.enumerated() where departments.contains(site.code) {
            levels[place] = site.code == row.without ? .none : .type1
        }
        let travel = family.flows(Configuration(levels: levels)).travel.all
        #expect(row.mean.agrees(with: travel.meanMinutes), "mean \(travel.meanMinutes)")
        #expect(row.over30.agrees(with: travel.shareOver30 * 100), "over 30 minutes \(travel.shareOver30)")
        #expect(row.over45.agrees(with: travel.shareOver45 * 100), "over 45 minutes \(travel.shareOver45)")
        #expect(row.longest.agrees(with: travel.maxMinutes), "longest \(travel.maxMinutes)")
    }

    @Test("the tables themselves give the rows as printed", arguments: rows)
    func throughTheTables(_ row: Row) throws {
        let instance = try Repository.instance(row.instance)
        let open = try #require(Self.departments[row.instance]).filter { $0 != row.without }
        let columns = open.compactMap { instance.travel.siteCodes.firstIndex(of: $0) }
        #expect(columns.count == open.count)
        var people = 0.0
        var travelled = 0.0
        var over30 = 0.0
        var over45 = 0.0
        var longest = 0.0
        for zone in 0..<instance.zones.count where instance.zones.isInside[zone] {
            let minutes = try #require(columns.map { instance.travel.minutes(zone: zone, site: $0) }.min())
            let residents = instance.zones.population[zone]
            people += residents
            travelled += residents * minutes
            if minutes > 30 { over30 += residents }
            if minutes > 45 { over45 += residents }
            longest = max(longest, minutes)
        }
        #expect(row.mean.agrees(with: travelled / people), "mean \(travelled / people)")
        #expect(row.over30.agrees(with: over30 / people * 100), "over 30 minutes \(over30 / people)")
        #expect(row.over45.agrees(with: over45 / people * 100), "over 45 minutes \(over45 / people)")
        #expect(row.longest.agrees(with: longest), "longest \(longest)")
    }

    @Test("residents", arguments: [("coventry-warwickshire", 963_173.0), ("staffordshire", 1_139_794.0)])
    func residents(_ name: String, _ published: Double) throws {
        let system = try closed(name).system
        #expect(system.residents.reduce(0, +) == published)
        // A fifth of them, to the last person.
        #expect((system.deprivedResidents.reduce(0, +) - published / 5).magnitude < 1e-6)
    }
}
