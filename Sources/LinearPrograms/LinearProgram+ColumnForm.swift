// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// The matrix column by column, as solvers load it. Rows count from one and place 0 of both arrays is unused, because
/// that is how GLPK and its relatives count.
package struct ColumnForm: Sendable {
    /// Column `j` has the entries at `starts[j]..<starts[j + 1]`.
    package let starts: [Int32]
    package let rows: [Int32]
    package let coefficients: [Double]
}

/// Where the column form waits between solves. A class, so that a solve that works it out for a model it was lent
/// leaves it behind for the next, in this copy of the model and in every other.
final class ColumnCache: Sendable {
    let form = Mutex<ColumnForm?>(nil)
}

extension LinearProgram {
    /// The matrix column by column; worked out at first use and kept until a coefficient changes.
    package var columnForm: ColumnForm {
        columnCache.form.withLock { kept in
            if let kept { return kept }
            let form = makeColumnForm()
            kept = form
            return form
        }
    }

    mutating func forgetColumnForm() {
        if isKnownUniquelyReferenced(&columnCache) {
            columnCache.form.withLock { $0 = nil }
        } else {
            // Another copy of the model still has the matrix this form belongs to.
            columnCache = ColumnCache()
        }
    }

    private func makeColumnForm() -> ColumnForm {
        precondition(matrix.count < Int(Int32.max), "a model may have 2,147,483,646 coefficients at most")
        var starts = [Int32](repeating: 0, count: columnCount + 1)
        for term in matrix { starts[Int(term.column) + 1] += 1 }
        starts[0] = 1
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: matrix.count + 1)
        var coefficients = [Double](repeating: 0, count: matrix.count + 1)
        for row in 0..<rowCount {
            for term in terms(ofRow: row) {
                let place = Int(next[Int(term.column)])
                next[Int(term.column)] += 1
                rows[place] = Int32(row + 1)
                coefficients[place] = term.coefficient
            }
        }
        return ColumnForm(starts: starts, rows: rows, coefficients: coefficients)
    }
}
