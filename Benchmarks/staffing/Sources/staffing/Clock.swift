// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Processor seconds of all threads of this process so far: what the machine's other users do not change.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

/// The most memory this process has held, MiB.
func mostMemory() -> Double {
    var usage = rusage()
    // RUSAGE_SELF, which is another type on each platform.
    getrusage(__rusage_who_t(0), &usage)
    return Double(usage.ru_maxrss) / 1024
}

/// What a piece of work takes: processor and wall-clock seconds.
func timed<Result>(_ work: () throws -> Result) rethrows -> (result: Result, processor: Double, wall: Double) {
    let (before, start) = (processorSeconds(), ContinuousClock.now)
    let result = try work()
    let wall = ContinuousClock.now - start
    return (result, processorSeconds() - before, Double(wall.components.seconds) + 1e-18 * Double(wall.components.attoseconds))
}
