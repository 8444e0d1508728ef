// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances
import Foundation

/// Where the repository's files are, found from this file.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let real = ["staffordshire", "coventry-warwickshire"]
    static let all = ["tiny-instance"] + real
    /// Loaded by the same recipes; their whole comparison is held against the reference calculator.
    static let others = ["shropshire", "herefordshire-worcestershire"]

    static func folder(_ instance: String) -> URL {
        root.appending(path: instance == "tiny-instance" ? "Tests/Fixtures/tiny-instance" : "Instances/\(instance)")
    }

    static func instance(_ name: String) throws -> Instance { try InstanceLoader.load(folder: folder(name)) }

    /// Whether the slow tests are wanted.
    static let isLong = ProcessInfo.processInfo.environment["FOOTPRINT_LONG_TESTS"] == "1"
}

/// A generator that gives the same numbers everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
