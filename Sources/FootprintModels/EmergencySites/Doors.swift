// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// Which doors are open to whom, in one configuration.
///
/// Streams and periods that are open at the same doors share one list, so that each zone is looked up once for each list
/// and not once for each stream.
struct Doors: Sendable {
    /// Each list: open or not, by door.
    let lists: [[Bool]]
    /// Stream × period → place in `lists`.
    private let listOf: [Int]

    /// - Parameter boundary: whether outside sites are doors; the instance's own unless given.
    init(
        _ system: EmergencySystem, _ numbers: EmergencyNumbers, _ configuration: Configuration,
        boundary: Boundary? = nil
    ) {
        let boundary = boundary ?? system.settings.boundary
        var lists: [[Bool]] = []
        var listOf: [Int] = []
        for stream in Stream.allCases.indices {
            for period in Period.allCases {
                let open = system.doors.map { site in
                    let level = configuration.levels[site]
                    return (boundary == .open || system.sites[site].isInside)
                        && system.accepts[level.ordinal][stream]
                        && (period == .day || numbers(.opensAtNight, level) > 0.5)
                }
                if let list = lists.firstIndex(of: open) {
                    listOf.append(list)
                } else {
                    listOf.append(lists.count)
                    lists.append(open)
                }
            }
        }
        self.lists = lists
        self.listOf = listOf
    }

    func list(_ stream: Int, _ period: Period) -> Int { listOf[stream * 2 + period.rawValue] }

    /// The quickest open door of each list for a zone (places in `system.doors`); −1 where none is open.
    func quickest(for zone: Int, in system: EmergencySystem, into found: inout [Int]) {
        let count = system.doors.count
        for list in lists.indices {
            found[list] = -1
            for rank in zone * count..<(zone + 1) * count {
                let door = Int(system.quickest[rank])
                if lists[list][door] {
                    found[list] = door
                    break
                }
            }
        }
    }
}
