// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension IrreducibleSubsystem {
    /// Whom the words are for.
    public typealias Voice = ExplanationVoice

    /// The conflict in words: a heading, then one line for each member. Both sides of an equality, and both bounds of
    /// a fixed variable, share a line.
    public func lines<Objective>(in model: Model<Objective>, for voice: Voice) -> [String] {
        let unknown = Set(notShownToBeNeeded)
        var lines = [heading(voice)]
        var skipped: Set<Member> = []
        for member in members where !skipped.contains(member) {
            let partner = partner(of: member, model.program)
            if let partner { skipped.insert(partner) }
            var line =
                switch voice {
                case .planner: plain(member, both: partner != nil, model.program)
                case .engineer: exact(member, both: partner != nil, model.program)
                }
            if unknown.contains(member) || partner.map(unknown.contains) == true {
                line += voice == .planner ? " (this may not matter)" : " (not shown to be needed)"
            }
            lines.append(line)
        }
        return lines
    }

    private func heading(_ voice: Voice) -> String {
        switch (voice, isIrreducible) {
        case (.planner, true):
            members.count == 1
                ? "This cannot be met:"
                : "These cannot all be met. Give up any one of them and the others can be:"
        case (.planner, false):
            "These cannot all be met. Not every one was tried without, so some may not matter:"
        case (.engineer, true):
            "irreducible infeasible subsystem, \(members.count) members (\(origin.rawValue)):"
        case (.engineer, false):
            "infeasible subsystem, not yet irreducible, \(members.count) members, "
                + "\(notShownToBeNeeded.count) not shown to be needed:"
        }
    }

    /// The other half of an equality or a fixed variable, where both are members.
    private func partner(of member: Member, _ program: LinearProgram) -> Member? {
        switch member {
        case .side(let row, .lower) where program.rowLower[row.index] == program.rowUpper[row.index]:
            members.contains(.side(row, .upper)) ? .side(row, .upper) : nil
        case .bound(let column, .lower) where program.columnLower[column] == program.columnUpper[column]:
            members.contains(.bound(column: column, .upper)) ? .bound(column: column, .upper) : nil
        default: nil
        }
    }

    private func plain(_ member: Member, both: Bool, _ program: LinearProgram) -> String {
        switch member {
        case .side(let row, let side):
            let limit = plainNumber(side == .lower ? program.rowLower[row.index] : program.rowUpper[row.index])
            let how = both ? "exactly" : side == .lower ? "at least" : "at most"
            return "“\(program.name(ofRow: row.index))” asks for \(how) \(limit)"
        case .bound(let column, let side):
            let limit = plainNumber(side == .lower ? program.columnLower[column] : program.columnUpper[column])
            let name = program.name(ofColumn: column)
            if both { return "“\(name)” is fixed at \(limit)" }
            return "“\(name)” may not be \(side == .lower ? "less" : "more") than \(limit)"
        case .wholeNumber(let column): return "“\(program.name(ofColumn: column))” comes in whole numbers only"
        }
    }

    private func exact(_ member: Member, both: Bool, _ program: LinearProgram) -> String {
        switch member {
        case .side(let row, let side):
            let limit = plainNumber(side == .lower ? program.rowLower[row.index] : program.rowUpper[row.index])
            let relation = both ? "=" : side == .lower ? "≥" : "≤"
            let which = both ? "both sides" : "\(side.rawValue) side"
            return "row \(row.index + 1) “\(program.name(ofRow: row.index))”, \(which): "
                + "\(terms(ofRow: row.index, program)) \(relation) \(limit)"
        case .bound(let column, let side):
            let limit = plainNumber(side == .lower ? program.columnLower[column] : program.columnUpper[column])
            let name = program.name(ofColumn: column)
            let which = both ? "both bounds" : "\(side.rawValue) bound"
            return "column \(column + 1) “\(name)”, \(which): \(name) \(both ? "=" : side == .lower ? "≥" : "≤") \(limit)"
        case .wholeNumber(let column):
            return "column \(column + 1) “\(program.name(ofColumn: column))”, integrality"
        }
    }

    /// A long row is cut: the file of the model has all of it.
    private func terms(ofRow row: Int, _ program: LinearProgram) -> String {
        let terms = program.terms(ofRow: row)
        if terms.isEmpty { return "0" }
        var text = ""
        for (place, term) in terms.prefix(8).enumerated() {
            let sign = term.coefficient < 0 ? (place == 0 ? "−" : " − ") : (place == 0 ? "" : " + ")
            let size = term.coefficient.magnitude
            text += sign + (size == 1 ? "" : plainNumber(size) + " ") + program.name(ofColumn: Int(term.column))
        }
        return terms.count > 8 ? text + " + … (\(terms.count) terms)" : text
    }
}
