// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintModels

extension BedsSystem {
    /// What a planner calls a pool: its hospital where that has no other, else its own title.
    func placeName(_ pool: Int) -> String {
        guard let site = sites.first(where: { $0.pools.contains(pool) }), site.pools.count == 1 else { return pools[pool].title }
        return site.name
    }

    /// Some pools by name, in order; a hospital's name may have a comma.
    func placeNames(_ pools: [Int]) -> String { pools.map(placeName).joined(separator: "; ") }
}
