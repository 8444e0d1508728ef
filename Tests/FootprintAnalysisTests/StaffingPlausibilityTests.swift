// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Testing

@testable import FootprintAnalysis

/// A plausibility check and no target: what a ward's nursing costs with fewer or more staff in post, with the temporary staff there
/// are, without any and with as many as it takes, beside a published simulation of wards. `Models/staffing/README.md` has the figures
/// of both and where they differ.
@Suite("Staffing beside a published simulation of wards")
struct StaffingPlausibilityTests {
    enum Temporary: CaseIterable { case none, asToday, unlimited }

    struct Found {
        /// £ of cash for each hour needed, over that of today's staff in post with as many temporary staff as there are.
        var cost: Double
        /// Of the hours needed.
        var unfilled: Double
    }

    /// Nurses and support staff of a footprint, with so many times today's staff in post, hours needed as they are.
    static func found(_ name: String, _ times: Double, _ temporary: Temporary) throws -> Found {
        let today = try StaffingTwinTests.system(name)
        let calendar = StaffingCalendar(today.weeks)
        let situation = try StaffingComparison.situation(today, calendar)
        var system = today
        let nursing = system.groups.indices.filter { ["nurses", "support"].contains(system.groups[$0].code) }
        for g in nursing {
            for s in system.organisations.indices {
                var workforce = system.workforce[g][s]
                let needed = calendar.periods.indices.map { situation.hours.needed[g, s, $0] }
                workforce.rosterHours = needed
                workforce.wteInPost *= times
                switch temporary {
                case .none: (workforce.bankHours, workforce.agencyHours) = (0, 0)
                case .unlimited:
                    // More than anybody needs: every gap is then filled, by the tiers in turn.
                    workforce.agencyHours = 1e9
                case .asToday:
                    // What agencies offer today, as far as the new gaps go.
                    workforce.agencyHours = calendar.periods.indices.reduce(0) { sum, p in
                        let offered = system.groups[g].tiers.indices.reduce(0) { $0 + situation.calibration.offered(g, $1, s, p) }
                        let post = system.groups[g].contractHours * situation.hours.present[g][p] * workforce.wteInPost
                        let gap = max(0, needed[p] - post - workforce.bankHours / 52)
                        return sum + min(offered, gap)
                    }
                }
                system.workforce[g][s] = workforce
            }
        }
        // Hours are asked for, and costed below at the tiers' own rates: what is spent only has to be dear enough.
        for s in system.organisations.indices { system.organisations[s].agencySpend = 1e12 }
        let calibration = try StaffingCalibration(system, calendar)
        let plan = try StaffingSituation(calibration).doNothing
        var (cost, needed, unfilled) = (0.0, 0.0, 0.0)
        for g in nursing {
            let group = system.groups[g]
            for s in system.organisations.indices {
                for p in calendar.periods.indices {
                    cost += group.substantiveCost * group.contractHours * plan.post[g, s, p] + group.bankRate * plan.bank[s][g, s, p]
                    for tier in group.tiers.indices { cost += group.tiers[tier].rate * plan.agency[tier][g, s, p] }
                    needed += situation.hours.needed[g, s, p]
                    unfilled += plan.unfilled[g, s, p]
                }
            }
        }
        return Found(cost: cost / needed, unfilled: unfilled / needed)
    }

    /// £ a patient-day of nursing with a low baseline (80% of the mean need), a standard (the mean) and a high one (enough on 90% of days):
    /// Saville, Monks, Griffiths and Ball, BMJ Quality & Safety, 2021, table 4.
    static let published: [(temporary: Temporary, pounds: [Double])] = [
        (.none, [100, 124, 135]), (.asToday, [120, 135, 142]), (.unlimited, [145, 147, 152]),
    ]

    @Test("more staff in post cost more and leave fewer hours unfilled, but where temporary staff fill everything", arguments: StaffingTwinTests.footprints)
    func ordering(_ name: String) throws {
        let levels = [0.8, 1, 1.1]
        let found = try Self.published.map { row in try levels.map { try Self.found(name, $0, row.temporary) } }
        for (place, row) in found.enumerated() {
            for (fewer, more) in zip(row, row.dropFirst()) {
                #expect(fewer.unfilled >= more.unfilled - 1e-9)
                // With as many temporary staff as it takes, fewer in post cost more here and less there: agency is a quarter dearer
                // than the full cost of an hour, and there is no week with staff to spare until there are more in post than today.
                if Self.published[place].temporary != .unlimited { #expect(fewer.cost < more.cost) }
            }
        }
        for level in levels.indices {
            // Without temporary staff it costs least and most goes unfilled; with as many as it takes the other way about.
            for (fewer, more) in zip(found, found.dropFirst()) {
                #expect(fewer[level].cost <= more[level].cost + 1e-9 && fewer[level].unfilled >= more[level].unfilled - 1e-9)
            }
            // The rough size, over the standard with the temporary staff there are: within a tenth where there is a limit to them.
            for (row, published) in zip(found, Self.published) {
                let ours = row[level].cost / found[1][1].cost
                let theirs = published.pounds[level] / 135
                #expect((ours - theirs).magnitude < (published.temporary == .unlimited ? 0.12 : 0.1), "\(published.temporary), \(level): \(ours) and \(theirs)")
            }
        }
    }
}
