// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKSolver
import LinearPrograms
import TestSupport
import Testing

@testable import FootprintModels

/// What must hold of every plan, and what moving a figure must do.
@Suite("Staffing properties")
struct StaffingPropertyTests {
    private static let full = StaffingOption.sharedBankAndRecruitment.with { $0.overtimeOpen = true }

    /// The page's example with a second group below nurses, longer, with recruits.
    private static var system: StaffingSystem {
        var system = StaffingFixtures.worked
        system.groups[0].mayFill = [1]
        (system.groups[0].recruitsPerYear, system.groups[0].recruitmentLagWeeks, system.groups[0].recruitmentCost) = (40, 1, 100)
        var support = system.groups[0]
        (support.code, support.title, support.mayFill, support.substantiveRate) = ("support", "Support", [], 10)
        (support.bankRate, support.sharedBankRate, support.unfilledPrice) = (12, 13, 50)
        support.tiers = [.init(code: "only", rate: 18, availableShare: 0.1)]
        system.groups.append(support)
        for s in 0..<2 { system.workforce[0][s].vacancyShare = 0.1 }
        system.workforce.append([
            .init(wteInPost: 8, vacancyShare: 0.1, agencyHours: 800, bankHours: 300, unfilledShare: 0.35, bankPeople: 2),
            .init(wteInPost: 6, vacancyShare: 0.05, agencyHours: 500, bankHours: 100, unfilledShare: 0.02, bankPeople: 1),
        ])
        system.organisations[1].agencySpend = 9000
        system.organisations[0].agencySpend = 52_000
        system.sharedBank = [.init(from: 1, to: 0, hoursFactor: 0.5), .init(from: 0, to: 1, hoursFactor: 0.7)]
        system.weeks = [0.96, 1, 1.07, 1.01, 0.98].map {
            .init(demandFactor: .init($0), leaveFactor: 2 - $0, sicknessFactor: $0)
        }
        system.parameters.conversionWeek = 3
        return system
    }

