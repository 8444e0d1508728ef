// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FootprintAnalysis

extension AnalysisFailure {
    /// Says what happened on standard error, and gives the exit code.
    func reported() -> ExitCode {
        switch self {
        case .instance(let sentences):
            Console.complain(sentences.joined(separator: "\n"))
            return ExitStatus.badInstance
        case .solver(let sentence):
            Console.complain("The solver failed: \(sentence)")
            return ExitStatus.solverFailure
        case .stopped:
            Console.complain("Stopped before there was an answer.")
            return ExitStatus.stopped
        }
    }
}
