// SPDX-License-Identifier: GPL-3.0-or-later

/// A linear or mixed-integer model: variables, requirements with a sentence each, and an objective measured in
/// `Objective`.
///
/// A value: copy it, change the copy, compare the two.
///
/// ```swift
/// var model = Model("wards", minimise: Pounds.self)
/// let beds = model.variables(over: wards, in: 0..., of: Beds.self, name: "beds")
/// model.require("enough beds", sum(over: wards) { beds[$0] } .>= 120)
/// model.minimise(sum(over: wards) { costPerBed[$0]! * beds[$0] })
/// ```
public struct Model<Objective: Unit>: Sendable {
    /// The model without its units.
    public package(set) var program: LinearProgram

    /// An empty model of a cost to be kept low.
    public init(_ title: String, minimise objective: Objective.Type) {
        program = LinearProgram(title: title, direction: .minimise)
    }

    /// An empty model of a benefit to be made large.
    public init(_ title: String, maximise objective: Objective.Type) {
        program = LinearProgram(title: title, direction: .maximise)
    }

    /// What the model is called in files and messages.
    public var title: String {
        get { program.title }
        set { program.title = newValue }
    }

    /// Sets the objective, replacing any other, and the direction: as small as can be.
    public mutating func minimise(_ objective: some LinearTerm<Objective>) {
        program.setObjective(objective.linearForm(), direction: .minimise)
    }

    /// Sets the objective, replacing any other, and the direction: as large as can be.
    public mutating func maximise(_ objective: some LinearTerm<Objective>) {
        program.setObjective(objective.linearForm(), direction: .maximise)
    }

    /// The row's sentence and indices: `everyone is seen[E01009417]`.
    public func name(of row: Row) -> String { program.name(ofRow: row.index) }

    /// The variable's name and indices: `flow[E01009417,RJE01]`.
    public func name<Measure>(of variable: Variable<Measure>) -> String {
        program.name(ofColumn: Int(variable.index))
    }

    /// Every requirement, in the order they were made.
    public var rows: [Row] { (0..<program.rowCount).map(Row.init) }
}
