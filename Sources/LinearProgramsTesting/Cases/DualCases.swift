// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// A price is the change in the objective, as written, for one more of the side or bound, as written.
extension ConformanceCase {
    static let duals: [ConformanceCase] = [
        // min 2x; x ≥ 3. One more costs 2.
        .init("price: minimise, at least", .duals, .optimum(6, prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .>= 3)
            model.minimise(2 * x)
        },
        // min −2x; x ≤ 3. One more is worth 2: the objective falls.
        .init("price: minimise, at most", .duals, .optimum(-6, prices: ["row": -2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .<= 3)
            model.minimise(-2 * x)
        },
        // min 2x; x = 3.
        .init("price: minimise, equal, costly", .duals, .optimum(6, prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .== 3)
            model.minimise(2 * x)
        },
        // min −2x; x = 3.
        .init("price: minimise, equal, worth while", .duals, .optimum(-6, prices: ["row": -2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .== 3)
            model.minimise(-2 * x)
        },
        // max 2x; x ≤ 3.
        .init("price: maximise, at most", .duals, .optimum(6, prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .<= 3)
            model.maximise(2 * x)
        },
        // max −2x; x ≥ 3. One more makes the objective fall by 2.
        .init("price: maximise, at least", .duals, .optimum(-6, prices: ["row": -2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .>= 3)
            model.maximise(-2 * x)
        },
        // max 2x; x = 3.
        .init("price: maximise, equal, worth while", .duals, .optimum(6, prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .== 3)
            model.maximise(2 * x)
        },
        // max −2x; x = 3.
        .init("price: maximise, equal, costly", .duals, .optimum(-6, prices: ["row": -2])) { model in
            let x = model.number("x", .free)
            model.require("row", x .== 3)
            model.maximise(-2 * x)
        },
        // min 2x; 3 ≤ x ≤ 9 as one row. The lower side holds: 6, price 2.
        .init("price: lower side of two", .duals, .optimum(6, ["x": 3], prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x.within(3...9))
            model.minimise(2 * x)
        },
        // max 2x; 3 ≤ x ≤ 9 as one row. The upper side holds: 18, price 2.
        .init("price: upper side of two", .duals, .optimum(18, ["x": 9], prices: ["row": 2])) { model in
            let x = model.number("x", .free)
            model.require("row", x.within(3...9))
            model.maximise(2 * x)
        },
        // max 3x; −x ≥ −4: x = 4, 12. With −3 for −4, x = 3 and the objective 9: −3.
        .init("price: a side below zero", .duals, .optimum(12, ["x": 4], prices: ["row": -3])) { model in
            let x = model.number("x")
            model.require("row", -x .>= -4)
            model.maximise(3 * x)
        },
        // min 5x; 9 ≤ 2x + 3, so 2x ≥ 6: x = 3, 15; half of one more x for each: 5/2.
        .init("price: a side on the left", .duals, .optimum(15, ["x": 3], prices: ["row": 2.5])) { model in
            let x = model.number("x")
            model.require("row", 9 .<= 2 * x + 3)
            model.minimise(5 * x)
        },
        // min x; x ≥ 3; x ≥ 1. The second row is loose: its price is zero.
        .init("price: a loose row has none", .duals, .optimum(3, prices: ["tight": 1, "loose": 0])) { model in
            let x = model.number("x")
            model.require("tight", x .>= 3)
            model.require("loose", x .>= 1)
            model.minimise(x)
        },
        // min 3x + y; x + y ≥ 4; x, y ≥ 0. y = 4, price 1; x at its bound of zero would cost 3 − 1 = 2 more each.
        .init("reduced cost: at the lower bound", .duals,
            .optimum(4, ["x": 0, "y": 4], prices: ["row": 1], reduced: ["x": 2, "y": 0])
        ) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", x + y .>= 4)
            model.minimise(3 * x + y)
        },
        // max 5x + 2y; x + y ≤ 8; x ≤ 3. x = 3, y = 5: 25; price 2; one more of x's bound: 5 − 2 = 3.
        .init("reduced cost: at the upper bound", .duals,
            .optimum(25, ["x": 3, "y": 5], prices: ["row": 2], reduced: ["x": 3, "y": 0])
        ) { model in
            let x = model.number("x", 0...3)
            let y = model.number("y")
            model.require("row", x + y .<= 8)
            model.maximise(5 * x + 2 * y)
        },
        // min 4x + y; x + y ≥ 5; x = 2 by its bounds. y = 3: 11; price 1; one more of x: 4 − 1 = 3.
        .init("reduced cost: of a fixed variable", .duals,
            .optimum(11, ["y": 3], prices: ["row": 1], reduced: ["x": 3])
        ) { model in
            let x = model.number("x", 2...2)
            let y = model.number("y")
            model.require("row", x + y .>= 5)
            model.minimise(4 * x + y)
        },
        // The linear program of JuMP's tutorial on sensitivity: min 12x + 20y; 6x + 8y ≥ 100; 7x + 12y ≥ 120; y ≤ 3. Both
        // rows hold: x = 15, y = 5/4. 6p + 7q = 12 and 8p + 12q = 20: p = 1/4, q = 3/2.
        .init("JuMP's tutorial", .duals,
            .optimum(205, ["x": 15, "y": 1.25], prices: ["c1": 0.25, "c2": 1.5], reduced: ["x": 0, "y": 0])
        ) { model in
            let x = model.number("x")
            let y = model.number("y", 0...3)
            model.require("c1", 6 * x + 8 * y .>= 100)
            model.require("c2", 7 * x + 12 * y .>= 120)
            model.minimise(12 * x + 20 * y)
        },
        // Hillier and Lieberman's doors and windows: max 3x + 5y; x ≤ 4; 2y ≤ 12; 3x + 2y ≤ 18. y = 6, x = 2: 36. Prices:
        // 3r = 3, 2q + 2r = 5: q = 3/2, r = 1.
        .init("doors and windows", .duals,
            .optimum(36, ["x": 2, "y": 6], prices: ["plant 1": 0, "plant 2": 1.5, "plant 3": 1])
        ) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("plant 1", x .<= 4)
            model.require("plant 2", 2 * y .<= 12)
            model.require("plant 3", 3 * x + 2 * y .<= 18)
            model.maximise(3 * x + 5 * y)
        },
        // min 2f + x; f + x = 1; f − x = −5, f free. f = −2, x = 3: −1. p + q = 2, p − q = 1: p = 3/2, q = 1/2.
        .init("prices of equations", .duals,
            .optimum(-1, ["f": -2, "x": 3], prices: ["sum": 1.5, "difference": 0.5])
        ) { model in
            let f = model.number("f", .free)
            let x = model.number("x")
            model.require("sum", f + x .== 1)
            model.require("difference", f - x .== -5)
            model.minimise(2 * f + x)
        },
        // min x; 2x ≥ 6, and 3x written on both sides: 5x + 1 ≥ 2x + 4, so 3x ≥ 3. Only the first holds: ½.
        .init("price: variables on both sides", .duals, .optimum(3, prices: ["first": 0.5, "second": 0])) { model in
            let x = model.number("x")
            model.require("first", 2 * x .>= 6)
            model.require("second", 5 * x + 1 .>= 2 * x + 4)
            model.minimise(x)
        },
    ]
}
