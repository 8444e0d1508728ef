// SPDX-License-Identifier: GPL-3.0-or-later

/// Who goes where once it is known what a spell at each site is worth: section *Without zones* of the page. Zones share the list
/// by their people, so the journeys of a specialty in a year are the same few questions asked of every zone, of which only the
/// totals are the program's.
public struct ElectiveJourneys: Sendable {
    /// Modes of a specialty in a year whose journeys hang together: inpatients and day cases where some may be converted, and
    /// else a mode alone.
    public struct Group: Sendable, Hashable {
        public let specialty: Int
        public let year: Int
        public let modes: [Int]
        /// The share of inpatients who may be day cases, and whether all of them are.
        let ceiling: Double
        let isInFull: Bool

        /// People of one kind: a share of the demand of a mode, and the modes they may be treated in.
        struct Part: Sendable, Hashable {
            let mode: Int
            let share: Double
            let treated: [Int]
        }

        var parts: [Part] {
            modes.flatMap { i -> [Part] in
                guard i == ElectiveFigures.inpatient, ceiling > 0 else { return [Part(mode: i, share: 1, treated: [i])] }
                return [
                    Part(mode: i, share: 1 - ceiling, treated: [i]),
                    Part(mode: i, share: ceiling, treated: isInFull ? [ElectiveFigures.dayCase] : modes),
                ]
            }
        }
    }

    /// £ that a spell at a site, or elsewhere, is worth: what a row of journeys, and a pattern, is made from.
    public struct Prices: Sendable, Hashable {
        /// Whether travel support is counted, 1, or only who can go where, 0.
        public var travel: Double
        /// By mode and site; −∞ for a site that nobody can go to in the program the prices are of.
        public var sites: [[Double]]
        /// Of a spell bought elsewhere, by mode.
        public var elsewhere: [Double]
        /// Of a spell beyond the standard journey, by mode; ≥ 0, and what it costs.
        public var beyond: [Double]

        /// To a small part of a penny.
        fileprivate var rounded: Prices {
            func round(_ price: Double) -> Double { price.isFinite ? (price * 16_384).rounded() / 16_384 : price }
            return Prices(
                travel: travel, sites: sites.map { $0.map(round) }, elsewhere: elsewhere.map(round), beyond: beyond.map(round))
        }
    }

    /// A row that every plan keeps: `travel · travelSupport + Σ beyond · beyondOf ≥ Σ sites · spells + Σ elsewhere · outsourced +
    /// Σ least · done`, in £.
    public struct Row: Sendable, Hashable {
        public let group: Group
        public let prices: Prices
        /// £ a spell of demand, by mode: what the journeys of everyone cost at least at these prices.
        public let least: [Double]
    }

    /// One way in which everybody of a part goes somewhere: each zone to one site, or elsewhere.
    public struct Pattern: Sendable, Hashable {
        public let group: Group
        /// Place in the group's parts.
        let part: Int
        /// By zone: mode times (sites + 1) plus site, the last for elsewhere.
        let choices: [UInt16]
        /// Of the part's spells, by mode and site.
        let sites: [[Double]]
        /// Of the part's spells, by mode.
        let elsewhere, beyond: [Double]
        /// £ a spell, of each mode.
        let travel: [Double]

        // Everything else follows from these, and there are hundreds of zones.
        public static func == (one: Self, other: Self) -> Bool {
            one.part == other.part && one.group == other.group && one.choices == other.choices
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(group)
            hasher.combine(part)
            choices.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }

    /// What a program says of a group, in all zones together.
    public struct Volumes: Sendable, Hashable {
        /// Spells, by mode and site.
        public var sites: [[Double]]
        /// Spells, by mode.
        public var elsewhere, done, beyond: [Double]
        /// £ of travel support.
        public var travel: Double
    }

