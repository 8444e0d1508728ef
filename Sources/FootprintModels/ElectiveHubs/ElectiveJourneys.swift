// SPDX-License-Identifier: GPL-3.0-or-later

/// Who goes where once it is known how many go to each site: section *Without zones* of the page. Zones share the list by their
/// people, so the journeys of one specialty, mode and year are a transport problem of which only the totals are the program's.
public struct ElectiveJourneys: Sendable {
    /// Modes of a specialty in a year whose journeys hang together: inpatients and day cases where some may be converted.
    public struct Group: Sendable, Hashable {
        public let specialty: Int
        public let year: Int
        public let modes: [Int]
        /// The share of inpatients who may be day cases.
        let ceiling: Double
        /// Groups of one kind have the same journeys.
        public let kind: Int
    }

    /// £ by which a spell at a site, or elsewhere, is said to be worth its journey: what a row of journeys is made of.
    public struct Prices: Sendable, Hashable {
        /// Whether travel support is counted, 1, or only who can go where, 0.
        public var travel: Double
        /// By mode and site.
        public var sites: [[Double]]
        /// Of a spell bought elsewhere, by mode.
        public var elsewhere: [Double]
        /// Of a spell beyond the standard journey, by mode; ≥ 0.
        public var beyond: [Double]
    }

    /// A row that every plan keeps, of a group: `travel · travelSupport + Σ beyond · beyondOf ≥ Σ sites · spells + Σ elsewhere ·
    /// outsourced + Σ least · done`, in £.
    public struct Row: Sendable, Hashable {
        public let group: Group
        public let prices: Prices
        /// £ a spell of demand, by mode: what the journeys of everyone cost at least at these prices.
        public let least: [Double]

        public init(group: Group, prices: Prices, least: [Double]) {
            self.group = group
            self.prices = prices
            self.least = least
        }
    }

    /// Spells of a group in all zones together.
    public struct Volumes: Sendable, Hashable {
        /// By mode and site.
        public var sites: [[Double]]
        /// By mode.
        public var elsewhere, done: [Double]
    }

    /// The cheapest journeys of a group with given volumes.
    public struct Journeys: Sendable {
        /// £, and spells beyond the standard, by mode.
        public let travel: Double
        public let beyond: [Double]
        fileprivate let sources: Sources
        fileprivate let flows: [Double]
    }

    public let groups: [Group]
    private let system: ElectiveSystem
    private let convertsInFull: Bool
    /// £ of travel support, by mode, zone and site.
    private let support: [[Double]]
    /// Whether it is farther than the standard, by mode, zone and site.
    private let isBeyond: [[Bool]]
    /// Whether they can go there, by kind of reach, zone and site; and the kind of each specialty and mode.
    private let reached: [[Bool]]
    private let reachKind: [[Int]]

