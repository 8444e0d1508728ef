// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

extension BedsModel {
    /// Row 10: what row 2 asks of an area's pools, added up, with the counts of row 9 in place of the steps they count. It asks
    /// nothing, and lets the solver see at once that an area needs a whole number of wards.
    static func requireAreas(
        of model: inout Model<ThousandPounds>, _ v: Variables, _ system: BedsSystem, _ situation: BedsCase,
        _ steps: [BedSteps], _ groups: [LikeSteps], _ rows: inout Rows
    ) {
        let avoidedAt = Dictionary(grouping: v.avoided) { [$0.pool, $0.year] }
        let closing = Set(groups.filter(\.isClosing).flatMap(\.pools))
        let opening = Set(groups.filter { !$0.isClosing }.flatMap(\.pools))
        for area in system.areas(situation) where area.count > 1 {
            for (t, year) in system.years.enumerated() {
                var over = Expression<Beds>.zero
                for place in area {
                    let peak = system.pools[place].peakFactor
                    over += Expression<Beds>(system.demand(place, year) - steps[place].today.capacity / peak)
                    for one in avoidedAt[[place, t]] ?? [] { over -= one.variable }
                    if !closing.contains(place) {
                        for (step, taken) in zip(steps[place].closing, v.closed[place]) {
                            over += Rate<Beds, Choice>(step.capacity / peak) * taken[t]
                        }
                    }
                    if !opening.contains(place) {
                        for (step, taken) in zip(steps[place].opening, v.opened[place]) {
                            over -= Rate<Beds, Choice>(step.capacity / peak) * taken[t]
                        }
                    }
                }
                for (group, count) in zip(groups, v.count) where area.contains(group.pools[0]) {
                    let first = group.pools[0]
                    let step = (group.isClosing ? steps[first].closing : steps[first].opening)[0]
                    let capacity = Rate<Beds, Choice>(step.capacity / system.pools[first].peakFactor)
                    if group.isClosing { over += capacity * count[t] } else { over -= capacity * count[t] }
                }
                let row = model.require("safe to run together", system.pools[area[0]].code, year, over .<= 0)
                rows.safeTogether.append((area, t, row))
            }
        }
    }
}
