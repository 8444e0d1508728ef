// SPDX-License-Identifier: GPL-3.0-or-later

extension Solution {
    /// The largest residual of each condition that the solution's doubles do not meet exactly: empty where they meet
    /// all of them. Any finite double is a fraction, so nothing is rounded on the way, whatever the model's size.
    ///
    /// Doubles can seldom be exact where figures are decimal: a tenth is not a double. What matters is how large the
    /// residuals are. For conditions that hold or not, see ``ExactBasicSolution``.
    /// - Returns: nil where a value, a price, a cost or a coefficient is not a finite number, or there are not as many
    ///   values or prices as the model has columns and rows.
    public func exactResiduals(of program: LinearProgram) -> [ExactResidual]? {
        guard values.count == program.columnCount, objective.isFinite, values.allSatisfy(\.isFinite),
            program.isCalculable
        else { return nil }
        let conditions = ExactConditions(program: program, values: values.map { Dyadic($0) }, valueDenominator: 1)
        guard let duals else { return conditions.residuals(objective: objective, prices: nil) }
        guard duals.rows.count == program.rowCount, duals.columns.count == program.columnCount,
            duals.rows.allSatisfy(\.isFinite), duals.columns.allSatisfy(\.isFinite)
        else { return nil }
        let prices = ExactConditions.Prices(
            rows: duals.rows.map { Dyadic($0) }, columns: duals.columns.map { Dyadic($0) }, denominator: 1)
        return conditions.residuals(objective: objective, prices: prices)
    }

    /// The largest residual of each condition that the solution's doubles do not meet exactly.
    public func exactResiduals<Objective>(of model: Model<Objective>) -> [ExactResidual]? {
        exactResiduals(of: model.program)
    }
}
