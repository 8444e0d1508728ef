// SPDX-License-Identifier: GPL-3.0-or-later

extension Model {
    /// The linear program that is left once every integer variable has the value it has in a solution.
    ///
    /// A program with integers has no prices: its optimum moves in jumps. This one has, and its optimum is the
    /// solution's if the solution was optimal. They say what a little more of something is worth with the decisions
    /// as they are, and nothing about decisions that would then be taken otherwise.
    public func fixingIntegers(at solution: Solution) -> Model {
        var fixed = self
        fixed.program = program.fixingIntegers(at: solution.values)
        return fixed
    }
}

extension LinearProgram {
    /// The program with every integer column fixed at the whole number nearest its value, and none left to be whole.
    package func fixingIntegers(at values: [Double]) -> LinearProgram {
        precondition(values.count == columnCount, "the solution is of another model: one value for each variable")
        var fixed = self
        for column in 0..<columnCount where isInteger[column] {
            let whole = values[column].rounded()
            fixed.setBounds(ofColumn: column, lower: whole, upper: whole)
        }
        fixed.relaxIntegers()
        return fixed
    }
}
