// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The mixed-integer program of one case: the rows of `Models/elective/formulation.md`.
public struct ElectiveModel: Sendable {
    /// How patients are counted.
    public enum Detail: Sendable {
        /// By zone: the page's program as it stands.
        case zones
        /// In all zones together, journeys being no dearer than they are: the rows of journeys that are added say how dear at
        /// least. Section *Without zones* of the page.
        case totals
        /// As mixtures of these ways to go, one at least of every group, journeys being no cheaper than they are. What is a hub has
        /// to be fixed.
        case patterns([ElectiveJourneys.Pattern])

        var isByZone: Bool { if case .zones = self { true } else { false } }
    }

    public let system: ElectiveSystem
    public let situation: ElectiveCase
    public let detail: Detail
    public let figures: ElectiveFigures
    public let reach: ElectiveReach
    public var model: Model<ThousandPounds>
    var variables: Variables
    public internal(set) var rows: Rows

    /// Rows that prices are read from. `t` is a place in the system's `years`.
    public struct Rows: Sendable {
        /// Row 18, by mode and year; nil where it is not imposed.
        public internal(set) var standardJourney: [[Row?]]
        /// Rows 5 and 6, and those of journeys: what the journeys of a group have to keep.
        var ofJourneys: Set<Row> = []
    }

    /// Spells of a zone, or of all zones together.
    struct Flow: Sendable {
        /// Nil for all.
        let zone: Int?
        let spells: Variable<Spells>
        /// How many of them: of a mixture, the share that goes there.
        var share = 1.0
    }

    /// The page's variables, by its names. `t` is a place in the system's `years`. What rows 1, 2, 4, 7, 8, 10, 12 and 18 say is
    /// the sum of others has a column of its own by zone, and is put in its place in totals.
    struct Variables: Sendable {
        let hub: [Variable<Choice>]
        /// By specialty and site; nil where the specialty is not.
        let open: [[Variable<Choice>?]]
        let centre: [Variable<Choice>]
        /// By specialty and year.
        let waiting: [[Variable<Pathways>]]
        var fall, treated: [[Expression<Pathways>]]
        /// By specialty, mode and year.
        var done: [[[Expression<Spells>]]]
        /// By specialty and year; none without the lever.
        var converted: [[[Flow]]]
        /// By specialty, mode, year and site; none where they cannot be positive.
        var plain, atHub: [[[[[Flow]]]]]
        /// By specialty, mode and year; none in a mode that nobody is treated in.
        var outsourced: [[[[Flow]]]]
        /// By specialty, year and site; nil where there can be none.
        var inpatients: [[[Expression<Spells>?]]]
        /// By site and year.
        var plainSessions, hubSessions: [[Expression<Sessions>]]
        var bedsOpen: [[Expression<Beds>]]
        let bedsBuilt: [Variable<Beds>]
        /// By mode and year.
        var beyond: [[Expression<Spells>]]
        var capital: Expression<ThousandPounds>
        /// Where patients are not counted by zone: spells beyond the standard and travel support in the year, by specialty, mode
        /// and year.
        var beyondOf: [[[Expression<Spells>]]]
        var travelSupport: [[[Expression<ThousandPounds>]]]
        /// In totals, by specialty and place in the `near` of its reach.
        var noneNear: [[Variable<Choice>]] = []
        /// Spells of a part that go as each pattern says.
        var mixed: [Variable<Spells>] = []

        /// All who go to a site, plain or at a hub.
        func going(_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> [Flow] { plain[j][i][t][s] + atHub[j][i][t][s] }
    }

    /// - Parameter reach: of this system, where it is at hand: no case changes it.
    public init(_ system: ElectiveSystem, _ situation: ElectiveCase, detail: Detail = .zones, reach: ElectiveReach? = nil) {
        self.system = system
        self.situation = situation
        self.detail = detail
        figures = ElectiveFigures(system, situation)
        let reach = reach ?? ElectiveReach(system)
        self.reach = reach
        var model = Model<ThousandPounds>("\(system.title): elective, \(situation.name)", minimise: ThousandPounds.self)
        let doors = Doors(system, situation, figures, reach)
        variables = Self.makeVariables(in: &model, system, situation, detail, doors)
        self.model = model
        rows = Rows(standardJourney: ElectiveFigures.modes.map { _ in system.years.map { _ in nil } })
        define(doors)
        require(doors)
        setCost()
    }

