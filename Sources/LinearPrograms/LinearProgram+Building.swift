// SPDX-License-Identifier: GPL-3.0-or-later

extension LinearProgram {
    /// Adds `count` columns with the same bounds and no cost; the first one's index is returned.
    package mutating func addColumns(
        _ count: Int, lower: Double, upper: Double, isInteger: Bool, name: @escaping @Sendable (Int) -> String
    ) -> Int {
        let start = columnCount
        precondition(count <= Int(Int32.max) - 1 - start, "a model may have 2,147,483,646 variables at most")
        columnBlocks.append(ColumnBlock(start: start, name: name))
        columnLower.append(contentsOf: repeatElement(lower, count: count))
        columnUpper.append(contentsOf: repeatElement(upper, count: count))
        costs.append(contentsOf: repeatElement(0, count: count))
        self.isInteger.append(contentsOf: repeatElement(isInteger, count: count))
        if isInteger { integerCount += count }
        forgetColumnForm()
        return start
    }

    /// Adds a row; its terms are merged first.
    package mutating func addRow(
        _ form: LinearForm, lower: Double, upper: Double, sentence: String, indices: [any RowIndex]
    ) -> Row {
        addRow(form, lower: lower, upper: upper, RowName(sentence: sentence, indices: indices))
    }

    /// Adds a row; its terms are merged first.
    mutating func addRow(_ form: LinearForm, lower: Double, upper: Double, _ name: RowName) -> Row {
        form.appendMerged(to: &matrix)
        // The last term has the largest column.
        if matrix.count > rowStarts[rowCount] { checkColumn(matrix[matrix.count - 1].column) }
        rowStarts.append(matrix.count)
        rowLower.append(lower)
        rowUpper.append(upper)
        rowNames.append(name)
        forgetColumnForm()
        return Row(index: rowCount - 1)
    }

    /// Replaces the whole objective.
    package mutating func setObjective(_ form: LinearForm, direction: Direction) {
        self.direction = direction
        objectiveConstant = form.constant
        for column in costs.indices { costs[column] = 0 }
        for term in form.merged {
            checkColumn(term.column)
            costs[Int(term.column)] = term.coefficient
        }
    }

    // A variable of another model would quietly be another variable of this one, or crash further in.
    func checkColumn(_ column: Int32) {
        precondition(
            column >= 0 && Int(column) < columnCount, "a variable was used in a model that did not make it")
    }
}
