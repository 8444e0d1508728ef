// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes many amounts to few places, each place its own total, at the least cost: the transport problem with far more sources
/// than sinks. Every source first takes its cheapest sink at given prices; then what a sink has too much of goes along the
/// cheapest paths of exchanges between sinks to where too little is (successive shortest paths; Busacker and Gowen, 1960).
struct FewSinkTransport {
    /// How it ended.
    enum Ending {
        /// With the sinks' prices, which prove it: every source is where cost less price is least.
        case optimal(prices: [Double])
        /// Sinks that have more than they are to have, of sources that can go nowhere else.
        case blocked(sinks: [Bool])
    }

    let sinkCount: Int
    private let sourceCount: Int
    /// By source and sink; infinite where a source cannot go.
    private let costs: [Double]
    /// By source and sink.
    private(set) var flows: [Double]
    private(set) var ending = Ending.optimal(prices: [])
    /// Of each ordered pair of sinks, the sources at the first by what it costs more to be at the second.
    private var exchanges: [Exchanges]

    /// - Parameters:
    ///   - amounts: of each source, ≥ 0.
    ///   - costs: by source and sink; at least one of a source's is finite.
    ///   - totals: of each sink, ≥ 0, adding up to the amounts within rounding.
    ///   - prices: of the sinks, to start from: the nearer to those at the end, the less is left to do.
    init(amounts: [Double], costs: [Double], totals: [Double], startingAt prices: [Double]) {
        sinkCount = totals.count
        sourceCount = amounts.count
        self.costs = costs
        flows = Array(repeating: 0, count: costs.count)
        exchanges = Array(repeating: Exchanges(), count: sinkCount * sinkCount)
        var surplus = totals.map { -$0 }
        for source in amounts.indices where amounts[source] > 0 {
            let sink = cheapest(source, prices)
            flows[source * sinkCount + sink] = amounts[source]
            surplus[sink] += amounts[source]
            enter(source, sink)
        }
        // Rounding is not worth a path.
        let least = 1e-11 * max(1, totals.reduce(0, +))
        while let from = surplus.indices.max(by: { surplus[$0] < surplus[$1] }), surplus[from] > least {
            let (distances, previous) = paths(from: from)
            let reached = surplus.indices.filter { surplus[$0] < -least / 2 && distances[$0].isFinite }
            guard let to = reached.min(by: { distances[$0] < distances[$1] }) else {
                if surplus[from] <= 1e3 * least { break }
                ending = .blocked(sinks: distances.map(\.isFinite))
                return
            }
            push(from, to, previous, &surplus)
        }
        ending = .optimal(prices: finalPrices(totals))
    }

    /// What it costs.
    var cost: Double { flows.indices.reduce(0) { flows[$1] > 0 ? $0 + flows[$1] * costs[$1] : $0 } }

    private func cheapest(_ source: Int, _ prices: [Double]) -> Int {
        var best = 0
        var least = Double.infinity
        for sink in 0..<sinkCount {
            let cost = costs[source * sinkCount + sink] - prices[sink]
            if cost < least { (best, least) = (sink, cost) }
        }
        return best
    }

    /// Puts a source that has come to a sink where exchanges find it.
    private mutating func enter(_ source: Int, _ sink: Int) {
        let here = costs[source * sinkCount + sink]
        for other in 0..<sinkCount where other != sink {
            let there = costs[source * sinkCount + other]
            if there.isFinite { exchanges[sink * sinkCount + other].insert(there - here, source) }
        }
    }

    /// The cheapest exchange of a pair of sinks: what it costs and whose it is.
    private mutating func exchange(_ from: Int, _ to: Int) -> (cost: Double, source: Int)? {
        while let first = exchanges[from * sinkCount + to].first {
            if flows[first.source * sinkCount + from] > 0 { return first }
            exchanges[from * sinkCount + to].removeFirst()
        }
        return nil
    }

    /// Distances of every sink from one, and the exchange each was reached by (Bellman, 1958; costs may be below zero, circles
    /// are not).
    private mutating func paths(from start: Int) -> ([Double], [(sink: Int, source: Int)?]) {
        var distances = Array(repeating: Double.infinity, count: sinkCount)
        var previous: [(sink: Int, source: Int)?] = Array(repeating: nil, count: sinkCount)
        distances[start] = 0
        relax(&distances, &previous, start)
        return (distances, previous)
    }

    private mutating func relax(_ distances: inout [Double], _ previous: inout [(sink: Int, source: Int)?], _ start: Int?) {
        for _ in 0..<sinkCount {
            var isChanged = false
            for from in 0..<sinkCount where distances[from].isFinite {
                for to in 0..<sinkCount where to != from && to != start {
                    guard let exchange = exchange(from, to) else { continue }
                    let distance = distances[from] + exchange.cost
                    guard distance < distances[to] - 1e-12 else { continue }
                    distances[to] = distance
                    previous[to] = (from, exchange.source)
                    isChanged = true
                }
            }
            if !isChanged { break }
        }
    }

    private mutating func push(_ from: Int, _ to: Int, _ previous: [(sink: Int, source: Int)?], _ surplus: inout [Double]) {
        var path: [(from: Int, to: Int, source: Int)] = []
        var sink = to
        while sink != from, let step = previous[sink] {
            path.append((step.sink, sink, step.source))
            sink = step.sink
        }
        var amount = min(surplus[from], -surplus[to])
        for step in path { amount = min(amount, flows[step.source * sinkCount + step.from]) }
        for step in path.reversed() {
            let there = step.source * sinkCount + step.to
            flows[step.source * sinkCount + step.from] -= amount
            let isNew = flows[there] <= 0
            flows[there] += amount
            if isNew { enter(step.source, step.to) }
        }
        surplus[from] -= amount
        surplus[to] += amount
    }

    /// Prices under which no exchange pays: the highest with none above zero where anyone is, and as high as they may be elsewhere.
    private mutating func finalPrices(_ totals: [Double]) -> [Double] {
        var prices = totals.map { $0 > 0 ? 0.0 : .infinity }
        var previous: [(sink: Int, source: Int)?] = Array(repeating: nil, count: sinkCount)
        relax(&prices, &previous, nil)
        return prices.map { $0.isFinite ? $0 : 0 }
    }
}

/// Sources by cost, the least first: a binary heap.
private struct Exchanges {
    private var entries: [(cost: Double, source: Int)] = []

    var first: (cost: Double, source: Int)? { entries.first }

    mutating func insert(_ cost: Double, _ source: Int) {
        entries.append((cost, source))
        var place = entries.count - 1
        while place > 0, entries[place].cost < entries[(place - 1) / 2].cost {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeFirst() {
        let last = entries.removeLast()
        guard !entries.isEmpty else { return }
        entries[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < entries.count && entries[child].cost < entries[least].cost {
                least = child
            }
            if least == place { return }
            entries.swapAt(place, least)
            place = least
        }
    }
}
