// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

/// Reports of planted answers, kept byte for byte. The files were read line by line against the planted figures before they were
/// kept. After a deliberate change of a report, set FOOTPRINT_WRITE_GOLDEN=1 for one run, and read what it wrote.
enum Golden {
    static func check(_ found: Data, _ file: String) throws {
        let url = Repository.root.appending(path: "Tests/Fixtures/golden/reports").appending(path: file)
        if ProcessInfo.processInfo.environment["FOOTPRINT_WRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try found.write(to: url)
            Issue.record("\(file) was written: read it, then run without FOOTPRINT_WRITE_GOLDEN")
        }
        let expected = try Data(contentsOf: url)
        guard found != expected else { return }
        let lines = String(decoding: found, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let kept = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(lines, kept).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, kept.count)
        Issue.record(
            "\(file), line \(place + 1): “\(place < lines.count ? lines[place] : "")” in place of “\(place < kept.count ? kept[place] : "")”")
    }
}
