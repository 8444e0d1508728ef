// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ConformanceCase {
    static let statuses: [ConformanceCase] = [
        // min x; x ≥ 3; x ≥ 0. By the row: 3.
        .init("one variable, one row", .statuses, .optimum(3, ["x": 3])) { model in
            let x = model.number("x")
            model.require("least", x .>= 3)
            model.minimise(x)
        },
        // min x + 2y; x + y ≥ 4; x ≤ 3. The cheaper first: x = 3, y = 1, 5.
        .init("the cheaper first", .statuses, .optimum(5, ["x": 3, "y": 1])) { model in
            let x = model.number("x", 0...3)
            let y = model.number("y")
            model.require("both", x + y .>= 4)
            model.minimise(x + 2 * y)
        },
        // max 3x + 2y; x + y ≤ 4; x + 3y ≤ 6; x ≤ 3. Corners (0,0) (3,0) (3,1) (0,2): 0, 9, 11, 4. And (3,1) meets x + y = 4.
        .init("three rows through one corner", .statuses, .optimum(11, ["x": 3, "y": 1])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("four", x + y .<= 4)
            model.require("six", x + 3 * y .<= 6)
            model.require("three", x .<= 3)
            model.maximise(3 * x + 2 * y)
        },
        // min x + y; x + y ≥ 2. Every point of the edge: 2.
        .init("an edge of optima", .statuses, .optimum(2, prices: ["two": 1])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("two", x + y .>= 2)
            model.minimise(x + y)
        },
        // min 0; x ≥ 1. Any point will do: 0.
        .init("nothing to choose by", .statuses, .optimum(0)) { model in
            let x = model.number("x")
            model.require("one", x .>= 1)
            model.minimise(Expression<Quantity>.zero)
        },
        // max 7; x ≤ 1. Only the constant: 7.
        .init("a constant objective, maximised", .statuses, .optimum(7)) { model in
            let x = model.number("x")
            model.require("one", x .<= 1)
            model.maximise(Expression<Quantity>(7))
        },
        // min x + 100 − 3; x ≥ 2. 2 + 97 = 99.
        .init("a constant in the objective", .statuses, .optimum(99, ["x": 2])) { model in
            let x = model.number("x")
            model.require("two", x .>= 2)
            model.minimise(x + 100 - 3)
        },
        // x + y ≥ 5 and x + y ≤ 3: nothing.
        .init("two rows apart", .statuses, .infeasible) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("five", x + y .>= 5)
            model.require("three", x + y .<= 3)
            model.minimise(x + y)
        },
        // x ≥ 3 by a row, 0 ≤ x ≤ 2 by its bounds: nothing.
        .init("a row against a bound", .statuses, .infeasible) { model in
            let x = model.number("x", 0...2)
            model.require("three", x .>= 3)
            model.minimise(x)
        },
        // x + y = 3 with x, y from 0 to 1: 2 at most.
        .init("an equation beyond the bounds", .statuses, .infeasible) { model in
            let x = model.number("x", 0...1)
            let y = model.number("y", 0...1)
            model.require("three", x + y .== 3)
            model.maximise(x)
        },
        // x + y = 1, x + y = 2, both free: two parallel lines.
        .init("parallel equations", .statuses, .infeasible) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            model.require("one", x + y .== 1)
            model.require("two", x + y .== 2)
            model.minimise(x)
        },
        // x − y ≥ 1, y − z ≥ 1, z − x ≥ 1, all free. They add up to 0 ≥ 3.
        .init("a circle of wants", .statuses, .infeasible) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            let z = model.number("z", .free)
            model.require("first", x - y .>= 1)
            model.require("second", y - z .>= 1)
            model.require("third", z - x .>= 1)
            model.minimise(x)
        },
        // max x; x − y ≤ 1: x = y + 1 for ever.
        .init("up and away", .statuses, .unbounded) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("not far apart", x - y .<= 1)
            model.maximise(x)
        },
        // min x; x + y ≥ 0, both free: x = −y for ever.
        .init("down and away", .statuses, .unbounded) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            model.require("together", x + y .>= 0)
            model.minimise(x)
        },
        // min x − z; x ≥ 1; z in no row: z for ever.
        .init("for ever outside every row", .statuses, .unbounded) { model in
            let x = model.number("x")
            let z = model.number("z")
            model.require("one", x .>= 1)
            model.minimise(x - z)
        },
        // min x − y; x ≥ 5; x ≤ 3; y − x ≥ −1. y runs for ever, but x has nowhere to be.
        .init("neither a solution nor an end", .statuses, .infeasible) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("five", x .>= 5)
            model.require("three", x .<= 3)
            model.require("tie", y - x .>= -1)
            model.minimise(x - y)
        },
        // max x + y in whole numbers; x − y ≤ 1: (n, n) for ever.
        .init("for ever in whole numbers", .statuses, .unbounded) { model in
            let x = model.whole("x")
            let y = model.whole("y")
            model.require("not far apart", x - y .<= 1)
            model.maximise(x + y)
        },
        // Beale (1955), on which the simplex method with the first rules cycled: min −¾a + 150b − c/50 + 6d;
        // ¼a − 60b − c/25 + 9d ≤ 0; ½a − 90b − c/50 + 3d ≤ 0; c ≤ 1. At a = 1/25, c = 1: −3/100 − 2/100 = −1/20. Prices
        // 0, −3/2, −1/20 leave b 15 and d 21/2, both above zero: optimal.
        .init(
            "Beale's circle", .statuses,
            .optimum(-0.05, ["a": 0.04, "b": 0, "c": 1, "d": 0], prices: ["second": -1.5, "third": -0.05])
        ) { model in
            let a = model.number("a")
            let b = model.number("b")
            let c = model.number("c")
            let d = model.number("d")
            model.require("first", 0.25 * a - 60 * b - 0.04 * c + 9 * d .<= 0)
            model.require("second", 0.5 * a - 90 * b - 0.02 * c + 3 * d .<= 0)
            model.require("third", c .<= 1)
            model.minimise(-0.75 * a + 150 * b - 0.02 * c + 6 * d)
        },
        // Klee and Minty (1972): max 4x + 2y + z; x ≤ 5; 4x + y ≤ 25; 8x + 4y + z ≤ 125. The last row times 1 is an upper
        // bound of 125 on 8x + 4y + z, and so on the objective; (0, 0, 125) reaches it.
        .init("Klee and Minty's cube", .statuses, .optimum(125, ["x": 0, "y": 0, "z": 125])) { model in
            let x = model.number("x")
            let y = model.number("y")
            let z = model.number("z")
            model.require("first", x .<= 5)
            model.require("second", 4 * x + y .<= 25)
            model.require("third", 8 * x + 4 * y + z .<= 125)
            model.maximise(4 * x + 2 * y + z)
        },
        // Two sources of 3 and 4, two sinks of 2 and 5; costs 1 4 / 2 3. Balanced, so one freedom t = first to first:
        // t + 4(3 − t) + 2(2 − t) + 3(2 + t) = 22 − 2t, t ≤ 2: 18.
        .init("a transport", .statuses, .optimum(18, ["11": 2, "12": 1, "21": 0, "22": 4])) { model in
            let a = model.number("11")
            let b = model.number("12")
            let c = model.number("21")
            let d = model.number("22")
            model.require("from 1", a + b .== 3)
            model.require("from 2", c + d .== 4)
            model.require("to 1", a + c .== 2)
            model.require("to 2", b + d .== 5)
            model.minimise(a + 4 * b + 2 * c + 3 * d)
        },
    ]
}
