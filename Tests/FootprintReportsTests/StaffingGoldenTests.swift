// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import Foundation
import Testing

@testable import FootprintReports

/// Reports of the planted staffing answer, byte for byte: see `Golden`.
@Suite("Reports of a planted staffing answer")
struct StaffingGoldenTests {
    @Test("text")
    func text() throws { try Golden.check(Data(StaffingText(PlantedStaffing.make()).text.utf8), "staffing.txt") }

    @Test("text of several years, stopped, in the plans the instance lists, with a figure changed, with details")
    func severalYears() throws {
        try Golden.check(Data(StaffingText(severalYearsAppraisal(), showsDetails: true).text.utf8), "staffing-years.txt")
    }

    @Test("text where nothing saves")
    func nothingSaves() throws {
        let appraisal = try PlantedStaffing.changed {
            $0.configurations = $0.configurations.filter(\.isToday)
            $0.configurations[0].rank = 1
            $0.signUpLimits = []
            $0.claims = []
            $0.reach = nil
            $0.uncertainty?.answer = nil
            $0.isIllustrative = false
            $0.sensitivity = nil
            $0.provenance.savingRestingOnAssumed = nil
        }
        try Golden.check(Data(StaffingText(appraisal).text.utf8), "staffing-nothing.txt")
    }

    @Test("CSV")
    func csv() throws { try Golden.check(Data(StaffingCSV.text(PlantedStaffing.make()).utf8), "staffing.csv") }

    @Test("JSON")
    func json() throws { try Golden.check(ComparisonJSON.data([PlantedStaffing.make()]), "staffing.json") }

    @Test("no line is longer than 100 columns")
    func width() throws {
        for appraisal in [try PlantedStaffing.make(), try severalYearsAppraisal()] {
            for line in StaffingText(appraisal, showsDetails: true).text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
        }
    }

    private func severalYearsAppraisal() throws -> StaffingAppraisal {
        try PlantedStaffing.changed {
            $0.options.changed = ["organisation_pay[EAST,payBill].value=20000000"]
            $0.options.periods = .months
            $0.options.years = 2
            $0.stopped = .timeLimit
            $0.answeredCount = 3
            for place in $0.configurations.indices {
                $0.configurations[place].netPresentValue = 1_230_000
                $0.configurations[place].atTodaysFill?.netPresentValue = 4_560_000
            }
            $0.uncertainty?.seed = nil
            $0.uncertainty?.answer?.risk = nil
            $0.uncertainty?.answer?.expectedValueOfPerfectInformation = 34_000
            $0.reach?.premiumFound?.needed = nil
            $0.reach?.premiumFound?.ratesTimes = nil
            $0.provenance.figures.caller = 1
        }
    }
}
