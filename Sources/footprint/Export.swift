// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis
import Foundation

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write one configuration's program as a file that another solver reads.",
        discussion: """
            mathprog writes the data of Models/FAMILY/FAMILY.mod; glpsol then solves it without this program:
              glpsol --nopresol -m Models/emergency/emergency.mod -d DIR/emergency.dat
              glpsol --nopresol --pcost --cuts -m Models/beds/beds.mod -d DIR/beds.dat
              glpsol --nopresol --pcost --cuts -m Models/elective/elective.mod -d DIR/elective.dat
              glpsol --nopresol -m Models/staffing/staffing.mod -d DIR/staffing.dat
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case mps, lp, mathprog }

    @OptionGroup var instance: InstanceOptions

    @Option(help: "The family to export.")
    var family: Compare.Family = .emergency

    @Option(help: "today, an option's name, or levels as compare prints them; for beds: best, today, do-nothing or an option's name; for staffing: do-nothing or an option's name; for elective: best, today, do-nothing, an option's name or hubs:…;inpatients:… as compare prints it.")
    var configuration: String = "today"

    @Option(help: "The kind of file.")
    var format: Format

    @Option(help: "The folder to write to; made when it does not exist.")
    var output: String

    func run() throws {
        let loaded = try instance.load()
        let file: ExportFile
        do throws(AnalysisFailure) {
            let export: any ProgramExport =
                switch family {
                case .emergency:
                    try EmergencyExport(loaded, levers: loaded.settings.emergency.levers, configuration: configuration)
                case .beds: try BedsExport(loaded, configuration: configuration)
                case .elective: try ElectiveExport(loaded, configuration: configuration)
                case .staffing: try StaffingExport(loaded, configuration: configuration)
                }
            switch format {
            case .mps: file = try export.mps()
            case .lp: file = try export.lp()
            case .mathprog: file = export.mathprog
            }
        } catch {
            throw error.reported()
        }
        let folder = URL(filePath: output, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: folder.appending(path: file.name))
        } catch {
            Console.complain("\(output)/\(file.name) could not be written: \(error.localizedDescription)")
            throw ExitStatus.inputOutput
        }
        try Console.answer("\(folder.appending(path: file.name).relativePath)\n")
    }
}
