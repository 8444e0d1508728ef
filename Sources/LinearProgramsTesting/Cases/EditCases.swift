// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// Models that are solved, changed and solved again, from the basis of the step before where the solver can.
extension ConformanceCase {
    static let edits: [ConformanceCase] = [
        // min x + 2y; x + y ≥ side; x ≤ 3. Side 4: 5. Side 6: x = 3, y = 3: 9. Side 2: x = 2: 2.
        .init("edit: a side", .edits) { steps in
            let x = steps.model.number("x", 0...3)
            let y = steps.model.number("y")
            let row = steps.model.require("row", x + y .>= 4)
            steps.model.minimise(x + 2 * y)
            steps.expect(.optimum(5, ["x": 3, "y": 1], prices: ["row": 2]))
            steps.model.setRightHandSide(of: row, to: 6)
            steps.expect(.optimum(9, ["x": 3, "y": 3], prices: ["row": 2]))
            steps.model.setRightHandSide(of: row, to: 2)
            steps.expect(.optimum(2, ["x": 2, "y": 0], prices: ["row": 1]))
        },
        // The same with the bound of x: 3, then 1 (y = 3: 7), then none (x = 4: 4).
        .init("edit: a bound", .edits) { steps in
            let x = steps.model.number("x", 0...3)
            let y = steps.model.number("y")
            steps.model.require("row", x + y .>= 4)
            steps.model.minimise(x + 2 * y)
            steps.expect(.optimum(5))
            steps.model.setBounds(of: x, to: 0...1)
            steps.expect(.optimum(7, ["x": 1, "y": 3]))
            steps.model.setBounds(of: x, to: 0...)
            steps.expect(.optimum(4, ["x": 4, "y": 0]))
        },
        // min c x + 2y; x + y ≥ 4: with c = 1 all x, 4; with c = 3 all y, 8; with c = −1 for ever.
        .init("edit: a cost", .edits) { steps in
            let x = steps.model.number("x")
            let y = steps.model.number("y")
            steps.model.require("row", x + y .>= 4)
            steps.model.minimise(x + 2 * y)
            steps.expect(.optimum(4, ["x": 4]))
            steps.model.setCost(of: x, to: Rate(3))
            steps.expect(.optimum(8, ["y": 4]))
            steps.model.setCost(of: x, to: Rate(-1))
            steps.expect(.unbounded)
        },
        // min x; a x ≥ 6: a = 2: 3; a = 3: 2; a = 0: 0 ≥ 6 is not.
        .init("edit: a coefficient", .edits) { steps in
            let x = steps.model.number("x")
            let y = steps.model.number("y")
            let row = steps.model.require("row", 2 * x .>= 6)
            steps.model.require("other", y .>= 1)
            steps.model.minimise(x + y)
            steps.expect(.optimum(4, ["x": 3]))
            steps.model.setCoefficient(row, x, to: 3)
            steps.expect(.optimum(3, ["x": 2]))
            steps.model.setCoefficient(row, x, to: 0)
            steps.expect(.infeasible)
        },
        // A coefficient where there was none: min x; x + a y ≥ 6, y ≤ 2: 6, then with a = 2: 2.
        .init("edit: a coefficient that was not there", .edits) { steps in
            let x = steps.model.number("x")
            let y = steps.model.number("y", 0...2)
            let row = steps.model.require("row", x .>= 6)
            steps.model.minimise(x)
            steps.expect(.optimum(6))
            steps.model.setCoefficient(row, y, to: 2)
            steps.expect(.optimum(2, ["x": 2, "y": 2]))
        },
        // min x + y; x + y ≥ 4; then a third variable at half the cost: 2; then a row that forbids it: 4.
        .init("edit: a variable and a row more", .edits) { steps in
            let x = steps.model.number("x")
            let y = steps.model.number("y")
            let row = steps.model.require("row", x + y .>= 4)
            steps.model.minimise(x + y)
            steps.expect(.optimum(4))
            let z = steps.model.number("z")
            steps.model.setCoefficient(row, z, to: 1)
            steps.model.setCost(of: z, to: Rate(0.5))
            steps.expect(.optimum(2, ["z": 4]))
            steps.model.require("none of it", z .<= 0)
            steps.expect(.optimum(4, ["z": 0]))
        },
        // max 3x + 2y; x + y ≤ 4; x ≤ 3: 11; x fixed at 1: 3 + 6 = 9; fixed at 5: 5 is more than 4, nothing.
        .init("edit: a variable fixed", .edits) { steps in
            let x = steps.model.number("x", 0...3)
            let y = steps.model.number("y")
            steps.model.require("row", x + y .<= 4)
            steps.model.maximise(3 * x + 2 * y)
            steps.expect(.optimum(11))
            steps.model.fix(x, at: 1)
            steps.expect(.optimum(9, ["x": 1, "y": 3]))
            steps.model.fix(x, at: 5)
            steps.expect(.infeasible)
        },
        // x ≥ 5 and x ≤ 3: nothing; the second side to 7: min x = 5; the first let go: 0.
        .init("edit: out of a contradiction", .edits) { steps in
            let x = steps.model.number("x")
            let five = steps.model.require("five", x .>= 5)
            let most = steps.model.require("most", x .<= 3)
            steps.model.minimise(x)
            steps.expect(.infeasible)
            steps.model.setRightHandSide(of: most, to: 7)
            steps.expect(.optimum(5, ["x": 5]))
            steps.model.setSides(of: five, lower: -.infinity, upper: .infinity)
            steps.expect(.optimum(0, ["x": 0]))
        },
        // The objective turned round: x + y ≤ 4: min 0, max 4, and another objective, max 2x − y: 8.
        .init("edit: the objective", .edits) { steps in
            let x = steps.model.number("x")
            let y = steps.model.number("y")
            steps.model.require("row", x + y .<= 4)
            steps.model.minimise(x + y)
            steps.expect(.optimum(0))
            steps.model.maximise(x + y)
            steps.expect(.optimum(4))
            steps.model.maximise(2 * x - y)
            steps.expect(.optimum(8, ["x": 4, "y": 0]))
        },
        // An equation made a range: x + y = 4, min x + 2y with x ≤ 3: 5; 2 ≤ x + y ≤ 4: 2; 4 ≤ x + y ≤ 9: 5 again.
        .init("edit: both sides of a row", .edits) { steps in
            let x = steps.model.number("x", 0...3)
            let y = steps.model.number("y")
            let row = steps.model.require("row", x + y .== 4)
            steps.model.minimise(x + 2 * y)
            steps.expect(.optimum(5))
            steps.model.setSides(of: row, lower: 2, upper: 4)
            steps.expect(.optimum(2, ["x": 2]))
            steps.model.setSides(of: row, lower: 4, upper: 9)
            steps.expect(.optimum(5, prices: ["row": 2]))
        },
        // A copy changed does not change the model: side 1 in the copy, 3 in the model.
        .init("edit: a copy", .edits) { steps in
            let x = steps.model.number("x")
            let row = steps.model.require("row", x .>= 3)
            steps.model.minimise(x)
            var copy = steps.model
            copy.setRightHandSide(of: row, to: 1)
            copy.setCoefficient(row, x, to: 4)
            steps.expect(.optimum(3))
            steps.model = copy
            steps.expect(.optimum(0.25))
        },
    ]
}
