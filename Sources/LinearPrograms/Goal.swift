// SPDX-License-Identifier: GPL-3.0-or-later

/// One of several objectives, to be met in the order of their importance.
///
/// A goal is reached as nearly as it can be before the next is looked at, and the next may then cost it no more than
/// its tolerance. Never a weighted sum: no amount of a later goal buys any of an earlier one beyond that.
public struct Goal: Sendable {
    /// How much of a goal the later ones together may give up.
    public enum Tolerance: Sendable, Hashable, Codable {
        /// Nothing but the solver's own rounding.
        case none
        /// So many of the goal's units.
        case absolute(Double)
        /// Such a share of the best value's magnitude: 0.01 for 1%.
        case share(Double)
    }

    /// What the goal is called in results and messages.
    public let name: String
    /// Which way it is to go.
    public let direction: Direction
    /// How much of it may be given up for the goals after it.
    public let tolerance: Tolerance
    package let form: LinearForm

    /// A cost to be kept low.
    public static func minimise(
        _ name: String, _ objective: some LinearTerm, giving tolerance: Tolerance = .none
    ) -> Goal {
        Goal(name: name, direction: .minimise, tolerance: tolerance, form: objective.linearForm())
    }

    /// A benefit to be made large.
    public static func maximise(
        _ name: String, _ objective: some LinearTerm, giving tolerance: Tolerance = .none
    ) -> Goal {
        Goal(name: name, direction: .maximise, tolerance: tolerance, form: objective.linearForm())
    }
}

extension Goal {
    /// The worst value that later goals must leave, when this is the best.
    package func limit(of best: Double) -> Double {
        let given =
            switch tolerance {
            case .none: 0.0
            case .absolute(let amount): amount
            case .share(let share): share * best.magnitude
            }
        return direction == .minimise ? best + given : best - given
    }

    /// What in the goal cannot be honoured.
    package func faults() -> [ModelFault] {
        switch tolerance {
        case .absolute(let amount) where !(amount >= 0 && amount < .infinity):
            [ModelFault(subject: name, sentence: "its tolerance is \(amount); give zero or more of its own units")]
        case .share(let share) where !(share >= 0 && share < .infinity):
            [ModelFault(subject: name, sentence: "its tolerance is \(share); give a share of zero or more, 0.01 for 1%")]
        default: []
        }
    }
}
