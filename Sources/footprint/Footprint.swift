// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis

@main
struct Footprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "footprint",
        abstract: "Which buildings and services a health system can do without, what that saves, and why the rest cannot go.",
        version: footprintVersion,
        subcommands: [Check.self, Compare.self, Export.self, New.self])
}
