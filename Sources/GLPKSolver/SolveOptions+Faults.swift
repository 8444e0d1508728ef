// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension SolveOptions {
    /// What in the options cannot be honoured for this program, all at once.
    func faults(for program: LinearProgram) -> [ModelFault] {
        var faults: [ModelFault] = []
        func refuse(_ subject: String, _ sentence: String) {
            faults.append(ModelFault(subject: subject, sentence: sentence))
        }
        func check(_ subject: String, count: Int?) {
            if let count, count <= 0 {
                refuse(subject, "\(count) is too few; give more than zero, or nil for no limit")
            }
        }
        if let timeLimit, !(timeLimit > 0) {
            refuse(
                "time limit", "\(timeLimit) s is no time to solve in; give more than zero, or nil for no limit")
        }
        check("iteration limit", count: iterationLimit)
        if !(relativeGap >= 0 && relativeGap <= 1) {
            refuse("relative gap", "\(relativeGap) is not a share; give a number from 0 to 1, such as 0.01 for 1%")
        }
        if let memoryLimit, !(1...Int(Int32.max)).contains(memoryLimit) {
            refuse("memory limit", "\(memoryLimit) MiB cannot be set; give more than zero, or nil for no limit")
        }
        if !(absoluteGap >= 0 && absoluteGap < .infinity) {
            refuse(
                "absolute gap",
                "\(absoluteGap) is not a distance; give zero or more, in units of the objective, and zero for none")
        }
        check("node limit", count: nodeLimit)
        check("solution limit", count: solutionLimit)
        if let cutoff, !cutoff.isFinite {
            refuse("cutoff", "\(cutoff) is no objective to be better than; give a number, or nil for none")
        }
        if program.hasIntegers, isExact {
            refuse(
                "exact arithmetic",
                "GLPK has it for linear programs alone, and this model has integers; solve it, then give "
                    + "fixingIntegers(at:) of the solution to the exact solve")
        }
        if program.hasIntegers, findsRanges {
            refuse(
                "ranges",
                "a model with integers has none; solve it, then ask for those of fixingIntegers(at:) of the solution")
        }
        return faults
    }
}
