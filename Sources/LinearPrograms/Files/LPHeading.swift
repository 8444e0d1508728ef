// SPDX-License-Identifier: GPL-3.0-or-later

/// The headings of an LP file after the objective's. They are reserved words, so that a file may break its lines
/// where it likes.
enum LPHeading: Equatable {
    case constraints, bounds, generals, binaries, end
    case refused(LPRefusal)
}

/// What the project cannot solve, and why.
enum LPRefusal: Equatable {
    case sets, semiContinuous, lazy, general, objectives

    var reason: (fault: String, fix: String) {
        switch self {
        case .sets:
            ("holds special ordered sets, which GLPK does not solve.", "State them with binary variables and rows.")
        case .semiContinuous:
            (
                "holds semi-continuous variables, which GLPK does not solve.",
                "Give each a binary one beside it: x <= upper × open and x >= lower × open."
            )
        case .lazy:
            (
                "holds rows that a reader may or may not enforce.",
                "Move them to Subject To where they must hold, or leave them out."
            )
        case .general: ("holds functions that are not linear.", "State them with variables and rows.")
        case .objectives: ("holds more than one objective.", "Keep one, and ask the others one after another.")
        }
    }
}

extension LPScanner {
    /// The heading that this token begins and how many tokens it has; nil where it begins none.
    func heading() -> (LPHeading, tokens: Int)? {
        guard token.mayBeHeading else { return nil }
        for (word, heading) in Self.oneWord where text.equalsIgnoringCase(token.piece, word) {
            if heading == .generals || heading == .refused(.semiContinuous) {
                // “General constraints” and “Semi-continuous” go on.
                let following = next()
                if isWord(following, "constraints") || isWord(following, "constraint") { return (.refused(.general), 2) }
                if heading == .refused(.semiContinuous), following.kind == .minus { return (heading, 3) }
            }
            return (heading, 1)
        }
        for (word, second, heading) in Self.twoWords where text.equalsIgnoringCase(token.piece, word) {
            if isWord(next(), second) { return (heading, 2) }
        }
        return nil
    }

    private func isWord(_ token: Token, _ word: StaticString) -> Bool {
        token.kind == .word && text.equalsIgnoringCase(token.piece, word)
    }

    static let beginsHeading: [Bool] = (0..<256).map { "sbgielupmSBGIELUPM".utf8.contains(UInt8($0)) }

    private static let oneWord: [(StaticString, LPHeading)] = [
        ("st", .constraints), ("s.t.", .constraints), ("st.", .constraints),
        ("bounds", .bounds), ("bound", .bounds),
        ("generals", .generals), ("general", .generals), ("gen", .generals),
        ("integers", .generals), ("integer", .generals), ("int", .generals),
        ("binaries", .binaries), ("binary", .binaries), ("bin", .binaries),
        ("end", .end),
        ("sos", .refused(.sets)), ("sos1", .refused(.sets)), ("sos2", .refused(.sets)),
        ("semi", .refused(.semiContinuous)), ("semis", .refused(.semiContinuous)),
        ("gencons", .refused(.general)), ("pwlobj", .refused(.general)),
    ]

    private static let twoWords: [(StaticString, StaticString, LPHeading)] = [
        ("subject", "to", .constraints), ("such", "that", .constraints),
        ("lazy", "constraints", .refused(.lazy)), ("user", "cuts", .refused(.lazy)),
        ("multi", "objectives", .refused(.objectives)),
    ]
}
