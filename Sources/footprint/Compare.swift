// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis
import FootprintInstances
import FootprintReports
import Foundation
import GLPKSolver

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Solve every configuration, rank them by yearly saving, and say why the others fail.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }
    enum Family: String, ExpressibleByArgument, CaseIterable { case emergency, beds }

    @OptionGroup var instance: InstanceOptions

    @Option(help: "The family to compare; the instance's defaultFamily unless given.")
    var family: Family?

    @Option(help: "How the answer is written.")
    var format: Format = .text

    @Option(help: "Threads. The answer does not depend on it.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "Seconds after which to stop with the best so far.")
    var timeLimit: Double?

    @Option(help: "Rows to show.")
    var top: Int = 20

    @Flag(help: "Show every configuration's beds, flows and money, not the winner's only.")
    var details = false

    @Flag(name: .customLong("no-sensitivity"), help: "Leave out which assumed figures the winner hangs on.")
    var noSensitivity = false

    @Flag(help: "No progress on standard error.")
    var quiet = false

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if top < 1 { throw ValidationError("--top must be at least 1.") }
        if family == .beds, format == .csv { throw ValidationError("--format csv is of the family emergency alone: use text or json.") }
        if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit must be more than zero seconds.") }
    }

    func run() throws {
        GLPKSolver.keepFreedMemory()
        let loaded = try instance.load()
        if family == .beds { return try compareBeds(loaded) }
        guard family != nil || loaded.settings.defaultFamily == "emergency" else {
            Console.complain(
                "footprint.yaml: defaultFamily “\(loaded.settings.defaultFamily)” cannot be compared yet. Use emergency, or --family emergency.")
            throw ExitStatus.badInstance
        }
        let stop = StopSignal(timeLimit: timeLimit)
        let watch = InterruptWatch(stop)
        let line = ProgressLine(quiet: quiet)
        let comparison = EmergencyComparison(
            loaded,
            options: .init(
                levers: loaded.settings.emergency.levers, jobs: jobs, findsSensitivity: !noSensitivity))
        let appraisal: Appraisal
        do throws(AnalysisFailure) {
            appraisal = try comparison.run(stop: stop) { line.update($0, of: $1, $2) }
        } catch {
            line.finish()
            throw error.reported()
        }
        line.finish()
        withExtendedLifetime(watch) {}
        switch format {
        case .text: try Console.answer(ComparisonText(appraisal, top: top, showsDetails: details).text)
        case .json: try Console.answer(ComparisonJSON.data([appraisal]))
        case .csv: try Console.answer(ComparisonCSV.text(appraisal))
        }
        if appraisal.stopped != nil { throw ExitStatus.stopped }
        if appraisal.winner == nil { throw ExitStatus.nothingFeasible }
    }

    private func compareBeds(_ loaded: Instance) throws {
        let stop = StopSignal(timeLimit: timeLimit)
        let watch = InterruptWatch(stop)
        let line = ProgressLine(quiet: quiet)
        let appraisal: BedsAppraisal
        do throws(AnalysisFailure) {
            appraisal = try BedsComparison(loaded).run(stop: stop) { line.update($0, of: $1, $2) }
        } catch {
            line.finish()
            throw error.reported()
        }
        line.finish()
        withExtendedLifetime(watch) {}
        switch format {
        case .json: try Console.answer(BedsJSON.data(appraisal))
        case .text, .csv: try Console.answer(BedsText(appraisal).text)
        }
        if appraisal.stopped != nil { throw ExitStatus.stopped }
        if appraisal.winner == nil { throw ExitStatus.nothingFeasible }
    }
}
