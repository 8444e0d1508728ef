// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ConformanceCase {
    static let rowsAndColumns: [ConformanceCase] = [
        // x = 3 by its bounds; min x + y; x + y ≥ 5: y = 2.
        .init("column: fixed", .rowsAndColumns, .optimum(5, ["x": 3, "y": 2])) { model in
            let x = model.number("x", 3...3)
            let y = model.number("y")
            model.require("row", x + y .>= 5)
            model.minimise(x + y)
        },
        // Every column fixed: 2 × 1 + 3 × 2 = 8, and 1 + 2 ≤ 3 holds.
        .init("column: all fixed", .rowsAndColumns, .optimum(8)) { model in
            let x = model.number("x", 1...1)
            let y = model.number("y", 2...2)
            model.require("row", x + y .<= 3)
            model.minimise(2 * x + 3 * y)
        },
        // Every column fixed where the row does not hold.
        .init("column: all fixed in the wrong place", .rowsAndColumns, .infeasible) { model in
            let x = model.number("x", 1...1)
            let y = model.number("y", 2...2)
            model.require("row", x + y .<= 2.5)
            model.minimise(x + y)
        },
        // A choice fixed at 1 of an open site: min x; x + 3 open ≥ 5: 2.
        .init("column: a fixed choice", .rowsAndColumns, .optimum(2)) { model in
            let open = model.choice("open")
            let x = model.number("x")
            model.fix(open, at: 1)
            model.require("row", x + 3 * open .>= 5)
            model.minimise(x)
        },
        // x ≤ −2: max x is −2, and with x + y ≥ 0, y = 2: max x − y = −4.
        .init("column: only an upper bound", .rowsAndColumns, .optimum(-4, ["x": -2, "y": 2])) { model in
            let x = model.number("x", ...(-2))
            let y = model.number("y")
            model.require("row", x + y .>= 0)
            model.maximise(x - y)
        },
        // −7.5 ≤ x ≤ −1; min x; x + y ≥ −3 with y ≤ 1: x ≥ −4.
        .init("column: below zero on both sides", .rowsAndColumns, .optimum(-4, ["x": -4])) { model in
            let x = model.number("x", -7.5...(-1))
            let y = model.number("y", 0...1)
            model.require("row", x + y .>= -3)
            model.minimise(x)
        },
        // A free row asks nothing: min x; x ≥ 1: 1, and the free row's price is zero.
        .init("row: free", .rowsAndColumns, .optimum(1, prices: ["free": 0])) { model in
            let x = model.number("x")
            model.require("free", x.within(-.infinity ... .infinity))
            model.require("one", x .>= 1)
            model.minimise(x)
        },
        // Only free rows: min x over x ≥ 0.
        .init("row: none but free ones", .rowsAndColumns, .optimum(0, ["x": 0])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("free", (x + y).within(-.infinity ... .infinity))
            model.minimise(x)
        },
        // Two sides that are equal: 7 ≤ x + y ≤ 7, max x − y with y ≥ 2: 5 − 2.
        .init("row: two equal sides", .rowsAndColumns, .optimum(3, ["x": 5, "y": 2])) { model in
            let x = model.number("x")
            let y = model.number("y", 2...)
            model.require("seven", (x + y).within(7...7))
            model.maximise(x - y)
        },
        // The same row twice, and three times itself: min x; x + y ≥ 4; y ≤ 1: 3.
        .init("row: said twice", .rowsAndColumns, .optimum(3, ["x": 3, "y": 1])) { model in
            let x = model.number("x")
            let y = model.number("y", 0...1)
            model.require("once", x + y .>= 4)
            model.require("twice", x + y .>= 4)
            model.require("thrice", 3 * x + 3 * y .>= 12)
            model.minimise(x)
        },
        // An equation said twice: rank one, two rows. x + y = 4, min x: 0.
        .init("row: an equation said twice", .rowsAndColumns, .optimum(0, ["x": 0, "y": 4])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("once", x + y .== 4)
            model.require("twice", 2 * x + 2 * y .== 8)
            model.minimise(x)
        },
        // A term said three times: 3x ≥ 12 as x + x + x, min x + x: 8.
        .init("row: a term said three times", .rowsAndColumns, .optimum(8, ["x": 4])) { model in
            let x = model.number("x")
            model.require("twelve", x + x + x .>= 12)
            model.minimise(x + x)
        },
        // More rows than columns: x ≥ k for k to 30: 30.
        .init("row: many for one column", .rowsAndColumns, .optimum(30, ["x": 30])) { model in
            let x = model.number("x")
            for side in 1...30 { model.require("at least", side, x .>= Double(side)) }
            model.minimise(x)
        },
        // More columns than rows: the cheapest of a hundred: sum of x_i ≥ 5 at cost 1 + i: 5.
        .init("column: many for one row", .rowsAndColumns, .optimum(5, ["x[0]": 5])) { model in
            let members = Members(0..<100)
            let x = model.variables(over: members, in: 0..., of: Quantity.self, name: "x")
            model.require("five", sum(x.all) .>= 5)
            model.minimise(sum(over: members) { Double(1 + $0) * x[$0] })
        },
        // A side and a bound that are not numbers, refused by name and all at once.
        .init("row: sides that are not numbers", .rowsAndColumns, .refused(subjects: ["y", "nan", "nowhere"])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.fix(y, at: .nan)
            model.require("nan", x .<= .nan)
            model.require("nowhere", x .>= .infinity)
            model.minimise(x)
        },
        // A lower side above the upper is refused: no solver is asked.
        .init("row: sides that have crossed", .rowsAndColumns, .refused(subjects: ["crossed"])) { model in
            let x = model.number("x")
            let row = model.require("crossed", x .>= 1)
            model.setSides(of: row, lower: 3, upper: 2)
            model.minimise(x)
        },
    ]
}
