// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// Everything in the model that a solver must not be given, all at once; empty when it is sound.
    public func faults() -> [ModelFault] { program.faults() }
}

extension LinearProgram {
    /// Everything in the program that a solver must not be given, all at once; empty when it is sound.
    ///
    /// Solvers answer a NaN with “optimal”, and take 1e30 for infinity or not depending on the route. So nothing but
    /// finite numbers of ordinary size get through: at most 1e20 and, for costs and coefficients, at least 1e-13.
    public func faults() -> [ModelFault] {
        // The common case first: no fault, nothing allocated.
        if !hasFault { return [] }
        var faults: [ModelFault] = []
        func check(_ number: Double, _ what: String, of name: @autoclosure () -> String) {
            if let complaint = complaint(about: number, what) {
                faults.append(ModelFault(subject: name(), sentence: complaint))
            }
        }
        check(objectiveConstant.magnitude < 1 ? 0 : objectiveConstant, "objective's constant", of: title)
        for column in 0..<columnCount {
            check(costs[column], "cost", of: name(ofColumn: column))
            if let complaint = complaint(
                lower: columnLower[column], upper: columnUpper[column], isInteger: isInteger[column],
                "bound")
            {
                faults.append(ModelFault(subject: name(ofColumn: column), sentence: complaint))
            }
        }
        for row in 0..<rowCount {
            if let complaint = complaint(
                lower: rowLower[row], upper: rowUpper[row], isInteger: false, "side")
            {
                faults.append(ModelFault(subject: name(ofRow: row), sentence: complaint))
            }
            for term in terms(ofRow: row) where complaint(about: term.coefficient, "") != nil {
                let what = "coefficient of “\(name(ofColumn: Int(term.column)))”"
                check(term.coefficient, what, of: name(ofRow: row))
            }
        }
        return faults
    }

    private var hasFault: Bool {
        func isOrdinary(_ number: Double) -> Bool {
            // False for a NaN too.
            number == 0 || (number.magnitude >= smallest && number.magnitude <= largest)
        }
        if !(objectiveConstant.magnitude <= largest) { return true }
        for cost in costs where !isOrdinary(cost) { return true }
        for term in matrix where !isOrdinary(term.coefficient) { return true }
        for row in 0..<rowCount where !areOrdered(rowLower[row], rowUpper[row], false) { return true }
        for column in 0..<columnCount
        where !areOrdered(columnLower[column], columnUpper[column], isInteger[column]) {
            return true
        }
        return false
    }

    private func areOrdered(_ lower: Double, _ upper: Double, _ isInteger: Bool) -> Bool {
        guard lower <= upper, lower < .infinity, upper > -.infinity else { return false }
        if lower.isFinite, lower.magnitude > largest { return false }
        if upper.isFinite, upper.magnitude > largest { return false }
        return !isInteger || wholeLower(lower) <= wholeUpper(upper)
    }

    private func complaint(about number: Double, _ what: String) -> String? {
        if number.isNaN {
            return "the \(what) is not a number; look for a division of zero by zero or a missing figure"
        }
        if number.isInfinite {
            return "the \(what) is infinite; leave the term out, or give it the largest value that can occur"
        }
        if number.magnitude > largest {
            return "the \(what) is \(number), beyond 1e20; give it in larger units"
        }
        if number != 0, number.magnitude < smallest {
            return "the \(what) is \(number), below 1e-13; give it in smaller units, or zero if it is rounding"
        }
        return nil
    }

    private func complaint(lower: Double, upper: Double, isInteger: Bool, _ what: String) -> String? {
        if lower.isNaN || upper.isNaN {
            return "a \(what) is not a number; look for a division of zero by zero or a missing figure"
        }
        if lower == .infinity || upper == -.infinity {
            return "the lower \(what) is \(lower) and the upper \(upper): nothing is between them; "
                + "−∞ below or +∞ above means no \(what)"
        }
        for number in [lower, upper] where number.isFinite && number.magnitude > largest {
            return "a \(what) is \(number), beyond 1e20; use an infinite \(what) for none"
        }
        if lower > upper {
            return "the lower \(what), \(lower), is above the upper, \(upper); make one of them give way"
        }
        if isInteger, wholeLower(lower) > wholeUpper(upper) {
            return "no whole number lies between its bounds, \(lower) and \(upper); widen one to a whole number"
        }
        return nil
    }
}

private let largest = 1e20
private let smallest = 1e-13

/// The least whole number that a lower bound allows. A bound that is whole but for rounding counts as whole.
package func wholeLower(_ bound: Double) -> Double {
    (bound - 1e-9 * max(1, bound.magnitude)).rounded(.up)
}

/// The greatest whole number that an upper bound allows.
package func wholeUpper(_ bound: Double) -> Double {
    (bound + 1e-9 * max(1, bound.magnitude)).rounded(.down)
}
