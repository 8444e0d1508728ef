// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import LinearPrograms

/// What an LP file means, held against values taken from the format's description by hand.
@Suite struct LPReaderTests {
    private func read(_ text: String) throws -> LinearProgram { try FileFormat.lp.read(text) }

    private func terms(_ program: LinearProgram, _ row: Int) -> [String] {
        program.terms(ofRow: row).map { "\($0.coefficient) \(program.name(ofColumn: Int($0.column)))" }
    }

    /// One row in a program that has x and y already.
    private func row(_ row: String) throws -> (terms: [String], lower: Double, upper: Double) {
        let program = try read("Minimize\n x + y\nSubject To\n c: \(row)\nEnd\n")
        #expect(program.rowCount == 1)
        return (terms(program, 0), program.rowLower[0], program.rowUpper[0])
    }

    struct RowCase: Sendable {
        let text: String
        let terms: [String]
        let lower: Double
        let upper: Double

        init(_ text: String, _ terms: [String], _ lower: Double, _ upper: Double) {
            self.text = text
            self.terms = terms
            self.lower = lower
            self.upper = upper
        }
    }

    struct BoundCase: Sendable {
        let line: String
        let lower: Double
        let upper: Double

        init(_ line: String, _ lower: Double, _ upper: Double) {
            self.line = line
            self.lower = lower
            self.upper = upper
        }
    }

    @Test func everySectionInItsPlace() throws {
        let program = try read(
            """
            \\ a comment
            Maximize
             profit: 3 x + 2.5 y - z + 7 \\ with a constant
            Subject To
             land: x + y + z <= 10
             c2: x - y >= -2
            Bounds
             x <= 4
             -1 <= y <= 8
             z free
            Generals
             y
            Binaries
             b
            End
            """.replacing("- z + 7", with: "- z + 7 + 0 b"))
        #expect(program.direction == .maximise)
        #expect(program.objectiveConstant == 7)
        #expect((0..<4).map(program.name(ofColumn:)) == ["x", "y", "z", "b"])
        #expect(program.costs == [3, 2.5, -1, 0])
        #expect(program.columnLower == [0, -1, -.infinity, 0])
        #expect(program.columnUpper == [4, 8, .infinity, 1])
        #expect(program.isInteger == [false, true, false, true])
        #expect((0..<2).map(program.name(ofRow:)) == ["land", "c2"])
        #expect(terms(program, 0) == ["1.0 x", "1.0 y", "1.0 z"])
        #expect(terms(program, 1) == ["1.0 x", "-1.0 y"])
        #expect(program.rowLower == [-.infinity, -2])
        #expect(program.rowUpper == [10, .infinity])
        #expect(program.title == "test.lp")
    }

    static let rowCases: [RowCase] = [
        RowCase("x + 2 y <= 4", ["1.0 x", "2.0 y"], -.infinity, 4.0),
        RowCase("x + 2y < 4", ["1.0 x", "2.0 y"], -.infinity, 4),
        RowCase("x + 2 y =< 4", ["1.0 x", "2.0 y"], -.infinity, 4),
        RowCase("x >= 4", ["1.0 x"], 4, .infinity),
        RowCase("x => 4", ["1.0 x"], 4, .infinity),
        RowCase("x > 4", ["1.0 x"], 4, .infinity),
        RowCase("x = 4", ["1.0 x"], 4, 4),
        RowCase("4 >= x + y", ["1.0 x", "1.0 y"], -.infinity, 4),
        RowCase("4 <= x", ["1.0 x"], 4, .infinity),
        RowCase("4 = x", ["1.0 x"], 4, 4),
        RowCase("1 <= x + y <= 4", ["1.0 x", "1.0 y"], 1, 4),
        RowCase("4 >= x + y >= 1", ["1.0 x", "1.0 y"], 1, 4),
        RowCase("1 <= x + 2 <= 4", ["1.0 x"], -1, 2),
        RowCase("-inf <= x + y <= 4", ["1.0 x", "1.0 y"], -.infinity, 4),
        RowCase("-3 <= x <= +infinity", ["1.0 x"], -3, .infinity),
        RowCase("-1e30 <= x <= 1E+20", ["1.0 x"], -.infinity, .infinity),
        RowCase("x + 3 >= 5", ["1.0 x"], 2, .infinity),
        RowCase("x >= 2 y", ["1.0 x", "-2.0 y"], 0, .infinity),
        RowCase("x + 3 y - 1 <= 2 y + 5", ["1.0 x", "1.0 y"], -.infinity, 6),
        RowCase("x + x - 3 x = 0", ["-1.0 x"], 0, 0),
        RowCase("y + x <= 1", ["1.0 x", "1.0 y"], -.infinity, 1),
        RowCase("x - x + y <= 1", ["1.0 y"], -.infinity, 1),
        RowCase("0.1 x + 0.2 x - 0.3 x + y <= 1", ["1.0 y"], -.infinity, 1),
        RowCase("0 x <= 1", [], -.infinity, 1),
        RowCase("- x + - y <= - 1", ["-1.0 x", "-1.0 y"], -.infinity, -1),
        RowCase("- - x >= --1", ["1.0 x"], 1, .infinity),
        RowCase("1e2x + 1.5E-1 y >= .5", ["100.0 x", "0.15 y"], 0.5, .infinity),
        RowCase("x\n+\ny\n<=\n4", ["1.0 x", "1.0 y"], -.infinity, 4),
        RowCase("5 <= 2 x + 3", ["2.0 x"], 2, .infinity),
    ]

