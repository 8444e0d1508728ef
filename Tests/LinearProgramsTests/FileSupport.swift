// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@testable import LinearPrograms

/// The folder of test data that all targets share.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

/// Whether the slow tests run too.
let runsLongTests = ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"

enum FileFormat: String, CaseIterable {
    case mps, lp

    func read(_ text: String) throws(FileFaults) -> LinearProgram { try read(Array(text.utf8)) }

    func read(_ bytes: [UInt8]) throws(FileFaults) -> LinearProgram {
        switch self {
        case .mps: try LinearProgram(mps: bytes, named: "test.mps")
        case .lp: try LinearProgram(lp: bytes, named: "test.lp")
        }
    }

    func write(_ program: LinearProgram) throws -> String {
        try self == .mps ? MPSWriter.text(of: program) : LPWriter.text(of: program)
    }
}

/// What a program says, in a form that can be compared.
struct Contents: Equatable {
    struct Column: Equatable {
        let name: String
        let lower: Double
        let upper: Double
        let cost: Double
        let isInteger: Bool
    }
    struct Row: Equatable {
        let name: String
        let lower: Double
        let upper: Double
        let terms: [Term]
    }

    let title: String
    let direction: Direction
    let constant: Double
    let columns: [Column]
    let rows: [Row]
    let integerCount: Int

    /// Names as files can hold them: on one line, not too long, each once.
    init(_ program: LinearProgram) {
        title = Names.cleaned(program.title)
        direction = program.direction
        constant = program.objectiveConstant
        let columnNames = Names.unique((0..<program.columnCount).map(program.name(ofColumn:)))
        let rowNames = Names.unique((0..<program.rowCount).map(program.name(ofRow:)))
        columns = (0..<program.columnCount).map {
            Column(
                name: columnNames[$0], lower: program.columnLower[$0], upper: program.columnUpper[$0],
                cost: program.costs[$0], isInteger: program.isInteger[$0])
        }
        rows = (0..<program.rowCount).map {
            Row(
                name: rowNames[$0], lower: program.rowLower[$0], upper: program.rowUpper[$0],
                terms: Array(program.terms(ofRow: $0)))
        }
        integerCount = program.integerCount
    }
}
