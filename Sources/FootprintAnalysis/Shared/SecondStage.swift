// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The second stage of a two-stage program at one first stage after another: its cost in every scenario, and what that says of other
/// first stages.
///
/// Without the joining rows it falls into pieces (a week of a block, say), each solved alone. In a scenario whose pieces keep every
/// joining row that is the optimum; elsewhere the pieces that a broken row joins are solved together.
struct SecondStage: Sendable {
    let stages: TwoStageProgram
    private let pieces: [PieceSolver]
    private let joined: [JoinedSolver]
    private let joiningRows: [Int]
    private let jobs: Int

    /// A straight line that the cost is never below: `constant + slopes · x`.
    struct Line: Sendable {
        var constant: Double
        /// One for each first-stage column.
        var slopes: [Double]
    }

    struct Answer: Sendable {
        /// By scenario; nil where it cannot live with the first stage.
        var costs: [Double?]
        /// Of each piece's expected cost, joining rows left out; each is a line of the mean over the scenarios.
        var pieceLines: [Line]
        /// By scenario; empty where every scenario is the sum of its pieces.
        var scenarioLines: [Line]
        /// Lines that must be at most zero, of scenarios that cannot live with the first stage.
        var shortfallLines: [Line]
    }

    init(_ stages: TwoStageProgram, jobs: Int) {
        self.stages = stages
        self.jobs = jobs
        let second = stages.second
        let rows = stages.joining.sorted()
        let parts = second.parts(without: stages.joining)
        pieces = parts.map { PieceSolver(stages, $0, joining: rows) }
        joiningRows = rows
        var owners = [Int](repeating: 0, count: second.columnCount)
        for (number, part) in parts.enumerated() { for column in part.columns { owners[column] = number } }
        let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
        joined = rows.isEmpty
            ? []
            : second.parts().compactMap { part in
                let own = part.rows.compactMap { places[$0] }
                guard !own.isEmpty else { return nil }
                return JoinedSolver(stages, part, pieces: Set(part.columns.map { owners[$0] }).sorted(), joining: own, rows: rows)
            }
    }

    var pieceCount: Int { pieces.count }

    /// - Parameter byScenario: whether the lines of every scenario are wanted, even where pieces tell all.
    func answer(at x: [Double], byScenario: Bool, stop: StopSignal?) throws(TwoStageFailure) -> Answer {
        let found = parallelMap(pieces.count, jobs: jobs) { number -> Result<PieceSolver.Answers, TwoStageFailure> in
            if stop?.reason != nil { return .failure(.stopped) }
            do throws(TwoStageFailure) {
                return .success(try pieces[number].answers(stages, at: x, joiningCount: joiningRows.count))
            } catch { return .failure(error) }
        }
        var answers: [PieceSolver.Answers] = []
        for result in found { answers.append(try result.get()) }
        var answer = Answer(costs: [], pieceLines: [], scenarioLines: [], shortfallLines: [])
        for (piece, own) in zip(pieces, answers) {
            var line = Line(constant: 0, slopes: x.map { _ in 0 })
            for (number, scenario) in stages.scenarios.enumerated() {
                line.constant += scenario.probability * own.costs[number]
                addSlopes(piece, own, number, times: scenario.probability, to: &line.slopes)
            }
            line.constant -= zip(line.slopes, x).reduce(0) { $0 + $1.0 * $1.1 }
            answer.pieceLines.append(line)
        }
        let broken = brokenParts(answers, at: x)
        let scenarios = stages.scenarios.indices
        let together = parallelMap(scenarios.count, jobs: jobs) { number -> Result<[JoinedSolver.Answer], TwoStageFailure> in
            do throws(TwoStageFailure) {
                var all: [JoinedSolver.Answer] = []
                for part in broken[number] {
                    let solver = joined[part]
                    all.append(
                        try solver.answer(
                            stages, number, at: x, from: { solver.pieces.map { (pieces[$0].places, pieces[$0].basis(number)) } },
                            stop: stop))
                }
                return .success(all)
            } catch { return .failure(error) }
        }
        let wantsLines = byScenario || broken.contains { !$0.isEmpty }
        for number in scenarios {
            let solved = try together[number].get()
            var replaced: Set<Int> = []
            for part in broken[number] { replaced.formUnion(joined[part].pieces) }
            var cost = 0.0
            var line = Line(constant: 0, slopes: wantsLines ? x.map { _ in 0 } : [])
            for (place, own) in answers.enumerated() where !replaced.contains(place) {
                cost += own.costs[number]
                if wantsLines { addSlopes(pieces[place], own, number, times: 1, to: &line.slopes) }
            }
            var holds = true
            for (part, one) in zip(broken[number], solved) {
                let technology = stages.scenarios[number].technology
                switch one {
                case .optimal(let more, let prices):
                    cost += more
                    for (place, row) in joined[part].places.rows.enumerated() where prices[place] != 0 {
                        technology.addSlopes(row, price: prices[place], times: 1, to: &line.slopes)
                    }
                case .short(let by, let prices):
                    holds = false
                    var shortfall = Line(constant: by, slopes: x.map { _ in 0 })
                    for (place, row) in joined[part].places.rows.enumerated() where prices[place] != 0 {
                        technology.addSlopes(row, price: prices[place], times: 1, to: &shortfall.slopes)
                    }
                    shortfall.constant -= zip(shortfall.slopes, x).reduce(0) { $0 + $1.0 * $1.1 }
                    answer.shortfallLines.append(shortfall)
                }
            }
            answer.costs.append(holds ? cost : nil)
            if wantsLines, holds {
                line.constant = cost - zip(line.slopes, x).reduce(0) { $0 + $1.0 * $1.1 }
                answer.scenarioLines.append(line)
            }
        }
        // A line is missing where a scenario has no answer: the others would not be of all.
        if answer.scenarioLines.count < scenarios.count { answer.scenarioLines = [] }
        return answer
    }

    private func addSlopes(
        _ piece: PieceSolver, _ own: PieceSolver.Answers, _ number: Int, times weight: Double, to slopes: inout [Double]
    ) {
        let technology = stages.scenarios[number].technology
        let rows = piece.places.rows
        for (place, row) in rows.enumerated() {
            let price = own.prices[number * rows.count + place]
            if price != 0 { technology.addSlopes(row, price: price, times: weight, to: &slopes) }
        }
    }

    /// By scenario: numbers of the joined parts of which a joining row is broken.
    private func brokenParts(_ answers: [PieceSolver.Answers], at x: [Double]) -> [[Int]] {
        stages.scenarios.enumerated().map { number, scenario in
            joined.indices.filter { part in
                joined[part].joining.contains { place in
                    let row = joiningRows[place]
                    let activity = joined[part].pieces.reduce(0) { $0 + answers[$1].activities[number][place] }
                    let given = scenario.technology.given(row, x)
                    let slack = 1e-9 * max(1, activity.magnitude)
                    return activity > scenario.rowUpper[row] - given + slack || activity < scenario.rowLower[row] - given - slack
                }
            }
        }
    }
}
