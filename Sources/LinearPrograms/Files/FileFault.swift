// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing wrong with a model file, and what would be right.
public struct FileFault: Sendable, Hashable, CustomStringConvertible {
    /// The file as the caller called it.
    public let file: String
    /// The line, from 1, as a text editor counts.
    public let line: Int
    /// The character of the line, from 1. What is missing is missed at the end of the line or of the file.
    public let column: Int
    /// What is wrong.
    public let fault: String
    /// What would be right.
    public let fix: String

    /// A fault at a place of a file; line and column count from 1.
    public init(file: String, line: Int, column: Int, fault: String, fix: String) {
        self.file = file
        self.line = line
        self.column = column
        self.fault = fault
        self.fix = fix
    }

    /// One line: `plan.mps, line 4, column 15: “1.2.3” is not a number. Write one such as -1.5 or 2e6.`
    public var description: String { "\(file), line \(line), column \(column): \(fault) \(fix)" }
}

/// Why a model file was refused: its faults in the order of the file, the first ``most`` of them.
public struct FileFaults: Error, Sendable, CustomStringConvertible {
    /// How many faults are told before a reader gives up.
    public static let most = 50

    /// At least one, in the order of the file.
    public let faults: [FileFault]
    /// Whether the reader stopped looking, because there were ``most``.
    public let mayBeMore: Bool

    /// One line per fault.
    public var description: String {
        let lines = faults.map(\.description) + (mayBeMore ? ["There may be more: these are the first \(Self.most)."] : [])
        return lines.joined(separator: "\n")
    }
}

/// Thrown inside the readers when the file cannot be read on; the faults are in the log by then.
struct ReadingStopped: Error {}

/// What a reader has found wrong so far, by place in the bytes. Lines are counted only when somebody asks: a file
/// without faults pays nothing.
struct FaultLog {
    private var entries: [(offset: Int, fault: String, fix: String)] = []

    var isEmpty: Bool { entries.isEmpty }
    /// Where the earliest fault is.
    var firstOffset: Int? { entries.map(\.offset).min() }

    mutating func add(_ offset: Int, _ fault: String, _ fix: String) throws(ReadingStopped) {
        entries.append((offset, fault, fix))
        if entries.count >= FileFaults.most { throw ReadingStopped() }
    }

    func faults(in text: FileText, named file: String) -> FileFaults {
        let sorted = entries.enumerated()
            .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
        var faults: [FileFault] = []
        var line = 1
        var lineStart = 0
        var place = 0
        for entry in sorted {
            while place < min(entry.offset, text.count) {
                if text[place] == Byte.newline {
                    line += 1
                    lineStart = place + 1
                }
                place += 1
            }
            faults.append(
                FileFault(
                    file: file, line: line, column: 1 + text.characters(from: lineStart, to: entry.offset),
                    fault: entry.fault, fix: entry.fix))
        }
        return FileFaults(faults: faults, mayBeMore: entries.count >= FileFaults.most)
    }
}
