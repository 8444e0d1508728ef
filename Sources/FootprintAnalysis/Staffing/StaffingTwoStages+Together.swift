// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension StaffingTwoStages {
    /// The program of all scenarios together (its extensive form), £k: what any solver of linear programs can be given in place of lines.
    func together(risk: TwoStageRisk? = nil, stop: StopSignal? = nil) throws(AnalysisFailure) -> LinearProgram {
        var options = Options()
        options.findsValues = false
        let programs = try StaffingStages(self, options: options, asOne: true, stop: stop)
        var program = programs.parts[0].stages.extensive(risk: risk).program
        program.objectiveConstant = programs.constant
        return program
    }

    /// The same as a file that other solvers read.
    public func mps() throws(AnalysisFailure) -> ExportFile { try .mps("staffing-\(scenarios.count)-scenarios", together()) }
}
