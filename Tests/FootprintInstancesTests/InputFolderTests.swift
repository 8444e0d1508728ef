// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FootprintInstances

@Suite struct InputFolderTests {
    @Test func refusesAFolderThatIsNotThere() {
        let missing = Fixtures.folder.appendingPathComponent("nowhere")
        #expect(Fixtures.faults(of: missing) == ["\(missing.path): There is no such folder. Give the folder that holds footprint.yaml."])
        let file = Fixtures.tiny.appendingPathComponent("footprint.yaml")
        #expect(Fixtures.faults(of: file) == ["\(file.path): This is not a folder. Give the folder that holds footprint.yaml."])
    }

    @Test func refusesALinkOutOfTheFolder() throws {
        try Fixtures.withCopy { copy in
            let path = copy.appendingPathComponent("tables/options.csv")
            try FileManager.default.removeItem(at: path)
            try FileManager.default.createSymbolicLink(at: path, withDestinationURL: Fixtures.tiny.appendingPathComponent("tables/options.csv"))
            #expect(
                Fixtures.faults(of: copy) == [
                    "tables/options.csv: The link leads out of the instance's folder. Put the file itself in the folder."
                ])
        }
    }

    @Test func acceptsALinkWithinTheFolderAndALinkToIt() throws {
        try Fixtures.withCopy { copy in
            let path = copy.appendingPathComponent("tables/options.csv")
            try FileManager.default.moveItem(at: path, to: copy.appendingPathComponent("real.csv"))
            try FileManager.default.createSymbolicLink(at: path, withDestinationURL: copy.appendingPathComponent("real.csv"))
            let link = copy.appendingPathExtension("link")
            defer { try? FileManager.default.removeItem(at: link) }
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: copy)
            #expect(Fixtures.faults(of: link) == [])
        }
    }

    @Test func refusesALinkToNowhere() throws {
        try Fixtures.withCopy { copy in
            let path = copy.appendingPathComponent("tables/options.csv")
            try FileManager.default.removeItem(at: path)
            try FileManager.default.createSymbolicLink(at: path, withDestinationURL: copy.appendingPathComponent("gone.csv"))
            #expect(Fixtures.faults(of: copy) == ["tables/options.csv: The link leads nowhere. Put the file itself in the folder."])
        }
    }

    @Test func refusesAFileThatIsTooLarge() throws {
        try Fixtures.withCopy { copy in
            // A file with a hole takes no room on the disk.
            let handle = try FileHandle(forWritingTo: copy.appendingPathComponent("tables/travel.csv"))
            try handle.truncate(atOffset: (128 << 20) + 1)
            try handle.close()
            let yaml = try FileHandle(forWritingTo: copy.appendingPathComponent("footprint.yaml"))
            try yaml.truncate(atOffset: (1 << 20) + 1)
            try yaml.close()
            #expect(
                Fixtures.faults(of: copy) == [
                    "footprint.yaml: The file is larger than 1 MB. Check that this is the file it is named for.",
                    "tables/travel.csv: The file is larger than 128 MB. Check that this is the file it is named for.",
                ])
        }
    }
}
