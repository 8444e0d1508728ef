// SPDX-License-Identifier: GPL-3.0-or-later

/// What a cell may hold, in words for a reader.
extension CellKind {
    /// Such as `a code of tables/sites.csv, of an inside site`.
    public var words: String {
        switch self {
        case .text: "text"
        case .source: "text: where it comes from"
        case .code: "a code of your own, without , ; = [ ] and quotes"
        case .reference(let reference): "\(reference.noun) of \(reference.table)"
        case .word(let vocabulary): Wording.either(vocabulary.words.map { "`\($0)`" })
        case .yesNo: "`yes` or `no`"
        case .number(let quantity): quantity.description
        case .list(let reference): "codes of \(reference.table), with `;` between them"
        case .decisions: "`site=level`, with `;` between them"
        case .closures: "`pool=beds closed`, with `;` between them"
        case .moves: "`specialty:from:to`, with `;` between them"
        case .remark: "text"
        case .figure: "the name of a figure below"
        case .figureValue: "a number, as the figure below says"
        case .figureRange: "a number, as the figure below says"
        }
    }

    /// Whether the cell may be empty. The range of an assumed figure may not be, though that of another may.
    public var mayBeEmpty: Bool {
        switch self {
        case .list, .moves, .remark, .figureRange: true
        default: false
        }
    }
}

extension FigureSchema.Need {
    /// Where the figure is required, in words.
    var words: String {
        switch self {
        case .always: "always"
        case .optional: "may be left out"
        case .at(let place): "at \(place.noun)"
        case .atDoors(let place): "at \(place.noun) that has or may have a door"
        case .ofKey(let key): "of `\(key)`"
        }
    }
}
