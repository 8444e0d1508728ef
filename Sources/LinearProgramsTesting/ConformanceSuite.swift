// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A solver, as the suite sees it.
public struct ConformanceSolver: Sendable {
    /// Solves a model. The basis is of the step before, where there was one: a start that may be used or not.
    public var solve: @Sendable (Model<Quantity>, Basis?) -> Outcome
    /// The same with ranges; nil where the solver has none, and cases about them are not tried.
    public var solveWithRanges: (@Sendable (Model<Quantity>) -> Outcome)?
    /// An irreducible conflict among all rows of a model, or nil where it has a solution; nil where the solver has no
    /// such search.
    public var conflict: (@Sendable (Model<Quantity>) -> [Row]?)?
    /// An irreducible set of sides, bounds and whole numbers that cannot all hold, or nil where the model has a
    /// solution; nil where the solver has no such search.
    public var explain: (@Sendable (Model<Quantity>) -> Set<Requirement>?)?

    /// Whether answers come without prices and without proofs, as from a solver that is reached by way of files. Then
    /// none are expected, and everything else is.
    public var givesValuesOnly = false

    /// One thing a model asks for, by the name of its row or column.
    public enum Requirement: Sendable, Hashable {
        /// That a row be no less than its lower side.
        case atLeast(row: String)
        /// That a row be no more than its upper side.
        case atMost(row: String)
        /// That a variable be no less than its lower bound.
        case lowerBound(column: String)
        /// That a variable be no more than its upper bound.
        case upperBound(column: String)
        /// That a variable be a whole number.
        case wholeNumber(column: String)
    }

    /// A solver from its closures; what it does not offer is nil.
    public init(
        solve: @escaping @Sendable (Model<Quantity>, Basis?) -> Outcome,
        solveWithRanges: (@Sendable (Model<Quantity>) -> Outcome)? = nil,
        conflict: (@Sendable (Model<Quantity>) -> [Row]?)? = nil,
        explain: (@Sendable (Model<Quantity>) -> Set<Requirement>?)? = nil
    ) {
        self.solve = solve
        self.solveWithRanges = solveWithRanges
        self.conflict = conflict
        self.explain = explain
    }
}

/// Every case, and a runner. For any solver behind a closure:
///
/// ```swift
/// let solver = ConformanceSolver(solve: { model, start in GLPKSolver().solve(model, start: start) })
/// for item in ConformanceSuite.cases {
///     #expect(ConformanceSuite.run(item, with: solver) == .passed)
/// }
/// ```
public enum ConformanceSuite {
    /// Every case, in a fixed order.
    public static let cases: [ConformanceCase] =
        ConformanceCase.statuses + ConformanceCase.duals + ConformanceCase.ranges + ConformanceCase.rays
        + ConformanceCase.conflicts + ConformanceCase.edits + ConformanceCase.integrality + ConformanceCase.empty
        + ConformanceCase.rowsAndColumns + ConformanceCase.scale + ConformanceCase.names

    /// What came of one case.
    public enum Result: Sendable, Hashable {
        /// Everything is as expected.
        case passed
        /// What is wrong, a sentence each.
        case failed([String])
        /// Not run: the caller's reason, or what the solver does not offer.
        case leftOut(String)
    }

    /// Runs one case.
    /// - Parameter exclusions: names of cases that are not run, and for each the reason.
    public static func run(
        _ item: ConformanceCase, with solver: ConformanceSolver, excluding exclusions: [String: String] = [:]
    ) -> Result {
        if let reason = exclusions[item.name] { return .leftOut(reason) }
        var complaints: [String] = []
        var basis: Basis?
        for (place, step) in item.steps.enumerated() {
            let found: [String]
            switch step.expectation {
            case .conflict(let expected):
                guard let conflict = solver.conflict else { return .leftOut("the solver finds no conflicts") }
                found = conflictComplaints(conflict(step.model), expected, step.model)
            case .explanation(let expected):
                guard let explain = solver.explain else { return .leftOut("the solver explains nothing") }
                let explained = explain(step.model)
                found = explained == expected
                    ? [] : ["the explanation is \(explained.map { "\($0)" } ?? "none"), not \(expected)"]
            case .optimal(let optimum) where !(optimum.sideRanges.isEmpty && optimum.costRanges.isEmpty):
                guard let solve = solver.solveWithRanges else { return .leftOut("the solver finds no ranges") }
                found = self.complaints(solve(step.model), step, solver)
            default:
                let outcome = solver.solve(step.model, basis)
                basis = outcome.optimum?.basis
                found = self.complaints(outcome, step, solver)
            }
            complaints += item.steps.count > 1 ? found.map { "step \(place + 1): \($0)" } : found
        }
        return complaints.isEmpty ? .passed : .failed(complaints)
    }

