// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// Solves a large program by its parts: section *In parts* of the page. Every round asks the parts at prices, which gives a bound,
/// mixes what they have proposed, which gives the next prices, and gives every part its share of the mixture, which gives an answer.
struct BedsPartsSearch {
    let parts: BedsParts
    /// Threads. The answer does not depend on it.
    let jobs: Int
    let stop: StopSignal?

    /// Of the cost: a gap that is not worth another round, and rounds at most.
    static let gap = 0.001
    static let rounds = 8

    /// A solution of the whole is always checked row by row. Where rounds end without one, or a stop comes first, there is none.
    func run() throws(AnalysisFailure) -> BedsSolving.Answer {
        var best: Solution?
        var bound: Double?
        func consider(_ chosen: [BedsParts.Proposal?]) {
            let solutions = chosen.compactMap { $0?.solution }
            guard solutions.count == chosen.count, let solution = parts.combined(solutions) else { return }
            if solution.objective < best?.objective ?? .infinity { best = solution }
        }

        let all = Array(parts.parts.indices)
        let idle = try solved(all) { parts.idle(parts.parts[$0]) }
        var proposals = idle.map { [$0.proposal].compactMap(\.self) }
        consider(idle.map(\.proposal))
        var prices = parts.firstPrices
        var pricesOfBound = prices
        for _ in 0..<Self.rounds {
            let asked = prices
            let found = try solved(all) { parts.priced(parts.parts[$0], at: asked) }
            // Less would only be asked of the whole, not of the part.
            if found.contains(where: \.isInfeasible) { return .infeasible }
            let least = found.map(\.bound)
            guard !least.contains(nil) else { break }
            let together = least.reduce(parts.remainder(at: prices)) { $0 + $1! }
            if together > bound ?? -.infinity {
                bound = together
                pricesOfBound = prices
            }
            for (number, one) in found.enumerated() { if let proposal = one.proposal { proposals[number].append(proposal) } }
            consider(found.map(\.proposal))
            if isClose(best, bound) || proposals.contains(where: \.isEmpty) { break }

            let mixture = BedsMixture(parts, proposals)
            guard case .optimal(let mixed) = try BedsSolving.solve(mixture.model, options: .init(), stop: stop) else { break }
            if var chosen = mixture.settled(mixed) {
                let open = chosen.indices.filter { chosen[$0] == nil }
                let limited = try solved(open) { mixture.limited($0, in: mixed, over: 1 / Double(open.count)) }
                for (number, one) in zip(open, limited) {
                    chosen[number] = one.proposal
                    if let proposal = one.proposal { proposals[number].append(proposal) }
                }
                consider(chosen)
                if isClose(best, bound) { break }
            }
            // Halfway back to the best prices so far: those of few proposals are wild (Wentges, 1997).
            prices = zip(pricesOfBound, mixture.prices(mixed)).map { ($0 + $1) / 2 }
        }
        if let best, let bound, best.objective - bound <= 1e-9 * max(1, bound.magnitude) { return .optimal(best) }
        return .stopped(best, bound: bound)
    }

    private struct Found: Sendable {
        var proposal: BedsParts.Proposal?
        /// £k, what the program's optimum cannot beat; nil where that is not known.
        var bound: Double?
        var isInfeasible = false
    }

    /// Solves programs of these parts.
    private func solved(
        _ numbers: [Int], _ model: @Sendable (Int) -> Model<ThousandPounds>
    ) throws(AnalysisFailure) -> [Found] {
        try parallelTry(numbers.count, jobs: jobs) { place throws(AnalysisFailure) in
            if stop?.reason != nil { return Found() }
            let part = parts.parts[numbers[place]]
            var options = BedsSolving.options
            // What is not worth a round is not worth proving of a part either. A pool alone is soon proven.
            if part.hasMoves { options.absoluteGap = Self.gap / 2 * part.model.model.program.objectiveConstant }
            // In iterations and not in seconds, so that the same input gives the same answer.
            options.iterationLimit = 10_000
            switch try BedsSolving.solve(model(numbers[place]), options: options, stop: stop) {
            case .optimal(let solution): return Found(proposal: parts.proposal(part, solution), bound: solution.objective)
            case .stopped(let solution, let bound): return Found(proposal: solution.map { parts.proposal(part, $0) }, bound: bound)
            case .infeasible: return Found(isInfeasible: true)
            }
        }
    }

    private func isClose(_ best: Solution?, _ bound: Double?) -> Bool {
        guard let best, let bound else { return false }
        return best.objective - bound <= Self.gap * best.objective.magnitude
    }
}
