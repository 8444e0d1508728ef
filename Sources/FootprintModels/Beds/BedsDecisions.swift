// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// What a plan decides: how many closing and opening steps of each pool are taken by each year, and which schemes run. Who is
/// moved, which care is bought and whom it takes are left: a linear program.
public struct BedsDecisions: Sendable, Hashable {
    /// By place of pool, then of year.
    public let closed, opened: [[Int]]
    /// By place of scheme.
    public let runs: [Bool]
}

extension BedsModel {
    /// - Parameter solution: of this model.
    public func decisions(of solution: Solution) -> BedsDecisions {
        func taken(_ variables: [[[Variable<Choice>]]]) -> [[Int]] {
            variables.map { steps in system.years.indices.map { t in steps.reduce(0) { $0 + (solution[$1[t]] > 0.5 ? 1 : 0) } } }
        }
        return BedsDecisions(
            closed: taken(variables.closed), opened: taken(variables.opened),
            runs: variables.runs.map { $0.map { solution[$0] > 0.5 } ?? false })
    }

    /// The linear program that is left with these decisions; nil where the model does not have them: too many wards, or a gate
    /// that is later. A scheme that starts too late does not run.
    /// - Parameter decisions: of this model or one like it: as many pools, years and schemes.
    public func holding(_ decisions: BedsDecisions) -> Model<ThousandPounds>? {
        var held = model
        for (variables, taken) in [(variables.closed, decisions.closed), (variables.opened, decisions.opened)] {
            for (steps, years) in zip(variables, taken) {
                guard years.allSatisfy({ $0 <= steps.count }) else { return nil }
                for (n, step) in steps.enumerated() {
                    for (variable, count) in zip(step, years) {
                        let value: Double = n < count ? 1 : 0
                        guard value <= held.bounds(of: variable).upper else { return nil }
                        held.fix(variable, at: value)
                    }
                }
            }
        }
        for (variable, runs) in zip(variables.runs, decisions.runs) {
            if let variable { held.fix(variable, at: runs ? 1 : 0) }
        }
        // What counts them follows from them.
        held.relaxIntegers()
        return held
    }
}
