// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearProgramsTesting
import Testing

@testable import LinearPrograms

/// Whatever the bytes, a reader answers with a program or with faults; it neither aborts nor takes long.
@Suite struct FuzzTests {
    /// Every file of some folders of the fixtures: what mutations start from.
    static func seeds(_ format: FileFormat, _ folders: [String]) -> [[UInt8]] {
        var result: [[UInt8]] = []
        for folder in folders {
            let url = fixtures.appending(path: folder)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
            for name in names.sorted() where name.hasSuffix(".\(format.rawValue)") {
                if let data = try? Data(contentsOf: url.appending(path: name)) { result.append(Array(data)) }
            }
        }
        return result
    }

    /// Reads, and holds the answer to what every caller may count on.
    private func check(_ bytes: [UInt8], _ format: FileFormat) throws -> Bool {
        do throws(FileFaults) {
            let program = try format.read(bytes)
            // In shape: every array of the right length, every term in order and within the columns, every name short.
            try hold(program)
            return true
        } catch {
            try #require(!error.faults.isEmpty && error.faults.count <= FileFaults.most)
            for fault in error.faults {
                try #require(fault.line >= 1 && fault.column >= 1 && fault.column <= bytes.count + 1)
                try #require(!fault.fault.isEmpty && !fault.fix.isEmpty && !fault.description.contains("\n"))
            }
            return false
        }
    }

    private func hold(_ program: LinearProgram) throws(FileFaults) {
        func broken(_ what: String) -> FileFaults {
            Issue.record("\(what)")
            return FileFaults(faults: [], mayBeMore: false)
        }
        let columns = program.columnCount
        guard program.columnLower.count == columns, program.columnUpper.count == columns, program.isInteger.count == columns,
            program.rowUpper.count == program.rowCount, program.rowStarts.count == program.rowCount + 1,
            program.rowStarts.last == program.nonzeroCount
        else { throw broken("arrays of different lengths") }
        for row in 0..<program.rowCount {
            var last: Int32 = -1
            for term in program.terms(ofRow: row) {
                guard term.column > last, Int(term.column) < columns, term.coefficient != 0,
                    term.coefficient.magnitude <= 1e20
                else { throw broken("row \(row) has \(term)") }
                last = term.column
            }
            guard program.rowLower[row] <= program.rowUpper[row], program.name(ofRow: row).utf8.count <= 255 else {
                throw broken("row \(row)")
            }
        }
        for column in 0..<columns {
            guard program.columnLower[column] <= program.columnUpper[column], program.costs[column].isFinite,
                program.name(ofColumn: column).utf8.count <= 255
            else { throw broken("column \(column)") }
        }
        // Nothing is left for a solver to refuse but numbers too small, and integers with no whole number to take.
        for fault in program.faults() where !fault.sentence.contains("below 1e-13") && !fault.sentence.contains("no whole number") {
            throw broken("\(fault)")
        }
    }

