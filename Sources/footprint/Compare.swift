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
    enum Family: String, ExpressibleByArgument, CaseIterable { case emergency, beds, elective, staffing }

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

    @Flag(help: "Show every configuration's beds, flows and money, not the winner's only; of planned care also how tight its program is.")
    var details = false

    @Flag(name: .customLong("no-sensitivity"), help: "Leave out which assumed figures the winner hangs on.")
    var noSensitivity = false

    @Flag(help: "Planned care: go on until the best row is proven best. Without it, a row that takes long ends with the gap it has.")
    var exact = false

    @OptionGroup(title: "Staffing")
    var staffing: StaffingOptions

    @Flag(help: "No progress on standard error.")
    var quiet = false

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if top < 1 { throw ValidationError("--top must be at least 1.") }
        if let timeLimit, !(timeLimit > 0) { throw ValidationError("--time-limit must be more than zero seconds.") }
    }

    func run() throws {
        GLPKSolver.keepFreedMemory()
        let loaded = try instance.load()
        let family = try family ?? Self.defaultFamily(of: loaded)
        if family != .staffing, let given = staffing.given.first {
            throw ValidationError("\(given) is of the family staffing alone.")
        }
        if family != .elective, exact { throw ValidationError("--exact is of the family elective alone.") }
        switch family {
        case .emergency:
            let options = EmergencyComparison.Options(
                levers: loaded.settings.emergency.levers, jobs: jobs, findsSensitivity: !noSensitivity)
            let appraisal = try found { (stop, progress) throws(AnalysisFailure) in
                try EmergencyComparison(loaded, options: options).run(stop: stop, progress: progress)
            }
            switch format {
            case .text: try Console.answer(ComparisonText(appraisal, top: top, showsDetails: details).text)
            case .json: try Console.answer(ComparisonJSON.data([appraisal]))
            case .csv: try Console.answer(ComparisonCSV.text(appraisal))
            }
            try Self.end(stopped: appraisal.stopped, hasWinner: appraisal.winner != nil)
        case .beds:
            let appraisal = try found { (stop, progress) throws(AnalysisFailure) in
                try BedsComparison(loaded, options: .init(jobs: jobs, findsSensitivity: !noSensitivity)).run(stop: stop, progress: progress)
            }
            switch format {
            case .text: try Console.answer(BedsText(appraisal).text)
            case .json: try Console.answer(ComparisonJSON.data([appraisal]))
            case .csv: try Console.answer(BedsCSV.text(appraisal))
            }
            try Self.end(stopped: appraisal.stopped, hasWinner: appraisal.winner != nil)
        case .elective:
            let options = ElectiveComparison.Options(jobs: jobs, findsRootGaps: details, isExact: exact)
            let appraisal = try found { (stop, progress) throws(AnalysisFailure) in
                try ElectiveComparison(loaded, options: options).run(stop: stop, progress: progress)
            }
            switch format {
            case .text: try Console.answer(ElectiveText(appraisal, top: top, showsDetails: details).text)
            case .json: try Console.answer(ComparisonJSON.data([appraisal]))
            case .csv: try Console.answer(ElectiveCSV.text(appraisal))
            }
            try Self.end(stopped: appraisal.stopped, hasWinner: appraisal.winner != nil)
        case .staffing:
            let options = staffing.comparison(jobs: jobs, findsSensitivity: !noSensitivity)
            let appraisal = try found { (stop, progress) throws(AnalysisFailure) in
                try StaffingComparison(loaded, options: options).run(stop: stop, progress: progress)
            }
            switch format {
            case .text: try Console.answer(StaffingText(appraisal, showsDetails: details).text)
            case .json: try Console.answer(ComparisonJSON.data([appraisal]))
            case .csv: try Console.answer(StaffingCSV.text(appraisal))
            }
            try Self.end(stopped: appraisal.stopped, hasWinner: appraisal.winner != nil)
        }
    }

    private static func defaultFamily(of instance: Instance) throws -> Family {
        let name = instance.settings.defaultFamily
        if let family = Family(rawValue: name) { return family }
        Console.complain(
            "footprint.yaml: defaultFamily “\(name)” cannot be compared yet. Use emergency, or --family emergency.")
        throw ExitStatus.badInstance
    }

    /// Runs a comparison with progress on the terminal, listening for Ctrl-C and the time limit.
    private func found<Found>(
        _ comparison: (StopSignal, @escaping @Sendable (Int, Int, String) -> Void) throws(AnalysisFailure) -> Found
    ) throws -> Found {
        let stop = StopSignal(timeLimit: timeLimit)
        let watch = InterruptWatch(stop)
        let line = ProgressLine(quiet: quiet)
        defer {
            line.finish()
            withExtendedLifetime(watch) {}
        }
        do throws(AnalysisFailure) {
            return try comparison(stop) { line.update($0, of: $1, $2) }
        } catch {
            line.finish()
            throw error.reported()
        }
    }

    private static func end(stopped: Appraisal.StopReason?, hasWinner: Bool) throws {
        if stopped != nil { throw ExitStatus.stopped }
        if !hasWinner { throw ExitStatus.nothingFeasible }
    }
}
