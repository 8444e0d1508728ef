// SPDX-License-Identifier: GPL-3.0-or-later

// Changes to a model that is already built. All but a change of coefficient are cheap, and leave a basis from an
// earlier solve worth starting from.
extension Model {
    /// The row's sides: −∞ or +∞ where it has none.
    public func sides(of row: Row) -> (lower: Double, upper: Double) {
        (program.rowLower[row.index], program.rowUpper[row.index])
    }

    /// Moves the one side that the row has, or both where they are equal.
    ///
    /// The side is what stood on the right once every constant had been brought there.
    /// - Precondition: the row does not have two different sides; use ``setSides(of:lower:upper:)``.
    public mutating func setRightHandSide(of row: Row, to value: Double) {
        let (lower, upper) = sides(of: row)
        precondition(
            lower == upper || lower == -.infinity || upper == .infinity,
            "“\(name(of: row))” has two sides: set both with setSides(of:lower:upper:)")
        program.setSides(
            ofRow: row.index, lower: lower == -.infinity ? lower : value,
            upper: upper == .infinity ? upper : value)
    }

    /// Sets both sides of a row; −∞ or +∞ for none.
    public mutating func setSides(of row: Row, lower: Double, upper: Double) {
        program.setSides(ofRow: row.index, lower: lower, upper: upper)
    }

    /// The variable's bounds: −∞ or +∞ where it has none.
    public func bounds<M>(of variable: Variable<M>) -> (lower: Double, upper: Double) {
        (program.columnLower[Int(variable.index)], program.columnUpper[Int(variable.index)])
    }

    /// Sets a variable's bounds.
    public mutating func setBounds<M>(of variable: Variable<M>, to interval: some Interval) {
        program.setBounds(
            ofColumn: Int(variable.index), lower: interval.ends.lower, upper: interval.ends.upper)
    }

    /// Gives a variable one value, in its own unit.
    public mutating func fix<M>(_ variable: Variable<M>, at value: Double) {
        program.setBounds(ofColumn: Int(variable.index), lower: value, upper: value)
    }

    /// Sets what one unit of a variable adds to the objective.
    public mutating func setCost<M>(of variable: Variable<M>, to cost: Rate<Objective, M>) {
        program.setCost(ofColumn: Int(variable.index), to: cost.value)
    }

    /// Sets what one unit of a variable adds to a row. Costs a rebuild of the solver's matrix; moves every later row
    /// where the variable was not in the row before.
    public mutating func setCoefficient<M>(_ row: Row, _ variable: Variable<M>, to coefficient: Double) {
        program.setCoefficient(row: row.index, column: variable.index, to: coefficient)
    }

    /// What one unit of a variable adds to a row; zero where the variable is not in it.
    public func coefficient<M>(_ row: Row, _ variable: Variable<M>) -> Double {
        program.terms(ofRow: row.index).first { $0.column == variable.index }?.coefficient ?? 0
    }

    /// Whether a variable must be a whole number.
    public func isInteger<M>(_ variable: Variable<M>) -> Bool { program.isInteger[Int(variable.index)] }

    /// Lets a variable take any value between its bounds, whole or not.
    public mutating func relax<M>(_ variable: Variable<M>) {
        program.setInteger(column: Int(variable.index), to: false)
    }

    /// Lets a variable take whole values alone: the opposite of ``relax(_:)``.
    public mutating func makeInteger<M>(_ variable: Variable<M>) {
        program.setInteger(column: Int(variable.index), to: true)
    }

    /// Lets every variable take any value between its bounds: the model's linear relaxation.
    public mutating func relaxIntegers() { program.relaxIntegers() }

    /// Gives up a requirement: the row stays, without sides, so that every other handle and any
    /// basis still fits.
    public mutating func release(_ row: Row) {
        program.setSides(ofRow: row.index, lower: -.infinity, upper: .infinity)
    }
}
