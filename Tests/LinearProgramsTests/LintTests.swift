// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

/// What the linter finds in small models that each have one thing wrong, and that it finds nothing in a sound one.
@Suite struct LintTests {
    private func sound() -> Model<Pounds> {
        var model = Model("sound", minimise: Pounds.self)
        let beds = model.variables(over: Members(["north", "south"]), in: 0..., of: Beds.self, name: "beds")
        let open = model.binary("open")
        model.require("enough", beds["north"] + beds["south"] .>= 10)
        model.require("only if open", beds["north"] - Rate<Beds, Choice>(100) * open .<= 0)
        model.minimise(Rate<Pounds, Beds>(3) * sum(beds.all) + Rate<Pounds, Choice>(50) * open)
        return model
    }

    private func lines(_ program: LinearProgram) -> [String] { program.lint().map(\.description) }

    private func addRow(_ program: inout LinearProgram, _ coefficients: [Double], _ lower: Double, _ upper: Double, _ name: String) {
        var form = LinearForm()
        for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
            form.add(Term(column: Int32(column), coefficient: coefficient))
        }
        _ = program.addRow(form, lower: lower, upper: upper, sentence: name, indices: [])
    }

    @Test func aSoundModelHasNone() { #expect(sound().lint() == []) }

    /// A program with faults is for ``LinearProgram/faults()``; the linter must only not fall over it.
    @Test func numbersThatAreNone() {
        var program = sound().program
        for bad in [Double.nan, .infinity, -.infinity, 1e308, .leastNonzeroMagnitude] {
            addRow(&program, [bad, 1], bad, bad, "bad")
            addRow(&program, [1, bad], -bad, bad, "bad")
            addRow(&program, [bad, bad], 0, bad, "bad")
            program.setCost(ofColumn: 0, to: bad)
            program.setBounds(ofColumn: 1, lower: bad, upper: bad)
            #expect(!program.lint().contains { $0.description.isEmpty })
        }
        #expect(LinearProgram(title: "empty", direction: .minimise).lint() == [])
    }

    @Test func emptyRows() {
        var program = sound().program
        addRow(&program, [], -.infinity, 5, "idle")
        addRow(&program, [], 3, .infinity, "unmet")
        addRow(&program, [], 0, 0, "idle too")
        #expect(lines(program) == [
            "1 requirement has no variable and cannot be met: no plan is possible. Look for a set that is empty and should not be. It is “unmet”.",
            "2 requirements have no variable and ask nothing. Look for a set that is empty, or leave them out. They are “idle”, “idle too”.",
        ])
    }

    @Test func unusedAndFreeVariables() {
        var program = sound().program
        _ = program.addColumns(7, lower: 0, upper: 1, isInteger: false) { "unused[\($0)]" }
        _ = program.addColumns(1, lower: -.infinity, upper: .infinity, isInteger: true) { _ in "free" }
        addRow(&program, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], 0, 5, "uses it")
        #expect(lines(program) == [
            "7 variables are in no requirement: nothing but bounds and cost decides on them. Look for a requirement that is missing. "
                + "They are “unused[0]”, “unused[1]”, “unused[2]”, “unused[3]”, “unused[4]” and 2 more.",
            "1 variable has no bound on either side, and the model has whole numbers: the search may take long or not end. "
                + "Give the least and the greatest value that can occur. It is “free”.",
        ])
        // Without whole numbers a free variable is nothing to speak of.
        program.relaxIntegers()
        #expect(program.lint().map(\.kind) == [.unusedVariables])
    }

    @Test func rowsThatSayTheSame() {
        var program = sound().program
        addRow(&program, [0.1, 0.1], 1, .infinity, "a tenth")
        addRow(&program, [-3, -3], -.infinity, -30, "turned")
        addRow(&program, [1, 1, 1], 0, .infinity, "one more variable")
        addRow(&program, [1, 1 + 1e-9], 10, .infinity, "nearly")
        addRow(&program, [1.0 / 3, 1.0 / 3], -.infinity, 3, "forbids")
        addRow(&program, [7, 7], 60, 80, "wider and overlapping")
        #expect(lines(program) == [
            "1 requirement limits the same sum as an earlier one, up to a factor, to values that the earlier one forbids: no plan is possible. "
                + "Correct one of the two. It is “forbids”.",
            "3 requirements limit the same sum as an earlier one, up to a factor. Only the tighter counts; a price may be shown on either. "
                + "Keep one, with both sides if need be. They are “a tenth”, “turned”, “wider and overlapping”.",
        ])
    }

    @Test func ranges() {
        var program = sound().program
        addRow(&program, [1e-3, 2e4], 0, .infinity, "wide")
        addRow(&program, [1e-5, 3e5], 0, .infinity, "wider")
        program.setCost(ofColumn: 2, to: 5e10)
        #expect(lines(program) == [
            "2 requirements have coefficients that differ by more than a million times (at worst 30000000000 times), so that the small ones may be lost in rounding. "
                + "Choose units nearer to each other, or a smaller number where one only stands for “large enough”. They are “wider”, “wide”.",
            "The coefficients of the model run from 1e-05 (of “beds[north]” in “wider”) to 300000.0 (of “beds[south]” in “wider”), "
                + "more than a thousand million times as much. Choose units nearer to each other.",
            "The costs run from 3.0 (of “beds[north]”) to 50000000000.0 (of “open”), more than a thousand million times as much: "
                + "the small ones will not decide anything. Choose units nearer to each other.",
        ])
    }

    @Test func denseRows() {
        var program = sound().program
        _ = program.addColumns(150, lower: 0, upper: 1, isInteger: false) { "x[\($0)]" }
        addRow(&program, [0, 0, 0] + Array(repeating: 1, count: 150), 0, 5, "all of them")
        addRow(&program, [0, 0, 0] + Array(repeating: 1, count: 70), 0, 5, "fewer than half")
        #expect(lines(program) == [
            "1 requirement has at least half of the 153 variables in it, which makes each step of the solver slower. "
                + "Add subtotals as variables where there are several. It is “all of them”."
        ])
    }

    /// Duplicates against comparing every row with every other.
    @Test func duplicatesAgainstEveryPair() {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<60 {
            var program = LinearProgram(title: "random", direction: .minimise)
            _ = program.addColumns(4, lower: 0, upper: 9, isInteger: false) { "x[\($0)]" }
            var rows: [[Double]] = []
            for row in 0..<40 {
                let scale = [1, -1, 0.1, 3, 7.7, 1e5].randomElement(using: &generator)!
                let coefficients = (0..<4).map { _ in Double(Int.random(in: -1...1, using: &generator)) * scale }
                rows.append(coefficients)
                addRow(&program, coefficients, -.infinity, .infinity, "r\(row)")
            }
            func areAlike(_ a: [Double], _ b: [Double]) -> Bool {
                // Parallel: every two by two determinant is zero but for rounding.
                a != [0, 0, 0, 0] && b != [0, 0, 0, 0] && (0..<4).allSatisfy { i in
                    (0..<4).allSatisfy { j in
                        (a[i] * b[j] - a[j] * b[i]).magnitude <= 1e-9 * a.map(\.magnitude).max()! * b.map(\.magnitude).max()!
                    }
                }
            }
            let expected = (0..<40).filter { row in (0..<row).contains { areAlike(rows[$0], rows[row]) } }.count
            let found = program.lint().first { $0.kind == .duplicateRows }?.count ?? 0
            #expect(found == expected)
            #expect(expected > 5)
        }
    }
}
