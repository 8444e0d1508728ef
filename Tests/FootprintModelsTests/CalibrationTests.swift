// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// The tiny instance by hand. In every 50,000 people there are 10,000 children, 30,000 adults and 5,000, 4,000 and 1,000
/// in the older bands, so the rates give 4,000 admitted, 8,000 major and 6,000 minor cases; Z1 and Z3 have 100,000
/// people, the other zones 50,000.
///
/// Quickest type 1: Z1, Z2 → HA; Z3, Z4 → HB; Z5, Z6 → HC. Quickest for a minor case on foot by day: Z2, Z4 → MU, the
/// others their type 1. MU shuts at night and takes no ambulances, so it sees 0.9 × 0.8 = 0.72 of Z2's and Z4's cases.
@Suite("Calibration by hand")
struct CalibrationTests {
    private func family(_ overrides: [String] = []) throws -> EmergencyFamily {
        let changes = try overrides.map { try Override(parsing: $0) }
        return EmergencyFamily(
            try InstanceLoader.load(folder: Repository.folder("tiny-instance"), overrides: changes), levers: [])
    }

    private func isClose(_ found: Double, _ expected: Double) -> Bool {
        (found - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
    }

    @Test("modelled, published and residual")
    func residuals() throws {
        let residuals = try family().calibration.residuals
        let expected: [(String, Calibration.Residual.Group, Double, Double)] = [
            // Z1–Z4: 8,000 + 4,000 + 8,000 + 4,000
            ("TR1", .admitted, 24_000, 30_000),
            // 48,000 major, 12,000 minor of each of Z1 and Z3, and 0.28 of the 12,000 of Z2 and Z4
            ("TR1", .notAdmitted, 75_360, 105_360 - 30_000),
            ("TR2", .admitted, 8_000, 8_000),
            ("TR2", .notAdmitted, 28_000, 43_000 - 8_000),
            ("TR3", .type3, 8_640, 8_640),
        ]
        #expect(residuals.count == expected.count)
        for (found, (organisation, group, modelled, published)) in zip(residuals, expected) {
            #expect(found.organisation == organisation)
            #expect(found.group == group)
            #expect(isClose(found.modelled, modelled))
            #expect(found.published == published)
            #expect(isClose(found.residual, published / modelled))
            #expect(isClose(try #require(found.modelledOverPublished), modelled / published))
        }
    }

    @Test("scaled demand of each zone: residual and catchment once each")
    func base() throws {
        let family = try family()
        func base(_ zone: Int, _ attendanceClass: Int) -> Double {
            let place = (zone * 3 + attendanceClass) * 2
            return family.calibration.base[place] + family.calibration.base[place + 1]
        }
        // Admitted: TR1's residual 1.25; catchments 1.1 and 0.9 keep its total, because both sites have 12,000 raw.
        let admitted = [11_000.0, 5_500, 9_000, 4_500, 4_000, 4_000]
        // Major: residual 1 at TR1, 1.25 at TR2.
        let major = [17_600.0, 8_800, 14_400, 7_200, 10_000, 10_000]
        // Minor: at TR1 and TR3 1, at TR2 1.25; catchment by the type 1 door whatever the minor one.
        let minor = [13_200.0, 6_600, 10_800, 5_400, 7_500, 7_500]
        for zone in 0..<6 {
            #expect(isClose(base(zone, 0), admitted[zone]))
            #expect(isClose(base(zone, 1), major[zone]))
            #expect(isClose(base(zone, 2), minor[zone]))
        }
    }

    @Test("bed-days of an admission follow the beds of today's site")
    func bedDays() throws {
        let bedDays = try family().calibration.bedDays
        // HA 550 × 0.5 × 365 / 16,500; HB 450 × 0.5 × 365 / 13,500; HC 160 × 0.5 × 365 / 8,000
        for zone in 0..<4 { #expect(isClose(bedDays[zone], 73.0 / 12)) }
        for zone in 4..<6 { #expect(isClose(bedDays[zone], 3.65)) }
    }

    @Test("a zone whose quickest door is outside has the mean bed-days and no residual")
    func outsideDoor() throws {
        let family = try family(["travel[Z6].HX=10"])
        let residuals = family.calibration.residuals
        #expect(isClose(residuals[2].modelled, 4_000))
        #expect(isClose(residuals[3].modelled, 14_000))
        // (550 + 450 + 160) × 0.5 × 365 / (16,500 + 13,500 + 8,000)
        #expect(isClose(family.calibration.bedDays[5], 1160 * 182.5 / 38_000))
        // Z6 is as the rates say; Z5 alone carries TR2's published totals.
        let calibrated = family.calibration.base
        #expect(isClose(calibrated[5 * 6] + calibrated[5 * 6 + 1], 4_000))
        #expect(isClose(calibrated[4 * 6] + calibrated[4 * 6 + 1], 8_000))
    }

    @Test("an uneven catchment is normalised so that the trust keeps its total")
    func catchment() throws {
        let family = try family(["site_figures[HA,catchmentFactor]=2", "site_figures[HB,catchmentFactor]=0.5"])
        // Normaliser (12,000 × 2 + 12,000 × 0.5) / 24,000 = 1.25: factors 1.6 and 0.4.
        let base = family.calibration.base
        func admitted(_ zone: Int) -> Double { base[zone * 6] + base[zone * 6 + 1] }
        #expect(isClose(admitted(0), 8_000 * 1.25 * 1.6))
        #expect(isClose(admitted(2), 8_000 * 1.25 * 0.4))
        #expect(isClose((0..<4).reduce(0) { $0 + admitted($1) }, 30_000))
    }

    @Test("do-nothing reproduces what is published, but for patients who use another organisation's door")
    func reproduces() throws {
        let family = try family()
        let flows = Flows(
            family.system, family.numbers, Demand(family.system, family.numbers, family.calibration, years: 0, levers: []),
            family.system.today)
        let admitted = family.system.doors.indices.map { flows.attendances[$0 * 6] + flows.attendances[$0 * 6 + 1] }
        let codes = family.system.doors.map { family.system.sites[$0].code }
        #expect(codes == ["HA", "HB", "HC", "HX", "MU"])
        #expect(zip(admitted, [16_500, 13_500, 8_000, 0, 0]).allSatisfy(isClose))
        // MU: 0.72 × (6,600 + 5,400)
        #expect(isClose(flows.attendances[4 * 6 + 5], 8_640))
    }
}
