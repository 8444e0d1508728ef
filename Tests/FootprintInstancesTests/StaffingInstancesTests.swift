// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// The staffing tables of the shipped instances agree with each other and with what is published.
@Suite struct StaffingInstancesTests {
    static let footprints = RealInstancesTests.footprints

    private static func figures(_ name: String) throws -> Figures {
        try #require(try InstanceLoader.load(folder: RealInstancesTests.folder(name)).viewed(as: .staffing)).figures
    }

    /// Leave over the year's mean has a mean of 1; a third of August weeks off would otherwise be leave twice.
    @Test(arguments: footprints)
    func leaveIsAPatternOfTheYear(_ name: String) throws {
        let figures = try Self.figures(name)
        let factors = figures.keys(of: "week_figures").compactMap { figures.value("week_figures", $0[0], figure: "leaveFactor") }
        #expect(factors.count == 52)
        #expect(abs(factors.reduce(0, +) / 52 - 1) < 0.0001)
    }

    /// Hours times the tiers' rates make the spend. With nothing done every tier gives what it offers, a few weeks of few
    /// gaps apart, so the plain mean of the tiers is within half a per cent.
    @Test(arguments: footprints)
    func agencyHoursAtTheTiersRatesAreTheSpend(_ name: String) throws {
        let figures = try Self.figures(name)
        func tiers(_ group: String) -> [(rate: Double, share: Double)] {
            figures.keys(of: "agency_tiers").filter { $0[0] == group }.map {
                (figures.value("agency_tiers", $0[0], $0[1], figure: "rate") ?? .nan, figures.value("agency_tiers", $0[0], $0[1], figure: "availableShare") ?? .nan)
            }
        }
        for organisation in figures.keys(of: "organisation_pay").map({ $0[0] }) {
            let spend = figures.keys(of: "workforce").filter { $0[0] == organisation }.reduce(0.0) { sum, key in
                let offers = tiers(key[1])
                let mean = offers.reduce(0) { $0 + $1.rate * $1.share } / offers.reduce(0) { $0 + $1.share }
                return sum + mean * (figures.value("workforce", key[0], key[1], figure: "agencyHours") ?? .nan)
            }
            let published = try #require(figures.value("organisation_pay", organisation, figure: "agencySpend"))
            #expect(abs(spend / published - 1) < 0.005, "\(organisation)")
        }
    }

    /// The price caps of April 2016 are 55% above pay before on-costs: band 5 £22.32, band 6 £27.63, consultant £75.34. The
    /// employer's contributions of 2016/17: 13.8% above £8,112 and 14.3%.
    @Test(arguments: footprints)
    func ratesAreThePublishedOnes(_ name: String) throws {
        let figures = try Self.figures(name)
        func of(_ group: String, _ figure: String) -> Double { figures.value("workforce_group_figures", group, figure: figure) ?? .nan }
        #expect(abs(of("nurses", "substantiveRate") * 1.55 - 22.32) < 0.01)
        #expect(abs(of("therapists", "substantiveRate") * 1.55 - 27.63) < 0.01)
        #expect((26...48.61).contains(of("doctors", "substantiveRate")))
        for group in ["doctors", "nurses", "therapists", "support"] {
            let pay = of(group, "substantiveRate") * of(group, "contractHours") * 52.18
            #expect(abs(of(group, "onCostShare") - (0.143 + 0.138 * (pay - 8_112) / pay)) < 0.001, "\(group)")
            // No bank hour is dearer than agency's cheapest, or the rule of what is used today would not hold.
            #expect(of(group, "bankRate") < (figures.value("agency_tiers", group, "tier-1-capped", figure: "rate") ?? .nan))
        }
    }

    /// Who goes elsewhere gives fewer hours, the fewer the further it is and none from 75 minutes on; a shift elsewhere is paid at a
    /// rate of its own, over the own bank's and below agency's cheapest.
    @Test(arguments: footprints)
    func takeUpFallsWithDistance(_ name: String) throws {
        let figures = try Self.figures(name)
        let ways = figures.keys(of: "shared_bank").map { key in
            (
                minutes: figures.value("shared_bank", key[0], key[1], figure: "minutes") ?? .nan,
                take: figures.value("shared_bank", key[0], key[1], figure: "hoursFactor") ?? .nan
            )
        }.sorted { $0.minutes < $1.minutes }
        #expect(!ways.isEmpty)
        for way in ways { #expect(way.minutes < 75 ? way.take > 0 && way.take < 1 : way.take == 0, "\(way)") }
        for (near, far) in zip(ways, ways.dropFirst()) { #expect(far.take <= near.take) }
        for group in figures.keys(of: "workforce_group_figures").map({ $0[0] }) {
            let rates = ["bankRate", "sharedBankRate"].map { figures.value("workforce_group_figures", group, figure: $0) ?? .nan }
            #expect(rates[0] < rates[1] && rates[1] < (figures.value("agency_tiers", group, "tier-1-capped", figure: "rate") ?? .nan))
        }
    }

    /// What Staffordshire's plan claims of agency (L251, L558, L1047).
    @Test func staffordshireHasTheClaims() throws {
        let instance = try InstanceLoader.load(folder: RealInstancesTests.folder("staffordshire"))
        let claims = Dictionary(uniqueKeysWithValues: instance.claims.filter { $0.family == .staffing }.map { ($0.code, $0.value) })
        #expect(
            claims == [
                "agency": 27_000_000, "agency-spend": 44_000_000, "pay": 642_900_000, "agency-share": 0.07, "agency-share-community": 0.22,
                "agency-share-national": 0.04, "agency-premium": 0.5, "conversion": 0.25,
            ])
        #expect(instance.viewed(as: .staffing)?.figures.value("staffing_parameters", figure: "agencyPremium") == 0.5)
    }
}
