// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

/// Each folder of `broken-instances` holds the files that differ from the tiny instance, and in `expected.txt` the exact
/// faults that the loader should tell, or `ACCEPTED`. A file `DELETE` lists files to take away first.
@Suite struct BrokenInstancesTests {
    @Test(arguments: Fixtures.brokenCases)
    func saysWhatIsWrong(_ name: String) throws {
        let fixture = Fixtures.broken.appendingPathComponent(name)
        let expected = try String(contentsOf: fixture.appendingPathComponent("expected.txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let actual = try Fixtures.withCopy { copy in
            try overlay(fixture, on: copy)
            return Fixtures.faults(of: copy)
        }
        #expect(actual == (expected == ["ACCEPTED"] ? [] : expected))
    }

    @Test func thereAreEnough() {
        #expect(Fixtures.brokenCases.count >= 30)
    }

    private func overlay(_ fixture: URL, on copy: URL) throws {
        let files = FileManager.default
        if let list = try? String(contentsOf: fixture.appendingPathComponent("DELETE"), encoding: .utf8) {
            for path in list.split(separator: "\n") { try files.removeItem(at: copy.appendingPathComponent(String(path))) }
        }
        for path in try files.subpathsOfDirectory(atPath: fixture.path).sorted() {
            guard !["DELETE", "expected.txt"].contains(path), !path.hasSuffix(".keep") else {
                // An empty folder cannot be kept in a repository without a file in it.
                if path.hasSuffix(".keep") {
                    let folder = copy.appendingPathComponent(path).deletingLastPathComponent()
                    try? files.removeItem(at: folder)
                    try files.createDirectory(at: folder, withIntermediateDirectories: true)
                }
                continue
            }
            let source = fixture.appendingPathComponent(path)
            var isDirectory: ObjCBool = false
            guard files.fileExists(atPath: source.path, isDirectory: &isDirectory), !isDirectory.boolValue else { continue }
            let target = copy.appendingPathComponent(path)
            try? files.removeItem(at: target)
            try files.copyItem(at: source, to: target)
        }
    }
}
