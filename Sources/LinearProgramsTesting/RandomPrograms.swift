// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Random programs of a chosen kind, the same for the same seed. What each kind guarantees is so by construction;
/// which values are best is for two solvers to agree on.
public enum RandomPrograms {
    /// What a program is to be like.
    public enum Kind: String, Sendable, CaseIterable {
        /// Has a solution and, all columns having two bounds, an optimum.
        case bounded
        /// Has no solution: a row asks for more than others allow together.
        case infeasible
        /// Has solutions and a direction in which the objective improves for ever.
        case unbounded
        /// Many more rows meet in one corner than are needed for it, some of them twice over.
        case degenerate
        /// Nearly all rows are equations, with decimal coefficients.
        case equalities
        /// Most columns have no bounds; rows hold them.
        case free
        /// Whole numbers, in equations too: may have no solution.
        case integer
        /// Whole numbers beside others, tied by rows with large coefficients.
        case mixed
        /// Anything: sides and bounds at random, so that any ending may come of it.
        case any
    }

    /// A program of up to `size` columns and about as many rows.
    public static func program(
        _ kind: Kind, size: Int, number: Int, using generator: inout SeededGenerator
    ) -> LinearProgram {
        var maker = Maker(generator: generator, title: "\(kind.rawValue) \(number)")
        maker.make(kind, size)
        generator = maker.generator
        return maker.program
    }
}

private struct Maker {
    var generator: SeededGenerator
    var program: LinearProgram
    /// A point that rows are put round, so that it is a solution.
    var point: [Double] = []

