// SPDX-License-Identifier: GPL-3.0-or-later
import LinearPrograms

/// The mixed-integer program of one case: the rows of `Models/elective/formulation.md`.
public struct ElectiveModel: Sendable {
    /// How patients are counted.
    public enum Detail: Sendable, Hashable {
        /// By zone: the page's program as it stands.
        case zones
        /// In all zones together, with what travel costs at least for rows that are added as they are violated: section
        /// *Without zones* of the page.
        case totals
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
    }

    /// Spells of a zone, or of all zones together.
    struct Flow: Sendable {
        /// Nil for all.
        let zone: Int?
        let spells: Variable<Spells>
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
        let converted: [[[Flow]]]
        /// By specialty, mode, year and site; none where they cannot be positive.
        let plain, atHub: [[[[[Flow]]]]]
        /// By specialty, mode and year; none in a mode that nobody is treated in.
        let outsourced: [[[[Flow]]]]
        /// By specialty, year and site; nil where there can be none.
        var inpatients: [[[Expression<Spells>?]]]
        /// By site and year.
        var plainSessions, hubSessions: [[Expression<Sessions>]]
        var bedsOpen: [[Expression<Beds>]]
        let bedsBuilt: [Variable<Beds>]
        /// By mode and year.
        var beyond: [[Expression<Spells>]]
        var capital: Expression<ThousandPounds>
        /// Of `Detail.totals`: spells beyond the standard and travel support in the year, by specialty, mode and year.
        let beyondOf: [[[Variable<Spells>]]]
        let travelSupport: [[[Variable<ThousandPounds>]]]

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
        let doors = Doors(system, situation)
        variables = Self.makeVariables(in: &model, system, situation, detail, figures, reach, doors)
        self.model = model
        rows = Rows(standardJourney: ElectiveFigures.modes.map { _ in system.years.map { _ in nil } })
        define(doors)
        require(doors)
        setCost()
    }

    /// What each site may be in each year, and where inpatients may be: a variable exists only where it can be positive.
    struct Doors {
        private let system: ElectiveSystem
        private let situation: ElectiveCase

        init(_ system: ElectiveSystem, _ situation: ElectiveCase) {
            self.system = system
            self.situation = situation
        }

        /// Whether a changed configuration runs.
        func isAfterOpening(_ t: Int) -> Bool { system.years[t] >= system.openingYear }

        func canBeHub(_ s: Int) -> Bool { system.sites[s].mayBeHub || system.sites[s].isHubToday }

        func canKeep(_ j: Int, _ s: Int) -> Bool {
            system.places[j][s].map { $0.mayHaveInpatients || $0.hasInpatientsToday } ?? false
        }

        func hasPlainLists(_ s: Int, _ t: Int) -> Bool {
            isAfterOpening(t) ? situation.hubs[s] != true : !system.sites[s].isHubToday
        }

        func hasHubLists(_ s: Int, _ t: Int) -> Bool {
            isAfterOpening(t) ? canBeHub(s) && situation.hubs[s] != false : system.sites[s].isHubToday
        }

        func takes(_ j: Int, _ i: Int, _ t: Int, _ s: Int) -> Bool {
            guard let place = system.places[j][s] else { return false }
            guard i == ElectiveFigures.inpatient else { return true }
            return isAfterOpening(t)
                ? canKeep(j, s) && situation.open[j][s] != false && situation.centres[s] != false : place.hasInpatientsToday
        }
    }

    private static func makeVariables(
        in model: inout Model<ThousandPounds>, _ system: ElectiveSystem, _ situation: ElectiveCase, _ detail: Detail,
        _ figures: ElectiveFigures, _ reach: ElectiveReach, _ doors: Doors
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
            case .zones:
                zones.map { Flow(zone: $0, spells: nonnegative("\(name),\(system.zones[$0].code)]", Spells.self)) }
            case .totals:
                zones.isEmpty ? [] : [Flow(zone: nil, spells: nonnegative("\(name)]", Spells.self))]
            }
        }
        func going(_ name: String, _ has: (_ s: Int, _ t: Int) -> Bool) -> [[[[[Flow]]]]] {
            system.specialties.enumerated().map { j, specialty in
                modes.indices.map { i in
                    years.enumerated().map { t, year in
                        system.sites.enumerated().map { s, site in
                            guard figures.modes[j].contains(i), has(s, t), doors.takes(j, i, t, s) else { return [] }
                            return flows("\(name)[\(specialty.code),\(modes[i].rawValue),\(year),\(site.code)", reach.people[j][i][s])
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
        let isInTotal = detail == .totals
        return Variables(
            hub: hub, open: open, centre: centre,
            waiting: system.specialties.map { specialty in
                years.map { nonnegative("waiting[\(specialty.code),\($0)]", Pathways.self) }
            },
            fall: [], treated: [], done: [],
            converted: system.specialties.enumerated().map { j, specialty in
                years.enumerated().map { t, year in
                    figures.ceiling[j][t] > 0 ? flows("converted[\(specialty.code),\(year)", everyone) : []
                }
            },
            plain: going("plain", doors.hasPlainLists), atHub: going("atHub", doors.hasHubLists),
            outsourced: byMode { j, i, _, index in
                figures.modes[j].contains(i) ? flows("outsourced[\(index)", everyone) : []
            },
            inpatients: [], plainSessions: [], hubSessions: [], bedsOpen: [],
            bedsBuilt: system.sites.map { nonnegative("bedsBuilt[\($0.code)]", Beds.self) }, beyond: [], capital: .zero,
            beyondOf: isInTotal ? byMode { nonnegative("beyondOf[\($3)]", Spells.self) } : [],
            travelSupport: isInTotal ? byMode { nonnegative("travelSupport[\($3)]", ThousandPounds.self) } : [])
    }
}
