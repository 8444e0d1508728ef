// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintInstances
import Foundation

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a commented instance to fill in: every table with a row of each kind, made up and marked so.")

    @Argument(help: "The folder to make. It must not exist, or be empty.")
    var folder: String

    @Option(help: "What the instance is called.")
    var title = "A new footprint"

    func run() throws {
        do throws(Fault) {
            try InstanceTemplate.write(to: URL(filePath: folder), title: title)
        } catch {
            Console.complain(error.description)
            throw ExitStatus.inputOutput
        }
        try Console.answer(
            "\(folder): a made-up instance that passes `footprint check \(folder)`. Put your own figures in its tables, one at a time.\n")
    }
}
