// SPDX-License-Identifier: GPL-3.0-or-later

/// A linear or mixed-integer program with the units taken away: what solvers, checks and file writers read.
///
/// A value. Copies share their arrays until one of them is changed, and share the column-wise matrix that solvers
/// want for as long as neither changes a coefficient.
public struct LinearProgram: Sendable {
    /// What the program is called in files and messages.
    public var title: String
    /// Which way the objective is to go.
    public package(set) var direction: Direction
    /// The part of the objective that no variable changes.
    public package(set) var objectiveConstant = 0.0

    // One entry for each column.
    /// −∞ where a column has no lower bound.
    public package(set) var columnLower: [Double] = []
    /// +∞ where a column has no upper bound.
    public package(set) var columnUpper: [Double] = []
    /// What one unit of each column adds to the objective.
    public package(set) var costs: [Double] = []
    /// Whether each column must be a whole number.
    public package(set) var isInteger: [Bool] = []
    package var integerCount = 0
    var columnBlocks: [ColumnBlock] = []

    // One entry for each row.
    /// −∞ where a row has no lower side.
    public package(set) var rowLower: [Double] = []
    /// +∞ where a row has no upper side.
    public package(set) var rowUpper: [Double] = []
    var rowNames: [RowName] = []

    // The matrix row by row: row `i` has the terms at `rowStarts[i]..<rowStarts[i + 1]`, in column order.
    var rowStarts: [Int] = [0]
    var matrix: [Term] = []
    var columnCache = ColumnCache()

    package init(title: String, direction: Direction) {
        self.title = title
        self.direction = direction
    }

    /// How many variables there are.
    public var columnCount: Int { costs.count }
    /// How many requirements there are.
    public var rowCount: Int { rowLower.count }
    /// How many coefficients of the matrix are not zero.
    public var nonzeroCount: Int { matrix.count }
    /// Whether any variable must be a whole number.
    public var hasIntegers: Bool { integerCount > 0 }

    /// A row's terms, in column order, each column once.
    public func terms(ofRow row: Int) -> ArraySlice<Term> { matrix[rowStarts[row]..<rowStarts[row + 1]] }
}

/// A run of consecutive columns that were made together, and how to name each: a name costs nothing until it is read.
struct ColumnBlock: Sendable {
    let start: Int
    let name: @Sendable (_ offset: Int) -> String
}

/// A row's sentence, and which of its kind it is.
///
/// The first two indices are held in place: an array for each row would be half of a model's memory.
struct RowName: Sendable {
    let sentence: String
    private let first: (any RowIndex)?
    private let second: (any RowIndex)?
    private let rest: [any RowIndex]

    init(sentence: String, _ first: (any RowIndex)? = nil, _ second: (any RowIndex)? = nil) {
        self.sentence = sentence
        self.first = first
        self.second = second
        rest = []
    }

    init(sentence: String, indices: [any RowIndex]) {
        self.sentence = sentence
        first = indices.first
        second = indices.dropFirst().first
        rest = Array(indices.dropFirst(2))
    }

    /// `everyone is seen[E01009417,minor]`.
    var label: String {
        guard let first else { return sentence }
        var label = ""
        // Room for most, so that the string grows once.
        label.reserveCapacity(sentence.utf8.count + 24)
        label += sentence
        label += "["
        label += first.description
        if let second {
            label += ","
            label += second.description
        }
        for index in rest {
            label += ","
            label += index.description
        }
        label += "]"
        return label
    }
}
