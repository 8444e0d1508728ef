// SPDX-License-Identifier: GPL-3.0-or-later

/// The end of the time that several solves share.
struct Deadline {
    private let end: ContinuousClock.Instant?

    /// - Parameter seconds: nil for no end. More than a year is none, because the clock could not hold it; what is no
    ///   time at all, or not a number, is over at once.
    init(after seconds: Double?) {
        end = seconds.flatMap { seconds in
            if seconds >= 3e7 { return nil }
            return ContinuousClock.now + .seconds(seconds > 0 ? seconds : 0)
        }
    }

    /// Zero or less where the time is over; nil where there is no end.
    var secondsLeft: Double? {
        guard let end else { return nil }
        let (seconds, attoseconds) = (end - ContinuousClock.now).components
        return Double(seconds) + 1e-18 * Double(attoseconds)
    }

    /// The options with what is left of the time for their limit; nil where nothing is.
    func limiting(_ options: SolveOptions) -> SolveOptions? {
        guard let left = secondsLeft else { return options }
        guard left > 0 else { return nil }
        var limited = options
        limited.timeLimit = left
        return limited
    }
}
