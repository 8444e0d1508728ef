// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of rows or columns and their places from zero. The names stay in the file; the table holds where.
///
/// Open addressing with a seed of its own, so that no file can be made in which every name collides.
struct NameTable {
    private(set) var names: [Piece] = []
    private var hashes: [UInt32] = []
    // A place plus one, or 0 where a slot is empty; a power of two of them, at most half full.
    private var slots = [Int32](repeating: 0, count: 64)
    private let seed = UInt64.random(in: .min ... .max)

    var count: Int { names.count }

    func place(of name: Piece, in text: FileText) -> Int? {
        let hash = hash(name, text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if hashes[place] == hash, areEqual(names[place], name, text) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds the name; nil where it is there already.
    mutating func add(_ name: Piece, in text: FileText) -> Int? {
        let hash = hash(name, text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if hashes[place] == hash, areEqual(names[place], name, text) { return nil }
            slot = (slot + 1) & (slots.count - 1)
        }
        names.append(name)
        hashes.append(hash)
        slots[slot] = Int32(truncatingIfNeeded: names.count)
        if names.count * 2 > slots.count { grow() }
        return names.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (place, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: place + 1)
        }
    }

    @inline(__always) private func hash(_ name: Piece, _ text: FileText) -> UInt32 {
        // Eight bytes at a time, each folded in by the two halves of a 128-bit product.
        var state = seed ^ UInt64(name.count)
        var place = name.offset
        let end = name.end
        while place < end {
            var word: UInt64 = 0
            let stop = min(place + 8, end)
            while place < stop {
                word = word << 8 | UInt64(text[place])
                place += 1
            }
            let (high, low) = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 | 1)
            state = high ^ low ^ seed
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always) private func areEqual(_ a: Piece, _ b: Piece, _ text: FileText) -> Bool {
        guard a.count == b.count else { return false }
        for place in 0..<Int(a.count) where text[a.offset + place] != text[b.offset + place] { return false }
        return true
    }
}
