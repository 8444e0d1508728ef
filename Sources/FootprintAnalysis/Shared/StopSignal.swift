// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Synchronization

/// Asks a long run to end with the best it has: by Ctrl-C, or because its time is up.
public final class StopSignal: Sendable {
    private let cancelled = Atomic<Bool>(false)
    private let deadline: Date?

    /// - Parameter timeLimit: seconds from now; nil for no limit.
    public init(timeLimit: Double? = nil) { deadline = timeLimit.map { Date(timeIntervalSinceNow: $0) } }

    /// Safe to call from a signal handler: it stores one flag.
    public func cancel() { cancelled.store(true, ordering: .relaxed) }

    public var reason: Appraisal.StopReason? {
        if cancelled.load(ordering: .relaxed) { return .cancelled }
        if let deadline, Date() >= deadline { return .timeLimit }
        return nil
    }
}