    @Test(arguments: FileFormat.allCases) func mutatedFiles(format: FileFormat) throws {
        let sound = Self.seeds(format, [format.rawValue, "golden"])
        let malformed = Self.seeds(format, ["\(format.rawValue)/malformed"])
        try #require(sound.count >= 7 && malformed.count > 30)
        var generator = SeededGenerator(state: 99)
        func whole(_ below: Int) -> Int { Int.random(in: 0..<max(1, below), using: &generator) }
        let tokens = ["1e400", "-", "+", "inf", "nan", "<=", ">=", "=", ":", "[", "'MARKER'", "'INTORG'", "RHS", "BOUNDS", "End", "Bounds",
            "free", " UP B x 1\n", "\u{0}", "\r", "\\", "*", "999999999999999999999999999999", "\n\n", "\t", "RANGES\n", "Generals\n", "x1", "r1",
            "1e", ".", "--", "\u{FEFF}", "ENDATA", "é"].map { Array($0.utf8) }
        var accepted = 0
        let rounds = runsLongTests ? 200_000 : 2500
        for _ in 0..<rounds {
            let seeds = whole(3) == 0 ? malformed : sound
            var bytes = seeds[whole(seeds.count)]
            for _ in 0...whole(4) {
                let place = whole(bytes.count)
                switch whole(9) {
                case 0 where !bytes.isEmpty: bytes[place] = UInt8(whole(256))
                case 1 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(whole(8))
                case 2 where !bytes.isEmpty: bytes.remove(at: place)
                case 3: bytes.insert(UInt8(whole(256)), at: place)
                case 4: bytes.insert(contentsOf: tokens[whole(tokens.count)], at: place)
                case 5: bytes = Array(bytes[..<place])
                case 6:
                    // A line twice, or somewhere else, or not at all.
                    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
                    let line = whole(lines.count)
                    let moved = lines[line]
                    if whole(2) == 0 { lines.remove(at: line) }
                    lines.insert(moved, at: whole(lines.count + 1))
                    if whole(3) == 0, !lines.isEmpty { lines.remove(at: whole(lines.count)) }
                    bytes = Array(lines.joined(separator: [10]))
                case 7:
                    let end = min(bytes.count, place + whole(30))
                    bytes.insert(contentsOf: bytes[min(place, end)..<end], at: whole(bytes.count))
                default:
                    let other = seeds[whole(seeds.count)]
                    bytes = Array(bytes[..<place]) + other[min(other.count, whole(other.count))...]
                }
            }
            if try check(bytes, format) { accepted += 1 }
        }
        // Both answers occur.
        #expect(accepted > rounds / 100 && accepted < rounds / 2, "\(accepted) of \(rounds)")
    }

    @Test(arguments: FileFormat.allCases) func randomBytes(format: FileFormat) throws {
        var generator = SeededGenerator(state: 7)
        for round in 0..<(runsLongTests ? 20_000 : 500) {
            let count = Int.random(in: 0...300, using: &generator)
            let bytes = (0..<count).map { _ in
                round % 2 == 0 ? UInt8.random(in: 0...255, using: &generator) : UInt8.random(in: 9...126, using: &generator)
            }
            #expect(try !check(bytes, format))
        }
    }

    /// Ten million bytes (one million in the ordinary tests) without a line end, of every kind of token.
    @Test(arguments: [
        "a", " ", "1", "-", "+ x ", "3 x + ", "\"", "<=", "\\", "*", "\u{0}", "9.9e9", "[", ": ", "x: ", "\r", "é", "- - ", "end ", "1 1 ", "x y ",
    ], FileFormat.allCases)
    func oneLongLine(piece: String, format: FileFormat) throws {
        let length = runsLongTests ? 10_000_000 : 1_000_000
        for head in format == .mps ? ["", "ROWS\n N c\nCOLUMNS\n x c "] : ["min ", "min x st c: "] {
            var bytes = Array(head.utf8)
            let unit = Array(piece.utf8)
            bytes.reserveCapacity(length + 10)
            while bytes.count < length { bytes += unit }
            let clock = ContinuousClock()
            var isAccepted = true
            let time = try clock.measure { isAccepted = try check(bytes, format) }
            #expect(!isAccepted)
            // About a microsecond a byte in a debug build on a busy machine; a quadratic reader would take days.
            #expect(time < .seconds(runsLongTests ? 120 : 30))
        }
    }

    @Test(arguments: FileFormat.allCases) func deepAndHugeTokens(format: FileFormat) throws {
        let digits = String(repeating: "9", count: 100_000)
        let brackets = String(repeating: "(", count: 100_000)
        for token in [digits, "0." + digits, "1e" + digits, "-1e-" + digits, brackets, "1" + brackets, "." + digits + "e+" + digits] {
            let text = format == .mps ? "ROWS\n N c\n L r\nCOLUMNS\n x r \(token)\nENDATA\n" : "min x st c: \(token) x <= 1 end"
            _ = try check(Array(text.utf8), format)
        }
    }
}
