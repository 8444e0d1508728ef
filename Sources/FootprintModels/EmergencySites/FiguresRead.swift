// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// The figures that a piece of work read, as places in the instance's figures.
///
/// Work that did not read a figure comes out the same when only that figure changes. So sensitivity knows what need not be
/// worked out again from what was read, and not from a list that someone has to keep right.
public struct FiguresRead: Sendable {
    private let wasRead: [Bool]

    fileprivate init(_ wasRead: [Bool]) { self.wasRead = wasRead }

    public func contains(_ index: Int) -> Bool { wasRead[index] }
}

extension EmergencyNumbers {
    /// What `work` returns when it is given these numbers, and the figures it read of them. The result must not keep the
    /// numbers it was given: every later reading of those would be slow.
    func recording<Result>(_ work: (EmergencyNumbers) -> Result) -> (result: Result, reads: FiguresRead) {
        let recorder = FigureRecorder(count: figures.count)
        let result = work(recorded(by: recorder))
        return (result, recorder.reads)
    }
}

/// Notes the places of figures as they are read.
final class FigureRecorder: Sendable {
    private let wasRead: Mutex<[Bool]>

    init(count: Int) { wasRead = Mutex(Array(repeating: false, count: count)) }

    func note(_ index: Int) { wasRead.withLock { $0[index] = true } }

    var reads: FiguresRead { wasRead.withLock { FiguresRead($0) } }
}
