// SPDX-License-Identifier: GPL-3.0-or-later
import GLPKSolver
import LinearPrograms

/// Which mix of the parts' answers is best: weights for each part's proposals, adding up to 1, under the joining rows. Later masters
/// have the same columns and new ones after them, so that a basis still fits.
struct BlockMaster {
    private var program: LinearProgram
    private let joiningCount: Int
    private let proposalCount: Int

    /// - Parameter costsCount: false for the least by which the joining rows are broken, true for the least cost with none broken.
    init(_ block: BlockProgram, _ proposals: [BlockProgram.Proposal], costsCount: Bool) {
        joiningCount = block.joining.count
        proposalCount = proposals.count
        program = LinearProgram(title: "\(block.whole.title), mixed", direction: .minimise)
        var joining = block.joining.map { _ in LinearForm() }
        var mixes = block.parts.map { _ in LinearForm() }
        for place in joining.indices {
            let column = program.addColumns(1, lower: 0, upper: costsCount ? 0 : .infinity, isInteger: false) { _ in "broken by" }
            program.setCost(ofColumn: column, to: costsCount ? 0 : 1)
            joining[place].add(Term(column: Int32(column), coefficient: -1))
        }
        for proposal in proposals {
            let column = program.addColumns(1, lower: 0, upper: .infinity, isInteger: false) { _ in "part \(proposal.part + 1)" }
            program.setCost(ofColumn: column, to: costsCount ? proposal.cost : 0)
            mixes[proposal.part].add(Term(column: Int32(column), coefficient: 1))
            // A trace of rounding is no use.
            for (place, value) in proposal.activity.enumerated() where value > 1e-12 {
                joining[place].add(Term(column: Int32(column), coefficient: value))
            }
        }
        for (form, row) in zip(joining, block.joining) {
            _ = program.addRow(form, lower: -.infinity, upper: block.whole.rowUpper[row], sentence: "joining", indices: [row])
        }
        for (number, form) in mixes.enumerated() {
            _ = program.addRow(form, lower: 1, upper: 1, sentence: "one mix", indices: [number + 1])
        }
    }

    /// The best mix; nil where the solver gave none. Its row prices are those of the joining rows and then of the parts.
    func solve(from basis: Basis?) -> Solution? {
        var options = SolveOptions()
        if basis != nil { options.route = .primal }
        return GLPKSolver().solve(program, options: options, start: basis).optimum
    }

    /// Whether a mix breaks no joining row by more than rounding.
    func isKept(_ mix: Solution) -> Bool {
        mix.objective <= 1e-9 * program.rowUpper.prefix(joiningCount).reduce(1) { max($0, $1.magnitude) }
    }

    /// One for each proposal.
    func weights(_ mix: Solution) -> [Double] { mix.values.suffix(proposalCount).map { max(0, $0) } }
}
