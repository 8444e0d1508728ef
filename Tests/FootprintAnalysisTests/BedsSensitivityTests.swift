// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation
import GLPKSolver
import TestSupport
import Testing

@testable import FootprintAnalysis
@testable import FootprintModels

/// What the best plan hangs on: assumptions moved over their ranges, against the whole comparison afresh.
@Suite("Sensitivity of beds")
struct BedsSensitivityTests {
    /// The template's two hospitals, with ranges.
    private static func madeUp(_ overrides: [String] = []) throws -> Instance {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try InstanceTemplate.write(to: folder, title: "Made up", families: [.beds])
        let ranges = [
            "variableCostPerBed,45000,45000,45000": "variableCostPerBed,45000,30000,60000",
            "effect,0.1,0.1,0.1": "effect,0.1,0.02,0.2", "price,12400,12400,12400": "price,12400,8000,20000",
            "earliestClosureYear,2019,2019,2019": "earliestClosureYear,2019,2018,2021",
            "occupiedBeds,420,420,420": "occupiedBeds,420,400,440",
        ]
        for file in try FileManager.default.contentsOfDirectory(at: folder.appending(path: "beds"), includingPropertiesForKeys: nil) {
            var text = try String(contentsOf: file, encoding: .utf8)
            for (old, new) in ranges { text = text.replacing(old, with: new) }
            try Data(text.utf8).write(to: file)
        }
        return try InstanceLoader.load(folder: folder, overrides: overrides.map { try Override(parsing: $0) })
    }

