// SPDX-License-Identifier: GPL-3.0-or-later

/// The end of the time that several solves share.
struct Deadline {
    private let end: ContinuousClock.Instant?

    /// - Parameter seconds: nil for no end. More than a year is none: the clock could not hold it.
    init(after seconds: Double?) {
        end = seconds.flatMap { $0 < 3e7 ? ContinuousClock.now + .seconds($0) : nil }
    }

    /// The options with what is left of the time for their limit; nil where nothing is.
    func limiting(_ options: SolveOptions) -> SolveOptions? {
        guard let end else { return options }
        let (seconds, attoseconds) = (end - ContinuousClock.now).components
        let left = Double(seconds) + 1e-18 * Double(attoseconds)
        guard left > 0 else { return nil }
        var limited = options
        limited.timeLimit = left
        return limited
    }
}
