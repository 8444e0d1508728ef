// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms
import Testing

@Suite struct NamesTests {
    @Test func controlCharactersBecomeSpaces() {
        #expect(Names.cleaned("a\nb\tc\r\nd\u{0}e\u{7F}f") == "a b c d e f")
        #expect(Names.cleaned("£5 isn't much [ward 1]") == "£5 isn't much [ward 1]")
    }

    @Test func longNamesAreCutBetweenCharacters() {
        // 'a' and 127 of two bytes are 255; one more does not fit.
        let long = "a" + String(repeating: "£", count: 200)
        #expect(Names.cleaned(long) == "a" + String(repeating: "£", count: 127))
        #expect(Names.cleaned(long).utf8.count == 255)
    }

    @Test func namesMadeAlikeAreToldApart() {
        let long = String(repeating: "x", count: 300)
        let names = Names.unique(["a", "a", "a\n", "a ", long, long + "y", "a #2"])
        #expect(Set(names).count == names.count)
        #expect(names.prefix(2) == ["a", "a #2"])
        #expect(names.allSatisfy { $0.utf8.count <= 255 })
        #expect(names[5] == String(repeating: "x", count: 252) + " #2")
    }
}