    private static func makeVariables(
        in model: inout Model<ThousandPounds>, _ system: ElectiveSystem, _ situation: ElectiveCase, _ detail: Detail, _ doors: Doors
    ) -> Variables {
        let years = system.years
        let modes = ElectiveFigures.modes
        /// A choice that is made, ruled out or free.
        func choice(_ name: String, _ isPossible: Bool, _ fixed: Bool?) -> Variable<Choice> {
            model.integer(
                name, in: (fixed == true && isPossible ? 1 : 0)...(fixed != false && isPossible ? 1 : 0), of: Choice.self)
        }
        func nonnegative<M: Unit>(_ name: String, _ measure: M.Type) -> Variable<M> { model.variable(name, in: 0..., of: measure) }
        func flows(_ name: String, _ zones: [Int]) -> [Flow] {
            switch detail {
            case .zones: zones.map { Flow(zone: $0, spells: nonnegative("\(name),\(system.zones[$0].code)]", Spells.self)) }
            case .totals: [Flow(zone: nil, spells: nonnegative("\(name)]", Spells.self))]
            case .patterns: []
            }
        }
        func going(_ name: String, _ has: (_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> Bool) -> [[[[[Flow]]]]] {
            system.specialties.enumerated().map { j, specialty in
                modes.indices.map { i in
                    years.enumerated().map { t, year in
                        system.sites.enumerated().map { s, site in
                            guard has(j, i, t, s) else { return [] }
                            return flows("\(name)[\(specialty.code),\(modes[i].rawValue),\(year),\(site.code)", doors.reach.people[j][i][s])
                        }
                    }
                }
            }
        }
        func byMode<V>(_ make: (_ j: Int, _ i: Int, _ t: Int, _ index: String) -> V) -> [[[V]]] {
            system.specialties.enumerated().map { j, specialty in
                modes.enumerated().map { i, mode in
                    years.enumerated().map { t, year in make(j, i, t, "\(specialty.code),\(mode.rawValue),\(year)") }
                }
            }
        }
        let everyone = Array(system.zones.indices)

        // Decisions first: the search branches on the first of two that are as good.
        let hub = system.sites.enumerated().map { s, site in choice("hub[\(site.code)]", doors.canBeHub(s), situation.hubs[s]) }
        let open = system.specialties.enumerated().map { j, specialty in
            system.sites.enumerated().map { s, site in
                system.places[j][s].map { _ in
                    choice("open[\(specialty.code),\(site.code)]", doors.canKeep(j, s), situation.open[j][s])
                }
            }
        }
        let centre = system.sites.enumerated().map { s, site in
            model.variable(
                "centre[\(site.code)]", in: (situation.centres[s] == true ? 1 : 0)...(situation.centres[s] == false ? 0 : 1),
                of: Choice.self)
        }
        var variables = Variables(
            hub: hub, open: open, centre: centre,
            waiting: system.specialties.map { specialty in
                years.map { nonnegative("waiting[\(specialty.code),\($0)]", Pathways.self) }
            },
            fall: [], treated: [], done: [],
            converted: system.specialties.enumerated().map { j, specialty in
                years.enumerated().map { t, year in
                    doors.figures.ceiling[j][t] > 0 ? flows("converted[\(specialty.code),\(year)", everyone) : []
                }
            },
            plain: going("plain", doors.hasPlain), atHub: going("atHub", doors.hasHub),
            outsourced: byMode { j, i, _, index in
                doors.figures.modes[j].contains(i) ? flows("outsourced[\(index)", everyone) : []
            },
            inpatients: [], plainSessions: [], hubSessions: [], bedsOpen: [],
            bedsBuilt: system.sites.map { nonnegative("bedsBuilt[\($0.code)]", Beds.self) }, beyond: [], capital: .zero,
            beyondOf: byMode { _, _, _, _ in .zero }, travelSupport: byMode { _, _, _, _ in .zero })
        switch detail {
        case .zones: break
        case .totals:
            variables.beyondOf = byMode { Expression(nonnegative("beyondOf[\($3)]", Spells.self)) }
            variables.travelSupport = byMode { Expression(nonnegative("travelSupport[\($3)]", ThousandPounds.self)) }
            variables.noneNear = system.specialties.enumerated().map { j, specialty in
                doors.reach.near[j].indices.map { model.variable("noneNear[\(specialty.code),\($0 + 1)]", in: 0...1, of: Choice.self) }
            }
        case .patterns(let patterns):
            for (number, pattern) in patterns.enumerated() {
                let spells = nonnegative("mixed[\(number + 1)]", Spells.self)
                variables.mixed.append(spells)
                variables.add(spells, going: pattern, doors)
            }
        }
        return variables
    }
}

extension ElectiveModel.Variables {
    /// Spells of a part that go as a pattern says are spells at its sites.
    fileprivate mutating func add(_ spells: Variable<Spells>, going pattern: ElectiveJourneys.Pattern, _ doors: ElectiveModel.Doors) {
        let (j, t) = (pattern.group.specialty, pattern.group.year)
        let part = pattern.group.parts[pattern.part]
        for i in part.treated {
            var share = pattern.elsewhere[i]
            if share > 0 { outsourced[j][i][t].append(.init(zone: nil, spells: spells, share: share)) }
            for (s, there) in pattern.sites[i].enumerated() where there > 0 {
                share += there
                let flow = ElectiveModel.Flow(zone: nil, spells: spells, share: there)
                if doors.hasHub(j, i, t, s) {
                    precondition(!doors.hasPlain(j, i, t, s), "a program of patterns has its hubs fixed")
                    atHub[j][i][t][s].append(flow)
                } else {
                    plain[j][i][t][s].append(flow)
                }
            }
            if i != part.mode, share > 0 { converted[j][t].append(.init(zone: nil, spells: spells, share: share)) }
            beyondOf[j][i][t] += pattern.beyond[i] * spells
            travelSupport[j][i][t] += Rate<ThousandPounds, Spells>(pattern.travel[i] / 1000) * spells
        }
    }
}
