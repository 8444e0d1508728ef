// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Parts of a model that cannot all hold, of which any one given up would let the others (an irreducible infeasible
/// subsystem): sides of rows, bounds of variables, and that a variable be a whole number.
public struct IrreducibleSubsystem: Sendable, Hashable {
    /// One thing a model asks for.
    public enum Member: Sendable, Hashable {
        /// One side of a row; an equality has two, and often only one of them is in the way.
        case side(Row, Side)
        /// One bound of the variable in this column.
        case bound(column: Int, Side)
        /// That the variable in this column be a whole number.
        case wholeNumber(column: Int)
    }

    /// How the subsystem was found, cheapest first.
    public enum Origin: String, Sendable, Hashable, Codable {
        /// A lower side or bound above its upper, or no whole number between two bounds. Nothing was solved.
        case contradictoryBounds
        /// A row that the bounds of its own variables refute. Nothing was solved.
        case boundsRefuteRow
        /// A filter on what the solver gave for a proof, then trial without each in turn.
        case deletion
    }

    /// Rows first, then bounds, then whole numbers, each in the order of the model.
    public let members: [Member]
    /// How the subsystem was found.
    public let origin: Origin
    /// Members that could not be shown to be needed before the time ran out, or the search of one trial grew too long.
    /// The members cannot all hold even so, and fewer of them might do.
    public let notShownToBeNeeded: [Member]

    /// Whether every member was shown to be needed.
    public var isIrreducible: Bool { notShownToBeNeeded.isEmpty }
}

/// Why a model has no solution.
public enum InfeasibilityExplanation: Sendable {
    /// What cannot all hold.
    case conflict(IrreducibleSubsystem)
    /// There is nothing to explain: the model has a solution.
    case feasible
    /// It could not be settled whether the model has a solution: how the solve ended.
    case undecided(Outcome)
    /// The model or the time limit was refused for these faults.
    case invalid([ModelFault])

    /// The conflict, where there is one.
    public var conflict: IrreducibleSubsystem? { if case .conflict(let conflict) = self { conflict } else { nil } }
}
