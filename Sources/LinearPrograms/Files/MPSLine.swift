// SPDX-License-Identifier: GPL-3.0-or-later

/// One line of an MPS file cut into its fields. In fixed form a field may be empty; in free form none is.
struct MPSLine {
    /// As many fields as a line may have.
    static let most = 6

    /// The whole line without its end.
    var whole = Piece.none
    var first = Piece.none
    var second = Piece.none
    var third = Piece.none
    var fourth = Piece.none
    var fifth = Piece.none
    var sixth = Piece.none
    /// How many fields there are; one more than ``most`` where there are too many.
    var count = 0

    @inline(__always) subscript(place: Int) -> Piece {
        get {
            switch place {
            case 0: first
            case 1: second
            case 2: third
            case 3: fourth
            case 4: fifth
            default: sixth
            }
        }
        set {
            switch place {
            case 0: first = newValue
            case 1: second = newValue
            case 2: third = newValue
            case 3: fourth = newValue
            case 4: fifth = newValue
            default: sixth = newValue
            }
        }
    }

    /// Cuts at blanks. A `$` that begins the fourth field or a later one makes the rest a comment: there it can only be the
    /// fifth field of the format or behind the line's last.
    @inline(__always) mutating func cutAtBlanks(_ text: FileText) {
        count = 0
        var place = whole.offset
        let end = whole.end
        while true {
            while place < end, Byte.isBlank(text[place]) { place += 1 }
            if place == end { return }
            let start = place
            if count >= 3, text[start] == UInt8(ascii: "$") { return }
            while place < end, !Byte.isBlank(text[place]) { place += 1 }
            if count == Self.most {
                count += 1
                return
            }
            self[count] = Piece(start, place)
            count += 1
        }
    }

    /// Where the fields of fixed form begin and end, from zero: columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61.
    private static let places = [(1, 3), (4, 12), (14, 22), (24, 36), (39, 47), (49, 61)]

    /// Cuts at the places of fixed form; the place of text that is in none of the fields is returned.
    ///
    /// A `$` at the start of the third or fifth field makes the rest a comment, as the format has it.
    mutating func cutAtPlaces(_ text: FileText) -> Int? {
        count = 0
        var stray: Int?
        var between = whole.offset
        var end = whole.end
        func notBlank(_ from: Int, _ to: Int) -> Int? {
            (from..<max(from, to)).first { !Byte.isBlank(text[$0]) }
        }
        for (number, (from, to)) in Self.places.enumerated() {
            var start = min(whole.offset + from, end)
            var stop = min(whole.offset + to, end)
            if stray == nil { stray = notBlank(between, start) }
            between = stop
            if number == 2 || number == 4, start < stop, text[start] == UInt8(ascii: "$") {
                end = start
                between = end
                stop = start
            }
            // Names keep the blanks inside; those around a number or a name are padding.
            while start < stop, Byte.isBlank(text[start]) { start += 1 }
            while stop > start, Byte.isBlank(text[stop - 1]) { stop -= 1 }
            self[number] = Piece(start, stop)
            if start < stop { count = number + 1 }
        }
        return stray ?? notBlank(between, end)
    }
}
