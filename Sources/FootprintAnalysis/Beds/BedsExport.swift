// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// One case's beds program as files that other solvers read.
public struct BedsExport: ProgramExport {
    private let model: BedsModel

    /// - Parameter name: `do-nothing`, `today` (schemes only), `best`, or the name of an option of the instance.
    public init(_ loaded: Instance, configuration name: String) throws(AnalysisFailure) {
        guard let instance = loaded.viewed(as: .beds), let tables = instance.beds, let system = BedsSystem(instance) else {
            throw .instance(["footprint.yaml: the instance has no tables of the family beds. Add beds to families."])
        }
        switch name {
        case "do-nothing": model = BedsModel(system, system.doNothing)
        case "today": model = BedsModel(system, system.schemesOnly)
        case "best": model = BedsModel(system, system.free)
        default:
            guard let option = tables.options.first(where: { $0.name == name }) else {
                let known = ["best", "today", "do-nothing"] + tables.options.map(\.name)
                throw .instance([
                    "--configuration: “\(name)” is not a case of this instance. Use one of \(known.joined(separator: ", "))."
                ])
            }
            let places = Dictionary(uniqueKeysWithValues: system.pools.enumerated().map { ($1.code, $0) })
            let closures = Dictionary(uniqueKeysWithValues: option.closures.map { (places[$0.key]!, $0.value) })
            let wrong = BedsDiagnosis(system: system, closures: closures, units: [], stop: nil).plainReasons
            guard wrong.isEmpty else {
                throw .instance(wrong.map { "\(name) \($0.sentence): there is no program to write." })
            }
            model = BedsModel(system, system.option(name, closing: closures))
        }
    }

    public func mps() throws(AnalysisFailure) -> ExportFile { try .mps("beds", model.model) }

    public func lp() throws(AnalysisFailure) -> ExportFile { try .lp("beds", model.model) }

    public var mathprog: ExportFile { ExportFile(name: "beds.dat", text: BedsMathProgData(model).text) }
}
