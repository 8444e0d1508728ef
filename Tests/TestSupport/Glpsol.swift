// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Stock glpsol (Debian: glpk-utils), which shares none of our code, and what it said.
public struct Glpsol {
    public static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    public static var isInstalled: Bool { path != nil }

    /// Its standard output.
    public let text: String
    public let exitCode: Int32

    public var isOptimal: Bool {
        text.contains("INTEGER OPTIMAL SOLUTION FOUND") || !text.contains("Integer optimization begins") && text.contains("OPTIMAL LP SOLUTION FOUND")
    }
    public var isInfeasible: Bool {
        ["NO PRIMAL FEASIBLE SOLUTION", "NO INTEGER FEASIBLE SOLUTION", "NO FEASIBLE SOLUTION"].contains { text.contains($0) }
    }

    /// What a twin printed after the name.
    public func number(_ name: String) -> Double? {
        text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
    }

    /// The objective in the last line of progress, ten digits: “obj = 1.2e+05 inf = …” or “mip = 6.888049945e+05 >= …”.
    public var objective: Double? {
        text.split(separator: "\n").last { $0.contains("obj =") || $0.contains("mip =") && !$0.contains("not found") }
            .flatMap { line in
                line.split(separator: "=").dropFirst().first?.split(separator: " ").first.flatMap { Double($0) }
            }
    }

    /// Runs it to the end.
    public static func run(_ arguments: [String]) throws -> Glpsol {
        let process = Process()
        process.executableURL = URL(filePath: path!)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Glpsol(text: String(decoding: data, as: UTF8.self), exitCode: process.terminationStatus)
    }

    /// Runs it on a text: as the data of a twin, or as a file of the kind that the option before it says.
    public static func run(_ options: [String], on text: String) throws -> Glpsol {
        let file = FileManager.default.temporaryDirectory.appending(path: "glpsol-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try run(options + [file.path(percentEncoded: false)])
    }
}
