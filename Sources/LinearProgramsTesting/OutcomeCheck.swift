// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Holds whatever a solver answered to the arithmetic: for every test that solves something.
///
/// A solution is checked in doubles and its residuals without rounding; the optimum of a linear program is worked out
/// again from its basis in fractions; multipliers that prove infeasibility, and directions that prove an objective
/// without end, are checked against the model; a bound may not be on the wrong side of what is held.
public struct OutcomeCheck: Sendable {
    /// What is wrong, a sentence each; empty where everything that could be checked holds.
    public let complaints: [String]
    /// What fractions had to say of an optimum.
    public let exactness: Exactness

    /// What came of working an optimum out again in fractions.
    public enum Exactness: Sendable, Hashable {
        /// The basis is proved optimal: no tolerance was needed.
        case proved
        /// Proved but for residuals within the tolerance, the largest of which is given. Where a model has decimal
        /// figures, several rows that meet in one corner on paper do not quite do so in doubles.
        case withinTolerance(Double)
        /// There was no optimum of a linear program, no basis, or too many equations.
        case notTried
    }

    /// - Parameters:
    ///   - tolerance: the residual allowed, as a share of the sizes added up.
    ///   - equations: the largest system to be solved in fractions.
    public init(
        _ outcome: Outcome, of program: LinearProgram, tolerance: Double = 1e-6, equations: Int = 150
    ) {
        var complaints: [String] = []
        var exactness = Exactness.notTried
        if let solution = outcome.solution {
            complaints += SolutionCheck(solution, of: program, tolerance: tolerance).violations.map(\.description)
            complaints += Self.exactComplaints(solution, program, tolerance)
        }
        switch outcome {
        case .optimal(let solution):
            if solution.duals != nil, let basis = solution.basis {
                let (found, complaint) = Self.exactOptimum(solution, basis, program, tolerance, equations)
                exactness = found
                complaints += complaint
            }
            if program.hasIntegers, solution.duals != nil {
                complaints.append("a program with integers has no prices, and some were given")
            }
        case .stopped(_, let incumbent?, let bound?):
            let gap = program.direction == .minimise ? incumbent.objective - bound : bound - incumbent.objective
            if gap < -tolerance * max(1, bound.magnitude) {
                complaints.append("the bound \(bound) is on the wrong side of the incumbent, \(incumbent.objective)")
            }
        case .infeasible(let infeasibility):
            if case .ray(let ray) = infeasibility.proof, !program.isContradicted(by: ray) {
                complaints.append("the multipliers given do not contradict the model")
            }
        case .unbounded(let unboundedness):
            if let direction = unboundedness.direction, !program.isImprovedForever(along: direction) {
                complaints.append("the direction given does not improve the objective for ever")
            }
        case .stopped, .numericalTrouble, .invalid: break
        }
        self.complaints = complaints
        self.exactness = exactness
    }

    /// - Parameters:
    ///   - tolerance: the residual allowed, as a share of the sizes added up.
    ///   - equations: the largest system to be solved in fractions.
    public init<Objective>(
        _ outcome: Outcome, of model: Model<Objective>, tolerance: Double = 1e-6, equations: Int = 150
    ) {
        self.init(outcome, of: model.program, tolerance: tolerance, equations: equations)
    }

    /// The residuals of the solution's doubles, against the size of the whole model.
    private static func exactComplaints(
        _ solution: Solution, _ program: LinearProgram, _ tolerance: Double
    ) -> [String] {
        guard let residuals = solution.exactResiduals(of: program) else { return ["a value is not a finite number"] }
        let scales = Scales(solution, program)
        return residuals.filter { !($0.amount.double <= tolerance * scales.scale(of: $0.condition)) }
            .map(\.description)
    }

    private static func exactOptimum(
        _ solution: Solution, _ basis: Basis, _ program: LinearProgram, _ tolerance: Double, _ equations: Int
    ) -> (Exactness, [String]) {
        do {
            let exact = try ExactBasicSolution(of: program, at: basis, atMost: equations)
            var complaints: [String] = []
            let scales = Scales(solution, program)
            let difference = (exact.objective.double - solution.objective).magnitude
            if !(difference <= tolerance * scales.objective) {
                complaints.append(
                    "the basis is worth \(exact.objective.double) in fractions, and \(solution.objective) was reported")
            }
            if exact.isOptimal { return (.proved, complaints) }
            let large = exact.residuals.filter { !($0.amount.double <= tolerance * scales.scale(of: $0.condition)) }
            complaints += large.map { "of the basis in fractions: \($0)" }
            return (.withinTolerance(exact.residuals.map(\.amount.double).max() ?? 0), complaints)
        } catch .tooLarge {
            return (.notTried, [])
        } catch {
            return (.notTried, [error.description])
        }
    }
}

/// What residuals are measured against: the largest things added up to make them.
private struct Scales {
    var value = 1.0
    var row = 1.0
    var objective = 1.0
    var price = 1.0

    init(_ solution: Solution, _ program: LinearProgram) {
        objective += program.objectiveConstant.magnitude
        for column in 0..<program.columnCount {
            value = max(value, solution.values[column].magnitude)
            price = max(price, program.costs[column].magnitude)
            objective += (program.costs[column] * solution.values[column]).magnitude
        }
        for row in 0..<program.rowCount {
            for term in program.terms(ofRow: row) {
                let addend = (term.coefficient * solution.values[Int(term.column)]).magnitude
                self.row = max(self.row, addend)
                if let duals = solution.duals {
                    price = max(price, (term.coefficient * duals.rows[row]).magnitude)
                }
            }
        }
        if let duals = solution.duals {
            for row in 0..<program.rowCount where duals.rows[row] != 0 {
                let leansOnLower = (program.direction == .minimise) == (duals.rows[row] > 0)
                let side = leansOnLower ? program.rowLower[row] : program.rowUpper[row]
                if side.isFinite { objective += (duals.rows[row] * side).magnitude }
            }
        }
    }

    func scale(of condition: SolutionCheck.Violation.Condition) -> Double {
        switch condition {
        case .bound: value
        case .row: row
        case .wholeNumber, .shape: 1
        case .objective, .complementarity, .dualityGap: objective
        case .stationarity, .dualSign: price
        }
    }
}
