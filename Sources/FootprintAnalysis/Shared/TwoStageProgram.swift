// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A linear program of which some columns are decided before it is known what the rest will face: costs and the matrix of the second
/// stage are the same in every scenario, its sides, its upper bounds and what the first stage gives it are the scenario's own.
struct TwoStageProgram: Sendable {
    /// What is decided first: columns, rows and costs.
    let first: LinearProgram
    /// What is decided then, without the first stage's columns. Sides and bounds are those of one scenario.
    let second: LinearProgram
    /// Rows of the second stage that join pieces which are small without them.
    let joining: Set<Int>
    var scenarios: [Scenario]

    struct Scenario: Sendable {
        var name: String
        var probability: Double
        /// Of the second stage's rows, before the first stage's part is taken from them.
        let rowLower, rowUpper: [Double]
        let columnUpper: [Double]
        let technology: Technology
        /// A corner of the second stage to begin at; nil: none.
        let start: Basis?
    }

    /// What first-stage columns put into rows of the second stage: row `i` has the terms at `starts[i]..<starts[i + 1]`.
    struct Technology: Sendable {
        let starts: [Int]
        let terms: [Term]
    }

    /// - Parameters:
    ///   - program: both stages of one scenario: the first stage's columns and rows come first, and no second-stage column is in them.
    ///   - columns: how many columns are of the first stage.
    ///   - rows: how many rows.
    ///   - joining: places of the joining rows in the program.
    init(_ program: LinearProgram, columns: Int, rows: Int, joining: [Int]) {
        var first = program.program(
            of: .init(columns: Array(0..<columns), rows: Array(0..<rows)), title: "\(program.title), decided first")
        first.objectiveConstant = program.objectiveConstant
        self.first = first
        second = program.program(
            of: .init(columns: Array(columns..<program.columnCount), rows: Array(rows..<program.rowCount)),
            title: "\(program.title), decided then")
        self.joining = Set(joining.map { $0 - rows })
        scenarios = []
    }

    /// A scenario from its own program, of the same shape.
    func scenario(_ name: String, probability: Double, _ program: LinearProgram, start: Basis? = nil) -> Scenario {
        let (columns, rows) = (first.columnCount, first.rowCount)
        precondition(
            program.columnCount == columns + second.columnCount && program.rowCount == rows + second.rowCount,
            "scenarios of one program have the same rows and columns")
        var starts = [0]
        var terms: [Term] = []
        for row in rows..<program.rowCount {
            for term in program.terms(ofRow: row) where Int(term.column) < columns { terms.append(term) }
            starts.append(terms.count)
        }
        // Most scenarios have the same bounds: one array serves them all.
        let upper = Array(program.columnUpper.dropFirst(columns))
        return Scenario(
            name: name, probability: probability, rowLower: Array(program.rowLower.dropFirst(rows)),
            rowUpper: Array(program.rowUpper.dropFirst(rows)),
            columnUpper: upper == second.columnUpper ? second.columnUpper : upper,
            technology: Technology(starts: starts, terms: terms),
            start: start.map {
                Basis(rows: Array($0.rows.dropFirst(rows)), columns: Array($0.columns.dropFirst(columns)))
            })
    }
}

extension TwoStageProgram.Technology {
    /// What the first stage puts into a row.
    func given(_ row: Int, _ x: [Double]) -> Double {
        var sum = 0.0
        for place in starts[row]..<starts[row + 1] { sum += terms[place].coefficient * x[Int(terms[place].column)] }
        return sum
    }

    /// Adds what prices of rows say of the first stage's columns: `−price · coefficient` for each, times a weight.
    func addSlopes(_ row: Int, price: Double, times weight: Double, to slopes: inout [Double]) {
        for place in starts[row]..<starts[row + 1] {
            slopes[Int(terms[place].column)] -= weight * price * terms[place].coefficient
        }
    }
}
