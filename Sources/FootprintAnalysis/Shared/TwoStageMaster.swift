// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms

/// What is weighed against the mean: the mean cost of the dearest scenarios (Rockafellar and Uryasev, 2000).
struct TwoStageRisk: Sendable, Hashable {
    /// Of the mean of the dearest, from 0 (none) to 1.
    var weight: Double
    /// The dearest `1 − level`: from 0 to below 1.
    var level: Double
}

/// The first stage with the second one's cost known by lines it is never below.
struct TwoStageMaster {
    private(set) var program: LinearProgram
    private var basis: Basis?
    private let firstCount: Int
    /// Columns of the pieces' expected costs.
    private let pieces: [Int]
    /// Columns of the scenarios' costs, in clusters: each the sum of probability times cost.
    private var clusters: [Int] = []
    private let clusterOf: [Int]
    private let probabilities: [Double]
    /// For each row beyond those of the first stage and of the risk, in how many answers on end it did nothing.
    private var idle: [Int?]

    /// - Parameters:
    ///   - pieceCount: of the second stage; no cost in it is below zero.
    ///   - clusterCount: how many lines a round adds where scenarios are more than the sum of their pieces; with a risk, one for each.
    init(_ stages: TwoStageProgram, pieceCount: Int, clusterCount: Int, risk: TwoStageRisk?) {
        var program = stages.first
        firstCount = program.columnCount
        probabilities = stages.scenarios.map(\.probability)
        let count = risk == nil ? min(clusterCount, stages.scenarios.count) : stages.scenarios.count
        clusterOf = stages.scenarios.indices.map { $0 * count / stages.scenarios.count }
        let start = program.addColumns(pieceCount, lower: 0, upper: .infinity, isInteger: false) { "piece[\($0 + 1)]" }
        pieces = Array(start..<(start + pieceCount))
        if stages.joining.isEmpty && risk == nil {
            for column in pieces { program.setCost(ofColumn: column, to: 1) }
        } else {
            let start = program.addColumns(count, lower: 0, upper: .infinity, isInteger: false) { "scenarios[\($0 + 1)]" }
            clusters = Array(start..<(start + count))
            let mean = 1 - (risk?.weight ?? 0)
            for column in clusters { program.setCost(ofColumn: column, to: mean) }
            // Joining rows only add to what the pieces cost.
            var form = LinearForm()
            for column in clusters { form.add(Term(column: Int32(column), coefficient: 1)) }
            for column in pieces { form.add(Term(column: Int32(column), coefficient: -1)) }
            _ = program.addRow(form, lower: 0, upper: .infinity, sentence: "at least its pieces", indices: [])
            if let risk {
                let tail = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "tail" }
                program.setCost(ofColumn: tail, to: risk.weight)
                for (number, scenario) in stages.scenarios.enumerated() {
                    let beyond = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "beyond[\(number + 1)]" }
                    program.setCost(ofColumn: beyond, to: risk.weight * scenario.probability / (1 - risk.level))
                    var form = LinearForm()
                    form.add(Term(column: Int32(beyond), coefficient: 1))
                    form.add(Term(column: Int32(tail), coefficient: 1))
                    form.add(Term(column: Int32(clusters[number]), coefficient: -1 / scenario.probability))
                    _ = program.addRow(form, lower: 0, upper: .infinity, sentence: "beyond the tail", indices: [number + 1])
                }
            }
        }
        self.program = program
        idle = Array(repeating: nil, count: program.rowCount)
    }

    /// Adds what an answer of the second stage says.
    mutating func add(_ answer: SecondStage.Answer) {
        for (column, line) in zip(pieces, answer.pieceLines) { add(line, to: column) }
        if !clusters.isEmpty, !answer.scenarioLines.isEmpty {
            var sums = clusters.map { _ in SecondStage.Line(constant: 0, slopes: Array(repeating: 0, count: firstCount)) }
            for (number, line) in answer.scenarioLines.enumerated() {
                let cluster = clusterOf[number]
                sums[cluster].constant += probabilities[number] * line.constant
                for (column, slope) in line.slopes.enumerated() { sums[cluster].slopes[column] += probabilities[number] * slope }
            }
            for (column, line) in zip(clusters, sums) { add(line, to: column) }
        }
        for line in answer.shortfallLines { add(line, to: nil) }
    }

    /// `column ≥ constant + slopes · x`, or `0 ≥` the same.
    private mutating func add(_ line: SecondStage.Line, to column: Int?) {
        var form = LinearForm()
        for (place, slope) in line.slopes.enumerated() where slope.magnitude > 1e-12 {
            form.add(Term(column: Int32(place), coefficient: -slope))
        }
        if let column { form.add(Term(column: Int32(column), coefficient: 1)) }
        _ = program.addRow(form, lower: line.constant, upper: .infinity, sentence: "a line", indices: [program.rowCount])
        idle.append(0)
    }

    /// The best first stage by what is known, and its cost: what no first stage can beat.
    mutating func solve(stop: StopSignal?) throws(TwoStageFailure) -> (x: [Double], cost: Double) {
        switch GLPKSolver().solve(program, start: basis, shouldStop: stop.map { stop in { stop.reason != nil } }) {
        case .optimal(let solution):
            forget(solution)
            return (Array(solution.values.prefix(firstCount)), solution.objective)
        case .infeasible: throw .infeasible
        case .stopped: throw .stopped
        case let other: throw .unsettled("\(program.title): \(other)")
        }
    }

    /// Takes away lines that have long done nothing: they can be found again.
    private mutating func forget(_ solution: Solution) {
        guard let found = solution.basis else {
            basis = nil
            return
        }
        var kept: [Int] = []
        for row in 0..<program.rowCount {
            if let count = idle[row] { idle[row] = found.rows[row] == .basic ? count + 1 : 0 }
            if (idle[row] ?? 0) <= 6 { kept.append(row) }
        }
        basis = found
        guard kept.count < program.rowCount else { return }
        program = program.program(of: .init(columns: Array(0..<program.columnCount), rows: kept), title: program.title)
        basis = Basis(rows: kept.map { found.rows[$0] }, columns: found.columns)
        idle = kept.map { idle[$0] }
    }
}
