// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms

/// Location problems whose optima others have published, as models: warehouses with and without a single source
/// (`cap…`, `holmberg…`) and medians with and without capacities (`pmed…`, `pmedcap…`), read from a folder of files as
/// OR-Library distributes them (J. E. Beasley, “OR-Library: distributing test problems by electronic mail”, 1990) with
/// their published optima in `optima.tsv`.
public struct PublishedProblems: Sendable {
    /// What opening and serving cost, in the problem's own unit.
    public enum Cost: LinearPrograms.Unit { public static let symbol = "£" }
    /// What customers ask for, and sites can give.
    public enum Items: LinearPrograms.Unit { public static let symbol = "items" }
    /// Of a customer's demand.
    public enum Share: LinearPrograms.Unit { public static let symbol = "" }

    /// A file that is not there, or holds something else.
    public struct Unreadable: Error, Sendable {
        /// Of the file or the problem.
        public let name: String
    }

    let folder: URL

    /// - Parameter folder: with the files and `optima.tsv`.
    public init(folder: URL) { self.folder = folder }

    /// Names and published optima, in the order of `optima.tsv`.
    /// - Throws: what reading a file throws, or `Unreadable`.
    public func optima() throws -> [(name: String, optimum: Double)] {
        try String(contentsOf: folder.appending(path: "optima.tsv"), encoding: .utf8).split(separator: "\n").dropFirst().map {
            let cells = $0.split(separator: "\t")
            guard cells.count > 1, let optimum = Double(cells[1]) else { throw Unreadable(name: "optima.tsv") }
            return (String(cells[0]), optimum)
        }
    }

    /// - Throws: what reading a file throws, or `Unreadable`.
    public func optimum(of name: String) throws -> Double {
        guard let found = try optima().first(where: { $0.name == name }) else { throw Unreadable(name: name) }
        return found.optimum
    }

    /// - Throws: what reading a file throws, or `Unreadable`.
    public func model(_ name: String) throws -> Model<Cost> {
        if name.hasPrefix("pmedcap") { return try capacitatedMedians(name) }
        if name.hasPrefix("pmed") { return try medians(name) }
        if name.hasPrefix("holmberg") { return try singleSource(name) }
        let problem = try warehouses(name)
        return Self.location(
            name, capacities: problem.capacities, fixedCosts: problem.fixedCosts, demands: problem.demands, costs: problem.costs,
            singleSource: false)
    }

    /// Warehouses that may open, each with a capacity and a fixed cost, and customers with what serving all of one costs from each.
    public struct Warehouses: Sendable {
        /// By warehouse: what it can give, in items.
        public var capacities: [Double]
        /// By warehouse: what opening it costs.
        public var fixedCosts: [Double]
        /// By customer, in items.
        public var demands: [Double]
        /// By customer and warehouse.
        public var costs: [[Double]]
    }

    /// The figures of a `cap…` file.
    /// - Throws: what reading a file throws, or `Unreadable`.
    public func warehouses(_ name: String) throws -> Warehouses {
        // In capa, capb and capc the capacity is the word “capacity”; the number of the problem says which it is.
        if name.hasPrefix("capa"), let step = name.last?.wholeNumberValue {
            return Self.warehouses(try numbers("capa", capacity: Double(6_000 + 2_000 * step)))
        }
        return Self.warehouses(try numbers(name))
    }

    private func numbers(_ name: String, capacity: Double? = nil) throws -> [Double] {
        let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
        return try text.split(whereSeparator: \.isWhitespace).map {
            guard let number = Double($0) ?? capacity else { throw Unreadable(name: name) }
            return number
        }
    }

    /// Which sites to open, and what goes from where: each customer served, by open sites within their capacities.
    private static func location(
        _ name: String, capacities: [Double], fixedCosts: [Double], demands: [Double], costs: [[Double]],
        singleSource: Bool, sites count: Double? = nil
    ) -> Model<Cost> {
        let sites = Members(0..<capacities.count)
        let customers = Members(0..<demands.count)
        var model = Model(name, minimise: Cost.self)
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
        let fixed = sum(over: sites) { Rate<Cost, Choice>(fixedCosts[$0]) * isOpen[$0] }
        model.minimise(fixed + sum(over: sites, customers) { Rate<Cost, Share>(costs[$1][$0]) * share[$0, $1] })
        return model
    }

    private static func warehouses(_ numbers: [Double]) -> Warehouses {
        var rest = numbers[...]
        let (m, n) = (Int(rest.removeFirst()), Int(rest.removeFirst()))
        var found = Warehouses(capacities: [], fixedCosts: [], demands: [], costs: [])
        for _ in 0..<m {
            found.capacities.append(rest.removeFirst())
            found.fixedCosts.append(rest.removeFirst())
        }
        for _ in 0..<n {
            found.demands.append(rest.removeFirst())
            found.costs.append(Array(rest.prefix(m)))
            rest.removeFirst(m)
        }
        return found
    }

    private func singleSource(_ name: String) throws -> Model<Cost> {
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
        return Self.location(
            name, capacities: capacities, fixedCosts: fixedCosts, demands: demands, costs: costs, singleSource: true)
    }

    private func capacitatedMedians(_ name: String) throws -> Model<Cost> {
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
        return Self.location(
            name, capacities: Array(repeating: capacity, count: n), fixedCosts: Array(repeating: 0, count: n),
            demands: demands, costs: costs, singleSource: true, sites: p)
    }

    private func medians(_ name: String) throws -> Model<Cost> {
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
        var model = Model(name, minimise: Cost.self)
        let nodes = Members(0..<count)
        let isMedian = model.binaries(over: nodes, name: "median")
        let goes = model.variables(over: nodes, nodes, in: 0..., of: Choice.self, name: "goes")
        model.require("so many medians", sum(over: nodes) { isMedian[$0] } .== numbers[2])
        for from in nodes {
            model.require("everyone goes somewhere", from, sum(over: nodes) { goes[from, $0] } .== 1)
            for to in nodes { model.require("only to a median", from, to, goes[from, to] .<= isMedian[to]) }
        }
        model.minimise(sum(over: nodes, nodes) { Rate<Cost, Choice>(distance[$0][$1]) * goes[$0, $1] })
        return model
    }
}
