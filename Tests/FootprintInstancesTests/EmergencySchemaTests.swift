// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FootprintInstances

/// The schema has to be fit for a reader as well as for the loader.
@Suite struct EmergencySchemaTests {
    @Test func namesAreUnique() {
        let names = EmergencySchema.tables.map(\.name)
        #expect(Set(names).count == names.count)
        for table in EmergencySchema.tables {
            let columns = table.allColumns.map(\.name)
            #expect(Set(columns).count == columns.count, "\(table.name)")
            let figures = table.figures.map { "\($0.name) \($0.place.map(\.noun) ?? "")" }
            #expect(Set(figures).count == figures.count, "\(table.name)")
        }
    }

    @Test func everythingHasAMeaning() {
        for table in EmergencySchema.tables {
            #expect(table.meaning.hasSuffix("."))
            #expect(table.allColumns.allSatisfy { !$0.meaning.isEmpty })
            #expect(table.figures.allSatisfy { !$0.meaning.isEmpty && !$0.quantity.unit.isEmpty })
        }
    }

    @Test(arguments: [
        (Quantity.share, "a share from 0 to 1"), (.shareBelowOne, "a share from 0 and below 1"), (.probability, "a probability above 0 and below 1"),
        (.minutes, "minutes from 0 upwards"), (.positiveFactor, "a factor above 0"), (.positiveShare, "a share above 0 and at most 1"),
        (.sites, "whole sites from 0 upwards"), (.zeroOrOne, "0 or 1"),
    ])
    func quantitiesAreToldInWords(_ quantity: Quantity, words: String) {
        #expect(quantity.description == words)
    }
}
