// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a program in the LP format of CPLEX, which people can read: `glpsol --lp FILE`.
///
/// Numbers are written so that they read back as the same doubles.
public enum LPWriter {
    /// The file's text; the same program always gives the same.
    public static func text<Objective>(of model: Model<Objective>) throws(InvalidModel) -> String {
        try text(of: model.program)
    }

    /// The file's text; the same program always gives the same.
    public static func text(of program: LinearProgram) throws(InvalidModel) -> String {
        let form = try FileForm(program)
        var text = form.legend(mark: "\\")
        for row in 0..<program.rowCount where form.fileRows[row].isEmpty {
            text += "\\ r\(row + 1)\(LegendWords.asksNothing)"
            for entry in program.terms(ofRow: row) {
                text += " \(signed(entry.coefficient)) x\(entry.column + 1)"
            }
            text += "\n"
        }
        text += program.direction == .minimise ? "Minimize\n" : "Maximize\n"
        text += "objective:\n"
        // Every variable, so that those without a cost keep their places.
        for column in 0..<program.columnCount { text += term(program.costs[column], column) }
        if form.hasConstant { text += signed(program.objectiveConstant) + " \(FileForm.constantName)\n" }
        text += "Subject To\n"
        for row in form.rows {
            text += "\(row.name):\n"
            let terms = program.terms(ofRow: row.row)
            for entry in terms { text += term(entry.coefficient, Int(entry.column)) }
            if terms.isEmpty { text += "+ 0 \(program.columnCount > 0 ? "x1" : FileForm.constantName)\n" }
            let sense =
                switch row.sense {
                case .atMost: "<="
                case .atLeast: ">="
                case .equal: "="
                }
            text += "\(sense) \(row.side)\n"
        }
        text += "Bounds\n"
        for column in 0..<program.columnCount { text += bounds(of: column, program) }
        if form.hasConstant { text += "\(FileForm.constantName) = 1\n" }
        if program.hasIntegers {
            text += "Generals\n"
            for column in 0..<program.columnCount where program.isInteger[column] { text += "x\(column + 1)\n" }
        }
        return text + "End\n"
    }

    private static func term(_ coefficient: Double, _ column: Int) -> String {
        "\(signed(coefficient)) x\(column + 1)\n"
    }

    private static func signed(_ number: Double) -> String {
        number < 0 ? "- \(-number)" : "+ \(number.magnitude)"
    }

    /// Both bounds in full: left out, the lower one is zero, whatever the upper.
    private static func bounds(of column: Int, _ program: LinearProgram) -> String {
        let name = "x\(column + 1)"
        let lower = program.columnLower[column]
        let upper = program.columnUpper[column]
        if lower == upper { return "\(name) = \(lower)\n" }
        if lower.isInfinite, upper.isInfinite { return "\(name) free\n" }
        if upper.isInfinite { return "\(name) >= \(lower)\n" }
        return "\(lower.isInfinite ? "-inf" : "\(lower)") <= \(name) <= \(upper)\n"
    }
}
