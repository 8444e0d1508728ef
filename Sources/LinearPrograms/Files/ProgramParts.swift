// SPDX-License-Identifier: GPL-3.0-or-later

/// A program as a reader gathers it, before it is a value that nobody can put out of shape.
struct ProgramParts {
    /// Nil where the file does not say.
    var title: String?
    var direction = Direction.minimise
    var objectiveConstant = 0.0

    var columnNames = NameList()
    var columnLower: [Double] = []
    var columnUpper: [Double] = []
    var costs: [Double] = []
    var isInteger: [Bool] = []

    var rowNames = NameList()
    var rowLower: [Double] = []
    var rowUpper: [Double] = []
    // Row `i` has the terms at `rowStarts[i]..<rowStarts[i + 1]`, in column order, each column once, without zeros.
    var rowStarts: [Int] = [0]
    var matrix: [Term] = []

    var columnCount: Int { costs.count }
    var rowCount: Int { rowLower.count }

    func terms(ofRow row: Int) -> ArraySlice<Term> { matrix[rowStarts[row]..<rowStarts[row + 1]] }
}

extension LinearProgram {
    init(_ parts: ProgramParts, named name: String) {
        self.init(title: parts.title ?? name, direction: parts.direction)
        objectiveConstant = parts.objectiveConstant
        columnLower = parts.columnLower
        columnUpper = parts.columnUpper
        costs = parts.costs
        isInteger = parts.isInteger
        integerCount = parts.isInteger.reduce(0) { $0 + ($1 ? 1 : 0) }
        let names = parts.columnNames
        if names.count > 0 { columnBlocks = [ColumnBlock(start: 0) { names[$0] }] }
        rowLower = parts.rowLower
        rowUpper = parts.rowUpper
        rowNames = (0..<parts.rowCount).map { RowName(sentence: parts.rowNames[$0], indices: []) }
        rowStarts = parts.rowStarts
        matrix = parts.matrix
    }
}
