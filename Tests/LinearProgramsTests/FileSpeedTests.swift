// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

/// Readers and linter take time in proportion to the size, over a factor of 64.
@Suite(.enabled(if: runsLongTests, "a long test: FOOTPRINT_LONG_TESTS=1"), .serialized) struct FileSpeedTests {
    /// A program of `columns` columns with four terms each in half as many rows.
    private func program(columns: Int) -> LinearProgram {
        var generator = SeededGenerator(state: 8)
        var program = LinearProgram(title: "large", direction: .minimise)
        _ = program.addColumns(columns, lower: 0, upper: 9, isInteger: false) { "flow[\($0)]" }
        for row in 0..<columns / 2 {
            var form = LinearForm()
            for _ in 0..<8 {
                form.add(Term(column: Int32.random(in: 0..<Int32(columns), using: &generator), coefficient: Double.random(in: 0...9, using: &generator)))
            }
            _ = program.addRow(form, lower: 0, upper: 5, sentence: "row", indices: [row])
        }
        return program
    }

    /// The least of three times, in seconds.
    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        try (0..<3).map { _ in try ContinuousClock().measure(body) / .seconds(1) }.min()!
    }

    @Test(arguments: FileFormat.allCases) func reading(format: FileFormat) throws {
        var times: [Double] = []
        for columns in [500, 4000, 32_000] {
            let text = try format.write(program(columns: columns))
            let bytes = Array(text.utf8)
            let time = try seconds { _ = try format.read(bytes) }
            times.append(time / Double(bytes.count))
            print("\(format): \(bytes.count) bytes in \(time) s, \(time / Double(bytes.count) * 1e9) ns a byte")
        }
        // Caches make a larger file somewhat dearer a byte; quadratic time would be 64 times as dear.
        #expect(times.max()! < 6 * times.min()!)
    }

    @Test func linting() {
        var times: [Double] = []
        for columns in [500, 4000, 32_000] {
            let program = program(columns: columns)
            let time = seconds { _ = program.lint() }
            times.append(time / Double(columns))
            print("lint: \(program.nonzeroCount) coefficients in \(time) s")
        }
        #expect(times.max()! < 6 * times.min()!)
    }

    /// Rows that all have the same terms, and rows that only look alike: no cell may grow without end.
    @Test func lintingRowsThatAreAlike() {
        for spread in [0, 1e-11, 1.0] {
            var times: [Double] = []
            for rows in [500, 4000, 32_000] {
                var program = LinearProgram(title: "alike", direction: .minimise)
                _ = program.addColumns(4, lower: 0, upper: 9, isInteger: false) { "x[\($0)]" }
                for row in 0..<rows {
                    var form = LinearForm()
                    for column in 0..<4 {
                        form.add(Term(column: Int32(column), coefficient: 1 + (column == 3 ? spread * Double(row) : 0)))
                    }
                    _ = program.addRow(form, lower: 0, upper: 5, sentence: "row", indices: [row])
                }
                times.append(seconds { _ = program.lint() } / Double(rows))
            }
            #expect(times.max()! < 8 * times.min()!)
        }
    }
}
