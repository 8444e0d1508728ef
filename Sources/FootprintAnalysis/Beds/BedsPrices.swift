// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels
import GLPKSolver
import LinearPrograms

/// What binds in an optimum, and what a unit more of it is worth: section *Prices* of the page.
struct BedsPrices {
    let model: BedsModel
    let solution: Solution
    let plan: BedsPlan
    let units: [String]
    let stop: StopSignal?

    private var system: BedsSystem { model.system }

    func prices() throws(AnalysisFailure) -> [BedsConfiguration.Price] {
        var prices: [BedsConfiguration.Price] = []
        guard let duals = fixedDuals() else { return [] }
        let perYear = 1000 / system.years.reduce(0) { $0 + system.weight($1) }
        for (place, alternative) in system.alternatives.enumerated() {
            guard plan.last.bought[place] >= alternative.maximum - 1e-6, alternative.maximum > 0 else { continue }
            let more = max(1, (alternative.maximum / 10).rounded(.up))
            var larger = system
            larger.alternatives[place].maximum += more
            let worth = max(0, -duals.marginalCost[model.rows.maximum[place]] * perYear)
            prices.append(
                .init(
                    requirement: "as much as can be bought",
                    sentence: "every unit of \(alternative.title.lowercasedFirst) that can be had is bought (\(Words.number(alternative.maximum)))",
                    worth: worth, further: try further(larger, more), unit: units[place]))
        }
        let binding = system.years.indices.filter { t in
            let closed = plan.years[t].pools.reduce(0) { $0 + $1.wardsClosed }
            let before = t > 0 ? plan.years[t - 1].pools.reduce(0) { $0 + $1.wardsClosed } : 0
            return closed - before >= system.wardsClosedPerYear - 1e-6
        }
        if !binding.isEmpty {
            var larger = system
            larger.wardsClosedPerYear += 1
            prices.append(
                .init(
                    requirement: "wards closed a year",
                    sentence: "no more than \(Words.amount(system.wardsClosedPerYear, "wards")) may close a year, reached in "
                        + binding.map { Words.year(system.years[$0]) }.joined(separator: " and "),
                    worth: nil, further: try further(larger, 1), unit: "wards"))
        }
        return prices
    }

    /// The prices of the program with every decision fixed; nil where that was not settled.
    private func fixedDuals() -> Duals? {
        GLPKSolver().solve(model.model.fixingIntegers(at: solution)).optimum?.duals
    }

    /// The same case of a system with more of something, solved again; nil where that was not settled in a few seconds.
    private func further(_ larger: BedsSystem, _ units: Double) throws(AnalysisFailure) -> BedsConfiguration.Price.Further? {
        guard stop?.reason == nil else { return nil }
        let brief = StopSignal(timeLimit: 5)
        let again = BedsModel(larger, model.situation)
        guard case .optimal(let better) = try BedsSolving.solve(again.model, stop: brief) else { return nil }
        let plan = again.plan(better)
        return .init(
            units: units, netPresentValue: self.plan.presentValue - plan.presentValue,
            annualSaving: self.plan.annualCost - plan.annualCost)
    }
}
