// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ConformanceCase {
    static let empty: [ConformanceCase] = [
        // Nothing at all: 0.
        .init("empty: nothing", .empty, .optimum(0)) { _ in },
        // min 4.
        .init("empty: a constant", .empty, .optimum(4)) { model in model.minimise(Expression<Quantity>(4)) },
        // max −4.
        .init("empty: a constant, maximised", .empty, .optimum(-4)) { model in
            model.maximise(Expression<Quantity>(-4))
        },
        // min x − y; 1 ≤ x ≤ 3; 0 ≤ y ≤ 2, no rows: 1 − 2.
        .init("empty: no rows", .empty, .optimum(-1, ["x": 1, "y": 2], reduced: ["x": 1, "y": -1])) { model in
            let x = model.number("x", 1...3)
            let y = model.number("y", 0...2)
            model.minimise(x - y)
        },
        // min x + n; x ≥ −1.5, n whole from −1.5: −1.5 − 1.
        .init("empty: no rows, whole numbers", .empty, .optimum(-2.5, ["x": -1.5, "n": -1])) { model in
            let x = model.number("x", (-1.5)...)
            let n = model.whole("n", (-1.5)...4)
            model.minimise(x + n)
        },
        // max x, x ≥ 0, no rows.
        .init("empty: no rows and no end", .empty, .unbounded) { model in
            let x = model.number("x")
            model.maximise(x)
        },
        // A free variable without a cost, no rows: 0.
        .init("empty: a free variable without a cost", .empty, .optimum(0)) { model in
            _ = model.number("x", .free)
        },
        // 0 ≤ 1 and no variables: nothing to break.
        .init("empty: a row without variables", .empty, .optimum(0)) { model in
            model.require("true", Expression<Quantity>.zero .<= 1)
        },
        // 0 ≥ 1 and no variables.
        .init("empty: a row that nothing can meet", .empty, .infeasible(ray: true)) { model in
            model.require("false", Expression<Quantity>.zero .>= 1)
        },
        // min x; x ≥ 2; 0 ≤ 5 beside it: 2.
        .init("empty: a zero row among others", .empty, .optimum(2, prices: ["zero": 0, "row": 1])) { model in
            let x = model.number("x")
            model.require("zero", 0 * x .<= 5)
            model.require("row", x .>= 2)
            model.minimise(x)
        },
        // 0 = 3 among others.
        .init("empty: a zero row that nothing can meet", .empty, .infeasible) { model in
            let x = model.number("x")
            model.require("zero", 0 * x .== 3)
            model.require("row", x .>= 2)
            model.minimise(x)
        },
        // x − x ≥ 0: the terms cancel, and 0 ≥ 0 holds. min y; y ≥ 1: 1.
        .init("empty: terms that cancel", .empty, .optimum(1)) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("cancel", x - x .>= 0)
            model.require("row", y .>= 1)
            model.minimise(y + 0 * x)
        },
        // A column in no row with a cost: 3 ≤ z ≤ 5, min x + z; x ≥ 1: 4.
        .init("empty: a column in no row", .empty, .optimum(4, ["z": 3], reduced: ["z": 1])) { model in
            let x = model.number("x")
            let z = model.number("z", 3...5)
            model.require("row", x .>= 1)
            model.minimise(x + z)
        },
    ]
}
