// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// A side's range: how far it moves before the price changes. A cost's: how far before the solution does.
extension ConformanceCase {
    static let ranges: [ConformanceCase] = [
        // min x; x ≥ 3; x ≥ 0. The side from 0 (below, the bound holds) to ∞; the cost from 0 to ∞.
        .init("ranges: one row", .ranges,
            .optimum(3, sides: ["row": 0 ... .infinity], costs: ["x": 0 ... .infinity])
        ) { model in
            let x = model.number("x")
            model.require("row", x .>= 3)
            model.minimise(x)
        },
        // JuMP's tutorial. c1 = 6x + 8y with c2 held: at y = 0, x = 120/7 and c1 = 720/7 = 102.857; at y = 3, x = 12 and
        // c1 = 96. The cost of x, cx/20 between 7/12 and 6/8: 35/3 to 15.
        .init("ranges: JuMP's tutorial", .ranges,
            .optimum(205, sides: ["c1": 96...720.0 / 7], costs: ["x": 35.0 / 3...15])
        ) { model in
            let x = model.number("x")
            let y = model.number("y", 0...3)
            model.require("c1", 6 * x + 8 * y .>= 100)
            model.require("c2", 7 * x + 12 * y .>= 120)
            model.minimise(12 * x + 20 * y)
        },
        // Doors and windows. Plant 1 is loose: from x = 2 up. Plant 2: x = (18 − side)/3 from 0 to 4: 6 to 18. Plant 3:
        // x = (side − 12)/3 from 0 to 4: 12 to 24. Cost of x: 3/5 may be 0/1 to 3/2 … 0 to 7.5; of y: at least 2.
        .init("ranges: doors and windows", .ranges,
            .optimum(
                36, sides: ["plant 1": 2 ... .infinity, "plant 2": 6...18, "plant 3": 12...24],
                costs: ["x": 0...7.5, "y": 2 ... .infinity])
        ) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("plant 1", x .<= 4)
            model.require("plant 2", 2 * y .<= 12)
            model.require("plant 3", 3 * x + 2 * y .<= 18)
            model.maximise(3 * x + 5 * y)
        },
        // min 3x + y; x + y ≥ 4. x stays out while its cost is over 1; y stays in from 0 to 3.
        .init("ranges: a variable left out", .ranges,
            .optimum(4, sides: ["row": 0 ... .infinity], costs: ["x": 1 ... .infinity, "y": 0...3])
        ) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", x + y .>= 4)
            model.minimise(3 * x + y)
        },
        // max 5x + 2y; x + y ≤ 8; x ≤ 3. Below 3 the row would leave y none: 3 to ∞. x stays at its bound while its cost
        // is over 2; y from 0 to 5.
        .init("ranges: a variable at its upper bound", .ranges,
            .optimum(25, sides: ["row": 3 ... .infinity], costs: ["x": 2 ... .infinity, "y": 0...5])
        ) { model in
            let x = model.number("x", 0...3)
            let y = model.number("y")
            model.require("row", x + y .<= 8)
            model.maximise(5 * x + 2 * y)
        },
        // min x + y; x + y ≥ 6; x = 2 by its bounds. y = 4; the row from 2 up; the fixed cost may be anything.
        .init("ranges: a fixed variable", .ranges,
            .optimum(6, sides: ["row": 2 ... .infinity], costs: ["x": -.infinity ... .infinity, "y": 0 ... .infinity])
        ) { model in
            let x = model.number("x", 2...2)
            let y = model.number("y")
            model.require("row", x + y .>= 6)
            model.minimise(x + y)
        },
        // min x + 3y; x + y = 10; x ≤ 7. y = 3: 16. The side from 7 (y gone) up.
        .init("ranges: an equation", .ranges,
            .optimum(16, ["x": 7, "y": 3], sides: ["row": 7 ... .infinity], costs: ["x": -.infinity...3, "y": 1 ... .infinity])
        ) { model in
            let x = model.number("x", 0...7)
            let y = model.number("y")
            model.require("row", x + y .== 10)
            model.minimise(x + 3 * y)
        },
        // max x; 2x ≤ 10; x ≤ 8. x = 5; the first from 0 to 16; the second, loose, from 5 up.
        .init("ranges: a loose row", .ranges,
            .optimum(5, sides: ["first": 0...16, "second": 5 ... .infinity], costs: ["x": 0 ... .infinity])
        ) { model in
            let x = model.number("x")
            model.require("first", 2 * x .<= 10)
            model.require("second", x .<= 8)
            model.maximise(x)
        },
    ]
}
