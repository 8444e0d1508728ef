// SPDX-License-Identifier: GPL-3.0-or-later
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

/// What the sections of an MPS file mean, held against values taken from the format's description by hand.
@Suite struct MPSReaderTests {
    /// A file with these lines in its sections, and two rows of each sense.
    private func file(rhs: String = "", ranges: String = "", bounds: String = "", head: String = "") -> String {
        """
        NAME a small one
        \(head)ROWS
         N cost
         L l
         G g
         E e
         N other
        COLUMNS
         x cost 1 l 1
         x g 1 e 1
         M1 'MARKER' 'INTORG'
         n cost 2 l -3
         n other 4
         M2 'MARKER' 'INTEND'
         y e 1e-3
        RHS
        \(rhs)RANGES
        \(ranges)BOUNDS
        \(bounds)ENDATA
        """
    }

    private func sides(_ program: LinearProgram, _ row: Int) -> [Double] { [program.rowLower[row], program.rowUpper[row]] }
    private func bounds(_ program: LinearProgram, _ column: Int) -> [Double] {
        [program.columnLower[column], program.columnUpper[column]]
    }

    struct BoundCase: Sendable {
        let lines: String
        let lower: Double
        let upper: Double
        let isInteger: Bool

        init(_ lines: String, _ lower: Double, _ upper: Double, _ isInteger: Bool) {
            self.lines = lines
            self.lower = lower
            self.upper = upper
            self.isInteger = isInteger
        }
    }

    @Test func everySectionInItsPlace() throws {
        let program = try FileFormat.mps.read(file(rhs: " RHS l 4 g 2\n RHS e 3\n"))
        #expect(program.title == "a small one")
        #expect(program.direction == .minimise)
        #expect((0..<3).map(program.name(ofColumn:)) == ["x", "n", "y"])
        #expect((0..<4).map(program.name(ofRow:)) == ["l", "g", "e", "other"])
        #expect(program.costs == [1, 2, 0])
        #expect(program.isInteger == [false, true, false])
        #expect(program.terms(ofRow: 0) == [Term(column: 0, coefficient: 1), Term(column: 1, coefficient: -3)])
        #expect(program.terms(ofRow: 2) == [Term(column: 0, coefficient: 1), Term(column: 2, coefficient: 0.001)])
        #expect(program.terms(ofRow: 3) == [Term(column: 1, coefficient: 4)])
        #expect(sides(program, 0) == [-.infinity, 4])
        #expect(sides(program, 1) == [2, .infinity])
        #expect(sides(program, 2) == [3, 3])
        #expect(sides(program, 3) == [-.infinity, .infinity])
        #expect(bounds(program, 0) == [0, .infinity])
        // An integer column between markers without a bound is binary.
        #expect(bounds(program, 1) == [0, 1])
    }

    @Test func ranges() throws {
        func read(_ line: String) throws -> LinearProgram {
            try FileFormat.mps.read(file(rhs: " RHS l 4 g 2\n RHS e 3\n", ranges: line))
        }
        for sign in ["", "-"] {
            #expect(sides(try read(" R l \(sign)1.5\n"), 0) == [2.5, 4])
            #expect(sides(try read(" R g \(sign)1.5\n"), 1) == [2, 3.5])
        }
        #expect(sides(try read(" R e 1.5\n"), 2) == [3, 4.5])
        #expect(sides(try read(" R e -1.5\n"), 2) == [1.5, 3])
        #expect(sides(try read(" R e 0\n"), 2) == [3, 3])
        #expect(sides(try read(" R l 1e30\n"), 0) == [-.infinity, 4])
        // A range counts from zero where there is no right-hand side.
        let without = try FileFormat.mps.read(file(ranges: " R l 2 g 3\n"))
        #expect(sides(without, 0) == [-2, 0])
        #expect(sides(without, 1) == [0, 3])
    }