    init(generator: SeededGenerator, title: String) {
        self.generator = generator
        program = LinearProgram(title: title, direction: .minimise)
        if chance(0.5) { program.setObjective(LinearForm(), direction: .maximise) }
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    mutating func whole(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &generator)) }

    /// A figure with up to two decimals, as a planner writes them.
    mutating func decimal(_ limit: Int) -> Double { whole(-100 * limit...100 * limit) / 100 }

    mutating func column(_ lower: Double, _ upper: Double, isInteger: Bool = false, at value: Double) {
        let number = program.columnCount
        _ = program.addColumns(1, lower: lower, upper: upper, isInteger: isInteger) { _ in "x\(number)" }
        point.append(value)
    }

    mutating func row(_ coefficients: [Double], _ lower: Double, _ upper: Double) {
        var form = LinearForm()
        for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
            form.add(Term(column: Int32(column), coefficient: coefficient))
        }
        _ = program.addRow(form, lower: lower, upper: upper, sentence: "r\(program.rowCount)", indices: [])
    }

    mutating func coefficients(density: Double, decimals: Bool = false) -> [Double] {
        (0..<program.columnCount).map { _ in chance(density) ? (decimals ? decimal(9) : whole(-9...9)) : 0 }
    }

    func activity(_ coefficients: [Double]) -> Double {
        zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
    }

    mutating func costs(_ make: (inout Maker) -> Double) {
        var form = LinearForm(constant: decimal(50))
        for column in 0..<program.columnCount {
            let cost = make(&self)
            if cost != 0 { form.add(Term(column: Int32(column), coefficient: cost)) }
        }
        program.setObjective(form, direction: program.direction)
    }

    mutating func make(_ kind: RandomPrograms.Kind, _ size: Int) {
        let columns = Int.random(in: 2...max(2, size), using: &generator)
        let rows = Int.random(in: 1...max(2, size), using: &generator)
        let density = Double.random(in: 0.15...0.9, using: &generator)
        switch kind {
        case .bounded:
            boxes(columns)
            for _ in 0..<rows { loose(density) }
            costs { $0.decimal(20) }
        case .infeasible:
            boxes(columns)
            for _ in 0..<rows { loose(density) }
            contradiction(density)
            costs { $0.decimal(20) }
        case .unbounded:
            endless(columns, rows, density)
        case .degenerate:
            boxes(columns)
            for _ in 0..<(2 * columns) {
                let coefficients = coefficients(density: density)
                let side = activity(coefficients)
                if chance(0.5) { row(coefficients, side, .infinity) } else { row(coefficients, -.infinity, side) }
                if chance(0.3) { row(coefficients.map { 2 * $0 }, -.infinity, .infinity) }
                if chance(0.3) { row(coefficients.map { 3 * $0 }, 3 * side, 3 * side) }
            }
            costs { $0.whole(-5...5) }
        case .equalities:
            boxes(columns)
            for _ in 0..<max(1, columns / 2) {
                let coefficients = coefficients(density: density, decimals: true)
                // Two decimals times whole values: the side that was meant, to be had but for rounding.
                let side = activity(coefficients)
                row(coefficients, side, side)
            }
            loose(density)
            costs { $0.decimal(20) }
        case .free:
            for _ in 0..<columns {
                let value = whole(-20...20)
                if chance(0.7) { column(-.infinity, .infinity, at: value) } else { column(value, value + 9, at: value) }
            }
            // Rows that hold each column, mixed with one other so that they are not bounds in disguise.
            for held in 0..<columns {
                var coefficients = (0..<columns).map { $0 == held ? 3.0 : 0 }
                coefficients[Int.random(in: 0..<columns, using: &generator)] += 1
                row(coefficients, activity(coefficients) - whole(0...9), activity(coefficients) + whole(0...9))
            }
            for _ in 0..<rows { loose(density) }
            costs { $0.decimal(20) }
        case .integer:
            let columns = min(columns, 8)
            for _ in 0..<columns {
                let low = whole(-3...2)
                let high = low + whole(1...5)
                column(low, high, isInteger: true, at: low + whole(0...1))
            }
            for _ in 0..<min(rows, 6) { loose(density) }
            if chance(0.4) {
                let coefficients = coefficients(density: density)
                row(coefficients, activity(coefficients), activity(coefficients))
            }
            if chance(0.2) { row(coefficients(density: density).map { 2 * $0 }, 1, 1) }
            costs { $0.whole(-9...9) }
        case .mixed:
            let columns = min(columns, 8)
            for _ in 0..<columns {
                column(0, 1, isInteger: true, at: 1)
                column(0, whole(5...60), at: whole(0...5))
            }
            for pair in 0..<columns {
                var coefficients = [Double](repeating: 0, count: 2 * columns)
                coefficients[2 * pair] = -100
                coefficients[2 * pair + 1] = 1
                row(coefficients, -.infinity, 0)
            }
            let need = (0..<2 * columns).map { $0 % 2 == 1 ? 1.0 : 0 }
            row(need, min(activity(need), 4), .infinity)
            for _ in 0..<3 { loose(density) }
            let sign = program.direction == .minimise ? 1.0 : -1.0
            costs { sign * $0.whole(1...40) }
        case .any:
            for _ in 0..<columns {
                let low = chance(0.3) ? -Double.infinity : whole(-9...5)
                let high = chance(0.3) ? Double.infinity : max(low, -9) + whole(0...12)
                column(low, high, isInteger: false, at: 0)
            }
            for _ in 0..<rows {
                let side = whole(-15...15)
                let sides =
                    switch Int.random(in: 0...4, using: &generator) {
                    case 0: (side, side)
                    case 1: (side, Double.infinity)
                    case 2: (-Double.infinity, side)
                    case 3: (side, side + whole(1...9))
                    default: (-Double.infinity, Double.infinity)
                    }
                row(coefficients(density: density), sides.0, sides.1)
            }
            costs { $0.whole(-9...9) }
        }
    }

    private mutating func boxes(_ count: Int) {
        for _ in 0..<count {
            let value = whole(-10...10)
            let isFixed = chance(0.08)
            column(value - (isFixed ? 0 : whole(0...8)), value + (isFixed ? 0 : whole(0...8)), at: value)
        }
    }

    /// A row that the point meets, with room on one side or both.
    private mutating func loose(_ density: Double) {
        let coefficients = coefficients(density: density)
        let value = activity(coefficients)
        let below = chance(0.6) ? value - whole(0...12) : -.infinity
        let above = chance(0.6) ? value + whole(0...12) : .infinity
        row(coefficients, below, above)
    }

    /// Two rows that hold apart, and a third that asks for more than their sum allows.
    private mutating func contradiction(_ density: Double) {
        let first = coefficients(density: density)
        let second = coefficients(density: density)
        let (a, b) = (activity(first), activity(second))
        row(first, -.infinity, a)
        row(second, -.infinity, b)
        row(zip(first, second).map { 2 * $0 + 3 * $1 }, 2 * a + 3 * b + whole(1...5), .infinity)
    }

    private mutating func endless(_ columns: Int, _ rows: Int, _ density: Double) {
        // Every column rises by its step for ever.
        var steps: [Double] = []
        for _ in 0..<columns {
            let value = whole(0...5)
            column(value - whole(0...3), .infinity, at: value)
            steps.append(whole(0...3))
        }
        if steps.allSatisfy({ $0 == 0 }) { steps[0] = 1 }
        for _ in 0..<rows {
            var coefficients = coefficients(density: density)
            let drift = zip(coefficients, steps).reduce(0) { $0 + $1.0 * $1.1 }
            if drift > 0 { coefficients = coefficients.map { -$0 } }
            row(coefficients, -.infinity, activity(coefficients) + whole(0...9))
        }
        let sign = program.direction == .minimise ? 1.0 : -1.0
        var made = (0..<columns).map { _ in whole(-9...9) }
        let gain = zip(made, steps).reduce(0) { $0 + $1.0 * $1.1 }
        if sign * gain > 0 { made = made.map { -$0 } }
        if gain == 0 { made[steps.firstIndex { $0 > 0 }!] -= sign }
        var rest = made[...]
        costs { _ in rest.removeFirst() }
    }
}
