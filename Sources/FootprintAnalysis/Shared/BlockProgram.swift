// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GLPKSolver
import LinearPrograms

/// A linear program to be made small, whose parts only a few rows join; its optimum by column generation (Dantzig and Wolfe, 1960).
///
/// Each part is solved alone first. Where the joining rows hold then, that is the answer. Otherwise the parts' answers are columns of
/// a master that mixes them under the joining rows, whose prices are what the parts pay next; it ends when no part has an answer
/// that is cheaper than its own price in the master. For programs of costs and hours: no cost and no coefficient of a joining row is
/// below zero, nor is any variable, so that every part has an optimum at every price.
struct BlockProgram: Sendable {
    /// Why there is no optimum.
    enum Ending: Error {
        case infeasible
        case stopped
        /// The solver gave nothing that stands up, and said this: the whole is to be solved as one.
        case unsettled(String)
    }

    struct Part: Sendable {
        let places: LinearProgram.Part
        let program: LinearProgram
        /// Terms of each joining row in the part's own columns.
        let joining: [[Term]]
    }

    /// A part's answer: a column of the master.
    struct Proposal: Sendable {
        let part: Int
        let values: [Double]
        let cost: Double
        /// What it puts into each joining row.
        let activity: [Double]
    }

    let whole: LinearProgram
    /// Places of the joining rows.
    let joining: [Int]
    let parts: [Part]
    private let start: Basis?
    private let jobs: Int
    private let stop: StopSignal?

    /// - Parameters:
    ///   - joining: rows that are at most something.
    ///   - start: a corner of the whole to begin at, by the primal simplex.
    init(
        _ whole: LinearProgram, joining: [Int], start: Basis? = nil,
        jobs: Int = ProcessInfo.processInfo.activeProcessorCount, stop: StopSignal? = nil
    ) {
        self.whole = whole
        self.joining = joining
        self.start = start
        self.jobs = jobs
        self.stop = stop
        let parts = whole.parts(without: Set(joining))
        var owners = [Int](repeating: 0, count: whole.columnCount)
        var places = owners
        for (number, part) in parts.enumerated() {
            for (place, column) in part.columns.enumerated() { (owners[column], places[column]) = (number, place) }
        }
        var terms = parts.map { _ in joining.map { _ in [Term]() } }
        for (place, row) in joining.enumerated() {
            for term in whole.terms(ofRow: row) {
                let column = Int(term.column)
                terms[owners[column]][place].append(Term(column: Int32(places[column]), coefficient: term.coefficient))
            }
        }
        self.parts = parts.enumerated().map { number, part in
            Part(
                places: part, program: whole.program(of: part, title: "\(whole.title), part \(number + 1)"),
                joining: terms[number])
        }
    }

    /// The optimum, with the prices of every row.
    func solve() throws(Ending) -> Solution {
        let free = joining.map { _ in 0.0 }
        var starts = parts.map { part in start.map { $0.restricted(to: part.places) } }
        let first = try solved(prices: free, costsCount: true, &starts)
        var proposals = first.enumerated().map { proposal($0, $1) }
        let holds = joining.enumerated().allSatisfy { place, row in
            let activity = proposals.reduce(0) { $0 + $1.activity[place] }
            return activity <= whole.rowUpper[row] + 1e-9 * max(1, whole.rowUpper[row].magnitude)
        }
        if holds { return combined(proposals.map { (1, $0) }, first, free) }

        var basis: Basis?
        // For the least that the joining rows are broken, and then for the least cost.
        for costsCount in [false, true] {
            while true {
                let master = BlockMaster(self, proposals, costsCount: costsCount)
                guard let mix = master.solve(from: basis), let duals = mix.duals else {
                    throw .unsettled("\(whole.title): the mix of its parts was not found")
                }
                basis = mix.basis
                if !costsCount, master.isKept(mix) { break }
                let prices = Array(duals.rows.prefix(joining.count))
                let worths = duals.rows.dropFirst(joining.count)
                let solutions = try solved(prices: prices, costsCount: costsCount, &starts)
                let cheaper = zip(solutions, worths).enumerated().filter { _, found in
                    found.0.objective < found.1 - 1e-9 * max(1e-3, found.1.magnitude)
                }
                if cheaper.isEmpty {
                    guard costsCount else { throw .infeasible }
                    return combined(Array(zip(master.weights(mix), proposals)), solutions, prices)
                }
                proposals += cheaper.map { proposal($0.offset, $0.element.0) }
            }
        }
        preconditionFailure("the second round ends with an answer")
    }

    /// Each part's optimum when a unit of a joining row has a price (zero or less), with its own costs or without.
    private func solved(
        prices: [Double], costsCount: Bool, _ starts: inout [Basis?]
    ) throws(Ending) -> [Solution] {
        let known = starts
        let outcomes = parallelMap(parts.count, jobs: jobs) { number -> Outcome in
            let part = parts[number]
            var program = part.program
            var costs = costsCount ? program.costs : program.costs.map { _ in 0 }
            for (row, price) in prices.enumerated() where price != 0 {
                for term in part.joining[row] { costs[Int(term.column)] -= price * term.coefficient }
            }
            program.setCosts(to: costs)
            // After a change of costs the last optimum is still a solution; cold, the primal simplex is no slower here.
            return GLPKSolver().solve(
                program, options: SolveOptions(route: .primal), start: known[number],
                shouldStop: stop.map { stop in { stop.reason != nil } })
        }
        var solutions: [Solution] = []
        for (number, outcome) in outcomes.enumerated() {
            switch outcome {
            case .optimal(let solution):
                solutions.append(solution)
                starts[number] = solution.basis
            case .infeasible: throw .infeasible
            case .stopped: throw .stopped
            case .unbounded, .numericalTrouble, .invalid: throw .unsettled("\(parts[number].program.title): \(outcome)")
            }
        }
        return solutions
    }

    private func proposal(_ number: Int, _ solution: Solution) -> Proposal {
        let part = parts[number]
        return Proposal(
            part: number, values: solution.values,
            cost: zip(part.program.costs, solution.values).reduce(0) { $0 + $1.0 * $1.1 },
            activity: part.joining.map { terms in
                terms.reduce(0) { $0 + $1.coefficient * solution.values[Int($1.column)] }
            })
    }

    /// The parts' mixes as a solution of the whole, with the prices of the parts' last solves.
    private func combined(_ mix: [(weight: Double, proposal: Proposal)], _ last: [Solution], _ prices: [Double]) -> Solution {
        var values = [Double](repeating: 0, count: whole.columnCount)
        for (weight, proposal) in mix where weight > 0 {
            for (place, column) in parts[proposal.part].places.columns.enumerated() {
                values[column] += weight * proposal.values[place]
            }
        }
        var rows = [Double](repeating: 0, count: whole.rowCount)
        for (place, row) in joining.enumerated() { rows[row] = prices[place] }
        for (part, solution) in zip(parts, last) {
            guard let duals = solution.duals else { continue }
            for (place, row) in part.places.rows.enumerated() { rows[row] = duals.rows[place] }
        }
        return Solution(
            objective: whole.objective(at: values), values: values,
            duals: Duals(rows: rows, columns: whole.reducedCosts(ofPrices: rows)))
    }
}
