// SPDX-License-Identifier: GPL-3.0-or-later
import FootprintInstances

/// The instance's figures as the family reads them: a flat array of values, and where each name is in it.
///
/// Finding a figure by name costs a dictionary look-up; sensitivity changes one figure and solves again thousands of
/// times. So the places are found once (`FigurePlaces`) and a change is one assignment.
struct EmergencyNumbers: Sendable {
    let places: FigurePlaces
    private(set) var figures: Figures
    private var recorder: FigureRecorder?

    init(_ instance: Instance) {
        figures = instance.figures
        places = FigurePlaces(instance)
    }

    /// The same numbers with the figure at `index` of the instance's figures changed.
    func changing(_ index: Int, to value: Double) -> EmergencyNumbers {
        var changed = self
        changed.figures[index] = value
        return changed
    }

    /// The same numbers, with each reading of a figure noted.
    func recorded(by recorder: FigureRecorder) -> EmergencyNumbers {
        var recorded = self
        recorded.recorder = recorder
        return recorded
    }

    private func figure(_ place: Int) -> Double {
        recorder?.note(place)
        return figures[place]
    }

    /// A figure that a table may leave out reads as 0.
    private func value(_ place: Int) -> Double { place < 0 ? 0 : figure(place) }

    func callAsFunction(_ parameter: Parameter) -> Double { value(places.parameters[parameter.rawValue]) }
    func callAsFunction(_ figure: SiteFigure, site: Int) -> Double { value(places.sites[site][figure.rawValue]) }
    func callAsFunction(_ figure: ClassFigure, _ attendanceClass: Int) -> Double {
        value(places.classes[attendanceClass][figure.rawValue])
    }
    func callAsFunction(_ figure: LevelFigure, _ level: Level) -> Double {
        value(places.levels[level.ordinal][figure.rawValue])
    }
    func callAsFunction(_ figure: StaffFigure, group: Int) -> Double { value(places.staff[group][figure.rawValue]) }
    func callAsFunction(_ figure: SchemeFigure, scheme: Int) -> Double { value(places.schemes[scheme][figure.rawValue]) }

    /// `rate_qb`, attendances per resident per year.
    func rate(_ attendanceClass: Int, _ band: Int) -> Double { value(places.rates[attendanceClass][band]) }
    /// The published total of an organisation, nil where none is published.
    func published(_ organisation: String, _ measure: Measure) -> Double? {
        places.activity[organisation]?[measure].map { figure($0) }
    }
    func floor(_ level: Level, group: Int) -> Double { value(places.floors[level.ordinal][group]) }
    func inPost(site: Int, group: Int) -> Double { value(places.inPost[site][group]) }
    func effect(_ place: FigurePlaces.Effect) -> Double { figure(place.place) }
    func move(_ place: FigurePlaces.ServiceMove, _ figure: ServiceMoveFigure) -> Double {
        value(place.places[figure.rawValue])
    }
    /// Nil when the instance sets no limit on capital.
    var capitalLimit: Double? {
        let place = places.parameters[Parameter.capitalLimit.rawValue]
        return place < 0 ? nil : figure(place)
    }
    /// `annuity(years)` at the instance's discount rate.
    func annuity(_ years: Double) -> Double { Money.annuity(years: years, rate: self(.discountRate)) }
}

extension Level {
    /// Place in `allCases`.
    var ordinal: Int {
        switch self {
        case .type1: 0
        case .type1PartTime: 1
        case .ucc: 2
        case .none: 3
        }
    }
}
