// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// A file to write: its name and what it says.
public struct ExportFile: Sendable {
    /// The name, without a folder.
    public let name: String
    /// The whole of it.
    public let text: String
}

extension ExportFile {
    /// A program in MPS.
    static func mps<Objective>(_ name: String, _ model: Model<Objective>) throws(AnalysisFailure) -> ExportFile {
        try mps(name, model.program)
    }

    static func mps(_ name: String, _ program: LinearProgram) throws(AnalysisFailure) -> ExportFile {
        do throws(InvalidModel) { return ExportFile(name: "\(name).mps", text: try MPSWriter.text(of: program)) } catch {
            throw .instance(error.faults.map { "\($0)" })
        }
    }

    /// A program in CPLEX LP.
    static func lp<Objective>(_ name: String, _ model: Model<Objective>) throws(AnalysisFailure) -> ExportFile {
        do throws(InvalidModel) { return ExportFile(name: "\(name).lp", text: try LPWriter.text(of: model)) } catch {
            throw .instance(error.faults.map { "\($0)" })
        }
    }
}
