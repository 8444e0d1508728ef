// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The cheapest mixture of what the parts have proposed that keeps to what they share: a linear program, the restricted master of
/// Dantzig and Wolfe (1960). Its prices are the next to ask the parts at, and of a mixture each part has a share.
public struct BedsMixture: Sendable {
    public let model: Model<ThousandPounds>
    private let parts: BedsParts
    private let proposals: [[BedsParts.Proposal]]
    /// The column of each part's first proposal.
    private let firstColumns: [Int]
    /// Beyond what there is of each row, at a price that no decision is worth.
    private let missing: [Int]
    private let sharedRows: [Row]

    /// - Parameter proposals: at least one of each part.
    public init(_ parts: BedsParts, _ proposals: [[BedsParts.Proposal]]) {
        self.parts = parts
        self.proposals = proposals
        let whole = parts.whole.model.program
        var model = Model<ThousandPounds>("\(whole.title), mixed", minimise: ThousandPounds.self)
        func column(_ name: String, most: Double = .infinity, cost: Double) -> Int {
            let column = model.program.addColumns(1, lower: 0, upper: most, isInteger: false) { _ in name }
            model.program.setCost(ofColumn: column, to: cost)
            return column
        }
        let dearest = 100 * whole.costs.reduce(1) { max($0, $1.magnitude) }
        var forms = parts.shared.map { _ in LinearForm() }
        missing = parts.shared.enumerated().map { place, row in
            let isMost = whole.rowUpper[row.index].isFinite
            let column = column("missing[\(place + 1)]", cost: dearest)
            forms[place].add(Term(column: Int32(column), coefficient: isMost ? -1 : 1))
            return column
        }
        for (alternative, years) in zip(parts.whole.system.alternatives, parts.whole.variables.bought) {
            var before: Int?
            for variable in years {
                let own = column(parts.whole.model.name(of: variable), most: alternative.maximum, cost: whole.costs[Int(variable.index)])
                for (place, row) in parts.shared.enumerated() {
                    for term in whole.terms(ofRow: row.index) where term.column == variable.index {
                        forms[place].add(Term(column: Int32(own), coefficient: term.coefficient))
                    }
                }
                if let before {
                    var stays = LinearForm()
                    stays.add(Term(column: Int32(before), coefficient: 1))
                    stays.add(Term(column: Int32(own), coefficient: -1))
                    _ = model.program.addRow(stays, lower: -.infinity, upper: 0, sentence: "bought stays", indices: [own])
                }
                before = own
            }
        }
        firstColumns = zip(parts.parts, proposals).enumerated().map { number, one in
            let (part, own) = one
            var all = LinearForm()
            let columns = own.enumerated().map { place, proposal in
                let column = column("proposal[\(number + 1),\(place + 1)]", cost: proposal.cost)
                all.add(Term(column: Int32(column), coefficient: 1))
                for (row, use) in zip(part.rows, proposal.uses) where use != 0 {
                    forms[row.place].add(Term(column: Int32(column), coefficient: use))
                }
                return column
            }
            _ = model.program.addRow(all, lower: 1, upper: 1, sentence: "one of its proposals", indices: [number + 1])
            return columns[0]
        }
        sharedRows = zip(parts.shared, forms).map { row, form in
            model.program.addRow(
                form, lower: whole.rowLower[row.index], upper: whole.rowUpper[row.index], sentence: "shared",
                indices: [parts.whole.model.name(of: row)])
        }
        self.model = model
    }

    /// The prices of what is shared, £k for a unit used: of the right sign, though rounding may give a free thing less than none.
    /// - Parameter solution: the model's optimum.
    public func prices(_ solution: Solution) -> [Double] {
        zip(parts.shared, sharedRows).map { row, own in
            let price = -(solution.duals?.marginalCost[own] ?? 0)
            return parts.whole.model.sides(of: row).upper.isFinite ? max(0, price) : min(0, price)
        }
    }

    /// Of each part its one proposal in the mixture; nil for a part that has several. Nil in all where the mixture does not keep to
    /// what there is.
    public func settled(_ solution: Solution) -> [BedsParts.Proposal?]? {
        guard missing.allSatisfy({ solution.values[$0] <= 1e-6 }) else { return nil }
        return zip(firstColumns, proposals).map { first, own in
            own.indices.first { solution.values[first + $0] > 1 - 1e-6 }.map { own[$0] }
        }
    }

    /// A part's program, limited to what the mixture of its proposals uses of what is shared, and to this share of what is over.
    public func limited(_ number: Int, in solution: Solution, over share: Double) -> Model<ThousandPounds> {
        let part = parts.parts[number]
        let shares = part.rows.indices.map { row in
            let place = part.rows[row].place
            let sides = parts.whole.model.sides(of: parts.shared[place])
            let over = (sides.upper.isFinite ? sides.upper : sides.lower) - solution.activity(of: sharedRows[place], in: model)
            return proposals[number].enumerated().reduce(share * over) {
                $0 + max(0, solution.values[firstColumns[number] + $1.offset]) * $1.element.uses[row]
            }
        }
        return parts.limited(part, to: shares)
    }
}
