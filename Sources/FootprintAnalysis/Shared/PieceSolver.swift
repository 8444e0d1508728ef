// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms
import Synchronization

/// One piece of a second stage in every scenario: the corners it has been at are tried before a solver is asked.
final class PieceSolver: Sendable {
    let places: LinearProgram.Part
    private let program: LinearProgram
    private let shape: PieceShape
    /// Terms of each joining row in the piece's own columns: place of the row among those that join, and term.
    private let joining: [(row: Int, term: Term)]
    private let memory: Mutex<Memory>

    private struct Memory {
        var corners: [PieceCorner] = []
        /// By basis, so that none is kept twice.
        var known: [Basis: Int] = [:]
        /// The corner of each scenario's last optimum.
        var last: [Int?]
        /// Corners by how often they served, the most first; put in order now and then.
        var order: [Int] = []
        var uses: [Int] = []
    }

    /// What the piece costs in every scenario.
    struct Answers: Sendable {
        /// By scenario.
        var costs: [Double]
        /// By scenario and row of the piece.
        var prices: [Double]
        /// By scenario: what the piece puts into each joining row, by the row's place.
        var activities: [[Double]]
    }

    /// - Parameter joining: the second stage's joining rows, in order.
    init(_ stages: TwoStageProgram, _ places: LinearProgram.Part, joining rows: [Int]) {
        self.places = places
        program = stages.second.program(of: places, title: "\(stages.second.title), a piece")
        shape = PieceShape(program)
        var own = [Int32](repeating: -1, count: stages.second.columnCount)
        for (place, column) in places.columns.enumerated() { own[column] = Int32(place) }
        joining = rows.enumerated().flatMap { place, row in
            stages.second.terms(ofRow: row).filter { own[Int($0.column)] >= 0 }
                .map { (place, Term(column: own[Int($0.column)], coefficient: $0.coefficient)) }
        }
        memory = Mutex(Memory(last: stages.scenarios.map { _ in nil }))
    }

    /// How many corners are tried before the solver is asked. Of a few hundred a scenario uses a few; measured on the shipped
    /// instances and on twelve groups and six organisations.
    private static let trials = 24

    /// The piece's optimum in every scenario with the first stage as given.
    /// - Parameter joiningCount: how many joining rows there are.
    func answers(
        _ stages: TwoStageProgram, at x: [Double], joiningCount: Int
    ) throws(TwoStageFailure) -> Answers {
        var memory = self.memory.withLock { $0 }
        defer { self.memory.withLock { $0 = memory } }
        var answers = Answers(costs: [], prices: [], activities: [])
        answers.costs.reserveCapacity(stages.scenarios.count)
        answers.prices.reserveCapacity(stages.scenarios.count * places.rows.count)
        var trial = PieceCorner.Trial(shape)
        for (number, scenario) in stages.scenarios.enumerated() {
            let technology = scenario.technology
            for (place, row) in places.rows.enumerated() {
                let given = technology.given(row, x)
                trial.lower[place] = scenario.rowLower[row] - given
                trial.upper[place] = scenario.rowUpper[row] - given
            }
            for (place, column) in places.columns.enumerated() { trial.bounds[place] = scenario.columnUpper[column] }
            var found: (cost: Double, prices: [Double])?
            func attempt(_ number: Int, _ corner: Int) -> Bool {
                guard let cost = memory.corners[corner].cost(&trial) else { return false }
                memory.last[number] = corner
                memory.uses[corner] += 1
                found = (cost, memory.corners[corner].prices)
                return true
            }
            let own = memory.last[number]
            let neighbour = number > 0 ? memory.last[number - 1] : nil
            if let own, attempt(number, own) {
            } else if let neighbour, neighbour != own, attempt(number, neighbour) {
            } else {
                for corner in memory.order.prefix(Self.trials) where corner != own && corner != neighbour {
                    if attempt(number, corner) { break }
                }
            }
            if found == nil {
                let solution = try solved(trial, from: own.map { memory.corners[$0].basis })
                found = (solution.objective, solution.duals!.rows)
                trial.values = solution.values
                memory.last[number] = remember(solution.basis, &memory)
            }
            answers.costs.append(found!.cost)
            answers.prices += found!.prices
            if joiningCount > 0 {
                var activity = [Double](repeating: 0, count: joiningCount)
                for (row, term) in joining { activity[row] += term.coefficient * trial.values[Int(term.column)] }
                answers.activities.append(activity)
            }
        }
        let uses = memory.uses
        memory.order.sort { (uses[$0], $1) > (uses[$1], $0) }
        return answers
    }

    /// The basis of a scenario's last optimum; nil where it was not one to keep.
    func basis(_ scenario: Int) -> Basis? {
        memory.withLock { memory in memory.last[scenario].map { memory.corners[$0].basis } }
    }

    private func solved(
        _ trial: PieceCorner.Trial, from start: Basis?
    ) throws(TwoStageFailure) -> Solution {
        var program = self.program
        program.setNumbers(rowLower: trial.lower, rowUpper: trial.upper, columnUpper: trial.bounds)
        let outcome = GLPKSolver().solve(program, start: start)
        guard case .optimal(let solution) = outcome, solution.duals != nil else {
            throw .unsettled("\(program.title): \(outcome)")
        }
        return solution
    }

    private func remember(_ basis: Basis?, _ memory: inout Memory) -> Int? {
        guard let basis else { return nil }
        if let known = memory.known[basis] { return known }
        guard let corner = PieceCorner(basis, of: shape) else { return nil }
        let number = memory.corners.count
        memory.corners.append(corner)
        memory.known[basis] = number
        memory.order.append(number)
        memory.uses.append(1)
        return number
    }
}

/// Why a two-stage program has no answer.
enum TwoStageFailure: Error {
    /// No first stage is one that every scenario can live with.
    case infeasible
    case stopped
    /// The solver gave nothing that stands up, and said this.
    case unsettled(String)
}
