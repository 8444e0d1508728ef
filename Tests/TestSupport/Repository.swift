// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// Where the repository's files are, found from this file.
public enum Repository {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    public static let real = ["staffordshire", "coventry-warwickshire"]
    public static let all = ["tiny-instance"] + real
    /// Loaded by the same recipes; their whole comparison is held against the reference calculator.
    public static let others = ["shropshire", "herefordshire-worcestershire"]

    public static func folder(_ instance: String) -> URL {
        root.appending(path: instance == "tiny-instance" ? "Tests/Fixtures/tiny-instance" : "Instances/\(instance)")
    }

    public static func instance(_ name: String) throws -> Instance { try InstanceLoader.load(folder: folder(name)) }

    /// The MathProg twin of a family.
    public static func twin(_ family: String) -> String {
        root.appending(path: "Models/\(family)/\(family).mod").path(percentEncoded: false)
    }

    /// Whether the slow tests are wanted.
    public static let isLong = ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"
}
