// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The mixed-integer program of one case: the rows of `Models/beds/formulation.md`.
public struct BedsModel: Sendable {
    public let system: BedsSystem
    public let situation: BedsCase
    /// The steps of every pool, whose states are the table of beds needed.
    public let steps: [BedSteps]
    /// Steps that are counted together.
    public let groups: [LikeSteps]
    public var model: Model<ThousandPounds>
    public let rows: Rows
    let variables: Variables

    /// The page's variables, by its names. `t` is a place in the system's `years`.
    struct Variables: Sendable {
        struct Avoided: Sendable {
            let scheme, cohort, pool, year: Int
            let variable: Variable<Beds>
        }
        let avoided: [Avoided]
        /// By move and year; empty where the case allows none.
        let moved: [[Variable<Beds>]]
        /// By pool, step and year.
        let closed, opened: [[[Variable<Choice>]]]
        /// By group of like steps and year.
        let count: [[Variable<Choice>]]
        /// By site and year; nil for a site that has no cost of its own or cannot be emptied.
        let empty: [[Variable<Choice>]?]
        /// By alternative and year.
        let bought: [[Variable<AlternativeUnits>]]
        /// By scheme; nil where it is off or starts too late.
        let runs: [Variable<Choice>?]
    }

    /// The rows that a diagnosis relaxes and prices are read from. `t` is a place in the system's `years`.
    public struct Rows: Sendable {
        /// Row 2, by pool and year.
        public internal(set) var safeToRun: [[Row]] = []
        /// Row 3, by what was written: a scheme's own effect, by scheme, cohort, pool and year.
        public internal(set) var ownEffect: [(scheme: Int, cohort: Int, pool: Int, year: Int, row: Row)] = []
        /// Row 4, replaced first, by alternative and year; nil where no scheme needs the alternative.
        public internal(set) var replacedFirst: [[Row?]] = []
        /// Row 4, as much as can be bought, by alternative.
        public internal(set) var maximum: [Row] = []
        /// Row 5, wards closed a year, by year; nil where nothing can close.
        public internal(set) var wardsPerYear: [Row?] = []
        /// Of a named option: closed by the target year, by pool; nil for a pool it does not name.
        public internal(set) var taken: [Row?] = []
        /// Row 7, by floor and year.
        public internal(set) var floors: [[Row]] = []
        /// Row 3, by what was written: together, by cohort, pool and year.
        public internal(set) var together: [(cohort: Int, pool: Int, year: Int, row: Row)] = []
        /// Row 10, by area and year, which says again what row 2 says: whoever relaxes that one relaxes these.
        public internal(set) var safeTogether: [(area: [Int], year: Int, row: Row)] = []
    }

    /// - Parameter situation: an option that closes more beds than a pool has is a mistake of the caller's.
    public init(_ system: BedsSystem, _ situation: BedsCase) {
        self.system = system
        self.situation = situation
        steps = system.pools.indices.map { BedSteps(system, pool: $0, in: situation) }
        groups = LikeSteps.groups(system, situation, steps)
        var model = Model<ThousandPounds>("\(system.title): beds, \(situation.name)", minimise: ThousandPounds.self)
        variables = Self.makeVariables(in: &model, system, situation, steps, groups)
        rows = Self.require(of: &model, variables, system, situation, steps, groups)
        Self.setCost(of: &model, variables, system, steps)
        self.model = model
    }

    private static func makeVariables(
        in model: inout Model<ThousandPounds>, _ system: BedsSystem, _ situation: BedsCase, _ steps: [BedSteps],
        _ groups: [LikeSteps]
    ) -> Variables {
        let years = system.years
        // Decisions first: the search branches on the first of two that are as good.
        var closed: [[[Variable<Choice>]]] = []
        var opened: [[[Variable<Choice>]]] = []
        for (place, pool) in system.pools.enumerated() {
            closed.append(
                steps[place].closing.indices.map { step in
                    years.map { year in
                        let most = year < pool.earliestClosureYear ? 0.0 : 1
                        return model.integer("closed[\(pool.code),\(step + 1),\(year)]", in: 0...most, of: Choice.self)
                    }
                })
            opened.append(
                steps[place].opening.indices.map { step in
                    years.map { model.binary("opened[\(pool.code),\(step + 1),\($0)]") }
                })
        }
        let count = groups.enumerated().map { number, group in
            let steps = group.pools.reduce(0) { $0 + (group.isClosing ? closed : opened)[$1].count }
            return years.map {
                model.integer("count[\(number + 1),\($0)]", in: 0...Double(steps), of: Choice.self)
            }
        }
        let runs = system.schemes.enumerated().map { place, scheme in
            situation.schemesOn[place] && scheme.startYear <= system.targetYear ? model.binary("runs[\(scheme.code)]") : nil
        }
        let empty = system.sites.map { site in
            site.fixedCostReleased != nil && site.pools.allSatisfy { steps[$0].canEmpty }
                ? years.map { model.variable("empty[\(site.code),\($0)]", in: 0...1, of: Choice.self) } : nil
        }
        let bought = system.alternatives.map { alternative in
            years.map { model.variable("bought[\(alternative.code),\($0)]", in: 0..., of: AlternativeUnits.self) }
        }
        var avoided: [Variables.Avoided] = []
        for scheme in system.schemes.indices where runs[scheme] != nil {
            for cohort in system.cohorts.indices {
                for pool in system.pools.indices {
                    for (place, year) in years.enumerated()
                    where system.effect(scheme, cohort, year) * system.demand(cohort, pool, year) > 0 {
                        let name =
                            "avoided[\(system.schemes[scheme].code),\(system.cohorts[cohort].code),\(system.pools[pool].code),\(year)]"
                        avoided.append(
                            .init(
                                scheme: scheme, cohort: cohort, pool: pool, year: place,
                                variable: model.variable(name, in: 0..., of: Beds.self)))
                    }
                }
            }
        }
        let moves = situation.allowsMoves ? system.moves : []
        let moved = moves.map { move in
            years.map {
                model.variable(
                    "moved[\(system.pools[move.from].code),\(system.pools[move.to].code),\($0)]", in: 0..., of: Beds.self)
            }
        }
        return Variables(
            avoided: avoided, moved: moved, closed: closed, opened: opened, count: count, empty: empty, bought: bought, runs: runs)
    }
}