    public let groups: [Group]
    private let system: ElectiveSystem
    /// By zone.
    private let peopleShare: [Double]
    /// £ of travel support, by mode, zone and site.
    private let support: [[Double]]
    /// Whether it is farther than the standard, by mode, zone and site.
    private let isBeyond: [[Bool]]
    /// Whether they can go there, by kind of reach, zone and site; and the kind of each specialty and mode.
    private let reached: [[Bool]]
    private let reachKind: [[Int]]

    public init(_ system: ElectiveSystem, _ situation: ElectiveCase, reach: ElectiveReach) {
        let figures = ElectiveFigures(system, situation)
        self.system = system
        peopleShare = system.zones.map(\.peopleShare)
        support = system.limits.map { limits in
            system.zones.flatMap { zone in zone.extraMinutes.map { limits.travelSupportPerMinute * $0 } }
        }
        isBeyond = system.limits.map { limits in system.zones.flatMap { zone in zone.minutes.map { $0 > limits.standardMinutes } } }
        var kinds: [[[Int]]: Int] = [:]
        var reached: [[Bool]] = []
        reachKind = reach.people.map { byMode in
            byMode.map { people -> Int in
                if let kind = kinds[people] { return kind }
                var can = Array(repeating: false, count: system.zones.count * system.sites.count)
                for (s, zones) in people.enumerated() {
                    for z in zones { can[z * system.sites.count + s] = true }
                }
                kinds[people] = reached.count
                reached.append(can)
                return reached.count - 1
            }
        }
        self.reached = reached
        groups = system.specialties.indices.flatMap { j in
            system.years.indices.flatMap { t -> [Group] in
                let ceiling = figures.ceiling[j][t]
                let sets = ceiling > 0 ? [ElectiveFigures.admitted, [ElectiveFigures.procedure]] : ElectiveFigures.modes.indices.map { [$0] }
                return sets.map { $0.filter { figures.modes[j].contains($0) } }.filter { !$0.isEmpty }.map { modes in
                    let converts = modes == ElectiveFigures.admitted && ceiling > 0
                    return Group(
                        specialty: j, year: t, modes: modes, ceiling: converts ? ceiling : 0,
                        isInFull: converts && situation.convertsInFull)
                }
            }
        }
    }

    private var noModes: [Double] { ElectiveFigures.modes.map { _ in 0 } }
    private var noSites: [[Double]] { ElectiveFigures.modes.map { _ in system.sites.map { _ in 0 } } }

    /// The cheapest ways of a spell of each zone in a mode at given prices.
    private struct Ways {
        /// £, by zone.
        var costs: [Double]
        /// By zone; one beyond the last for elsewhere.
        var sites: [Int]
        /// By site: its price, or where it has none the highest at which nobody would rather go there.
        var prices: [Double]
    }

    private func ways(_ group: Group, _ i: Int, _ prices: Prices) -> Ways {
        let count = system.sites.count
        let (can, support, isBeyond, worth) = (reached[reachKind[group.specialty][i]], support[i], isBeyond[i], prices.sites[i])
        let (travel, beyond) = (prices.travel, prices.beyond[i])
        let hasNone = worth.map { !$0.isFinite }
        var ways = Ways(
            costs: Array(repeating: -prices.elsewhere[i], count: system.zones.count),
            sites: Array(repeating: count, count: system.zones.count), prices: worth.map { $0.isFinite ? $0 : .infinity })
        for z in ways.costs.indices {
            for s in 0..<count where can[z * count + s] && !hasNone[s] {
                let cost = travel * support[z * count + s] + (isBeyond[z * count + s] ? beyond : 0) - worth[s]
                if cost < ways.costs[z] { (ways.costs[z], ways.sites[z]) = (cost, s) }
            }
            for s in 0..<count where hasNone[s] && can[z * count + s] {
                let cost = travel * support[z * count + s] + (isBeyond[z * count + s] ? beyond : 0)
                ways.prices[s] = min(ways.prices[s], cost - ways.costs[z])
            }
        }
        for s in 0..<count where !ways.prices[s].isFinite { ways.prices[s] = 0 }
        return ways
    }

