// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts an LP file into words, numbers and signs, leaving out blanks, line ends and comments.
struct LPScanner {
    enum Kind {
        case word, number, plus, minus, colon, atMost, atLeast, equal
        /// `->`, `<-` and `<->`.
        case arrow
        case bracket
        /// `*` and `^`.
        case product
        /// A byte that nothing in the format begins with.
        case stray
        case end
    }

    struct Token {
        var kind = Kind.end
        var piece = Piece.none
        /// Of a number.
        var value = 0.0
        var startsLine = false
        /// Of a word: whether a colon follows.
        var isLabel = false
        /// Of a word: whether it looks like a heading as far as its first letter and its length tell.
        var mayBeHeading = false
    }

    let text: FileText
    private(set) var token = Token()
    private var place: Int
    private(set) var legend = FileLegend()
    private var isBeforeModel = true

    init(_ text: FileText) {
        self.text = text
        place = text.start
        advance()
        isBeforeModel = false
    }

    /// The token after this one, which stays where it is.
    func next() -> Token {
        var copy = self
        copy.advance()
        return copy.token
    }

    private var isBeforeColon: Bool {
        var next = place
        while next < text.count, Byte.isBlank(text[next]) { next += 1 }
        return next < text.count && text[next] == Byte.colon
    }

    mutating func advance() {
        var startsLine = token.kind == .end && token.piece.isEmpty && place == text.start
        while place < text.count {
            let byte = text[place]
            if byte == Byte.newline {
                startsLine = true
                place += 1
            } else if Byte.isBlank(byte) || byte == Byte.carriageReturn {
                place += 1
            } else if byte == UInt8(ascii: "\\") {
                let start = place + 1
                while place < text.count, text[place] != Byte.newline { place += 1 }
                if isBeforeModel { legend.note(Piece(start, place), in: text) }
            } else {
                break
            }
        }
        guard place < text.count else {
            token = Token(kind: .end, piece: Piece(text.count, text.count), startsLine: true)
            return
        }
        let start = place
        let byte = text[place]
        var kind = Kind.stray
        var value = 0.0
        if Byte.isDigit(byte) || byte == Byte.point, let (number, end) = DecimalNumber.scan(text, from: place, to: text.count) {
            kind = .number
            value = number
            place = end
        } else if Self.beginsWord[Int(byte)] {
            kind = .word
            place += 1
            while place < text.count, Self.continuesWord[Int(text[place])] { place += 1 }
        } else {
            place += 1
            let following = place < text.count ? text[place] : 0
            let equals = UInt8(ascii: "=")
            let less = UInt8(ascii: "<")
            let greater = UInt8(ascii: ">")
            switch byte {
            case Byte.plus: kind = .plus
            case Byte.minus:
                kind = following == greater ? .arrow : .minus
                if kind == .arrow { place += 1 }
            case Byte.colon: kind = .colon
            case less:
                kind = following == Byte.minus && place + 1 < text.count && text[place + 1] == greater ? .arrow : .atMost
                if kind == .arrow { place += 2 }
                if kind == .atMost, following == equals { place += 1 }
            case greater:
                kind = .atLeast
                if following == equals { place += 1 }
            case equals:
                kind = following == less ? .atMost : following == greater ? .atLeast : .equal
                if kind != .equal { place += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "]"): kind = .bracket
            case UInt8(ascii: "*"), UInt8(ascii: "^"): kind = .product
            default: break
            }
        }
        token = Token(kind: kind, piece: Piece(start, place), value: value, startsLine: startsLine)
        if kind == .word {
            token.isLabel = isBeforeColon
            token.mayBeHeading = place - start <= 16 && !token.isLabel && Self.beginsHeading[Int(byte)]
        }
    }

    // What names are made of: letters, digits and the signs that CPLEX allows. A bracket may stand inside, as in
    // x[3,4], where it can be nothing else; bytes from 128 on are letters in UTF-8.
    private static let beginsWord: [Bool] = (0..<256).map { byte in
        let byte = UInt8(byte)
        let isLetter = (byte | 32) >= 97 && (byte | 32) <= 122
        return isLetter || byte >= 128 || "!\"#$%&()/,.;?@_`'{}|~".utf8.contains(byte)
    }
    private static let continuesWord: [Bool] = (0..<256).map { byte in
        beginsWord[byte] || Byte.isDigit(UInt8(byte)) || "[]".utf8.contains(UInt8(byte))
    }
}
