// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// Where the repository's files are, found from this file.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func folder(_ instance: String) -> URL {
        root.appending(path: instance == "tiny-instance" ? "Tests/Fixtures/tiny-instance" : "Instances/\(instance)")
    }

    static func instance(_ name: String) throws -> Instance { try InstanceLoader.load(folder: folder(name)) }
}
