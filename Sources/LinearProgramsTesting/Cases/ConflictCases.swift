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
        // x + y ≥ 5; x ≤ 2 and y ≤ 2 by bounds: the row's lower side and both upper bounds.
        .init(
            "explanation: a row and two bounds", .conflicts,
            .explanation([.atLeast(row: "much"), .upperBound(column: "x"), .upperBound(column: "y")])
        ) { model in
            let x = model.number("x", 0...2)
            let y = model.number("y", 0...2)
            model.require("little", x + y .<= 3)
            model.require("much", x + y .>= 5)
            model.minimise(x)
        },
        // x = 5 and x ≤ 3 as rows: only the lower side of the equation is in the way.
        .init(
            "explanation: one side of an equation", .conflicts,
            .explanation([.atLeast(row: "five"), .atMost(row: "three")])
        ) { model in
            let x = model.number("x", .free)
            model.require("five", x .== 5)
            model.require("three", x .<= 3)
            model.minimise(x)
        },
        // 1 ≤ x ≤ 2 as one row against x ≥ 3: the upper side of the one.
        .init(
            "explanation: one side of two", .conflicts,
            .explanation([.atMost(row: "range"), .atLeast(row: "three")])
        ) { model in
            let x = model.number("x", .free)
            model.require("range", x.within(1...2))
            model.require("three", x .>= 3)
            model.minimise(x)
        },
        // 3 ≤ 2n ≤ 3.5: both sides, and that n be whole; as a number, n could be 1.6.
        .init(
            "explanation: that a number be whole", .conflicts,
            .explanation([.atLeast(row: "low"), .atMost(row: "high"), .wholeNumber(column: "n")])
        ) { model in
            let n = model.whole("n", 0...9)
            model.require("low", 2 * n .>= 3)
            model.require("high", 2 * n .<= 3.5)
            model.minimise(n)
        },
        // −x − y ≥ 1 with x, y ≥ 0: the row and both lower bounds.
        .init(
            "explanation: lower bounds", .conflicts,
            .explanation([.atLeast(row: "negative"), .lowerBound(column: "x"), .lowerBound(column: "y")])
        ) { model in
            let x = model.number("x", 0...9)
            let y = model.number("y", 0...9)
            model.require("negative", -x - y .>= 1)
            model.minimise(x)
        },
        // A lower bound of 3 and an upper of 2, which a solve refuses, is explained.
        .init(
            "explanation: bounds that have crossed", .conflicts,
            .explanation([.lowerBound(column: "x"), .upperBound(column: "x")])
        ) { model in
            let x = model.number("x", 0...9)
            let y = model.number("y", 0...9)
            model.program.setBounds(ofColumn: 0, lower: 3, upper: 2)
            model.require("harmless", x + y .<= 100)
            model.minimise(y)
        },
        // A model with a solution has no explanation to be found: min x; x ≥ 2 is 2.
        .init("explanation: none where there is a solution", .conflicts, .optimum(2)) { model in
            let x = model.number("x")
            model.require("two", x .>= 2)
            model.minimise(x)
        },
    ]
}
