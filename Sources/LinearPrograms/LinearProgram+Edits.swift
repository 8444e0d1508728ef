// SPDX-License-Identifier: GPL-3.0-or-later

// Changes to a program that is already built. All but a coefficient leave the matrix alone, so that the next solve
// neither rebuilds it nor needs a new basis.
extension LinearProgram {
    package mutating func setSides(ofRow row: Int, lower: Double, upper: Double) {
        rowLower[row] = lower
        rowUpper[row] = upper
    }

    package mutating func setBounds(ofColumn column: Int, lower: Double, upper: Double) {
        columnLower[column] = lower
        columnUpper[column] = upper
    }

    package mutating func setCost(ofColumn column: Int, to cost: Double) { costs[column] = cost }

    /// Every side, and every upper bound.
    package mutating func setNumbers(rowLower: [Double], rowUpper: [Double], columnUpper: [Double]) {
        precondition(
            rowLower.count == rowCount && rowUpper.count == rowCount && columnUpper.count == columnCount,
            "there must be one number for each row and variable")
        (self.rowLower, self.rowUpper, self.columnUpper) = (rowLower, rowUpper, columnUpper)
    }

    /// One for each column.
    package mutating func setCosts(to costs: [Double]) {
        precondition(costs.count == columnCount, "there must be one cost for each variable")
        self.costs = costs
    }

    package mutating func setCoefficient(row: Int, column: Int32, to coefficient: Double) {
        checkColumn(column)
        let range = rowStarts[row]..<rowStarts[row + 1]
        let place = range.first { matrix[$0].column >= column } ?? range.upperBound
        let isPresent = place < range.upperBound && matrix[place].column == column
        var growth = 0
        if isPresent, coefficient != 0 {
            matrix[place].coefficient = coefficient
        } else if isPresent {
            matrix.remove(at: place)
            growth = -1
        } else if coefficient != 0 {
            matrix.insert(Term(column: column, coefficient: coefficient), at: place)
            growth = 1
        }
        if growth != 0 { for later in (row + 1)...rowCount { rowStarts[later] += growth } }
        forgetColumnForm()
    }

    package mutating func setInteger(column: Int, to isWhole: Bool) {
        guard isInteger[column] != isWhole else { return }
        isInteger[column] = isWhole
        integerCount += isWhole ? 1 : -1
    }

    /// Lets every integer variable take any value between its bounds.
    package mutating func relaxIntegers() {
        isInteger = Array(repeating: false, count: columnCount)
        integerCount = 0
    }
}

extension LinearProgram {
    /// Adds coefficients of columns that are later than any in their rows, all at once: one by one, each would move
    /// the rest of the matrix.
    package mutating func appendTerms(_ entries: [(row: Int, column: Int, coefficient: Double)]) {
        var additions: [[Term]] = Array(repeating: [], count: rowCount)
        for entry in entries {
            additions[entry.row].append(Term(column: Int32(entry.column), coefficient: entry.coefficient))
        }
        var widened: [Term] = []
        widened.reserveCapacity(matrix.count + entries.count)
        var starts = [0]
        for row in 0..<rowCount {
            widened.append(contentsOf: terms(ofRow: row))
            if let last = widened.last, let first = additions[row].first, starts[row] < widened.count {
                precondition(last.column < first.column, "columns must be added after those a row has")
            }
            widened.append(contentsOf: additions[row])
            starts.append(widened.count)
        }
        matrix = widened
        rowStarts = starts
        forgetColumnForm()
    }
}
