// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite struct FirstPageTests {
    /// By trial of all 125 ways of holding 0 to 4 clinics at each site; each leaves a transport problem of two towns, in
    /// which patients count whole because demands and rooms do.
    @Test func theFirstPageIsRight() {
        let rent = [900, 700, 500], fare = [[4, 9, 3], [8, 6, 10]]
        var best = (cost: Int.max, clinics: [0, 0, 0])
        for l in 0...4 { for s in 0...4 { for t in 0...4 where 40 * (l + s + t) >= 210 {
            let room = [40 * l, 40 * s, 40 * t]
            for first in 0...min(120, room[0]) { for second in 0...min(120 - first, room[1]) where 120 - first - second <= room[2] {
                // Biddulph's 120 are placed; Uttoxeter's 90 take what is left, the cheapest first.
                let placed = [first, second, 120 - first - second]
                var cost = zip(placed, fare[0]).reduce(0) { $0 + $1.0 * $1.1 }
                var left = 90
                for site in [1, 0, 2] {
                    let here = min(left, room[site] - placed[site])
                    cost += here * fare[1][site]
                    left -= here
                }
                cost += l * rent[0] + s * rent[1] + t * rent[2]
                if left == 0, cost < best.cost { best = (cost, [l, s, t]) }
            } }
        } } }
        #expect(best.cost == 4340 && best.clinics == [0, 2, 4])
        #expect(firstPage() == "£4340.0 a week\nLeek 0.0 clinics\nStone 2.0 clinics\nTunstall 4.0 clinics\n")
    }

    /// What is printed is what is compiled: the first block of Swift of the page, in at most thirty lines of code.
    @Test func theFirstPageIsThisCode() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "Sources/LinearPrograms/LinearPrograms.docc/LinearPrograms.md"), encoding: .utf8)
        let block = try #require(page.split(separator: "```swift\n").dropFirst().first?.split(separator: "\n```").first)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "FirstPage.swift")
        let source = try String(contentsOf: file, encoding: .utf8)
        let code = try #require(source.split(separator: "// BEGIN\n").dropFirst().first?.split(separator: "\n// END").first)
        #expect(block == "import GLPKSolver\nimport LinearPrograms\n\n" + code)
        let lines = code.split(separator: "\n").filter { !$0.allSatisfy { " }]".contains($0) } }
        #expect(lines.count <= 30, "\(lines.count)")
    }
}
