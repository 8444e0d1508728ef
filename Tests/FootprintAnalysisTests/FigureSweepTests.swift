// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Synchronization
import TestSupport
import Testing

@testable import FootprintAnalysis

/// The questions that every family asks of its figures, of a saving that is a formula: no solver.
@Suite("Figures moved one at a time")
struct FigureSweepTests {
    private static let figures: [Figure] = {
        let all = (try? Repository.instance("tiny-instance"))?.figures.all ?? []
        return Array(all.filter { $0.basis == .assumed && $0.low != $0.high && $0.value > 0 }.prefix(4)) + all.filter { $0.basis == .stated && $0.value > 0 }.prefix(2)
    }()

    /// £ = 3 a + 2 b + c + 0 d + 4 e + 5 f, in units of each figure's own value; infeasible where b is at its high end.
    private static func sweep(jobs: Int) -> FigureSweep {
        let figures = Self.figures
        return FigureSweep(figures: figures, base: 15, jobs: jobs, progress: nil) { place, value throws(AnalysisFailure) -> Double? in
            if place == 1, value == figures[1].high { return nil }
            return 15 + [3, 2, 1, 0, 4, 5][place] * (value / figures[place].value - 1)
        }
    }

    @Test("assumed figures over their ranges, furthest first", arguments: [1, 2])
    func movements(jobs: Int) throws {
        let figures = Self.figures
        try #require(figures.count == 6)
        let moved = try Self.sweep(jobs: jobs).movements()
        #expect(moved.map(\.place).sorted() == [0, 1, 2, 3])
        #expect(moved.map(\.swing) == moved.map(\.swing).sorted(by: >))
        #expect(moved.last?.place == 3 && moved.last?.swing == 0)
        let second = try #require(moved.first { $0.place == 1 })
        #expect(second.high == nil && second.low != nil)
        let first = try #require(moved.first { $0.place == 0 })
        let range = (figures[0].high! - figures[0].low!) / figures[0].value
        #expect((first.swing - 3 * range).magnitude < 1e-9)
    }

    @Test("of one per cent each, 3 + 2 + 1 of 15 are assumed", arguments: [1, 2])
    func share(jobs: Int) throws {
        let share = try #require(try Self.sweep(jobs: jobs).shareRestingOnAssumed())
        #expect((share - 6.0 / 15).magnitude < 1e-9)
        // Without the last, 6 of 10.
        let last = Self.figures[5].cell
        let fewer = try #require(try Self.sweep(jobs: jobs).shareRestingOnAssumed { $0.cell != last })
        #expect((fewer - 6.0 / 10).magnitude < 1e-9)
    }

    @Test("ends looked at more closely replace what the sweep had, and are sorted again")
    func closely() throws {
        let sweep = Self.sweep(jobs: 2)
        let top = try sweep.movements().filter { $0.place == 0 || $0.place == 2 }
        let sensitivity = try sweep.sensitivity(of: top, base: 15, "ends") { place, value, saving throws(AnalysisFailure) in
            // The third is found to move it far more.
            .init(saving: place == 2 ? saving! * 100 : saving, change: place == 2 ? .init(at: value, newWinner: "another") : nil)
        }
        #expect(sensitivity.figures.map(\.cell) == [Self.figures[2].cell, Self.figures[0].cell])
        #expect(sensitivity.figures[0].changes.map(\.newWinner) == ["another", "another"])
        #expect(sensitivity.figures[0].changes.map(\.at) == [Self.figures[2].low!, Self.figures[2].high!])
        #expect(sensitivity.figures[1].changes.isEmpty)
        #expect(sensitivity.figures[1].savingAtLow == top.first { $0.place == 0 }?.low)
    }

    @Test("a failure in one of many is thrown, the first in order", arguments: [1, 2])
    func failure(jobs: Int) {
        #expect(throws: AnalysisFailure.solver("3")) {
            _ = try parallelTry(10, jobs: jobs) { number throws(AnalysisFailure) -> Int in
                if number == 3 || number == 7 { throw .solver("\(number)") }
                return number
            }
        }
    }

    @Test("break-even: a value at which it no longer holds, within 1/4096 of the way of one at which it does")
    func breakEvenValue() throws {
        for edge in [10.001, 12.345, 19.999] {
            let up = try breakEven(from: 10, to: 20) { value throws(AnalysisFailure) in value < edge }
            #expect(up >= edge && up - edge <= 10.0 / 4096)
            let down = try breakEven(from: 20, to: 10) { value throws(AnalysisFailure) in value > edge }
            #expect(down <= edge && edge - down <= 10.0 / 4096)
        }
    }

    @Test("what a figure counts")
    func quantity() throws {
        let beds = try #require(try InstanceLoader.load(folder: Repository.folder("shropshire")).viewed(as: .beds))
        let whole = Set(beds.figures.all.filter { $0.quantity?.isWhole == true }.map(\.name))
        #expect(whole == ["closableWards", "wardsThatCanOpen", "earliestClosureYear", "startYear", "leadYears", "wardsClosedPerYear"])
        #expect(beds.figures.all.allSatisfy { $0.quantity != nil })
    }
}
