// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FootprintInstances

@Suite struct CSVReaderTests {
    private func rows(_ bytes: [UInt8]) throws(CSVReader.Broken) -> [(line: Int, cells: [String])] {
        var rows: [(Int, [String])] = []
        var broken: CSVReader.Broken?
        bytes.withUnsafeBufferPointer { buffer in
            var reader = CSVReader(buffer)
            do throws(CSVReader.Broken) {
                while try reader.next() { rows.append((reader.line, reader.cells.indices.map { reader.text($0) })) }
            } catch { broken = error }
        }
        if let broken { throw broken }
        return rows
    }

    private func rows(_ text: String) throws(CSVReader.Broken) -> [(line: Int, cells: [String])] { try rows(Array(text.utf8)) }

    @Test(arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "\u{FEFF}a,b\nc,d", " a , b \nc,d", "a,b\n\n\nc,d\n\n"])
    func readsLineEndsMarksSpacesAndEmptyLines(_ text: String) throws {
        #expect(try rows(text).map(\.cells) == [["a", "b"], ["c", "d"]])
    }

    @Test func readsQuotes() throws {
        #expect(try rows("\"a,\"\"b\"\"\",\"\",c\n").map(\.cells) == [["a,\"b\"", "", "c"]])
        #expect(try rows("\"\"\"\"\"\",x\n").map(\.cells) == [["\"\"", "x"]])
    }

    @Test func countsLinesAsAnEditorDoes() throws {
        #expect(try rows("a\n\"x\ny\"\r\n\nb\n\"p\r\nq\"\nc").map(\.line) == [1, 2, 5, 6, 8])
    }

    @Test func keepsEmptyCellsAtTheEnd() throws {
        #expect(try rows("a,b,\n,,").map(\.cells) == [["a", "b", ""], ["", "", ""]])
    }

    @Test(arguments: [
        ("a,b\n\"c,d\n", 2, 0, "The quote that opens this cell is never closed."),
        ("a,b\nc,d\"e\n", 2, 1, "There is a quote inside a cell that is not in quotes."),
        ("a,b\n\"c\"d,e\n", 2, 0, "There is text after the closing quote."),
        ("a,b\nc,d\0\n", 2, 1, "The cell holds a NUL byte; this is not plain text."),
    ])
    func refuses(_ text: String, row: Int, column: Int, fault: String) {
        #expect {
            try rows(text)
        } throws: { error in
            guard let broken = error as? CSVReader.Broken else { return false }
            return (broken.row, broken.column, broken.fault) == (row, column, fault)
        }
    }

    @Test func refusesWhatIsNotUTF8() {
        for cell: [UInt8] in [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] {
            #expect {
                try rows(Array("a,b\nc,".utf8) + cell + Array("\n".utf8))
            } throws: { error in
                guard let broken = error as? CSVReader.Broken else { return false }
                return (broken.row, broken.column, broken.fault) == (2, 1, "The text is not UTF-8.")
            }
        }
        #expect(throws: Never.self) { try rows("Café,€,𝔸\n") }
    }

    @Test func refusesTooManyCells() {
        #expect(throws: CSVReader.Broken.self) { try rows(String(repeating: ",", count: 10_000)) }
        #expect(throws: Never.self) { try rows(String(repeating: ",", count: 9_999)) }
    }

    @Test func refusesARowThatIsTooLong() {
        #expect(throws: CSVReader.Broken.self) { try rows([UInt8](repeating: UInt8(ascii: "x"), count: (16 << 20) + 1)) }
        #expect(throws: CSVReader.Broken.self) {
            try rows(Array("\"".utf8) + [UInt8](repeating: 0x0A, count: (16 << 20) + 1) + Array("\"".utf8))
        }
    }

    /// Whatever the bytes, the reader ends, and every cell it gives lies in them.
    @Test func standsAnyBytes() {
        var generator = SystemRandomNumberGenerator()
        let alphabet: [UInt8] = Array("a,\"\n\r ".utf8) + [0, 0xE9, 0xC3, 0xA9]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            _ = try? rows(bytes)
        }
    }
}
