// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import FootprintModels
import Foundation
import GLPKSolver
import LinearPrograms

// staffing year SYSTEM OPTION [as-one]
// staffing stages SYSTEM OPTION SCENARIOS GAP [values]
// staffing write-year SYSTEM OPTION FILE
// staffing write-together SYSTEM OPTION SCENARIOS FILE
//
// SYSTEM is an instance's folder, or GROUPSxORGANISATIONS for a made-up region of that size. Prints a line of JSON.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 3 else { fatalError("staffing year|stages|write-year|write-together SYSTEM OPTION …") }
GLPKSolver.keepFreedMemory()

func read(_ name: String) throws -> StaffingSystem {
    let sizes = name.split(separator: "x").compactMap { Int($0) }
    if sizes.count == 2 { return MadeUpRegion.system(groups: sizes[0], organisations: sizes[1]) }
    let instance = try InstanceLoader.load(folder: URL(filePath: name))
    return StaffingSystem(instance.viewed(as: .staffing)!)!
}

let system = try read(arguments[1])
let calendar = StaffingCalendar(system.weeks)
/// An option of the comparison by its name, or a ceiling of any per cent.
let option = StaffingOption.table.first { $0.name == arguments[2] } ?? .ceiling(Double(arguments[2].dropFirst("ceiling-".count))! / 100)

func year() throws -> StaffingModel { StaffingModel(try StaffingSituation(StaffingCalibration(system, calendar)), option) }

func stages(_ count: Int) throws -> StaffingTwoStages {
    let scenarios = count <= system.scenarios.count
        ? system.listedScenarios(calendar) : system.drawnScenarios(count, seed: 1, calendar)
    return StaffingTwoStages(try StaffingCalibration(system, calendar), option, scenarios)
}

var figures: [String: Double] = [:]
switch arguments[0] {
case "year":
    let made = try timed(year)
    figures["columns"] = Double(made.result.model.program.columnCount)
    figures["rows"] = Double(made.result.model.program.rowCount)
    let asOne = arguments.contains("as-one")
    let solved = try timed { try asOne ? StaffingSolving.solveAsOne(made.result) : StaffingSolving.solve(made.result) }
    if case .optimal(let solution) = solved.result { figures["cost"] = 1000 * solution.objective }
    figures["processor"] = made.processor + solved.processor
    figures["wall"] = made.wall + solved.wall
case "stages":
    var options = StaffingTwoStages.Options()
    options.findsValues = arguments.contains("values")
    // Measured here is what the lines take alone.
    options.checkedScenarios = 0
    options.gap = Double(arguments[4])!
    let solved = try timed { try stages(Int(arguments[3])!).solve(options: options) }
    if let answer = solved.result {
        figures["cost"] = answer.expectedCost
        figures["gap"] = answer.gap
        figures["rounds"] = Double(answer.rounds)
        figures["valueOfStochasticSolution"] = answer.valueOfStochasticSolution
        figures["expectedValueOfPerfectInformation"] = answer.expectedValueOfPerfectInformation
    }
    figures["processor"] = solved.processor
    figures["wall"] = solved.wall
case "write-year":
    try MPSWriter.text(of: year().model).write(toFile: arguments[3], atomically: true, encoding: .utf8)
case "write-together":
    try stages(Int(arguments[3])!).mps().text.write(toFile: arguments[4], atomically: true, encoding: .utf8)
default: fatalError("year, stages, write-year or write-together")
}
figures["memory"] = mostMemory()
let encoder = JSONEncoder()
encoder.outputFormatting = .sortedKeys
print(String(decoding: try encoder.encode(figures), as: UTF8.self))