    private func plan(_ system: StaffingSystem, _ option: StaffingOption) throws -> (StaffingSituation, StaffingPlan) {
        let situation = try StaffingFixtures.situation(system)
        return (situation, try #require(StaffingFixtures.optimum(situation, option)))
    }

    private func cost(_ system: StaffingSystem, _ option: StaffingOption) throws -> Double? {
        StaffingFixtures.cost(try StaffingFixtures.situation(system), option)
    }

    /// Why a system cannot be worked out from; nothing where it can.
    private func refused(_ system: StaffingSystem) -> [String] {
        do throws(StaffingFaults) {
            _ = try StaffingCalibration(system, StaffingCalendar(system.weeks))
            return []
        } catch { return error.sentences }
    }

    @Test("the test's system uses every source there is")
    func everything() throws {
        let (situation, plan) = try plan(Self.system, Self.full)
        let lines = plan.lines(situation, year: 1)
        for (name, pounds) in lines.named { #expect(pounds > 0, "\(name)") }
        #expect(plan.down.joined().joined().contains { $0 > 1e-6 })
    }

    @Test("every hour is filled once or counted as unfilled, and an hour of the bank is worked in one place")
    func hours() throws {
        for option in [Self.full, .ownBanks, .sharedBank] {
            let (situation, plan) = try plan(Self.system, option)
            for g in 0..<2 {
                for s in 0..<2 {
                    let year = plan.hours(situation, g, s, year: 1)
                    let filled = year.substantive + year.overtime + year.bank + year.agency + year.unfilled + year.fromOthers
                    #expect((filled - year.needed).magnitude < 1e-6 * year.needed)
                    for p in 0..<5 {
                        var given = 0.0
                        for (number, route) in situation.routes.enumerated() where route.from == s {
                            given += plan.bank[number][g, route.to, p] / route.take[g]
                        }
                        let most = situation.system.workforce[g][s].bankHours / 52 + 5 * plan.listed[g][s][0]
                        #expect(given <= most + 1e-6)
                        #expect(plan.substantive[g, s, p] <= situation.contractHours(g, p) * plan.post[g, s, p] + 1e-6)
                        for tier in situation.system.groups[g].tiers.indices {
                            #expect(plan.agency[tier][g, s, p] <= situation.calibration.offered(g, tier, s, p) + 1e-6)
                        }
                    }
                    #expect(plan.listed[g][s][0] <= situation.system.signUpLimit(g, s)! + 1e-9)
                }
            }
            #expect(option.shared || plan.bank.count == 4 && plan.bank[2].values.allSatisfy { $0 == 0 })
        }
    }

    @Test("extra hours a head keep to 48 a week over every window, or to today's")
    func workingTime() throws {
        var system = Self.system
        for g in 0..<2 { system.groups[g].signUpFactor = 20 }
        system.parameters.workingTimeHours = 42
        let (situation, plan) = try plan(system, Self.full)
        var binds = false
        for g in 0..<2 {
            for s in 0..<2 {
                for window in situation.calendar.windows(of: 2) {
                    var (extra, heads) = (0.0, 0.0)
                    for p in window {
                        extra += plan.overtime[g, s, p]
                        for (number, route) in situation.routes.enumerated() where route.from == s { extra += plan.bank[number][g, route.to, p] }
                        heads += situation.hours.present[g][p] * plan.post[g, s, p]
                    }
                    #expect(extra <= situation.margin(g, s) * heads + 1e-6)
                    if extra > situation.margin(g, s) * heads - 1e-6 { binds = true }
                }
            }
        }
        #expect(binds)
        // Dropping the rows that nothing can break changes nothing.
        let most = StaffingModel(situation, Self.full, windows: .all(situation))
        let all = try #require(GLPKSolver().solve(most.model).optimum)
        #expect((1000 * all.objective - plan.cost(situation)).magnitude < 1e-6 * plan.cost(situation))
        let usual = try StaffingFixtures.situation(Self.system)
        let few = StaffingModel(usual, .sharedBank)
        let many = StaffingModel(usual, .sharedBank, windows: .all(usual))
        #expect(few.rows.workingTime.count < many.rows.workingTime.count)
        let both = try [few, many].map { try #require(GLPKSolver().solve($0.model).optimum).objective }
        #expect((both[0] - both[1]).magnitude < 1e-9 * both[0])
    }

    @Test("no band covers a higher one: hours go down only, and by own staff")
    func downward() throws {
        let (situation, plan) = try plan(Self.system, Self.full)
        #expect(situation.system.fills.map { [$0.from, $0.to] } == [[0, 1]])
        for s in 0..<2 {
            for p in 0..<5 {
                var own = plan.substantive[0, s, p] + plan.overtime[0, s, p]
                for (number, route) in situation.routes.enumerated() where route.to == s { own += plan.bank[number][0, s, p] }
                #expect(plan.down[0][s][p] <= own + 1e-6)
            }
        }
        for ways in [[[1], [0]], [[1], [2], [0]], [[0], []]] {
            var back = Self.system
            while back.groups.count < ways.count {
                var more = back.groups[1]
                more.code = "g\(back.groups.count)"
                back.groups.append(more)
                back.workforce.append(back.workforce[1])
            }
            for (g, way) in ways.enumerated() { back.groups[g].mayFill = way }
            let sentences = refused(back)
            #expect(sentences.first?.hasPrefix("workforce_groups.csv, nurses, may_fill: it leads from nurses back to nurses") == true)
        }
    }

    /// In a year of 0.4 of the usual demand, agencies offer what they usually do. A week: nurses need 40 hours, have 32 in post and 68 on offer at
    /// £30; support staff need 320, have 160 and no agency, at £60 an hour unfilled. An hour of a nurse at their shifts saves 60 − 30, and there
    /// are 32 of them: agency 40 hours and 128 unfilled, 1,200 + 7,680 beside pay of 800 + 2,000. Agency at their shifts would make it 68 and 100.
    @Test("own staff fill downward and no agency, by hand")
    func nobodyHiredToFillDownward() throws {
        var system = StaffingFixtures.alone
        system.groups[0].tiers = [.init(code: "only", rate: 30, availableShare: 1)]
        system.groups[0].mayFill = [1]
        var support = system.groups[0]
        (support.code, support.mayFill, support.tiers, support.substantiveRate) = ("support", [], [], 10)
        system.groups.append(support)
        system.organisations[0].agencySpend = 68 * 52 * 30
        system.workforce = [
            [.init(wteInPost: 1, vacancyShare: 0, agencyHours: 68 * 52, bankHours: 0, unfilledShare: 0, bankPeople: 0)],
            [.init(wteInPost: 5, vacancyShare: 0, agencyHours: 0, bankHours: 0, unfilledShare: 0.8, bankPeople: 0)],
        ]
        let quiet = StaffingScenario(name: "quiet", probability: 1, demandFactors: [0.4, 0.4], sicknessFactor: 1)
        let situation = try StaffingFixtures.situation(system, nil, quiet)
        let option = StaffingOption(name: "down", title: "Down").with {
            $0.substitution = true
            $0.safe = true
        }
        let plan = try #require(StaffingFixtures.optimum(situation, option))
        #expect((plan.cost(situation) - 23_360).magnitude < 0.01)
        #expect((plan.down[0][0].reduce(0, +) - 64).magnitude < 1e-6)
    }

    @Test("safe fill: no group has more hours unfilled than today, and nobody is paid more for one than for leaving it open")
    func safe() throws {
        for option in [Self.full, .ownBanks, .ceiling(0.2), .ceiling(0.14)] {
            let (situation, plan) = try plan(Self.system, option)
            for g in 0..<2 {
                let unfilled = (0..<2).reduce(0) { $0 + plan.hours(situation, g, $1, year: 1).unfilled }
                #expect(unfilled <= situation.unfilledToday(g, 1) + 1e-6)
            }
        }
        var cheap = Self.system
        for g in 0..<2 { cheap.groups[g].unfilledPrice = 1 }
        let calibration = try StaffingCalibration(cheap, StaffingCalendar(cheap.weeks))
        for g in 0..<2 {
            let dearest = cheap.groups[g].tiers.indices.flatMap { tier in (0..<2).map { calibration.agencyRate(g, tier, $0) } }.max()!
            #expect(calibration.unfilledPaid[g] == dearest)
        }
    }

    @Test("a ceiling is of do-nothing pay: nobody recruited or signed up loosens it")
    func ceiling() throws {
        let situation = try StaffingFixtures.situation(Self.system)
        let model = StaffingModel(situation, .ceiling(0.03))
        for (s, rows) in model.rows.ceiling.enumerated() {
            let row = rows[0]
            // Agency alone is on the left, and a constant on the right.
            let most = 0.03 * situation.system.organisations[s].payBill / 1000 * 5 / 52
            #expect((model.model.sides(of: row).upper - most).magnitude < 1e-12)
            for term in model.model.program.terms(ofRow: row.index) {
                #expect(Int(term.column) >= model.firstStage.columns && term.coefficient > 0)
            }
        }
        // Dearer staff in post make the pay bill bigger, and leave agency's pounds where they are.
        var dear = Self.system
        dear.groups[0].substantiveRate *= 2
        let (_, plan) = try plan(Self.system, .ceiling(0.14))
        let (other, dearer) = try self.plan(dear, .ceiling(0.14))
        for s in 0..<2 {
            let limit = 0.14 * Self.system.organisations[s].payBill * 5 / 52
            #expect(plan.agencySpend(situation, s, year: 1) <= limit + 1e-6)
            #expect(dearer.agencySpend(other, s, year: 1) <= limit + 1e-6)
        }
    }

    @Test("the premium is in the rate and nowhere else: agency's line is hours at the rates paid, the lines add up to the cost")
    func premium() throws {
        let situation = try StaffingFixtures.situation(Self.system)
        let model = StaffingModel(situation, Self.full)
        let solution = try #require(GLPKSolver().solve(model.model).optimum)
        let plan = model.plan(solution)
        let lines = plan.lines(situation, year: 1)
        var agency = 0.0
        for g in 0..<2 {
            for s in 0..<2 {
                for p in 0..<5 {
                    for (place, tier) in situation.system.groups[g].tiers.enumerated() {
                        agency += situation.calibration.rateFactor[s] * tier.rate * plan.agency[place][g, s, p]
                    }
                }
            }
        }
        #expect((lines.agency - agency).magnitude < 1e-6)
        #expect((lines.total - 1000 * solution.objective).magnitude < 1e-6 * lines.total)
        // Of do-nothing: the spend of the tables, and what is over the same hours of those in post.
        let nothing = situation.doNothing
        for s in 0..<2 {
            #expect((nothing.agencySpend(situation, s, year: 1) - situation.system.organisations[s].agencySpend * 5 / 52).magnitude < 1e-6)
        }
        let hours = [0, 1].map { g in (0..<2).reduce(0.0) { $0 + nothing.hours(situation, g, $1, year: 1).agency } }
        let pay = 20 / 0.8 * hours[0] + 10 / 0.8 * hours[1]
        let spend = 61_000.0 * 5 / 52
        #expect((nothing.agencyPremium(situation, year: 1).overPay - (spend - pay)).magnitude < 1e-6)
    }

    @Test("more people who would sign up never cost more")
    func signUps() throws {
        for option in [StaffingOption.ownBanks, .sharedBank, Self.full, .ceiling(0.13)] {
            var costs: [Double] = []
            for factor in [0, 0.5, 1, 2, 8, nil] as [Double?] {
                var system = Self.system
                for g in 0..<2 { system.groups[g].signUpFactor = factor }
                // Fewer people may be too few.
                if let cost = try cost(system, option) { costs.append(cost) } else { #expect(costs.isEmpty) }
            }
            #expect(costs.count >= 3)
            for (fewer, more) in zip(costs, costs.dropFirst()) { #expect(more <= fewer + 1e-7 * fewer, "\(option.name)") }
            #expect(costs.last! < costs.first! - 1)
        }
    }

    @Test("a lower ceiling never costs less")
    func ceilings() throws {
        var costs: [Double] = []
        for share in [1, 0.2, 0.14, 0.12, 0.1, 0.08, 0.06, 0.04, 0.02] {
            guard let cost = try cost(Self.system, .ceiling(share)) else { break }
            costs.append(cost)
        }
        #expect(costs.count >= 3)
        for (higher, lower) in zip(costs, costs.dropFirst()) { #expect(lower >= higher - 1e-7 * higher) }
        #expect(costs.last! > costs.first! + 1)
    }

    @Test("a shared bank to which nobody would travel is the own banks and its office")
    func nobodyTravels() throws {
        var system = Self.system
        for place in system.sharedBank.indices { system.sharedBank[place].hoursFactor = 0 }
        let apart = try #require(try cost(system, .ownBanks))
        let together = try #require(try cost(system, .sharedBank))
        #expect((together - apart - (100 + 1300 * 5 / 52.0)).magnitude < 1e-6 * apart)
    }

    @Test("take-up by rate: as the two banks' rates to the power of the figure, all the hours at most, and nobody below a thousandth")
    func takeUpForRate() {
        var group = StaffingFixtures.worked.groups[0]
        (group.bankRate, group.takeUpForRate) = (20, 2)
        func takes(_ rate: Double, _ factor: Double) -> Double {
            group.sharedBankRate = rate
            return group.takes(.init(from: 0, to: 1, hoursFactor: factor))
        }
        #expect((takes(22, 0.5) - 0.605).magnitude < 1e-12)
        #expect((takes(18, 0.5) - 0.405).magnitude < 1e-12)
        #expect(takes(20, 0.5) == 0.5 && takes(30, 0.5) == 1 && takes(0.5, 0.5) == 0 && takes(22, 0) == 0)
        group.bankRate = 0
        #expect(takes(22, 0.5) == 0.5)
    }

    /// The page's shared bank at £24 an hour where the own banks pay £22, and people who give twice the hours for that: those of B take as
    /// many at A as at home. A person of B gives 10 hours at A in two weeks for 10 · 24 + 20 = 260, £26 an hour: below agency's £30, so all
    /// four sign up. Their 20 hours a week and A's own 10 are the 30 that were agency or unfilled. Cost: 24,000 + bank 2 · 30 · 22 = 1,320
    /// + shared 2 · 20 · 24 = 960 + people 6 · 20 = 120 + 150 = 26,550.
    @Test("take-up by rate, by hand: a better rate brings the hours of the page's example to A")
    func rateByHand() throws {
        var system = StaffingFixtures.worked
        system.groups[0].takeUpForRate = log(2) / log(24 / 22.0)
        let (situation, plan) = try plan(system, StaffingFixtures.shared)
        #expect((plan.cost(situation) - 26_550).magnitude < 0.01)
        #expect((plan.hours(situation, 0, 0, year: 1).moved - 40).magnitude < 1e-6)
        // At a rate that nobody goes for there is no way to A, and the office is paid for nothing.
        system.groups[0].sharedBankRate = 1
        let (far, alone) = try self.plan(system, StaffingFixtures.shared)
        #expect(alone.hours(far, 0, 0, year: 1).moved == 0 && alone.cost(far) > 26_670)
    }

    @Test("who would go further never costs more; a dearer rate never costs less unless it draws more people")
    func takeUp() throws {
        var costs: [Double] = []
        for factor in [0, 0.3, 0.6, 0.9] {
            var system = Self.system
            for place in system.sharedBank.indices { system.sharedBank[place].hoursFactor = factor }
            costs.append(try #require(try cost(system, .sharedBank)))
        }
        for (less, more) in zip(costs, costs.dropFirst()) { #expect(more <= less + 1e-7 * less) }
        #expect(costs[3] < costs[0] - 1)
        var dear = Self.system
        for g in 0..<2 { dear.groups[g].sharedBankRate += 3 }
        #expect(try #require(try cost(dear, .sharedBank)) >= (try #require(try cost(Self.system, .sharedBank))) - 1e-6)
    }

    @Test("what one more bank person is worth, by season, is what relaxing row 12 saves")
    func worth() throws {
        let situation = try StaffingFixtures.situation(Self.system)
        let model = StaffingModel(situation, .sharedBank)
        let solution = try #require(GLPKSolver().solve(model.model).optimum)
        let duals = try #require(solution.duals)
        let seasons = model.worthOfBankPerson(duals)
        let signing = model.worthOfSigningUp(duals)
        let plan = model.plan(solution)
        var compared = 0
        for g in 0..<2 {
            for s in 0..<2 {
                let year = seasons[g][s][0].reduce(0, +)
                let net = year - situation.system.parameters.bankPersonCost
                if plan.signed[g][s][0] > 1e-6 {
                    #expect((signing[g][s][0]! - net).magnitude < 1e-6 * max(1, year))
                    // Saved by a tenth of a person more: never more than the price says; lost by one fewer: never less.
                    var more = Self.system
                    more.workforce[g][s].bankPeople += 0.1
                    var fewer = Self.system
                    fewer.workforce[g][s].bankPeople -= 0.1
                    let saved = plan.cost(situation) - (try #require(try cost(more, .sharedBank)))
                    let lost = try #require(try cost(fewer, .sharedBank)) - plan.cost(situation)
                    #expect(saved <= 0.1 * net + 1e-6 && lost >= 0.1 * net - 1e-6)
                    if net > 1 { compared += 1 }
                } else {
                    #expect(net <= 1e-6)
                }
            }
        }
        #expect(compared >= 2)
    }

    @Test("a roster's own hours take the place of those worked out, by week and by month")
    func roster() throws {
        var system = Self.system
        system.workforce[0][0].rosterHours = [370, 350, 400, 380, 340]
        let situation = try StaffingFixtures.situation(system)
        #expect((0..<5).map { situation.hours.needed[0, 0, $0] } == [370, 350, 400, 380, 340])
        #expect(situation.hours.needed[0, 1, 0] != 370)
        let months = StaffingCalendar.months(of: system.weeks, years: 2)
        let monthly = try StaffingFixtures.situation(system, months)
        // Five weeks in twelve months: a month is five twelfths of a week.
        #expect((monthly.hours.needed[0, 0, 0] - 5.0 / 12 * 370).magnitude < 1e-9)
        #expect(((0..<12).reduce(0) { $0 + monthly.hours.needed[0, 0, $1] } - 1840).magnitude < 1e-9)
        #expect((0..<12).map { monthly.hours.needed[0, 0, $0] } == (12..<24).map { monthly.hours.needed[0, 0, $0] })
    }

    @Test("an hour of the bank dearer than agency is refused, with the cell and what it is held against")
    func order() {
        var system = Self.system
        system.groups[0].bankRate = 35
        #expect(refused(system).contains { $0.hasPrefix("workforce_group_figures.csv, nurses, bankRate: an hour of the bank costs £35") })
    }

    @Test("nobody at work is refused, with the figures")
    func nobodyThere() {
        var system = Self.system
        system.groups[1].leaveShare = 0.96
        #expect(refused(system).first?.hasPrefix("workforce_group_figures.csv, support: with leaveShare 0.96") == true)
    }
}
