// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// What refutes a program without a solve.
extension LinearProgram {
    typealias Member = IrreducibleSubsystem.Member

    /// Every row and variable whose own sides or bounds contradict each other. Sides that are not numbers, or infinite
    /// the wrong way, are faults and no contradiction.
    func contradictoryBounds() -> [[Member]] {
        var found: [[Member]] = []
        for row in 0..<rowCount
        where rowLower[row] > rowUpper[row] && rowLower[row].isFinite && rowUpper[row].isFinite {
            found.append([.side(Row(index: row), .lower), .side(Row(index: row), .upper)])
        }
        for column in 0..<columnCount where columnLower[column].isFinite && columnUpper[column].isFinite {
            let bounds: [Member] = [.bound(column: column, .lower), .bound(column: column, .upper)]
            if columnLower[column] > columnUpper[column] {
                found.append(bounds)
            } else if isInteger[column], wholeLower(columnLower[column]) > wholeUpper(columnUpper[column]) {
                found.append(bounds + [.wholeNumber(column: column)])
            }
        }
        return found
    }

    /// The side of a row that the bounds of its variables refute, with those bounds: of several the one with the
    /// fewest. Each bound is needed, because without it its variable could go far enough by itself.
    func rowRefutedByBounds() -> [Member]? {
        var best: [Member]?
        for row in 0..<rowCount {
            for side in Side.allCases {
                guard let members = refutation(ofRow: row, side), members.count < best?.count ?? .max else { continue }
                best = members
            }
        }
        return best
    }

    private func refutation(ofRow row: Int, _ side: Side) -> [Member]? {
        let limit = side == .lower ? rowLower[row] : rowUpper[row]
        guard limit.isFinite else { return nil }
        // How near the row's value can come to its side.
        let towards = side == .lower ? 1.0 : -1.0
        var nearest = 0.0
        var scale = max(1, limit.magnitude)
        var members: [Member] = [.side(Row(index: row), side)]
        for term in terms(ofRow: row) {
            let column = Int(term.column)
            let isUpper = towards * term.coefficient > 0
            let bound = isUpper ? columnUpper[column] : columnLower[column]
            guard bound.isFinite else { return nil }
            nearest += term.coefficient * bound
            scale = max(scale, (term.coefficient * bound).magnitude)
            members.append(.bound(column: column, isUpper ? .upper : .lower))
        }
        // Less than this the solver would let pass.
        return towards * (limit - nearest) > 1e-6 * scale ? members : nil
    }

    /// Lets one part of the program be as it likes.
    mutating func giveUp(_ member: Member) {
        switch member {
        case .side(let row, let side):
            setSides(
                ofRow: row.index, lower: side == .lower ? -.infinity : rowLower[row.index],
                upper: side == .upper ? .infinity : rowUpper[row.index])
        case .bound(let column, let side):
            setBounds(
                ofColumn: column, lower: side == .lower ? -.infinity : columnLower[column],
                upper: side == .upper ? .infinity : columnUpper[column])
        case .wholeNumber(let column): setInteger(column: column, to: false)
        }
    }

    /// Every part of the program that can be given up: rows, then bounds, then whole numbers.
    var members: [Member] {
        var members: [Member] = []
        for row in 0..<rowCount {
            if rowLower[row].isFinite { members.append(.side(Row(index: row), .lower)) }
            if rowUpper[row].isFinite { members.append(.side(Row(index: row), .upper)) }
        }
        for column in 0..<columnCount {
            if columnLower[column].isFinite { members.append(.bound(column: column, .lower)) }
            if columnUpper[column].isFinite { members.append(.bound(column: column, .upper)) }
        }
        for column in 0..<columnCount where isInteger[column] { members.append(.wholeNumber(column: column)) }
        return members
    }
}
