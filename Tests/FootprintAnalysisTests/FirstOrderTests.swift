// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import GLPKSolver
import LinearPrograms
import TestSupport
import Testing

@testable import FootprintAnalysis

/// The optimum of a changed program by the prices of the one that is solved.
@Suite("The first order of an optimum")
struct FirstOrderTests {
    /// Beds at £3 and nurses at £2, at least 4 of both together and at most 3 nurses: 3 nurses and a bed, £9. One more of both is a bed,
    /// £3; one more nurse in place of a bed saves £1.
    private func program(bed: Double = 3, atLeast: Double = 4, nurses: Double = 3, need: Double = 1) -> Model<ThousandPounds> {
        var model = Model("beds and nurses", minimise: ThousandPounds.self)
        let beds = model.variable("beds", in: 0..., of: Beds.self)
        let staff = model.variable("staff", in: 0...nurses, of: Beds.self)
        model.require("enough", need * beds + staff .>= atLeast)
        model.minimise(Rate<ThousandPounds, Beds>(bed) * beds + Rate<ThousandPounds, Beds>(2) * staff)
        return model
    }

    @Test("sides, bounds and costs: exact while the basis holds")
    func exact() throws {
        let known = program()
        let solution = try #require(GLPKSolver().solve(known).optimum)
        #expect(solution.objective == 9)
        for (changed, optimum) in [(program(atLeast: 5), 12.0), (program(nurses: 2), 10), (program(bed: 4), 10)] {
            #expect(changed.program.firstOrderOptimum(from: solution, of: known.program) == optimum)
            #expect(GLPKSolver().solve(changed).optimum?.objective == optimum)
        }
        // A bed that counts for half takes two, £3 more; by prices, that it gives half a one less at £3, £1.50.
        #expect(program(need: 0.5).program.firstOrderOptimum(from: solution, of: known.program) == 10.5)
    }

    @Test("a program of another shape has none")
    func shape() throws {
        let known = program()
        let solution = try #require(GLPKSolver().solve(known).optimum)
        var other = known
        _ = other.variable("more", in: 0..., of: Beds.self)
        #expect(other.program.firstOrderOptimum(from: solution, of: known.program) == nil)
    }
}

@Suite("Staffing, what the winner hangs on")
struct StaffingQuestionsTests {
    @Test("moved by a thousandth, figures move the saving as the prices say")
    func estimates() throws {
        let instance = try #require(Repository.instance("shropshire").viewed(as: .staffing))
        let option = StaffingOption.ownBanks.with { $0.sameFill = true }
        func solved(_ figure: Int?, _ value: Double) throws -> (model: StaffingModel, solution: Solution, saving: Double) {
            var changed = instance
            if let figure { changed.figures[figure] = value }
            let situation = try StaffingComparison.situation(try #require(StaffingSystem(changed)), .init())
            let model = StaffingModel(situation, option)
            guard case .optimal(let solution) = try StaffingSolving.solve(model) else { throw AnalysisFailure.stopped }
            return (model, solution, situation.doNothing.cost(situation) - 1000 * solution.objective)
        }
        let known = try solved(nil, 0)
        for (table, key, name) in [
            ("organisation_pay", ["RXW"], "agencySpend"), ("workforce", ["RXW", "nurses"], "agencyHours"),
            ("workforce_group_figures", ["nurses"], "signUpFactor"), ("workforce_group_figures", ["doctors"], "bankRate"),
            ("agency_tiers", ["nurses", "tier-1-capped"], "rate"), ("week_figures", ["W20"], "demandFactor"),
            ("staffing_parameters", [], "bankPersonCost"), ("workforce", ["RXW", "nurses"], "wteInPost"),
        ] as [(String, [String], String)] {
            let place = try #require(instance.figures.index(table, key, name), "\(table), \(name)")
            let value = instance.figures[place] * 1.001
            let changed = try solved(place, value)
            let estimate = try #require(
                changed.model.model.program.firstOrderOptimum(from: known.solution, of: known.model.model.program))
            let doNothing = changed.model.situation.doNothing.cost(changed.model.situation)
            let (told, found) = (doNothing - 1000 * estimate - known.saving, changed.saving - known.saving)
            #expect((told - found).magnitude <= max(20, 0.1 * found.magnitude), "\(name): by prices \(told), solved \(found)")
        }
    }

    @Test("the figures that move the saving most are those of who signs up and what is paid, and most of it is assumed")
    func sensitivity() throws {
        let appraisal = try StaffingComparison(
            Repository.instance("shropshire"), options: .init(jobs: 2, variesSignUps: false, findsSensitivity: true)).run()
        let found = try #require(appraisal.sensitivity)
        #expect((1...StaffingQuestions.shown).contains(found.figures.count))
        for (more, less) in zip(found.figures, found.figures.dropFirst()) { #expect(more.swing >= less.swing) }
        let saving = try #require(appraisal.winner?.atTodaysFill?.cashSavingNet)
        for figure in found.figures {
            let ends = [figure.savingAtLow, figure.savingAtHigh].compactMap(\.self)
            #expect(ends.contains { ($0 - saving).magnitude > 1 } || ends.count < 2, "\(figure.cell)")
            #expect(figure.low <= figure.value && figure.value <= figure.high)
            for change in figure.changes { #expect(change.at >= figure.low && change.at <= figure.high && change.newWinner != appraisal.winner?.name) }
        }
        let share = try #require(appraisal.provenance.savingRestingOnAssumed)
        #expect(share > 0.5 && share < 1)
    }
}
