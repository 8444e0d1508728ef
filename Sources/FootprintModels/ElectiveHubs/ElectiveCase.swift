// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// What one row of a comparison is allowed to do. Sites and specialties are places in the system's lists.
public struct ElectiveCase: Sendable, Hashable {
    public var name: String
    /// Whether each site is a hub from opening on; nil where the program chooses.
    public var hubs: [Bool?]
    /// Whether each site keeps inpatients of each specialty, by specialty and site; nil where the program chooses.
    public var open: [[Bool?]]
    /// Whether each site is an inpatient centre; nil where the program chooses.
    public var centres: [Bool?]
    public var levers: Set<ElectiveLever>
    /// Whether rows 13 to 15, 17 and 18 are imposed: not on do-nothing.
    public var hasRequirements: Bool
    /// £ that do-nothing spends on capital: row 13 allows it besides the limit.
    public var capitalOfDoNothing: Double
    public var strengthenings: Strengthenings
    /// Row 21: configurations that it may not have, as they are known already.
    public var excluded: [Configuration] = []

    /// By place of site.
    public struct Configuration: Sendable, Hashable {
        public let isHub, isCentre: [Bool]

        public init(isHub: [Bool], isCentre: [Bool]) {
            self.isHub = isHub
            self.isCentre = isCentre
        }
    }

    /// The parts of the strong rows: section *Why it is linear, and strengthenings* of the page.
    public struct Strengthenings: OptionSet, Sendable, Hashable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        /// Rows 8a and 9a.
        public static let zones = Strengthenings(rawValue: 1)
        /// Rows 8b and 9b.
        public static let volumes = Strengthenings(rawValue: 2)
        /// The fall of the list on their right-hand side.
        public static let list = Strengthenings(rawValue: 4)
        public static let all: Strengthenings = [.zones, .volumes, .list]
    }

    public init(
        name: String, hubs: [Bool?], open: [[Bool?]], centres: [Bool?], levers: Set<ElectiveLever>, hasRequirements: Bool = true,
        capitalOfDoNothing: Double = 0, strengthenings: Strengthenings = .all
    ) {
        self.name = name
        self.hubs = hubs
        self.open = open
        self.centres = centres
        self.levers = levers
        self.hasRequirements = hasRequirements
        self.capitalOfDoNothing = capitalOfDoNothing
        self.strengthenings = strengthenings
    }

    /// Whether any lever converts inpatients into day cases.
    public var converts: Bool { convertsInFull || levers.contains(.dayCases) }
    /// Whether the whole ceiling is converted.
    public var convertsInFull: Bool { levers.contains(.dayCasesInFull) }
}

extension ElectiveSystem {
    /// Hubs and inpatients as today, no lever, no requirement.
    public var doNothing: ElectiveCase {
        var situation = today(levers: [])
        situation.name = "do-nothing"
        situation.hasRequirements = false
        return situation
    }

    /// Hubs and inpatients as today, the levers on.
    public func today(levers: Set<ElectiveLever>) -> ElectiveCase {
        var situation = free(levers: levers)
        situation.name = "today"
        situation.hubs = sites.map(\.isHubToday)
        situation.open = inpatientsToday
        return situation
    }

    /// Everything is the program's choice.
    public func free(levers: Set<ElectiveLever>) -> ElectiveCase {
        ElectiveCase(
            name: "best", hubs: sites.map { _ in nil }, open: specialties.map { _ in sites.map { _ in nil } },
            centres: sites.map { _ in nil }, levers: levers)
    }

    /// A configuration: these hubs, and these inpatient centres; without centres, inpatients as today. Places of sites.
    public func configuration(_ name: String, hubs: Set<Int>, centres: Set<Int>?, levers: Set<ElectiveLever>) -> ElectiveCase {
        var situation = free(levers: levers)
        situation.name = name
        situation.hubs = sites.indices.map { hubs.contains($0) }
        if let centres {
            situation.centres = sites.indices.map { centres.contains($0) }
        } else {
            situation.open = inpatientsToday
        }
        return situation
    }

    /// Inpatients of a specialty go from one site to another, whatever else the case says of them. Places of the system's lists.
    public func moving(_ specialty: Int, from: Int, to: Int, in situation: ElectiveCase) -> ElectiveCase {
        var moved = situation
        moved.open[specialty][from] = false
        moved.open[specialty][to] = true
        return moved
    }

    private var inpatientsToday: [[Bool?]] { places.map { $0.map { $0?.hasInpatientsToday } } }
}
