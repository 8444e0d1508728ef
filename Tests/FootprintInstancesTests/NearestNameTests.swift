// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FootprintInstances

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("postcod", "postcode"), ("Postcode", "postcode"), ("post_code", "postcode"), ("bedsOcupied", "bedsOccupied"),
        ("levle_today", "level_today"), ("maximumBedBuilt", "maximumBedsBuilt"),
    ])
    func findsTheLikeliest(_ name: String, nearest: String) {
        #expect(NearestName.of(name, among: ["beds", "bedsOccupied", "level_today", "maximumBedsBuilt", "postcode"]) == nearest)
    }

    @Test(arguments: ["", "colour", "x", "parking"])
    func saysNothingWhenNothingIsNear(_ name: String) {
        #expect(NearestName.of(name, among: ["bedsOccupied", "level_today", "postcode"]) == nil)
    }

    @Test func takesTheFirstOfTwoEquallyNear() {
        #expect(NearestName.of("cat", among: ["hat", "bat"]) == "bat")
    }
}