    @Test(arguments: rowCases)
    func rows(item: RowCase) throws {
        let (terms, lower, upper) = try row(item.text)
        #expect(terms == item.terms)
        #expect(lower == item.lower)
        #expect(upper == item.upper)
    }

    @Test(arguments: ["Subject To", "SUBJECT TO", "subject to", "such that", "st", "ST", "s.t.", "st."])
    func headingsOfRows(heading: String) throws {
        #expect(try read("min\n x\n\(heading)\n x >= 1\nend").rowCount == 1)
    }

    @Test func headingsOfTheRest() throws {
        for heading in ["General", "Generals", "gen", "Integer", "INTEGERS", "int"] {
            #expect(try read("max x st x <= 1.5 \(heading) x end").isInteger == [true])
        }
        for heading in ["Binary", "Binaries", "BIN"] {
            let program = try read("maximum\n x\nst\n x <= 1.5\n\(heading)\n x\nend")
            #expect(program.isInteger == [true] && program.columnUpper == [1])
        }
        for word in ["min", "MINIMIZE", "Minimise", "minimum"] { #expect(try read("\(word) x st x > 1 end").direction == .minimise) }
        for word in ["max", "Maximize", "maximise", "MAXIMUM"] { #expect(try read("\(word) x st x < 1 end").direction == .maximise) }
    }

    static let boundCases: [BoundCase] = [
        BoundCase("x <= 4", 0.0, 4.0),
        BoundCase("x >= -4", -4, .infinity),
        BoundCase("x = 2.5", 2.5, 2.5),
        BoundCase("x free", -.infinity, .infinity),
        BoundCase("x FREE", -.infinity, .infinity),
        BoundCase("-1 <= x <= 5", -1, 5),
        BoundCase("5 >= x >= -1", -1, 5),
        BoundCase("3 <= x", 3, .infinity),
        BoundCase("3 >= x", 0, 3),
        BoundCase("-inf <= x <= 0", -.infinity, 0),
        BoundCase("-Infinity <= x", -.infinity, .infinity),
        BoundCase("x <= +inf", 0, .infinity),
        BoundCase("x >= -1e30", -.infinity, .infinity),
        BoundCase("x >= 1\n x <= 2", 1, 2),
        BoundCase("x <= 2 x >= 1", 1, 2),
        BoundCase("- 3 <= x", -3, .infinity),
        BoundCase("x < 1e1", 0, 10),
        BoundCase("2 = x", 2, 2),
    ]

    @Test(arguments: boundCases)
    func boundsOfEveryKind(item: BoundCase) throws {
        let program = try read("min x st x <= 99 bounds \(item.line) end")
        #expect([program.columnLower[0], program.columnUpper[0]] == [item.lower, item.upper])
    }

    @Test func objectives() throws {
        #expect(try read("min\nst\n x >= 1\nend").costs == [0])
        #expect(try read("min obj: \nst\n x >= 1\nend").costs == [0])
        let program = try read("min obj: 2 x + 3 + x - 1\n - 4 y\nst\n x + y >= 1\nend")
        #expect(program.costs == [3, -4])
        #expect(program.objectiveConstant == 2)
        #expect(try read("min 5 st x >= 1 end").objectiveConstant == 5)
        #expect(try read("min x st end").rowCount == 0)
    }

    /// Rows without names may follow each other: what begins a line after a right-hand side is the next row.
    @Test func rowsWithoutNames() throws {
        let program = try read("min x\nst\n x + y >= 2\n -x + 2 y <= 3\n  3 x >= 1\n y <= 9\n\n4 <= x + 5 y\nend")
        #expect((0..<5).map { terms(program, $0) } == [["1.0 x", "1.0 y"], ["-1.0 x", "2.0 y"], ["3.0 x"], ["1.0 y"], ["1.0 x", "5.0 y"]])
        #expect(program.rowLower == [2, -.infinity, 1, -.infinity, 4])
        #expect(program.name(ofRow: 0) == "line 3, column 2")
        #expect(program.name(ofRow: 4) == "line 8, column 1")
    }

    @Test func namesOfEveryKind() throws {
        let names = ["x[1,2]", "open(\"A&E\")", "_a", "~b", "x.1", "a#2", "{c}", "größe", "e1", "bounds2", "free", "!x", "a/b", "q;r"]
        for name in names {
            let program = try read("min 2 \(name)\nst\n \(name): 3 \(name) >= 1\nend")
            #expect(program.name(ofColumn: 0) == name)
            #expect(program.name(ofRow: 0) == name)
        }
        // A heading with a colon is the name of a row.
        #expect(try read("min x\nst\n end: x >= 1\n bin : x <= 3\nend").rowCount == 2)
    }

    @Test func endsOfLinesAndMarks() throws {
        let text = "Minimize\n x + 2 y\nSubject To\n c: x + y >= 1\nBounds\n x <= 3\nEnd\n"
        let expected = Contents(try read(text))
        #expect(try Contents(read(text.replacing("\n", with: "\r\n"))) == expected)
        #expect(try Contents(read("\u{FEFF}" + text)) == expected)
        #expect(try Contents(read(text.replacing("\n", with: " "))) == expected)
        #expect(try Contents(FileFormat.lp.read(Array(text.utf8) + Array("\\ caf".utf8) + [0xE9])) == expected)
    }
}