    static let boundCases: [BoundCase] = [
        BoundCase(" UP B x 4\n", 0.0, 4.0, false),
        BoundCase(" LO B x -4\n", -4, .infinity, false),
        BoundCase(" FX B x 2.5\n", 2.5, 2.5, false),
        BoundCase(" FR B x\n", -.infinity, .infinity, false),
        BoundCase(" MI B x\n", -.infinity, .infinity, false),
        BoundCase(" PL B x\n", 0, .infinity, false),
        BoundCase(" BV B x\n", 0, 1, true),
        BoundCase(" LI B x 2\n", 2, .infinity, true),
        BoundCase(" UI B x 7\n", 0, 7, true),
        BoundCase(" UP B x -4\n", -.infinity, -4, false),
        BoundCase(" UP B x 0\n", 0, 0, false),
        BoundCase(" LO B x -9\n UP B x -4\n", -9, -4, false),
        BoundCase(" UP B x -4\n LO B x -9\n", -9, -4, false),
        BoundCase(" MI B x\n UP B x 3\n", -.infinity, 3, false),
        BoundCase(" UP B x 1e30\n", 0, .infinity, false),
        BoundCase(" LO B x -1e20\n", -.infinity, .infinity, false),
        BoundCase(" UP B x Inf\n", 0, .infinity, false),
        BoundCase(" LO B x -Infinity\n", -.infinity, .infinity, false),
        // The set's name may be missing, and a number that says nothing may be there.
        BoundCase(" UP x 4\n", 0, 4, false),
        BoundCase(" FR x\n", -.infinity, .infinity, false),
        BoundCase(" BV x 1\n", 0, 1, true),
        BoundCase(" FR B x 0\n", -.infinity, .infinity, false),
        BoundCase(" up B x 4\n", 0, 4, false),
    ]

    @Test(arguments: boundCases)
    func boundsOfEveryKind(item: BoundCase) throws {
        let program = try FileFormat.mps.read(file(bounds: item.lines))
        #expect(bounds(program, 0) == [item.lower, item.upper])
        #expect(program.isInteger[0] == item.isInteger)
    }

    @Test func boundsOfMarkedIntegers() throws {
        func read(_ line: String) throws -> [Double] { bounds(try FileFormat.mps.read(file(bounds: line)), 1) }
        #expect(try read(" UP B n 7\n") == [0, 7])
        #expect(try read(" PL B n\n") == [0, .infinity])
        #expect(try read(" LO B n 2\n PL B n\n") == [2, .infinity])
        #expect(try read(" FR B n\n") == [-.infinity, .infinity])
        #expect(throws: FileFaults.self) { try read(" LO B n 2\n") }
        #expect(throws: FileFaults.self) { try read(" MI B n\n") }
    }

    @Test(arguments: ["OBJSENSE\n    MAX\n", "OBJSENSE MAX\n", "OBJSENSE\n MAXIMIZE\n", "OBJSENSE MAXIMISE\n", "objsense max\n"])
    func maximised(head: String) throws {
        #expect(try FileFormat.mps.read(file(head: head)).direction == .maximise)
        #expect(try FileFormat.mps.read(file(head: head.replacing("MAX", with: "MIN").replacing("max", with: "min"))).direction == .minimise)
    }

    @Test func anotherObjective() throws {
        let program = try FileFormat.mps.read(file(rhs: " RHS other 5\n", head: "OBJNAME\n    other\n"))
        #expect(program.costs == [0, 4, 0])
        #expect(program.objectiveConstant == -5)
        #expect((0..<4).map(program.name(ofRow:)) == ["cost", "l", "g", "e"])
        #expect(program.terms(ofRow: 0) == [Term(column: 0, coefficient: 1), Term(column: 1, coefficient: 2)])
    }

    @Test func theObjectivesConstant() throws {
        let text = file(rhs: " RHS cost 12.5\n")
        #expect(try FileFormat.mps.read(text).objectiveConstant == -12.5)
        // GLPK writes it with its own sign, and says who wrote the file.
        let byGLPK = "* Problem:    a\n* Class:      MIP\n* Format:     Free MPS\n*\n" + text
        #expect(try FileFormat.mps.read(byGLPK).objectiveConstant == 12.5)
    }

    @Test func sidesWithoutASetAndBeyondEveryNumber() throws {
        let program = try FileFormat.mps.read(file(rhs: " l 4 g -1e30\n e 3\n"))
        #expect(sides(program, 0) == [-.infinity, 4])
        #expect(sides(program, 1) == [-.infinity, .infinity])
        #expect(sides(program, 2) == [3, 3])
    }

