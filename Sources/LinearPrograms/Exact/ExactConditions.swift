// SPDX-License-Identifier: GPL-3.0-or-later
import BigInt

extension LinearProgram {
    /// Whether costs and coefficients are all finite: nothing else can be calculated with.
    var isCalculable: Bool {
        objectiveConstant.isFinite && costs.allSatisfy(\.isFinite) && matrix.allSatisfy(\.coefficient.isFinite)
    }
}

/// Values and prices without rounding, held against everything that makes an optimum. Values are over one
/// denominator and prices over another, so that nothing has to be brought to lowest terms on the way.
struct ExactConditions {
    let program: LinearProgram
    /// Each value times `valueDenominator`.
    let values: [Dyadic]
    let valueDenominator: BigInt

    struct Prices {
        /// Each price times `denominator`.
        let rows: [Dyadic]
        let columns: [Dyadic]
        let denominator: BigInt
    }

    /// The objective times the denominator, constant included.
    var objective: Dyadic {
        var total = Dyadic(program.objectiveConstant) * valueDenominator
        for column in 0..<program.columnCount where program.costs[column] != 0 {
            total += Dyadic(program.costs[column]) * values[column]
        }
        return total
    }

    /// The largest residual of each condition that does not hold.
    func residuals(objective reported: Double?, prices: Prices?) -> [ExactResidual] {
        var worst = Worst()
        let activities = (0..<program.rowCount).map { row in
            program.terms(ofRow: row).reduce(Dyadic.zero) {
                $0 + Dyadic($1.coefficient) * values[Int($1.column)]
            }
        }
        for column in 0..<program.columnCount {
            let excess = excess(of: values[column], program.columnLower[column], program.columnUpper[column])
            worst.note(.bound, .column(column), excess, valueDenominator)
            if program.isInteger[column] {
                worst.note(.wholeNumber, .column(column), distanceFromWhole(values[column]), valueDenominator)
            }
        }
        for row in 0..<program.rowCount {
            let excess = excess(of: activities[row], program.rowLower[row], program.rowUpper[row])
            worst.note(.row, .row(row), excess, valueDenominator)
        }
        if let reported {
            worst.note(
                .objective, .model, (objective - Dyadic(reported) * valueDenominator).magnitude, valueDenominator)
        }
        if let prices { note(prices, activities, &worst) }
        return worst.residuals(of: program)
    }

    private func note(_ prices: Prices, _ activities: [Dyadic], _ worst: inout Worst) {
        var left = program.costs.map { Dyadic($0) * prices.denominator }
        for row in 0..<program.rowCount where !prices.rows[row].isZero {
            for term in program.terms(ofRow: row) {
                left[Int(term.column)] -= prices.rows[row] * Dyadic(term.coefficient)
            }
        }
        // Value and price denominators together: what prices prove, and what the objective is.
        let both = valueDenominator * prices.denominator
        var proved = Dyadic(program.objectiveConstant) * both
        for row in 0..<program.rowCount {
            proved += noteLeaning(
                prices.rows[row], at: activities[row], program.rowLower[row], program.rowUpper[row], .row(row),
                prices.denominator, &worst)
        }
        for column in 0..<program.columnCount {
            let difference = (left[column] - prices.columns[column]).magnitude
            worst.note(.stationarity, .column(column), difference, prices.denominator)
            proved += noteLeaning(
                prices.columns[column], at: values[column], program.columnLower[column],
                program.columnUpper[column], .column(column), prices.denominator, &worst)
        }
        worst.note(.dualityGap, .model, (objective * prices.denominator - proved).magnitude, both)
    }

    /// Notes what is wrong with one price and returns what it proves, times both denominators.
    private func noteLeaning(
        _ price: Dyadic, at value: Dyadic, _ lower: Double, _ upper: Double, _ subject: Worst.Subject,
        _ denominator: BigInt, _ worst: inout Worst
    ) -> Dyadic {
        guard !price.isZero else { return .zero }
        let leansOnLower = (program.direction == .minimise) != price.isNegative
        let side = leansOnLower ? lower : upper
        guard side.isFinite else {
            worst.note(.dualSign, subject, price.magnitude, denominator)
            // Leaning on nothing, it is worth what the row or variable happens to be.
            return price * value
        }
        let distance = value - Dyadic(side) * valueDenominator
        worst.note(.complementarity, subject, (price * distance).magnitude, denominator * valueDenominator)
        return price * Dyadic(side) * valueDenominator
    }

    /// How far outside, times the denominator; zero where it is inside.
    private func excess(of value: Dyadic, _ lower: Double, _ upper: Double) -> Dyadic {
        if lower.isFinite {
            let shortfall = Dyadic(lower) * valueDenominator - value
            if !shortfall.isZero, !shortfall.isNegative { return shortfall }
        }
        if upper.isFinite {
            let excess = value - Dyadic(upper) * valueDenominator
            if !excess.isZero, !excess.isNegative { return excess }
        }
        return .zero
    }

    private func distanceFromWhole(_ value: Dyadic) -> Dyadic {
        // The denominator in the same power of two as the value.
        let exponent = min(value.exponent, 0)
        let one = valueDenominator << -exponent
        let size = BigInt(value.mantissa.magnitude) << (value.exponent - exponent)
        let rest = size % one
        return Dyadic(mantissa: min(rest, one - rest), exponent: exponent)
    }
}

/// The largest residual of each condition so far.
private struct Worst {
    enum Subject {
        case model
        case row(Int)
        case column(Int)
    }

    private var found:
        [SolutionCheck.Violation.Condition: (subject: Subject, amount: Dyadic, denominator: BigInt)] = [:]

    // One condition has one denominator, so amounts compare as they are.
    mutating func note(
        _ condition: SolutionCheck.Violation.Condition, _ subject: Subject, _ amount: Dyadic, _ denominator: BigInt
    ) {
        guard !amount.isZero else { return }
        if let held = found[condition], !(held.amount < amount) { return }
        found[condition] = (subject, amount, denominator)
    }

    func residuals(of program: LinearProgram) -> [ExactResidual] {
        let order: [SolutionCheck.Violation.Condition] = [
            .bound, .wholeNumber, .row, .objective, .stationarity, .dualSign, .complementarity, .dualityGap,
        ]
        return order.compactMap { condition in
            found[condition].map { worst in
                let name =
                    switch worst.subject {
                    case .model: program.title
                    case .row(let row): program.name(ofRow: row)
                    case .column(let column): program.name(ofColumn: column)
                    }
                return ExactResidual(
                    condition: condition, subject: name, amount: Rational(worst.amount, over: worst.denominator))
            }
        }
    }
}
