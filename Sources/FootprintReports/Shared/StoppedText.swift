// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintAnalysis

/// That a comparison was stopped before the end, and what can still be said.
enum StoppedText {
    /// No lines for one that was not.
    /// - Parameter bound: £: no answer has a larger net present value; nil where that is not known.
    static func lines(_ stopped: Appraisal.StopReason?, answered: Int, of count: Int, bound: Double?) -> [String] {
        guard let stopped else { return [] }
        let most = bound.map { " No answer can have a net present value above \(Words.pounds($0))." } ?? ""
        return wrapped("\(why(stopped)): \(answered) of \(count) programs answered. The best found is not proven best.\(most)")
    }

    /// Of a row that was solved to the end.
    /// - Parameter others: whether there are rows that were not.
    static func proven(others: Bool) -> String {
        others ? "This row itself was solved to the end; those that were not may be better." : "Solved to proven optimality."
    }

    static func why(_ stopped: Appraisal.StopReason) -> String {
        stopped == .cancelled ? "Stopped by Ctrl-C" : "Stopped at the time limit"
    }
}
