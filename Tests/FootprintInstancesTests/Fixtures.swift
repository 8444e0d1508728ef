// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FootprintInstances

/// The folders the tests read.
enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
    static let tiny = folder.appendingPathComponent("tiny-instance")
    static let broken = folder.appendingPathComponent("broken-instances")

    /// The names of the broken instances.
    static let brokenCases: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: broken.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

    /// Gives a copy of the tiny instance, changed as wanted, and removes it afterwards.
    static func withCopy<Result>(of source: URL = tiny, _ body: (URL) throws -> Result) throws -> Result {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("footprint-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: source, to: copy)
        return try body(copy)
    }

    /// What the loader says of a folder, line by line; empty when it accepts it.
    static func faults(of folder: URL, overrides: [Override] = []) -> [String] {
        do throws(InstanceFaults) {
            _ = try InstanceLoader.load(folder: folder, overrides: overrides)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }
}
