// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of rows or columns and their places from zero. The names stay in the file; the table holds where.
///
/// Open addressing with a seed of its own, so that no file can be made in which every name collides. Reading a large file
/// is mostly looking names up, and that is mostly waiting for memory: so a slot holds the first eight bytes of its name,
/// which decide on most names without a look at the file.
struct NameTable {
    private struct Slot {
        var head: UInt64 = 0
        var count: UInt32 = 0
        /// A place plus one, or 0 where the slot is empty.
        var place: Int32 = 0
    }

    private(set) var names: [Piece] = []
    private var hashes: [UInt32] = []
    /// A power of two of them, at most half full.
    private var slots = [Slot](repeating: Slot(), count: 64)
    private let seed = UInt64.random(in: .min ... .max)

    var count: Int { names.count }

    func place(of name: Piece, in text: FileText) -> Int? {
        let (hash, head) = key(name, text)
        let place = slots[slot(of: name, hash, head, text)].place
        return place == 0 ? nil : Int(place) - 1
    }

    /// Adds the name; nil where it is there already.
    mutating func add(_ name: Piece, in text: FileText) -> Int? {
        let (hash, head) = key(name, text)
        let slot = slot(of: name, hash, head, text)
        guard slots[slot].place == 0 else { return nil }
        names.append(name)
        hashes.append(hash)
        slots[slot] = Slot(head: head, count: name.count, place: Int32(truncatingIfNeeded: names.count))
        if names.count * 2 > slots.count { grow() }
        return names.count - 1
    }

    /// The name's slot, or the empty one where it would go.
    @inline(__always) private func slot(of name: Piece, _ hash: UInt32, _ head: UInt64, _ text: FileText) -> Int {
        var place = Int(hash) & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot.place == 0 { return place }
            if slot.head == head, slot.count == name.count,
                name.count <= 8 || areEqual(names[Int(slot.place) - 1], name, text)
            {
                return place
            }
            place = (place + 1) & (slots.count - 1)
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.place != 0 {
            var place = Int(hashes[Int(slot.place) - 1]) & (slots.count - 1)
            while slots[place].place != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    /// The name's hash and its first eight bytes.
    @inline(__always) private func key(_ name: Piece, _ text: FileText) -> (hash: UInt32, head: UInt64) {
        // Eight bytes at a time, each folded in by the two halves of a 128-bit product.
        var state = seed ^ UInt64(name.count)
        var head: UInt64 = 0
        var place = name.offset
        let end = name.end
        while place < end {
            var word: UInt64 = 0
            let start = place
            let stop = min(place + 8, end)
            while place < stop {
                word = word << 8 | UInt64(text[place])
                place += 1
            }
            if start == name.offset { head = word }
            let (high, low) = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            state = high ^ low ^ seed
        }
        return (UInt32(truncatingIfNeeded: state ^ state >> 32), head)
    }

    @inline(__always) private func areEqual(_ a: Piece, _ b: Piece, _ text: FileText) -> Bool {
        for place in 8..<Int(a.count) where text[a.offset + place] != text[b.offset + place] { return false }
        return true
    }
}
