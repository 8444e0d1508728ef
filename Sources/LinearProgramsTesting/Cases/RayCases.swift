// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// The proofs themselves are held to the model by the runner: multipliers must contradict it, directions must improve it.
extension ConformanceCase {
    static let rays: [ConformanceCase] = [
        // x + y ≥ 5, x + y ≤ 3. The rows in equal parts: 5 ≤ 3.
        .init("ray: two rows", .rays, .infeasible(ray: true)) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("five", x + y .>= 5)
            model.require("three", x + y .<= 3)
            model.minimise(x)
        },
        // 3x + 2y ≥ 30; x ≤ 4, y ≤ 5 by bounds: 22 at most.
        .init("ray: a row and bounds", .rays, .infeasible(ray: true)) { model in
            let x = model.number("x", 0...4)
            let y = model.number("y", 0...5)
            model.require("thirty", 3 * x + 2 * y .>= 30)
            model.minimise(x)
        },
        // x − y = 1, y − z = 1, z − x = 1: 0 = 3.
        .init("ray: equations in a circle", .rays, .infeasible(ray: true)) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            let z = model.number("z", .free)
            model.require("first", x - y .== 1)
            model.require("second", y - z .== 1)
            model.require("third", z - x .== 1)
            model.minimise(x + y + z)
        },
        // 1 ≤ x + y ≤ 2 as one row, 5 ≤ x + y ≤ 7 as another: the upper side of one, the lower of the other.
        .init("ray: rows with two sides", .rays, .infeasible(ray: true)) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            model.require("low", (x + y).within(1...2))
            model.require("high", (x + y).within(5...7))
            model.minimise(x - y)
        },
        // Two sources of 3 each, two sinks of 4 each: two short. Among them 0.1s, which no double holds.
        .init("ray: a transport that is short", .rays, .infeasible(ray: true)) { model in
            let a = model.number("11")
            let b = model.number("12")
            let c = model.number("21")
            let d = model.number("22")
            model.require("from 1", 0.1 * a + 0.1 * b .<= 0.3)
            model.require("from 2", 0.1 * c + 0.1 * d .<= 0.3)
            model.require("to 1", 0.1 * a + 0.1 * c .>= 0.4)
            model.require("to 2", 0.1 * b + 0.1 * d .>= 0.4)
            model.minimise(a + b + c + d)
        },
        // In whole numbers, and already without them: the ray is of the relaxation.
        .init("ray: whole numbers", .rays, .infeasible(ray: true)) { model in
            let x = model.whole("x", 0...9)
            let y = model.whole("y", 0...9)
            model.require("thirty", x + y .>= 30)
            model.minimise(x + y)
        },
        // max x + y; x − y ≤ 1; y − x ≤ 1: (1, 1) for ever.
        .init("direction: between two rows", .rays, .unbounded(direction: true)) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("one way", x - y .<= 1)
            model.require("the other", y - x .<= 1)
            model.maximise(x + y)
        },
        // min x; x + y = 3; both free: (−1, 1) for ever.
        .init("direction: along an equation", .rays, .unbounded(direction: true)) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            model.require("three", x + y .== 3)
            model.minimise(x)
        },
        // min x − 2y; −5 ≤ x − y ≤ 5: along (1, 1) the objective falls by one a step.
        .init("direction: inside a row with two sides", .rays, .unbounded(direction: true)) { model in
            let x = model.number("x")
            let y = model.number("y")
            model.require("near", (x - y).within(-5...5))
            model.minimise(x - 2 * y)
        },
    ]
}
