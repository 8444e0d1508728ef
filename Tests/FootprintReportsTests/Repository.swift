// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// Where the repository's files are, found from this file.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func instance(_ name: String) throws -> Instance {
        try InstanceLoader.load(
            folder: root.appending(path: name == "tiny-instance" ? "Tests/Fixtures/tiny-instance" : "Instances/\(name)"))
    }
}