    /// - Parameter figures: of the case; journeys are the same in every case with the same conversion.
    public init(_ system: ElectiveSystem, _ situation: ElectiveCase, figures: ElectiveFigures, reach: ElectiveReach) {
        self.system = system
        convertsInFull = situation.convertsInFull
        support = system.limits.map { limits in
            system.zones.flatMap { zone in zone.extraMinutes.map { limits.travelSupportPerMinute * $0 } }
        }
        isBeyond = system.limits.map { limits in system.zones.flatMap { zone in zone.minutes.map { $0 > limits.standardMinutes } } }
        var kinds: [[[Int]]: Int] = [:]
        var reached: [[Bool]] = []
        let reachKind = reach.people.map { byMode in
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
        self.reachKind = reachKind
        var groupKinds: [GroupKind: Int] = [:]
        var groups: [Group] = []
        for j in system.specialties.indices {
            for t in system.years.indices {
                let ceiling = figures.ceiling[j][t]
                let together = ceiling > 0 ? [ElectiveFigures.admitted, [ElectiveFigures.procedure]] : [[0], [1], [2]]
                for modes in together.map({ $0.filter { figures.modes[j].contains($0) } }) where !modes.isEmpty {
                    let isJoint = modes.count > 1
                    let key = GroupKind(modes: modes, reach: modes.map { reachKind[j][$0] }, ceiling: isJoint ? ceiling : 0)
                    let kind = groupKinds[key] ?? groupKinds.count
                    groupKinds[key] = kind
                    groups.append(Group(specialty: j, year: t, modes: modes, ceiling: isJoint ? ceiling : 0, kind: kind))
                }
            }
        }
        self.groups = groups
    }

    private struct GroupKind: Hashable {
        let modes: [Int]
        let reach: [Int]
        let ceiling: Double
    }

    /// The row of a group at given prices.
    public func row(_ group: Group, _ prices: Prices) -> Row {
        var least = Array(repeating: 0.0, count: ElectiveFigures.modes.count)
        for (z, zone) in system.zones.enumerated() {
            var ofMode = least.map { _ in Double.infinity }
            for i in group.modes { ofMode[i] = cheapest(group, i, z, prices) }
            for i in group.modes { least[i] += zone.peopleShare * ofMode[i] }
            guard group.ceiling > 0, let inpatients = group.modes.first, group.modes.count > 1 else { continue }
            let gain = ofMode[ElectiveFigures.dayCase] - ofMode[inpatients]
            least[inpatients] += zone.peopleShare * group.ceiling * (convertsInFull ? gain : min(0, gain))
        }
        return Row(group: group, prices: prices, least: least)
    }

    /// £ of the cheapest way of a spell of a zone at given prices.
    private func cheapest(_ group: Group, _ i: Int, _ z: Int, _ prices: Prices) -> Double {
        let can = reached[reachKind[group.specialty][i]]
        let start = z * system.sites.count
        var least = -prices.elsewhere[i]
        for s in system.sites.indices where can[start + s] {
            var cost = prices.travel * support[i][start + s] - prices.sites[i][s]
            if isBeyond[i][start + s] { cost += prices.beyond[i] }
            least = min(least, cost)
        }
        return least
    }

    /// How much a row asks more than there is, £: above zero where volumes break it.
    /// - Parameters:
    ///   - travel: £ that the program counts for the group's journeys.
    ///   - beyond: spells that it counts beyond the standard, by mode.
    public static func excess(_ row: Row, _ volumes: Volumes, travel: Double, beyond: [Double]) -> Double {
        var excess = -row.prices.travel * travel
        for i in row.group.modes {
            excess += row.least[i] * volumes.done[i] + row.prices.elsewhere[i] * volumes.elsewhere[i]
            excess -= row.prices.beyond[i] * beyond[i]
            for s in volumes.sites[i].indices { excess += row.prices.sites[i][s] * volumes.sites[i][s] }
        }
        return excess
    }

    // MARK: Sources and sinks

    /// The sources and sinks of a group: for each zone those who stay inpatients, those who may be day cases, and those of each
    /// mode; a sink is a site, or elsewhere, in one mode.
    fileprivate struct Sources: Sendable {
        var zones: [Int] = []
        var shares: [Double] = []
        /// The mode that demand has, and the modes it may be treated in.
        var modes: [Int] = []
        var treated: [[Int]] = []
    }

    private func sources(_ group: Group) -> Sources {
        var sources = Sources()
        func add(_ z: Int, _ share: Double, _ mode: Int, _ treated: [Int]) {
            sources.zones.append(z)
            sources.shares.append(share)
            sources.modes.append(mode)
            sources.treated.append(treated)
        }
        for (z, zone) in system.zones.enumerated() where zone.peopleShare > 0 {
            for i in group.modes {
                if i == ElectiveFigures.inpatient, group.ceiling > 0 {
                    add(z, zone.peopleShare * (1 - group.ceiling), i, [i])
                    add(z, zone.peopleShare * group.ceiling, i, convertsInFull ? [ElectiveFigures.dayCase] : group.modes)
                } else {
                    add(z, zone.peopleShare, i, [i])
                }
            }
        }
        return sources
    }

    /// The cheapest journeys with given volumes, and the prices that prove it; or the prices of a row that says why there are
    /// none: more are to go somewhere than can.
    /// - Parameters:
    ///   - beyond: £ of a spell beyond the standard, by mode.
    ///   - start: prices found before for volumes much like these.
    public func journeys(_ group: Group, _ volumes: Volumes, beyond: [Double], start: Prices?) -> (Prices, Journeys?) {
        let width = system.sites.count + 1
        let sources = self.sources(group)
        let sinkCount = group.modes.count * width
        var costs = Array(repeating: Double.infinity, count: sources.zones.count * sinkCount)
        for source in sources.zones.indices {
            let z = sources.zones[source]
            for i in sources.treated[source] {
                let first = source * sinkCount + group.modes.firstIndex(of: i)! * width
                let can = reached[reachKind[group.specialty][i]]
                for s in system.sites.indices where can[z * system.sites.count + s] {
                    let place = z * system.sites.count + s
                    costs[first + s] = support[i][place] + (isBeyond[i][place] ? beyond[i] : 0)
                }
                costs[first + width - 1] = 0
            }
        }
        let transport = FewSinkTransport(
            amounts: sources.zones.indices.map { sources.shares[$0] * volumes.done[sources.modes[$0]] }, costs: costs,
            totals: group.modes.flatMap { volumes.sites[$0] + [volumes.elsewhere[$0]] },
            startingAt: group.modes.flatMap { i in
                start.map { $0.sites[i] + [$0.elsewhere[i]] } ?? Array(repeating: 0, count: width)
            })
        func prices(travel: Double, _ values: [Double], beyond: [Double]) -> Prices {
            var prices = Prices(
                travel: travel, sites: system.limits.map { _ in system.sites.map { _ in 0.0 } },
                elsewhere: system.limits.map { _ in 0.0 }, beyond: beyond)
            for (n, i) in group.modes.enumerated() {
                prices.sites[i] = Array(values[n * width..<n * width + width - 1])
                prices.elsewhere[i] = values[n * width + width - 1]
            }
            return prices
        }
        switch transport.ending {
        case .blocked(let sinks):
            // Who can go to none but these goes to them.
            return (prices(travel: 0, sinks.map { $0 ? -1 : 0 }, beyond: beyond.map { _ in 0 }), nil)
        case .optimal(let values):
            var travel = 0.0
            var spellsBeyond = beyond.map { _ in 0.0 }
            for source in sources.zones.indices {
                for (n, i) in group.modes.enumerated() {
                    for s in system.sites.indices {
                        let spells = transport.flows[source * sinkCount + n * width + s]
                        guard spells > 0 else { continue }
                        let place = sources.zones[source] * system.sites.count + s
                        travel += spells * support[i][place]
                        if isBeyond[i][place] { spellsBeyond[i] += spells }
                    }
                }
            }
            return (
                prices(travel: 1, values, beyond: beyond),
                Journeys(travel: travel, beyond: spellsBeyond, sources: sources, flows: transport.flows)
            )
        }
    }

    /// Writes a share of a group's journeys into flows by zone.
    public func write(_ journeys: Journeys, of group: Group, times share: Double, to flows: inout ElectiveFlows) {
        let width = system.sites.count + 1
        let sinkCount = group.modes.count * width
        let (j, t) = (group.specialty, group.year)
        for source in journeys.sources.zones.indices {
            let z = journeys.sources.zones[source]
            for (n, i) in group.modes.enumerated() {
                for place in 0..<width {
                    let spells = share * journeys.flows[source * sinkCount + n * width + place]
                    guard spells > 0 else { continue }
                    if place == width - 1 {
                        flows[outsourced: j, mode: i, year: t, zone: z] += spells
                    } else {
                        flows[specialty: j, mode: i, year: t, site: place, zone: z] += spells
                    }
                    if i != journeys.sources.modes[source] { flows[converted: j, year: t, zone: z] += spells }
                }
            }
        }
    }
}
