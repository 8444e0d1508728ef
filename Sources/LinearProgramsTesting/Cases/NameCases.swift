// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

// Names belong to the people who read them: any script, any sign, any length. Each model is min x; x ≥ 2.
extension ConformanceCase {
    static let names: [ConformanceCase] = [
        named("names: Welsh, and quotation marks", "gwelyau yn ‘Ysbyty Tŷ’r Bryn’", "o leiaf dau; £2 a’r \"llall\""),
        named("names: Greek and Cyrillic", "κλίνες", "не менее двух"),
        named("names: Chinese, Japanese and Korean", "病床数量", "少なくとも二つ, 두 개 이상"),
        named("names: Arabic and Hebrew, from the right", "عدد الأسرّة", "לפחות שניים"),
        named("names: Devanagari, Bengali and Tamil", "बिस्तर", "অন্তত দুটি, குறைந்தது இரண்டு"),
        named("names: signs that mean something to a file", "x + 2 y <= 3 [ward #1]; \\ * \" ' : free st end", "r >= 2, = < > ^ / |"),
        named("names: spaces, tabs and lines", " two\nlines\r\nand\ta tab ", "\u{0}nothing\u{7F}"),
        named("names: faces and flags", "🏥🛏️ 👩🏽‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿 ≥ 2"),
        named("names: digits, keywords and nothing", "1e5", ""),
        named("names: longer than any file allows", String(repeating: "very ", count: 100) + "long", String(repeating: "ŵ", count: 400)),
        // Two rows and two columns of one name: all four count. min a + b; a ≥ 2; b ≥ 3: 5.
        .init("names: given twice", .names, .optimum(5)) { model in
            let a = model.number("same")
            let b = model.number("same")
            model.require("same", a .>= 2)
            model.require("same", b .>= 3)
            model.minimise(a + b)
        },
        // A letter with its accent in one sign or in two is one name to a reader, and one to Swift.
        .init("names: an accent in two ways", .names, .optimum(2, ["e\u{301}": 2])) { model in
            let x = model.number("\u{E9}")
            model.require("least", x .>= 2)
            model.minimise(x)
        },
        // Indices of two kinds in one name: flow[E01009417,minor] is 1.
        .init("names: indices", .names, .optimum(4, ["flow[E01009417,minor]": 1, "flow[E01009418,major]": 1])) { model in
            let zones = Members(["E01009417", "E01009418"])
            let kinds = Members(["minor", "major"])
            let flow = model.variables(over: zones, kinds, in: 0..., of: Quantity.self, name: "flow")
            for zone in zones { for kind in kinds { model.require("seen", zone, kind, flow[zone, kind] .>= 1) } }
            model.minimise(sum(flow.all))
        },
    ]

    private static func named(_ name: String, _ column: String, _ row: String) -> ConformanceCase {
        .init(name, .names, .optimum(2, [column: 2], prices: [row: 1], reduced: [column: 0])) { model in
            let x = model.number(column)
            model.require(row, x .>= 2)
            model.minimise(x)
        }
    }
}
