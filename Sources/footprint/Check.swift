// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis
import FootprintReports

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Load and validate an instance; show what it rests on and how it is calibrated.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var instance: InstanceOptions

    @Flag(help: "Look over the program of do-nothing as well: ranges, empty and duplicate rows, and the like.")
    var model = false

    @Option(help: "How the answer is written.")
    var format: Format = .text

    func run() throws {
        let loaded = try instance.load()
        let check: InstanceCheck
        do throws(AnalysisFailure) {
            check = try InstanceCheck(loaded, lintsModel: model)
        } catch {
            throw error.reported()
        }
        switch format {
        case .text: try Console.answer(CheckReport.text(check))
        case .json: try Console.answer(CheckReport.json(check))
        }
    }
}
