// SPDX-License-Identifier: GPL-3.0-or-later

/// What the corner where a linear program was solved leaves open about its prices and its values.
public struct Degeneracy: Sendable, Hashable {
    /// Rows and variables that are at a side or a bound though nothing holds them there: more sides meet in this
    /// corner than are needed to fix it. A price may then hold in one direction only, or for no distance, and ranges
    /// may be shorter than they need be.
    public let touchedInPassing: [String]
    /// Rows and variables that could leave their side or bound at no cost: there may be other solutions as good, and
    /// the ranges of costs may be shorter than they need be.
    public let freeToMove: [String]

    /// Whether prices may not hold in both directions.
    public var isDegenerate: Bool { !touchedInPassing.isEmpty }
    /// Whether there may be other solutions with the same objective.
    public var mayHaveOtherOptima: Bool { !freeToMove.isEmpty }

    /// What a reader of prices must be told; nil where there is nothing to tell.
    public var sentence: String? {
        var sentences: [String] = []
        if isDegenerate {
            sentences.append(
                "The solution is at a corner where more limits meet than are needed (\(listed(touchedInPassing))): a "
                    + "price may hold in one direction only. Ask for the one-sided prices before relying on one.")
        }
        if mayHaveOtherOptima {
            sentences.append(
                "Some limits could give way at no cost (\(listed(freeToMove))): other solutions may be as good.")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func listed(_ names: [String]) -> String {
        let shown = names.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
    }
}

extension Solution {
    /// What the solution's corner leaves open; nil where the solution has no prices.
    /// - Parameter tolerance: what counts as at a side, or as no cost, as a share of the sizes involved.
    public func degeneracy<Objective>(in model: Model<Objective>, tolerance: Double = 1e-9) -> Degeneracy? {
        guard let duals, let basis else { return nil }
        let program = model.program
        var touched: [String] = []
        var free: [String] = []

        func look(
            _ status: Basis.Status, value: Double, scale: Double, price: Double, priceScale: Double,
            lower: Double, upper: Double, name: @autoclosure () -> String
        ) {
            switch status {
            case .basic:
                let isAtSide = [lower, upper].contains {
                    $0.isFinite && ($0 - value).magnitude <= tolerance * max(1, scale, $0.magnitude)
                }
                if isAtSide { touched.append(name()) }
            case .atLower, .atUpper, .free:
                if lower != upper, price.magnitude <= tolerance * max(1, priceScale) { free.append(name()) }
            case .fixed: break
            }
        }

        let largestCost = program.costs.reduce(0) { max($0, $1.magnitude) }
        for row in 0..<program.rowCount {
            let addends = program.terms(ofRow: row).map { $0.coefficient * values[Int($0.column)] }
            look(
                basis.rows[row], value: addends.reduce(0, +), scale: addends.reduce(0) { max($0, $1.magnitude) },
                price: duals.rows[row], priceScale: largestCost, lower: program.rowLower[row],
                upper: program.rowUpper[row], name: program.name(ofRow: row))
        }
        for column in 0..<program.columnCount {
            look(
                basis.columns[column], value: values[column], scale: values[column].magnitude,
                price: duals.columns[column], priceScale: largestCost, lower: program.columnLower[column],
                upper: program.columnUpper[column], name: program.name(ofColumn: column))
        }
        return Degeneracy(touchedInPassing: touched, freeToMove: free)
    }
}
