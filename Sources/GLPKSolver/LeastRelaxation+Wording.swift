// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension LeastRelaxation {
    /// The answer in words: a heading, then one line for each move. Amounts are given to six digits: rounding is not
    /// part of the answer.
    public func lines<Objective>(in model: Model<Objective>, for voice: ExplanationVoice) -> [String] {
        switch (self, voice) {
        case (.moves(let moves, _, _), _) where moves.isEmpty: ["Nothing has to give: the model has a solution."]
        case (.moves(let moves, _, _), .planner):
            ["Everything can be met if these give way:"] + moves.map { plain($0, model) }
        case (.moves(let moves, let total, _), .engineer):
            ["least relaxation, weighted total \(sixDigits(total)):"] + moves.map { exact($0, model) }
        case (.impossible, .planner): ["Letting these give way is not enough: the rest cannot be met by itself."]
        case (.impossible, .engineer): ["the rows without a weight are infeasible with the bounds and integrality"]
        case (.undecided, .planner): ["It could not be worked out in the time allowed what would have to give."]
        case (.undecided(let outcome), .engineer):
            ["no least relaxation: the elastic program ended \(outcome.ending)"]
        case (.invalid(let faults), _): faults.map(\.description)
        }
    }

    private func plain<Objective>(_ move: Move, _ model: Model<Objective>) -> String {
        let limit = limit(of: move, model)
        let moved = move.side == .lower ? limit - move.amount : limit + move.amount
        let how = move.side == .lower ? "at least" : "at most"
        return "“\(model.name(of: move.row))” would have to ask for \(how) \(sixDigits(moved)) instead of "
            + "\(plainNumber(limit)): \(sixDigits(move.amount)) \(move.side == .lower ? "less" : "more")"
    }

    private func exact<Objective>(_ move: Move, _ model: Model<Objective>) -> String {
        let limit = limit(of: move, model)
        let moved = move.side == .lower ? limit - move.amount : limit + move.amount
        return "row \(move.row.index + 1) “\(model.name(of: move.row))”, \(move.side.rawValue) side: "
            + "\(plainNumber(limit)) → \(sixDigits(moved))"
    }

    private func limit<Objective>(of move: Move, _ model: Model<Objective>) -> Double {
        let sides = model.sides(of: move.row)
        return move.side == .lower ? sides.lower : sides.upper
    }
}

private func sixDigits(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return plainNumber(value) }
    var size = value.magnitude
    var scale = 1.0
    while size >= 1e6 { (size, scale) = (size / 10, scale / 10) }
    while size < 1e5 { (size, scale) = (size * 10, scale * 10) }
    return plainNumber((value * scale).rounded() / scale)
}

extension Outcome {
    /// How it ended, in a few words for an engineer.
    fileprivate var ending: String {
        switch self {
        case .optimal: "optimal"
        case .infeasible: "infeasible"
        case .unbounded: "unbounded"
        case .stopped(let limit, _, _): "at its limit (\(limit))"
        case .numericalTrouble(let sentence): "in numerical trouble: \(sentence)"
        case .invalid(let faults): "refused: \(faults.map(\.description).joined(separator: "; "))"
        }
    }
}
