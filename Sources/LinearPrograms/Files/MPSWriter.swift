// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a program in free MPS, which every solver reads: `glpsol --freemps FILE`.
///
/// Numbers are written so that they read back as the same doubles. MPS only minimises, and glpsol refuses the section
/// by which other readers are told otherwise: a maximised objective is written with its signs turned, under the name
/// `negated_objective`, so that every reader finds the same decisions.
public enum MPSWriter {
    /// The file's text; the same program always gives the same.
    public static func text<Objective>(of model: Model<Objective>) throws(InvalidModel) -> String {
        try text(of: model.program)
    }

    /// The file's text; the same program always gives the same.
    public static func text(of program: LinearProgram) throws(InvalidModel) -> String {
        let form = try FileForm(program)
        let isNegated = program.direction == .maximise
        let sign = isNegated ? -1.0 : 1.0
        let objective = isNegated ? "negated_objective" : "objective"
        var text = form.legend(mark: "*")
        if isNegated { text += "* \(LegendWords.maximised)\n" }
        text += "NAME model\nROWS\n N \(objective)\n"
        for (row, fileRows) in form.fileRows.enumerated() {
            if fileRows.isEmpty { text += " N r\(row + 1)\n" }
            for place in fileRows {
                let letter =
                    switch form.rows[place].sense {
                    case .atMost: "L"
                    case .atLeast: "G"
                    case .equal: "E"
                    }
                text += " \(letter) \(form.rows[place].name)\n"
            }
        }
        writeColumns(form, objective, sign, to: &text)
        text += "RHS\n"
        for row in form.rows where row.side != 0 { text += " RHS \(row.name) \(row.side)\n" }
        writeBounds(form, to: &text)
        text += "ENDATA\n"
        return text
    }

    private static func writeColumns(
        _ form: FileForm, _ objective: String, _ sign: Double, to text: inout String
    ) {
        let program = form.program
        let matrix = program.columnForm
        var isInIntegers = false
        var markers = 0
        func mark(_ integers: Bool) {
            guard integers != isInIntegers else { return }
            isInIntegers = integers
            markers += 1
            text += " M\(markers) 'MARKER' '\(integers ? "INTORG" : "INTEND")'\n"
        }
        text += "COLUMNS\n"
        for column in 0..<program.columnCount {
            mark(program.isInteger[column])
            let entries = Int(matrix.starts[column])..<Int(matrix.starts[column + 1])
            let rows = entries.flatMap { place in
                let row = Int(matrix.rows[place])
                let names = form.fileRows[row - 1].map { form.rows[$0].name }
                return (names.isEmpty ? ["r\(row)"] : names).map { ($0, matrix.coefficients[place]) }
            }
            // A column must be mentioned to exist.
            if program.costs[column] != 0 || rows.isEmpty {
                text += " x\(column + 1) \(objective) \(signed(program.costs[column], sign))\n"
            }
            for (name, coefficient) in rows { text += " x\(column + 1) \(name) \(coefficient)\n" }
        }
        mark(false)
        if form.hasConstant {
            text += " \(FileForm.constantName) \(objective) \(signed(program.objectiveConstant, sign))\n"
        }
    }

    // Zero stays zero: -0.0 is a number nobody wrote.
    private static func signed(_ number: Double, _ sign: Double) -> Double { number == 0 ? 0 : sign * number }

    private static func writeBounds(_ form: FileForm, to text: inout String) {
        let program = form.program
        text += "BOUNDS\n"
        for column in 0..<program.columnCount {
            let name = "x\(column + 1)"
            let lower = program.columnLower[column]
            let upper = program.columnUpper[column]
            if lower == upper {
                text += " FX BOUND \(name) \(lower)\n"
            } else if lower.isInfinite, upper.isInfinite {
                text += " FR BOUND \(name)\n"
            } else {
                // Whatever a reader might choose for itself is written: some take zero for −∞ below a negative upper
                // bound, and an integer without bounds for a binary one.
                if lower.isInfinite {
                    text += " MI BOUND \(name)\n"
                } else if lower != 0 || program.isInteger[column] {
                    text += " LO BOUND \(name) \(lower)\n"
                }
                if upper.isFinite {
                    text += " UP BOUND \(name) \(upper)\n"
                } else if program.isInteger[column] {
                    text += " PL BOUND \(name)\n"
                }
            }
        }
        if form.hasConstant { text += " FX BOUND \(FileForm.constantName) 1\n" }
    }
}
