// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks a solution by arithmetic, whatever the solver said of it.
///
/// Sides, bounds and whole numbers; and, where there are prices, the conditions that together prove an optimum of a
/// linear program: stationarity, dual signs, complementarity and no gap between the primal and the dual objective.
/// Each residual is held against the size of what was added up to make it, so that the check means the same in pounds
/// and in millions of pounds.
public struct SolutionCheck: Sendable {
    /// Something that does not hold.
    public struct Violation: Sendable, Hashable, CustomStringConvertible {
        /// What can fail to hold.
        public enum Condition: String, Sendable, Hashable, Codable {
            /// There are not as many values or prices as columns and rows.
            case shape
            /// The objective reported is not that of the values.
            case objective
            /// A value is outside its bounds.
            case bound
            /// A value that must be whole is not.
            case wholeNumber
            /// A row is outside its sides.
            case row
            /// A reduced cost is not what the prices leave of the cost.
            case stationarity
            /// A price leans on a side or bound that is not there.
            case dualSign
            /// A price is on a side or bound that is not reached.
            case complementarity
            /// What the prices prove is not the objective.
            case dualityGap
        }

        /// What does not hold.
        public let condition: Condition
        /// The row, the variable or the model.
        public let subject: String
        /// By how much it fails, as a multiple of the tolerance.
        public let timesTolerance: Double
        /// What is the matter, with its numbers.
        public let sentence: String

        public var description: String { "“\(subject)”: \(sentence)" }
    }

    /// Everything that does not hold; empty where all does.
    public let violations: [Violation]

    /// Whether everything that was checked holds.
    public var passes: Bool { violations.isEmpty }

    /// Checks everything the solution carries.
    /// - Parameter tolerance: the residual allowed, as a share of the sizes added up.
    public init<Objective>(_ solution: Solution, of model: Model<Objective>, tolerance: Double = 1e-6) {
        self.init(solution, of: model.program, tolerance: tolerance)
    }

    /// Checks everything the solution carries.
    public init(_ solution: Solution, of program: LinearProgram, tolerance: Double = 1e-6) {
        let checker = Checker(program: program, solution: solution, tolerance: tolerance)
        if checker.shapeIsRight() {
            checker.checkPrimal()
            if let duals = solution.duals { checker.checkDuals(duals) }
        }
        violations = checker.violations
    }
}

// A class, so that the closures that name a subject may read it while a violation is being recorded.
private final class Checker {
    let program: LinearProgram
    let solution: Solution
    let tolerance: Double
    var violations: [SolutionCheck.Violation] = []
    private var activities: [Double] = []
    // The largest addend of each row's activity, or 1.
    private var rowScales: [Double] = []

    init(program: LinearProgram, solution: Solution, tolerance: Double) {
        self.program = program
        self.solution = solution
        self.tolerance = tolerance
    }

    /// Reports `residual` where it is more than the tolerance times `scale`. A NaN is reported too.
    func hold(
        _ condition: SolutionCheck.Violation.Condition, _ subject: @autoclosure () -> String, _ residual: Double,
        scale: Double, _ sentence: @autoclosure () -> String
    ) {
        if residual <= tolerance * scale { return }
        violations.append(
            .init(
                condition: condition, subject: subject(), timesTolerance: residual / (tolerance * scale),
                sentence: sentence()))
    }

    func shapeIsRight() -> Bool {
        var counts = [(solution.values.count, program.columnCount, "values", "variables")]
        if let duals = solution.duals {
            counts.append((duals.rows.count, program.rowCount, "row prices", "rows"))
            counts.append((duals.columns.count, program.columnCount, "reduced costs", "variables"))
        }
        for (count, expected, what, which) in counts where count != expected {
            hold(.shape, program.title, .infinity, scale: 1, "\(count) \(what) for \(expected) \(which)")
        }
        return violations.isEmpty
    }

