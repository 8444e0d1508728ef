// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis
import FootprintInstances
import FootprintModels
import Foundation
import GLPKSolver

// staffing year FOLDER|GROUPSxORGANISATIONS OPTION
let arguments = CommandLine.arguments
GLPKSolver.keepFreedMemory()

func read(_ name: String) throws -> StaffingSystem {
    let sizes = name.split(separator: "x").compactMap { Int($0) }
    if sizes.count == 2 { return MadeUpRegion.system(groups: sizes[0], organisations: sizes[1]) }
    let instance = try InstanceLoader.load(folder: URL(filePath: name))
    return StaffingSystem(instance.viewed(as: .staffing)!)!
}

let system = try read(arguments[2])
let calendar = StaffingCalendar(system.weeks)
let option = StaffingOption.table.first { $0.name == arguments[3] }!
switch arguments[1] {
case "year":
    let made = try timed { StaffingModel(try StaffingSituation(StaffingCalibration(system, calendar)), option) }
    let model = made.result
    print("columns", model.model.program.columnCount, "rows", model.model.program.rowCount)
    print("built: processor \(made.processor), wall \(made.wall)")
    for asOne in arguments.count > 4 ? [false] : [false, true] {
        let solved = try timed { try asOne ? StaffingSolving.solveAsOne(model) : StaffingSolving.solve(model) }
        if case .optimal(let solution) = solved.result {
            print(asOne ? "as one" : "blocks", "cost", 1000 * solution.objective, "processor", solved.processor, "wall", solved.wall)
        } else {
            print("\(solved.result)".prefix(40))
        }
    }
case "stages":
    let count = Int(arguments[4])!
    let calibration = try StaffingCalibration(system, calendar)
    let scenarios = count <= system.scenarios.count
        ? system.listedScenarios(calendar) : system.drawnScenarios(count, seed: 1, calendar)
    var options = StaffingTwoStages.Options()
    options.findsValues = arguments.contains("values")
    if !arguments.contains("check") { options.checkedScenarios = 0 }
    if let gap = arguments.last.flatMap(Double.init), gap < 1 { options.gap = gap }
    let solved = try timed { try StaffingTwoStages(calibration, option, scenarios).solve(options: options) }
    if let answer = solved.result {
        print("expected", answer.expectedCost, "gap", answer.gap, "rounds", answer.rounds, "vss", answer.valueOfStochasticSolution ?? .nan,
            "evpi", answer.expectedValueOfPerfectInformation ?? .nan)
    } else { print("no answer") }
    print("processor", solved.processor, "wall", solved.wall)
default: fatalError("year or stages")
}
print("memory", mostMemory())