    /// The row of a group at given prices, and the patterns in which its journeys cost least. Sites without a price are given as
    /// high a one as leaves nobody rather there: the row then says as much as it can of programs in which somebody goes there.
    /// Prices are rounded first: what the last digits say is noise, and rows that differ in it alone lead the simplex astray.
    public func row(_ group: Group, _ unrounded: Prices) -> (row: Row, patterns: [Pattern]) {
        var prices = unrounded.rounded
        let ways = ElectiveFigures.modes.indices.map { group.modes.contains($0) ? self.ways(group, $0, prices) : nil }
        for i in group.modes { prices.sites[i] = ways[i]!.prices }
        var least = noModes
        let patterns = group.parts.enumerated().map { n, part in
            let (pattern, cost) = self.pattern(of: part, at: n, in: group, part.treated.map { ($0, ways[$0]!) })
            least[part.mode] += part.share * cost
            return pattern
        }
        return (Row(group: group, prices: prices, least: least), patterns)
    }

    /// Everybody of a part goes the cheapest of these ways, by the modes they may be treated in; and £ a spell of that.
    private func pattern(of part: Group.Part, at number: Int, in group: Group, _ ways: [(mode: Int, ways: Ways)]) -> (Pattern, Double) {
        let width = system.sites.count + 1
        var choices = Array(repeating: UInt16(0), count: system.zones.count)
        // By mode of `ways` and site.
        var sites = Array(repeating: 0.0, count: ways.count * width)
        var (travel, beyond) = (noModes, noModes)
        var cost = 0.0
        for z in choices.indices {
            var best = 0
            for other in ways.indices where ways[other].ways.costs[z] < ways[best].ways.costs[z] { best = other }
            let mode = ways[best].mode
            let (site, share) = (ways[best].ways.sites[z], peopleShare[z])
            cost += share * ways[best].ways.costs[z]
            choices[z] = UInt16(mode * width + site)
            sites[best * width + site] += share
            guard site < width - 1 else { continue }
            let place = z * (width - 1) + site
            travel[mode] += share * support[mode][place]
            if isBeyond[mode][place] { beyond[mode] += share }
        }
        var (bySite, elsewhere) = (noSites, noModes)
        for (number, way) in ways.enumerated() {
            bySite[way.mode] = Array(sites[number * width..<(number + 1) * width - 1])
            elsewhere[way.mode] = sites[(number + 1) * width - 1]
        }
        return (
            Pattern(
                group: group, part: number, choices: choices, sites: bySite, elsewhere: elsewhere, beyond: beyond, travel: travel), cost
        )
    }

    /// Writes so many spells of a part, all going as a pattern says, into flows by zone.
    public func write(_ spells: Double, of pattern: Pattern, to flows: inout ElectiveFlows) {
        let width = system.sites.count + 1
        let (j, t) = (pattern.group.specialty, pattern.group.year)
        let part = pattern.group.parts[pattern.part]
        for (z, zone) in system.zones.enumerated() where zone.peopleShare > 0 {
            let mode = Int(pattern.choices[z]) / width
            let site = Int(pattern.choices[z]) % width
            let here = spells * zone.peopleShare
            if site < system.sites.count {
                flows[specialty: j, mode: mode, year: t, site: site, zone: z] += here
            } else {
                flows[outsourced: j, mode: mode, year: t, zone: z] += here
            }
            if mode != part.mode { flows[converted: j, year: t, zone: z] += here }
        }
    }
}

extension ElectiveJourneys.Row {
    /// £ by which volumes miss the row; below zero where they more than keep it.
    public func excess(_ volumes: ElectiveJourneys.Volumes) -> Double {
        var excess = -prices.travel * volumes.travel
        for i in group.modes {
            excess += least[i] * volumes.done[i] + prices.elsewhere[i] * volumes.elsewhere[i] - prices.beyond[i] * volumes.beyond[i]
            for s in volumes.sites[i].indices { excess += prices.sites[i][s] * volumes.sites[i][s] }
        }
        return excess
    }
}
