// SPDX-License-Identifier: GPL-3.0-or-later

/// Names one after another in one array of bytes: a hundred thousand of them without as many allocations.
struct NameList: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ name: Piece, of text: FileText) {
        bytes.append(contentsOf: text.bytes(of: name))
        ends.append(bytes.count)
    }

    mutating func append(_ name: String) {
        bytes.append(contentsOf: name.utf8)
        ends.append(bytes.count)
    }

    subscript(place: Int) -> String {
        String(decoding: bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]], as: UTF8.self)
    }

    /// The name's bytes without making a string of them.
    func isEqual(_ place: Int, to name: String) -> Bool {
        bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]].elementsEqual(name.utf8)
    }
}