    @Test func endsOfLinesTabsCommentsAndMarks() throws {
        let text = file(rhs: " RHS l 4\n")
        let expected = Contents(try FileFormat.mps.read(text))
        #expect(try Contents(FileFormat.mps.read(text.replacing("\n", with: "\r\n"))) == expected)
        #expect(try Contents(FileFormat.mps.read("\u{FEFF}" + text)) == expected)
        #expect(try Contents(FileFormat.mps.read(text.replacing("\n ", with: "\n\t"))) == expected)
        #expect(try Contents(FileFormat.mps.read(text.replacing("RHS\n", with: "* café\n\nRHS\n   \n"))) == expected)
        #expect(try Contents(FileFormat.mps.read(text.replacing(" y e 1e-3\n", with: " y e 1e-3 $ empty 1\n"))) == expected)
        #expect(throws: FileFaults.self) { try FileFormat.mps.read(text.replacing(" N other", with: " N $other")) }
        // A comment may be in another encoding.
        #expect(try Contents(FileFormat.mps.read(Array("* caf".utf8) + [0xE9, 0x0A] + Array(text.utf8))) == expected)
    }

    static let fixed = """
        NAME          THE TITLE
        ROWS
         N  TOTAL CO
         G  BEDS, AL
         L  STAFF
        COLUMNS
            WARD 1    TOTAL CO            3.   BEDS, AL           1.0
            WARD 1    STAFF              2e0
            WARD 2    TOTAL CO             4   BEDS, AL            +1
            WARD 2    STAFF                1
        RHS
                      BEDS, AL            10   STAFF               18
        BOUNDS
         UP           WARD 1               8
        ENDATA
        """

    @Test(arguments: [MPSForm.automatic, .fixed]) func fixedFormWithSpacesInNames(form: MPSForm) throws {
        let program = try LinearProgram(mps: Self.fixed.utf8, named: "fixed.mps", form: form)
        #expect(program.title == "THE TITLE")
        #expect((0..<2).map(program.name(ofColumn:)) == ["WARD 1", "WARD 2"])
        #expect((0..<2).map(program.name(ofRow:)) == ["BEDS, AL", "STAFF"])
        #expect(program.costs == [3, 4])
        #expect(program.rowLower == [10, -.infinity])
        #expect(program.rowUpper == [.infinity, 18])
        #expect(program.columnUpper == [8, .infinity])
        #expect(program.terms(ofRow: 1) == [Term(column: 0, coefficient: 2), Term(column: 1, coefficient: 1)])
    }

    @Test func freeFormHasNoSpacesInNames() {
        #expect(throws: FileFaults.self) { try LinearProgram(mps: Self.fixed.utf8, named: "fixed.mps", form: .free) }
    }

    /// Against the library's own reader, which is slower and right.
    @Test func numbersAreRoundedCorrectly() throws {
        var generator = SeededGenerator(state: 5)
        var words = ["0.1", "1e22", "9007199254740993", "9007199254740992.5", "123456789012345678901234567890e-20", "1e-5",
            "0.000000000000000000000001e24", "4.35", "1.7976931348623157e19", "5e-324", "2.2250738585072011e-308", "00012", ".5", "3."]
        for _ in 0..<(runsLongTests ? 100_000 : 3000) {
            let digits = (0..<Int.random(in: 1...25, using: &generator)).map { _ in "\(Int.random(in: 0...9, using: &generator))" }
            let point = Int.random(in: 0...digits.count, using: &generator)
            var word = digits[..<point].joined() + "." + digits[point...].joined()
            if Bool.random(using: &generator) { word += "e\(Int.random(in: -30...(-8), using: &generator))" }
            words.append(word)
            words.append("\(Double.random(in: 0...1e6, using: &generator))")
        }
        for word in words {
            let expected = try #require(Double(word), "\(word)")
            let read = FileText.with(Array(word.utf8)) { DecimalNumber.read($0, Piece(0, $0.count)) }
            try #require(read?.bitPattern == expected.bitPattern, "\(word)")
        }
    }
}
