// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearPrograms
import Testing

/// Each file of `Fixtures/mps/malformed` and `Fixtures/lp/malformed` is refused with exactly the faults beside it.
@Suite struct MalformedFileTests {
    static func names(_ format: FileFormat) -> [String] {
        let folder = fixtures.appending(path: "\(format.rawValue)/malformed")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".\(format.rawValue)") }.sorted()
    }

    @Test(arguments: names(.mps)) func mps(name: String) throws { try check(name, .mps) }

    @Test(arguments: names(.lp)) func lp(name: String) throws { try check(name, .lp) }

    @Test func thereAreEnough() {
        #expect(Self.names(.mps).count >= 60)
        #expect(Self.names(.lp).count >= 50)
    }

    private func check(_ name: String, _ format: FileFormat) throws {
        let file = fixtures.appending(path: "\(format.rawValue)/malformed/\(name)")
        let expected = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
        let data = try Data(contentsOf: file)
        let faults = #expect(throws: FileFaults.self) {
            switch format {
            case .mps: _ = try LinearProgram(mps: data, named: name)
            case .lp: _ = try LinearProgram(lp: data, named: name)
            }
        }
        #expect(faults?.description == expected.trimmingCharacters(in: .newlines))
    }

    @Test func readersGiveUpAfterFifty() {
        let lines = (0..<80).map { " x r\($0) 1\n" }.joined()
        let faults = #expect(throws: FileFaults.self) {
            try FileFormat.mps.read("ROWS\n N c\nCOLUMNS\n\(lines)ENDATA\n")
        }
        #expect(faults?.faults.count == FileFaults.most)
        #expect(faults?.mayBeMore == true)
        #expect(faults?.description.hasSuffix("There may be more: these are the first 50.") == true)
        #expect(faults?.faults.last?.line == 53)
    }
}
