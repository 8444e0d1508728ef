// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKSolver
import LinearPrograms

enum Pounds: LinearPrograms.Unit { static let symbol = "£" }
enum Items: LinearPrograms.Unit { static let symbol = "items" }
/// Of a customer's demand.
enum Share: LinearPrograms.Unit { static let symbol = "" }

func options(of name: String, limit: Double) -> SolveOptions {
    // Cuts help where capacities do the work, and only cost time where they do not.
    name.hasPrefix("pmed") && !name.hasPrefix("pmedcap")
        ? SolveOptions(timeLimit: limit)
        : SolveOptions(timeLimit: limit, cuts: Set(SolveOptions.Cut.allCases))
}

func publishedModel(_ name: String) throws -> Model<Pounds> {
    if name.hasPrefix("pmedcap") { return try capacitatedMedians(name) }
    if name.hasPrefix("pmed") { return try medians(name) }
    if name.hasPrefix("holmberg") { return try singleSource(name) }
    if name.hasPrefix("capa"), let step = name.last?.wholeNumberValue {
        return warehouses(name, try numbers("capa", capacity: Double(6_000 + 2_000 * step)))
    }
    return warehouses(name, try numbers(name))
}

/// Which sites to open, and what goes from where: each customer served, by open sites within their capacities.
private func location(
    _ name: String, capacities: [Double], fixedCosts: [Double], demands: [Double], costs: [[Double]],
    singleSource: Bool, sites count: Double? = nil
) -> Model<Pounds> {
    let sites = Members(0..<capacities.count)
    let customers = Members(0..<demands.count)
    var model = Model(name, minimise: Pounds.self)
    let isOpen = model.binaries(over: sites, name: "open")
    let share = singleSource
        ? model.binaries(over: sites, customers, of: Share.self, name: "share")
        : model.variables(over: sites, customers, in: 0..., of: Share.self, name: "share")
    if let count { model.require("so many sites", sum(over: sites) { isOpen[$0] } .== count) }
    for customer in customers {
        model.require("everyone is served", customer, sum(over: sites) { share[$0, customer] } .== 1)
    }
    let total = demands.reduce(0, +)
    model.require("room for all", sum(over: sites) { Rate<Items, Choice>(capacities[$0]) * isOpen[$0] } .>= total)
    for site in sites {
        let load = sum(over: customers) { Rate<Items, Share>(demands[$0]) * share[site, $0] }
        model.require("no more than it holds", site, load .<= Rate<Items, Choice>(capacities[site]) * isOpen[site])
        for customer in customers {
            model.require(
                "only from an open one", site, customer, share[site, customer] .<= Rate<Share, Choice>(1) * isOpen[site])
        }
    }
    let fixed = sum(over: sites) { Rate<Pounds, Choice>(fixedCosts[$0]) * isOpen[$0] }
    model.minimise(fixed + sum(over: sites, customers) { Rate<Pounds, Share>(costs[$1][$0]) * share[$0, $1] })
    return model
}

private func warehouses(_ name: String, _ numbers: [Double]) -> Model<Pounds> {
    var rest = numbers[...]
    let (m, n) = (Int(rest.removeFirst()), Int(rest.removeFirst()))
    var capacities: [Double] = []
    var fixedCosts: [Double] = []
    for _ in 0..<m {
        capacities.append(rest.removeFirst())
        fixedCosts.append(rest.removeFirst())
    }
    var demands: [Double] = []
    var costs: [[Double]] = []
    for _ in 0..<n {
        demands.append(rest.removeFirst())
        costs.append(Array(rest.prefix(m)))
        rest.removeFirst(m)
    }
    return location(
        name, capacities: capacities, fixedCosts: fixedCosts, demands: demands, costs: costs, singleSource: false)
}

private func singleSource(_ name: String) throws -> Model<Pounds> {
    var rest = try numbers(name)[...]
    let (m, n) = (Int(rest.removeFirst()), Int(rest.removeFirst()))
    func take(_ count: Int) -> [Double] {
        defer { rest.removeFirst(count) }
        return Array(rest.prefix(count))
    }
    let capacities = take(m)
    let fixedCosts = take(m)
    let demands = take(n)
    let costs = (0..<n).map { _ in take(m) }
    return location(
        name, capacities: capacities, fixedCosts: fixedCosts, demands: demands, costs: costs, singleSource: true)
}

private func capacitatedMedians(_ name: String) throws -> Model<Pounds> {
    let all = try numbers(name)
    let (n, p, capacity) = (Int(all[2]), all[3], all[4])
    let x = (0..<n).map { all[6 + 4 * $0] }
    let y = (0..<n).map { all[7 + 4 * $0] }
    let demands = (0..<n).map { all[8 + 4 * $0] }
    func distance(_ from: Int, _ to: Int) -> Double {
        let (east, north) = (x[from] - x[to], y[from] - y[to])
        return (east * east + north * north).squareRoot().rounded(.down)
    }
    let costs = (0..<n).map { from in (0..<n).map { distance(from, $0) } }
    return location(
        name, capacities: Array(repeating: capacity, count: n), fixedCosts: Array(repeating: 0, count: n),
        demands: demands, costs: costs, singleSource: true, sites: p)
}

private func medians(_ name: String) throws -> Model<Pounds> {
    let numbers = try numbers(name)
    let count = Int(numbers[0])
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
    model.require("so many medians", sum(over: nodes) { isMedian[$0] } .== numbers[2])
    for from in nodes {
        model.require("everyone goes somewhere", from, sum(over: nodes) { goes[from, $0] } .== 1)
        for to in nodes { model.require("only to a median", from, to, goes[from, to] .<= isMedian[to]) }
    }
    model.minimise(sum(over: nodes, nodes) { Rate<Pounds, Choice>(distance[$0][$1]) * goes[$0, $1] })
    return model
}
