// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension ConformanceCase {
    static let scale: [ConformanceCase] = [
        // min 10⁹x; 10⁻³x ≥ 2: x = 2,000, 2 × 10¹²; price 10¹².
        .init("scale: billions of pounds", .scale, .optimum(2e12, ["x": 2_000], prices: ["row": 1e12])) { model in
            let x = model.number("x")
            model.require("row", 0.001 * x .>= 2)
            model.minimise(1e9 * x)
        },
        // min 10⁻⁶x; 10⁶x ≥ 3: x = 3 × 10⁻⁶. As y = 10⁶x it is 1: min y; the first row in millionths.
        .init("scale: millionths", .scale, .optimum(3, ["y": 3])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", 1e6 * x .>= 3)
            model.require("same", y - 1e6 * x .== 0)
            model.minimise(y)
        },
        // A row of 10⁶ and 10⁻⁶ at once: 10⁶x + 10⁻⁶y ≥ 10⁶, min x + y: x = 1.
        .init("scale: twelve orders in one row", .scale, .optimum(1, ["x": 1, "y": 0])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", 1e6 * x + 1e-6 * y .>= 1e6)
            model.minimise(x + y)
        },
        // A coefficient of 10²¹ is refused.
        .init("scale: too large", .scale, .refused(subjects: ["row"])) { model in
            let x = model.number("x")
            model.require("row", 1e21 * x .>= 1)
            model.minimise(x)
        },
        // A coefficient of 10⁻¹⁴ is refused: it is rounding, or the wrong unit.
        .init("scale: too small", .scale, .refused(subjects: ["row"])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", x + 1e-14 * y .>= 1)
            model.minimise(x + y)
        },
        // Infinite and missing numbers: each by name.
        .init("scale: not finite", .scale, .refused(subjects: ["x", "infinite", "missing"])) { model in
            let x = model.number("x")
            model.require("infinite", .infinity * x .>= 1)
            model.require("missing", .nan * x .>= 1)
            model.minimise(-.infinity * x)
        },
        // A side of 10²⁵ is refused: an infinite one says that there is none.
        .init("scale: a side that means infinity", .scale, .refused(subjects: ["row"])) { model in
            let x = model.number("x")
            model.require("row", x .<= 1e25)
            model.minimise(x)
        },
        // What is left of 0.1 + 0.2 − 0.3 is no coefficient: min y; (0.1 + 0.2 − 0.3)x + y ≥ 1: 1, and x is in no row.
        .init("scale: rounding is not a coefficient", .scale, .optimum(1, ["y": 1])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("row", 0.1 * x + 0.2 * x - 0.3 * x + y .>= 1)
            model.minimise(y)
        },
        // Thirds: 3x = 1, min x: 1/3; 0.1 + 0.2 against 0.3 as a side: y ≥ 0.1 + 0.2, y ≤ 0.3 by 4 × 10⁻¹⁷ apart.
        .init("scale: apart by rounding alone", .scale, .optimum(1.0 / 3 + 0.3, ["x": 1.0 / 3, "y": 0.3])) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("third", 3 * x .== 1)
            model.require("least", y .>= 0.1 + 0.2)
            model.require("most", y .<= 0.3)
            model.minimise(x + y)
        },
        // Bounds of a billion: max x + y; x ≤ 10⁹; y ≤ x / 2: 1.5 × 10⁹.
        .init("scale: bounds of a billion", .scale, .optimum(1.5e9, ["x": 1e9, "y": 5e8])) { model in
            let x = model.number("x", 0...1e9)
            let y = model.number("y", 0...1e9)
            model.require("half", 2 * y - x .<= 0)
            model.maximise(x + y)
        },
        // Pounds and pence: costs of 0.01 and 1,000,000; x + y ≥ 10; x ≤ 4: 0.04 + 6,000,000.
        .init("scale: pence and millions", .scale, .optimum(6_000_000.04, ["x": 4, "y": 6])) { model in
            let x = model.number("x", 0...4)
            let y = model.number("y")
            model.require("ten", x + y .>= 10)
            model.minimise(0.01 * x + 1_000_000 * y)
        },
    ]
}
