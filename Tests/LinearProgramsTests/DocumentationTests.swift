// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Every public symbol of the libraries has a documentation comment, by the compiler's own symbol graphs.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1", "FOOTPRINT_LONG_TESTS is not 1"))
struct DocumentationTests {
    @Test func everyPublicSymbolIsDocumented() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let modules = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "Modules")
        let shim = modules.deletingLastPathComponent().appending(path: "GLPKShim.build/module.modulemap")
        let folder = FileManager.default.temporaryDirectory.appending(path: "footprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = try run("swiftc", ["-print-target-info"]).output
        let triple = try #require(target.firstMatch(of: /"triple": "([^"]+)"/)?.output.1)
        let libraries = ["LinearPrograms", "GLPKSolver", "LinearProgramsTesting"]
        for library in libraries {
            let extracted = try run(
                "swift-symbolgraph-extract",
                [
                    "-module-name", library, "-I", modules.path, "-target", String(triple), "-output-dir", folder.path,
                    "-minimum-access-level", "public", "-skip-synthesized-members",
                    "-Xcc", "-fmodule-map-file=\(shim.path)",
                ])
            try #require(extracted.status == 0, "\(extracted.output)")
        }
        let found = try run(
            "python3", [root.appending(path: "Scripts/undocumented-symbols.py").path, folder.path] + libraries)
        #expect(found.status == 0 && found.output == "", "\(found.output)")
    }

    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
