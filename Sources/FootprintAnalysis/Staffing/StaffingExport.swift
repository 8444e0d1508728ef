// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// One option's staffing program, of the usual year by week, as files that other solvers read.
public struct StaffingExport: ProgramExport {
    private let model: StaffingModel

    /// - Parameter name: `do-nothing`, or the name of an option that `compare` prints; with `+todays-fill` after it, row 17 in
    ///   place of row 13.
    public init(_ loaded: Instance, configuration name: String) throws(AnalysisFailure) {
        let (instance, system) = try StaffingComparison.system(loaded)
        let situation = try StaffingComparison.situation(system, StaffingCalendar(system.weeks))
        let options = [.doNothing, .overtime] + StaffingComparison.options(instance)
        let suffix = "+todays-fill"
        let plain = name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
        guard let option = options.first(where: { $0.name == plain }) else {
            throw .instance([
                "--configuration: “\(name)” is not an option of staffing. Use one of \(options.map(\.name).joined(separator: ", ")), "
                    + "with \(suffix) after it for the shifts that are filled today and no others."
            ])
        }
        model = StaffingModel(situation, plain == name ? option : option.with { $0.sameFill = true })
    }

    public func mps() throws(AnalysisFailure) -> ExportFile { try .mps("staffing", model.model) }

    public func lp() throws(AnalysisFailure) -> ExportFile { try .lp("staffing", model.model) }

    public var mathprog: ExportFile {
        ExportFile(name: "staffing.dat", text: StaffingMathProgData(model.situation, model.option).text)
    }
}
