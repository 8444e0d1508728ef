// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import FootprintInstances
import TestSupport
import Testing

@testable import FootprintModels

/// A roster's hours reach the program: those of the example, 7,000 and 10 more each week, for its nurses alone.
@Suite("Staffing with a roster's hours")
struct StaffingRosterInputTests {
    @Test func takesThePlaceOfWhatIsWorkedOut() throws {
        let folder = Repository.root.appending(path: "Tests/Fixtures/roster-instance")
        let system = try #require(StaffingSystem(try InstanceLoader.load(folder: folder)))
        let nurses = try #require(system.groups.firstIndex { $0.code == "nurses" })
        let support = try #require(system.groups.firstIndex { $0.code == "support" })
        #expect(system.workforce[nurses][0].rosterHours == (1...52).map { 7_000 + 10 * Double($0) })
        #expect(system.workforce[support][0].rosterHours == nil)
    }
}