    @Test("assumed figures of one name, value, range and source are one assumption; a stated one stands alone")
    func assumptions() throws {
        let instance = try #require(try BedsComparisonTests.loaded("staffordshire").viewed(as: .beds))
        let system = try #require(BedsSystem(instance))
        let together = BedsFigures(instance, system, together: true)
        let alone = BedsFigures(instance, system, together: false)
        #expect(alone.figures.count == instance.figures.count)
        #expect(alone.figures.allSatisfy { alone.alike($0.cell) == nil })
        // Three acute hospitals share what a bed costs there; the seven community hospitals and Cannock another.
        #expect(together.alike("pool_figures[RJE01-acute,variableCostPerBed].value") == [
            "pool_figures[RJE09-acute,variableCostPerBed].value", "pool_figures[RJF02-acute,variableCostPerBed].value",
        ])
        #expect(together.alike("pool_figures[RJE01-acute,openBeds].value") == nil)
        let members = together.figures.reduce(0) { $0 + 1 + (together.alike($1.cell)?.count ?? 0) }
        #expect(members == instance.figures.count)
        // Moved together: each at the new value, everything else as it is.
        let place = try #require(together.figures.firstIndex { $0.cell == "pool_figures[RJE01-acute,variableCostPerBed].value" })
        let moved = together.system(with: place, at: 60_000)
        #expect(moved.pools.prefix(3).map(\.variableCostPerBed) == [60_000, 60_000, 60_000])
        #expect(moved.pools.dropFirst(3).map(\.variableCostPerBed) == system.pools.dropFirst(3).map(\.variableCostPerBed))
        let single = alone.system(with: try #require(alone.figures.firstIndex { $0.cell == "pool_figures[RJE09-acute,variableCostPerBed].value" }), at: 60_000)
        #expect(single.pools.map(\.variableCostPerBed).filter { $0 == 60_000 }.count == 1)
    }

    @Test("the shares of a pool add up to one whatever is moved; a smaller ward leaves all of them closable where all were")
    func whatMovesWithAFigure() throws {
        let instance = try #require(try BedsComparisonTests.loaded("staffordshire").viewed(as: .beds))
        let system = try #require(BedsSystem(instance))
        for together in [true, false] {
            let figures = BedsFigures(instance, system, together: together)
            for (place, figure) in figures.figures.enumerated() where figure.table == "pool_cohorts" {
                for value in [figure.low, figure.high].compactMap(\.self) {
                    let moved = figures.system(with: place, at: value)
                    for pool in moved.pools { #expect((pool.shares.reduce(0, +) - 1).magnitude < 1e-12, "\(figure.cell)") }
                }
            }
            for (place, figure) in figures.figures.enumerated() where figure.name == "wardSize" {
                for value in [figure.low, figure.high].compactMap(\.self) {
                    for (before, pool) in zip(system.pools, figures.system(with: place, at: value).pools) {
                        #expect(pool.closableWards <= pool.wards)
                        #expect(before.closableWards < before.wards || pool.closableWards == pool.wards)
                    }
                }
            }
        }
    }

    @Test("the same from one thread and two, of five figures at most, the furthest first; and the share is one")
    func made() throws {
        let instance = try Self.madeUp()
        func run(_ jobs: Int) throws -> BedsAppraisal { try BedsComparison(instance, options: .init(jobs: jobs)).run() }
        let (one, two) = (try run(1), try run(2))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(one) == encoder.encode(two))
        let sensitivity = try #require(one.sensitivity)
        #expect((3...5).contains(sensitivity.figures.count))
        #expect(sensitivity.figures.map(\.swing) == sensitivity.figures.map(\.swing).sorted(by: >))
        #expect(sensitivity.figures[0].swing > 0)
        #expect(sensitivity.figures.contains { $0.alike == ["pool_figures[SITE-B-acute,variableCostPerBed].value"] })
        // Every figure of the template is assumed.
        #expect(one.provenance.savingRestingOnAssumed == 1)
    }

    @Test("at each end: what is said there, against a comparison of the instance with the figure changed")
    func ends() throws {
        let instance = try Self.madeUp()
        let appraisal = try BedsComparison(instance, options: .init(jobs: 2)).run()
        let view = try #require(instance.viewed(as: .beds))
        let system = try #require(BedsSystem(view))
        let model = BedsModel(system, system.free)
        let decisions = model.decisions(of: try #require(GLPKSolver().solve(model.model, options: BedsSolving.options).optimum))
        let value = try #require(appraisal.winner?.netPresentValue)
        let tolerance = BedsQuestions.gap * value + 2000
        /// The best with a figure changed, and today's best held: £ of net present value.
        func values(_ figure: Sensitivity.Swing, at value: Double) throws -> (best: BedsConfiguration, held: Double?) {
            let overrides = ([figure.cell] + (figure.alike ?? [])).map { "\($0)=\(value)" }
            let changed = try Self.madeUp(overrides)
            let best = try #require(try BedsComparison(changed, options: .init(findsSensitivity: false)).run().configurations.first { $0.kind == .best })
            let other = try #require(changed.viewed(as: .beds).flatMap { BedsSystem($0) })
            let idle = try #require(GLPKSolver().solve(BedsModel(other, other.doNothing).model).optimum)
            let held = BedsModel(other, other.free).holding(decisions).flatMap { GLPKSolver().solve($0).optimum }
            return (best, held.map { 1000 * (idle.objective - $0.objective) })
        }
        let sensitivity = try #require(appraisal.sensitivity)
        var changes = 0
        for figure in sensitivity.figures where figure.cell.hasPrefix("pool_cohorts") == false {
            for (end, saving) in [(figure.low, figure.savingAtLow), (figure.high, figure.savingAtHigh)] {
                let there = try values(figure, at: end)
                let isChange = figure.changes.contains { ($0.at - figure.value) * (end - figure.value) > 0 }
                if isChange {
                    changes += 1
                    // Today's best is no longer possible, or worse by more than the gap.
                    #expect((there.held ?? -.infinity) < there.best.netPresentValue! - 999)
                } else {
                    #expect(try #require(there.held) >= there.best.netPresentValue! - tolerance, "\(figure.cell) = \(end)")
                }
                #expect((try #require(saving) - there.best.annualSaving!).magnitude <= 0.02 * there.best.annualSaving!.magnitude + tolerance, "\(figure.cell) = \(end)")
            }
            for change in figure.changes {
                let at = try values(figure, at: change.at)
                #expect((at.held ?? -.infinity) <= at.best.netPresentValue! - 990, "\(figure.cell) = \(change.at)")
                let step = (change.at - figure.value) / 400
                if figure.cell.contains("Year]") { continue }
                // A little before, today's best is possible, and as good as the plan that will overtake it.
                #expect(try values(figure, at: change.at - step).held != nil)
            }
        }
        #expect(changes > 0)
    }

    @Test("stopped while figures are moved: every row stands, and what was not worked out is left out")
    func stopped() throws {
        let stop = StopSignal()
        let appraisal = try BedsComparison(Self.madeUp()).run(stop: stop) { _, _, what in
            if what.contains("moved over their ranges") { stop.cancel() }
        }
        #expect(appraisal.stopped == .cancelled)
        #expect(appraisal.answeredCount == appraisal.configurationCount)
        // No ward closes: the row of schemes alone is as good, and stands first.
        let best = try #require(appraisal.configurations.first { $0.kind == .best })
        #expect(best.proof == .optimal && !best.prices.isEmpty)
        #expect(appraisal.sensitivity == nil && appraisal.provenance.savingRestingOnAssumed == nil)
    }

    @Test("stopped before the second program: what is answered is said, and no more")
    func stoppedEarlier() throws {
        let stop = StopSignal()
        let appraisal = try BedsComparison(Self.madeUp()).run(stop: stop) { done, _, what in
            if what == "programs", done == 1 { stop.cancel() }
        }
        #expect(appraisal.stopped == .cancelled)
        #expect(appraisal.configurations.first?.kind == .schemesOnly)
        #expect(appraisal.answeredCount < appraisal.configurationCount)
        #expect(appraisal.sensitivity == nil)
    }

    @Test("on a footprint, all of it: shares, ranges and the order", .enabled(if: Repository.isLong), arguments: BedsComparisonTests.footprints)
    func footprints(_ name: String) throws {
        let appraisal = try BedsComparisonTests.compared(name, sensitivity: true)
        let share = try #require(appraisal.provenance.savingRestingOnAssumed)
        #expect(share > 0 && share < 1)
        #expect(appraisal.sensitivity?.figures.count == 5)
    }
}
