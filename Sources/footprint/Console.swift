// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Dispatch
import FootprintAnalysis
import Foundation
import Synchronization

/// Standard output for the answer; standard error for everything else.
enum Console {
    static func answer(_ text: String) throws { try answer(Data(text.utf8)) }

    static func answer(_ data: Data) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            complain("the answer could not be written: \(error.localizedDescription)")
            throw ExitStatus.inputOutput
        }
    }

    static func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}

/// A line of progress on a terminal, once a run has taken more than a second; nothing anywhere else.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let started = Date()
    private let last = Mutex<Date>(.distantPast)

    init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) == 1 }

    func update(_ done: Int, of total: Int, _ what: String) {
        guard isShown, Date().timeIntervalSince(started) > 1 else { return }
        let isDue = last.withLock { last in
            guard Date().timeIntervalSince(last) > 0.1 || done == total else { return false }
            last = Date()
            return true
        }
        if isDue { write("\r\(done) of \(total) \(what) (Ctrl-C stops with the best so far)\u{1B}[K") }
    }

    func finish() {
        if last.withLock({ $0 > .distantPast }) { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}

/// Makes Ctrl-C ask the run to stop with the best it has, in place of ending the program.
final class InterruptWatch {
    private let source: any DispatchSourceSignal

    init(_ stop: StopSignal) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { stop.cancel() }
        source.resume()
    }
}
