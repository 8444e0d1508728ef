// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// One case's program of planned care, zone by zone, as files that other solvers read.
public struct ElectiveExport: ProgramExport {
    private let system: ElectiveSystem
    private let situation: ElectiveCase

    /// - Parameter name: `do-nothing`, `today`, `today-levers-in-full`, `best` (everything free), an option of the instance, or
    ///   `hubs:CODE+…;inpatients:CODE+…` as `compare` prints it. Capital is limited as if doing nothing built nothing.
    public init(_ loaded: Instance, configuration name: String) throws(AnalysisFailure) {
        let (instance, tables, system) = try ElectiveComparison.system(loaded)
        let levers = Set(instance.settings.elective.levers)
        self.system = system
        if name == "do-nothing" {
            situation = system.doNothing
            return
        }
        if name == "best" {
            situation = system.free(levers: levers)
            return
        }
        if let option = tables.options.first(where: { $0.name == name }) {
            situation = system.option(option, levers: levers)
            return
        }
        let rows = ElectiveRows(system, [], levers: levers, capitalOfDoNothing: 0, most: 0)
        let names = ElectiveNames(system)
        if let (hubs, centres) = names.sets(named: name) {
            situation = system.configuration(name, hubs: hubs, centres: centres, levers: levers)
            return
        }
        guard let row = rows.rows.first(where: { $0.name == name }) else {
            let known = ["do-nothing", "today", "today-levers-in-full", "best"] + tables.options.map(\.name)
            throw .instance([
                "--configuration: “\(name)” is not a case of this instance. Use one of \(known.joined(separator: ", ")), or a "
                    + "configuration as compare prints it, such as \(names.ofAll)."
            ])
        }
        situation = row.situation
    }

    private var model: ElectiveModel { ElectiveModel(system, situation) }

    public func mps() throws(AnalysisFailure) -> ExportFile { try .mps("elective", model.model) }

    public func lp() throws(AnalysisFailure) -> ExportFile { try .lp("elective", model.model) }

    public var mathprog: ExportFile {
        ExportFile(name: "elective.dat", text: ElectiveMathProgData(system, situation).text)
    }
}
