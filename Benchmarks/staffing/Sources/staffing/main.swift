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
let made = try timed { StaffingModel(try StaffingSituation(StaffingCalibration(system, calendar)), option) }
let model = made.result
print("columns", model.model.program.columnCount, "rows", model.model.program.rowCount, "working time", model.rows.workingTime.count)
print("built: processor \(made.processor), wall \(made.wall)")
for asOne in arguments.count > 4 ? [false] : [false, true] {
    let solved = try timed { try asOne ? StaffingSolving.solveAsOne(model) : StaffingSolving.solve(model) }
    if case .optimal(let solution) = solved.result {
        print(asOne ? "as one" : "blocks", "cost", 1000 * solution.objective, "processor", solved.processor, "wall", solved.wall)
    } else {
        print("\(solved.result)".prefix(40))
    }
}
print("memory", mostMemory())
