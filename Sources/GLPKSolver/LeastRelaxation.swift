// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The cheapest way for some rows to give so that a model has a solution.
public enum LeastRelaxation: Sendable {
    /// How one side gives.
    public struct Move: Sendable, Hashable {
        /// The row that gives.
        public let row: Row
        /// Which of its sides gives.
        public let side: Side
        /// Above zero, in the row's unit: how far a lower side falls or an upper side rises.
        public let amount: Double
    }

    /// The moves, in the order of the model, the sum of weight times amount, and values that meet everything else.
    /// No moves where the model has a solution as it is.
    case moves([Move], total: Double, values: [Double])
    /// No moves of these rows are enough: the rows and bounds that may not give contradict each other.
    case impossible
    /// The solve ended in neither: how.
    case undecided(Outcome)
    /// The model, a weight or the time limit was refused for these faults.
    case invalid([ModelFault])
}

extension GLPKSolver {
    /// The least that rows have to give, all together, for the model to have a solution: the smallest sum of each move
    /// times its row's weight (the elastic program of Brown and Graves, 1975).
    /// - Parameter weights: what one unit of a row's side is worth, above zero: units differ, so only the caller knows.
    ///   Rows without a weight, bounds and whole numbers do not give.
    /// - Parameter timeLimit: seconds; nil for no limit.
    public func leastRelaxation<Objective>(
        of model: Model<Objective>, weights: [Row: Double], timeLimit: Double? = nil
    ) -> LeastRelaxation {
        let options = SolveOptions(timeLimit: timeLimit)
        var faults = model.program.faults() + options.faults(for: model.program)
        for (row, weight) in weights.sorted(by: { $0.key < $1.key }) where !(weight > 1e-13 && weight <= 1e20) {
            faults.append(
                ModelFault(
                    subject: model.name(of: row),
                    sentence: "its weight is \(weight); give a number above zero, or leave the row out if it may not give"))
        }
        guard faults.isEmpty else { return .invalid(faults) }
        let rows = weights.keys.map(\.index).sorted()
        let elastic = ElasticProgram(
            model.program, rows: rows,
            weights: Dictionary(uniqueKeysWithValues: weights.map { ($0.key.index, $0.value) }))
        switch solve(elastic.program, options: options) {
        case .infeasible: return .impossible
        case .optimal(let solution):
            var moves: [LeastRelaxation.Move] = []
            var total = 0.0
            for row in rows {
                for (side, column) in [(Side.lower, elastic.shortfall[row]), (.upper, elastic.excess[row])] {
                    // What is left by rounding is no move.
                    guard let column, solution.values[column] > 1e-9 else { continue }
                    moves.append(.init(row: Row(index: row), side: side, amount: solution.values[column]))
                    total += elastic.program.costs[column] * solution.values[column]
                }
            }
            return .moves(moves, total: total, values: Array(solution.values.prefix(model.program.columnCount)))
        case let other: return .undecided(other)
        }
    }
}