    /// Runs every case.
    public static func run(
        with solver: ConformanceSolver, excluding exclusions: [String: String] = [:]
    ) -> [(item: ConformanceCase, result: Result)] {
        cases.map { ($0, run($0, with: solver, excluding: exclusions)) }
    }

    private static func complaints(
        _ outcome: Outcome, _ step: ConformanceCase.Step, _ solver: ConformanceSolver
    ) -> [String] {
        let complaints = OutcomeCheck(outcome, of: step.model).complaints
        switch (outcome, step.expectation) {
        case (.optimal(let solution), .optimal(var optimum)):
            if solver.givesValuesOnly { (optimum.prices, optimum.reducedCosts) = ([:], [:]) }
            return complaints + self.complaints(solution, optimum, step.model)
        case (.infeasible, .infeasible) where solver.givesValuesOnly: return complaints
        case (.unbounded, .unbounded) where solver.givesValuesOnly: return complaints
        case (.infeasible(let infeasibility), .infeasible(let needsRay)):
            if needsRay, case .ray = infeasibility.proof { return complaints }
            return complaints + (needsRay ? ["no multipliers were given"] : [])
        case (.unbounded(let unboundedness), .unbounded(let needsDirection)):
            return complaints + (needsDirection && unboundedness.direction == nil ? ["no direction was given"] : [])
        case (.invalid(let faults), .refused(let subjects)):
            let found = faults.map(\.subject)
            return found == subjects ? [] : ["refused for \(found), not for \(subjects)"]
        default:
            return complaints + ["\(outcome) where \(step.expectation) was expected"]
        }
    }

    private static func complaints(_ solution: Solution, _ expected: Optimum, _ model: Model<Quantity>) -> [String] {
        let program = model.program
        let columns = places((0..<program.columnCount).map(program.name(ofColumn:)))
        let rows = places((0..<program.rowCount).map(program.name(ofRow:)))
        var complaints: [String] = []
        func hold(_ what: String, _ found: Double?, _ expected: Double) {
            guard let found else {
                complaints.append("there is no \(what)")
                return
            }
            let isAlike = found == expected
                || (found - expected).magnitude <= 1e-6 * max(1, expected.magnitude)
            if !isAlike { complaints.append("\(what) is \(found), not \(expected)") }
        }
        func hold(_ what: String, _ found: StableRange?, _ expected: ClosedRange<Double>) {
            hold("lowest \(what)", found?.lowest, expected.lowerBound)
            hold("highest \(what)", found?.highest, expected.upperBound)
        }
        hold("objective", solution.objective, expected.objective)
        for (name, value) in expected.values {
            hold("value of \(name)", columns[name].map { solution.values[$0] }, value)
        }
        for (name, price) in expected.prices {
            hold("price of \(name)", rows[name].flatMap { solution.duals?.rows[$0] }, price)
        }
        for (name, price) in expected.reducedCosts {
            hold("reduced cost of \(name)", columns[name].flatMap { solution.duals?.columns[$0] }, price)
        }
        for (name, range) in expected.sideRanges {
            hold("side of \(name)", rows[name].flatMap { solution.ranges?.rightHandSide(of: model.rows[$0]) }, range)
        }
        for (name, range) in expected.costRanges {
            hold("cost of \(name)", columns[name].flatMap { solution.ranges?.costs[$0] }, range)
        }
        return complaints.sorted()
    }

    private static func conflictComplaints(
        _ found: [Row]?, _ expected: Set<String>, _ model: Model<Quantity>
    ) -> [String] {
        guard let found else { return ["no conflict was found"] }
        let names = Set(found.map(model.name(of:)))
        return names == expected ? [] : ["the conflict is \(names.sorted()), not \(expected.sorted())"]
    }

    private static func places(_ names: [String]) -> [String: Int] {
        Dictionary(zip(names, 0...), uniquingKeysWith: { first, _ in first })
    }
}
