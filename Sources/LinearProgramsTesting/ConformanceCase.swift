// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// What the cases measure: they are about arithmetic, not about anything in the world.
public enum Quantity: Unit {
    public static let symbol = ""
}

/// A model and what must come of it, worked out by hand.
///
/// Each case stands below its model in mathematics and the reckoning of what is expected. Some go on by edits: each
/// step is the model as it then is.
public struct ConformanceCase: Sendable, CustomStringConvertible {
    /// What a case is about; a solver may leave out a whole topic.
    public enum Topic: String, Sendable, CaseIterable {
        /// That a model has an optimum, no solution or no end.
        case statuses
        /// Prices, in every sense and direction.
        case duals
        /// How far sides and costs can move.
        case ranges
        /// Proofs of having no solution or no end.
        case rays
        /// Rows that cannot all hold.
        case conflicts
        /// Models changed and solved again.
        case edits
        /// Whole numbers.
        case integrality
        /// Models, rows and columns with nothing in them.
        case empty
        /// Fixed columns, free rows, rows said twice.
        case rowsAndColumns
        /// Very large and very small numbers, and those that are refused.
        case scale
        /// Names in every script, and names that files cannot hold.
        case names
    }

    /// A model, and what must come of it.
    public struct Step: Sendable {
        /// The model as it is at this step.
        public let model: Model<Quantity>
        /// What must come of it.
        public let expectation: Expectation
    }

    /// Unique in the suite.
    public let name: String
    /// What the case is about.
    public let topic: Topic
    /// At least one.
    public let steps: [Step]

    public var description: String { "\(topic.rawValue): \(name)" }

    /// A case of one step.
    init(
        _ name: String, _ topic: Topic, _ expectation: Expectation, _ build: (inout Model<Quantity>) -> Void
    ) {
        var model = Model(name, minimise: Quantity.self)
        build(&model)
        self.init(name: name, topic: topic, steps: [Step(model: model, expectation: expectation)])
    }

    /// A case that edits its model.
    init(_ name: String, _ topic: Topic, steps build: (inout Steps) -> Void) {
        var steps = Steps(model: Model(name, minimise: Quantity.self))
        build(&steps)
        self.init(name: name, topic: topic, steps: steps.taken)
    }

    private init(name: String, topic: Topic, steps: [Step]) {
        self.name = name
        self.topic = topic
        self.steps = steps
    }

    /// A model under way, and what it should have come to so far.
    struct Steps {
        var model: Model<Quantity>
        var taken: [Step] = []

        mutating func expect(_ expectation: Expectation) { taken.append(Step(model: model, expectation: expectation)) }
    }
}

/// What must come of a model.
public enum Expectation: Sendable {
    /// An optimum of which this much is known.
    case optimal(Optimum)
    /// - Parameter ray: whether multipliers must be given that prove it.
    case infeasible(ray: Bool)
    /// - Parameter direction: whether a direction must be given that shows it.
    case unbounded(direction: Bool)
    /// Refused, for faults of these rows, columns or of the model.
    case refused(subjects: [String])
    /// Without a solution, and these rows, by name, are one irreducible conflict, all others and all bounds being kept.
    case conflict(Set<String>)
    /// Without a solution, and these sides, bounds and whole numbers are the one irreducible set that cannot hold.
    case explanation(Set<ConformanceSolver.Requirement>)
}

/// What is known of an optimum; names are those of rows and columns.
public struct Optimum: Sendable {
    /// The objective, constant included.
    public var objective: Double
    /// Of columns whose value is the same in every optimum.
    public var values: [String: Double] = [:]
    /// Of rows whose price is the same in every optimum.
    public var prices: [String: Double] = [:]
    /// Of columns whose reduced cost is the same in every optimum.
    public var reducedCosts: [String: Double] = [:]
    /// Of rows with one side: how far it may move with its price unchanged.
    public var sideRanges: [String: ClosedRange<Double>] = [:]
    /// Of columns: how far the cost may move with the solution unchanged.
    public var costRanges: [String: ClosedRange<Double>] = [:]
}

extension Expectation {
    static func optimum(
        _ objective: Double, _ values: [String: Double] = [:], prices: [String: Double] = [:],
        reduced: [String: Double] = [:], sides: [String: ClosedRange<Double>] = [:],
        costs: [String: ClosedRange<Double>] = [:]
    ) -> Expectation {
        .optimal(
            Optimum(
                objective: objective, values: values, prices: prices, reducedCosts: reduced, sideRanges: sides,
                costRanges: costs))
    }

    static var infeasible: Expectation { .infeasible(ray: false) }
    static var unbounded: Expectation { .unbounded(direction: false) }
}

extension Model<Quantity> {
    mutating func number(
        _ name: String, _ interval: some Interval = PartialRangeFrom<Double>(0)
    ) -> Variable<Quantity> {
        variable(name, in: interval, of: Quantity.self)
    }

    mutating func whole(_ name: String, _ interval: some Interval = PartialRangeFrom<Double>(0)) -> Variable<Quantity> {
        integer(name, in: interval, of: Quantity.self)
    }

    mutating func choice(_ name: String) -> Variable<Quantity> { binary(name, of: Quantity.self) }
}
