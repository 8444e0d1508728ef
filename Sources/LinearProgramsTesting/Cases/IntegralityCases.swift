// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ConformanceCase {
    static let integrality: [ConformanceCase] = [
        // max 8x + 5y; x + y ≤ 6; 9x + 5y ≤ 45. Relaxed: (3.75, 2.25), 41.25. Whole: (5, 0) gives 40; 39 at (3, 3).
        .init("whole: rounding is not enough", .integrality, .optimum(40, ["x": 5, "y": 0])) { model in
            let x = model.whole("x")
            let y = model.whole("y")
            model.require("six", x + y .<= 6)
            model.require("resource", 9 * x + 5 * y .<= 45)
            model.maximise(8 * x + 5 * y)
        },
        // A knapsack of 10: worths 10 13 7 8, weights 3 4 2 3. All but one weigh at least 8 … 3 + 4 + 3 = 10: 31;
        // 3 + 4 + 2 = 9: 30; 4 + 2 + 3 = 9: 28. All four weigh 12.
        .init("whole: a knapsack", .integrality, .optimum(31, ["a": 1, "b": 1, "c": 0, "d": 1])) { model in
            let a = model.choice("a")
            let b = model.choice("b")
            let c = model.choice("c")
            let d = model.choice("d")
            model.require("room", 3 * a + 4 * b + 2 * c + 3 * d .<= 10)
            model.maximise(10 * a + 13 * b + 7 * c + 8 * d)
        },
        // Coins of 3 and 5 to make 7: 7, 4, 2 left over by none, one, … of the other; none is a multiple.
        .init("whole: coins that do not make it", .integrality, .infeasible) { model in
            let x = model.whole("x", 0...9)
            let y = model.whole("y", 0...9)
            model.require("seven", 3 * x + 5 * y .== 7)
            model.minimise(x + y)
        },
        // Coins of 3 and 5 to make 31, fewest: y = 5, x = 2: 7.
        .init("whole: coins that do", .integrality, .optimum(7, ["x": 2, "y": 5])) { model in
            let x = model.whole("x", 0...99)
            let y = model.whole("y", 0...99)
            model.require("sum", 3 * x + 5 * y .== 31)
            model.minimise(x + y)
        },
        // 2x − 2y = 1 in whole numbers: even is odd.
        .init("whole: parity", .integrality, .infeasible) { model in
            let x = model.whole("x", 0...9)
            let y = model.whole("y", 0...9)
            model.require("odd", 2 * x - 2 * y .== 1)
            model.minimise(x)
        },
        // A fixed cost of 10 and 1 each against 4 each: for 2 the second (8), for 5 the first (15).
        .init("whole: a fixed cost", .integrality) { steps in
            let open = steps.model.choice("open")
            let x = steps.model.number("x")
            let y = steps.model.number("y")
            let need = steps.model.require("need", x + y .>= 2)
            steps.model.require("only if open", x .<= 100 * open)
            steps.model.minimise(10 * open + x + 4 * y)
            steps.expect(.optimum(8, ["open": 0, "y": 2]))
            steps.model.setRightHandSide(of: need, to: 5)
            steps.expect(.optimum(15, ["open": 1, "x": 5]))
        },
        // A door that lets a million through: 0.000005 of it would let five. 100 open against 3 × 5 elsewhere: 15.
        .init("whole: no trickle through a closed door", .integrality, .optimum(15, ["open": 0])) { model in
            let open = model.choice("open")
            let through = model.number("through")
            let elsewhere = model.number("elsewhere")
            model.require("only if open", through .<= 1_000_000 * open)
            model.require("everyone", through + elsewhere .>= 5)
            model.minimise(100 * open + 3 * elsewhere)
        },
        // max n + m; 0.5 ≤ n ≤ 1.5; −2.5 ≤ m ≤ −0.5: 1 and −1.
        .init("whole: bounds between whole numbers", .integrality, .optimum(0, ["n": 1, "m": -1])) { model in
            let n = model.whole("n", 0.5...1.5)
            let m = model.whole("m", -2.5...(-0.5))
            model.require("row", n + m .<= 100)
            model.maximise(n + m)
        },
        // 1.2 ≤ n ≤ 1.8: no whole number; refused rather than guessed at.
        .init("whole: bounds with no whole number between", .integrality, .refused(subjects: ["n"])) { model in
            let n = model.whole("n", 1.2...1.8)
            model.minimise(n)
        },
        // min 3n + m; 2n + m ≥ −7.5; n, m ≥ −4. m = −4: 2n ≥ −3.5, n = −1: −7; m = −3: n ≥ −2.25, −2: −9; m = −2: −2.75,
        // −2: −8; m = −1: −3.25, −3: −10; m = 0: −3.75, −3: −9; m = 1: −4.25, −4: −11; m = 2: −4: −10.
        .init("whole: below zero", .integrality, .optimum(-11, ["n": -4, "m": 1])) { model in
            let n = model.whole("n", (-4)...)
            let m = model.whole("m", (-4)...)
            model.require("row", 2 * n + m .>= -7.5)
            model.minimise(3 * n + m)
        },
        // A free whole number: min n; n ≥ −2.5 by a row: −2.
        .init("whole: free", .integrality, .optimum(-2, ["n": -2])) { model in
            let n = model.whole("n", .free)
            model.require("row", n .>= -2.5)
            model.minimise(n)
        },
        // Covering 1…4 by {1,2} {3,4} {2,3} {1} {4} at 3 3 3 1 1: {1} {2,3} {4} costs 5; {1,2} {3,4} costs 6.
        .init("whole: covering", .integrality, .optimum(5, ["c": 1, "d": 1, "e": 1])) { model in
            let a = model.choice("a")
            let b = model.choice("b")
            let c = model.choice("c")
            let d = model.choice("d")
            let e = model.choice("e")
            model.require("first", a + d .>= 1)
            model.require("second", a + c .>= 1)
            model.require("third", b + c .>= 1)
            model.require("fourth", b + e .>= 1)
            model.minimise(3 * a + 3 * b + 3 * c + d + e)
        },
        // An odd circle of five, at most one of each pair of neighbours: two at most; the relaxation gives 5/2.
        .init("whole: an odd circle", .integrality, .optimum(2)) { model in
            let members = Members(0..<5)
            let x = model.binaries(over: members, of: Quantity.self, name: "x")
            for member in members { model.require("pair", member, x[member] + x[(member + 1) % 5] .<= 1) }
            model.maximise(sum(x.all))
        },
        // Assignment of three, costs 4 1 3 / 2 0 5 / 3 2 2: 1 + 2 + 2 = 5 (others: 4+0+2 = 6, 3+0+3 = 6, 3+2+2 = 7,
        // 4+5+2 = 11, 1+5+3 = 9).
        .init("whole: an assignment", .integrality,
            .optimum(5, ["x[0,1]": 1, "x[1,0]": 1, "x[2,2]": 1])
        ) { model in
            let costs: [[Double]] = [[4, 1, 3], [2, 0, 5], [3, 2, 2]]
            let three = Members(0..<3)
            let x = model.binaries(over: three, three, of: Quantity.self, name: "x")
            for one in three {
                model.require("row", one, sum(over: three) { x[one, $0] } .== 1)
                model.require("column", one, sum(over: three) { x[$0, one] } .== 1)
            }
            model.minimise(sum(over: three, three) { costs[$0][$1] * x[$0, $1] })
        },
        // Two sites of fixed costs 5 and 7, three zones at 1 4 6 and 5 2 1. Both: 12 + 4 = 16; first: 5 + 11 = 16;
        // second: 7 + 8 = 15.
        .init("whole: two sites, three zones", .integrality, .optimum(15, ["open[0]": 0, "open[1]": 1])) { model in
            let costs: [[Double]] = [[1, 4, 6], [5, 2, 1]]
            let sites = Members(0..<2)
            let zones = Members(0..<3)
            let open = model.binaries(over: sites, of: Quantity.self, name: "open")
            let goes = model.variables(over: zones, sites, in: 0..., of: Quantity.self, name: "goes")
            for zone in zones {
                model.require("everyone", zone, sum(over: sites) { goes[zone, $0] } .== 1)
                for site in sites { model.require("only if open", zone, site, goes[zone, site] .<= open[site]) }
            }
            model.minimise(5 * open[0] + 7 * open[1] + sum(over: zones, sites) { costs[$1][$0] * goes[$0, $1] })
        },
        // A whole number beside others: max 2n + x; n + x ≤ 3.7; x ≤ 1.5. n = 3, x = 0.7: 6.7; n = 2: 5.5.
        .init("whole: beside others", .integrality, .optimum(6.7, ["n": 3, "x": 0.7])) { model in
            let n = model.whole("n", 0...9)
            let x = model.number("x", 0...1.5)
            model.require("row", n + x .<= 3.7)
            model.maximise(2 * n + x)
        },
        // Whole numbers that the relaxation finds by itself: min n + m; n ≥ 2; n + m ≥ 5: 5.
        .init("whole: already in the relaxation", .integrality, .optimum(5)) { model in
            let n = model.whole("n", 0...9)
            let m = model.whole("m", 0...9)
            model.require("two", n .>= 2)
            model.require("five", n + m .>= 5)
            model.minimise(n + m)
        },
    ]
}
