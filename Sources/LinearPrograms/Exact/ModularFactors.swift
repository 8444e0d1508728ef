// SPDX-License-Identifier: GPL-3.0-or-later

/// A square sparse matrix of remainders, taken apart so that systems with it can be solved again and again.
///
/// Gauss's elimination. The next pivot is in the row with the fewest entries left, and among those in the column
/// with the fewest: a basis of a linear program is nearly triangular, and this order keeps it so (Markowitz, 1957,
/// made simpler). Any pivot but zero will do, since nothing is rounded.
struct ModularFactors {
    private struct Step {
        let row: Int
        let column: Int
        let inverse: UInt64
        /// What is left of the pivot's row, without the pivot.
        let rest: [(column: Int, value: UInt64)]
        /// The multiples of the pivot's row that were taken from others.
        var taken: [(row: Int, factor: UInt64)]
    }

    let field: PrimeField
    private let steps: [Step]

    /// Nil where the matrix is singular modulo the prime.
    init?(_ rows: [[(column: Int, value: UInt64)]], field: PrimeField) {
        self.field = field
        let count = rows.count
        var rows = rows.map { row in row.filter { $0.value != 0 }.sorted { $0.column < $1.column } }
        // Which rows hold a column. A row that has lost its entry is skipped when it is met.
        var holders = [[Int]](repeating: [], count: count)
        var held = [Int](repeating: 0, count: count)
        for (place, row) in rows.enumerated() {
            for entry in row {
                holders[entry.column].append(place)
                held[entry.column] += 1
            }
        }
        var active = Array(0..<count)
        var steps: [Step] = []
        while !active.isEmpty {
            let place = active.indices.min { rows[active[$0]].count < rows[active[$1]].count }!
            let pivotRow = active[place]
            active.swapAt(place, active.count - 1)
            active.removeLast()
            let entries = rows[pivotRow]
            guard let pivot = entries.min(by: { held[$0.column] < held[$1.column] }) else { return nil }
            let inverse = field.inverse(pivot.value)
            let rest = entries.filter { $0.column != pivot.column }
            for entry in entries { held[entry.column] -= 1 }
            rows[pivotRow] = []
            var taken: [(row: Int, factor: UInt64)] = []
            for row in holders[pivot.column] {
                guard let old = Self.value(of: pivot.column, in: rows[row]) else { continue }
                let factor = field.multiply(old, inverse)
                taken.append((row, factor))
                rows[row] = Self.less(
                    rows[row], rest, factor, without: pivot.column, field, row: row, holders: &holders, held: &held)
            }
            steps.append(Step(row: pivotRow, column: pivot.column, inverse: inverse, rest: rest, taken: taken))
        }
        self.steps = steps
    }

    private static func value(of column: Int, in row: [(column: Int, value: UInt64)]) -> UInt64? {
        var low = 0
        var high = row.count
        while low < high {
            let middle = (low + high) / 2
            if row[middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < row.count && row[low].column == column ? row[low].value : nil
    }

    /// A row less a multiple of the pivot's, both in column order.
    private static func less(
        _ old: [(column: Int, value: UInt64)], _ pivot: [(column: Int, value: UInt64)], _ factor: UInt64,
        without dropped: Int, _ field: PrimeField, row: Int, holders: inout [[Int]], held: inout [Int]
    ) -> [(column: Int, value: UInt64)] {
        var result: [(column: Int, value: UInt64)] = []
        result.reserveCapacity(old.count + pivot.count)
        var place = 0
        func keep(_ entry: (column: Int, value: UInt64)) {
            if entry.column == dropped { held[dropped] -= 1 } else { result.append(entry) }
        }
        for entry in pivot {
            while place < old.count, old[place].column < entry.column {
                keep(old[place])
                place += 1
            }
            let change = field.multiply(factor, entry.value)
            if place < old.count, old[place].column == entry.column {
                let value = field.subtract(old[place].value, change)
                if value != 0 { result.append((entry.column, value)) } else { held[entry.column] -= 1 }
                place += 1
            } else {
                result.append((entry.column, field.subtract(0, change)))
                holders[entry.column].append(row)
                held[entry.column] += 1
            }
        }
        while place < old.count {
            keep(old[place])
            place += 1
        }
        return result
    }

    /// The solution of the system with these right-hand sides.
    func solve(_ sides: [UInt64]) -> [UInt64] {
        var work = sides
        for step in steps {
            let value = work[step.row]
            if value == 0 { continue }
            for (row, factor) in step.taken { work[row] = field.subtract(work[row], field.multiply(factor, value)) }
        }
        var solution = [UInt64](repeating: 0, count: sides.count)
        for step in steps.reversed() {
            var value = work[step.row]
            for entry in step.rest where solution[entry.column] != 0 {
                value = field.subtract(value, field.multiply(entry.value, solution[entry.column]))
            }
            solution[step.column] = field.multiply(value, step.inverse)
        }
        return solution
    }
}
