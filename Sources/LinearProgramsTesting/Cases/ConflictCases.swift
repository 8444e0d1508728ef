// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// In each, the conflict is the only one, so that every right search finds it.
extension ConformanceCase {
    static let conflicts: [ConformanceCase] = [
        // x + y ≥ 10, x ≤ 3, y ≤ 4 need each other; the rest harms nobody.
        .init("conflict: three of five", .conflicts, .conflict(["enough", "few x", "few y"])) { model in
            let x = model.number("x")
            let y = model.number("y")
            let z = model.number("z", 0...5)
            model.require("harmless", x - y .<= 100)
            model.require("enough", x + y .>= 10)
            model.require("few x", x .<= 3)
            model.require("also harmless", x + z .>= 1)
            model.require("few y", y .<= 4)
            model.minimise(x + y)
        },
        // x ≥ 5 against x ≤ 3.
        .init("conflict: two of three", .conflicts, .conflict(["five", "three"])) { model in
            let x = model.number("x")
            model.require("five", x .>= 5)
            model.require("three", x .<= 3)
            model.require("nine", x .<= 9)
            model.minimise(x)
        },
        // One row against the bounds alone.
        .init("conflict: one row", .conflicts, .conflict(["much"])) { model in
            let x = model.number("x", 0...2)
            let y = model.number("y", 0...2)
            model.require("little", x + y .<= 3)
            model.require("much", x + y .>= 5)
            model.minimise(x)
        },
        // A circle of three equations, and one beside it.
        .init("conflict: a circle", .conflicts, .conflict(["first", "second", "third"])) { model in
            let x = model.number("x", .free)
            let y = model.number("y", .free)
            let z = model.number("z", .free)
            model.require("beside", x + y + z .<= 100)
            model.require("first", x - y .>= 1)
            model.require("second", y - z .>= 1)
            model.require("third", z - x .>= 1)
            model.minimise(x)
        },
        // 3 ≤ 2n ≤ 3.5 has solutions, and none in whole numbers.
        .init("conflict: of whole numbers", .conflicts, .conflict(["low", "high"])) { model in
            let n = model.whole("n", 0...9)
            let m = model.whole("m", 0...9)
            model.require("low", 2 * n .>= 3)
            model.require("other", m + n .<= 12)
            model.require("high", 2 * n .<= 3.5)
            model.minimise(n + m)
        },
        // a + b + c = 2 of yes or no, and each of two pairs at most one: a + b ≤ 1 and c = 0.
        .init("conflict: of choices", .conflicts, .conflict(["two", "not both", "not c"])) { model in
            let a = model.choice("a")
            let b = model.choice("b")
            let c = model.choice("c")
            model.require("two", a + b + c .== 2)
            model.require("not both", a + b .<= 1)
            model.require("not c", c .<= 0)
            model.require("harmless", a - b .<= 1)
            model.minimise(a)
        },
        // A row with two sides is one row: 1 ≤ x ≤ 2 against x ≥ 3.
        .init("conflict: a row with two sides", .conflicts, .conflict(["range", "three"])) { model in
            let x = model.number("x")
            model.require("range", x.within(1...2))
            model.require("three", x .>= 3)
            model.require("harmless", x .>= 0.5)
            model.minimise(x)
        },
        // 0 ≥ 1: a row without variables is a conflict by itself.
        .init("conflict: nothing is something", .conflicts, .conflict(["absurd"])) { model in
            let x = model.number("x")
            model.require("fine", x .>= 1)
            model.require("absurd", Expression<Quantity>.zero .>= 1)
            model.minimise(x)
        },
        // Ten rows x_i ≤ 1 and their sum at least 10.5: all eleven are needed.
        .init(
            "conflict: every row is needed", .conflicts,
            .conflict(Set((0..<10).map { "limit[\($0)]" } + ["all"]))
        ) { model in
            let members = Members(0..<10)
            let x = model.variables(over: members, in: 0..., of: Quantity.self, name: "x")
            for member in members { model.require("limit", member, x[member] .<= 1) }
            model.require("all", sum(over: members) { x[$0] } .>= 10.5)
            model.minimise(x[0])
        },
    ]
}
