// SPDX-License-Identifier: GPL-3.0-or-later

/// One case's program of a family as files that other solvers read.
public protocol ProgramExport {
    /// - Throws: `.instance` where the program breaks the format's rules.
    func mps() throws(AnalysisFailure) -> ExportFile
    /// - Throws: `.instance` where the program breaks the format's rules.
    func lp() throws(AnalysisFailure) -> ExportFile
    /// The data of the family's MathProg twin.
    var mathprog: ExportFile { get }
}
