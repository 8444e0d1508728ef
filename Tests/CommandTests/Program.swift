// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The built program, run as a process.
enum Program {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func instance(_ name: String) -> String {
        root.appending(path: ["tiny-instance", "worked-elective"].contains(name) ? "Tests/Fixtures/\(name)" : "Instances/\(name)").path
    }

    struct NotBuilt: Error, CustomStringConvertible {
        let description = "footprint has not been built beside the tests"
    }

    /// Beside the test bundle, or in one of the folders above it; else where `swift build` puts it.
    private static func executable() throws -> URL {
        var starts = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL].compactMap(\.self)
        starts += CommandLine.arguments.prefix(1).map { URL(filePath: $0) }
        var folders = starts.flatMap { start in
            [start.deletingLastPathComponent(), start.deletingLastPathComponent().deletingLastPathComponent()]
        }
        folders.append(root.appending(path: ".build/debug"))
        for folder in folders {
            let file = folder.appending(path: "footprint")
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
                FileManager.default.isExecutableFile(atPath: file.path)
            {
                return file
            }
        }
        throw NotBuilt()
    }

    struct Run {
        let status: Int32
        let wasKilled: Bool
        let output: Data
        let errors: String
        let seconds: Double

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// - Parameters:
    ///   - output: where standard output goes; kept and returned unless given.
    ///   - interruptAfter: seconds after which Ctrl-C is sent.
    ///   - patience: seconds after which the program is killed, and said to have been.
    static func run(
        _ arguments: String..., output: String? = nil, interruptAfter: Double? = nil, patience: Double = 120
    ) throws -> Run {
        try run(arguments, output: output, interruptAfter: interruptAfter, patience: patience)
    }

    /// The same with arguments that were put together.
    static func run(
        _ arguments: [String], output: String? = nil, interruptAfter: Double? = nil, patience: Double = 120
    ) throws -> Run {
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        // Files, so that neither stream can fill a pipe and hold the program up.
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String) throws -> (URL, FileHandle) {
            let url = folder.appending(path: name)
            try Data().write(to: url)
            return (url, try FileHandle(forWritingTo: url))
        }
        let (outputFile, outputHandle) = try file("output")
        let (errorFile, errorHandle) = try file("errors")
        process.standardOutput = try output.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? outputHandle
        process.standardError = errorHandle
        process.standardInput = FileHandle.nullDevice
        let started = Date()
        try process.run()
        var wasInterrupted = false
        var wasKilled = false
        while process.isRunning {
            let seconds = Date().timeIntervalSince(started)
            if let interruptAfter, !wasInterrupted, seconds > interruptAfter {
                wasInterrupted = true
                process.interrupt()
            }
            if seconds > patience {
                wasKilled = true
                kill(process.processIdentifier, SIGKILL)
                break
            }
            Thread.sleep(forTimeInterval: 0.02)
        }
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, wasKilled: wasKilled, output: try Data(contentsOf: outputFile),
            errors: try String(contentsOf: errorFile, encoding: .utf8), seconds: Date().timeIntervalSince(started))
    }
}
