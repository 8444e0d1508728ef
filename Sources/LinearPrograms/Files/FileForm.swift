// SPDX-License-Identifier: GPL-3.0-or-later

/// A model that cannot be written or solved, and why.
public struct InvalidModel: Error, Sendable, CustomStringConvertible {
    /// What is wrong with it, all at once.
    public let faults: [ModelFault]

    /// A refusal for these faults.
    public init(faults: [ModelFault]) { self.faults = faults }

    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// What both file formats have in common.
///
/// The names in the files are `x1…` and `r1…`, which every reader takes, and a legend in comments says what they
/// stand for. A row with two different sides is written as two rows, `r7` and `r7_upper`: glpsol's LP reader has no
/// such row, and the ranges of MPS hold a difference, which rounds. A row without sides asks nothing: in MPS it is one
/// more N row, and in LP, which has no way to say it, a line of the legend. With the legend our own readers restore the
/// program; every other reader finds the same decisions without it.
/// The objective's constant is the cost of a variable fixed at one: readers disagree on the sign of any other place
/// for it.
struct FileForm {
    enum Sense { case atMost, atLeast, equal }

    struct FileRow {
        let name: String
        let row: Int
        let sense: Sense
        let side: Double
    }

    static let constantName = "x_one"

    let program: LinearProgram
    let rows: [FileRow]
    /// The rows of the file that each row of the program became.
    let fileRows: [[Int]]
    /// Whether there is a variable fixed at one.
    let hasConstant: Bool

    init(_ program: LinearProgram) throws(InvalidModel) {
        let faults = program.faults()
        guard faults.isEmpty else { throw InvalidModel(faults: faults) }
        self.program = program
        var rows: [FileRow] = []
        var fileRows: [[Int]] = []
        for row in 0..<program.rowCount {
            let lower = program.rowLower[row]
            let upper = program.rowUpper[row]
            let start = rows.count
            if lower == upper {
                rows.append(FileRow(name: "r\(row + 1)", row: row, sense: .equal, side: lower))
            } else {
                if lower.isFinite {
                    rows.append(FileRow(name: "r\(row + 1)", row: row, sense: .atLeast, side: lower))
                }
                if upper.isFinite {
                    let name = lower.isFinite ? "r\(row + 1)_upper" : "r\(row + 1)"
                    rows.append(FileRow(name: name, row: row, sense: .atMost, side: upper))
                }
            }
            fileRows.append(Array(start..<rows.count))
        }
        self.rows = rows
        self.fileRows = fileRows
        // The formats want a variable in the objective and in every row.
        hasConstant = program.objectiveConstant != 0 || program.columnCount == 0
    }

    /// Comment lines: the title, and what each name stands for.
    func legend(mark: String) -> String {
        var text = "\(mark) \(LegendWords.first)\n\(mark) \(Names.cleaned(program.title))\n"
        let rowNames = Names.unique((0..<program.rowCount).map(program.name(ofRow:)))
        for (row, name) in rowNames.enumerated() { text += "\(mark) r\(row + 1): \(name)\n" }
        let columnNames = Names.unique((0..<program.columnCount).map(program.name(ofColumn:)))
        for (column, name) in columnNames.enumerated() { text += "\(mark) x\(column + 1): \(name)\n" }
        if hasConstant { text += "\(mark) \(Self.constantName): one, to carry the objective's constant\n" }
        return text
    }
}
