// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

// Loads and validates a folder several times; prints the median seconds and the number of zones.
let folder = URL(filePath: CommandLine.arguments[1])
let runs = Int(CommandLine.arguments[2])!
var seconds: [Double] = []
var zones = 0
for _ in 0..<runs {
    let clock = ContinuousClock()
    let start = clock.now
    zones = try InstanceLoader.load(folder: folder).zones.count
    let taken = (clock.now - start).components
    seconds.append(Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
}
print(seconds.sorted()[runs / 2], zones)
