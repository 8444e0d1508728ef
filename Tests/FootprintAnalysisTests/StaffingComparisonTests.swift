// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import Foundation
import TestSupport
import Testing

@testable import FootprintAnalysis

/// What has to hold of every comparison of staffing, whatever the figures.
@Suite("Staffing, the comparison")
struct StaffingComparisonTests {
    static let footprints = Repository.isLong ? StaffingTwinTests.footprints : ["shropshire"]

    static func appraisal(_ name: String, _ options: StaffingComparison.Options = .init(jobs: 2)) throws -> StaffingAppraisal {
        try StaffingComparison(Repository.instance(name), options: options).run()
    }

    private func near(_ first: Double, _ second: Double, _ within: Double = 1) -> Bool { (first - second).magnitude <= within }

    @Test("lines, savings, people and hours add up, as they are and at today's fill", arguments: footprints, [nil, 5] as [Int?])
    func adds(_ name: String, _ years: Int?) throws {
        let appraisal = try Self.appraisal(name, .init(years: years, jobs: 2, variesSignUps: false))
        let nothing = appraisal.doNothing
        #expect(appraisal.configurations.count == 6 && appraisal.answeredCount == 6 && appraisal.stopped == nil)
        #expect(nothing.years.count == years ?? 1)
        for row in appraisal.configurations {
            let cost = try #require(row.annualCost)
            let saving = try #require(row.annualSaving)
            let split = try #require(row.savingSplit)
            #expect(near(nothing.annualCost - cost, saving), "\(row.name)")
            #expect(near(split.cashReleasing + split.hoursFilled, saving) && split.cashReleasing == row.cashSavingNet)
            for result in [row.result, row.atTodaysFill?.result].compactMap(\.self) {
                check(result, appraisal, row.name)
            }
            let fair = try #require(row.atTodaysFill, "\(row.name)")
            #expect(near(fair.result.fill, nothing.fill, 1e-9) && near(fair.result.costLines["unfilled"]!, nothing.costLines["unfilled"]!))
            let once = ["bankPeople", "recruitment", "sharedBankSetUp"].reduce(0) { $0 + fair.result.costLines[$1]! }
            #expect(near(fair.cashSavingGross - fair.cashSavingNet, once))
            // Whatever is not the price of unfilled hours is cash, and unfilled hours are today's.
            #expect(near(nothing.annualCost - fair.result.annualCost, fair.cashSavingNet))
            // Filling what pays is worth no less than filling the same shifts, over the years as the program weighs them.
            if years == nil { #expect(saving >= fair.cashSavingNet - 1) }
            #expect((row.netPresentValue == nil) == (years == nil) && (fair.netPresentValue == nil) == (years == nil))
        }
        let ranked = appraisal.configurations.map { $0.atTodaysFill.map { $0.netPresentValue ?? $0.cashSavingNet } ?? -.infinity }
        for (first, second) in zip(ranked, ranked.dropFirst()) { #expect(first >= second - 1) }
        #expect(appraisal.configurations.map(\.rank) == Array(1...6))
    }

    private func check(_ result: StaffingResult, _ appraisal: StaffingAppraisal, _ name: String) {
        let years = Double(result.years.count)
        #expect(near(result.costLines.values.reduce(0, +), result.annualCost), "\(name)")
        for (line, pounds) in result.costLines {
            #expect(near(result.years.reduce(0) { $0 + $1.costLines[line]! } / years, pounds), "\(name), \(line)")
        }
        var (agency, moved, needed, unfilled) = (0.0, 0.0, 0.0, 0.0)
        for year in result.years {
            agency += year.agency.reduce(0) { $0 + $1.pounds }
            for row in year.hours {
                let hours = row.hours
                moved += hours.moved
                needed += hours.needed
                unfilled += hours.unfilled
                let filled = hours.substantive + hours.overtime + hours.bank + hours.agency + hours.unfilled + hours.fromOthers
                #expect(near(filled, hours.needed, 0.01), "\(name), \(row.group) at \(row.organisation)")
                #expect(hours.moved <= hours.bank + 1e-6)
            }
            for row in year.agency {
                let bill = appraisal.organisations.first { $0.code == row.organisation }!.payBill
                #expect(near(row.shareOfPay * bill, row.pounds, 0.01))
            }
        }
        #expect(near(agency / years, result.agencySpend) && near(moved / years, result.hoursMoved, 0.01))
        #expect(near(result.moved.reduce(0) { $0 + $1.hours }, moved, 0.01))
        #expect(near(result.fill, 1 - unfilled / needed, 1e-9) && result.worst.fill <= result.fill + 1e-9)
        for place in result.people { #expect(place.listed.allSatisfy { $0 <= (place.wouldSignUp ?? .infinity) + 1e-6 }) }
    }

    @Test("stock glpsol on the exported data finds the costs of the table", .enabled(if: Glpsol.isInstalled, "glpsol is not installed"), arguments: footprints)
    func exported(_ name: String) throws {
        let appraisal = try Self.appraisal(name, .init(jobs: 2, variesSignUps: false))
        for row in appraisal.configurations {
            for (end, cost) in [("", row.annualCost), ("+todays-fill", row.atTodaysFill?.result.annualCost)] {
                if row.isToday, !end.isEmpty { continue }
                let data = try StaffingExport(Repository.instance(name), configuration: row.name + end).mathprog
                #expect(data.name == "staffing.dat")
                let run = try Glpsol.run(["--nopresol", "-m", Repository.twin("staffing"), "-d"], on: data.text)
                #expect(run.isOptimal, "\(row.name)\(end)")
                let found = try #require(cost)
                #expect(((run.number("cost") ?? .nan) - found).magnitude <= 1e-8 * found, "\(row.name)\(end)")
            }
        }
    }

    @Test("more people who would sign up never save less, and none save more than as many as pay", arguments: footprints)
    func limits(_ name: String) throws {
        let limits = try Self.appraisal(name).signUpLimits
        #expect(limits.map(\.limit) == [.low, .value, .high, .none])
        for place in limits[0].answers.indices {
            let saved = limits.map { $0.answers[place].cashSavingNet ?? -.infinity }
            for (fewer, more) in zip(saved, saved.dropFirst()) { #expect(fewer <= more + 1, "\(limits[0].answers[place].name)") }
        }
        for limit in limits {
            let most = limit.answers.compactMap(\.cashSavingNet).max()
            #expect(most == limit.answers.first { $0.name == limit.winner }?.cashSavingNet)
        }
        #expect(limits[3].factors.isEmpty && limits[0].factors.values.allSatisfy { $0 < 1 } && limits[2].factors.values.allSatisfy { $0 > 1 })
    }

    /// The cost of an option is convex in who would sign up: the next person saves no more than the price says, the last one no less.
    @Test("one more person on a bank saves no more, and one fewer loses no less, than the season's worth less bringing them on")
    func worth() throws {
        let system = try StaffingTwinTests.system("shropshire")
        let calendar = StaffingCalendar(system.weeks)
        let option = StaffingOption.ownBanks.with { $0.sameFill = true }
        /// The limits of a group moved together, that of the first organisation by so many people.
        func solved(_ change: Double, _ g: Int) throws -> (cost: Double, worth: [[[[Double]]]]) {
            var changed = system
            changed.groups[g].signUpFactor = 1 + change / system.workforce[g][0].bankPeople
            let situation = try StaffingComparison.situation(changed, calendar)
            guard case .solved(let solved) = try StaffingAnswers.answer(situation, option, nil) else { throw AnalysisFailure.stopped }
            return (solved.plan.cost(situation), solved.bankWorth)
        }
        for g in system.groups.indices {
            let base = try solved(0, g)
            let scale = 1 / system.workforce[g][0].bankPeople
            let worth = system.organisations.indices.reduce(0.0) { sum, s in
                let people = system.workforce[g][s].bankPeople * scale
                let each = base.worth[g][s][0].reduce(0, +) - system.parameters.bankPersonCost
                return sum + people * max(0, each)
            }
            let (more, fewer) = (try solved(1, g).cost, try solved(-1, g).cost)
            #expect(base.cost - more <= worth + 0.01, "\(system.groups[g].code)")
            #expect(fewer - base.cost >= worth - 0.01, "\(system.groups[g].code)")
            #expect(worth > 0)
        }
    }

    @Test("the same answer from one thread and two, and as JSON read back", arguments: ["shropshire"])
    func determinism(_ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let first = try encoder.encode(Self.appraisal(name, .init(jobs: 1)))
        #expect(try encoder.encode(Self.appraisal(name, .init(jobs: 2))) == first)
        #expect(try encoder.encode(JSONDecoder().decode(StaffingAppraisal.self, from: first)) == first)
    }

    /// The listed scenarios have probabilities 0.6, 0.2 and 0.2.
    @Test("uncertain years: means add up, the people keep to the limit, and nobody decides better than with foresight")
    func uncertainty() throws {
        let appraisal = try Self.appraisal(
            "shropshire", .init(jobs: 2, variesSignUps: false, uncertainty: .init(scenarios: 3)))
        let found = try #require(appraisal.uncertainty?.answer)
        #expect(found.scenarios.map(\.probability) == [0.6, 0.2, 0.2])
        #expect(near(found.scenarios.reduce(0) { $0 + $1.probability * $1.cost }, found.expectedCost))
        #expect(near(found.scenarios.reduce(0) { $0 + $1.probability * $1.costOfDoingNothing }, found.expectedCostOfDoingNothing))
        #expect(near(found.expectedCostOfDoingNothing - found.expectedCost, found.expectedSaving))
        #expect(found.worst.cost == found.scenarios.map(\.cost).max())
        #expect(found.valueOfStochasticSolution ?? -1 >= 0 && found.expectedValueOfPerfectInformation ?? -1 >= 0)
        #expect(found.gap <= 1e-6)
        for place in found.people {
            let limit = appraisal.doNothing.people.first { $0.group == place.group && $0.organisation == place.organisation }?.wouldSignUp
            #expect(Double(place.peopleToSignUp) <= (limit ?? .infinity).rounded(.up))
        }
        // The mean of the dearest costs no more where it is all that is minimised.
        let careful = try Self.appraisal(
            "shropshire", .init(jobs: 2, variesSignUps: false, uncertainty: .init(scenarios: 3, riskWeight: 1, riskLevel: 0.8)))
        let risk = try #require(careful.uncertainty?.answer?.risk)
        #expect(risk.meanOfTheDearest <= found.worst.cost + 1)
        #expect(careful.uncertainty?.answer?.expectedCost ?? 0 >= found.expectedCost - 1)
    }

    @Test("asked to stop before it begins: today is all there is, and it says so")
    func stopped() throws {
        let stop = StopSignal()
        stop.cancel()
        let appraisal = try StaffingComparison(Repository.instance("shropshire")).run(stop: stop)
        #expect(appraisal.stopped == .cancelled && appraisal.answeredCount == 1 && appraisal.configurationCount == 6)
        #expect(appraisal.winner?.isToday == true)
    }

    @Test("few people and a date that is reached: every option fails, says why, and with how many more it would hold")
    func failing() throws {
        let loaded = try InstanceLoader.load(
            folder: Repository.folder("shropshire"),
            overrides: ["doctors", "nurses", "therapists", "support"].map {
                try Override(parsing: "workforce_group_figures[\($0),signUpFactor].value=0.05")
            })
        let appraisal = try StaffingComparison(loaded, options: .init(firstWeek: 104, jobs: 2)).run()
        let failing = appraisal.configurations.filter { $0.status == .infeasible }
        #expect(failing.contains { $0.name == "own-banks" } && appraisal.winner != nil)
        for row in failing {
            #expect(row.rank == nil && row.result == nil && !row.reasons.isEmpty)
            let people = try #require(row.reasons.first { $0.unit == "people" }, "\(row.name)")
            #expect(people.leastChange ?? 0 > 0)
        }
        // A figure that the caller set has no range: only the value and no limit are there.
        #expect(appraisal.signUpLimits.map(\.limit) == [.value, .none])
        #expect(appraisal.signUpLimits[0].answers.contains { $0.reason != nil })
    }

    @Test("the instance's own ceiling is the first of the two")
    func ceilings() throws {
        let loaded = try InstanceLoader.load(
            folder: Repository.folder("shropshire"), overrides: [Override(parsing: "staffing_parameters[agencyCeilingShare].value=0.05")])
        #expect(StaffingComparison.options(try #require(loaded.viewed(as: .staffing))).map(\.name)
            == ["own-banks", "shared-bank", "shared-bank-recruitment", "ceiling-5", "ceiling-3"])
    }

    @Test("Staffordshire's claims are each there, the saving beside the plan's £44m, and the arithmetic of its premium")
    func claims() throws {
        let appraisal = try Self.appraisal("staffordshire", .init(jobs: 2))
        #expect(appraisal.claims.count == 8)
        let reach = try #require(appraisal.reach)
        #expect(reach.claim.saving == 27e6 && reach.claim.base == 44e6 && reach.claim.premium == 0.5)
        func claim(_ measure: String, _ subject: String = "all providers") -> ComparedClaim? {
            appraisal.claims.first { $0.measure == measure && $0.subject == subject }
        }
        #expect(claim("annual saving")?.computed == reach.found.reachable)
        // Three organisations: £17.472725m + £7.673275m + £8.583379m of £250.389072m + £109.960192m + £135.694379m.
        #expect(try near(#require(claim("agency spend")?.computed), 33_729_379))
        #expect(try near(#require(claim("pay")?.computed), 496_043_643))
        #expect(try near(#require(claim("agency over pay")?.computed), 33_729_379 / 496_043_643, 1e-9))
        #expect(try near(#require(claim("agency over pay", "R1E")?.computed), 8_583_379 / 135_694_379, 1e-9))
        #expect(claim("agency over pay", "national average")?.computed == nil)
        #expect(reach.found.reachable < 27e6 && reach.found.reachable == reach.found.share * 44e6)
        #expect(reach.foundWithoutLimit?.share ?? 0 >= reach.found.share)
        // At the rates that are said to be needed the share of spend is the claim's.
        let times = try #require(reach.premiumFound?.ratesTimes)
        var dearer = try StaffingTwinTests.system("staffordshire")
        for g in dearer.groups.indices { for t in dearer.groups[g].tiers.indices { dearer.groups[g].tiers[t].rate *= times } }
        for s in dearer.organisations.indices { dearer.organisations[s].agencySpend *= times }
        let situation = try StaffingComparison.situation(dearer, StaffingCalendar(dearer.weeks))
        let accounts = StaffingAccounts(situation: situation)
        let option = try #require(StaffingOption.table.first { $0.name == reach.found.option }).with { $0.sameFill = true }
        guard case .solved(let solved) = try StaffingAnswers.answer(situation, option, nil) else {
            Issue.record("no answer")
            return
        }
        #expect(near(accounts.cashSaving(solved.plan).net / accounts.agencySpend(situation.doNothing), 27.0 / 44, 1e-6))
    }
}
