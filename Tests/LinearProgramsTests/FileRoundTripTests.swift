// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

/// What our writers write, our readers read back to the very same program.
@Suite struct FileRoundTripTests {
    /// A program of every kind of bound, side, name and number, none of them chosen to be easy.
    static func randomProgram(_ generator: inout SeededGenerator) -> LinearProgram {
        func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
        func number() -> Double {
            let sign = Bool.random(using: &generator) ? 1.0 : -1.0
            switch whole(0...4) {
            case 0: return sign * Double(whole(1...9))
            case 1: return sign * Double.random(in: 1e-13...1e-3, using: &generator)
            case 2: return sign * Double.random(in: 0...1, using: &generator).nextUp
            case 3: return sign * Double(sign: .plus, exponent: whole(-40...65), significand: Double.random(in: 1..<2, using: &generator))
            default: return sign * (0.1 + Double(whole(0...30)) / 10)
            }
        }
        func side() -> Double { whole(0...3) == 0 ? 0 : number() }
        func ends() -> (Double, Double) {
            let (a, b) = (side(), side())
            switch whole(0...5) {
            case 0: return (-.infinity, .infinity)
            case 1: return (a, .infinity)
            case 2: return (-.infinity, a)
            case 3: return (a, a)
            case 4: return (0, .infinity)
            default: return (min(a, b), max(a, b))
            }
        }
        let words = ["beds", "", "£ a week", "x1", "r2: x1", "two\nlines", "MARKER'", "* star", "\\ slash", "name ", " <= 3", "日本",
            String(repeating: "long ", count: 60), "End", "x_one", "has no sides and asks nothing of: + 1.0 x1"]
        var program = LinearProgram(title: words[whole(0...words.count - 1)], direction: Bool.random(using: &generator) ? .maximise : .minimise)
        var form = LinearForm(constant: whole(0...2) == 0 ? number() : 0)
        for column in 0..<whole(0...8) {
            let isInteger = whole(0...2) == 0
            var (lower, upper) = ends()
            if isInteger {
                lower = lower.rounded(.up)
                upper = max(lower, upper.rounded(.down))
            }
            let name = words[whole(0...words.count - 1)]
            _ = program.addColumns(1, lower: lower, upper: upper, isInteger: isInteger) { _ in name }
            if whole(0...2) > 0 { form.add(Term(column: Int32(column), coefficient: number())) }
        }
        program.setObjective(form, direction: program.direction)
        for _ in 0..<whole(0...8) {
            var form = LinearForm()
            for column in 0..<program.columnCount where whole(0...2) == 0 {
                form.add(Term(column: Int32(column), coefficient: number()))
            }
            let (lower, upper) = ends()
            _ = program.addRow(form, lower: lower, upper: upper, sentence: words[whole(0...words.count - 1)], indices: [])
        }
        return program
    }

    @Test(arguments: FileFormat.allCases) func randomProgramsComeBack(format: FileFormat) throws {
        var generator = SeededGenerator(state: 41)
        var written = 0
        for _ in 0..<(runsLongTests ? 20_000 : 600) {
            let program = Self.randomProgram(&generator)
            // Numbers too small or too large for a solver are not written.
            guard program.faults().isEmpty else { continue }
            written += 1
            let text = try format.write(program)
            let read = try format.read(text)
            try #require(Contents(read) == Contents(program), "\(text)")
            // What has come back is written the same, byte for byte, with either end of line.
            try #require(try format.write(read) == text)
            let windows = try format.read(text.replacing("\n", with: "\r\n"))
            try #require(Contents(windows) == Contents(program))
        }
        #expect(written > 300)
    }

    /// The program does not hang on the legend: without it the same bounds, sides and coefficients are there.
    @Test(arguments: FileFormat.allCases) func withoutTheLegend(format: FileFormat) throws {
        var program = LinearProgram(title: "wards", direction: .maximise)
        _ = program.addColumns(2, lower: 0, upper: 4, isInteger: false) { ["north", "south"][$0] }
        var form = LinearForm(constant: 7)
        form.add(Term(column: 1, coefficient: 2.5))
        program.setObjective(form, direction: .maximise)
        form = LinearForm()
        form.add(Term(column: 0, coefficient: 1))
        form.add(Term(column: 1, coefficient: 1))
        _ = program.addRow(form, lower: 1, upper: 5, sentence: "beds", indices: [])
        let lines = try format.write(program).split(separator: "\n").filter { !$0.hasPrefix("*") && !$0.hasPrefix("\\") }
        let plain = Contents(try format.read(lines.joined(separator: "\n") + "\n"))
        #expect(plain.columns.map(\.name) == ["x1", "x2", "x_one"])
        #expect(plain.rows.map(\.name) == ["r1", "r1_upper"])
        #expect(plain.rows.map(\.lower) == [1, -.infinity])
        #expect(plain.rows.map(\.upper) == [.infinity, 5])
        #expect(plain.columns.map(\.cost) == (format == .mps ? [0, -2.5, -7] : [0, 2.5, 7]))
        #expect(plain.columns.last?.lower == 1 && plain.columns.last?.upper == 1)
        #expect(plain.direction == (format == .mps ? .minimise : .maximise))
    }
}
