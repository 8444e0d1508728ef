// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FootprintInstances

@Suite struct SettingsReaderTests {
    @Test func refusesAliasesOfAliases() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(
            SettingsReader(Array(text.utf8)).faults.map(\.description) == [
                "footprint.yaml: The file has more than 10 aliases. Write the values out."
            ])
    }

    @Test func standsDeepNesting() {
        for depth in [100, 900, 100_000] {
            #expect(!SettingsReader([UInt8](repeating: UInt8(ascii: "["), count: depth)).faults.isEmpty)
            let closed = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(!SettingsReader(Array(closed.utf8)).faults.isEmpty)
            #expect(!SettingsReader(Array(String(repeating: "- ", count: depth).utf8)).faults.isEmpty)
        }
    }

    @Test(arguments: ["", "# nothing\n", "just text", "- a\n- b\n", "{}", "\u{7}", "a: b: c", "x: !!binary zz", "--- a\n--- b\n"])
    func saysSomethingOfEveryFileThatIsNotOne(_ text: String) {
        let reader = SettingsReader(Array(text.utf8))
        #expect(!reader.faults.isEmpty)
        #expect(reader.settings == nil)
    }
}
