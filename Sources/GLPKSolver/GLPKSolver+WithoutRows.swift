// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension GLPKSolver {
    /// Solves a program without coefficients: every row is 0, and each column goes to its better bound by itself.
    func solveWithoutRows(_ program: LinearProgram, options: SolveOptions) -> Outcome {
        for row in 0..<program.rowCount where program.rowLower[row] > 0 || program.rowUpper[row] < 0 {
            var ray = [Double](repeating: 0, count: program.rowCount)
            ray[row] = program.rowLower[row] > 0 ? -1 : 1
            return .infeasible(Infeasibility(proof: .ray(ray)))
        }
        let (lower, upper) = program.wholeBounds()
        var values = [Double](repeating: 0, count: program.columnCount)
        var statuses = [Basis.Status](repeating: .free, count: program.columnCount)
        for column in 0..<program.columnCount {
            let cost = program.direction == .minimise ? program.costs[column] : -program.costs[column]
            // Without a cost, the finite bound nearest to zero; zero where there is none.
            let wantsLower = cost > 0 || (cost == 0 && lower[column].magnitude <= upper[column].magnitude)
            let bound = wantsLower ? lower[column] : upper[column]
            if bound.isFinite {
                values[column] = bound
                statuses[column] =
                    lower[column] == upper[column] ? .fixed : wantsLower ? .atLower : .atUpper
            } else if cost != 0 {
                var direction = [Double](repeating: 0, count: program.columnCount)
                direction[column] = wantsLower ? -1 : 1
                return .unbounded(Unboundedness(direction: direction))
            }
        }
        let basis = Basis(rows: Array(repeating: .basic, count: program.rowCount), columns: statuses)
        let duals = Duals(rows: Array(repeating: 0, count: program.rowCount), columns: program.costs)
        if program.hasIntegers {
            return .optimal(Solution(objective: program.objective(at: values), values: values, basis: basis))
        }
        // Nothing holds a column but its own bounds.
        let endless = [Double](repeating: .infinity, count: program.rowCount + program.columnCount)
        let ranges = Ranges(
            of: program, values: values, duals: duals, basis: basis, low: endless.map { -$0 }, high: endless)
        return .optimal(
            Solution(
                objective: program.objective(at: values), values: values, duals: duals, basis: basis,
                ranges: options.findsRanges ? ranges : nil, isExact: options.isExact))
    }
}
