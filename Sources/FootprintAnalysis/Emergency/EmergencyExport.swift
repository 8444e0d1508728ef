// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels

/// One configuration's program as files that other solvers read.
public struct EmergencyExport: ProgramExport {
    private let family: EmergencyFamily
    private let doNothing: DoNothing
    private let problem: EmergencyProblem

    /// - Parameter configuration: `today`, a configuration's name as `compare` prints it, or the name of an option of the instance.
    public init(_ instance: Instance, levers: [String], configuration name: String) throws(AnalysisFailure) {
        family = EmergencyFamily(instance, levers: levers)
        let system = family.system
        let chosen: Configuration? =
            name == "today"
            ? system.today
            : system.configurations.first { system.name(of: $0) == name }
                ?? instance.options.first { $0.name == name }.flatMap { system.configuration($0.decisions) }
        guard let chosen else {
            let known = ["today"] + instance.options.map(\.name)
            throw .instance([
                "--configuration: “\(name)” is not a configuration of this instance. Use one of \(known.joined(separator: ", ")), "
                    + "or levels such as “\(system.name(of: system.today))”."
            ])
        }
        doNothing = try DoNothing(family)
        var problem = family.problem(chosen, doNothing: doNothing.reference).allowingWhatTodayMisses
        // Under `assigned` the program is whole only once every proposal that helps is in it.
        if problem.model.isGrowing { _ = try EmergencySolving.solve(&problem, start: nil, stop: nil) }
        self.problem = problem
    }

    public func mps() throws(AnalysisFailure) -> ExportFile { try .mps("emergency", problem.model.model) }

    public func lp() throws(AnalysisFailure) -> ExportFile { try .lp("emergency", problem.model.model) }

    public var mathprog: ExportFile {
        ExportFile(name: "emergency.dat", text: MathProgData(problem, doNothing: doNothing.reference).text)
    }
}
