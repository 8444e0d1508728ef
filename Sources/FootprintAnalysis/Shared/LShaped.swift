// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// Solves a two-stage program by lines under the second stage's cost (the L-shaped method of Van Slyke and Wets, 1969), looked for between
/// the best first stage known and the one that the lines hold best (Ben-Ameur and Neto, 2007).
struct LShaped {
    struct Answer: Sendable {
        /// The first stage.
        let x: [Double]
        /// Of the whole: first stage and the scenarios' costs weighed.
        let cost: Double
        /// What no first stage can beat.
        let bound: Double
        /// The second stage, by scenario.
        let scenarioCosts: [Double]
        let rounds: Int

        var gap: Double { max(0, cost - bound) / max(1, cost.magnitude) }
    }

    let stages: TwoStageProgram
    var risk: TwoStageRisk?
    /// Of the cost, at which to end.
    var gap = 1e-6
    var jobs = 1
    var stop: StopSignal?

    /// - Parameter first: a first stage to begin with: it need not be the best, nor one that every scenario can live with.
    func solve(from first: [Double]) throws(TwoStageFailure) -> Answer {
        let second = SecondStage(stages, jobs: jobs)
        var master = TwoStageMaster(stages, pieceCount: second.pieceCount, clusterCount: 20, risk: risk)
        var trial = first
        var best: (x: [Double], cost: Double, costs: [Double])?
        var bound = -Double.infinity
        for round in 1...10_000 {
            var isStuck = true
            let answer = try second.answer(at: trial, byScenario: risk != nil, stop: stop)
            if let costs = whole(answer.costs) {
                let cost = self.cost(trial, costs)
                if cost < best?.cost ?? .infinity {
                    best = (trial, cost, costs)
                    isStuck = false
                }
            }
            master.add(answer)
            let next = try master.solve(stop: stop)
            if next.cost > bound {
                bound = next.cost
                isStuck = false
            }
            if let best, best.cost - bound <= gap * max(1, best.cost.magnitude) {
                return Answer(x: best.x, cost: best.cost, bound: min(bound, best.cost), scenarioCosts: best.costs, rounds: round)
            }
            // Part of the way from the best known to what the lines say: they say too much far from where they were found.
            // Whole steps took 30 rounds where these take 14 (the shipped instances, 200 scenarios).
            let step = isStuck ? 1 : 0.3
            trial = best.map { best in zip(best.x, next.x).map { $0 + step * ($1 - $0) } } ?? next.x
        }
        throw .unsettled("\(stages.first.title): ten thousand rounds were not enough")
    }

    /// What a first stage costs in all; nil where a scenario cannot live with it.
    func cost(of x: [Double]) throws(TwoStageFailure) -> (cost: Double, scenarioCosts: [Double])? {
        let answer = try SecondStage(stages, jobs: jobs).answer(at: x, byScenario: false, stop: stop)
        return whole(answer.costs).map { (cost(x, $0), $0) }
    }

    private func whole(_ costs: [Double?]) -> [Double]? {
        let known = costs.compactMap { $0 }
        return known.count == costs.count ? known : nil
    }

    private func cost(_ x: [Double], _ costs: [Double]) -> Double {
        let mean = zip(stages.scenarios, costs).reduce(0) { $0 + $1.0.probability * $1.1 }
        let second = risk.map { (1 - $0.weight) * mean + $0.weight * Self.meanOfTheDearest(stages, costs, level: $0.level) } ?? mean
        return stages.first.objective(at: x) + second
    }

    /// The mean cost of the dearest `1 − level` of the scenarios, one of them counted in part.
    static func meanOfTheDearest(_ stages: TwoStageProgram, _ costs: [Double], level: Double) -> Double {
        var left = 1 - level
        var sum = 0.0
        for number in costs.indices.sorted(by: { (costs[$1], $0) < (costs[$0], $1) }) {
            let part = min(left, stages.scenarios[number].probability)
            sum += part * costs[number]
            left -= part
            if left <= 0 { break }
        }
        return sum / (1 - level)
    }
}
