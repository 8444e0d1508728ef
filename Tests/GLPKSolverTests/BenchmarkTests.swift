// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import Testing

@testable import GLPKSolver

/// Problems whose optima others have published, through the modelling layer.
@Suite struct BenchmarkTests {
    @Test(arguments: ["cap41", "cap42", "cap43", "cap44", "cap51", "cap61", "cap62", "cap63", "cap64", "cap71",
        "cap72", "cap73", "cap74"])
    func warehouses(name: String) throws {
        let solution = try optimum(of: warehouseModel(name))
        #expect(isClose(solution.objective, try publishedOptimum(name), 1e-9))
    }

    @Test(arguments: ["pmed1", "pmed2", "pmed3", "pmed4", "pmed5"])
    func medians(name: String) throws {
        let solution = try optimum(of: medianModel(name))
        #expect(isClose(solution.objective, try publishedOptimum(name), 1e-9))
    }

    /// Capacitated warehouse location: which to open, and what share of each customer's demand each serves.
    func warehouseModel(_ name: String) throws -> Model<Pounds> {
        var numbers = try numbers(of: name).makeIterator()
        let warehouses = Members(0..<Int(numbers.next()!))
        let customers = Members(0..<Int(numbers.next()!))
        var capacity: [Double] = []
        var fixedCost: [Double] = []
        for _ in warehouses {
            capacity.append(numbers.next()!)
            fixedCost.append(numbers.next()!)
        }
        var demand: [Double] = []
        var cost: [[Double]] = []
        for _ in customers {
            demand.append(numbers.next()!)
            cost.append(warehouses.map { _ in numbers.next()! })
        }

        var model = Model(name, minimise: Pounds.self)
        let isOpen = model.binaries(over: warehouses, name: "open")
        let share = model.variables(over: warehouses, customers, in: 0..., of: Share.self, name: "share")
        for customer in customers {
            model.require("everyone is served", customer, sum(over: warehouses) { share[$0, customer] } .== 1)
        }
        for warehouse in warehouses {
            let load = sum(over: customers) { Rate<Items, Share>(demand[$0]) * share[warehouse, $0] }
            let room = Rate<Items, Choice>(capacity[warehouse]) * isOpen[warehouse]
            model.require("no more than it holds", warehouse, load .<= room)
            for customer in customers {
                let open = Rate<Share, Choice>(1) * isOpen[warehouse]
                model.require("only from an open one", warehouse, customer, share[warehouse, customer] .<= open)
            }
        }
        let fixed = sum(over: warehouses) { Rate<Pounds, Choice>(fixedCost[$0]) * isOpen[$0] }
        let serving = sum(over: warehouses, customers) { Rate<Pounds, Share>(cost[$1][$0]) * share[$0, $1] }
        model.minimise(fixed + serving)
        return model
    }

    /// The p-median problem: p nodes such that the distances from every node to the nearest of them add up to least.
    func medianModel(_ name: String) throws -> Model<Pounds> {
        let numbers = try numbers(of: name)
        let count = Int(numbers[0])
        let medians = numbers[2]
        var distance = Array(repeating: Array(repeating: Double.infinity, count: count), count: count)
        for node in 0..<count { distance[node][node] = 0 }
        for edge in 0..<Int(numbers[1]) {
            let (from, to) = (Int(numbers[3 + 3 * edge]) - 1, Int(numbers[4 + 3 * edge]) - 1)
            distance[from][to] = numbers[5 + 3 * edge]
            distance[to][from] = numbers[5 + 3 * edge]
        }
        for via in 0..<count {
            for from in 0..<count {
                for to in 0..<count {
                    distance[from][to] = min(distance[from][to], distance[from][via] + distance[via][to])
                }
            }
        }

        var model = Model(name, minimise: Pounds.self)
        let nodes = Members(0..<count)
        let isMedian = model.binaries(over: nodes, name: "median")
        let goes = model.variables(over: nodes, nodes, in: 0..., of: Choice.self, name: "goes")
        model.require("so many medians", sum(over: nodes) { isMedian[$0] } .== medians)
        for from in nodes {
            model.require("everyone goes somewhere", from, sum(over: nodes) { goes[from, $0] } .== 1)
            for to in nodes { model.require("only to a median", from, to, goes[from, to] .<= isMedian[to]) }
        }
        model.minimise(sum(over: nodes, nodes) { Rate<Pounds, Choice>(distance[$0][$1]) * goes[$0, $1] })
        return model
    }

    private func numbers(of name: String) throws -> [Double] {
        let text = try String(contentsOf: fixtures.appending(path: "benchmarks/\(name).txt"), encoding: .utf8)
        return try text.split(whereSeparator: \.isWhitespace).map { try #require(Double($0)) }
    }

    func publishedOptimum(_ name: String) throws -> Double {
        let text = try String(contentsOf: fixtures.appending(path: "benchmarks/optima.tsv"), encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("\(name)\t") })
        return try #require(Double(line.split(separator: "\t")[1]))
    }
}

/// The folder of test data that all targets share.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")
