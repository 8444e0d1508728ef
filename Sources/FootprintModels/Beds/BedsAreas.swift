// SPDX-License-Identifier: GPL-3.0-or-later

extension BedsSystem {
    /// `H` of the page: sets of pools between which patients can be moved in a case, directly or through others. A pool whose
    /// patients stay is a set of its own. In the order of their first pools.
    public func areas(_ situation: BedsCase) -> [[Int]] {
        var first = Array(pools.indices)
        func find(_ place: Int) -> Int {
            var place = place
            while first[place] != place { place = first[place] }
            return place
        }
        for move in situation.allowsMoves ? moves : [] {
            let (a, b) = (find(move.from), find(move.to))
            first[max(a, b)] = min(a, b)
        }
        let areas = Dictionary(grouping: pools.indices, by: find)
        return areas.keys.sorted().map { areas[$0]! }
    }
}
