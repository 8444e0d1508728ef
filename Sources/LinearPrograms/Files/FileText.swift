// SPDX-License-Identifier: GPL-3.0-or-later

/// The bytes that the file formats are made of.
enum Byte {
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let colon = UInt8(ascii: ":")
    static let plus = UInt8(ascii: "+")
    static let minus = UInt8(ascii: "-")
    static let point = UInt8(ascii: ".")

    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
    /// Whether the byte has no place in plain text.
    @inline(__always) static func isControl(_ byte: UInt8) -> Bool {
        (byte < 32 && byte != tab && byte != newline && byte != carriageReturn) || byte == 127
    }
}

/// A piece of the file. Two 32-bit numbers, because there are millions of them; ``FileText/largest`` sees that they do.
struct Piece {
    var start: UInt32
    var count: UInt32

    @inline(__always) init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        count = UInt32(truncatingIfNeeded: end - start)
    }

    static let none = Piece(0, 0)

    @inline(__always) var offset: Int { Int(start) }
    @inline(__always) var end: Int { Int(start) + Int(count) }
    @inline(__always) var isEmpty: Bool { count == 0 }
}

/// The file in memory. Lent for the time of a reading by ``with(_:_:)``.
struct FileText {
    /// The most bytes a file may have, so that places in it are 32-bit numbers.
    static let largest = Int(Int32.max)

    private let base: UnsafePointer<UInt8>
    let count: Int

    /// Lends the bytes to `body`.
    static func with<Result>(_ bytes: some Sequence<UInt8>, _ body: (FileText) -> Result) -> Result {
        func lend(_ buffer: UnsafeBufferPointer<UInt8>) -> Result {
            // An empty buffer may have no address.
            guard let base = buffer.baseAddress else {
                return withUnsafePointer(to: UInt8(0)) { body(FileText(base: $0, count: 0)) }
            }
            return body(FileText(base: base, count: buffer.count))
        }
        return bytes.withContiguousStorageIfAvailable(lend) ?? Array(bytes).withUnsafeBufferPointer(lend)
    }

    private init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// - Precondition: `place` is in `0..<count`; checked in debug builds, where all the tests run.
    @inline(__always) subscript(place: Int) -> UInt8 {
        assert(place >= 0 && place < count)
        return base[place]
    }

    /// Where the text begins: after the mark that Windows editors put before UTF-8.
    var start: Int { count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF ? 3 : 0 }

    func bytes(of piece: Piece) -> UnsafeBufferPointer<UInt8> {
        assert(piece.end <= count)
        return UnsafeBufferPointer(start: base + piece.offset, count: Int(piece.count))
    }

    /// The piece as a message quotes it: what is not UTF-8 replaced, what is long cut.
    func quoted(_ piece: Piece) -> String {
        let most = 40
        let cut = piece.count > most
        let text = String(decoding: bytes(of: cut ? Piece(piece.offset, piece.offset + most) : piece), as: UTF8.self)
        return "“\(Names.cleaned(text))\(cut ? "…" : "")”"
    }

    func equals(_ piece: Piece, _ word: StaticString) -> Bool {
        guard Int(piece.count) == word.utf8CodeUnitCount else { return false }
        for place in 0..<Int(piece.count) where base[piece.offset + place] != word.utf8Start[place] { return false }
        return true
    }

    /// Whether the piece is the word, which is given in lower case, in any case.
    func equalsIgnoringCase(_ piece: Piece, _ word: StaticString) -> Bool {
        guard Int(piece.count) == word.utf8CodeUnitCount else { return false }
        for place in 0..<Int(piece.count) {
            var byte = base[piece.offset + place]
            if byte >= 65, byte <= 90 { byte |= 32 }
            if byte != word.utf8Start[place] { return false }
        }
        return true
    }

    /// How many characters are in these bytes, as an editor counts its columns.
    func characters(from start: Int, to end: Int) -> Int {
        var characters = 0
        let first = start == 0 ? self.start : start
        for place in first..<max(first, min(end, count)) where base[place] & 0xC0 != 0x80 { characters += 1 }
        return characters
    }

    /// Whether the piece is UTF-8 without control characters.
    func isPlain(_ piece: Piece) -> Bool {
        var isAscii = true
        for byte in bytes(of: piece) {
            if Byte.isControl(byte) { return false }
            if byte >= 128 { isAscii = false }
        }
        if isAscii { return true }
        guard let string = String(validating: bytes(of: piece), as: UTF8.self) else { return false }
        return Names.cleaned(string) == string || string.utf8.count > Names.longest
    }

    /// What is wrong with a piece as a name, and what would be right; nil where it is one.
    func complaint(aboutName piece: Piece) -> (fault: String, fix: String)? {
        if piece.count > Names.longest {
            return (
                "The name \(quoted(piece)) has \(piece.count) bytes.", "Shorten it to \(Names.longest) at most."
            )
        }
        if !isPlain(piece) {
            return (
                "The name \(quoted(piece)) has bytes that are not plain text.",
                "Save the file as UTF-8, without control characters."
            )
        }
        return nil
    }
}
