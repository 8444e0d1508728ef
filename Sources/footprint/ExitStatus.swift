// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser

/// The exit codes that others script against.
enum ExitStatus {
    static let nothingFeasible = ExitCode(1)
    static let badInstance = ExitCode(65)
    static let solverFailure = ExitCode(70)
    static let inputOutput = ExitCode(74)
    static let stopped = ExitCode(75)
}
