// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms
import Synchronization

/// The pieces of a second stage that joining rows hold together, solved together where those rows bind.
final class JoinedSolver: Sendable {
    let places: LinearProgram.Part
    /// Numbers of its pieces.
    let pieces: [Int]
    /// Places of its joining rows among all that join.
    let joining: [Int]
    private let program: LinearProgram
    /// The joining rows' own places in the program, and the program in which they may be broken.
    private let joiningRows: [Int]
    private let elastic: LinearProgram
    /// By scenario, of the last optimum.
    private let bases: Mutex<[Basis?]>

    enum Answer: Sendable {
        /// With a price for each row.
        case optimal(cost: Double, prices: [Double])
        /// How much the joining rows have to be broken by, in all, and its prices.
        case short(by: Double, prices: [Double])
    }

    init(_ stages: TwoStageProgram, _ places: LinearProgram.Part, pieces: [Int], joining: [Int], rows: [Int]) {
        self.places = places
        self.pieces = pieces
        self.joining = joining
        let own = Dictionary(uniqueKeysWithValues: places.rows.enumerated().map { ($1, $0) })
        joiningRows = joining.map { own[rows[$0]]! }
        program = stages.second.program(of: places, title: "\(stages.second.title), together")
        elastic = Self.elastic(program, joiningRows)
        bases = Mutex(stages.scenarios.map { _ in nil })
    }

    /// - Parameter pieceBases: of the pieces' own optima in this scenario: nothing in them is changed by rows that join, so that
    ///   the dual simplex may begin there.
    func answer(
        _ stages: TwoStageProgram, _ number: Int, at x: [Double], from pieceBases: () -> [(LinearProgram.Part, Basis?)],
        stop: StopSignal?
    ) throws(TwoStageFailure) -> Answer {
        let scenario = stages.scenarios[number]
        var lower: [Double] = []
        var upper: [Double] = []
        for row in places.rows {
            let given = scenario.technology.given(row, x)
            lower.append(scenario.rowLower[row] - given)
            upper.append(scenario.rowUpper[row] - given)
        }
        let bounds = places.columns.map { scenario.columnUpper[$0] }
        var program = self.program
        program.setNumbers(rowLower: lower, rowUpper: upper, columnUpper: bounds)
        let start = bases.withLock { $0[number] } ?? assembled(pieceBases())
        let outcome = GLPKSolver().solve(program, start: start, shouldStop: stop.map { stop in { stop.reason != nil } })
        switch outcome {
        case .optimal(let solution):
            bases.withLock { $0[number] = solution.basis }
            return .optimal(cost: solution.objective, prices: solution.duals!.rows)
        case .infeasible:
            var broken = elastic
            let room = broken.columnCount - program.columnCount
            broken.setNumbers(
                rowLower: lower, rowUpper: upper, columnUpper: bounds + Array(repeating: Double.infinity, count: room))
            guard case .optimal(let solution) = GLPKSolver().solve(broken) else {
                throw .unsettled("\(program.title): how far it is from an answer was not found")
            }
            return .short(by: solution.objective, prices: solution.duals!.rows)
        case .stopped: throw .stopped
        case .unbounded, .numericalTrouble, .invalid: throw .unsettled("\(program.title): \(outcome)")
        }
    }

    private func assembled(_ pieces: [(LinearProgram.Part, Basis?)]) -> Basis? {
        let rows = Dictionary(uniqueKeysWithValues: places.rows.enumerated().map { ($1, $0) })
        let columns = Dictionary(uniqueKeysWithValues: places.columns.enumerated().map { ($1, $0) })
        var basis = Basis(
            rows: Array(repeating: .basic, count: rows.count), columns: Array(repeating: .atLower, count: columns.count))
        for (piece, own) in pieces {
            guard let own else { return nil }
            for (place, row) in piece.rows.enumerated() { basis.rows[rows[row]!] = own.rows[place] }
            for (place, column) in piece.columns.enumerated() { basis.columns[columns[column]!] = own.columns[place] }
        }
        return basis
    }

    /// The least, in all, by which some rows have to be broken.
    private static func elastic(_ program: LinearProgram, _ rows: [Int]) -> LinearProgram {
        var elastic = program
        elastic.setCosts(to: program.costs.map { _ in 0 })
        var entries: [(row: Int, column: Int, coefficient: Double)] = []
        for row in rows {
            for (side, sign) in [(program.rowLower[row], 1.0), (program.rowUpper[row], -1.0)] where side.isFinite {
                let column = elastic.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "broken by" }
                elastic.setCost(ofColumn: column, to: 1)
                entries.append((row, column, sign))
            }
        }
        elastic.appendTerms(entries)
        return elastic
    }
}
