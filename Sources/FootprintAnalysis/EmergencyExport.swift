// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import FootprintModels
import LinearPrograms

/// One configuration's program as files that other solvers read.
public struct EmergencyExport {
    /// A file to write: its name and what it says.
    public struct File {
        public let name: String
        public let text: String
    }

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

    public func mps() throws(AnalysisFailure) -> File {
        File(name: "emergency.mps", text: try written { () throws(InvalidModel) in try MPSWriter.text(of: problem.model.model) })
    }

    public func lp() throws(AnalysisFailure) -> File {
        File(name: "emergency.lp", text: try written { () throws(InvalidModel) in try LPWriter.text(of: problem.model.model) })
    }

    private func written(_ text: () throws(InvalidModel) -> String) throws(AnalysisFailure) -> String {
        do throws(InvalidModel) { return try text() } catch { throw .instance(error.faults.map { "\($0)" }) }
    }

    public var mathprog: File {
        File(name: "emergency.dat", text: MathProgData(problem, doNothing: doNothing.reference).text)
    }
}