    func checkPrimal() {
        let values = solution.values
        for column in 0..<program.columnCount {
            let value = values[column]
            let lower = program.columnLower[column]
            let upper = program.columnUpper[column]
            // Written so that a NaN fails.
            if !(value >= lower && value <= upper) {
                let excess = value.isNaN ? .nan : max(lower - value, value - upper)
                hold(
                    .bound, program.name(ofColumn: column), excess, scale: max(1, value.magnitude),
                    "\(value) is outside \(lower) to \(upper)")
            }
            if program.isInteger[column] {
                hold(
                    .wholeNumber, program.name(ofColumn: column), (value - value.rounded()).magnitude, scale: 1,
                    "\(value) is not a whole number")
            }
        }
        for row in 0..<program.rowCount {
            var activity = 0.0
            var scale = 1.0
            for term in program.terms(ofRow: row) {
                let addend = term.coefficient * values[Int(term.column)]
                activity += addend
                scale = max(scale, addend.magnitude)
            }
            activities.append(activity)
            rowScales.append(scale)
            let lower = program.rowLower[row]
            let upper = program.rowUpper[row]
            if !(activity >= lower && activity <= upper) {
                let excess = activity.isNaN ? .nan : max(lower - activity, activity - upper)
                hold(
                    .row, program.name(ofRow: row), excess, scale: scale,
                    "\(activity) is outside \(lower) to \(upper)")
            }
        }
        let objective = program.objective(at: values)
        hold(
            .objective, program.title, (objective - solution.objective).magnitude, scale: objectiveScale,
            "the objective is \(objective), not \(solution.objective)")
    }

    private var objectiveScale: Double {
        zip(program.costs, solution.values).reduce(1 + program.objectiveConstant.magnitude) {
            $0 + ($1.0 * $1.1).magnitude
        }
    }

    func checkDuals(_ duals: Duals) {
        // Stationarity: what the prices leave of each cost is the reduced cost that was reported.
        var left = program.costs
        var sizes = program.costs.map { max(1, $0.magnitude) }
        for row in 0..<program.rowCount where duals.rows[row] != 0 {
            for term in program.terms(ofRow: row) {
                let addend = duals.rows[row] * term.coefficient
                left[Int(term.column)] -= addend
                sizes[Int(term.column)] = max(sizes[Int(term.column)], addend.magnitude)
            }
        }
        for column in 0..<program.columnCount {
            hold(
                .stationarity, program.name(ofColumn: column),
                (left[column] - duals.columns[column]).magnitude, scale: sizes[column],
                "its reduced cost is \(left[column]), not \(duals.columns[column])")
        }
        // A row or bound has a price only where it holds, and of the sign of the side that holds.
        let costScale = program.costs.reduce(1) { max($0, $1.magnitude) }
        for row in 0..<program.rowCount {
            checkPrice(
                duals.rows[row], of: { $0.name(ofRow: row) }, at: activities[row],
                lower: program.rowLower[row], upper: program.rowUpper[row], priceScale: costScale,
                valueScale: rowScales[row])
        }
        for column in 0..<program.columnCount {
            checkPrice(
                duals.columns[column], of: { $0.name(ofColumn: column) }, at: solution.values[column],
                lower: program.columnLower[column], upper: program.columnUpper[column],
                priceScale: sizes[column], valueScale: max(1, solution.values[column].magnitude))
        }
        if let bound = program.bound(fromPrices: duals.rows, tolerance: tolerance * costScale) {
            hold(
                .dualityGap, program.title, (bound - solution.objective).magnitude, scale: objectiveScale,
                "the prices prove \(bound), and the objective is \(solution.objective)")
        } else {
            hold(
                .dualityGap, program.title, .infinity, scale: objectiveScale,
                "the prices lean on a side or bound that is infinite, so they prove nothing")
        }
    }

    private func checkPrice(
        _ price: Double, of name: (LinearProgram) -> String, at value: Double, lower: Double, upper: Double,
        priceScale: Double, valueScale: Double
    ) {
        // Raising a side that holds from below costs when minimising, and so has a price of zero or more.
        let leansOnLower = (program.direction == .minimise) == (price > 0)
        let side = leansOnLower ? lower : upper
        guard price.magnitude > tolerance * priceScale || price.isNaN else { return }
        guard side.isFinite else {
            hold(
                .dualSign, name(program), price.magnitude, scale: priceScale,
                "its price is \(price), and it has no \(leansOnLower ? "lower" : "upper") side to have it")
            return
        }
        hold(
            .complementarity, name(program), (value - side).magnitude, scale: max(valueScale, side.magnitude),
            "its price is \(price), and at \(value) it does not reach its side, \(side)")
    }
}
